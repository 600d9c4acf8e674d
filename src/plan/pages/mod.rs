//! One file a kind of page: what its template sees, and how that is made.

pub(in crate::plan) mod activity;
pub(in crate::plan) mod cohort;
pub(in crate::plan) mod correction;
pub(in crate::plan) mod data;
pub(in crate::plan) mod flows;
pub(in crate::plan) mod home;
pub(in crate::plan) mod index;
pub(in crate::plan) mod index_regions;
pub(in crate::plan) mod index_terms;
pub(in crate::plan) mod institution;
pub(in crate::plan) mod list;
pub(in crate::plan) mod map;
pub(in crate::plan) mod not_found;
pub(in crate::plan) mod outcome;
pub(in crate::plan) mod placement;
pub(in crate::plan) mod program;
pub(in crate::plan) mod region;
pub(in crate::plan) mod region_year;
pub(in crate::plan) mod search;
pub(in crate::plan) mod source;
pub(in crate::plan) mod standing;
pub(in crate::plan) mod story;
pub(in crate::plan) mod topic;
pub(in crate::plan) mod training;
pub(in crate::plan) mod visit;
pub(in crate::plan) mod year;

use super::outputs::Sizes;
use super::parts::base::{Frame, base};
use super::scope::Scope;
use super::view::{Fields, put};
use super::{PageKind, PlannedPage, SitePlan, View};
use crate::value::{Kind, RecordRef};
use tera::Value;

/// What the template of a page sees.
pub(in crate::plan) fn view(plan: &SitePlan<'_>, page: &PlannedPage) -> View {
    view_in(&Scope::new(plan, page))
}

/// The same with every field, named or not.
pub(in crate::plan) fn whole_view(plan: &SitePlan<'_>, page: &PlannedPage) -> View {
    view_in(&Scope::whole(plan, page))
}

fn view_in(scope: &Scope<'_>) -> View {
    let (plan, page) = (scope.plan, scope.page);
    let at = page.subject as usize;
    match page.kind {
        PageKind::Home => frame(scope, home::view(scope)),
        PageKind::RegionYear => frame(scope, region_year::view(scope, page.subject, page.year.unwrap_or_default())),
        PageKind::Index => frame(scope, index::view(scope, plan.index_word(page))),
        PageKind::List => page.list.map_or_else(View::new, |list| frame(scope, list::view(scope, list))),
        PageKind::Year => frame(scope, year::view(scope, at)),
        PageKind::Map => frame(scope, map::view(scope, page.subject)),
        PageKind::Flows => frame(scope, flows::view(scope)),
        PageKind::Data => frame(scope, data::view(scope, &Sizes::new())),
        PageKind::Search => frame(scope, search::view(scope, page.subject)),
        PageKind::NotFound => frame(scope, not_found::view(scope)),
        PageKind::Record(kind) => record(scope, RecordRef { kind, index: page.subject }),
    }
}

/// What the template of the download page sees.
pub(in crate::plan) fn data_view(plan: &SitePlan<'_>, page: &PlannedPage, sizes: &Sizes) -> View {
    let scope = Scope::new(plan, page);
    frame(&scope, data::view(&scope, sizes))
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
        Kind::Evaluation | Kind::Statement => View::new(),
    }
}

/// Puts the frame around the matter, with the words and the JSON-LD.
fn frame<M: Fields>(scope: &Scope<'_>, (own, matter): (Frame, M)) -> View {
    let mut page = View::new();
    let names = scope.names();
    put(&base(scope, own), names, &mut page);
    put(&matter, names, &mut page);
    page.insert_value("t", scope.plan.words_value(scope.lang));
    if names.has("json_ld") {
        page.insert_value("json_ld", Value::safe_string(&super::json_ld::script(scope.plan, scope.page)));
    }
    page
}
