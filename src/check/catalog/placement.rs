//! Placements.

use super::{Common, Place, When};
use crate::diag::Located;
use crate::value::{Count, Localized, RecordRef};

/// Some of a cohort at one host.
#[derive(Clone, Debug)]
pub struct Placement {
    /// Common fields.
    pub common: Common,
    /// Its cohort.
    pub cohort: Located<RecordRef>,
    /// Where these people come from; none means all origins of the cohort.
    pub origin: Option<Vec<Place>>,
    /// The host.
    pub host: Place,
    /// The unit within the host.
    pub unit: Option<Localized>,
    /// Who coordinates.
    pub coordinators: Vec<Place>,
    /// Heads.
    pub count: Option<Count>,
    /// Dates, status and `reported`.
    pub when: When,
    /// Topics.
    pub topics: Vec<Located<RecordRef>>,
    /// Places visited in turn; they are no hosts and enter no figure.
    pub rotations: Vec<Place>,
    /// Why this host.
    pub reason: Option<Localized>,
}
