//! Trainings.

use super::common::Titled;
use super::{Common, Place, When};
use crate::check::record::{Fields, count, localized, place, reference, word};
use crate::diag::Located;
use crate::value::Kind;
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

const KINDS: [(&str, TrainingKind); 7] = [
    ("diklat", TrainingKind::Diklat),
    ("bimtek", TrainingKind::Bimtek),
    ("workshop", TrainingKind::Workshop),
    ("seminar", TrainingKind::Seminar),
    ("webinar", TrainingKind::Webinar),
    ("field-study", TrainingKind::FieldStudy),
    ("other", TrainingKind::Other),
];

const MODES: [(&str, TrainingMode); 3] =
    [("in-person", TrainingMode::InPerson), ("online", TrainingMode::Online), ("mixed", TrainingMode::Mixed)];

impl Training {
    /// Reads a training.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let kind = fields.required("kind", word(&KINDS));
        let training = Self {
            common,
            kind_label: fields.optional("kind_label", localized),
            organizers: fields.list("organizers", place).unwrap_or_default(),
            origin: fields.list("origin", place).unwrap_or_default(),
            host: fields.list("host", place).unwrap_or_default(),
            venue: fields.optional("venue", localized),
            when: When::read(fields),
            participants: fields.optional("participants", count),
            hours: fields.optional("hours", count),
            mode: fields.optional("mode", word(&MODES)),
            topics: fields.list("topics", reference(&[Kind::Topic])).unwrap_or_default(),
            kind: kind?,
        };
        Some(training)
    }
}
