//! Trainings as published.

use super::activity::Ends;
use super::{Activity, Head, PlaceFact, TrainingKind, TrainingMode};
use crate::check::catalog::Training;
use crate::derive::moment::Moment;
use crate::value::{Count, Localized};

/// A training.
#[derive(Clone, Debug, Hash)]
pub struct TrainingFact {
    /// Common fields.
    pub head: Head,
    /// When, where, what about.
    pub activity: Activity,
    /// What it is.
    pub kind: TrainingKind,
    /// The word of the source.
    pub kind_label: Option<Localized>,
    /// Who organized it.
    pub organizers: Vec<PlaceFact>,
    /// The meeting place.
    pub venue: Option<Localized>,
    /// Participants.
    pub participants: Option<Count>,
    /// Lesson hours.
    pub hours: Option<Count>,
    /// How it was held.
    pub mode: Option<TrainingMode>,
}

impl TrainingFact {
    /// Publishes a training.
    pub(in crate::derive) fn new(record: Training, moment: Moment, statements: Vec<u32>) -> Self {
        let ends =
            Ends { origin: PlaceFact::list(record.origin), host: PlaceFact::list(record.host), topics: record.topics };
        Self {
            head: Head::new(record.common),
            activity: Activity::new(record.when, moment, ends, statements),
            kind: record.kind,
            kind_label: record.kind_label,
            organizers: PlaceFact::list(record.organizers),
            venue: record.venue,
            participants: record.participants,
            hours: record.hours,
            mode: record.mode,
        }
    }
}
