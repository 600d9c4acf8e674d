//! What we hold: every record, checked, with the place of each value. One file a kind.
//!
//! A [`Catalog`] can be made only here in `check`: who holds one need not check again. It is never
//! seen above `derive`, because it holds what is not published.

mod cohort;
mod common;
mod correction;
mod evaluation;
mod institution;
mod outcome;
mod place;
mod placement;
mod program;
mod region;
mod site;
mod source;
mod statement;
mod story;
mod topic;
mod training;
mod visit;
mod when;

pub use cohort::{Breakdown, Cohort, Phase};
pub(in crate::check) use common::Titled;
pub use common::{Allow, Common, Person};
pub use correction::{Correction, CorrectionKind};
pub use evaluation::Evaluation;
pub use institution::{Institution, InstitutionKind};
pub use outcome::{Outcome, OutcomeKind, Stage};
pub use place::Place;
pub use placement::Placement;
pub use program::{Form, LegalBasis, Program};
pub use region::{Region, RegionCode, RegionKind, RegionParent};
pub use site::{Budget, MapSettings, Publisher, SilencedCode, Site};
pub use source::{Source, SourceType};
pub use statement::Statement;
pub use story::{Cover, Link, Narrative, NarrativeText};
pub use topic::Topic;
pub use training::{Training, TrainingKind, TrainingMode};
pub use visit::{Visit, VisitKind};
pub use when::{Status, When};

use crate::check::outlines::Outline;
use crate::text::Messages;
use crate::value::{Lang, Picture};
use std::collections::BTreeMap;

/// Everything that was read, checked and resolved. Lists are sorted by id.
#[derive(Clone, Debug)]
#[expect(clippy::manual_non_exhaustive, reason = "the attribute would only keep other crates from making one")]
pub struct Catalog {
    /// The settings.
    pub site: Site,
    /// Interface words, one table a language of the site, in its order.
    pub messages: Vec<(Lang, Messages)>,
    /// Every file of `media/`, by its path below it: the picture that it is, none for a document.
    pub media: BTreeMap<String, Option<Picture>>,
    /// The outlines of regions, by id.
    pub outlines: Vec<Outline>,
    /// Regions.
    pub regions: Vec<Region>,
    /// Institutions.
    pub institutions: Vec<Institution>,
    /// Programs.
    pub programs: Vec<Program>,
    /// Topics.
    pub topics: Vec<Topic>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Cohorts.
    pub cohorts: Vec<Cohort>,
    /// Placements.
    pub placements: Vec<Placement>,
    /// Visits.
    pub visits: Vec<Visit>,
    /// Trainings.
    pub trainings: Vec<Training>,
    /// Outcomes.
    pub outcomes: Vec<Outcome>,
    /// Evaluations.
    pub evaluations: Vec<Evaluation>,
    /// Statements.
    pub statements: Vec<Statement>,
    /// Corrections.
    pub corrections: Vec<Correction>,
    /// Stories.
    pub stories: Vec<Narrative>,
    /// Standing pages.
    pub pages: Vec<Narrative>,
    /// Only `check` makes a catalog.
    #[expect(dead_code, reason = "never read: it only keeps other rooms from making one")]
    pub(in crate::check) seal: (),
}

#[cfg(test)]
impl Catalog {
    /// An empty catalog around `site`, for tests of the steps above.
    pub(crate) fn for_tests(site: Site) -> Self {
        Self {
            site,
            messages: Vec::new(),
            media: BTreeMap::new(),
            outlines: Vec::new(),
            regions: Vec::new(),
            institutions: Vec::new(),
            programs: Vec::new(),
            topics: Vec::new(),
            sources: Vec::new(),
            cohorts: Vec::new(),
            placements: Vec::new(),
            visits: Vec::new(),
            trainings: Vec::new(),
            outcomes: Vec::new(),
            evaluations: Vec::new(),
            statements: Vec::new(),
            corrections: Vec::new(),
            stories: Vec::new(),
            pages: Vec::new(),
            seal: (),
        }
    }
}
