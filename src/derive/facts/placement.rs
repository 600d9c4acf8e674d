//! Placements as published.

use super::activity::Ends;
use super::{Activity, Head, PlaceFact};
use crate::check::catalog::Placement;
use crate::derive::moment::Moment;
use crate::value::{Count, Localized};

/// A placement.
#[derive(Clone, Debug, Hash)]
pub struct PlacementFact {
    /// Common fields.
    pub head: Head,
    /// When, where, what about.
    pub activity: Activity,
    /// Its cohort.
    pub cohort: u32,
    /// The unit within the host.
    pub unit: Option<Localized>,
    /// Who coordinates.
    pub coordinators: Vec<PlaceFact>,
    /// Heads.
    pub count: Option<Count>,
    /// Places visited in turn.
    pub rotations: Vec<PlaceFact>,
    /// Why this host.
    pub reason: Option<Localized>,
}

impl PlacementFact {
    /// Publishes a placement. `of_cohort` are the origins of its cohort, which hold where it states none.
    pub(in crate::derive) fn new(
        record: Placement,
        moment: Moment,
        statements: Vec<u32>,
        of_cohort: &[PlaceFact],
    ) -> Self {
        let ends = Ends {
            origin: record.origin.map_or_else(|| of_cohort.to_vec(), PlaceFact::list),
            host: PlaceFact::list(vec![record.host]),
            topics: record.topics,
        };
        Self {
            head: Head::new(record.common),
            activity: Activity::new(record.when, moment, ends, statements),
            cohort: record.cohort.value.index,
            unit: record.unit,
            coordinators: PlaceFact::list(record.coordinators),
            count: record.count,
            rotations: PlaceFact::list(record.rotations),
            reason: record.reason,
        }
    }
}
