//! Trainings.

use super::{Common, Place, When};
use crate::diag::Located;
use crate::value::{Count, Localized, RecordRef};

/// What a training is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrainingKind {
    /// A training course.
    Diklat,
    /// Technical guidance.
    Bimtek,
    /// A workshop.
    Workshop,
    /// A seminar.
    Seminar,
    /// A seminar on line.
    Webinar,
    /// A field study.
    FieldStudy,
    /// Another word.
    Other,
}

/// How a training was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrainingMode {
    /// In person.
    InPerson,
    /// On line.
    Online,
    /// Both.
    Mixed,
}

/// A training.
#[derive(Clone, Debug)]
pub struct Training {
    /// Common fields.
    pub common: Common,
    /// What it is.
    pub kind: TrainingKind,
    /// The word of the source.
    pub kind_label: Option<Localized>,
    /// Who organized it.
    pub organizers: Vec<Place>,
    /// Where the participants come from.
    pub origin: Vec<Place>,
    /// Who received.
    pub host: Vec<Place>,
    /// The meeting place.
    pub venue: Option<Localized>,
    /// Dates, status and `reported`.
    pub when: When,
    /// Participants.
    pub participants: Option<Count>,
    /// Lesson hours.
    pub hours: Option<Count>,
    /// How it was held.
    pub mode: Option<TrainingMode>,
    /// Topics.
    pub topics: Vec<Located<RecordRef>>,
}
