//! A published figure: a value, its state, and the records it rests on.

use crate::check::catalog::Stage;
use crate::value::{Count, PartialDate, RecordRef, State};
use std::sync::Arc;

/// The names of the content model (section 3, "Narratives"); the same in prose, data and addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureName {
    /// Cohorts sent or hosted.
    Cohorts,
    /// People sent, once a cohort.
    PeopleSent,
    /// People hosted, once a cohort.
    PeopleHosted,
    /// Placements from or at.
    Placements,
    /// The plain sum of placement counts.
    PlacementHeads,
    /// Participants times months.
    PersonMonths,
    /// Visits made.
    VisitsMade,
    /// Visits received.
    VisitsReceived,
    /// Delegates sent.
    DelegatesSent,
    /// Delegates received.
    DelegatesReceived,
    /// Trainings attended, organized or hosted.
    Trainings,
    /// Regions at the other end.
    Partners,
    /// Topics of all of them.
    Topics,
    /// Outcomes at one stage.
    Outcomes(Stage),
    /// Activities that are planned.
    Planned,
    /// The day of the first activity.
    FirstActivity,
    /// The day of the last activity.
    LastActivity,
}

impl FigureName {
    /// Every name, in the order of pages and data.
    pub const ALL: [Self; 22] = [
        Self::Cohorts,
        Self::PeopleSent,
        Self::PeopleHosted,
        Self::Placements,
        Self::PlacementHeads,
        Self::PersonMonths,
        Self::VisitsMade,
        Self::VisitsReceived,
        Self::DelegatesSent,
        Self::DelegatesReceived,
        Self::Trainings,
        Self::Partners,
        Self::Topics,
        Self::Outcomes(Stage::Expected),
        Self::Outcomes(Stage::Planned),
        Self::Outcomes(Stage::InProgress),
        Self::Outcomes(Stage::Reported),
        Self::Outcomes(Stage::Verified),
        Self::Outcomes(Stage::Dropped),
        Self::Planned,
        Self::FirstActivity,
        Self::LastActivity,
    ];

    /// The word in `[[…#word]]`, `data.json` and anchors.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cohorts => "cohorts",
            Self::PeopleSent => "people_sent",
            Self::PeopleHosted => "people_hosted",
            Self::Placements => "placements",
            Self::PlacementHeads => "placement_heads",
            Self::PersonMonths => "person_months",
            Self::VisitsMade => "visits_made",
            Self::VisitsReceived => "visits_received",
            Self::DelegatesSent => "delegates_sent",
            Self::DelegatesReceived => "delegates_received",
            Self::Trainings => "trainings",
            Self::Partners => "partners",
            Self::Topics => "topics",
            Self::Outcomes(Stage::Expected) => "outcomes_expected",
            Self::Outcomes(Stage::Planned) => "outcomes_planned",
            Self::Outcomes(Stage::InProgress) => "outcomes_in-progress",
            Self::Outcomes(Stage::Reported) => "outcomes_reported",
            Self::Outcomes(Stage::Verified) => "outcomes_verified",
            Self::Outcomes(Stage::Dropped) => "outcomes_dropped",
            Self::Planned => "planned",
            Self::FirstActivity => "first_activity",
            Self::LastActivity => "last_activity",
        }
    }

    /// The name that a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }
}

/// A number after disclosure control.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
pub struct Measure {
    /// What kind of number.
    pub state: State,
    /// The lower end, in whole units or in tenths; none where unknown, hidden or not applicable.
    pub low: Option<u64>,
    /// The upper end; none also for "at least".
    pub high: Option<u64>,
    /// The ends are tenths (person-months), not whole units.
    pub tenths: bool,
}

impl Measure {
    /// A number that no record states.
    pub const UNKNOWN: Self = Self { state: State::Unknown, low: None, high: None, tenths: false };
    /// A number that is withheld.
    pub const HIDDEN: Self = Self { state: State::Hidden, low: None, high: None, tenths: false };
    /// A question that makes no sense.
    pub const NOT_APPLICABLE: Self = Self { state: State::NotApplicable, low: None, high: None, tenths: false };

    /// A stated count, or the lack of one.
    pub fn from_count(count: Option<Count>) -> Self {
        count.map_or(Self::UNKNOWN, |count| Self {
            state: count.state(),
            low: Some(count.low),
            high: count.high,
            tenths: false,
        })
    }

    /// Whether it is one number.
    pub fn is_exact(&self) -> bool {
        self.state == State::Exact
    }

    /// Whether it is exactly nothing.
    pub fn is_zero(&self) -> bool {
        self.low == Some(0) && self.high == Some(0)
    }
}

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
pub enum FigureValue {
    /// A number.
    Number(Measure),
    /// A date; none where no record has one.
    Date(Option<PartialDate>),
}

/// A figure with everything a reader may ask of it.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Figure {
    /// Its name.
    pub name: FigureName,
    /// Its value.
    pub value: FigureValue,
    /// The records it rests on, sorted, those that state nothing included.
    pub basis: Arc<[RecordRef]>,
    /// How many of them state the number.
    pub stated: u32,
    /// How many do not.
    pub silent: u32,
}
