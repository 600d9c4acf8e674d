//! What numbers were counted from, kept while a site is looked at: other numbers of a record need no other derivation.
//!
//! Which record touches which region, institution, topic, program and year does not rest on how many people there were.
//! So with other numbers only the record itself, and the figures of what it touches, are counted again, by the same
//! rules as the first time.

use super::facts::Facts;
use super::subject::Subject;
use super::subjects::counted;
use super::world::{Resolved, World};
use crate::check::catalog::{Catalog, Common};
use crate::check::{Recount, Recounted};
use crate::diag::Span;
use crate::value::{Kind, RecordRef};
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::collections::BTreeSet;
use std::mem::take;

/// The records that figures are counted from, with everything resolved.
#[derive(Debug)]
pub struct Ledger {
    catalog: Catalog,
    resolved: Resolved,
}

impl Ledger {
    pub(super) fn new(catalog: Catalog, resolved: Resolved) -> Self {
        Self { catalog, resolved }
    }

    /// Takes up other numbers of records, and counts again in `facts` what rests on them.
    ///
    /// Numbers of records that are not public are not counted.
    pub fn recount(&mut self, facts: &mut Facts, recounts: &[Recount]) {
        let records = recounts.iter().flat_map(|recount| &recount.records);
        let changed: Vec<RecordRef> = records.filter_map(|now| self.take_up(facts, now)).collect();
        let touched: BTreeSet<u32> = changed.into_iter().flat_map(|record| self.touched(record)).collect();
        let world = World::new(&self.catalog, &self.resolved);
        let mut numbers: Vec<u32> = touched.into_iter().collect();
        // The whole comes last and takes longest.
        numbers.reverse();
        let anew: Vec<_> =
            numbers.into_par_iter().with_max_len(1).map(|number| (number, counted(&world, number))).collect();
        let mut subjects = subjects(facts);
        for (number, (figures, partners)) in anew {
            if let Some(subject) = subjects.get_mut(number as usize) {
                (subject.figures, subject.partners) = (figures, partners);
            }
        }
    }

    /// Gives a record its numbers and its place; tells which it is if any of its numbers is another.
    fn take_up(&mut self, facts: &mut Facts, now: &Recounted) -> Option<RecordRef> {
        let smallest = self.catalog.site.smallest_group;
        let catalog = &mut self.catalog;
        let value = |at: usize| now.counts.get(at).and_then(|count| count.as_ref().map(|count| count.value));
        let (at, is_other) = match now.kind {
            Kind::Cohort => {
                let at = place(&catalog.cohorts, |record| &record.common, &now.id)?;
                let [participants, applicants, selected, completed] = now.counts.as_slice() else { return None };
                let (record, fact) = (&mut catalog.cohorts[at], facts.cohorts.get_mut(at)?);
                let before = [fact.participants, fact.applicants, fact.selected, fact.completed];
                record.participants.clone_from(participants);
                record.applicants.clone_from(applicants);
                record.selected.clone_from(selected);
                record.completed.clone_from(completed);
                fact.recount(record, smallest);
                put(&mut fact.head.place, now.span);
                (at, before != [fact.participants, fact.applicants, fact.selected, fact.completed])
            }
            Kind::Placement => {
                let at = place(&catalog.placements, |record| &record.common, &now.id)?;
                let (record, fact) = (&mut catalog.placements[at], facts.placements.get_mut(at)?);
                let before = fact.count;
                (record.count, fact.count) = (value(0), value(0));
                put(&mut fact.head.place, now.span);
                (at, before != fact.count)
            }
            Kind::Visit => {
                let at = place(&catalog.visits, |record| &record.common, &now.id)?;
                let (record, fact) = (&mut catalog.visits[at], facts.visits.get_mut(at)?);
                let before = fact.delegates;
                (record.delegates, fact.delegates) = (value(0), value(0));
                put(&mut fact.head.place, now.span);
                (at, before != fact.delegates)
            }
            // No figure rests on the numbers of a training.
            Kind::Training => {
                let at = place(&catalog.trainings, |record| &record.common, &now.id)?;
                let fact = facts.trainings.get_mut(at)?;
                (fact.participants, fact.hours) = (value(0), value(1));
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
        let world = World::new(&self.catalog, &self.resolved);
        let of = |record| world.reached.subjects_of(record).iter().copied();
        let others: Vec<RecordRef> = match record.kind {
            Kind::Cohort => {
                let own = world.catalog.placements.iter().enumerate();
                let own = own.filter(|(_, placement)| placement.cohort.value == record);
                own.map(|(at, _)| RecordRef::new(Kind::Placement, at)).collect()
            }
            Kind::Placement => {
                world.catalog.placements.get(record.at()).map(|own| own.cohort.value).into_iter().collect()
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

/// A copy of the catalog with what figures are counted from and nothing that is only shown.
pub(super) fn countable(catalog: &mut Catalog) -> Catalog {
    let (messages, media, outlines) =
        (take(&mut catalog.messages), take(&mut catalog.media), take(&mut catalog.outlines));
    let (sources, statements, evaluations) =
        (take(&mut catalog.sources), take(&mut catalog.statements), take(&mut catalog.evaluations));
    let (corrections, stories, pages) =
        (take(&mut catalog.corrections), take(&mut catalog.stories), take(&mut catalog.pages));
    let mut copy = catalog.clone();
    (catalog.messages, catalog.media, catalog.outlines) = (messages, media, outlines);
    (catalog.sources, catalog.statements, catalog.evaluations) = (sources, statements, evaluations);
    (catalog.corrections, catalog.stories, catalog.pages) = (corrections, stories, pages);
    let cohorts = copy.cohorts.iter_mut().map(|record| &mut record.common);
    let placements = copy.placements.iter_mut().map(|record| &mut record.common);
    let visits = copy.visits.iter_mut().map(|record| &mut record.common);
    let trainings = copy.trainings.iter_mut().map(|record| &mut record.common);
    let outcomes = copy.outcomes.iter_mut().map(|record| &mut record.common);
    for common in cohorts.chain(placements).chain(visits).chain(trainings).chain(outcomes) {
        (common.title, common.summary, common.note) = (None, None, None);
        (common.sources, common.tags, common.aliases) = (Vec::new(), Vec::new(), Vec::new());
    }
    copy
}

/// The place of the record with an id; lists are sorted by it.
fn place<T>(list: &[T], common: impl Fn(&T) -> &Common, id: &str) -> Option<usize> {
    list.binary_search_by(|record| common(record).id.value.as_str().cmp(id)).ok()
}

fn put(place: &mut Option<Span>, now: Span) {
    *place = Some(now);
}
