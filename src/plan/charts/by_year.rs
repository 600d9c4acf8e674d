//! Activities by year: columns for the eye, a table for everybody.

use super::claim::Item;
use super::foot::{ChartFoot, foot};
use super::says::sentence;
use super::upright::{Year, YearColumns, columns};
use crate::derive::Subject;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeMap;

view! {
    /// Activities by year.
    pub struct ByYearView {
        /// Which year was the busiest, as a true sentence.
        pub sentence: String,
        /// One column a year, gaps included, oldest first; none where there is one year alone.
        pub chart: Option<YearColumns>,
        /// The kinds of activities that are drawn: `host`, `origin`, `visit`, `training`.
        pub kinds: Vec<String>,
        /// What is not drawn, in words: activities whose year is not known, years long ago. May be empty.
        pub undrawn: Vec<String>,
        /// Whether the table tells sent from hosted.
        pub roles: bool,
        /// The table.
        pub rows: Vec<YearLine>,
        /// Sources, date, table.
        pub foot: ChartFoot,
    }
}

view! {
    /// A line of the table.
    pub struct YearLine {
        /// The year, or the word for undated.
        pub label: String,
        /// The page of this year of the subject.
        pub href: Option<String>,
        /// Cohorts sent.
        pub cohorts_sent: String,
        /// Cohorts hosted.
        pub cohorts_hosted: String,
        /// Placements.
        pub placements: String,
        /// Visits made.
        pub visits_made: String,
        /// Visits received.
        pub visits_received: String,
        /// Cohorts, each once.
        pub cohorts: String,
        /// Visits, each once.
        pub visits: String,
        /// Trainings.
        pub trainings: String,
        /// Cohorts, visits and trainings, each once: what the column shows.
        pub drawn: String,
    }
}

/// Cohorts hosted and sent, visits, trainings of a year, each once.
#[derive(Clone, Copy, Default)]
struct Tally {
    hosted: u32,
    sent: u32,
    visits: u32,
    trainings: u32,
}

/// Whether the page of a subject shows its years. `own` is the subject's record; a year has none, and on its page one bar
/// says nothing.
pub fn shows_years(subject: &Subject, own: Option<RecordRef>) -> bool {
    subject.by_year.len() > usize::from(own.is_none())
}

/// The years of a subject; none where no activity is known. `href` leads to the page of one year.
pub fn by_year(
    scope: &Scope<'_>,
    subject: &Subject,
    roles: bool,
    href: &dyn Fn(i32) -> Option<String>,
) -> Option<ByYearView> {
    if subject.by_year.is_empty() {
        return None;
    }
    let tallies = tally(scope, subject);
    let years = years(&tallies);
    let shown = &years[years.len().saturating_sub(MOST_YEARS)..];
    let number = |number| scope.format.number(number);
    Some(ByYearView {
        sentence: says(scope, &tallies),
        chart: (shown.len() > 1).then(|| columns(shown, &number)),
        kinds: kinds(shown),
        undrawn: undrawn(scope, &tallies, shown),
        roles,
        rows: lines(scope, subject, &tallies, href),
        foot: foot(scope, &subject.lists.sources),
    })
}

impl Tally {
    fn total(self) -> u32 {
        self.hosted + self.sent + self.visits + self.trainings
    }

    fn parts(self) -> Vec<(&'static str, u64)> {
        vec![
            ("host", self.hosted.into()),
            ("origin", self.sent.into()),
            ("visit", self.visits.into()),
            ("training", self.trainings.into()),
        ]
    }
}

fn tally(scope: &Scope<'_>, subject: &Subject) -> BTreeMap<Option<i32>, Tally> {
    let mut tallies: BTreeMap<Option<i32>, Tally> = BTreeMap::new();
    let lists = &subject.lists;
    for (kind, reaches) in
        [(Kind::Cohort, &lists.cohorts), (Kind::Visit, &lists.visits), (Kind::Training, &lists.trainings)]
    {
        for reach in reaches {
            let record = RecordRef { kind, index: reach.index };
            let tally = tallies.entry(scope.facts.activity(record).and_then(|activity| activity.year)).or_default();
            match kind {
                Kind::Visit => tally.visits += 1,
                Kind::Training => tally.trainings += 1,
                _ if reach.origin && !reach.host => tally.sent += 1,
                _ => tally.hosted += 1,
            }
        }
    }
    tallies
}

/// More columns than this cannot be told apart on a phone; the table has them all.
const MOST_YEARS: usize = 26;

/// Every year from the first to the last: gaps are information.
fn years(tallies: &BTreeMap<Option<i32>, Tally>) -> Vec<Year> {
    let dated: Vec<i32> = tallies.keys().flatten().copied().collect();
    let (Some(first), Some(last)) = (dated.first(), dated.last()) else { return Vec::new() };
    // A single stray year must not make a wall of them: only the last can be drawn anyway.
    let first = (*first).max(last.saturating_sub(i32::try_from(MOST_YEARS).unwrap_or(0) - 1));
    (first..=*last).map(|year| (year, tallies.get(&Some(year)).copied().unwrap_or_default().parts())).collect()
}

fn kinds(years: &[Year]) -> Vec<String> {
    let there = |tone: &&str| years.iter().flat_map(|year| &year.1).any(|(other, number)| other == tone && *number > 0);
    ["host", "origin", "visit", "training"].iter().filter(|tone| there(tone)).map(|tone| (*tone).to_owned()).collect()
}

fn undrawn(scope: &Scope<'_>, tallies: &BTreeMap<Option<i32>, Tally>, shown: &[Year]) -> Vec<String> {
    let total = |tally: &Tally| tally.total() as usize;
    let first = shown.first().map_or(i32::MIN, |year| year.0);
    let undated = tallies.get(&None).map_or(0, total);
    let before: usize =
        tallies.iter().filter(|(year, _)| year.is_some_and(|year| year < first)).map(|(_, tally)| total(tally)).sum();
    let mut told = Vec::new();
    if undated > 0 {
        told.push(scope.count("undated_not_drawn", undated));
    }
    if before > 0 {
        let n = scope.format.number(before as u64);
        told.push(scope.words.fill("before_not_drawn", &[("n", &n), ("year", &first.to_string())]));
    }
    told
}

fn says(scope: &Scope<'_>, tallies: &BTreeMap<Option<i32>, Tally>) -> String {
    let items: Vec<Item> = tallies
        .iter()
        .filter_map(|(year, tally)| {
            let total = tally.total();
            Some(Item::exact((*year)?.to_string(), scope.count("n_counted_once", total as usize), u64::from(total)))
        })
        .collect();
    sentence(scope.words, &scope.format, "year", &items)
}

fn lines(
    scope: &Scope<'_>,
    subject: &Subject,
    tallies: &BTreeMap<Option<i32>, Tally>,
    href: &dyn Fn(i32) -> Option<String>,
) -> Vec<YearLine> {
    let number = |value: u32| scope.format.number(u64::from(value));
    subject
        .by_year
        .iter()
        .map(|row| {
            let tally = tallies.get(&row.year).copied().unwrap_or_default();
            YearLine {
                label: row.year.map_or_else(|| scope.word("undated"), |year| year.to_string()),
                href: row.year.and_then(href),
                cohorts_sent: number(row.cohorts_sent),
                cohorts_hosted: number(row.cohorts_hosted),
                placements: number(row.placements),
                visits_made: number(row.visits_made),
                visits_received: number(row.visits_received),
                cohorts: number(tally.hosted + tally.sent),
                visits: number(tally.visits),
                trainings: number(row.trainings),
                drawn: number(tally.total()),
            }
        })
        .collect()
}
