//! Evaluations: aggregates only (results of an individual's evaluation are excluded information,
//! UU 14/2008 art. 17 h).

use super::Common;
use super::common::Titled;
use crate::check::kinds::EVALUATED;
use crate::check::record::{Fields, date, localized, located, number_text, reference, whole};
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

impl Evaluation {
    /// Reads an evaluation. `of` may name one record or a list of them.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let of = fields.required_one_or_more("of", reference(EVALUATED));
        let indicator = fields.required("indicator", localized);
        let n = fields.required("n", located(whole));
        let value = fields.required("value", number_text);
        let evaluation = Self {
            common,
            method: fields.optional("method", localized),
            unit: fields.optional("unit", localized),
            scale: fields.optional("scale", localized),
            date: fields.optional("date", located(date)),
            of: of?,
            indicator: indicator?,
            n: n?,
            value: value?,
        };
        Some(evaluation)
    }
}
