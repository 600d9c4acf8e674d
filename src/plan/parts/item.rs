//! A record as an entry of a dated list: when, what, who, where, with source marks.

use super::columns::{Columns, columns};
use super::link::{LinkView, Mention, SourceMark, Text};
use super::statement::{StatementView, statement};
use crate::derive::facts::{Activity, Stage, Status};
use crate::plan::names;
use crate::plan::pages::story::{CoverView, cover};
use crate::plan::scope::{Scope, iso};
use crate::plan::view::view;
use crate::value::{Count, Kind, RecordRef};

view! {
    /// A record in a dated list.
    pub struct RecordItem {
        /// What it is: `cohort`, `visit`, …
        pub kind: String,
        /// When, in words; also "reported …" and "undated".
        pub date: String,
        /// The first day for `<time datetime=>`, where known.
        pub iso: Option<String>,
        /// Its title, linked to its page.
        pub link: LinkView,
        /// The picture of a story.
        pub cover: Option<CoverView>,
        /// Its summary.
        pub summary: Option<Text>,
        /// How many people, in words; may be empty.
        pub people: String,
        /// Stage, status, publisher in short phrases.
        pub facts: Vec<String>,
        /// What it is about.
        pub topics: Vec<Mention>,
        /// Its sources.
        pub marks: Vec<SourceMark>,
        /// What office-holders said about it.
        pub quotes: Vec<StatementView>,
        /// The same apart, for themes that show records as tables.
        pub columns: Columns,
        /// A draft, shown only because drafts were asked for.
        pub draft: bool,
    }
}

/// How much an entry tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Summary, topics, sources.
    Full,
    /// Also what was said about it.
    Quoted,
    /// One line.
    Brief,
}

/// A quotation makes an entry speak; more of them stand in the list of statements.
const MOST_QUOTES: usize = 1;

/// A record as an entry.
pub fn item(scope: &Scope<'_>, record: RecordRef, detail: Detail) -> RecordItem {
    let head = scope.facts.head(record);
    let dated = scope.shows("date") || scope.shows("iso");
    let (date, iso) = if dated { when(scope, record) } else { (String::new(), None) };
    let full = detail != Detail::Brief;
    let shows = |field: &str| full && scope.shows(field);
    RecordItem {
        kind: record.kind.singular().to_owned(),
        date,
        iso,
        link: scope.link_as(record, names::undated_name(scope.facts, record, scope.lang)),
        cover: if shows("cover") { story_cover(scope, record) } else { None },
        summary: head.summary.as_ref().filter(|_| shows("summary")).map(|text| scope.prose(text)),
        people: scope.shown("people", || people_of(scope, record)),
        facts: scope.shown("facts", || phrases(scope, record)),
        topics: if shows("topics") { scope.links(topics(scope, record)) } else { Vec::new() },
        // A narrative has its sources on its own page: here they would look like those of what it is about.
        marks: if shows("marks") && !is_narrative(record.kind) { scope.marks(&head.sources) } else { Vec::new() },
        quotes: if detail == Detail::Quoted && scope.shows("quotes") { quotes(scope, record) } else { Vec::new() },
        columns: scope.shown("columns", || columns(scope, record)),
        draft: head.draft,
    }
}

fn story_cover(scope: &Scope<'_>, record: RecordRef) -> Option<CoverView> {
    match record.kind {
        Kind::Story => cover(scope, scope.facts.stories.get(record.at())?),
        _ => None,
    }
}

/// The date of a record in words, and the first day for machines.
pub fn when(scope: &Scope<'_>, record: RecordRef) -> (String, Option<String>) {
    let at = record.at();
    let facts = scope.facts;
    let date = match record.kind {
        Kind::Outcome => facts.outcomes[at].date,
        Kind::Evaluation => facts.evaluations[at].date,
        Kind::Statement => facts.statements[at].date,
        Kind::Correction => Some(facts.corrections[at].date),
        Kind::Story => facts.stories[at].date,
        Kind::Source => facts.sources[at].published,
        kind => {
            let one_day = matches!(kind, Kind::Visit | Kind::Training);
            return facts.activity(record).map_or((String::new(), None), |one| when_active(scope, one, one_day));
        }
    };
    date.map_or((scope.word("undated"), None), |date| (scope.format.date(date), Some(iso(date))))
}

/// When an activity was, in words: its dates, its cohort's, the day of the report, or that none is known.
/// Of a visit or training (`one_day`) a single date is the day; of a cohort it is the first or last.
pub fn when_active(scope: &Scope<'_>, activity: &Activity, one_day: bool) -> (String, Option<String>) {
    if activity.dates_of_cohort {
        let text = match activity.year {
            Some(year) => scope.words.fill("within_cohort_year", &[("year", &year.to_string())]),
            None => scope.word("within_cohort"),
        };
        return (text, activity.year.map(|year| format!("{year:04}")));
    }
    match (activity.start, activity.end, activity.reported) {
        (None, None, Some(reported)) => {
            (scope.words.fill("reported_on", &[("date", &scope.format.date(reported))]), None)
        }
        (None, None, None) => (scope.word("undated"), None),
        (Some(day), None, _) | (None, Some(day), _) if one_day => (scope.format.date(day), Some(iso(day))),
        (Some(start), None, _) => {
            (scope.words.fill("starting", &[("date", &scope.format.date(start))]), Some(iso(start)))
        }
        (start, end, _) => (scope.format.date_range(start, end), start.or(end).map(iso)),
    }
}

/// The message key of a stage.
pub fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Expected => "stage_expected",
        Stage::Planned => "stage_planned",
        Stage::InProgress => "stage_in_progress",
        Stage::Reported => "stage_reported",
        Stage::Verified => "stage_verified",
        Stage::Dropped => "stage_dropped",
    }
}

/// The message key of a status.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Planned => "status_planned",
        Status::Ongoing => "status_ongoing",
        Status::Completed => "status_completed",
        Status::Cancelled => "status_cancelled",
    }
}

fn is_narrative(kind: Kind) -> bool {
    matches!(kind, Kind::Story | Kind::Page)
}

/// A number of people in words: "5 people", "about 40 participants".
pub fn people(scope: &Scope<'_>, key: &str, count: Count) -> String {
    let text = scope.format.interval(count.state(), Some(count.low), count.high, false);
    let exact = (count.high == Some(count.low) && !count.approximate).then_some(count.low);
    scope.words.count(key, exact, &text)
}

fn people_of(scope: &Scope<'_>, record: RecordRef) -> String {
    let at = record.at();
    let facts = scope.facts;
    let count = match record.kind {
        // Of the whole cohort: at one of several hosts only some of them were.
        Kind::Cohort => facts.cohorts[at].participants.map(|count| ("people_cohort", count)),
        Kind::Placement => facts.placements[at].count.map(|count| ("people_interns", count)),
        Kind::Visit => facts.visits[at].delegates.map(|count| ("people_delegates", count)),
        Kind::Training => facts.trainings[at].participants.map(|count| ("people_participants", count)),
        _ => None,
    };
    count.map_or_else(String::new, |(key, count)| people(scope, key, count))
}

fn phrases(scope: &Scope<'_>, record: RecordRef) -> Vec<String> {
    let at = record.at();
    let facts = scope.facts;
    let mut phrases = Vec::new();
    match record.kind {
        Kind::Outcome => phrases.push(scope.word(stage_key(facts.outcomes[at].stage))),
        Kind::Source => phrases.push(facts.sources[at].publisher.clone()),
        Kind::Correction => phrases.push(scope.prose(&facts.corrections[at].what).text),
        _ => {}
    }
    if let Some(status) = facts.activity(record).and_then(|activity| activity.status)
        && status != Status::Completed
    {
        phrases.push(scope.word(status_key(status)));
    }
    phrases
}

fn topics<'p>(scope: &Scope<'p>, record: RecordRef) -> &'p [RecordRef] {
    match record.kind {
        Kind::Outcome => &scope.facts.outcomes[record.at()].topics,
        _ => scope.facts.activity(record).map_or(&[], |activity| activity.topics.as_slice()),
    }
}

fn quotes(scope: &Scope<'_>, record: RecordRef) -> Vec<StatementView> {
    let about = scope.facts.activity(record).map_or(&[] as &[u32], |activity| activity.statements.as_slice());
    about
        .iter()
        .filter(|index| !scope.is_quoted(**index))
        .take(MOST_QUOTES)
        .filter(|index| scope.quote(**index))
        // The anchor stands once, in the list of statements; what it is about stands right above.
        .map(|index| StatementView { anchor: None, about: Vec::new(), ..statement(scope, *index) })
        .collect()
}
