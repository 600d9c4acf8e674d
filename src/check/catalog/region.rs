//! Regions: names, codes and parents in time.

use super::Common;
use crate::diag::{Located, Span};
use crate::value::{Localized, PartialDate, RecordRef};

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegionKind {
    /// A country.
    Country,
    /// An island group.
    IslandGroup,
    /// A province.
    Province,
    /// A regency.
    Regency,
    /// A city.
    City,
    /// A district.
    District,
    /// Anything else.
    Other,
}

/// A region.
#[derive(Clone, Debug)]
pub struct Region {
    /// Common fields.
    pub common: Common,
    /// The official name.
    pub name: Localized,
    /// What it is.
    pub kind: RegionKind,
    /// Where it lies, in time; the order of the record. One entry without dates is for ever.
    pub parents: Vec<RegionParent>,
    /// Official codes, in time.
    pub codes: Vec<RegionCode>,
    /// ISO 3166-2.
    pub iso: Option<String>,
    /// Inhabitants.
    pub population: Option<u64>,
    /// Square kilometres.
    pub area_km2: Option<f64>,
    /// Other spellings.
    pub also_called: Vec<String>,
    /// Column and row on the tile map.
    pub tile: Option<(u32, u32)>,
}

/// A parent, from a day (inclusive) to a day (exclusive).
#[derive(Clone, Debug)]
pub struct RegionParent {
    /// The region above.
    pub region: Located<RecordRef>,
    /// First day.
    pub from: Option<PartialDate>,
    /// First day no longer.
    pub to: Option<PartialDate>,
    /// The law.
    pub basis: Option<String>,
}

/// A code, from a day (inclusive) to a day (exclusive).
#[derive(Clone, Debug)]
pub struct RegionCode {
    /// The code, always a text.
    pub code: String,
    /// First day.
    pub from: Option<PartialDate>,
    /// First day no longer.
    pub to: Option<PartialDate>,
    /// The law.
    pub basis: Option<String>,
    /// Where it is written.
    pub span: Span,
}
