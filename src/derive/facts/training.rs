//! Trainings as published.

use super::{Activity, Head, PlaceFact, TrainingKind, TrainingMode};
use crate::value::{Count, Localized};

/// A training.
#[derive(Clone, Debug)]
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
