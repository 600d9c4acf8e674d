//! What everything about any subject is read from; nothing in it changes any more, but for numbers of people.

use super::ends::AllEnds;
use super::index::SubjectIndex;
use super::lineage::Lineages;
use super::moment::Moments;
use super::numbers::Numbers;
use super::reach::{self, Reached};
use super::results;
use crate::check::catalog::Catalog;
use crate::value::{Kind, PartialDate, RecordRef};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::cmp::{Ordering, Reverse};

/// The public catalog with everything resolved.
pub(super) struct World<'a> {
    /// The public records.
    pub(super) catalog: &'a Catalog,
    /// What figures are counted from.
    pub(super) resolved: &'a Resolved,
}

/// All that the figures of any subject are counted from; the records themselves are not needed for it.
#[derive(Debug)]
pub(super) struct Resolved {
    /// The numbers in the records: the only thing here that may become another while a site is looked at.
    pub(super) numbers: Numbers,
    /// The numbers of subjects.
    pub(super) index: SubjectIndex,
    /// What lies above what.
    pub(super) lineages: Lineages,
    /// When activities were.
    pub(super) moments: Moments,
    /// Where they came from and went to.
    pub(super) ends: AllEnds,
    /// What touches what.
    pub(super) reached: Reached,
    /// The day of the clock.
    pub(super) today: NaiveDate,
    /// The least number of people that a group is shown with.
    pub(super) smallest_group: u64,
    /// By kind: the place of each record in the order of lists. Every subject orders its records by it.
    ranks: Vec<Vec<u32>>,
}

impl Resolved {
    /// Resolves dates, places and reach, each record once.
    pub(super) fn new(catalog: &Catalog, today: NaiveDate) -> Self {
        let moments = Moments::new(catalog, today);
        let mut lineages = Lineages::new(catalog, today);
        // Places are resolved one by one, because lines are found as they are met; beside that is what needs none.
        let (ends, (ranks, numbers)) = rayon::join(
            || AllEnds::new(catalog, &moments, &mut lineages),
            || {
                let ranks = Kind::ALL.into_par_iter().map(|kind| ranks(catalog, &moments, kind)).collect();
                (ranks, Numbers::new(catalog))
            },
        );
        let index = SubjectIndex::new(catalog, years(catalog, &moments));
        let mut reached = reach::activities(catalog, &index, &lineages, &moments, &ends);
        results::gather(catalog, &index, &mut lineages, &moments, &mut reached);
        let smallest_group = catalog.site.smallest_group;
        Self { numbers, index, lineages, moments, ends, reached, today, smallest_group, ranks }
    }
}

impl<'a> World<'a> {
    /// The catalog with what was resolved from it.
    pub(super) fn new(catalog: &'a Catalog, resolved: &'a Resolved) -> Self {
        Self { catalog, resolved }
    }

    /// The place of a record among all of its kind, newest first.
    pub(super) fn rank(&self, record: RecordRef) -> u32 {
        self.resolved.ranks[record.kind as usize].get(record.at()).copied().unwrap_or(u32::MAX)
    }

    /// The date of any dated record, for the order of lists.
    pub(super) fn date(&self, record: RecordRef) -> Option<PartialDate> {
        date(self.catalog, &self.resolved.moments, record)
    }

    /// The order of lists: newest first, undated last, then by kind and id.
    pub(super) fn newest_first(&self, left: RecordRef, right: RecordRef) -> Ordering {
        let key = |record| self.date(record).map(PartialDate::sort_key);
        key(right).cmp(&key(left)).then(left.cmp(&right))
    }

    /// Places of records of one kind, newest first.
    pub(super) fn sorted(&self, kind: Kind, list: &[u32]) -> Vec<u32> {
        let mut sorted = list.to_vec();
        sorted.sort_unstable_by_key(|index| self.rank(RecordRef { kind, index: *index }));
        sorted
    }

    /// The name that a party or topic is sorted by.
    pub(super) fn name(&self, record: RecordRef) -> &str {
        let at = record.at();
        let name = match record.kind {
            Kind::Region => self.catalog.regions.get(at).map(|record| &record.name),
            Kind::Institution => self.catalog.institutions.get(at).map(|record| &record.name),
            Kind::Topic => self.catalog.topics.get(at).map(|record| &record.name),
            _ => None,
        };
        let default = self.catalog.site.default_lang();
        name.map_or("", |name| name.get(default, default).1)
    }

    /// Sorts places of one kind by name.
    pub(super) fn by_name(&self, kind: Kind, list: &mut [u32]) {
        list.sort_by_cached_key(|index| (self.name(RecordRef { kind, index: *index }).to_lowercase(), *index));
    }
}

fn date(catalog: &Catalog, moments: &Moments, record: RecordRef) -> Option<PartialDate> {
    let at = record.at();
    match record.kind {
        Kind::Outcome => catalog.outcomes.get(at)?.date.as_ref().map(|date| date.value),
        Kind::Evaluation => catalog.evaluations.get(at)?.date.as_ref().map(|date| date.value),
        Kind::Statement => catalog.statements.get(at)?.date.as_ref().map(|date| date.value),
        Kind::Story => catalog.stories.get(at)?.date.as_ref().map(|date| date.value),
        Kind::Correction => catalog.corrections.get(at).map(|record| record.date.value),
        _ => moments.of(record).date,
    }
}

/// The place of each record of a kind in the order newest first.
fn ranks(catalog: &Catalog, moments: &Moments, kind: Kind) -> Vec<u32> {
    let count = match kind {
        Kind::Outcome => catalog.outcomes.len(),
        Kind::Evaluation => catalog.evaluations.len(),
        Kind::Statement => catalog.statements.len(),
        Kind::Story => catalog.stories.len(),
        Kind::Correction => catalog.corrections.len(),
        _ => moments.list(kind).len(),
    };
    let mut order: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    let key = |index: u32| date(catalog, moments, RecordRef { kind, index }).map(PartialDate::sort_key);
    order.sort_by_cached_key(|index| (Reverse(key(*index)), *index));
    let mut ranks = vec![0; count];
    for (rank, index) in (0..).zip(order) {
        ranks[index as usize] = rank;
    }
    ranks
}

/// Every year with an activity or story.
fn years(catalog: &Catalog, moments: &Moments) -> Vec<i32> {
    let activities = Kind::ACTIVITIES.into_iter().flat_map(|kind| moments.list(kind)).filter_map(|moment| moment.year);
    let stories = catalog.stories.iter().filter_map(|story| story.date.as_ref().map(|date| date.value.year()));
    let mut years: Vec<i32> = activities.chain(stories).collect();
    years.sort_unstable();
    years.dedup();
    years
}
