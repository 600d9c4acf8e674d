//! Study visits.

use super::{Common, Place, When};
use crate::diag::Located;
use crate::value::{Count, Localized, RecordRef};

/// What a visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VisitKind {
    /// To copy at home.
    StudiTiru,
    /// To compare.
    StudiBanding,
    /// A working visit.
    KunjunganKerja,
    /// Benchmarking.
    Benchmarking,
    /// Another word.
    Other,
}

/// A study visit.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Common fields.
    pub common: Common,
    /// What it is.
    pub kind: VisitKind,
    /// The word of the source.
    pub kind_label: Option<Localized>,
    /// Who came.
    pub origin: Vec<Place>,
    /// Who received.
    pub host: Vec<Place>,
    /// The meeting place.
    pub venue: Option<Localized>,
    /// Dates, status and `reported`.
    pub when: When,
    /// Delegates.
    pub delegates: Option<Count>,
    /// Topics.
    pub topics: Vec<Located<RecordRef>>,
    /// The visit that this one returns.
    pub return_of: Option<Located<RecordRef>>,
}
