//! Sources.

use super::Common;
use super::common::Titled;
use crate::check::record::{Fields, date, language, text, url, word};
use crate::value::{Lang, PartialDate};

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceType {
    /// A press report.
    Press,
    /// A press release.
    Release,
    /// A report.
    Report,
    /// A regulation.
    Regulation,
    /// A decree.
    Decree,
    /// A dataset.
    Dataset,
    /// An interview.
    Interview,
    /// A web page.
    Web,
}

/// A source; its title is in the common fields.
#[derive(Clone, Debug)]
pub struct Source {
    /// Common fields.
    pub common: Common,
    /// What it is.
    pub kind: SourceType,
    /// Who published it.
    pub publisher: String,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// A stored copy.
    pub archived: Option<String>,
    /// Its language.
    pub language: Option<Lang>,
}

const TYPES: [(&str, SourceType); 8] = [
    ("press", SourceType::Press),
    ("release", SourceType::Release),
    ("report", SourceType::Report),
    ("regulation", SourceType::Regulation),
    ("decree", SourceType::Decree),
    ("dataset", SourceType::Dataset),
    ("interview", SourceType::Interview),
    ("web", SourceType::Web),
];

impl Source {
    /// Reads a source.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Required);
        let kind = fields.required("type", word(&TYPES));
        let publisher = fields.required("publisher", text);
        let address = fields.optional("url", url);
        let published = fields.optional("published", date);
        let accessed = fields.optional("accessed", date);
        let archived = fields.optional("archived", url);
        let language = fields.optional("language", language);
        Some(Self { common, kind: kind?, publisher: publisher?, url: address, published, accessed, archived, language })
    }
}
