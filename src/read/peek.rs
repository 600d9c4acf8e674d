//! A look at the settings before they are parsed.
//!
//! The theme has to be read in this step and its name stands in `site.yaml`, which the next step
//! parses; messages about broken settings want a language. So this looks for one word and guesses
//! nothing: what it does not understand counts as absent, and `check` says what is wrong.

use super::{SourceKind, Sources};
use crate::diag::FileId;
use std::ops::Range;

impl Sources {
    /// The site's default language as the settings word it, found without parsing them.
    pub fn default_language(&self) -> Option<&str> {
        let (_, text) = self.settings()?;
        word_of(text, "languages").map(|at| &text[at])
    }

    /// The settings file.
    pub(in crate::read) fn settings(&self) -> Option<(FileId, &str)> {
        self.ids().find(|(_, file)| file.kind == SourceKind::Settings).map(|(id, file)| (id, &*file.text))
    }
}

/// Where the value of the top-level field `key` stands; of a list, its first item.
pub(in crate::read) fn word_of(text: &str, key: &str) -> Option<Range<usize>> {
    let value = value_start(text, key)?;
    let rest = text[value..].trim_start_matches(['[', ' ', '\t']);
    let start = text.len() - rest.len();
    if rest.starts_with(['\r', '\n', '#']) { first_item(text, start) } else { plain_word(text, start) }
}

/// The first item of a list that is written line by line below its key.
fn first_item(text: &str, start: usize) -> Option<Range<usize>> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let words = line.trim_start();
        if !words.is_empty() && !words.starts_with('#') {
            let item = words.strip_prefix("- ")?.trim_start_matches(' ');
            return plain_word(text, at + line.len() - item.len());
        }
        at += line.len();
    }
    None
}

/// Where the value of `key` begins, right behind its colon.
fn value_start(text: &str, key: &str) -> Option<usize> {
    let flow = text.trim_start().starts_with('{');
    text.match_indices(key).map(|(at, _)| at).find_map(|at| {
        let before = text[..at].trim_end_matches(['"', '\'']);
        let begins =
            if flow { before.trim_end().ends_with(['{', ',']) } else { before.is_empty() || before.ends_with('\n') };
        let after = text[at + key.len()..].trim_start_matches(['"', '\'']).trim_start_matches([' ', '\t']);
        let value = after.strip_prefix(':')?;
        let ends = value.is_empty() || value.starts_with([' ', '\t', '\r', '\n']) || flow;
        (begins && ends).then_some(text.len() - value.len())
    })
}

fn plain_word(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = &text[start..];
    let (start, rest, end) = match rest.chars().next()? {
        quote @ ('"' | '\'') => (start + 1, &rest[1..], rest[1..].find(quote)?),
        '{' | '[' | '&' | '*' | '!' | '|' | '>' => return None,
        _ => (start, rest, rest.find(['\n', '\r', ',', ']', '}']).unwrap_or(rest.len())),
    };
    let word = &rest[..end];
    let word = word.split(" #").next().unwrap_or(word).trim_end();
    (!word.is_empty()).then(|| start..start + word.len())
}

#[cfg(test)]
mod tests {
    use super::word_of;
    use crate::read::Sources;

    fn word<'t>(text: &'t str, key: &str) -> Option<&'t str> {
        word_of(text, key).map(|at| &text[at])
    }

    #[test]
    fn one_word_is_found_without_parsing() {
        assert_eq!(word("title: x\r\ntheme: warta\r\n", "theme"), Some("warta"));
        assert_eq!(word("theme:   'polos'   # mine\n", "theme"), Some("polos"));
        assert_eq!(word("theme: polos # mine", "theme"), Some("polos"));
        assert_eq!(word("{title: x, theme: polos, languages: [en]}", "theme"), Some("polos"));
        assert_eq!(word("{\"theme\": \"polos\"}", "theme"), Some("polos"));
        assert_eq!(word("languages: [ id, en ]\n", "languages"), Some("id"));
        assert_eq!(word("languages:\n  # first\n  - en\n  - id\n", "languages"), Some("en"));
        assert_eq!(word("languages:\n- en\n", "languages"), Some("en"));
    }

    #[test]
    fn the_language_is_known_when_texts_have_gone() {
        let mut sources = Sources::for_tests(&[("site.yaml", "languages: [id, en]\n"), ("topics.yaml", "- id: a\n")]);
        sources.keep_texts(|_| false);
        assert_eq!(sources.default_language(), Some("id"));
        assert!(sources.files.iter().any(|file| file.text.is_empty()), "the others went");
    }

    #[test]
    fn what_is_not_understood_is_absent() {
        assert_eq!(word("  theme: nested\n", "theme"), None);
        assert_eq!(word("subtheme: x\n", "theme"), None);
        assert_eq!(word("theme:\ntitle: x\n", "theme"), None);
        assert_eq!(word("theme: {a: b}\n", "theme"), None);
        assert_eq!(word("theme:", "theme"), None);
        assert_eq!(word("", "theme"), None);
        assert_eq!(word("languages: [\n", "languages"), None);
        assert_eq!(word("theme: \"é", "theme"), None);
    }
}
