//! What we publish: one file a kind, each the list of its published fields.
//!
//! References are [`RecordRef`]s into these lists; every one leads to a published record.

mod activity;
mod cohort;
mod narrative;
mod placement;
mod reference;
mod result;
mod site;
mod training;
mod visit;

pub use activity::{Activity, Head, PlaceFact};
pub use cohort::{BreakdownFact, CohortFact, PhaseFact};
pub use narrative::{NarrativeFact, Telling, TextFact};
pub use placement::PlacementFact;
pub(in crate::derive) use reference::Standing;
pub use reference::{InstitutionFact, ProgramFact, RegionFact, SourceFact, TopicFact};
pub use result::{CorrectionFact, EvaluationFact, OutcomeFact, StatementFact};
pub use site::SiteFact;
pub use training::TrainingFact;
pub use visit::VisitFact;

// The words that records use mean the same on both sides of the wall.
pub use crate::check::catalog::{
    CorrectionKind, Cover, Form, InstitutionKind, LegalBasis, Link, MapSettings, OutcomeKind, Publisher, RegionKind,
    SourceType, Stage, Status, TrainingKind, TrainingMode, VisitKind,
};

use super::{RegionHistory, Subject};
use crate::text::Messages;
use crate::value::{Kind, Lang, PartialDate, Picture, RecordRef};
use std::collections::BTreeMap;

/// The facts: public records, what refers to what, and what is derived. Lists are sorted by id.
#[derive(Debug)]
pub struct Facts {
    /// The site.
    pub site: SiteFact,
    /// Interface words, one table a language, in the order of the site's languages.
    pub messages: Vec<(Lang, Messages)>,
    /// The files of `media/` that something public shows or links to, by their paths below it: the picture that it
    /// is, none for a document.
    pub media: BTreeMap<String, Option<Picture>>,
    /// The outlines of regions: rings of longitude and latitude, holes among them.
    pub outlines: Vec<(u32, Vec<Vec<[f64; 2]>>)>,
    /// The newest date of the records that is not after the clock.
    pub as_of: Option<PartialDate>,
    /// Regions.
    pub regions: Vec<RegionFact>,
    /// Institutions.
    pub institutions: Vec<InstitutionFact>,
    /// Programs.
    pub programs: Vec<ProgramFact>,
    /// Topics.
    pub topics: Vec<TopicFact>,
    /// Sources.
    pub sources: Vec<SourceFact>,
    /// Cohorts.
    pub cohorts: Vec<CohortFact>,
    /// Placements.
    pub placements: Vec<PlacementFact>,
    /// Visits.
    pub visits: Vec<VisitFact>,
    /// Trainings.
    pub trainings: Vec<TrainingFact>,
    /// Outcomes.
    pub outcomes: Vec<OutcomeFact>,
    /// Evaluations.
    pub evaluations: Vec<EvaluationFact>,
    /// Statements.
    pub statements: Vec<StatementFact>,
    /// Corrections.
    pub corrections: Vec<CorrectionFact>,
    /// Stories.
    pub stories: Vec<NarrativeFact>,
    /// Standing pages.
    pub pages: Vec<NarrativeFact>,
    /// Every year with an activity or story, oldest first, with what happened in it.
    pub years: Vec<(i32, Subject)>,
    /// Everything together.
    pub whole: Subject,
    /// What refers to each record; see [`Facts::referrers`].
    pub(in crate::derive) referrers: Vec<Vec<Vec<RecordRef>>>,
    /// Only `derive` makes facts.
    #[expect(dead_code, reason = "never read: it only keeps other rooms from making one")]
    pub(in crate::derive) seal: (),
}

impl Facts {
    /// The records that refer to `record`, sorted by kind and id.
    pub fn referrers(&self, record: RecordRef) -> &[RecordRef] {
        self.referrers.get(record.kind as usize).and_then(|kind| kind.get(record.at())).map_or(&[], Vec::as_slice)
    }

    /// The common fields of a record.
    pub fn head(&self, record: RecordRef) -> &Head {
        let at = record.at();
        match record.kind {
            Kind::Region => &self.regions[at].head,
            Kind::Institution => &self.institutions[at].head,
            Kind::Program => &self.programs[at].head,
            Kind::Topic => &self.topics[at].head,
            Kind::Source => &self.sources[at].head,
            Kind::Cohort => &self.cohorts[at].head,
            Kind::Placement => &self.placements[at].head,
            Kind::Visit => &self.visits[at].head,
            Kind::Training => &self.trainings[at].head,
            Kind::Outcome => &self.outcomes[at].head,
            Kind::Evaluation => &self.evaluations[at].head,
            Kind::Statement => &self.statements[at].head,
            Kind::Correction => &self.corrections[at].head,
            Kind::Story => &self.stories[at].head,
            Kind::Page => &self.pages[at].head,
        }
    }

    /// How many public records of `kind` there are.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Region => self.regions.len(),
            Kind::Institution => self.institutions.len(),
            Kind::Program => self.programs.len(),
            Kind::Topic => self.topics.len(),
            Kind::Source => self.sources.len(),
            Kind::Cohort => self.cohorts.len(),
            Kind::Placement => self.placements.len(),
            Kind::Visit => self.visits.len(),
            Kind::Training => self.trainings.len(),
            Kind::Outcome => self.outcomes.len(),
            Kind::Evaluation => self.evaluations.len(),
            Kind::Statement => self.statements.len(),
            Kind::Correction => self.corrections.len(),
            Kind::Story => self.stories.len(),
            Kind::Page => self.pages.len(),
        }
    }

    /// What is derived about a region, institution, topic or program.
    pub fn subject(&self, record: RecordRef) -> Option<&Subject> {
        let at = record.at();
        match record.kind {
            Kind::Region => self.regions.get(at).map(|fact| &fact.subject),
            Kind::Institution => self.institutions.get(at).map(|fact| &fact.subject),
            Kind::Topic => self.topics.get(at).map(|fact| &fact.subject),
            Kind::Program => self.programs.get(at).map(|fact| &fact.subject),
            _ => None,
        }
    }

    /// What happened in `year`.
    pub fn year(&self, year: i32) -> Option<&Subject> {
        self.years.iter().find(|(other, _)| *other == year).map(|(_, subject)| subject)
    }

    /// What an activity of one of the four kinds has in common with the others.
    pub fn activity(&self, record: RecordRef) -> Option<&Activity> {
        let at = record.at();
        match record.kind {
            Kind::Cohort => self.cohorts.get(at).map(|fact| &fact.activity),
            Kind::Placement => self.placements.get(at).map(|fact| &fact.activity),
            Kind::Visit => self.visits.get(at).map(|fact| &fact.activity),
            Kind::Training => self.trainings.get(at).map(|fact| &fact.activity),
            _ => None,
        }
    }

    /// How a region is related to others by history; see [`RegionHistory`].
    pub fn history(&self, region: RecordRef) -> &[RegionHistory] {
        self.regions.get(region.at()).map_or(&[], |fact| fact.history.as_slice())
    }

    /// Facts of a site without records, for the tests of the steps above.
    #[cfg(test)]
    pub(crate) fn bare(site: SiteFact) -> Self {
        Self {
            site,
            messages: Vec::new(),
            media: BTreeMap::new(),
            outlines: Vec::new(),
            as_of: None,
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
            years: Vec::new(),
            whole: Subject::default(),
            referrers: Vec::new(),
            seal: (),
        }
    }
}
