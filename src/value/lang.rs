//! Language tags (BCP 47) that a site may be written in.

use std::fmt;
use std::sync::Arc;

/// A language of the site, such as `id` or `en`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// Takes a tag as it is written; see [`Lang::is_tag`].
    pub fn new(tag: &str) -> Self {
        Self(Arc::from(tag))
    }

    /// Whether `text` has the shape of a tag: `id`, `en`, `jv`, `zh-Hant`, `pt-BR`.
    pub fn is_tag(text: &str) -> bool {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        (2..=3).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
