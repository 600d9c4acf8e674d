//! Builds every subject; they depend on nothing but the resolved records, so they are built in parallel.

use super::figure::Figure;
use super::figures::figures;
use super::index::SubjectKind;
use super::lists::lists;
use super::partners::partners;
use super::people::People;
use super::subject::{Partner, Subject};
use super::world::World;
use super::years::by_year;
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::cmp::Reverse;

/// Every subject, by its number. The largest come first: a country or a program takes as long as a hundred regencies, and
/// no thread should be left alone with it at the end.
pub(super) fn subjects(world: &World<'_>) -> Vec<Subject> {
    let mut numbers: Vec<u32> = (0..u32::try_from(world.index.len()).unwrap_or(u32::MAX)).collect();
    numbers.sort_by_cached_key(|subject| Reverse(world.reached.subjects[*subject as usize].activities().count()));
    let built = numbers.into_par_iter().with_max_len(1).map(|subject| (subject, build(world, subject)));
    let mut built: Vec<(u32, Subject)> = built.collect();
    built.sort_unstable_by_key(|(subject, _)| *subject);
    built.into_iter().map(|(_, subject)| subject).collect()
}

fn build(world: &World<'_>, number: u32) -> Subject {
    let gathered = &world.reached.subjects[number as usize];
    let (figures, partners) = counted(world, number);
    Subject {
        figures,
        lists: lists(world, gathered),
        by_year: by_year(world, gathered),
        partners,
        uncertain_parent: gathered.uncertain.clone(),
    }
}

/// What of a subject rests on numbers of people: its figures, and its partners with the people between them.
pub(super) fn counted(world: &World<'_>, number: u32) -> (Vec<Figure>, Vec<Partner>) {
    let gathered = &world.reached.subjects[number as usize];
    let kind = world.index.kind(number);
    let foreign = matches!(kind, SubjectKind::Topic(_)).then_some(world.moments);
    let people = People::new(world.catalog, gathered, foreign);
    let party = world.index.record(number).filter(|record| record.kind.is_party());
    let (partners, regions) = party.map(|party| partners(world, party, gathered, &people)).unwrap_or_default();
    (figures(world, kind, gathered, &people, regions), partners)
}
