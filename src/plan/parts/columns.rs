//! A record as a line of a table: each of its facts apart.

use super::link::Mention;
use crate::derive::facts::{Activity, PlaceFact};
use crate::plan::names;
use crate::plan::scope::{Scope, iso};
use crate::plan::view::view;
use crate::value::{Count, Kind, RecordRef};

view! {
    /// A record as a line of a table.
    pub struct Columns {
        /// Its id.
        pub id: String,
        /// What it is: the kind of a visit or training, the unit of a placement; may be empty.
        pub kind: String,
        /// Where the people come from.
        pub origin: Vec<Mention>,
        /// Where they go.
        pub host: Vec<Mention>,
        /// The regions in which the hosts lie.
        pub regions: Vec<Mention>,
        /// How many people, in digits or words; empty where not stated.
        pub people: String,
        /// The first day for machines, as precise as it is known; may be empty.
        pub start: String,
        /// The last day for machines, as precise as it is known; may be empty.
        pub end: String,
    }
}

/// A record as a line of a table; only activities have more than an id.
pub fn columns(scope: &Scope<'_>, record: RecordRef) -> Columns {
    let id = scope.shown("id", || scope.facts.head(record).id.clone());
    let Some(activity) = scope.facts.activity(record) else { return Columns { id, ..Columns::default() } };
    let (kind, people) = own(scope, record);
    Columns {
        id,
        kind,
        origin: scope.shown("origin", || scope.places(&activity.origin)),
        host: scope.shown("host", || scope.places(&activity.host)),
        regions: scope.shown("regions", || regions(scope, &activity.host)),
        people: scope.shown("people", || people.map(|count| count_text(scope, count)).unwrap_or_default()),
        start: activity.start.filter(|_| scope.shows("start")).map(iso).unwrap_or_default(),
        end: activity.end.filter(|_| scope.shows("end")).map(iso).unwrap_or_default(),
    }
}

/// The regions in which the hosts of an activity lie, each followed by those above it.
pub fn regions_and_above(scope: &Scope<'_>, activity: &Activity) -> Vec<Mention> {
    let mut chain = Vec::new();
    for place in &activity.host {
        let mut at = region_of(scope, place);
        while let Some(index) = at.filter(|index| !chain.contains(index)) {
            chain.push(index);
            at = scope.facts.regions.get(index as usize).and_then(|fact| fact.parent);
        }
    }
    scope.links_to(Kind::Region, &chain)
}

fn regions(scope: &Scope<'_>, places: &[PlaceFact]) -> Vec<Mention> {
    let mut all: Vec<u32> = places.iter().filter_map(|place| region_of(scope, place)).collect();
    all.dedup();
    scope.links_to(Kind::Region, &all)
}

/// The region that a place is or lies in.
fn region_of(scope: &Scope<'_>, place: &PlaceFact) -> Option<u32> {
    let party = place.party?;
    match party.kind {
        Kind::Region => Some(party.index),
        Kind::Institution => scope.facts.institutions.get(party.at())?.region,
        _ => None,
    }
}

fn own(scope: &Scope<'_>, record: RecordRef) -> (String, Option<Count>) {
    let facts = scope.facts;
    match record.kind {
        Kind::Cohort => (String::new(), facts.cohorts[record.at()].participants),
        Kind::Placement => {
            let fact = &facts.placements[record.at()];
            (fact.unit.as_ref().map(|unit| scope.named(unit).text).unwrap_or_default(), fact.count)
        }
        Kind::Visit => {
            let fact = &facts.visits[record.at()];
            (names::visit_kind(facts, fact.kind, fact.kind_label.as_ref(), scope.lang), fact.delegates)
        }
        Kind::Training => {
            let fact = &facts.trainings[record.at()];
            (names::training_kind(facts, fact.kind, fact.kind_label.as_ref(), scope.lang), fact.participants)
        }
        _ => (String::new(), None),
    }
}

fn count_text(scope: &Scope<'_>, count: Count) -> String {
    scope.format.interval(count.state(), Some(count.low), count.high, false)
}
