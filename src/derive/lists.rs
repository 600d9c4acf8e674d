//! The records of a subject, newest first.

use super::reach::{Gathered, HOST, ORIGIN, Touch};
use super::subject::{Lists, Reach};
use super::world::World;
use crate::check::catalog::Common;
use crate::value::{Kind, RecordRef};

/// Sorts what was gathered, and adds sources and topics of all of it.
pub(super) fn lists(world: &World<'_>, gathered: &Gathered) -> Lists {
    let reaches = |kind: Kind| {
        let mut list = gathered.list(kind).to_vec();
        list.sort_unstable_by_key(|touch| world.rank(RecordRef { kind, index: touch.index }));
        let reach = |touch: Touch| Reach { index: touch.index, origin: touch.is(ORIGIN), host: touch.is(HOST) };
        list.into_iter().map(reach).collect()
    };
    let mut apart = gathered.apart.clone();
    apart.sort_unstable_by(|left, right| world.newest_first(*left, *right));
    Lists {
        cohorts: reaches(Kind::Cohort),
        placements: reaches(Kind::Placement),
        visits: reaches(Kind::Visit),
        trainings: reaches(Kind::Training),
        outcomes: world.sorted(Kind::Outcome, &gathered.outcomes),
        evaluations: world.sorted(Kind::Evaluation, &gathered.evaluations),
        statements: world.sorted(Kind::Statement, &gathered.statements),
        stories: world.sorted(Kind::Story, &gathered.stories),
        corrections: world.sorted(Kind::Correction, &gathered.corrections),
        sources: sources(world, gathered),
        topics: topics(world, gathered),
        apart,
    }
}

fn sources(world: &World<'_>, gathered: &Gathered) -> Vec<u32> {
    let catalog = world.catalog;
    let activities = gathered.activities().map(|(record, _)| record).chain(gathered.apart.iter().copied());
    let results = gathered
        .outcomes
        .iter()
        .map(|at| &catalog.outcomes[*at as usize].common)
        .chain(gathered.evaluations.iter().map(|at| &catalog.evaluations[*at as usize].common))
        .chain(gathered.statements.iter().map(|at| &catalog.statements[*at as usize].common))
        .chain(gathered.stories.iter().map(|at| &catalog.stories[*at as usize].common))
        .chain(gathered.corrections.iter().map(|at| &catalog.corrections[*at as usize].common));
    let evidence = gathered.outcomes.iter().flat_map(|at| &catalog.outcomes[*at as usize].evidence);
    let mut cited = vec![false; catalog.sources.len()];
    let by_results =
        results.flat_map(|common: &Common| &common.sources).chain(evidence).map(|source| source.value.index);
    let by_activities = activities.flat_map(|record| world.resolved.numbers.sources_of(record)).copied();
    by_activities.chain(by_results).for_each(|source| cited[source as usize] = true);
    (0..).zip(cited).filter(|(_, cited)| *cited).map(|(source, _)| source).collect()
}

/// Topics with the number of records that carry them: activities that enter figures, and outcomes.
fn topics(world: &World<'_>, gathered: &Gathered) -> Vec<(u32, u32)> {
    let mut counts: Vec<u32> = vec![0; world.catalog.topics.len()];
    let outcomes = gathered.outcomes.iter().map(|at| RecordRef { kind: Kind::Outcome, index: *at });
    for record in gathered.activities().map(|(record, _)| record).chain(outcomes) {
        let topics = world.resolved.numbers.topics_of(record);
        for (at, topic) in topics.iter().enumerate() {
            if !topics[..at].contains(topic) {
                counts[*topic as usize] += 1;
            }
        }
    }
    let mut topics: Vec<(u32, u32)> = (0..).zip(counts).filter(|(_, count)| *count > 0).collect();
    topics.sort_by_key(|(topic, count)| (std::cmp::Reverse(*count), *topic));
    topics
}
