//! Cohorts, placements and visits: right by construction. Placements lie inside their cohorts, a cohort's
//! participants are the sum of its placements, nothing visits itself, nothing is there twice.

use super::Settings;
use super::calendar::{DAYS, Day};
use super::country::Country;
use super::random::Random;
use super::words::{KINDS, ROLES, SPONSORS, TOPICS, UNITS, deed, result};
use std::collections::BTreeSet;

/// An office: its region, its number there.
pub type Office = (usize, usize);

/// People sent together.
pub struct Cohort {
    pub start: Day,
    pub end: Day,
    pub origin: usize,
    pub host: usize,
    pub participants: u64,
    pub topics: Vec<usize>,
    pub sponsor: usize,
}

/// Some of a cohort at one office.
pub struct Placement {
    pub cohort: usize,
    pub host: Office,
    pub role: usize,
    pub unit: usize,
    pub count: u64,
    pub start: Day,
    pub end: Day,
    pub topics: Vec<usize>,
    pub rotations: Vec<Office>,
    /// Of which the sentences are made.
    pub seed: u64,
}

/// A study visit.
pub struct Visit {
    pub visitor: usize,
    pub host: Office,
    pub day: Day,
    pub kind: usize,
    pub topics: Vec<usize>,
    pub delegates: u64,
    /// Of which the sentences are made.
    pub seed: u64,
}

/// All of it, each list by date. A record's number is its place, counted from 1.
pub struct Programme {
    pub cohorts: Vec<Cohort>,
    pub placements: Vec<Placement>,
    pub visits: Vec<Visit>,
}

impl Programme {
    /// Invents one.
    pub fn new(settings: &Settings, country: &Country, random: &mut Random) -> Self {
        let placements = settings.records * 7 / 10;
        let mut cohorts = cohorts((settings.records / 20).max(1), country, random);
        let placements = placements_of(placements, &mut cohorts, country, random);
        let visits = visits(settings.records - placements.len(), country, random);
        Self { cohorts, placements, visits }
    }

    /// The id of a cohort.
    pub fn cohort_id(&self, at: usize) -> String {
        format!("c-{}-{:05}", self.cohorts[at].start.year(), at + 1)
    }

    /// The id of a placement.
    pub fn placement_id(&self, at: usize) -> String {
        format!("p-{}-{:06}", self.placements[at].start.year(), at + 1)
    }

    /// The id of a visit.
    pub fn visit_id(&self, at: usize) -> String {
        format!("v-{}-{:06}", self.visits[at].day.year(), at + 1)
    }
}

impl Cohort {
    /// What it is called.
    pub fn title(&self, country: &Country) -> String {
        let name = |region: usize| &country.regions[region].name;
        format!("{} to {}: {}", name(self.origin), name(self.host), TOPICS[self.topics[0]])
    }
}

impl Placement {
    /// What was done, and mostly what came of it.
    pub fn summary(&self) -> String {
        let mut random = Random::new(self.seed);
        let mut text = deed(&mut random, self.count, TOPICS[self.topics[0]]);
        if random.chance(70) {
            text.push(' ');
            text.push_str(&result(&mut random));
        }
        text
    }
}

impl Visit {
    /// Who came for what, and what came of it.
    pub fn summary(&self, country: &Country) -> String {
        let (from, topic) = (&country.regions[self.visitor].name, TOPICS[self.topics[0]]);
        let result = result(&mut Random::new(self.seed));
        format!("{} delegates from {from} spent a day on {topic}. {result}", self.delegates)
    }
}

fn cohorts(number: usize, country: &Country, random: &mut Random) -> Vec<Cohort> {
    let mut all: Vec<Cohort> = (0..number)
        .map(|_| {
            let start = Day(random.below(DAYS));
            let topics = random.between(1, 3) as usize;
            Cohort {
                start,
                end: start.after(30 * random.between(1, 6)),
                origin: country.pick_province(random),
                host: country.pick_lower(random),
                participants: 0,
                topics: random.sample(TOPICS.len(), topics),
                sponsor: random.index(SPONSORS.len()),
            }
        })
        .collect();
    all.sort_by_key(|cohort| cohort.start);
    all
}

fn placements_of(number: usize, cohorts: &mut [Cohort], country: &Country, random: &mut Random) -> Vec<Placement> {
    let mut all: Vec<Placement> = Vec::with_capacity(number);
    let mut taken = BTreeSet::new();
    while all.len() < number {
        // One each at first, so that no cohort is empty.
        let at = if all.len() < cohorts.len() { all.len() } else { random.index(cohorts.len()) };
        let cohort = &mut cohorts[at];
        let host = (cohort.host, random.index(country.regions[cohort.host].offices.len()));
        let start = cohort.start.after(random.below(20));
        let end = cohort.end.min(start.after(random.between(28, 180)));
        if !taken.insert((at, host, start, end)) {
            continue;
        }
        let count = random.between(1, 6);
        cohort.participants += count;
        let topics = random.between(1, 3) as usize;
        all.push(Placement {
            cohort: at,
            host,
            role: random.index(ROLES.len()),
            unit: random.index(UNITS.len()),
            count,
            start,
            end,
            topics: random.sample(TOPICS.len(), topics),
            rotations: rotations(host, country, random),
            seed: random.below(u64::MAX),
        });
    }
    all.sort_by_key(|placement| (placement.start, placement.cohort));
    all
}

/// None, one or two other offices of the province.
fn rotations(host: Office, country: &Country, random: &mut Random) -> Vec<Office> {
    let province = country.regions[host.0].parent.unwrap_or(host.0);
    let number = *random.pick(&[0, 1, 1, 2]);
    let mut all = BTreeSet::new();
    for _ in 0..number {
        let near = [province, *random.pick(&country.below[province])];
        let region = *random.pick(&near);
        let office = (region, random.index(country.regions[region].offices.len()));
        if office != host {
            all.insert(office);
        }
    }
    all.into_iter().collect()
}

fn visits(number: usize, country: &Country, random: &mut Random) -> Vec<Visit> {
    let mut all: Vec<Visit> = Vec::with_capacity(number);
    let mut taken = BTreeSet::new();
    while all.len() < number {
        let host = country.pick_lower(random);
        let visitor = if random.chance(80) { country.pick_lower(random) } else { country.pick_province(random) };
        let office = (host, random.index(country.regions[host].offices.len()));
        let day = Day(random.below(DAYS));
        if visitor == host || !taken.insert((day, visitor, office)) {
            continue;
        }
        let topics = random.between(1, 2) as usize;
        all.push(Visit {
            visitor,
            host: office,
            day,
            kind: random.index(KINDS.len()),
            topics: random.sample(TOPICS.len(), topics),
            delegates: random.between(2, 25),
            seed: random.below(u64::MAX),
        });
    }
    all.sort_by_key(|visit| visit.day);
    all
}
