//! What all public records, and what all activities, have in common.

use super::Status;
use crate::check::catalog::{Common, Place, When};
use crate::derive::moment::Moment;
use crate::diag::{Located, Span};
use crate::value::{Duration, Localized, PartialDate, RecordRef};
use std::hash::{Hash, Hasher};

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
    /// Where the record stands in its file: for the preview, which leads there; nothing published is made of it.
    pub place: Option<Span>,
}

impl Hash for Head {
    /// All but its place, of which nothing published is made.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { id, title, summary, sources, tags, updated, aliases, note, draft, place: _ } = self;
        (id, title, summary, sources, tags, updated, aliases, note, draft).hash(state);
    }
}

/// A party, or the words of the source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlaceFact {
    /// The region or institution.
    pub party: Option<RecordRef>,
    /// The words of the source.
    pub label: Option<Localized>,
}

/// When and where an activity was.
#[derive(Clone, Debug, Default, Hash)]
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
    /// Statements about it.
    pub statements: Vec<u32>,
}

impl Head {
    /// Publishes the common fields. `internal` was never kept; people, silenced findings and the moment of
    /// publication stay behind.
    pub(in crate::derive) fn new(common: Common) -> Self {
        Self {
            id: common.id.value,
            title: common.title,
            summary: common.summary,
            sources: references(common.sources),
            tags: common.tags,
            updated: common.updated,
            aliases: common.aliases.into_iter().map(|alias| alias.value).collect(),
            note: common.note,
            draft: common.draft,
            place: Some(common.span),
        }
    }
}

impl PlaceFact {
    /// Publishes places. One that says nothing (its party is not public) is left out.
    pub(in crate::derive) fn list(places: Vec<Place>) -> Vec<Self> {
        let told = |place: &Place| place.party.is_some() || place.label.is_some();
        places.into_iter().filter(told).map(|place| Self { party: place.party, label: place.label }).collect()
    }
}

/// The two ends and the topics of an activity, ready to publish.
pub(in crate::derive) struct Ends {
    /// Where people come from.
    pub(in crate::derive) origin: Vec<PlaceFact>,
    /// Where they go.
    pub(in crate::derive) host: Vec<PlaceFact>,
    /// Topics.
    pub(in crate::derive) topics: Vec<Located<RecordRef>>,
}

impl Activity {
    /// Publishes when and where an activity was, and what was said of it.
    pub(in crate::derive) fn new(when: When, moment: Moment, ends: Ends, statements: Vec<u32>) -> Self {
        Self {
            start: when.start.map(|date| date.value),
            end: when.end.map(|date| date.value),
            duration: when.duration,
            reported: when.reported.map(|date| date.value),
            status: moment.status,
            date: moment.date,
            year: moment.year,
            dates_of_cohort: moment.of_cohort,
            origin: ends.origin,
            host: ends.host,
            topics: references(ends.topics),
            statements,
        }
    }
}

/// References without their places in files, each once.
pub(in crate::derive) fn references(list: Vec<Located<RecordRef>>) -> Vec<RecordRef> {
    let mut references: Vec<RecordRef> = Vec::with_capacity(list.len());
    for target in list {
        if !references.contains(&target.value) {
            references.push(target.value);
        }
    }
    references
}
