//! Mentions: a text that may lead somewhere, a text in its language, a mark of a source.

use crate::plan::view::view;

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
