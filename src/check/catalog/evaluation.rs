//! Evaluations: aggregates only (results of an individual's evaluation are excluded information,
//! UU 14/2008 art. 17 h).

use super::Common;
use crate::diag::Located;
use crate::value::{Localized, PartialDate, RecordRef};

/// A measured aggregate.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Common fields.
    pub common: Common,
    /// The records it is about.
    pub of: Vec<Located<RecordRef>>,
    /// What was measured.
    pub indicator: Localized,
    /// How.
    pub method: Option<Localized>,
    /// Over how many people.
    pub n: Located<u64>,
    /// The value as written, with `.` as decimal sign.
    pub value: String,
    /// Its unit.
    pub unit: Option<Localized>,
    /// Its scale.
    pub scale: Option<Localized>,
    /// When.
    pub date: Option<Located<PartialDate>>,
}
