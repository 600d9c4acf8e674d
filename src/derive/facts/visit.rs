//! Visits as published.

use super::{Activity, Head, VisitKind};
use crate::value::{Count, Localized, RecordRef};

/// A study visit.
#[derive(Clone, Debug)]
pub struct VisitFact {
    /// Common fields.
    pub head: Head,
    /// When, where, what about.
    pub activity: Activity,
    /// What it is.
    pub kind: VisitKind,
    /// The word of the source.
    pub kind_label: Option<Localized>,
    /// The meeting place.
    pub venue: Option<Localized>,
    /// Delegates.
    pub delegates: Option<Count>,
    /// The visit that this one returns.
    pub return_of: Option<RecordRef>,
}
