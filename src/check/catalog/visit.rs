//! Study visits.

use super::common::Titled;
use super::{Common, Place, When};
use crate::check::record::{Fields, count, localized, place, reference, word};
use crate::diag::Located;
use crate::value::Kind;
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

const KINDS: [(&str, VisitKind); 5] = [
    ("studi-tiru", VisitKind::StudiTiru),
    ("studi-banding", VisitKind::StudiBanding),
    ("kunjungan-kerja", VisitKind::KunjunganKerja),
    ("benchmarking", VisitKind::Benchmarking),
    ("other", VisitKind::Other),
];

impl Visit {
    /// Reads a visit.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let kind = fields.required("kind", word(&KINDS));
        let origin = fields.required_list("origin", place);
        let host = fields.required_list("host", place);
        let visit = Self {
            common,
            kind_label: fields.optional("kind_label", localized),
            venue: fields.optional("venue", localized),
            when: When::read(fields),
            delegates: fields.optional("delegates", count),
            topics: fields.list("topics", reference(&[Kind::Topic])).unwrap_or_default(),
            return_of: fields.optional("return_of", reference(&[Kind::Visit])),
            kind: kind?,
            origin: origin?,
            host: host?,
        };
        Some(visit)
    }
}
