//! Sources.

use super::Common;
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
