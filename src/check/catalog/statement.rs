//! Statements of office-holders.

use super::Common;
use super::common::Titled;
use crate::check::kinds::ANY;
use crate::check::record::{Fields, date, flag, localized, located, reference, text};
use crate::diag::Located;
use crate::value::Kind;
use crate::value::{Localized, PartialDate, RecordRef};

/// Words of an office-holder, speaking in office.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Common fields.
    pub common: Common,
    /// Whether the record gives its id itself.
    pub has_own_id: bool,
    /// Who speaks.
    pub speaker: String,
    /// In which office.
    pub office: Localized,
    /// Of which institution.
    pub institution: Option<Located<RecordRef>>,
    /// When.
    pub date: Option<Located<PartialDate>>,
    /// The words, or their gist.
    pub text: Localized,
    /// Whether these are the very words; none where nobody says.
    pub verbatim: Option<bool>,
    /// The records it is about.
    pub about: Vec<Located<RecordRef>>,
}

impl Statement {
    /// Reads a statement.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let has_own_id = fields.scope.generated_id.is_none();
        let common = Common::read(fields, Titled::Optional);
        let speaker = fields.required("speaker", text);
        let office = fields.required("office", localized);
        let words = fields.required("text", localized);
        let statement = Self {
            common,
            has_own_id,
            institution: fields.optional("institution", reference(&[Kind::Institution])),
            date: fields.optional("date", located(date)),
            verbatim: fields.optional("verbatim", flag),
            about: fields.list("about", reference(ANY)).unwrap_or_default(),
            speaker: speaker?,
            office: office?,
            text: words?,
        };
        Some(statement)
    }
}
