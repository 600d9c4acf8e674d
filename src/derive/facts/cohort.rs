//! Cohorts as published.

use super::activity::Ends;
use super::{Activity, Head, PlaceFact};
use crate::check::catalog::{Breakdown, Cohort, Phase};
use crate::derive::about::About;
use crate::derive::moment::Moment;
use crate::derive::months::length;
use crate::derive::{Measure, disclose};
use crate::diag::Located;
use crate::value::{Count, PartialDate};

/// A cohort.
#[derive(Clone, Debug, Hash)]
pub struct CohortFact {
    /// Common fields.
    pub head: Head,
    /// When, where, what about.
    pub activity: Activity,
    /// The program.
    pub program: u32,
    /// Its number.
    pub number: Option<String>,
    /// Who coordinates.
    pub coordinators: Vec<PlaceFact>,
    /// People.
    pub participants: Option<Count>,
    /// People who applied.
    pub applicants: Option<Count>,
    /// People who were selected.
    pub selected: Option<Count>,
    /// People who completed.
    pub completed: Option<Count>,
    /// Participants times months, in tenths.
    pub person_months: Measure,
    /// Breakdowns after disclosure control.
    pub breakdown: Vec<BreakdownFact>,
    /// Stages.
    pub phases: Vec<PhaseFact>,
    /// Its placements, by date and id.
    pub placements: Vec<u32>,
}

/// A breakdown after disclosure control.
#[derive(Clone, Debug, Hash)]
pub struct BreakdownFact {
    /// The dimension.
    pub name: String,
    /// Its cells; each [`Measure::HIDDEN`] if any was too small.
    pub cells: Vec<(String, Measure)>,
}

/// A stage of a cohort.
#[derive(Clone, Debug, Hash)]
pub struct PhaseFact {
    /// What it is.
    pub kind: String,
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
}

impl CohortFact {
    /// Publishes a cohort. `host` is its own hosts and those of its placements; breakdowns go through
    /// disclosure control.
    pub(in crate::derive) fn new(
        record: Cohort,
        moment: Moment,
        about: About,
        (host, placements): (Vec<PlaceFact>, Vec<u32>),
        smallest_group: u64,
    ) -> Self {
        let numbers = Numbers::of(&record, smallest_group);
        let ends = Ends { origin: PlaceFact::list(record.origin), host, topics: record.topics };
        Self {
            head: Head::new(record.common),
            program: record.program.value.index,
            number: record.number,
            coordinators: PlaceFact::list(record.coordinators),
            participants: numbers.participants,
            applicants: numbers.applicants,
            selected: numbers.selected,
            completed: numbers.completed,
            person_months: numbers.person_months,
            breakdown: numbers.breakdown,
            phases: record.phases.into_iter().map(PhaseFact::new).collect(),
            activity: Activity::new(record.when, moment, ends, about),
            placements,
        }
    }
}

impl CohortFact {
    /// Takes up the numbers that the record has now.
    pub(in crate::derive) fn recount(&mut self, record: &Cohort, smallest_group: u64) {
        let Numbers { participants, applicants, selected, completed, person_months, breakdown } =
            Numbers::of(record, smallest_group);
        (self.participants, self.applicants, self.selected) = (participants, applicants, selected);
        (self.completed, self.person_months, self.breakdown) = (completed, person_months, breakdown);
    }
}

/// Everything of a cohort that rests on numbers of people.
struct Numbers {
    participants: Option<Count>,
    applicants: Option<Count>,
    selected: Option<Count>,
    completed: Option<Count>,
    person_months: Measure,
    breakdown: Vec<BreakdownFact>,
}

impl Numbers {
    fn of(record: &Cohort, smallest_group: u64) -> Self {
        let value = |count: &Option<Located<Count>>| count.as_ref().map(|count| count.value);
        let participants = value(&record.participants);
        let months = length(&record.when).zip(participants).map(|(months, people)| months.times(people));
        let disclosed = |breakdown: &Breakdown| disclose::breakdown(breakdown.clone(), participants, smallest_group);
        Self {
            participants,
            applicants: value(&record.applicants),
            selected: value(&record.selected),
            completed: value(&record.completed),
            person_months: disclose::months(months),
            breakdown: record.breakdown.iter().map(disclosed).collect(),
        }
    }
}

impl PhaseFact {
    fn new(phase: Phase) -> Self {
        Self { kind: phase.kind, start: phase.start.map(|date| date.value), end: phase.end.map(|date| date.value) }
    }
}
