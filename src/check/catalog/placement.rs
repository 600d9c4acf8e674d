//! Placements.

use super::common::Titled;
use super::{Common, Place, When};
use crate::check::record::{Fields, count, localized, place, reference};
use crate::diag::Located;
use crate::value::Kind;
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

impl Placement {
    /// Reads a placement.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let cohort = fields.required("cohort", reference(&[Kind::Cohort]));
        let host = fields.required("host", place);
        let placement = Self {
            common,
            origin: fields.list("origin", place),
            unit: fields.optional("unit", localized),
            coordinators: fields.list("coordinators", place).unwrap_or_default(),
            count: fields.optional("count", count),
            when: When::read(fields),
            topics: fields.list("topics", reference(&[Kind::Topic])).unwrap_or_default(),
            rotations: fields.list("rotations", place).unwrap_or_default(),
            reason: fields.optional("reason", localized),
            cohort: cohort?,
            host: host?,
        };
        Some(placement)
    }
}
