//! Where each activity came from and went to, resolved to regions on the record's date.

use super::lineage::{Epochs, Lineages};
use super::moment::{Moment, Moments};
use crate::check::catalog::{Catalog, Place};
use crate::value::{Kind, RecordRef};

/// One place of an activity, resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct End {
    /// The party; none where the words of the source resolve to nothing.
    pub(super) party: Option<RecordRef>,
    /// The line of its region on the record's date.
    pub(super) line: Option<u32>,
}

/// The places of one activity.
#[derive(Clone, Debug, Default)]
pub(super) struct Ends {
    /// Where people come from (for a placement that states none: all origins of its cohort).
    pub(super) origin: Vec<End>,
    /// Where they go; for a cohort only its own, those of its placements are with them.
    pub(super) host: Vec<End>,
    /// Who organized a training.
    pub(super) organizers: Vec<End>,
}

/// The places of all activities, and which placements tell of which cohort.
#[derive(Debug)]
pub(super) struct AllEnds {
    cohorts: Vec<Ends>,
    placements: Vec<Ends>,
    visits: Vec<Ends>,
    trainings: Vec<Ends>,
    /// The placements of each cohort whose hosts are hosts of the cohort. A planned or cancelled
    /// placement says nothing about a cohort that took place.
    pub(super) placements_of: Vec<Vec<u32>>,
}

impl AllEnds {
    /// Resolves every place of every activity.
    pub(super) fn new(catalog: &Catalog, moments: &Moments, lineages: &mut Lineages) -> Self {
        let mut all = |places: &[Place], moment: &Moment| {
            let epochs = lineages.epochs(moment.date);
            places.iter().map(|place| resolve(place.party, epochs, lineages)).collect::<Vec<End>>()
        };
        let cohorts = catalog.cohorts.iter().zip(moments.list(Kind::Cohort)).map(|(record, moment)| Ends {
            origin: all(&record.origin, moment),
            host: all(&record.host, moment),
            organizers: Vec::new(),
        });
        let cohorts = cohorts.collect();
        let placements = catalog.placements.iter().zip(moments.list(Kind::Placement)).map(|(record, moment)| {
            let of_cohort = || &catalog.cohorts[record.cohort.value.at()].origin;
            Ends {
                origin: all(record.origin.as_ref().unwrap_or_else(of_cohort), moment),
                host: all(std::slice::from_ref(&record.host), moment),
                organizers: Vec::new(),
            }
        });
        let placements = placements.collect();
        let visits = catalog.visits.iter().zip(moments.list(Kind::Visit)).map(|(record, moment)| Ends {
            origin: all(&record.origin, moment),
            host: all(&record.host, moment),
            organizers: Vec::new(),
        });
        let visits = visits.collect();
        let trainings = catalog.trainings.iter().zip(moments.list(Kind::Training)).map(|(record, moment)| Ends {
            origin: all(&record.origin, moment),
            host: all(&record.host, moment),
            organizers: all(&record.organizers, moment),
        });
        let trainings = trainings.collect();
        Self { cohorts, placements, visits, trainings, placements_of: placements_of(catalog, moments) }
    }

    /// The places of an activity; `None` for other records.
    pub(super) fn of(&self, record: RecordRef) -> Option<&Ends> {
        match record.kind {
            Kind::Cohort => self.cohorts.get(record.at()),
            Kind::Placement => self.placements.get(record.at()),
            Kind::Visit => self.visits.get(record.at()),
            Kind::Training => self.trainings.get(record.at()),
            _ => None,
        }
    }

    /// The places of all placements, by place in the catalog.
    pub(super) fn placements(&self) -> &[Ends] {
        &self.placements
    }
}

/// Finds the region of a party. An institution implies its region, if it has one of its own.
pub(super) fn resolve(party: Option<RecordRef>, epochs: Epochs, lineages: &mut Lineages) -> End {
    let region = party.and_then(|party| match party.kind {
        Kind::Region => Some(party.index),
        _ => lineages.institution_region.get(party.at()).copied().flatten(),
    });
    End { party, line: region.map(|region| lineages.line(region, epochs)) }
}

fn placements_of(catalog: &Catalog, moments: &Moments) -> Vec<Vec<u32>> {
    let mut of = vec![Vec::new(); catalog.cohorts.len()];
    for (index, placement) in (0..).zip(&catalog.placements) {
        let cohort = placement.cohort.value;
        let moment = moments.of(RecordRef { kind: Kind::Placement, index });
        if !moment.is_apart() || moments.of(cohort).is_apart() {
            of[cohort.at()].push(index);
        }
    }
    of
}
