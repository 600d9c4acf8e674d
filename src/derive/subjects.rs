//! Builds every subject; they depend on nothing but the resolved records, so they are built in parallel.

use super::figure::Figure;
use super::figures::figures;
use super::index::SubjectKind;
use super::lists::lists;
use super::partners::partners;
use super::people::People;
use super::subject::{Partner, Subject};
use super::world::{Resolved, World};
use super::years::by_year;
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::cmp::Reverse;

/// Every subject, by its number. The largest come first: a country or a program takes as long as a hundred regencies, and
/// no thread should be left alone with it at the end.
pub(super) fn subjects(world: &World<'_>) -> Vec<Subject> {
    let mut numbers: Vec<u32> = (0..u32::try_from(world.resolved.index.len()).unwrap_or(u32::MAX)).collect();
    numbers
        .sort_by_cached_key(|subject| Reverse(world.resolved.reached.subjects[*subject as usize].activities().count()));
    let built = numbers.into_par_iter().with_max_len(1).map(|subject| (subject, build(world, subject)));
    let mut built: Vec<(u32, Subject)> = built.collect();
    built.sort_unstable_by_key(|(subject, _)| *subject);
    built.into_iter().map(|(_, subject)| subject).collect()
}

fn build(world: &World<'_>, number: u32) -> Subject {
    let gathered = &world.resolved.reached.subjects[number as usize];
    let (figures, partners) = counted(world.resolved, number);
    Subject {
        figures,
        lists: lists(world, gathered),
        by_year: by_year(world, gathered),
        partners,
        uncertain_parent: gathered.uncertain.clone(),
    }
}

/// What of a subject rests on numbers of people: its figures, and its partners with the people between them.
pub(super) fn counted(resolved: &Resolved, number: u32) -> (Vec<Figure>, Vec<Partner>) {
    let gathered = &resolved.reached.subjects[number as usize];
    let kind = resolved.index.kind(number);
    let foreign = matches!(kind, SubjectKind::Topic(_)).then_some(&resolved.moments);
    let people = People::new(&resolved.numbers, gathered, foreign);
    let party = resolved.index.record(number).filter(|record| record.kind.is_party());
    let (partners, regions) = party.map(|party| partners(resolved, party, gathered, &people)).unwrap_or_default();
    (figures(resolved, kind, gathered, &people, regions), partners)
}
