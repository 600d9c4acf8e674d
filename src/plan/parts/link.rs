//! Mentions: a text that may lead somewhere, a text in its language, a mark of a source.

use crate::plan::named::Names;
use crate::plan::view::{Seen, view};
use serde::Serializer;
use tera::Value;

view! {
    /// A mention of a record or place, a date, a value: always a text, perhaps a link.
    pub struct LinkView {
        /// The words.
        pub text: String,
        /// Where it leads, relative to this page; none is shown as text.
        pub href: Option<String>,
        /// The language of the words where it is not the page's, for `lang=`.
        pub lang: Option<String>,
        /// The machine form where the words are a date, for `<time datetime=>`.
        pub iso: Option<String>,
    }
}

/// Words of the interface as all pages share them.
#[derive(Clone, Debug)]
pub struct Words(pub Value);

impl Default for Words {
    fn default() -> Self {
        Self(Value::from(""))
    }
}

impl Seen for Words {
    fn seen<S: Serializer>(&self, names: &Names, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.seen(names, serializer)
    }
}

/// A [`LinkView`] that is made for this page, or one that many pages share. Only templates look into it.
#[derive(Clone, Debug)]
pub enum Mention {
    /// Made here.
    Made(LinkView),
    /// Made once for all pages, see `plan/mentions`.
    Shared(Value),
}

impl From<LinkView> for Mention {
    fn from(link: LinkView) -> Self {
        Self::Made(link)
    }
}

impl Seen for Mention {
    fn seen<S: Serializer>(&self, names: &Names, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Made(link) => link.seen(names, serializer),
            Self::Shared(value) => value.seen(names, serializer),
        }
    }
}

view! {
    /// Prose of a record.
    pub struct Text {
        /// The words.
        pub text: String,
        /// Their language where it is not the page's, for `lang=`.
        pub lang: Option<String>,
    }
}

view! {
    /// The mark of a source behind a statement of fact.
    pub struct SourceMark {
        /// Its number in the list of sources of this page.
        pub number: usize,
        /// The anchor of its entry in that list.
        pub href: String,
    }
}

impl LinkView {
    /// Words that lead nowhere.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that lead to `href`.
    pub fn to(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }
}
