//! Which pages have tables, feeds and calendars beside them.

use super::feed::date_of;
use crate::derive::facts::Status;
use crate::derive::{Lists, Subject};
use crate::plan::{PageKind, PlannedPage, SitePlan};
use crate::value::{Kind, PartialDate, RecordRef};

impl SitePlan<'_> {
    /// Whether an output of `site.yaml` is chosen: `html`, `data`, `feed`, `calendar`, `sitemap`.
    pub fn has_output(&self, word: &str) -> bool {
        self.facts().site.has_output(word)
    }

    /// Whether `data.csv` and `data.json` stand beside the page.
    pub fn has_data(&self, page: &PlannedPage) -> bool {
        self.has_output("data")
            && match page.kind {
                PageKind::Home | PageKind::RegionYear | PageKind::Year | PageKind::Data => true,
                // The index of years has no records of its own; the front page has their numbers.
                PageKind::Index => self.indexed_kind(page).is_some(),
                PageKind::Record(kind) => !matches!(kind, Kind::Story | Kind::Page),
                // The table of a list stands beside the page of its owner, whole.
                PageKind::List | PageKind::Map | PageKind::Flows | PageKind::Search | PageKind::NotFound => false,
            }
    }

    /// Whether `data.xlsx` stands beside the page: of the whole, and of every region that anything touches.
    pub fn has_workbook(&self, page: &PlannedPage) -> bool {
        self.has_data(page)
            && match page.kind {
                PageKind::Data => true,
                PageKind::Record(Kind::Region) => self.subject_of(page).is_some_and(|subject| touches(&subject.lists)),
                _ => false,
            }
    }

    /// Whether the archive of everything is made; it stands beside the download page of the default language.
    pub fn archive(&self) -> Option<String> {
        let path = self.routes().data(self.facts().site.default_lang())?;
        self.has_output("data").then(|| format!("{path}data.zip"))
    }

    /// The path of the catalogue; none where it is not made. Without data there is nothing to list.
    pub fn catalogue(&self) -> Option<&'static str> {
        let made = self.has_output("catalogue") && self.has_output("data") && self.routes().has(PageKind::Data);
        made.then_some("catalog.jsonld")
    }

    /// Whether `feed.xml` stands beside the page: it has stories or corrections.
    pub fn has_feed(&self, page: &PlannedPage) -> bool {
        self.has_output("feed") && self.news(page).any(|record| date_of(self.facts(), record).is_some())
    }

    /// Whether `calendar.ics` stands beside the page: an activity with full dates is on it.
    pub fn has_calendar(&self, page: &PlannedPage) -> bool {
        self.has_output("calendar") && self.dated(page).any(|record| self.has_event(record))
    }

    /// What is derived about the subject of a page, where it has one.
    pub(in crate::plan) fn subject_of(&self, page: &PlannedPage) -> Option<&Subject> {
        let facts = self.facts();
        match page.kind {
            PageKind::Home => Some(&facts.whole),
            PageKind::Year => facts.year(self.year_of_page(page)?),
            PageKind::RegionYear => facts.subject(RecordRef { kind: Kind::Region, index: page.subject }),
            PageKind::Record(kind) => facts.subject(RecordRef { kind, index: page.subject }),
            PageKind::Index
            | PageKind::List
            | PageKind::Map
            | PageKind::Flows
            | PageKind::Data
            | PageKind::Search
            | PageKind::NotFound => None,
        }
    }

    /// The year of a year's page.
    pub(in crate::plan) fn year_of_page(&self, page: &PlannedPage) -> Option<i32> {
        page.year.or_else(|| i32::try_from(page.subject).ok())
    }

    /// Whether an activity has the full dates that a calendar needs.
    pub(in crate::plan) fn has_event(&self, record: RecordRef) -> bool {
        let Some(activity) = self.facts().activity(record) else { return false };
        if activity.dates_of_cohort || activity.start.and_then(full_day).is_none() {
            return false;
        }
        match activity.end {
            Some(end) => full_day(end).is_some(),
            // A visit or course of which only one day is known was on that day; a cohort lasts longer.
            None => activity.status == Some(Status::Cancelled) || matches!(record.kind, Kind::Visit | Kind::Training),
        }
    }
}

/// Whether anything touches a subject: else its table is empty.
fn touches(lists: &Lists) -> bool {
    let results = [&lists.outcomes, &lists.evaluations, &lists.statements, &lists.stories, &lists.corrections];
    lists.activities() > 0 || !lists.apart.is_empty() || results.iter().any(|list| !list.is_empty())
}

/// The day of a date that is exact to the day.
pub(in crate::plan) fn full_day(date: PartialDate) -> Option<chrono::NaiveDate> {
    date.day().filter(|_| !date.is_approximate())
}
