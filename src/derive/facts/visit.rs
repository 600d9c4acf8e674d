//! Visits as published.

use super::activity::Ends;
use super::{Activity, Head, PlaceFact, VisitKind};
use crate::check::catalog::Visit;
use crate::derive::moment::Moment;
use crate::value::{Count, Localized, RecordRef};

/// A study visit.
#[derive(Clone, Debug, Hash)]
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

impl VisitFact {
    /// Publishes a visit.
    pub(in crate::derive) fn new(record: Visit, moment: Moment, statements: Vec<u32>) -> Self {
        let ends =
            Ends { origin: PlaceFact::list(record.origin), host: PlaceFact::list(record.host), topics: record.topics };
        Self {
            head: Head::new(record.common),
            activity: Activity::new(record.when, moment, ends, statements),
            kind: record.kind,
            kind_label: record.kind_label,
            venue: record.venue,
            delegates: record.delegates,
            return_of: record.return_of.map(|visit| visit.value),
        }
    }
}
