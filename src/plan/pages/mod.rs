//! One file a kind of page: what its template sees, and how that is made.

mod activity;
mod cohort;
mod correction;
mod data;
mod home;
mod index;
mod index_regions;
mod index_terms;
mod institution;
mod not_found;
mod outcome;
mod placement;
mod program;
mod region;
mod region_year;
mod source;
mod standing;
mod story;
mod topic;
mod training;
mod visit;
mod year;

pub(in crate::plan) use activity::RecordHead;
pub(in crate::plan) use {
    cohort::{BreakdownCell, BreakdownView, CohortView, PhaseView},
    correction::CorrectionView,
    data::{DataFile, DataView},
    home::{HomeView, StageRow},
    index::{IndexGroup, IndexView},
    index_regions::RegionNode,
    index_terms::{Term, TermGroup},
    institution::InstitutionView,
    not_found::NotFoundView,
    outcome::OutcomeView,
    placement::PlacementView,
    program::ProgramView,
    region::{ChildRow, RegionView},
    region_year::RegionYearView,
    source::SourceView,
    standing::StandingView,
    story::{CoverView, StoryView, TocItem},
    topic::TopicView,
    training::TrainingView,
    visit::VisitView,
    year::YearView,
};

use super::parts::base::{Frame, base};
use super::scope::Scope;
use super::{PageKind, PlannedPage, SitePlan, View};
use crate::value::{Kind, RecordRef};
use serde::Serialize;

/// What the template of a page sees.
pub(in crate::plan) fn view(plan: &SitePlan<'_>, page: &PlannedPage) -> View {
    let scope = Scope::new(plan, page);
    let at = page.subject as usize;
    match page.kind {
        PageKind::Home => frame(&scope, home::view(&scope)),
        PageKind::RegionYear => frame(&scope, region_year::view(&scope, page.subject, page.year.unwrap_or_default())),
        PageKind::Index => frame(&scope, index::view(&scope, plan.index_word(page))),
        PageKind::Year => frame(&scope, year::view(&scope, at)),
        PageKind::Data => frame(&scope, data::view(&scope)),
        PageKind::NotFound => frame(&scope, not_found::view(&scope)),
        PageKind::Record(kind) => record(&scope, RecordRef { kind, index: page.subject }),
    }
}

fn record(scope: &Scope<'_>, record: RecordRef) -> View {
    match record.kind {
        Kind::Region => frame(scope, region::view(scope, record)),
        Kind::Institution => frame(scope, institution::view(scope, record)),
        Kind::Program => frame(scope, program::view(scope, record)),
        Kind::Topic => frame(scope, topic::view(scope, record)),
        Kind::Source => frame(scope, source::view(scope, record)),
        Kind::Cohort => frame(scope, cohort::view(scope, record)),
        Kind::Placement => frame(scope, placement::view(scope, record)),
        Kind::Visit => frame(scope, visit::view(scope, record)),
        Kind::Training => frame(scope, training::view(scope, record)),
        Kind::Outcome => frame(scope, outcome::view(scope, record)),
        Kind::Correction => frame(scope, correction::view(scope, record)),
        Kind::Story => frame(scope, story::view(scope, record)),
        Kind::Page => frame(scope, standing::view(scope, record)),
        // They have no template: they stand on the pages of what they are about.
        Kind::Evaluation | Kind::Statement => View::none(),
    }
}

/// The keys of the frame and of the matter side by side.
#[derive(Serialize)]
struct Whole<B, M> {
    #[serde(flatten)]
    base: B,
    #[serde(flatten)]
    matter: M,
}

/// Puts the frame around the matter, with the words and the JSON-LD.
fn frame<M: Serialize>(scope: &Scope<'_>, (own, matter): (Frame, M)) -> View {
    let whole = Whole { base: base(scope, own), matter };
    let Ok(value) = View::try_from_serializable(&whole) else { return View::none() };
    let Some(mut map) = value.into_map() else { return View::none() };
    map.insert("t".into(), scope.plan.words_value(scope.lang));
    let json_ld = super::json_ld::script(scope.plan, scope.page);
    map.insert("json_ld".into(), View::safe_string(&json_ld));
    View::from(map)
}
