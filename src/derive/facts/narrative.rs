//! Stories and standing pages as published.

use super::activity::references;
use super::{Cover, Head, Link};
use crate::check::catalog::{Narrative, NarrativeText};
use crate::diag::FileId;
use crate::value::{Lang, PartialDate, RecordRef};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// A story or page in all its languages.
#[derive(Clone, Debug, Hash)]
pub struct NarrativeFact {
    /// Common fields.
    pub head: Head,
    /// The date of a story.
    pub date: Option<PartialDate>,
    /// What it is about.
    pub about: Vec<RecordRef>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The picture at its head.
    pub cover: Option<Cover>,
    /// The last part of its address.
    pub slug: String,
    /// One text a language.
    pub texts: Vec<TextFact>,
}

/// A narrative in one language.
#[derive(Clone, Debug)]
pub struct TextFact {
    /// The language.
    pub lang: Lang,
    /// The file it stands in, for the preview.
    pub file: FileId,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Its words.
    pub telling: Telling,
}

/// The words of a narrative: only its own pages and the index of the search show them, so that other words make
/// nothing else anew.
#[derive(Clone, Debug, Hash)]
pub struct Telling {
    /// The Markdown, without front matter.
    pub body: String,
    /// What its links lead to; a link to a record that is not published is not among them and is shown as text.
    pub links: BTreeMap<String, Link>,
}

impl Hash for TextFact {
    /// All that other pages may show as well: not the words, and not the file, which only the preview asks for.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { lang, file: _, title, summary, telling: _ } = self;
        (lang, title, summary).hash(state);
    }
}

impl NarrativeFact {
    /// Publishes a narrative. Links to what is not public were taken out before.
    pub(in crate::derive) fn new(record: Narrative) -> Self {
        let slug = record.slug.unwrap_or_else(|| record.common.id.value.clone());
        Self {
            head: Head::new(record.common),
            date: record.date.map(|date| date.value),
            about: references(record.about),
            author: record.author,
            cover: record.cover,
            slug,
            texts: record.texts.into_iter().map(TextFact::new).collect(),
        }
    }
}

impl TextFact {
    fn new(text: NarrativeText) -> Self {
        Self {
            lang: text.lang,
            file: text.file,
            title: text.title,
            summary: text.summary,
            telling: Telling { body: text.body, links: text.links },
        }
    }
}
