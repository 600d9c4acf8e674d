//! Interface words of a theme: flat tables, one a language.

use std::collections::BTreeMap;

/// The words of one language, by key (`snake_case`). A word may hold `{placeholders}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    words: BTreeMap<String, String>,
}

/// Why a table of words cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagesProblem {
    /// The line, from 1.
    pub line: usize,
    /// The words of the parser.
    pub reason: String,
}

impl Messages {
    /// Reads a flat YAML table of texts.
    ///
    /// # Errors
    /// The first place that is no such table.
    pub fn parse(yaml: &str) -> Result<Self, MessagesProblem> {
        serde_saphyr::from_str::<BTreeMap<String, String>>(yaml).map(|words| Self { words }).map_err(|error| {
            MessagesProblem {
                line: error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1)),
                reason: error.to_string(),
            }
        })
    }

    /// The word for `key`; the key itself where there is none, so that the gap is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// The word for `key`, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.words.get(key).map(String::as_str)
    }

    /// The word for `key` with each `{name}` replaced by its value.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.get(key).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// The word for a number of things: `key_one` for exactly 1 where the language has it, else `key`.
    /// `{n}` is the formatted number.
    pub fn count(&self, key: &str, number: Option<u64>, formatted: &str) -> String {
        let one = format!("{key}_one");
        let key = if number == Some(1) && self.words.contains_key(&one) { one.as_str() } else { key };
        self.fill(key, &[("n", formatted)])
    }

    /// Every key with its word, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(key, word)| (key.as_str(), word.as_str()))
    }
}
