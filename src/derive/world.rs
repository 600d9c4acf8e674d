//! All that the figures of any subject are read from; nothing in it changes any more.

use super::ends::AllEnds;
use super::index::SubjectIndex;
use super::lineage::Lineages;
use super::moment::Moments;
use super::reach::{self, Reached};
use super::results;
use crate::check::catalog::Catalog;
use crate::diag::Located;
use crate::value::{Kind, PartialDate, RecordRef};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// The public catalog with everything resolved.
pub(super) struct World<'a> {
    /// The public records.
    pub(super) catalog: &'a Catalog,
    /// The numbers of subjects.
    pub(super) index: &'a SubjectIndex,
    /// What lies above what.
    pub(super) lineages: &'a Lineages,
    /// When activities were.
    pub(super) moments: &'a Moments,
    /// Where they came from and went to.
    pub(super) ends: &'a AllEnds,
    /// What touches what.
    pub(super) reached: &'a Reached,
    /// The day of the clock.
    pub(super) today: NaiveDate,
}

/// What is resolved. It rests on who, where and when, not on how many: with other numbers of people it stays as it is.
#[derive(Debug)]
pub(super) struct Resolved {
    index: SubjectIndex,
    lineages: Lineages,
    moments: Moments,
    ends: AllEnds,
    reached: Reached,
    today: NaiveDate,
}

impl Resolved {
    /// Resolves dates, places and reach, each record once.
    pub(super) fn new(catalog: &Catalog, today: NaiveDate) -> Self {
        let moments = Moments::new(catalog, today);
        let mut lineages = Lineages::new(catalog, today);
        let ends = AllEnds::new(catalog, &moments, &mut lineages);
        let index = SubjectIndex::new(catalog, years(catalog, &moments));
        let mut reached = reach::activities(catalog, &index, &lineages, &moments, &ends);
        results::gather(catalog, &index, &mut lineages, &moments, &mut reached);
        Self { index, lineages, moments, ends, reached, today }
    }
}

impl<'a> World<'a> {
    /// The catalog with what was resolved from it.
    pub(super) fn new(catalog: &'a Catalog, resolved: &'a Resolved) -> Self {
        let Resolved { index, lineages, moments, ends, reached, today } = resolved;
        Self { catalog, index, lineages, moments, ends, reached, today: *today }
    }

    /// The date of any dated record, for the order of lists.
    pub(super) fn date(&self, record: RecordRef) -> Option<PartialDate> {
        let at = record.at();
        match record.kind {
            Kind::Outcome => self.catalog.outcomes.get(at)?.date.as_ref().map(|date| date.value),
            Kind::Evaluation => self.catalog.evaluations.get(at)?.date.as_ref().map(|date| date.value),
            Kind::Statement => self.catalog.statements.get(at)?.date.as_ref().map(|date| date.value),
            Kind::Story => self.catalog.stories.get(at)?.date.as_ref().map(|date| date.value),
            Kind::Correction => self.catalog.corrections.get(at).map(|record| record.date.value),
            _ => self.moments.of(record).date,
        }
    }

    /// The topics that an activity or outcome carries itself.
    pub(super) fn topics_of(&self, record: RecordRef) -> &'a [Located<RecordRef>] {
        let at = record.at();
        match record.kind {
            Kind::Cohort => self.catalog.cohorts.get(at).map_or(&[], |record| &record.topics),
            Kind::Placement => self.catalog.placements.get(at).map_or(&[], |record| &record.topics),
            Kind::Visit => self.catalog.visits.get(at).map_or(&[], |record| &record.topics),
            Kind::Training => self.catalog.trainings.get(at).map_or(&[], |record| &record.topics),
            Kind::Outcome => self.catalog.outcomes.get(at).map_or(&[], |record| &record.topics),
            _ => &[],
        }
    }

    /// The order of lists: newest first, undated last, then by kind and id.
    pub(super) fn newest_first(&self, left: RecordRef, right: RecordRef) -> Ordering {
        let key = |record| self.date(record).map(PartialDate::sort_key);
        key(right).cmp(&key(left)).then(left.cmp(&right))
    }

    /// Places of records of one kind, newest first.
    pub(super) fn sorted(&self, kind: Kind, list: &[u32]) -> Vec<u32> {
        let mut sorted = list.to_vec();
        sorted.sort_unstable_by(|left, right| {
            self.newest_first(RecordRef { kind, index: *left }, RecordRef { kind, index: *right })
        });
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

/// Every year with an activity or story.
fn years(catalog: &Catalog, moments: &Moments) -> Vec<i32> {
    let activities = Kind::ACTIVITIES.into_iter().flat_map(|kind| moments.list(kind)).filter_map(|moment| moment.year);
    let stories = catalog.stories.iter().filter_map(|story| story.date.as_ref().map(|date| date.value.year()));
    let mut years: Vec<i32> = activities.chain(stories).collect();
    years.sort_unstable();
    years.dedup();
    years
}
