//! All that is derived about a region, institution, topic, program or year, as one shape.

use super::figure::{FigureView, figures, has_figures, lead};
use super::group::{GroupView, Keep, activities, plain, refs};
use super::item::Detail;
use super::statement::{EvaluationView, StatementView, evaluation, statement};
use crate::derive::Subject;
use crate::plan::charts::by_year::{ByYearView, by_year};
use crate::plan::charts::flows::{FlowsView, flows};
use crate::plan::charts::stages::{StagesView, stages};
use crate::plan::charts::topics::{TopicsView, topics};
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
        /// Evaluations.
        pub evaluations: Vec<EvaluationView>,
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

/// More statements or evaluations than this stand on the pages of what they are about.
const MOST_SAID: usize = 40;

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
    let statements = scope.shown("statements", || statements(scope, subject, options));
    let by_year = scope.shown("by_year", || by_year(scope, subject, options.roles, options.year_href));
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
        evaluations: scope.shown("evaluations", || evaluations(scope, subject, options)),
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
    let list = |kind, anchor, title, records: &[RecordRef]| plain(scope, kind, anchor, title, records, Detail::Full);
    let outcomes = list(Kind::Outcome, "list-outcomes", "kind_outcomes", &refs(Kind::Outcome, &outcomes))
        .map(|group| GroupView { note: scope.word("outcomes_note"), ..group });
    let planned = list(Kind::Cohort, "list-planned", "planned_or_cancelled", &lists.apart).map(|group| GroupView {
        kind: "planned".to_owned(),
        total: scope.count("n_activities", lists.apart.len()),
        note: scope.word("planned_note"),
        ..group
    });
    let stories = list(Kind::Story, "list-stories", "kind_stories", &refs(Kind::Story, &lists.stories));
    let corrections = refs(Kind::Correction, &lists.corrections);
    let corrections = list(Kind::Correction, "list-corrections", "kind_corrections", &corrections);
    (outcomes, [planned, stories, corrections].into_iter().flatten().collect())
}

/// On the page of a part, the outcomes of the activities it lists; those of none stay with the whole.
fn outcome_kept(scope: &Scope<'_>, index: u32, options: &SubjectOptions<'_>) -> bool {
    let of = &scope.facts.outcomes[index as usize].of;
    !options.part || of.iter().any(|record| (options.keep)(*record))
}

fn statements(scope: &Scope<'_>, subject: &Subject, options: &SubjectOptions<'_>) -> Vec<StatementView> {
    let mut all = subject.lists.statements.clone();
    all.extend(
        own(scope, options, Kind::Statement).into_iter().filter(|index| !subject.lists.statements.contains(index)),
    );
    let kept = |index: &u32| {
        let about = &scope.facts.statements[*index as usize].about;
        !options.part || about.iter().any(|record| (options.keep)(*record))
    };
    let mut elsewhere = 0;
    all.into_iter()
        .map(|index| (index, statement(scope, index)))
        .filter(|(index, view)| view.anchor.is_some() || (kept(index) && !scope.is_quoted(*index)))
        .map(|(_, view)| view)
        // What has its anchor here stays here.
        .filter(|view| {
            elsewhere += usize::from(view.anchor.is_none());
            view.anchor.is_some() || elsewhere <= MOST_SAID
        })
        .collect()
}

fn evaluations(scope: &Scope<'_>, subject: &Subject, options: &SubjectOptions<'_>) -> Vec<EvaluationView> {
    let mut all = subject.lists.evaluations.clone();
    all.extend(
        own(scope, options, Kind::Evaluation).into_iter().filter(|index| !subject.lists.evaluations.contains(index)),
    );
    let kept = |index: &u32| {
        let of = &scope.facts.evaluations[*index as usize].of;
        !options.part || of.iter().any(|record| (options.keep)(*record))
    };
    all.into_iter()
        .map(|index| (index, evaluation(scope, index)))
        .filter(|(index, view)| view.anchor.is_some() || kept(index))
        .map(|(_, view)| view)
        .collect()
}

fn own(scope: &Scope<'_>, options: &SubjectOptions<'_>, kind: Kind) -> Vec<u32> {
    let referrers = options.own.map_or(&[] as &[RecordRef], |record| scope.facts.referrers(record));
    referrers.iter().filter(|record| record.kind == kind).map(|record| record.index).collect()
}
