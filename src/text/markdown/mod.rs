//! Markdown: what a narrative binds to, and its HTML.
//!
//! [`scan()`] lists every link, picture, heading and raw HTML with byte ranges, for `check`;
//! [`render()`] writes HTML with what the caller says each binding leads to; [`plain()`] gives the bare words.

mod bindings;
mod block_lines;
mod document;
mod escape;
mod html_filter;
mod label;
mod markup;
mod outline;
mod plain;
#[cfg(test)]
mod properties;
mod render;
mod scan;
mod slugs;
mod unread;
mod words;

use std::ops::Range;

pub use plain::plain;
pub use render::render;
pub use scan::scan;

/// A `[[…]]` or `![[…]]` of a narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The text between the brackets without label, `\|` read as `|`: `papua#people_sent`. The key of resolved links.
    pub key: String,
    /// The record: an id, perhaps `kind:id`, or a year.
    pub target: String,
    /// The name after `#`.
    pub figure: Option<String>,
    /// The text after `|`.
    pub label: Option<String>,
    /// It is `![[…]]` on a line of its own: a card, chart or table.
    pub block: bool,
    /// Bytes of the whole binding.
    pub range: Range<usize>,
    /// Bytes of the target and figure, for the caret.
    pub key_range: Range<usize>,
}

impl Binding {
    /// The words that show in place of the name. A value always shows itself, so that it cannot disagree with the records.
    pub fn words(&self) -> Option<&str> {
        self.label.as_deref().filter(|_| self.figure.is_none())
    }
}

/// An ordinary Markdown link or picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The address as written (entities and escapes read).
    pub address: String,
    /// The text of the link, or what the picture shows.
    pub text: String,
    /// It is a picture.
    pub image: bool,
    /// Bytes of the address if it could be found in the source, else of the whole.
    pub range: Range<usize>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6: of the source when scanned, of the page when rendered.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// Its id: as written (`{#id}`), else made from the text, made unique.
    pub id: String,
    /// Its bytes.
    pub range: Range<usize>,
}

/// Everything in a narrative that must be checked. Ranges are bytes of the scanned text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// `[[…]]` and `![[…]]`.
    pub bindings: Vec<Binding>,
    /// `[text](address)`, `![alt](address)`, `<https://…>`, reference links.
    pub references: Vec<Reference>,
    /// `[text][missing]` and `[missing][]`: the label and the bytes of the whole; `[^missing]`: the label with its `^`.
    pub missing_labels: Vec<(String, Range<usize>)>,
    /// `[[…]]` that is none: it would be published with its brackets.
    pub unread: Vec<Range<usize>>,
    /// Headings.
    pub headings: Vec<Heading>,
    /// Raw HTML that will be shown as text (the allowed inline tags are not among it).
    pub raw_html: Vec<RawHtml>,
}

/// Raw HTML that will be shown as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// Its bytes: a tag, or all from a tag to the one that closes it.
    pub range: Range<usize>,
    /// The name of the tag in lower case; empty for comments and the like.
    pub name: String,
    /// Why it does not pass.
    pub refusal: Refusal,
}

/// Why raw HTML does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No tag of that name passes.
    Unknown,
    /// A tag of words whose end is not in the same piece of Markdown.
    NotClosed,
    /// The same, of a tag of blocks.
    DetailsNotClosed,
    /// An end without a beginning.
    NotOpened,
    /// A tag of blocks among words.
    AmongWords,
    /// A summary outside of details.
    NoDetails,
}

/// What a binding or address becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A link: address (already relative to the page) and the text shown where the author gave none.
    Link {
        /// The address.
        href: String,
        /// The text if the author gave none.
        text: String,
        /// The language of the text, where it differs from the page's.
        lang: Option<String>,
    },
    /// Only text: the record has no page.
    Text(String),
    /// A block: ready HTML of a card, chart or table.
    Block(String),
}

/// A picture as a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The address of the file for those who choose none.
    pub src: String,
    /// The files to choose from, with their widths; empty where there is one.
    pub srcset: String,
    /// How wide it is shown, as `sizes` says it.
    pub sizes: String,
    /// Width and height in pixels, so that the page does not move when it comes; 0 where they are not known.
    pub size: (u32, u32),
    /// It may come when it is scrolled to.
    pub lazy: bool,
}

/// Says what bindings and addresses lead to.
pub trait Resolver {
    /// What `[[key]]` becomes; `block` for `![[key]]`.
    fn binding(&self, key: &str, block: bool) -> Option<Target>;
    /// The address to write for an ordinary link or picture; none for one that is not published (shown as text).
    fn address(&self, address: &str) -> Option<String>;
    /// How an ordinary picture is shown; none where only its address is known.
    fn picture(&self, address: &str) -> Option<Shown> {
        let _ = address;
        None
    }
    /// A word of the interface: `footnotes`, `footnote_back`, `task_done`, `task_open`, `alert_note`, `alert_tip`,
    /// `alert_important`, `alert_warning`, `alert_caution`.
    fn word(&self, key: &str) -> String;
}

/// A rendered narrative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML; headings have ids, nothing carries a style or script.
    pub html: String,
    /// Headings, for a table of contents.
    pub headings: Vec<Heading>,
    /// Words, for the reading time.
    pub words: usize,
}
