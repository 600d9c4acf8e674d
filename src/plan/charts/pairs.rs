//! Which region of the map sent to which: counted once a site.

use crate::derive::facts::Facts;
use crate::value::{Kind, RecordRef};
use std::collections::{BTreeMap, BTreeSet};

/// Flows between regions of the map.
#[derive(Debug, Default)]
pub struct Pairs {
    /// Origin, host, and the number of cohorts, visits and trainings that led from the one to the other.
    pub flows: Vec<(RecordRef, RecordRef, u64)>,
    /// Cohorts, visits and trainings of which one end is not stated, or lies on no region of the map.
    pub undrawn: usize,
}

/// The origins and hosts of the records of a kind among the regions of the map.
struct Touched {
    origins: Vec<Vec<u16>>,
    hosts: Vec<Vec<u16>>,
}

impl Pairs {
    /// Counts over the regions of the map.
    ///
    /// Which region an end lies in was decided by the record's date. An activity with several origins and hosts counts
    /// for each pair; a cohort with several of both only for those that its placements name, if they name any.
    pub fn new(facts: &Facts, regions: &[RecordRef]) -> Self {
        let touched = |kind: Kind| Touched::new(facts, regions, kind);
        let placements = touched(Kind::Placement);
        let apart: BTreeSet<RecordRef> = facts.whole.lists.apart.iter().copied().collect();
        let mut counts: BTreeMap<(u16, u16), u64> = BTreeMap::new();
        let mut undrawn = 0;
        for kind in [Kind::Cohort, Kind::Visit, Kind::Training] {
            let ends = touched(kind);
            let planned = |index: &u32| apart.contains(&RecordRef { kind, index: *index });
            for index in (0..u32::try_from(facts.count(kind)).unwrap_or(0)).filter(|index| !planned(index)) {
                let mut pairs = ends.pairs(index);
                if kind == Kind::Cohort && ends.is_manifold(index) {
                    let own = &facts.cohorts[index as usize].placements;
                    let mut known: Vec<(u16, u16)> = own.iter().flat_map(|index| placements.pairs(*index)).collect();
                    known.sort_unstable();
                    known.dedup();
                    if !known.is_empty() {
                        pairs = known;
                    }
                }
                undrawn += usize::from(pairs.is_empty());
                for pair in pairs {
                    *counts.entry(pair).or_default() += 1;
                }
            }
        }
        let flow =
            |((from, to), number): ((u16, u16), u64)| (regions[usize::from(from)], regions[usize::from(to)], number);
        Self { flows: counts.into_iter().map(flow).collect(), undrawn }
    }
}

impl Touched {
    fn new(facts: &Facts, regions: &[RecordRef], kind: Kind) -> Self {
        let empty = vec![Vec::new(); facts.count(kind)];
        let mut touched = Self { origins: empty.clone(), hosts: empty };
        for (at, region) in (0_u16..).zip(regions) {
            let lists = &facts.regions[region.at()].subject.lists;
            let reaches = match kind {
                Kind::Cohort => &lists.cohorts,
                Kind::Placement => &lists.placements,
                Kind::Visit => &lists.visits,
                _ => &lists.trainings,
            };
            for reach in reaches {
                if reach.origin {
                    touched.origins[reach.index as usize].push(at);
                }
                if reach.host {
                    touched.hosts[reach.index as usize].push(at);
                }
            }
        }
        touched
    }

    fn is_manifold(&self, index: u32) -> bool {
        self.origins[index as usize].len() > 1 && self.hosts[index as usize].len() > 1
    }

    fn pairs(&self, index: u32) -> Vec<(u16, u16)> {
        let hosts = &self.hosts[index as usize];
        self.origins[index as usize].iter().flat_map(|from| hosts.iter().map(|to| (*from, *to))).collect()
    }
}
