//! Placements as published.

use super::{Activity, Head, PlaceFact};
use crate::value::{Count, Localized};

/// A placement.
#[derive(Clone, Debug)]
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
