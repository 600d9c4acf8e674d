//! What is in the lists of an owner: the same answer for its page and for the pages of a list.

use super::{Owner, Which};
use crate::derive::{Facts, Lists, Reach, Subject};
use crate::plan::listing::{date, has_day};
use crate::value::{Kind, PartialDate, RecordRef};
use std::cmp::Reverse;
use std::collections::HashSet;

/// Every list of an owner with its records, in the order in which they stand on its page; changes apart, which are no records.
pub(in crate::plan) fn lists(facts: &Facts, owner: Owner) -> Vec<(Which, Vec<RecordRef>)> {
    match owner {
        Owner::Year(year) => facts.year(year).map_or_else(Vec::new, |subject| of_subject(facts, subject, None)),
        Owner::Record(record) => match facts.subject(record) {
            Some(subject) => {
                let mut all = of_subject(facts, subject, Some(record));
                if record.kind == Kind::Institution {
                    all.push((Which::Rotations, facts.institutions[record.at()].rotations.clone()));
                }
                let further = further(facts, record, subject);
                all.extend(by_kind(facts, &further).map(|(kind, records)| (Which::Referring(kind), records)));
                all
            }
            None => {
                by_kind(facts, &referrers(facts, record)).map(|(kind, records)| (Which::Kind(kind), records)).collect()
            }
        },
    }
}

/// No list of the owner has more entries than this: cheap, since hardly any owner has a long one.
pub(in crate::plan) fn at_most(facts: &Facts, owner: Owner) -> usize {
    let subject = match owner {
        Owner::Year(year) => facts.year(year),
        Owner::Record(record) => facts.subject(record),
    };
    let of_lists = |lists: &Lists| {
        let results = lists.outcomes.len() + lists.evaluations.len() + lists.statements.len();
        lists.activities() + results + lists.stories.len() + lists.corrections.len() + lists.apart.len()
    };
    let own = match owner {
        Owner::Year(_) => 0,
        Owner::Record(record) => {
            let more = match record.kind {
                Kind::Region => facts.regions[record.at()].history.len(),
                Kind::Institution => facts.institutions[record.at()].rotations.len(),
                Kind::Cohort => facts.cohorts[record.at()].placements.len(),
                _ => 0,
            };
            facts.referrers(record).len() + more
        }
    };
    subject.map_or(0, |subject| of_lists(&subject.lists)) + own
}

/// Everything that refers to a record that is no subject, a cohort's placements first.
pub(in crate::plan) fn referrers(facts: &Facts, record: RecordRef) -> Vec<RecordRef> {
    let mut all: Vec<RecordRef> = match record.kind {
        Kind::Cohort => refs(Kind::Placement, &facts.cohorts[record.at()].placements),
        _ => Vec::new(),
    };
    let first: HashSet<RecordRef> = all.iter().copied().collect();
    all.extend(facts.referrers(record).iter().filter(|other| !first.contains(other)));
    all
}

/// What refers to a subject and stands in no other list or section of its page.
pub(in crate::plan) fn further(facts: &Facts, record: RecordRef, subject: &Subject) -> Vec<RecordRef> {
    let lists = &subject.lists;
    let mut shown: HashSet<RecordRef> = lists.apart.iter().copied().collect();
    for (kind, reaches) in activities(lists) {
        shown.extend(reached(kind, reaches));
    }
    for (kind, indexes) in results(lists) {
        shown.extend(refs(kind, indexes));
    }
    if record.kind == Kind::Institution {
        shown.extend(&facts.institutions[record.at()].rotations);
    }
    let has_section = |other: &RecordRef| match other.kind {
        // Regions below, institutions that lie here and what is said here have sections of their own.
        Kind::Region | Kind::Institution | Kind::Statement | Kind::Evaluation => true,
        Kind::Topic => record.kind == Kind::Topic,
        // The placements of a programme's cohorts stand with the cohorts.
        Kind::Placement => record.kind == Kind::Program,
        _ => false,
    };
    facts.referrers(record).iter().filter(|other| !has_section(other) && !shown.contains(other)).copied().collect()
}

/// Statements or evaluations (`kind`) of a subject, those about the record itself (`own`) after those of its lists.
pub(in crate::plan) fn said(facts: &Facts, subject: &Subject, own: Option<RecordRef>, kind: Kind) -> Vec<RecordRef> {
    let listed = if kind == Kind::Statement { &subject.lists.statements } else { &subject.lists.evaluations };
    let mut all = refs(kind, listed);
    let known: HashSet<RecordRef> = all.iter().copied().collect();
    let about = own.map_or(&[] as &[RecordRef], |record| facts.referrers(record));
    all.extend(about.iter().filter(|record| record.kind == kind && !known.contains(record)));
    all
}

/// Records by kind, in the order of kinds, newest first where they have dates. Standing pages explain the site: that they
/// mention a record says nothing of it.
pub(in crate::plan) fn by_kind(facts: &Facts, records: &[RecordRef]) -> impl Iterator<Item = (Kind, Vec<RecordRef>)> {
    let of = |kind: Kind| {
        let mut of: Vec<RecordRef> = records.iter().filter(|record| record.kind == kind).copied().collect();
        if has_day(kind) {
            of.sort_by_key(|record| Reverse(date(facts, *record).map(PartialDate::sort_key)));
        }
        (kind, of)
    };
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page).map(of).filter(|(_, records)| !records.is_empty())
}

/// Indexes of one kind as references.
pub(in crate::plan) fn refs(kind: Kind, indexes: &[u32]) -> Vec<RecordRef> {
    indexes.iter().map(|index| RecordRef { kind, index: *index }).collect()
}

fn of_subject(facts: &Facts, subject: &Subject, own: Option<RecordRef>) -> Vec<(Which, Vec<RecordRef>)> {
    let lists = &subject.lists;
    let mut all: Vec<(Which, Vec<RecordRef>)> =
        activities(lists).into_iter().map(|(kind, reaches)| (Which::Kind(kind), reached(kind, reaches))).collect();
    all.extend(results(lists).into_iter().map(|(kind, indexes)| (Which::Kind(kind), refs(kind, indexes))));
    all.push((Which::Planned, lists.apart.clone()));
    for kind in [Kind::Statement, Kind::Evaluation] {
        all.push((Which::Kind(kind), said(facts, subject, own, kind)));
    }
    all
}

fn activities(lists: &Lists) -> [(Kind, &[Reach]); 4] {
    [
        (Kind::Cohort, &lists.cohorts),
        (Kind::Placement, &lists.placements),
        (Kind::Visit, &lists.visits),
        (Kind::Training, &lists.trainings),
    ]
}

fn results(lists: &Lists) -> [(Kind, &[u32]); 3] {
    [(Kind::Outcome, &lists.outcomes), (Kind::Story, &lists.stories), (Kind::Correction, &lists.corrections)]
}

fn reached(kind: Kind, reaches: &[Reach]) -> Vec<RecordRef> {
    reaches.iter().map(|reach| RecordRef { kind, index: reach.index }).collect()
}
