//! All that is derived about a region, institution, topic, program or year, as one shape.

use super::figure::{FigureView, figures, has_figures, lead};
use super::group::{GroupView, Keep, activities, plain};
use super::item::Detail;
use super::link::LinkView;
use super::statement::{EvaluationView, StatementView, evaluation, stands_here, statement};
use super::whole_list::whole;
use crate::derive::Subject;
use crate::plan::charts::by_year::{ByYearView, by_year, shows_years};
use crate::plan::charts::flows::{FlowsView, flows};
use crate::plan::charts::stages::{StagesView, stages};
use crate::plan::charts::topics::{TopicsView, topics};
use crate::plan::lists::Which;
use crate::plan::lists::records::{refs, said};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeSet;

view! {
    /// What is derived about a subject.
    pub struct SubjectView {
        /// Whether there is anything to show.
        pub active: bool,
        /// The three figures that say most.
        pub lead: Vec<FigureView>,
        /// Every figure.
        pub figures: Vec<FigureView>,
        /// By year.
        pub by_year: Option<ByYearView>,
        /// The other ends.
        pub flows: Option<FlowsView>,
        /// Topics of its records.
        pub topics: Option<TopicsView>,
        /// Outcomes by stage.
        pub stages: Option<StagesView>,
        /// Cohorts, placements, visits, trainings, outcomes, what is planned, stories, corrections.
        pub groups: Vec<GroupView>,
        /// Statements that are not quoted beside their record.
        pub statements: Vec<StatementView>,
        /// Where all statements stand, if these are too many for this page.
        pub statements_more: Option<LinkView>,
        /// Evaluations.
        pub evaluations: Vec<EvaluationView>,
        /// Where all evaluations stand, if these are too many for this page.
        pub evaluations_more: Option<LinkView>,
    }
}

/// How a page shows its subject.
pub struct SubjectOptions<'o> {
    /// What the subject is called.
    pub name: &'o str,
    /// Whether the subject sends and hosts (regions and institutions do).
    pub roles: bool,
    /// The record itself, for statements about it.
    pub own: Option<RecordRef>,
    /// Which activities the page lists.
    pub keep: Keep<'o>,
    /// Whether the page lists a part of the activities only.
    pub part: bool,
    /// The page of one year of the subject.
    pub year_href: &'o dyn Fn(i32) -> Option<String>,
}

/// The shape of a subject.
pub fn subject_view(scope: &Scope<'_>, subject: &Subject, options: &SubjectOptions<'_>) -> SubjectView {
    let lists = &subject.lists;
    let groups = scope.shown("groups", || {
        let (outcomes, beside) = results(scope, subject, options);
        let mut groups: Vec<GroupView> = outcomes.into_iter().collect();
        groups.extend(activities(scope, lists, Detail::Quoted, options.keep));
        groups.extend(beside);
        groups
    });
    let (statements, statements_more) = scope.shown("statements", || statements(scope, subject, options));
    let (evaluations, evaluations_more) = scope.shown("evaluations", || evaluations(scope, subject, options));
    let by_year = scope.shown("by_year", || {
        let there = shows_years(subject, options.own);
        there.then(|| by_year(scope, subject, options.roles, options.year_href)).flatten()
    });
    let flows = scope.shown("flows", || flows(scope, subject, options.name));
    let topics = scope.shown("topics", || topics(scope, subject, options.own));
    let sections = sections(&groups, by_year.is_some(), flows.is_some(), topics.is_some());
    let figures = if has_figures(subject) { figures(scope, subject, &sections) } else { Vec::new() };
    SubjectView {
        active: has_figures(subject),
        lead: scope.shown("lead", || lead(scope, &figures, subject, options.roles)),
        figures,
        by_year,
        flows,
        topics,
        stages: stages(scope, subject),
        statements,
        statements_more,
        evaluations,
        evaluations_more,
        groups,
    }
}

/// The anchors that the page has.
fn sections(groups: &[GroupView], by_year: bool, partners: bool, topics: bool) -> BTreeSet<String> {
    let mut anchors: BTreeSet<String> = groups.iter().map(|group| group.anchor.clone()).collect();
    for (there, anchor) in [(by_year, "by_year"), (partners, "list-partners"), (topics, "list-topics")] {
        if there {
            anchors.insert(anchor.to_owned());
        }
    }
    anchors
}

/// What came of the activities; then what is planned, told, corrected.
fn results(scope: &Scope<'_>, subject: &Subject, options: &SubjectOptions<'_>) -> (Option<GroupView>, Vec<GroupView>) {
    let lists = &subject.lists;
    let outcomes: Vec<u32> =
        lists.outcomes.iter().copied().filter(|index| outcome_kept(scope, *index, options)).collect();
    let list = |which, anchor, title, records: &[RecordRef]| plain(scope, which, anchor, title, records, Detail::Full);
    let outcomes = list(Which::Kind(Kind::Outcome), "list-outcomes", "kind_outcomes", &refs(Kind::Outcome, &outcomes))
        .map(|group| GroupView { note: scope.word("outcomes_note"), ..group });
    let planned = list(Which::Planned, "list-planned", "planned_or_cancelled", &lists.apart).map(|group| GroupView {
        kind: "planned".to_owned(),
        note: scope.word("planned_note"),
        ..group
    });
    let stories = list(Which::Kind(Kind::Story), "list-stories", "kind_stories", &refs(Kind::Story, &lists.stories));
    let corrections = refs(Kind::Correction, &lists.corrections);
    let corrections = list(Which::Kind(Kind::Correction), "list-corrections", "kind_corrections", &corrections);
    (outcomes, [planned, stories, corrections].into_iter().flatten().collect())
}

/// On the page of a part, the outcomes of the activities it lists; those of none stay with the whole.
fn outcome_kept(scope: &Scope<'_>, index: u32, options: &SubjectOptions<'_>) -> bool {
    let of = &scope.facts.outcomes[index as usize].of;
    !options.part || of.iter().any(|record| (options.keep)(*record))
}

/// Statements that are not quoted beside their record, and where all stand if these are too many. Those whose place
/// this page is stay here, whatever their number.
fn statements(
    scope: &Scope<'_>,
    subject: &Subject,
    options: &SubjectOptions<'_>,
) -> (Vec<StatementView>, Option<LinkView>) {
    let which = Which::Kind(Kind::Statement);
    let all = said(scope.facts, subject, options.own, Kind::Statement);
    let kept = |record: &RecordRef| {
        let about = &scope.facts.statements[record.at()].about;
        !options.part || about.iter().any(|record| (options.keep)(*record))
    };
    let mut elsewhere = 0;
    let views = all
        .iter()
        .filter(|record| stands_here(scope, **record) || (kept(record) && !scope.is_quoted(record.index)))
        .filter(|record| {
            elsewhere += usize::from(!stands_here(scope, **record));
            stands_here(scope, **record) || elsewhere <= which.most()
        })
        .map(|record| statement(scope, record.index))
        .collect();
    (views, whole(scope, which))
}

fn evaluations(
    scope: &Scope<'_>,
    subject: &Subject,
    options: &SubjectOptions<'_>,
) -> (Vec<EvaluationView>, Option<LinkView>) {
    let which = Which::Kind(Kind::Evaluation);
    let all = said(scope.facts, subject, options.own, Kind::Evaluation);
    let kept = |record: &RecordRef| {
        let of = &scope.facts.evaluations[record.at()].of;
        !options.part || of.iter().any(|record| (options.keep)(*record))
    };
    let mut elsewhere = 0;
    let views = all
        .iter()
        .filter(|record| stands_here(scope, **record) || kept(record))
        .filter(|record| {
            elsewhere += usize::from(!stands_here(scope, **record));
            stands_here(scope, **record) || elsewhere <= which.most()
        })
        .map(|record| evaluation(scope, record.index))
        .collect();
    (views, whole(scope, which))
}
