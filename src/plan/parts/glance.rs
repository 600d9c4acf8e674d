//! An activity in one phrase: what, how many, from where, to where, when. A noun and no verb, so that it is as true of
//! what is planned as of what is over; what no source states is left out.

use super::item::when_active;
use crate::derive::facts::Status;
use crate::plan::names;
use crate::plan::scope::Scope;
use crate::value::{Count, Kind, RecordRef};

/// "Internship of 42 participants from Papua at Kota Malang, starting 7 November 2022."; empty for other records, and
/// for visits and trainings whose made title says as much.
pub fn glance(scope: &Scope<'_>, record: RecordRef) -> String {
    let facts = scope.facts;
    let Some(activity) = facts.activity(record) else { return String::new() };
    let is_made = facts.head(record).title.is_none();
    let (what, people) = match record.kind {
        Kind::Cohort => {
            let count = facts.cohorts[record.at()].participants;
            (scope.word("glance_internship"), people(scope, "people_participants", count))
        }
        Kind::Placement => {
            (scope.word("glance_internship"), people(scope, "people_interns", facts.placements[record.at()].count))
        }
        Kind::Visit if !is_made => {
            let fact = &facts.visits[record.at()];
            let kind = names::visit_kind(facts, fact.kind, fact.kind_label.as_ref(), scope.lang);
            (kind, people(scope, "people_delegates", fact.delegates))
        }
        Kind::Training if !is_made => {
            let fact = &facts.trainings[record.at()];
            let kind = names::training_kind(facts, fact.kind, fact.kind_label.as_ref(), scope.lang);
            (kind, people(scope, "people_participants", fact.participants))
        }
        _ => return String::new(),
    };
    let mut text = what;
    let mut add = |key: &str, word: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&scope.words.fill(key, &[(word, value)]));
        }
    };
    add("glance_people", "people", &people);
    add("glance_from", "place", &names::places(facts, &activity.origin, scope.lang));
    let at = if record.kind == Kind::Visit { "glance_to" } else { "glance_at" };
    add(at, "place", &names::places(facts, &activity.host, scope.lang));
    let is_dated = activity.dates_of_cohort || activity.start.or(activity.end).or(activity.reported).is_some();
    if is_dated {
        let one_day = matches!(record.kind, Kind::Visit | Kind::Training);
        add("glance_when", "when", &when_active(scope, activity, one_day).0);
    }
    let key = match activity.status {
        Some(Status::Planned) => "glance_planned",
        Some(Status::Cancelled) => "glance_cancelled",
        _ => "glance",
    };
    scope.words.fill(key, &[("text", &text)])
}

fn people(scope: &Scope<'_>, key: &str, count: Option<Count>) -> String {
    count.map_or_else(String::new, |count| super::item::people(scope, key, count))
}

#[cfg(test)]
#[path = "glance_tests.rs"]
mod tests;
