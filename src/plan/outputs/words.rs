//! The words inside data files: names of sheets, the README of the archive, titles of tables.
//!
//! They stand in `words/<lang>.yaml` beside this file, for the same reason as the dictionary: a theme cannot change what
//! these files hold. A site in another language gets the English ones.

use crate::text::Messages;
use crate::value::Lang;
use std::sync::LazyLock;

/// The words of one language.
pub type Words = Messages;

static INDONESIAN: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("words/id.yaml")).unwrap_or_default());
static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("words/en.yaml")).unwrap_or_default());

/// The words inside data files in a language.
pub fn words(lang: &Lang) -> &'static Words {
    if is_indonesian(lang) { indonesian() } else { english() }
}

pub(super) fn indonesian() -> &'static Words {
    &INDONESIAN
}

pub(super) fn english() -> &'static Words {
    &ENGLISH
}

/// Whether a language is Indonesian, in whatever region.
pub(super) fn is_indonesian(lang: &Lang) -> bool {
    lang.as_str().split('-').next() == Some("id")
}

#[cfg(test)]
mod tests {
    use super::{english, indonesian};

    #[test]
    fn both_languages_say_the_same_things() {
        let keys = |words: &'static super::Words| words.iter().map(|(key, _)| key).collect::<Vec<_>>();
        assert_eq!(keys(indonesian()), keys(english()));
        assert!(keys(english()).len() > 30);
        for key in keys(english()) {
            assert_eq!(indonesian().placeholders(key), english().placeholders(key), "{key}");
        }
    }
}
