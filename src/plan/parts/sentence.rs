//! The one sentence that says in words what the records of a subject amount to: true, and no more.
//!
//! `amounts` reckons what can be said, `compose` puts it into words. Nothing is said of a year that the records leave
//! open: where some are undated, the years are said to be those of the others.

use crate::derive::{Lists, Reach, Subject};
use crate::plan::scope::Scope;
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeMap;

/// What a sentence is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Amounts {
    /// The message key of what was done, with what was counted: message key and number.
    clauses: Vec<(&'static str, Vec<(&'static str, usize)>)>,
    /// Outcomes, where they are said.
    outcomes: usize,
    /// Cohorts, visits and trainings of each known year.
    years: BTreeMap<i32, usize>,
    /// The first and the last year of all that is counted, placements included.
    span: Option<(i32, i32)>,
    /// Whether the year of something that is counted is not known.
    undated: bool,
    /// Whether there are plans.
    planned: bool,
}

/// The year of an activity, where it is known.
type YearOf<'y> = &'y dyn Fn(RecordRef) -> Option<i32>;

/// "Kota Malang is on record as having hosted 3 cohorts and 10 visits, since 2013; most in 2018 (4 activities)."
pub fn region(scope: &Scope<'_>, name: &str, subject: &Subject) -> String {
    let amounts = by_role(&subject.lists, &|record| year_of(scope, record));
    compose(scope.words, &scope.format, "sentence_region", name, &amounts)
}

/// "On record: 3 cohorts, 10 visits, and 2 trainings, since 2015; 4 outcomes."
pub fn other(scope: &Scope<'_>, name: &str, subject: &Subject) -> String {
    let amounts = by_kind(&subject.lists, &|record| year_of(scope, record));
    compose(scope.words, &scope.format, "sentence_other", name, &amounts)
}

/// The same of the records of a year, whose year need not be said.
pub fn year(scope: &Scope<'_>, name: &str, subject: &Subject) -> String {
    compose(scope.words, &scope.format, "sentence_other", name, &of_year(&subject.lists))
}

/// What there is of each kind in a year.
fn of_year(lists: &Lists) -> Amounts {
    Amounts { span: None, ..by_kind(lists, &|_| None) }
}

fn year_of(scope: &Scope<'_>, record: RecordRef) -> Option<i32> {
    scope.facts.activity(record).and_then(|activity| activity.year)
}

/// What a subject that sends and hosts did.
fn by_role(lists: &Lists, year: YearOf<'_>) -> Amounts {
    let hosted = |reaches: &[Reach]| reaches.iter().filter(|reach| reach.host).count();
    let sent = |reaches: &[Reach]| reaches.iter().filter(|reach| reach.origin).count();
    let received = vec![("sentence_cohorts", hosted(&lists.cohorts)), ("sentence_visits", hosted(&lists.visits))];
    let clauses = vec![
        ("sentence_hosted", received),
        ("sentence_sent", vec![("sentence_cohorts", sent(&lists.cohorts))]),
        ("sentence_made", vec![("sentence_visits", sent(&lists.visits))]),
        ("sentence_joined", vec![("n_trainings", lists.trainings.len())]),
    ];
    // What reaches the subject in neither role (a coordinator) is not counted, and so has no year here.
    let in_role = |reaches: &[Reach]| -> Vec<Reach> {
        reaches.iter().copied().filter(|reach| reach.host || reach.origin).collect()
    };
    let (cohorts, visits) = (in_role(&lists.cohorts), in_role(&lists.visits));
    let kinds = [(Kind::Cohort, &cohorts), (Kind::Visit, &visits), (Kind::Training, &lists.trainings)];
    Amounts { clauses, planned: !lists.apart.is_empty(), ..dated(&kinds, year) }
}

/// What there is of each kind.
fn by_kind(lists: &Lists, year: YearOf<'_>) -> Amounts {
    let counts = vec![
        ("sentence_cohorts", lists.cohorts.len()),
        ("n_placements", lists.placements.len()),
        ("sentence_visits", lists.visits.len()),
        ("n_trainings", lists.trainings.len()),
    ];
    let kinds = [
        (Kind::Cohort, &lists.cohorts),
        (Kind::Placement, &lists.placements),
        (Kind::Visit, &lists.visits),
        (Kind::Training, &lists.trainings),
    ];
    Amounts {
        clauses: vec![("sentence_all", counts)],
        outcomes: lists.outcomes.len(),
        planned: !lists.apart.is_empty(),
        ..dated(&kinds, year)
    }
}

/// The years of what is counted. Placements have the years of their cohorts and are in no year's number.
fn dated(kinds: &[(Kind, &Vec<Reach>)], year: YearOf<'_>) -> Amounts {
    let mut amounts = Amounts::default();
    for (kind, reaches) in kinds {
        for reach in reaches.iter() {
            let Some(year) = year(RecordRef { kind: *kind, index: reach.index }) else {
                amounts.undated = true;
                continue;
            };
            if *kind != Kind::Placement {
                *amounts.years.entry(year).or_default() += 1;
            }
            let (first, last) = amounts.span.unwrap_or((year, year));
            amounts.span = Some((first.min(year), last.max(year)));
        }
    }
    amounts
}

fn compose(words: &Messages, format: &Formatter<'_>, key: &str, name: &str, amounts: &Amounts) -> String {
    let count = |(key, number): &(&str, usize)| {
        let number = *number as u64;
        words.count(key, Some(number), &format.number(number))
    };
    let clause = |(verb, things): &(&'static str, Vec<(&'static str, usize)>)| {
        let things: Vec<String> = things.iter().filter(|(_, number)| *number > 0).map(count).collect();
        (!things.is_empty()).then(|| words.fill(verb, &[("things", &format.list(&things))]))
    };
    let mut parts: Vec<String> = amounts.clauses.iter().filter_map(clause).collect();
    let has_activities = !parts.is_empty();
    if !has_activities && amounts.outcomes > 0 {
        parts.push(count(&("n_outcomes", amounts.outcomes)));
    }
    if parts.is_empty() {
        let key = if amounts.planned { "planned_only_sentence" } else { "no_activity_sentence" };
        return words.fill(key, &[("name", name)]);
    }
    let mut text = words.fill(key, &[("name", name), ("parts", &format.list(&parts))]);
    text.push_str(&period(words, format, amounts));
    if has_activities && amounts.outcomes > 0 {
        text.push_str(&count(&("sentence_outcomes", amounts.outcomes)));
    }
    text + words.get("sentence_end")
}

/// Since when, and in which year most; nothing where no year is known.
fn period(words: &Messages, format: &Formatter<'_>, amounts: &Amounts) -> String {
    let Some((first, last)) = amounts.span else { return String::new() };
    let key = match (amounts.undated, first == last) {
        (false, false) => "sentence_since",
        (false, true) => "sentence_in",
        (true, false) => "sentence_known_since",
        (true, true) => "sentence_known_in",
    };
    let since = words.fill(key, &[("year", &first.to_string())]);
    let Some((year, number)) = busiest(&amounts.years) else { return since };
    let number = number as u64;
    let n = words.count("n_counted_once", Some(number), &format.number(number));
    let key = if amounts.undated { "sentence_known_most" } else { "sentence_most" };
    since + &words.fill(key, &[("year", &year.to_string()), ("n", &n)])
}

/// The year with more than each other; none for a tie, for one year alone, and where one each is all there is.
fn busiest(years: &BTreeMap<i32, usize>) -> Option<(i32, usize)> {
    let most = years.values().copied().max().filter(|most| *most > 1)?;
    let mut first = years.iter().filter(|(_, number)| **number == most);
    match (first.next(), first.next()) {
        (Some((year, _)), None) if years.len() > 1 => Some((*year, most)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "sentence_tests.rs"]
mod tests;
