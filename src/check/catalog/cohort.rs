//! Cohorts.

use super::{Common, Place, When};
use crate::diag::Located;
use crate::value::{Count, PartialDate, RecordRef};

/// People sent together under a program.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// Common fields.
    pub common: Common,
    /// The program.
    pub program: Located<RecordRef>,
    /// Its number within the program, as text.
    pub number: Option<String>,
    /// Where the people come from.
    pub origin: Vec<Place>,
    /// Where they go; the hosts of placements add to it.
    pub host: Vec<Place>,
    /// Who coordinates.
    pub coordinators: Vec<Place>,
    /// Dates, status and `reported`.
    pub when: When,
    /// People.
    pub participants: Option<Count>,
    /// People who applied.
    pub applicants: Option<Located<Count>>,
    /// People who were selected.
    pub selected: Option<Located<Count>>,
    /// People who completed.
    pub completed: Option<Located<Count>>,
    /// People by gender, rank and so on.
    pub breakdown: Vec<Breakdown>,
    /// Stages of the cohort.
    pub phases: Vec<Phase>,
    /// Topics.
    pub topics: Vec<Located<RecordRef>>,
}

/// One dimension of a breakdown: `gender: {female: 3, male: 2}`.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// The dimension.
    pub name: String,
    /// Its cells, in the order of the record.
    pub cells: Vec<(String, Count)>,
}

/// A stage of a cohort.
#[derive(Clone, Debug)]
pub struct Phase {
    /// What it is, in the words of the record.
    pub kind: String,
    /// First day.
    pub start: Option<Located<PartialDate>>,
    /// Last day.
    pub end: Option<Located<PartialDate>>,
}
