//! Which regions lie above a region on a date (content model, section 4, rule 3).
//!
//! Every day on which any region changed its parent ends one *epoch* and begins the next; within an
//! epoch nothing moves. A date is the epochs that it can lie in, so a line is worked out once for a
//! region and a pair of epochs, however many records ask for it.

use crate::check::catalog::Catalog;
use crate::value::{Kind, PartialDate, RecordRef};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A region and those above it.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The region itself, then each one above.
    pub(super) regions: Vec<u32>,
    /// The region and those above it for which today's parent decided; empty where the date decides.
    pub(super) doubtful: Vec<u32>,
}

/// The first and the last epoch that a date can lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Epochs(u32, u32);

/// A parent, in epochs: from the first, before the second.
#[derive(Clone, Copy, Debug)]
struct Parent {
    region: u32,
    from: u32,
    to: u32,
}

/// The lines of every region, institution and topic.
#[derive(Debug)]
pub(super) struct Lineages {
    changes: Vec<NaiveDate>,
    today: u32,
    parents: Vec<Vec<Parent>>,
    known: HashMap<(u32, Epochs), u32>,
    lines: Vec<Line>,
    /// Each institution with those above it.
    pub(super) institutions: Vec<Vec<u32>>,
    /// The region of each institution.
    pub(super) institution_region: Vec<Option<u32>>,
    /// Each topic with the broader ones.
    pub(super) topics: Vec<Vec<u32>>,
}

impl Lineages {
    /// Reads parents; `today` decides where a date does not.
    pub(super) fn new(catalog: &Catalog, today: NaiveDate) -> Self {
        let mut changes: Vec<NaiveDate> = catalog
            .regions
            .iter()
            .flat_map(|region| &region.parents)
            .flat_map(|parent| [parent.from, parent.to])
            .flatten()
            .map(PartialDate::first)
            .collect();
        changes.sort_unstable();
        changes.dedup();
        let epoch = |day: NaiveDate| count_before(&changes, day);
        let parents = catalog.regions.iter().map(|region| {
            let mut parents: Vec<Parent> = region
                .parents
                .iter()
                .map(|parent| Parent {
                    region: parent.region.value.index,
                    from: parent.from.map_or(0, |from| epoch(from.first())),
                    to: parent.to.map_or(u32::MAX, |to| epoch(to.first())),
                })
                .collect();
            parents.sort_by_key(|parent| parent.from);
            parents
        });
        let index = |target: &Option<crate::diag::Located<RecordRef>>| target.as_ref().map(|target| target.value.index);
        let above: Vec<Option<u32>> = catalog.institutions.iter().map(|record| index(&record.parent)).collect();
        let broader: Vec<Option<u32>> = catalog.topics.iter().map(|record| index(&record.broader)).collect();
        Self {
            parents: parents.collect(),
            today: epoch(today),
            known: HashMap::new(),
            lines: Vec::new(),
            institutions: chains(&above),
            institution_region: catalog.institutions.iter().map(|record| index(&record.region)).collect(),
            topics: chains(&broader),
            changes,
        }
    }

    /// The epochs that `date` can lie in; without a date, all until today.
    pub(super) fn epochs(&self, date: Option<PartialDate>) -> Epochs {
        match date {
            Some(date) => Epochs(count_before(&self.changes, date.first()), count_before(&self.changes, date.last())),
            None => Epochs(0, self.today),
        }
    }

    /// The number of the line of `region` in `epochs`.
    pub(super) fn line(&mut self, region: u32, epochs: Epochs) -> u32 {
        if let Some(known) = self.known.get(&(region, epochs)) {
            return *known;
        }
        let line = self.trace(region, epochs);
        let number = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        self.lines.push(line);
        self.known.insert((region, epochs), number);
        number
    }

    /// The line with this number.
    pub(super) fn get(&self, line: u32) -> &Line {
        &self.lines[line as usize]
    }

    /// Today's parent.
    pub(super) fn parent_today(&self, region: u32) -> Option<u32> {
        self.parent_in(region, self.today)
    }

    fn trace(&self, region: u32, epochs: Epochs) -> Line {
        let mut regions = vec![region];
        let mut certain = true;
        let mut at = region;
        while let Some((parent, sure)) = self.parent(at, epochs) {
            certain &= sure;
            // A circle is an error that `check` reports; here it only must not hang.
            if regions.contains(&parent) {
                break;
            }
            regions.push(parent);
            at = parent;
        }
        let doubtful = if certain { Vec::new() } else { self.doubtful(region, &regions, epochs) };
        Line { regions, doubtful }
    }

    /// The parent, and whether it was the same in all `epochs`. Where not, today's.
    fn parent(&self, region: u32, Epochs(first, last): Epochs) -> Option<(u32, bool)> {
        let parent = self.parent_in(region, first);
        let moved = self.moves(region, first, last).any(|epoch| self.parent_in(region, epoch) != parent);
        if !moved {
            return parent.map(|parent| (parent, true));
        }
        self.parent_in(region, self.today)
            .or_else(|| self.parent_in(region, last))
            .or(parent)
            .map(|parent| (parent, false))
    }

    /// The epochs after `first`, up to `last`, in which something about the parent of `region` changes.
    fn moves(&self, region: u32, first: u32, last: u32) -> impl Iterator<Item = u32> {
        let parents = self.parents.get(region as usize).map_or(&[][..], Vec::as_slice);
        let days = parents.iter().flat_map(|parent| [parent.from, parent.to]);
        days.filter(move |epoch| first < *epoch && *epoch <= last)
    }

    fn parent_in(&self, region: u32, epoch: u32) -> Option<u32> {
        let parents = self.parents.get(region as usize)?;
        let lies = |parent: &&Parent| parent.from <= epoch && epoch < parent.to;
        parents
            .iter()
            .rev()
            .find(lies)
            .map(|parent| parent.region)
            .filter(|parent| (*parent as usize) < self.parents.len())
    }

    /// The region and those of its line that another reading of the date would not lead to.
    fn doubtful(&self, region: u32, line: &[u32], Epochs(first, last): Epochs) -> Vec<u32> {
        let mut always = line.to_vec();
        let days = line.iter().flat_map(|region| self.moves(*region, first, last));
        let mut epochs: Vec<u32> = days.chain([first]).collect();
        epochs.sort_unstable();
        epochs.dedup();
        for epoch in epochs {
            let exact = self.trace(region, Epochs(epoch, epoch)).regions;
            always.retain(|region| exact.contains(region));
        }
        line.iter().copied().filter(|other| *other == region || !always.contains(other)).collect()
    }

    /// Whether `party`, whose region has the line `line`, is `other` or lies in it.
    pub(super) fn lies_in(&self, party: RecordRef, line: Option<u32>, other: RecordRef) -> bool {
        match other.kind {
            Kind::Region => line.is_some_and(|line| self.get(line).regions.contains(&other.index)),
            _ => {
                party.kind == Kind::Institution
                    && self.institutions.get(party.at()).is_some_and(|chain| chain.contains(&other.index))
            }
        }
    }
}

/// How many changes lie on or before `day`.
fn count_before(changes: &[NaiveDate], day: NaiveDate) -> u32 {
    u32::try_from(changes.partition_point(|change| *change <= day)).unwrap_or(u32::MAX)
}

fn chains(above: &[Option<u32>]) -> Vec<Vec<u32>> {
    let numbers = 0..u32::try_from(above.len()).unwrap_or(u32::MAX);
    numbers
        .map(|start| {
            let mut chain = vec![start];
            let mut at = start;
            while let Some(next) = above.get(at as usize).copied().flatten() {
                if chain.contains(&next) || next as usize >= above.len() {
                    break;
                }
                chain.push(next);
                at = next;
            }
            chain
        })
        .collect()
}
