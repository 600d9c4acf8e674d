//! Everything that refers to a record, as sections by kind, with statements and evaluations in full.

use super::group::{GroupView, plain};
use super::item::Detail;
use super::link::LinkView;
use super::statement::{EvaluationView, StatementView, evaluation, statement};
use super::whole_list::more;
use crate::derive::Subject;
use crate::plan::lists::Which;
use crate::plan::lists::records::{self, by_kind};
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
        /// Where all statements stand, if these are too many for this page.
        pub statements_more: Option<LinkView>,
        /// Evaluations of it.
        pub evaluations: Vec<EvaluationView>,
        /// Where all evaluations stand, if these are too many for this page.
        pub evaluations_more: Option<LinkView>,
    }
}

/// All that refers to `record`, the placements of a cohort included.
pub fn referrers(scope: &Scope<'_>, record: RecordRef) -> ReferrersView {
    let all: Vec<(Kind, Vec<RecordRef>)> = by_kind(scope.facts, &records::referrers(scope.facts, record)).collect();
    let of = |kind: Kind| all.iter().find(|(other, _)| *other == kind).map_or(&[] as &[RecordRef], |(_, of)| of);
    let (statements, evaluations) = (of(Kind::Statement), of(Kind::Evaluation));
    let others = all.iter().filter(|(kind, _)| *kind != Kind::Outcome);
    let most = |kind: Kind, records: &[RecordRef]| records.len().min(Which::Kind(kind).most());
    let shown = |kind: Kind, records: &'_ [RecordRef]| -> Vec<u32> {
        records[..most(kind, records)].iter().map(|record| record.index).collect()
    };
    ReferrersView {
        outcomes: scope.shown("outcomes", || group(scope, Which::Kind(Kind::Outcome), of(Kind::Outcome))),
        groups: scope.shown("groups", || {
            others.filter_map(|(kind, records)| group(scope, Which::Kind(*kind), records)).collect()
        }),
        statements: scope.shown("statements", || {
            shown(Kind::Statement, statements).into_iter().map(|index| statement(scope, index)).collect()
        }),
        statements_more: more(scope, Which::Kind(Kind::Statement), statements.len()),
        evaluations: scope.shown("evaluations", || {
            shown(Kind::Evaluation, evaluations).into_iter().map(|index| evaluation(scope, index)).collect()
        }),
        evaluations_more: more(scope, Which::Kind(Kind::Evaluation), evaluations.len()),
    }
}

/// What refers to a subject and stands in no other section of its page.
pub fn further(scope: &Scope<'_>, record: RecordRef, subject: &Subject) -> Vec<GroupView> {
    let all = records::further(scope.facts, record, subject);
    let groups =
        by_kind(scope.facts, &all).filter_map(|(kind, records)| group(scope, Which::Referring(kind), &records));
    groups
        .map(|group| GroupView {
            anchor: format!("referring-{}", group.kind),
            title: scope.words.fill("referring", &[("kind", &group.title.to_lowercase())]),
            ..group
        })
        .collect()
}

fn group(scope: &Scope<'_>, which: Which, records: &[RecordRef]) -> Option<GroupView> {
    let kind = which.kind().filter(|kind| !matches!(kind, Kind::Statement | Kind::Evaluation))?;
    let anchor = format!("list-{}", kind.plural());
    // Names without dates of their own read best as short lines.
    let detail =
        if matches!(kind, Kind::Region | Kind::Institution | Kind::Topic) { Detail::Brief } else { Detail::Full };
    plain(scope, which, &anchor, &which.title(), records, detail)
}
