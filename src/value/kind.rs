//! The kinds of records and narratives.

use std::fmt;

/// A kind of record: the first folder of its file, the segment of its address, a column of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A country, island group, province, regency, city, district.
    Region,
    /// A government, agency, unit, council, university.
    Institution,
    /// What cohorts belong to.
    Program,
    /// What activities are about.
    Topic,
    /// Where a fact was read.
    Source,
    /// People sent together.
    Cohort,
    /// Some of a cohort at one host.
    Placement,
    /// A study visit.
    Visit,
    /// A course, workshop, seminar.
    Training,
    /// What came of activities.
    Outcome,
    /// A measured aggregate.
    Evaluation,
    /// Words of an office-holder.
    Statement,
    /// What was corrected in this publication.
    Correction,
    /// A narrative.
    Story,
    /// A standing page.
    Page,
}

impl Kind {
    /// Every kind, in the order of the content model.
    pub const ALL: [Self; 15] = [
        Self::Region,
        Self::Institution,
        Self::Program,
        Self::Topic,
        Self::Source,
        Self::Cohort,
        Self::Placement,
        Self::Visit,
        Self::Training,
        Self::Outcome,
        Self::Evaluation,
        Self::Statement,
        Self::Correction,
        Self::Story,
        Self::Page,
    ];

    /// The kinds kept in YAML files.
    pub const RECORDS: [Self; 13] = [
        Self::Region,
        Self::Institution,
        Self::Program,
        Self::Topic,
        Self::Source,
        Self::Cohort,
        Self::Placement,
        Self::Visit,
        Self::Training,
        Self::Outcome,
        Self::Evaluation,
        Self::Statement,
        Self::Correction,
    ];

    /// The activities: what people did together.
    pub const ACTIVITIES: [Self; 4] = [Self::Cohort, Self::Placement, Self::Visit, Self::Training];

    /// The word in references and front matter: `cohort`.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Institution => "institution",
            Self::Program => "program",
            Self::Topic => "topic",
            Self::Source => "source",
            Self::Cohort => "cohort",
            Self::Placement => "placement",
            Self::Visit => "visit",
            Self::Training => "training",
            Self::Outcome => "outcome",
            Self::Evaluation => "evaluation",
            Self::Statement => "statement",
            Self::Correction => "correction",
            Self::Story => "story",
            Self::Page => "page",
        }
    }

    /// The word of folders, files and settings: `cohorts`.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Region => "regions",
            Self::Institution => "institutions",
            Self::Program => "programs",
            Self::Topic => "topics",
            Self::Source => "sources",
            Self::Cohort => "cohorts",
            Self::Placement => "placements",
            Self::Visit => "visits",
            Self::Training => "trainings",
            Self::Outcome => "outcomes",
            Self::Evaluation => "evaluations",
            Self::Statement => "statements",
            Self::Correction => "corrections",
            Self::Story => "stories",
            Self::Page => "pages",
        }
    }

    /// The kind that a word in singular or plural names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.singular() == word || kind.plural() == word)
    }

    /// The kind that a top folder or file stem names (always the plural).
    pub fn from_folder(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.plural() == word)
    }

    /// Regions and institutions: they share one namespace.
    pub fn is_party(self) -> bool {
        matches!(self, Self::Region | Self::Institution)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.singular())
    }
}
