//! Dated activities as a calendar.

use super::Outputs;
use super::presence::full_day;
use crate::derive::facts::Status;
use crate::plan::{PlannedPage, names};
use crate::value::{Kind, Lang, Localized, RecordRef};
use chrono::NaiveDate;

/// Programs fetch a calendar whole and often: it holds the activities that began last, those ahead among them. All of them
/// are in the tables beside the page.
const EVENTS: usize = 1000;

/// A calendar (RFC 5545).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Its name.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Its events, oldest first.
    pub events: Vec<Event>,
}

/// An activity on whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// A lasting id: `visit-…@example.go.id`, the same in every language.
    pub uid: String,
    /// The day of its last change, else its first day: never the time of the build.
    pub stamp: NaiveDate,
    /// First day.
    pub start: NaiveDate,
    /// The day after the last.
    pub end: NaiveDate,
    /// What it is called.
    pub summary: String,
    /// The language of the texts.
    pub lang: Lang,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// Its topics.
    pub categories: Vec<String>,
    /// Its page.
    pub url: Option<String>,
    /// How sure it is; none where that is not known.
    pub status: Option<EventStatus>,
}

/// How sure an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    /// Planned.
    Tentative,
    /// Under way or over.
    Confirmed,
    /// Will not happen.
    Cancelled,
}

impl Outputs<'_> {
    /// The calendar beside a page; none where no activity has full dates.
    pub fn calendar(&self, page: &PlannedPage) -> Option<Calendar> {
        if !self.plan.has_calendar(page) {
            return None;
        }
        let start = |record| self.plan.facts().activity(record).and_then(|activity| activity.start);
        let events = self.plan.dated(page).filter(|record| self.plan.has_event(*record));
        let mut newest: Vec<(NaiveDate, RecordRef)> =
            events.filter_map(|record| start(record).and_then(full_day).map(|start| (start, record))).collect();
        newest.sort_unstable();
        newest.dedup();
        let old = newest.len().saturating_sub(EVENTS);
        let mut events: Vec<Event> =
            newest.drain(old..).filter_map(|(_, record)| self.event(record, &page.lang)).collect();
        events.sort_by(|one, other| (one.start, one.end, &one.uid).cmp(&(other.start, other.end, &other.uid)));
        Some(Calendar { name: self.beside_title(page), lang: page.lang.clone(), events })
    }

    fn event(&self, record: RecordRef, lang: &Lang) -> Option<Event> {
        if !self.plan.has_event(record) {
            return None;
        }
        let facts = self.plan.facts();
        let (head, activity) = (facts.head(record), facts.activity(record)?);
        let start = activity.start.and_then(full_day)?;
        let last = activity.end.and_then(full_day).unwrap_or(start).max(start);
        let named = names::name(facts, record, lang);
        let places: Vec<String> = self
            .venue(record)
            .map(|text| names::localized(facts, text, lang).text)
            .into_iter()
            .chain(activity.host.iter().map(|place| names::place(facts, place, lang).text))
            .collect();
        Some(Event {
            uid: format!("{}-{}@{}", record.kind, head.id, host_of(&facts.site.base_url)),
            stamp: head.updated.map_or(start, |updated| updated.first()),
            start,
            end: last.succ_opt().unwrap_or(last),
            summary: named.text,
            lang: named.lang,
            description: head.summary.as_ref().map(|text| names::localized(facts, text, lang).text),
            location: (!places.is_empty()).then(|| places.join(", ")),
            categories: activity.topics.iter().map(|topic| names::name(facts, *topic, lang).text).collect(),
            url: self.plan.routes().path(record, lang).map(|path| self.absolute(&path)),
            status: activity.status.map(|status| match status {
                Status::Planned => EventStatus::Tentative,
                Status::Cancelled => EventStatus::Cancelled,
                Status::Ongoing | Status::Completed => EventStatus::Confirmed,
            }),
        })
    }

    fn venue(&self, record: RecordRef) -> Option<&Localized> {
        match record.kind {
            Kind::Visit => self.plan.facts().visits.get(record.at())?.venue.as_ref(),
            Kind::Training => self.plan.facts().trainings.get(record.at())?.venue.as_ref(),
            _ => None,
        }
    }
}

/// The host of an address: `example.go.id` of `https://example.go.id:8080/magang/`.
fn host_of(base: &str) -> &str {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = host.split(':').next().unwrap_or(host);
    if host.is_empty() { "localhost" } else { host }
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn an_address_has_a_host() {
        assert_eq!(host_of("https://example.go.id/magang/"), "example.go.id");
        assert_eq!(host_of("http://user@localhost:8000/"), "localhost");
        assert_eq!(host_of("/"), "localhost");
    }
}
