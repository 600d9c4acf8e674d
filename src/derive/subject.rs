//! What is known about a region, institution, topic, program, year, or the whole.

use super::figure::{Figure, FigureName};
use crate::value::{PartialDate, RecordRef};

/// How a record touches a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Reach {
    /// The record's place in the list of its kind.
    pub index: u32,
    /// The subject is, or lies above, an origin.
    pub origin: bool,
    /// The subject is, or lies above, a host.
    pub host: bool,
}

/// The records that touch a subject, newest first, undated ones last; each once.
#[derive(Clone, Debug, Default, Hash)]
pub struct Lists {
    /// Cohorts.
    pub cohorts: Vec<Reach>,
    /// Placements.
    pub placements: Vec<Reach>,
    /// Visits.
    pub visits: Vec<Reach>,
    /// Trainings.
    pub trainings: Vec<Reach>,
    /// Outcomes of these activities, or applied here.
    pub outcomes: Vec<u32>,
    /// Evaluations of these activities.
    pub evaluations: Vec<u32>,
    /// Statements about these activities, or by its office-holders.
    pub statements: Vec<u32>,
    /// Stories about it or about these activities.
    pub stories: Vec<u32>,
    /// Corrections of it.
    pub corrections: Vec<u32>,
    /// Sources of all these records, by id.
    pub sources: Vec<u32>,
    /// Topics of all these records with the number of records, most first.
    pub topics: Vec<(u32, u32)>,
    /// Planned and cancelled activities: they enter no figure but `planned`.
    pub apart: Vec<RecordRef>,
}

impl Lists {
    /// Activities of all kinds that enter figures.
    pub fn activities(&self) -> usize {
        self.cohorts.len() + self.placements.len() + self.visits.len() + self.trainings.len()
    }
}

/// A year of a subject. Undated activities are in no year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct YearRow {
    /// The year; none gathers the undated.
    pub year: Option<i32>,
    /// Cohorts sent.
    pub cohorts_sent: u32,
    /// Cohorts hosted.
    pub cohorts_hosted: u32,
    /// Placements.
    pub placements: u32,
    /// Visits made.
    pub visits_made: u32,
    /// Visits received.
    pub visits_received: u32,
    /// Trainings.
    pub trainings: u32,
    /// Activities of the four kinds, each once.
    pub activities: u32,
}

/// A region at the other end of a subject's cohorts, placements, visits and trainings.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Partner {
    /// The region or institution as the records name it (the most specific party).
    pub party: RecordRef,
    /// Activities in which the subject sent to the partner.
    pub sent: Vec<RecordRef>,
    /// Activities in which the subject hosted the partner.
    pub hosted: Vec<RecordRef>,
    /// People of cohorts and placements hosted from there, where known.
    pub people_hosted: super::Measure,
    /// People of cohorts and placements sent there, where known.
    pub people_sent: super::Measure,
}

/// Everything derived about one subject.
#[derive(Clone, Debug, Default, Hash)]
pub struct Subject {
    /// One figure a name, in the order of [`FigureName::ALL`].
    pub figures: Vec<Figure>,
    /// The records.
    pub lists: Lists,
    /// By year, oldest first, the undated last. Empty years between are left out.
    pub by_year: Vec<YearRow>,
    /// The other ends, most activities first, then by name.
    pub partners: Vec<Partner>,
    /// Records that use today's parent because their date spans a change or is unknown.
    pub uncertain_parent: Vec<RecordRef>,
}

impl Subject {
    /// The figure called `name`.
    pub fn figure(&self, name: FigureName) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }
}

/// A change in time of a region: where it belonged, which code it had.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RegionHistory {
    /// The region that moved (itself, or one that lies or lay below).
    pub region: u32,
    /// The parent before.
    pub from_parent: Option<u32>,
    /// The parent after.
    pub to_parent: Option<u32>,
    /// The day of the change.
    pub date: Option<PartialDate>,
    /// The law.
    pub basis: Option<String>,
}
