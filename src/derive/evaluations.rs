//! Which evaluations are withheld (content model, section 4, rule 7).

use super::world::World;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeMap;

/// For each evaluation, whether it is hidden: it is over too few people, or it measures the same over a group
/// that takes in a hidden one, so that the hidden value could be worked out from it and the rest.
pub(super) fn hidden(world: &World<'_>) -> Vec<bool> {
    let evaluations = &world.catalog.evaluations;
    let smallest = world.catalog.site.smallest_group;
    let default = world.catalog.site.default_lang();
    let indicator = |at: usize| evaluations[at].indicator.get(default, default).1.trim();
    let mut hidden: Vec<bool> = evaluations.iter().map(|record| record.n.value < smallest).collect();
    let mut queue: Vec<usize> = (0..evaluations.len()).filter(|at| hidden[*at]).collect();
    if queue.is_empty() {
        return hidden;
    }
    let mut over: BTreeMap<(&str, RecordRef), Vec<usize>> = BTreeMap::new();
    for (at, record) in evaluations.iter().enumerate() {
        for of in &record.of {
            over.entry((indicator(at), of.value)).or_default().push(at);
        }
    }
    while let Some(small) = queue.pop() {
        // Whoever takes in all of it takes in its first part: only those are looked at.
        let Some(first) = evaluations[small].of.first() else { continue };
        for whole in wholes(world, first.value) {
            for at in over.get(&(indicator(small), whole)).into_iter().flatten() {
                if !hidden[*at] && takes_in(world, *at, small) {
                    hidden[*at] = true;
                    queue.push(*at);
                }
            }
        }
    }
    hidden
}

/// Whether the evaluation `large` is over everything that `small` is over.
fn takes_in(world: &World<'_>, large: usize, small: usize) -> bool {
    let of = |at: usize| &world.catalog.evaluations[at].of;
    let within = |part: RecordRef| {
        let wholes = wholes(world, part);
        of(large).iter().any(|whole| wholes.contains(&whole.value))
    };
    of(small).iter().all(|part| within(part.value))
}

/// The record and everything that it is a part of: its cohort, program, regions, institutions, topics.
fn wholes(world: &World<'_>, part: RecordRef) -> Vec<RecordRef> {
    let mut wholes = vec![part];
    if part.kind == Kind::Placement {
        wholes.extend(world.catalog.placements.get(part.at()).map(|placement| placement.cohort.value));
    }
    wholes.extend(
        world.resolved.reached.subjects_of(part).iter().filter_map(|subject| world.resolved.index.record(*subject)),
    );
    wholes
}
