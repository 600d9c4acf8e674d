//! Stories and standing pages: front matter, and Markdown with its bindings resolved.

use super::Common;
use crate::diag::{FileId, Located};
use crate::value::{Lang, Localized, PartialDate, RecordRef};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// A story or standing page in all its languages.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// Common fields; `title` is always there, one text a language.
    pub common: Common,
    /// The date of a story.
    pub date: Option<Located<PartialDate>>,
    /// What it is about.
    pub about: Vec<Located<RecordRef>>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The picture at its head.
    pub cover: Option<Cover>,
    /// The last part of its address, if not the id.
    pub slug: Option<String>,
    /// One text a language, in the order of the site's languages.
    pub texts: Vec<NarrativeText>,
}

/// A narrative in one language.
#[derive(Clone, Debug)]
pub struct NarrativeText {
    /// The language.
    pub lang: Lang,
    /// The file it stands in.
    pub file: FileId,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// The Markdown, without front matter.
    pub body: String,
    /// What its links lead to, by the text between the brackets or the address as written.
    pub links: BTreeMap<String, Link>,
}

/// What a binding or link of a narrative leads to, after checking.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// A record, perhaps one of its figures or fields.
    Record {
        /// The record.
        target: RecordRef,
        /// The name after `#`.
        figure: Option<String>,
    },
    /// A year, named in `[[2022#…]]`.
    Year {
        /// The year.
        year: i32,
        /// The name after `#`.
        figure: Option<String>,
    },
    /// A narrative by its Markdown file, with the heading after `#`.
    Narrative {
        /// The story or page.
        target: RecordRef,
        /// The heading's id.
        heading: Option<String>,
    },
    /// A file of `media/`, by its path below `media/`.
    Media(String),
    /// The path of an address of the site itself, without the slash at its beginning; what follows the path stands in
    /// the address as written.
    Address(String),
    /// A heading of the same text.
    Heading(String),
    /// An address elsewhere.
    External(String),
}

/// A picture at the head of a story.
#[derive(Clone, Debug)]
pub struct Cover {
    /// The path below `media/`.
    pub src: Located<String>,
    /// What it shows.
    pub alt: Localized,
    /// Who took it.
    pub credit: Option<String>,
}

impl Hash for Cover {
    /// All but where it is written.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { src, alt, credit } = self;
        (&src.value, alt, credit).hash(state);
    }
}
