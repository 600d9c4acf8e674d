//! Topics.

use super::Common;
use super::common::Titled;
use crate::check::record::{Fields, localized, reference, text};
use crate::diag::Located;
use crate::value::Kind;
use crate::value::{Localized, RecordRef};

/// A topic.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Common fields.
    pub common: Common,
    /// The name.
    pub name: Localized,
    /// The topic above.
    pub broader: Option<Located<RecordRef>>,
    /// The words of sources.
    pub also_called: Vec<String>,
}

impl Topic {
    /// Reads a topic.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Named);
        let name = fields.required("name", localized);
        let broader = fields.optional("broader", reference(&[Kind::Topic]));
        let also_called = fields.list("also_called", text).unwrap_or_default();
        Some(Self { common, name: name?, broader, also_called })
    }
}
