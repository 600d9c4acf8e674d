//! Interface words of a theme: flat tables, one a language.

use serde_saphyr::Spanned;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

/// The words of one language, by key (`snake_case`). A word may hold `{placeholders}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    /// By key, in its order.
    words: Vec<(String, String)>,
    /// Where the word of a key stands: dozens are asked for on every page.
    places: HashMap<String, usize, ahash::RandomState>,
}

/// Why a table of words cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagesProblem {
    /// The line, from 1.
    pub line: usize,
    /// The words of the parser.
    pub reason: String,
}

/// The places follow from the words.
impl Hash for Messages {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.words.hash(state);
    }
}

impl Messages {
    /// Reads a flat YAML table of texts.
    ///
    /// Values are kept as written: `no` and `12` are words, not a truth and a number. An empty file is an empty table.
    ///
    /// # Errors
    /// The first place that is no such table: broken YAML, a nested value, a repeated key, a key with other
    /// signs than `a-z`, `0-9`, `_` and `-`.
    pub fn parse(yaml: &str) -> Result<Self, MessagesProblem> {
        let yaml = yaml.strip_prefix('\u{feff}').unwrap_or(yaml);
        if yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        let table = serde_saphyr::from_str_with_options::<BTreeMap<String, Spanned<String>>>(yaml, options()).map_err(
            |error| MessagesProblem {
                line: error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1)),
                reason: error.without_snippet().to_string(),
            },
        )?;
        let misnamed = table.iter().filter(|(key, _)| !is_key(key));
        if let Some((key, word)) = misnamed.min_by_key(|(_, word)| word.referenced.line()) {
            return Err(MessagesProblem {
                line: usize::try_from(word.referenced.line()).unwrap_or(1),
                reason: format!("`{key}` is no key: write `snake_case`"),
            });
        }
        let words: Vec<(String, String)> = table.into_iter().map(|(key, word)| (key, word.value)).collect();
        let places = words.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
        Ok(Self { words, places })
    }

    /// The word for `key`; the key itself where there is none, so that the gap is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The word for `key`, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.places.get(key).and_then(|at| self.words.get(*at)).map(|(_, word)| word.as_str())
    }

    /// The word for `key` with each `{name}` replaced by its value. Braces inside values stay as they are.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let word = self.get(key);
        let mut text = String::with_capacity(word.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
        for piece in pieces(word) {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Placeholder(name) => match values.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => text.push_str(value),
                    None => text.extend(["{", name, "}"]),
                },
            }
        }
        text
    }

    /// The word for a number of things: `key_one` for exactly 1 where the language has it, else `key`.
    /// `{n}` is the formatted number.
    pub fn count(&self, key: &str, number: Option<u64>, formatted: &str) -> String {
        let mut key = Cow::Borrowed(key);
        if number == Some(1) {
            let one = format!("{key}_one");
            if self.places.contains_key(&one) {
                key = Cow::Owned(one);
            }
        }
        self.fill(&key, &[("n", formatted)])
    }

    /// The names of the `{placeholders}` of the word for `key`: every language must have the same.
    pub fn placeholders(&self, key: &str) -> BTreeSet<&str> {
        let word = self.find(key).unwrap_or_default();
        pieces(word)
            .filter_map(|piece| match piece {
                Piece::Placeholder(name) => Some(name),
                Piece::Text(_) => None,
            })
            .collect()
    }

    /// Every key with its word, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(key, word)| (key.as_str(), word.as_str()))
    }
}

/// A stretch of a word.
enum Piece<'w> {
    Text(&'w str),
    Placeholder(&'w str),
}

/// Cuts a word at its placeholders. A brace that opens no `{name}` is text.
fn pieces(word: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(body) = rest.strip_prefix('{') {
            let length = body.bytes().take_while(|byte| is_name_byte(*byte)).count();
            if length > 0 && body[length..].starts_with('}') {
                rest = &body[length + 1..];
                return Some(Piece::Placeholder(&body[..length]));
            }
        }
        let end = rest.bytes().skip(1).position(|byte| byte == b'{').map_or(rest.len(), |at| at + 1);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Text(text))
    })
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}

/// `snake_case`; the hyphen because many keys end in a word of the records (`stage_in-progress`).
fn is_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| byte == b'-' || is_name_byte(byte))
}

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        strict_booleans: true,
        reject_unsupported_tags: true,
        merge_keys: serde_saphyr::MergeKeyPolicy::Error,
        with_snippet: false,
    }
}

#[cfg(test)]
mod tests {
    use super::Messages;

    #[test]
    fn words_are_kept_as_written() {
        let words =
            Messages::parse("\u{feff}# kata\nanswer: no\ncount: 012\nsign: \".\"\ncity: مدينة 🏙\n").expect("words");
        assert_eq!(words.get("answer"), "no");
        assert_eq!(words.get("count"), "012");
        assert_eq!(words.get("sign"), ".");
        assert_eq!(words.get("city"), "مدينة 🏙");
        assert_eq!(words.get("absent"), "absent");
        assert_eq!(Messages::parse("# nothing yet\n"), Ok(Messages::default()));
    }

    #[test]
    fn what_is_no_flat_table_is_refused_with_its_line() {
        for (yaml, line) in [
            ("ok: a\nCity-Name: b\n", 2),
            ("ok: a\nlist: [b]\n", 2),
            ("ok: a\nmap:\n  b: c\n", 3),
            ("ok: a\nother: b\nok: c\n", 3),
        ] {
            assert_eq!(Messages::parse(yaml).map_err(|problem| problem.line), Err(line), "{yaml}");
        }
        assert!(Messages::parse("ok: \"a").is_err());
        assert!(Messages::parse("- a\n").is_err());
    }

    #[test]
    fn placeholders_are_filled_once() {
        let words = Messages::parse("a: \"{x} dan {y}, { z } {Z} {unknown} {\"\n").expect("words");
        assert_eq!(words.fill("a", &[("x", "{y}"), ("y", "{x}")]), "{y} dan {x}, { z } {Z} {unknown} {");
        assert_eq!(words.placeholders("a").into_iter().collect::<Vec<_>>(), ["unknown", "x", "y"]);
        assert!(words.placeholders("absent").is_empty());
    }

    #[test]
    fn one_is_singular_where_the_language_has_it() {
        let words = Messages::parse("people: \"{n} people\"\npeople_one: \"{n} person\"\norang: \"{n} orang\"\n")
            .expect("words");
        assert_eq!(words.count("people", Some(1), "1"), "1 person");
        assert_eq!(words.count("people", Some(0), "0"), "0 people");
        assert_eq!(words.count("people", None, "about 1"), "about 1 people");
        assert_eq!(words.count("orang", Some(1), "1"), "1 orang");
    }
}
