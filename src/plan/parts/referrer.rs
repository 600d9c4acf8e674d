//! Everything that refers to a record, as sections by kind, with statements and evaluations in full.

use super::group::{GroupView, plain, refs};
use super::item::Detail;
use super::statement::{EvaluationView, StatementView, evaluation, statement};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// What refers to the record of a page.
    pub struct ReferrersView {
        /// What came of it.
        pub outcomes: Option<GroupView>,
        /// Sections of records, one a kind; outcomes apart.
        pub groups: Vec<GroupView>,
        /// Statements about it.
        pub statements: Vec<StatementView>,
        /// Evaluations of it.
        pub evaluations: Vec<EvaluationView>,
    }
}

/// All that refers to `record`. `also` are records of which it is made besides (a cohort's placements).
pub fn referrers(scope: &Scope<'_>, record: RecordRef, also: &[RecordRef]) -> ReferrersView {
    let mut all: Vec<RecordRef> = also.to_vec();
    all.extend(scope.facts.referrers(record).iter().filter(|other| !also.contains(other)));
    let statements = of_kind(&all, Kind::Statement);
    let evaluations = of_kind(&all, Kind::Evaluation);
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Outcome);
    ReferrersView {
        outcomes: scope.shown("outcomes", || group(scope, Kind::Outcome, &all)),
        groups: scope.shown("groups", || kinds.filter_map(|kind| group(scope, kind, &all)).collect()),
        statements: scope.shown("statements", || statements.into_iter().map(|index| statement(scope, index)).collect()),
        evaluations: scope
            .shown("evaluations", || evaluations.into_iter().map(|index| evaluation(scope, index)).collect()),
    }
}

/// What refers to `record` and is not among `shown`: for pages that list the rest elsewhere.
pub fn further(scope: &Scope<'_>, record: RecordRef, shown: &dyn Fn(RecordRef) -> bool) -> Vec<GroupView> {
    let all: Vec<RecordRef> = scope.facts.referrers(record).iter().copied().filter(|other| !shown(*other)).collect();
    let mut groups: Vec<GroupView> = Kind::ALL.into_iter().filter_map(|kind| group(scope, kind, &all)).collect();
    for group in &mut groups {
        group.anchor = format!("referring-{}", group.kind);
        group.title = scope.words.fill("referring", &[("kind", &group.title.to_lowercase())]);
    }
    groups
}

fn group(scope: &Scope<'_>, kind: Kind, all: &[RecordRef]) -> Option<GroupView> {
    // Standing pages explain the site: that they mention a record says nothing of it.
    if matches!(kind, Kind::Statement | Kind::Evaluation | Kind::Page) {
        return None;
    }
    let records = refs(kind, &of_kind(all, kind));
    let anchor = format!("list-{}", kind.plural());
    // Names without dates of their own read best as short lines.
    let detail =
        if matches!(kind, Kind::Region | Kind::Institution | Kind::Topic) { Detail::Brief } else { Detail::Full };
    plain(scope, kind, &anchor, &format!("kind_{}", kind.plural()), &records, detail)
}

fn of_kind(all: &[RecordRef], kind: Kind) -> Vec<u32> {
    all.iter().filter(|record| record.kind == kind).map(|record| record.index).collect()
}
