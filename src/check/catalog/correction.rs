//! Corrections of what was published.

use super::Common;
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
