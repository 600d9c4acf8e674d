//! When each activity was, for order, year, roll-up and status.

use super::status::status;
use crate::check::catalog::{Catalog, Status, When};
use crate::value::{Kind, PartialDate, RecordRef};
use chrono::NaiveDate;

/// When an activity was.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    /// Start, else end, else the cohort's, else `reported`.
    pub(super) date: Option<PartialDate>,
    /// The year of that date; none where it comes from `reported`.
    pub(super) year: Option<i32>,
    /// The date is that of the cohort.
    pub(super) of_cohort: bool,
    /// Stated or derived.
    pub(super) status: Option<Status>,
}

impl Moment {
    fn new(when: &When, today: NaiveDate) -> Self {
        let own = own_date(when);
        Self {
            date: own.or(reported(when)),
            year: own.map(PartialDate::year),
            of_cohort: false,
            status: status(when, today),
        }
    }

    /// Planned and cancelled activities enter no figure but `planned`.
    pub(super) fn is_apart(&self) -> bool {
        matches!(self.status, Some(Status::Planned | Status::Cancelled))
    }
}

/// The moments of all activities.
#[derive(Debug)]
pub(super) struct Moments {
    cohorts: Vec<Moment>,
    placements: Vec<Moment>,
    visits: Vec<Moment>,
    trainings: Vec<Moment>,
}

impl Moments {
    /// Works out every activity's moment.
    pub(super) fn new(catalog: &Catalog, today: NaiveDate) -> Self {
        let cohorts: Vec<Moment> = catalog.cohorts.iter().map(|record| Moment::new(&record.when, today)).collect();
        let placement = |record: &crate::check::catalog::Placement| {
            let at = record.cohort.value.at();
            of_placement(&record.when, &catalog.cohorts[at].when, &cohorts[at], today)
        };
        Self {
            placements: catalog.placements.iter().map(placement).collect(),
            visits: catalog.visits.iter().map(|record| Moment::new(&record.when, today)).collect(),
            trainings: catalog.trainings.iter().map(|record| Moment::new(&record.when, today)).collect(),
            cohorts,
        }
    }

    /// The moments of all activities of a kind, by place; none for other kinds.
    pub(super) fn list(&self, kind: Kind) -> &[Moment] {
        match kind {
            Kind::Cohort => &self.cohorts,
            Kind::Placement => &self.placements,
            Kind::Visit => &self.visits,
            Kind::Training => &self.trainings,
            _ => &[],
        }
    }

    /// The moment of an activity; empty for other records.
    pub(super) fn of(&self, record: RecordRef) -> Moment {
        self.list(record.kind).get(record.at()).copied().unwrap_or_default()
    }
}

fn of_placement(when: &When, cohort: &When, of_cohort: &Moment, today: NaiveDate) -> Moment {
    let own = own_date(when);
    let dated = own.or_else(|| own_date(cohort));
    let status = match of_cohort.status {
        // What holds for the cohort holds for its placements, unless they say otherwise.
        Some(apart @ (Status::Planned | Status::Cancelled)) => when.status.or(Some(apart)),
        _ => status(when, today),
    };
    Moment {
        date: dated.or_else(|| reported(when)).or_else(|| reported(cohort)),
        year: dated.map(PartialDate::year),
        of_cohort: own.is_none() && dated.is_some(),
        status,
    }
}

fn own_date(when: &When) -> Option<PartialDate> {
    when.start.as_ref().or(when.end.as_ref()).map(|date| date.value)
}

fn reported(when: &When) -> Option<PartialDate> {
    when.reported.as_ref().map(|date| date.value)
}
