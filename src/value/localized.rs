//! Text in one or several languages.

use super::Lang;

/// A text as its record gives it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Localized {
    /// A bare string: it is in the site's default language.
    Plain(String),
    /// One text a language, in the order of the record.
    Many(Vec<(Lang, String)>),
}

impl Localized {
    /// The text in `lang`, else in `default`, else the first there is, with the language it is in.
    ///
    /// A language without text falls back visibly: compare the returned language with `lang`.
    pub fn get<'a>(&'a self, lang: &'a Lang, default: &'a Lang) -> (&'a Lang, &'a str) {
        match self {
            Self::Plain(text) => (default, text),
            Self::Many(texts) => texts
                .iter()
                .find(|(key, _)| key == lang)
                .or_else(|| texts.iter().find(|(key, _)| key == default))
                .or_else(|| texts.first())
                .map_or((default, ""), |(key, text)| (key, text)),
        }
    }

    /// Every text, whatever its language.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (plain, many) = match self {
            Self::Plain(text) => (Some(text.as_str()), [].as_slice()),
            Self::Many(texts) => (None, texts.as_slice()),
        };
        plain.into_iter().chain(many.iter().map(|(_, text)| text.as_str()))
    }
}
