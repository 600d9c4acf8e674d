//! Cohorts as published.

use super::super::Measure;
use super::{Activity, Head, PlaceFact};
use crate::value::{Count, PartialDate};

/// A cohort.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
pub struct BreakdownFact {
    /// The dimension.
    pub name: String,
    /// Its cells; each [`Measure::HIDDEN`] if any was too small.
    pub cells: Vec<(String, Measure)>,
}

/// A stage of a cohort.
#[derive(Clone, Debug)]
pub struct PhaseFact {
    /// What it is.
    pub kind: String,
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
}
