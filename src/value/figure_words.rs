//! The names that may stand after `#` in prose: figures of subjects, fields of records.

use super::Kind;

/// Figures of regions, institutions, topics, programs and years (content model, section 3, "Narratives").
pub const FIGURE_WORDS: [&str; 22] = [
    "cohorts",
    "people_sent",
    "people_hosted",
    "placements",
    "placement_heads",
    "person_months",
    "visits_made",
    "visits_received",
    "delegates_sent",
    "delegates_received",
    "trainings",
    "partners",
    "topics",
    "outcomes_expected",
    "outcomes_planned",
    "outcomes_in-progress",
    "outcomes_reported",
    "outcomes_verified",
    "outcomes_dropped",
    "planned",
    "first_activity",
    "last_activity",
];

/// The table of a subject by year; it stands only on a line of its own.
pub const BY_YEAR: &str = "by_year";

/// Whether records of this kind are subjects of [`FIGURE_WORDS`].
pub fn has_figures(kind: Kind) -> bool {
    matches!(kind, Kind::Region | Kind::Institution | Kind::Topic | Kind::Program)
}

/// The count and date fields of a kind.
pub fn field_words(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Region => &["population", "updated"],
        Kind::Institution | Kind::Topic | Kind::Page => &["updated"],
        Kind::Program => &["start", "end", "updated"],
        Kind::Source => &["published", "accessed", "updated"],
        Kind::Cohort => &["participants", "applicants", "selected", "completed", "start", "end", "reported", "updated"],
        Kind::Placement => &["count", "start", "end", "reported", "updated"],
        Kind::Visit => &["delegates", "start", "end", "reported", "updated"],
        Kind::Training => &["participants", "hours", "start", "end", "reported", "updated"],
        Kind::Evaluation => &["n", "date", "updated"],
        Kind::Outcome | Kind::Statement | Kind::Correction | Kind::Story => &["date", "updated"],
    }
}
