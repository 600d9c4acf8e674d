//! Institutions.

use super::Common;
use crate::diag::Located;
use crate::value::{Localized, RecordRef};

/// What an institution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstitutionKind {
    /// A central body.
    Central,
    /// The government of a province.
    ProvinceGovernment,
    /// The government of a regency.
    RegencyGovernment,
    /// The government of a city.
    CityGovernment,
    /// The government of a district, village.
    DistrictGovernment,
    /// An agency of a government.
    Agency,
    /// A unit of an agency.
    Unit,
    /// An elected council.
    Council,
    /// A university or academy.
    University,
    /// An association, a community.
    Association,
    /// Media.
    Media,
    /// A body abroad.
    Foreign,
    /// Anything else.
    Other,
}

/// An institution.
#[derive(Clone, Debug)]
pub struct Institution {
    /// Common fields.
    pub common: Common,
    /// The name.
    pub name: Localized,
    /// A short name.
    pub short: Option<Localized>,
    /// Its region.
    pub region: Option<Located<RecordRef>>,
    /// What it is.
    pub kind: InstitutionKind,
    /// The institution above.
    pub parent: Option<Located<RecordRef>>,
    /// Its site.
    pub url: Option<String>,
    /// Other spellings.
    pub also_called: Vec<String>,
}
