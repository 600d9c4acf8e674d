//! What figures are counted from, in columns: numbers of people, stages, topics, sources, and the names that partners are
//! sorted by.
//!
//! A record has fifty fields and a figure looks at two of them, for every region that the record touches; side by side
//! they are found without waiting for memory. They are also all that has to be kept to count again.

use super::months::length;
use super::tally::Months;
use crate::check::catalog::{Breakdown, Catalog, Stage};
use crate::diag::Located;
use crate::value::{Count, Kind, Localized, RecordRef};

/// The columns, each by the place of the record.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Of cohorts.
    pub(super) cohorts: Vec<CohortNumbers>,
    /// Of placements.
    pub(super) placements: Vec<PlacementNumbers>,
    /// Delegates of visits.
    pub(super) visits: Vec<Option<Count>>,
    /// How far outcomes have come.
    pub(super) stages: Vec<Stage>,
    /// How many topics there are.
    pub(super) all_topics: usize,
    /// Topics of cohorts, placements, visits, trainings, outcomes.
    topics: [Column; 5],
    /// Sources of cohorts, placements, visits, trainings.
    sources: [Column; 4],
    /// Names of regions and institutions in the default language and small letters.
    names: [Vec<String>; 2],
}

/// What is counted of a cohort.
#[derive(Debug)]
pub(super) struct CohortNumbers {
    /// How many people it had.
    pub(super) participants: Option<Count>,
    /// How long it took.
    pub(super) months: Option<Months>,
    /// Its people by sex, rank and so on, before disclosure control.
    pub(super) breakdown: Vec<Breakdown>,
}

/// What is counted of a placement.
#[derive(Debug)]
pub(super) struct PlacementNumbers {
    /// The place of its cohort.
    pub(super) cohort: u32,
    /// How many people were placed.
    pub(super) count: Option<Count>,
}

impl Numbers {
    /// The columns of a catalog.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let cohorts = catalog.cohorts.iter().map(|record| CohortNumbers {
            participants: record.participants.as_ref().map(|count| count.value),
            months: length(&record.when),
            breakdown: record.breakdown.clone(),
        });
        let placements = catalog.placements.iter();
        let placements =
            placements.map(|record| PlacementNumbers { cohort: record.cohort.value.index, count: record.count });
        let topics = [
            Column::new(catalog.cohorts.iter().map(|record| record.topics.as_slice())),
            Column::new(catalog.placements.iter().map(|record| record.topics.as_slice())),
            Column::new(catalog.visits.iter().map(|record| record.topics.as_slice())),
            Column::new(catalog.trainings.iter().map(|record| record.topics.as_slice())),
            Column::new(catalog.outcomes.iter().map(|record| record.topics.as_slice())),
        ];
        let sources = [
            Column::new(catalog.cohorts.iter().map(|record| record.common.sources.as_slice())),
            Column::new(catalog.placements.iter().map(|record| record.common.sources.as_slice())),
            Column::new(catalog.visits.iter().map(|record| record.common.sources.as_slice())),
            Column::new(catalog.trainings.iter().map(|record| record.common.sources.as_slice())),
        ];
        let default = catalog.site.default_lang();
        let small = |name: &Localized| name.get(default, default).1.to_lowercase();
        let regions = catalog.regions.iter().map(|record| small(&record.name)).collect();
        let institutions = catalog.institutions.iter().map(|record| small(&record.name)).collect();
        Self {
            cohorts: cohorts.collect(),
            placements: placements.collect(),
            visits: catalog.visits.iter().map(|record| record.delegates).collect(),
            stages: catalog.outcomes.iter().map(|record| record.stage.value).collect(),
            all_topics: catalog.topics.len(),
            topics,
            sources,
            names: [regions, institutions],
        }
    }

    /// The places of the topics that an activity or outcome carries itself; empty for other records.
    pub(super) fn topics_of(&self, record: RecordRef) -> &[u32] {
        let column = match record.kind {
            Kind::Cohort => 0,
            Kind::Placement => 1,
            Kind::Visit => 2,
            Kind::Training => 3,
            Kind::Outcome => 4,
            _ => return &[],
        };
        self.topics[column].of(record.at())
    }

    /// The places of the sources that an activity names itself; empty for other records.
    pub(super) fn sources_of(&self, record: RecordRef) -> &[u32] {
        let column = Kind::ACTIVITIES.iter().position(|kind| *kind == record.kind);
        column.map_or(&[], |column| self.sources[column].of(record.at()))
    }

    /// The name that a region or institution is sorted by, in small letters.
    pub(super) fn small_name(&self, party: RecordRef) -> &str {
        let names = &self.names[usize::from(party.kind == Kind::Institution)];
        names.get(party.at()).map_or("", String::as_str)
    }
}

/// The references in one field of all records of a kind, one after the other.
#[derive(Debug)]
struct Column {
    places: Vec<u32>,
    /// Where those of each record end.
    ends: Vec<u32>,
}

impl Column {
    fn new<'a>(records: impl Iterator<Item = &'a [Located<RecordRef>]>) -> Self {
        let mut all = Self { places: Vec::new(), ends: Vec::new() };
        for references in records {
            all.places.extend(references.iter().map(|reference| reference.value.index));
            all.ends.push(u32::try_from(all.places.len()).unwrap_or(u32::MAX));
        }
        all
    }

    fn of(&self, at: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.places.get(start..end(at)).unwrap_or_default()
    }
}
