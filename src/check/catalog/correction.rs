//! Corrections of what was published.

use super::Common;
use super::common::Titled;
use crate::check::index::Found;
use crate::check::kinds::ANY;
use crate::check::record::{Fields, date, id_of_kind, localized, located, reference, word};
use crate::diag::Located;
use crate::value::{Localized, PartialDate, RecordRef};

/// What a correction does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorrectionKind {
    /// Something was wrong.
    Correction,
    /// Something was added.
    Update,
    /// Something was taken back.
    Withdrawal,
}

/// A correction.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Common fields.
    pub common: Common,
    /// When.
    pub date: Located<PartialDate>,
    /// What it does.
    pub kind: CorrectionKind,
    /// The records it concerns that exist.
    pub records: Vec<Located<RecordRef>>,
    /// Ids that a withdrawal names and that are gone.
    pub gone: Vec<String>,
    /// What was changed.
    pub what: Localized,
    /// Why.
    pub why: Localized,
}

const KINDS: [(&str, CorrectionKind); 3] = [
    ("correction", CorrectionKind::Correction),
    ("update", CorrectionKind::Update),
    ("withdrawal", CorrectionKind::Withdrawal),
];

impl Correction {
    /// Reads a correction. The ids that a withdrawal names may be gone.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let on = fields.required("date", located(date));
        let kind = fields.optional("kind", word(&KINDS)).unwrap_or(CorrectionKind::Correction);
        let (records, gone) = if kind == CorrectionKind::Withdrawal {
            withdrawn(fields)
        } else {
            (fields.list("records", reference(ANY)).unwrap_or_default(), Vec::new())
        };
        let what = fields.required("what", localized);
        let why = fields.required("why", localized);
        Some(Self { common, date: on?, kind, records, gone, what: what?, why: why? })
    }
}

fn withdrawn(fields: &mut Fields<'_, '_>) -> (Vec<Located<RecordRef>>, Vec<String>) {
    let (mut records, mut gone) = (Vec::new(), Vec::new());
    let index = fields.scope.context.index;
    for (kinds, id) in fields.list("records", id_of_kind(ANY)).unwrap_or_default() {
        match index.find(&kinds, &id.value) {
            // What is not published any more is gone for the reader.
            Found::One(target) if !index.is_hidden(target) => records.push(Located::new(target, id.span)),
            _ => gone.push(id.value),
        }
    }
    (records, gone)
}
