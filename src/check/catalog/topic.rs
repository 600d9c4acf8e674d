//! Topics.

use super::Common;
use crate::diag::Located;
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
