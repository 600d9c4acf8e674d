//! The one sentence that says in words what the records of a subject amount to: true, and no more.

use crate::derive::{Reach, Subject};
use crate::plan::scope::Scope;

/// "According to the sources read, Kota Malang has hosted 3 cohorts and received 10 visits; …".
pub fn region(scope: &Scope<'_>, name: &str, subject: &Subject) -> String {
    let lists = &subject.lists;
    let hosted = |reaches: &[Reach]| reaches.iter().filter(|reach| reach.host).count();
    let sent = |reaches: &[Reach]| reaches.iter().filter(|reach| reach.origin).count();
    let parts: Vec<String> = [
        ("sentence_cohorts_hosted", hosted(&lists.cohorts)),
        ("sentence_cohorts_sent", sent(&lists.cohorts)),
        ("sentence_visits_received", hosted(&lists.visits)),
        ("sentence_visits_made", sent(&lists.visits)),
        ("sentence_trainings", lists.trainings.len()),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .map(|(key, number)| scope.count(key, number))
    .collect();
    if parts.is_empty() {
        return quiet(scope, name, subject);
    }
    let text = scope.words.fill("sentence_region", &[("name", name), ("parts", &scope.format.list(&parts))]);
    format!("{text}{}", period(scope, subject))
}

/// "On record: 3 cohorts, 10 visits, and 2 trainings; …".
pub fn other(scope: &Scope<'_>, name: &str, subject: &Subject) -> String {
    let lists = &subject.lists;
    let parts: Vec<String> = [
        ("n_cohorts", lists.cohorts.len()),
        ("n_placements", lists.placements.len()),
        ("n_visits", lists.visits.len()),
        ("n_trainings", lists.trainings.len()),
        ("n_outcomes", lists.outcomes.len()),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .map(|(key, number)| scope.count(key, number))
    .collect();
    if parts.is_empty() {
        return quiet(scope, name, subject);
    }
    let text = scope.words.fill("sentence_other", &[("parts", &scope.format.list(&parts))]);
    format!("{text}{}", period(scope, subject))
}

fn quiet(scope: &Scope<'_>, name: &str, subject: &Subject) -> String {
    let key = if subject.lists.apart.is_empty() { "no_activity_sentence" } else { "planned_only_sentence" };
    scope.words.fill(key, &[("name", name)])
}

/// The years of what is dated, and the full stop.
fn period(scope: &Scope<'_>, subject: &Subject) -> String {
    let years: Vec<i32> = subject.by_year.iter().filter_map(|row| row.year).collect();
    let (first, last) = match (years.first(), years.last()) {
        (Some(first), Some(last)) => (first.to_string(), last.to_string()),
        _ => return scope.word("sentence_end"),
    };
    let key = if first == last { "sentence_in_year" } else { "sentence_between" };
    scope.words.fill(key, &[("first", &first), ("last", &last)])
}
