//! What all public records, and what all activities, have in common.

use super::Status;
use crate::value::{Duration, Localized, PartialDate, RecordRef};

/// The published common fields.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The id; empty for a statement that has none.
    pub id: String,
    /// The title as written, if any.
    pub title: Option<Localized>,
    /// One or two sentences.
    pub summary: Option<Localized>,
    /// Sources.
    pub sources: Vec<RecordRef>,
    /// Free words.
    pub tags: Vec<String>,
    /// Last change of substance.
    pub updated: Option<PartialDate>,
    /// Old addresses.
    pub aliases: Vec<String>,
    /// A remark, shown.
    pub note: Option<Localized>,
    /// It is a draft or under embargo, and shown only because `--drafts` was asked for.
    pub draft: bool,
}

/// A party, or the words of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFact {
    /// The region or institution.
    pub party: Option<RecordRef>,
    /// The words of the source.
    pub label: Option<Localized>,
}

/// When and where an activity was.
#[derive(Clone, Debug, Default)]
pub struct Activity {
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
    /// How long, in the source's word.
    pub duration: Option<Duration>,
    /// When it was reported, where its own date is not known.
    pub reported: Option<PartialDate>,
    /// Stated, or derived from dates and the clock; none is unknown.
    pub status: Option<Status>,
    /// The date for order and roll-up: start, else end, else the cohort's, else `reported`.
    pub date: Option<PartialDate>,
    /// The year it belongs to; none for those known only by `reported`.
    pub year: Option<i32>,
    /// Its own dates are those of its cohort ("within the cohort's dates").
    pub dates_of_cohort: bool,
    /// Where people come from (for a placement without origin: the cohort's).
    pub origin: Vec<PlaceFact>,
    /// Where they go (for a cohort: its own and those of its placements).
    pub host: Vec<PlaceFact>,
    /// Topics.
    pub topics: Vec<RecordRef>,
    /// Outcomes, evaluations, statements, stories, corrections about it.
    pub outcomes: Vec<u32>,
    /// Evaluations of it.
    pub evaluations: Vec<u32>,
    /// Statements about it.
    pub statements: Vec<u32>,
    /// Stories about it.
    pub stories: Vec<u32>,
}
