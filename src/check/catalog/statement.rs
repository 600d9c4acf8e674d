//! Statements of office-holders.

use super::Common;
use crate::diag::Located;
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
    /// Whether these are the very words.
    pub verbatim: bool,
    /// The records it is about.
    pub about: Vec<Located<RecordRef>>,
}
