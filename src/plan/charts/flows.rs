//! Who came from where, and who went where: ribbons on wide screens, bars on phones, a table for everybody.

use super::bar::{BarPiece, bar, longest, parts};
use super::claim::Item;
use super::foot::{ChartFoot, foot, sources_of};
use super::ribbons::{Ribbons, ribbons};
use super::says::sentence;
use crate::derive::{Measure, Reach, Subject};
use crate::plan::parts::figure::measure_text;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef, State};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

view! {
    /// The other ends of a subject.
    pub struct FlowsView {
        /// Whom the subject hosted; none where nobody is named.
        pub hosted: Option<FlowView>,
        /// Where the subject sent to; none where nobody is named.
        pub sent: Option<FlowView>,
    }
}

view! {
    /// The other ends in one direction.
    pub struct FlowView {
        /// Its anchor: `flow-hosted`, `flow-sent`.
        pub anchor: String,
        /// Which end is most frequent, as a true sentence.
        pub sentence: String,
        /// The subject.
        pub subject: String,
        /// Whether they lead away from the subject.
        pub outward: bool,
        /// The most frequent, at most twelve.
        pub rows: Vec<FlowRow>,
        /// The same as ribbons.
        pub ribbons: Ribbons,
        /// The kinds of activities that are drawn: `host`, `origin`, `visit`, `training`.
        pub kinds: Vec<String>,
        /// The people of cohorts, where any record states how many.
        pub people: Option<PeopleView>,
        /// The next, at most a hundred, without figures.
        pub others: Vec<LinkView>,
        /// How many more there are, in words; empty for none.
        pub rest: String,
        /// What is not drawn, in words; may be empty.
        pub undrawn: String,
        /// Sources, date, table.
        pub foot: ChartFoot,
    }
}

view! {
    /// A region or institution at the other end.
    pub struct FlowRow {
        /// Who.
        pub link: LinkView,
        /// Cohorts, visits and trainings, each once.
        pub total: String,
        /// Cohorts; `0` where there are none.
        pub cohorts: String,
        /// Visits; `0` where there are none.
        pub visits: String,
        /// Trainings; `0` where there are none.
        pub trainings: String,
        /// People of its cohorts, in words; empty where there is no cohort, or none that counts once.
        pub people: String,
        /// Its bar.
        pub bar: Vec<BarPiece>,
    }
}

view! {
    /// How many people of cohorts came from, or went to, each end.
    pub struct PeopleView {
        /// Where most came from or went to, as a true sentence.
        pub sentence: String,
        /// One a bar: hatched where the number is not sure.
        pub rows: Vec<PeopleRow>,
    }
}

view! {
    /// People of one end.
    pub struct PeopleRow {
        /// Who.
        pub link: LinkView,
        /// How many, in words.
        pub text: String,
        /// Its bar; empty where no record states a number.
        pub bar: Vec<BarPiece>,
    }
}

/// More rows than this make a page long and say little.
const MOST_ROWS: usize = 12;
/// More names than this are only in the data files.
const MOST_NAMES: usize = 100;

/// An activity as it counts here: a placement counts as its cohort.
type Counted = (Kind, u32);

/// One end, its activities, and the people of its cohorts.
struct End {
    party: RecordRef,
    activities: BTreeSet<Counted>,
    people: Measure,
}

/// The flows of a subject called `name`; none where it has no partners.
pub fn flows(scope: &Scope<'_>, subject: &Subject, name: &str) -> Option<FlowsView> {
    let view = FlowsView { hosted: flow(scope, subject, name, false), sent: flow(scope, subject, name, true) };
    (view.hosted.is_some() || view.sent.is_some()).then_some(view)
}

fn flow(scope: &Scope<'_>, subject: &Subject, name: &str, outward: bool) -> Option<FlowView> {
    let ends = ends(scope, subject, outward);
    let most = ends.first()?.activities.len() as u64;
    let drawn = &ends[..ends.len().min(MOST_ROWS)];
    let numbers: Vec<Vec<(&'static str, u64)>> = drawn.iter().map(|end| by_tone(end, outward)).collect();
    let items: Vec<Item> = ends
        .iter()
        .map(|end| {
            let total = end.activities.len();
            Item::exact(scope.link(end.party).text, scope.count("n_counted_once", total), total as u64)
        })
        .collect();
    let rest = ends.len().saturating_sub(MOST_ROWS + MOST_NAMES);
    let key = if outward { "flow_sent" } else { "flow_hosted" };
    let all: BTreeSet<Counted> = ends.iter().flat_map(|end| end.activities.iter().copied()).collect();
    let records = all.iter().map(|(kind, index)| RecordRef { kind: *kind, index: *index });
    let rows: Vec<FlowRow> = drawn.iter().zip(&numbers).map(|(end, row)| flow_row(scope, end, row, most)).collect();
    Some(FlowView {
        anchor: key.replace('_', "-"),
        sentence: sentence(scope.words, &scope.format, key, &items),
        subject: name.to_owned(),
        outward,
        people: people(scope, drawn, outward),
        rows,
        ribbons: ribbons(&numbers, outward),
        kinds: kinds(&numbers),
        others: ends.iter().skip(MOST_ROWS).take(MOST_NAMES).map(|end| scope.link(end.party)).collect(),
        rest: if rest == 0 { String::new() } else { scope.count("partners_rest", rest) },
        undrawn: undrawn(scope, subject, &all, outward),
        foot: foot(scope, &sources_of(scope, records)),
    })
}

/// The ends in one direction, most activities first, then as the partners stand. Institutions of one region are one
/// end: a city's council and its government are the same city to a reader.
fn ends(scope: &Scope<'_>, subject: &Subject, outward: bool) -> Vec<End> {
    let mut ends: Vec<End> = Vec::new();
    let mut places: BTreeMap<RecordRef, usize> = BTreeMap::new();
    for partner in &subject.partners {
        let records = if outward { &partner.sent } else { &partner.hosted };
        if records.is_empty() {
            continue;
        }
        let party = region_of(scope, partner.party);
        let at = *places.entry(party).or_insert_with(|| {
            ends.push(End { party, activities: BTreeSet::new(), people: Measure::NOT_APPLICABLE });
            ends.len() - 1
        });
        let activities: BTreeSet<Counted> = records.iter().map(|record| counted(scope, *record)).collect();
        if activities.iter().any(|(kind, _)| *kind == Kind::Cohort) {
            let people = if outward { partner.people_sent } else { partner.people_hosted };
            // Two institutions may share a cohort: what each has cannot be added.
            let first = of_kind(&ends[at], Kind::Cohort) == 0;
            ends[at].people = if first { people } else { Measure::NOT_APPLICABLE };
        }
        ends[at].activities.extend(activities);
    }
    ends.sort_by_key(|end| Reverse(end.activities.len()));
    ends
}

fn region_of(scope: &Scope<'_>, party: RecordRef) -> RecordRef {
    let region = (party.kind == Kind::Institution).then(|| scope.facts.institutions[party.at()].region).flatten();
    region.map_or(party, |index| RecordRef { kind: Kind::Region, index })
}

fn people(scope: &Scope<'_>, ends: &[End], outward: bool) -> Option<PeopleView> {
    let shown: Vec<&End> = ends.iter().filter(|end| end.people.state != State::NotApplicable).collect();
    let most = longest(shown.iter().map(|end| &end.people));
    if !shown.iter().any(|end| end.people.low.is_some_and(|low| low > 0)) {
        return None;
    }
    let items: Vec<Item> = shown
        .iter()
        .map(|end| {
            let (number, one) = (measure_text(scope, end.people), end.people.low.filter(|_| end.people.is_exact()));
            let text = scope.words.count("people_interns", one, &number);
            Item::measured(scope.link(end.party).text, text, end.people)
        })
        .collect();
    let tone = if outward { "origin" } else { "host" };
    let row = |end: &&End| PeopleRow {
        link: scope.link(end.party),
        text: measure_text(scope, end.people),
        bar: bar(end.people, tone, most),
    };
    let key = if outward { "people_sent" } else { "people_hosted" };
    Some(PeopleView {
        sentence: sentence(scope.words, &scope.format, key, &items),
        rows: shown.iter().map(row).collect(),
    })
}

fn counted(scope: &Scope<'_>, record: RecordRef) -> Counted {
    match record.kind {
        Kind::Placement => (Kind::Cohort, scope.facts.placements[record.at()].cohort),
        kind => (kind, record.index),
    }
}

fn of_kind(end: &End, kind: Kind) -> u64 {
    end.activities.iter().filter(|(other, _)| *other == kind).count() as u64
}

fn by_tone(end: &End, outward: bool) -> Vec<(&'static str, u64)> {
    vec![
        (if outward { "origin" } else { "host" }, of_kind(end, Kind::Cohort)),
        ("visit", of_kind(end, Kind::Visit)),
        ("training", of_kind(end, Kind::Training)),
    ]
}

fn kinds(rows: &[Vec<(&'static str, u64)>]) -> Vec<String> {
    let there = |tone: &&str| rows.iter().flatten().any(|(other, number)| other == tone && *number > 0);
    ["host", "origin", "visit", "training"].iter().filter(|tone| there(tone)).map(|tone| (*tone).to_owned()).collect()
}

fn flow_row(scope: &Scope<'_>, end: &End, numbers: &[(&'static str, u64)], most: u64) -> FlowRow {
    let cohorts = of_kind(end, Kind::Cohort);
    let people = match end.people.state {
        _ if cohorts == 0 => String::new(),
        State::NotApplicable => String::new(),
        _ => measure_text(scope, end.people),
    };
    FlowRow {
        link: scope.link(end.party),
        total: scope.format.number(end.activities.len() as u64),
        cohorts: scope.format.number(cohorts),
        visits: scope.format.number(of_kind(end, Kind::Visit)),
        trainings: scope.format.number(of_kind(end, Kind::Training)),
        people,
        bar: parts(numbers, most),
    }
}

/// Activities of this direction that no end is named for: their other end is not stated, or lies within.
fn undrawn(scope: &Scope<'_>, subject: &Subject, drawn: &BTreeSet<Counted>, outward: bool) -> String {
    let lists = &subject.lists;
    let all = [(Kind::Cohort, &lists.cohorts), (Kind::Visit, &lists.visits), (Kind::Training, &lists.trainings)];
    // As partners are told: who merely organizes a training hosts those who attend it.
    let is_here = |kind: Kind, reach: &Reach| match outward {
        true => reach.origin,
        false => reach.host || (kind == Kind::Training && !reach.origin),
    };
    let left = all
        .iter()
        .flat_map(|(kind, reaches)| reaches.iter().map(move |reach| (*kind, reach)))
        .filter(|(kind, reach)| is_here(*kind, reach) && !drawn.contains(&(*kind, reach.index)))
        .count();
    let key = if outward { "undrawn_sent" } else { "undrawn_hosted" };
    if left == 0 { String::new() } else { scope.count(key, left) }
}
