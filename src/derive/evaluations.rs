//! Which evaluations are withheld (content model, section 4, rule 7).

use super::world::World;
use crate::check::catalog::Catalog;
use crate::value::{Kind, RecordRef};
use std::collections::{BTreeMap, BTreeSet};

/// For each evaluation, whether it is hidden: it is over too few people, or it measures the same over a group from which a
/// group of too few people could be worked out. Such a group is one that takes in a hidden one, and one of which others
/// that are shown leave only a few.
pub(super) fn hidden(world: &World<'_>) -> Vec<bool> {
    let evaluations = &world.catalog.evaluations;
    let smallest = world.catalog.site.smallest_group;
    let mut hidden: Vec<bool> = evaluations.iter().map(|record| record.n.value < smallest).collect();
    let nested = Nested::new(world);
    let leaves_few = nested.parts.iter().filter(|(whole, parts)| leaves_few(world, &nested, **whole, parts, &hidden));
    let leaving: Vec<usize> = leaves_few.map(|(whole, _)| *whole).collect();
    leaving.into_iter().for_each(|whole| hidden[whole] = true);
    let mut queue: Vec<usize> = (0..evaluations.len()).filter(|at| hidden[*at]).collect();
    while let Some(small) = queue.pop() {
        for whole in nested.wholes.get(&small).into_iter().flatten() {
            if !std::mem::replace(&mut hidden[*whole], true) {
                queue.push(*whole);
            }
        }
    }
    hidden
}

/// Whether the people of `whole` who are in none of its parts are too few: those outside one part, or outside all
/// together. Only parts that are shown can be taken away.
fn leaves_few(world: &World<'_>, nested: &Nested, whole: usize, parts: &[usize], hidden: &[bool]) -> bool {
    let smallest = world.catalog.site.smallest_group;
    let n = |at: usize| world.catalog.evaluations[at].n.value;
    // The same group at another time is no part.
    let is_proper = |part: &&usize| !nested.takes_in(**part, whole);
    let shown: Vec<usize> = parts.iter().filter(is_proper).copied().filter(|part| !hidden[*part]).collect();
    let is_largest = |part: &&usize| !shown.iter().any(|other| other != *part && nested.takes_in(*other, **part));
    let together = shown.iter().filter(is_largest).fold(0u64, |sum, part| sum.saturating_add(n(*part)));
    let rests = shown.iter().map(|part| n(*part)).chain([together]).filter_map(|part| n(whole).checked_sub(part));
    !hidden[whole] && !shown.is_empty() && rests.into_iter().any(|rest| 0 < rest && rest < smallest)
}

/// Which evaluations of the same indicator are over groups that take in each other.
struct Nested {
    /// Of each evaluation those over a group that takes in its own.
    wholes: BTreeMap<usize, Vec<usize>>,
    /// The other way round.
    parts: BTreeMap<usize, Vec<usize>>,
}

impl Nested {
    fn new(world: &World<'_>) -> Self {
        let evaluations = &world.catalog.evaluations;
        let default = world.catalog.site.default_lang();
        // "Grade" and "grade " are one question.
        let indicator = |at: usize| -> String {
            let words = evaluations[at].indicator.get(default, default).1.split_whitespace();
            words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
        };
        let indicators: Vec<String> = (0..evaluations.len()).map(indicator).collect();
        let mut over: BTreeMap<(&str, RecordRef), Vec<usize>> = BTreeMap::new();
        for (at, record) in evaluations.iter().enumerate() {
            for of in &record.of {
                over.entry((&indicators[at], of.value)).or_default().push(at);
            }
        }
        let mut nested = Self { wholes: BTreeMap::new(), parts: BTreeMap::new() };
        for (small, record) in evaluations.iter().enumerate() {
            let above: Vec<BTreeSet<RecordRef>> = record.of.iter().map(|of| wholes(world, of.value)).collect();
            // Whoever takes in all of it takes in its first part: only those are looked at.
            let Some(first) = above.first() else { continue };
            let near = first.iter().filter_map(|whole| over.get(&(&indicators[small], *whole))).flatten();
            let near: BTreeSet<usize> = near.copied().filter(|at| *at != small).collect();
            for large in near {
                let takes_in = |wholes: &BTreeSet<RecordRef>| {
                    evaluations[large].of.iter().any(|whole| wholes.contains(&whole.value))
                };
                if above.iter().all(takes_in) {
                    nested.wholes.entry(small).or_default().push(large);
                    nested.parts.entry(large).or_default().push(small);
                }
            }
        }
        nested
    }

    /// Whether `large` is over everything that `small` is over.
    fn takes_in(&self, large: usize, small: usize) -> bool {
        self.wholes.get(&small).is_some_and(|wholes| wholes.contains(&large))
    }
}

/// The record and everything that it is a part of: its cohort, program, regions, institutions, topics, at any time.
fn wholes(world: &World<'_>, part: RecordRef) -> BTreeSet<RecordRef> {
    let (mut wholes, mut queue) = (BTreeSet::new(), vec![part]);
    while let Some(record) = queue.pop() {
        if wholes.insert(record) {
            let subjects = world.resolved.reached.subjects_of(record).iter();
            queue.extend(subjects.filter_map(|subject| world.resolved.index.record(*subject)));
            queue.extend(directly_above(world.catalog, record));
        }
    }
    wholes
}

/// What a record says itself that it is a part of.
fn directly_above(catalog: &Catalog, record: RecordRef) -> Vec<RecordRef> {
    let at = record.at();
    match record.kind {
        Kind::Placement => catalog.placements.get(at).map(|placement| placement.cohort.value).into_iter().collect(),
        Kind::Outcome => {
            catalog.outcomes.get(at).into_iter().flat_map(|outcome| &outcome.of).map(|of| of.value).collect()
        }
        Kind::Region => {
            let parents = catalog.regions.get(at).into_iter().flat_map(|region| &region.parents);
            parents.map(|parent| parent.region.value).collect()
        }
        Kind::Institution => {
            let above = catalog.institutions.get(at).map(|body| [&body.parent, &body.region]);
            above.into_iter().flatten().flatten().map(|above| above.value).collect()
        }
        Kind::Topic => {
            let broader = catalog.topics.get(at).and_then(|topic| topic.broader.as_ref());
            broader.map(|broader| broader.value).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
