//! Language tags (BCP 47) that a site may be written in.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A language of the site, such as `id` or `en`.
///
/// Nearly all tags are short and lie in the value itself: threads that make pages side by side would else wait for each
/// other at one counter, millions of times.
#[derive(Clone)]
pub struct Lang(Tag);

#[derive(Clone)]
enum Tag {
    Short(u8, [u8; SHORT]),
    Long(Arc<str>),
}

const SHORT: usize = 14;

impl Lang {
    /// Takes a tag as it is written; see [`Lang::is_tag`].
    pub fn new(tag: &str) -> Self {
        match u8::try_from(tag.len()) {
            Ok(length) if tag.len() <= SHORT => {
                let mut bytes = [0; SHORT];
                bytes[..tag.len()].copy_from_slice(tag.as_bytes());
                Self(Tag::Short(length, bytes))
            }
            _ => Self(Tag::Long(Arc::from(tag))),
        }
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
        match &self.0 {
            Tag::Short(length, bytes) => std::str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default(),
            Tag::Long(tag) => tag,
        }
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Tag::Short(length, bytes), Tag::Short(other_length, others)) => length == other_length && bytes == others,
            _ => self.as_str() == other.as_str(),
        }
    }
}

impl Eq for Lang {}

impl PartialOrd for Lang {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Lang {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Lang {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Lang({:?})", self.as_str())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn long_and_short_tags_are_alike() {
        for tag in ["", "id", "zh-Hant-TW-x-a", "zh-Hant-TW-x-ab", "ca-valencia-x-very-long"] {
            let lang = Lang::new(tag);
            assert_eq!((lang.as_str(), lang.to_string().as_str()), (tag, tag));
            assert_eq!(lang, Lang::new(tag));
        }
        let mut langs = ["zh-Hant-TW-x-ab", "id", "en"].map(Lang::new);
        langs.sort();
        assert_eq!(langs.map(|lang| lang.to_string()), ["en", "id", "zh-Hant-TW-x-ab"]);
    }
}
