//! What numbers were counted from, kept while a site is looked at: other numbers of a record need no other derivation.
//!
//! Which record touches which region, institution, topic, program and year does not rest on how many people there were.
//! So with other numbers only the record itself, and the figures of what it touches, are counted again, by the same
//! rules as the first time.

use super::facts::{Facts, Head};
use super::subject::Subject;
use super::subjects::counted;
use super::world::Resolved;
use crate::check::{Recount, Recounted};
use crate::diag::Span;
use crate::value::{Count, Kind, RecordRef};
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::collections::BTreeSet;

/// What figures are counted from.
#[derive(Debug)]
pub struct Ledger {
    resolved: Resolved,
}

impl Ledger {
    pub(super) fn new(resolved: Resolved) -> Self {
        Self { resolved }
    }

    /// Takes up other numbers of records, and counts again in `facts` what rests on them.
    ///
    /// Numbers of records that are not public are not counted.
    pub fn recount(&mut self, facts: &mut Facts, recounts: &[Recount]) {
        let records = recounts.iter().flat_map(|recount| &recount.records);
        let changed: Vec<RecordRef> = records.filter_map(|now| self.take_up(facts, now)).collect();
        let touched: BTreeSet<u32> = changed.into_iter().flat_map(|record| self.touched(record)).collect();
        let mut numbers: Vec<u32> = touched.into_iter().collect();
        // The whole comes last and takes longest.
        numbers.reverse();
        let resolved = &self.resolved;
        let anew: Vec<_> =
            numbers.into_par_iter().with_max_len(1).map(|number| (number, counted(resolved, number))).collect();
        let mut subjects = subjects(facts);
        for (number, (figures, partners)) in anew {
            if let Some(subject) = subjects.get_mut(number as usize) {
                (subject.figures, subject.partners) = (figures, partners);
            }
        }
    }

    /// Gives a record its numbers and its place; tells which it is if any of its numbers is another.
    fn take_up(&mut self, facts: &mut Facts, now: &Recounted) -> Option<RecordRef> {
        let smallest = self.resolved.smallest_group;
        let numbers = &mut self.resolved.numbers;
        let counts: Vec<Option<Count>> =
            now.counts.iter().map(|count| count.as_ref().map(|count| count.value)).collect();
        let (at, is_other) = match (now.kind, counts.as_slice()) {
            (Kind::Cohort, [participants, applicants, selected, completed]) => {
                let at = place(&facts.cohorts, |fact| &fact.head, &now.id)?;
                let (cohort, fact) = (numbers.cohorts.get_mut(at)?, &mut facts.cohorts[at]);
                let before = [fact.participants, fact.applicants, fact.selected, fact.completed];
                cohort.participants = *participants;
                (fact.applicants, fact.selected, fact.completed) = (*applicants, *selected, *completed);
                fact.count(cohort, smallest);
                put(&mut fact.head.place, now.span);
                (at, before != [fact.participants, fact.applicants, fact.selected, fact.completed])
            }
            (Kind::Placement, [count]) => {
                let at = place(&facts.placements, |fact| &fact.head, &now.id)?;
                let (placement, fact) = (numbers.placements.get_mut(at)?, &mut facts.placements[at]);
                let before = fact.count;
                (placement.count, fact.count) = (*count, *count);
                put(&mut fact.head.place, now.span);
                (at, before != fact.count)
            }
            (Kind::Visit, [delegates]) => {
                let at = place(&facts.visits, |fact| &fact.head, &now.id)?;
                let (visit, fact) = (numbers.visits.get_mut(at)?, &mut facts.visits[at]);
                let before = fact.delegates;
                (*visit, fact.delegates) = (*delegates, *delegates);
                put(&mut fact.head.place, now.span);
                (at, before != fact.delegates)
            }
            // No figure rests on the numbers of a training.
            (Kind::Training, [participants, hours]) => {
                let at = place(&facts.trainings, |fact| &fact.head, &now.id)?;
                let fact = &mut facts.trainings[at];
                (fact.participants, fact.hours) = (*participants, *hours);
                put(&mut fact.head.place, now.span);
                (at, false)
            }
            _ => return None,
        };
        is_other.then(|| RecordRef::new(now.kind, at))
    }

    /// The subjects whose figures may rest on the numbers of a record: those it touches, and as a cohort is counted by
    /// its placements and they by it, those that touch these.
    fn touched(&self, record: RecordRef) -> Vec<u32> {
        let Resolved { numbers, reached, .. } = &self.resolved;
        let of = |record| reached.subjects_of(record).iter().copied();
        let others: Vec<RecordRef> = match record.kind {
            Kind::Cohort => {
                let own = numbers.placements.iter().enumerate();
                let own = own.filter(|(_, placement)| placement.cohort == record.index);
                own.map(|(at, _)| RecordRef::new(Kind::Placement, at)).collect()
            }
            Kind::Placement => {
                let cohort = numbers.placements.get(record.at()).map(|own| own.cohort);
                cohort.map(|index| RecordRef { kind: Kind::Cohort, index }).into_iter().collect()
            }
            _ => Vec::new(),
        };
        of(record).chain(others.into_iter().flat_map(of)).collect()
    }
}

/// Every subject, in the order of their numbers: regions, institutions, topics, programs, years, the whole.
fn subjects(facts: &mut Facts) -> Vec<&mut Subject> {
    let regions = facts.regions.iter_mut().map(|fact| &mut fact.subject);
    let institutions = facts.institutions.iter_mut().map(|fact| &mut fact.subject);
    let topics = facts.topics.iter_mut().map(|fact| &mut fact.subject);
    let programs = facts.programs.iter_mut().map(|fact| &mut fact.subject);
    let years = facts.years.iter_mut().map(|(_, subject)| subject);
    regions.chain(institutions).chain(topics).chain(programs).chain(years).chain([&mut facts.whole]).collect()
}

/// The place of the record with an id; lists are sorted by it.
fn place<T>(list: &[T], head: impl Fn(&T) -> &Head, id: &str) -> Option<usize> {
    list.binary_search_by(|fact| head(fact).id.as_str().cmp(id)).ok()
}

fn put(place: &mut Option<Span>, now: Span) {
    *place = Some(now);
}
