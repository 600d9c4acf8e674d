//! Activities by year: bars for the eye, a table for everybody.

use crate::derive::Subject;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeMap;

view! {
    /// Activities by year.
    pub struct ByYearView {
        /// What the bars show, as a sentence.
        pub sentence: String,
        /// One bar a year, gaps included, oldest first; the undated are not drawn.
        pub bars: Vec<YearBar>,
        /// How many activities are not drawn because their year is not known; may be empty.
        pub undated: String,
        /// Whether the table tells sent from hosted.
        pub roles: bool,
        /// The table.
        pub rows: Vec<YearLine>,
    }
}

view! {
    /// A bar.
    pub struct YearBar {
        /// The year.
        pub label: String,
        /// Cohorts, visits and trainings of the year, each once; empty for none.
        pub total: String,
        /// The page of this year of the subject.
        pub href: Option<String>,
        /// Its parts.
        pub parts: Vec<BarPart>,
    }
}

view! {
    /// A part of a bar.
    pub struct BarPart {
        /// What it counts: `host`, `origin`, `visit`, `training`.
        pub tone: String,
        /// Its length in hundredths of the longest bar, for the classes `v0` to `v100`.
        pub share: u32,
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
        /// Activities of the four kinds, each once.
        pub activities: String,
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
    let undated = tallies.get(&None).map_or(0, |tally| tally.total());
    Some(ByYearView {
        sentence: sentence(scope, &tallies),
        bars: bars(&tallies, scope, href),
        undated: if undated == 0 { String::new() } else { scope.count("undated_not_drawn", undated as usize) },
        roles,
        rows: lines(scope, subject, &tallies, href),
    })
}

impl Tally {
    fn total(self) -> u32 {
        self.hosted + self.sent + self.visits + self.trainings
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

fn bars(
    tallies: &BTreeMap<Option<i32>, Tally>,
    scope: &Scope<'_>,
    href: &dyn Fn(i32) -> Option<String>,
) -> Vec<YearBar> {
    let years: Vec<i32> = tallies.keys().flatten().copied().collect();
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else { return Vec::new() };
    let most =
        tallies.iter().filter(|(year, _)| year.is_some()).map(|(_, tally)| tally.total()).max().unwrap_or(1).max(1);
    // Gaps are drawn, they are information; but a single stray year must not make a wall of them.
    let with_gaps = last - first <= 25;
    let all: Vec<i32> = if with_gaps { (first..=last).collect() } else { years };
    all.into_iter()
        .map(|year| {
            let tally = tallies.get(&Some(year)).copied().unwrap_or_default();
            let parts = [
                ("host", tally.hosted),
                ("origin", tally.sent),
                ("visit", tally.visits),
                ("training", tally.trainings),
            ];
            YearBar {
                label: year.to_string(),
                total: if tally.total() == 0 { String::new() } else { scope.format.number(u64::from(tally.total())) },
                href: if tally.total() == 0 { None } else { href(year) },
                parts: parts
                    .into_iter()
                    .filter(|(_, number)| *number > 0)
                    .map(|(tone, number)| BarPart { tone: tone.to_owned(), share: (number * 100 / most).max(1) })
                    .collect(),
            }
        })
        .collect()
}

fn sentence(scope: &Scope<'_>, tallies: &BTreeMap<Option<i32>, Tally>) -> String {
    let dated: Vec<(i32, u32)> = tallies.iter().filter_map(|(year, tally)| Some(((*year)?, tally.total()))).collect();
    let Some(most) = dated.iter().map(|(_, total)| *total).max() else { return scope.word("by_year_undated") };
    let busiest: Vec<i32> = dated.iter().filter(|(_, total)| *total == most).map(|(year, _)| *year).collect();
    match (dated.as_slice(), busiest.as_slice()) {
        ([(year, total)], _) => {
            let n = scope.count("n_activities", *total as usize);
            scope.words.fill("by_year_only", &[("year", &year.to_string()), ("n", &n)])
        }
        (_, [year]) => {
            let n = scope.count("n_activities", most as usize);
            scope.words.fill("by_year_most", &[("year", &year.to_string()), ("n", &n)])
        }
        (all, _) => {
            let (first, last) = (all[0].0.to_string(), all[all.len() - 1].0.to_string());
            scope.words.fill("by_year_between", &[("first", &first), ("last", &last)])
        }
    }
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
                activities: number(row.activities),
            }
        })
        .collect()
}
