//! Cohorts as published.

use super::activity::Ends;
use super::{Activity, Head, PlaceFact};
use crate::check::catalog::{Breakdown, Cohort, Phase};
use crate::derive::moment::Moment;
use crate::derive::numbers::CohortNumbers;
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
        numbers: &CohortNumbers,
        moment: Moment,
        statements: Vec<u32>,
        (host, placements): (Vec<PlaceFact>, Vec<u32>),
        smallest_group: u64,
    ) -> Self {
        let value = |count: Option<Located<Count>>| count.map(|count| count.value);
        let ends = Ends { origin: PlaceFact::list(record.origin), host, topics: record.topics };
        let mut fact = Self {
            head: Head::new(record.common),
            program: record.program.value.index,
            number: record.number,
            coordinators: PlaceFact::list(record.coordinators),
            participants: None,
            applicants: value(record.applicants),
            selected: value(record.selected),
            completed: value(record.completed),
            person_months: Measure::HIDDEN,
            breakdown: Vec::new(),
            phases: record.phases.into_iter().map(PhaseFact::new).collect(),
            activity: Activity::new(record.when, moment, ends, statements),
            placements,
        };
        fact.count(numbers, smallest_group);
        fact
    }

    /// Takes up how many people it had, and what rests on that.
    pub(in crate::derive) fn count(&mut self, numbers: &CohortNumbers, smallest_group: u64) {
        let CohortNumbers { participants, months, breakdown } = numbers;
        let product = months.zip(*participants).map(|(months, people)| months.times(people));
        let disclosed = |breakdown: &Breakdown| disclose::breakdown(breakdown.clone(), *participants, smallest_group);
        self.participants = *participants;
        self.person_months = disclose::months(product);
        self.breakdown = breakdown.iter().map(disclosed).collect();
    }
}

impl PhaseFact {
    fn new(phase: Phase) -> Self {
        Self { kind: phase.kind, start: phase.start.map(|date| date.value), end: phase.end.map(|date| date.value) }
    }
}
