//! Institutions.

use super::Common;
use super::common::Titled;
use crate::check::record::{Fields, localized, reference, text, url, word};
use crate::diag::Located;
use crate::value::Kind;
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

const KINDS: [(&str, InstitutionKind); 13] = [
    ("central", InstitutionKind::Central),
    ("province-government", InstitutionKind::ProvinceGovernment),
    ("regency-government", InstitutionKind::RegencyGovernment),
    ("city-government", InstitutionKind::CityGovernment),
    ("district-government", InstitutionKind::DistrictGovernment),
    ("agency", InstitutionKind::Agency),
    ("unit", InstitutionKind::Unit),
    ("council", InstitutionKind::Council),
    ("university", InstitutionKind::University),
    ("association", InstitutionKind::Association),
    ("media", InstitutionKind::Media),
    ("foreign", InstitutionKind::Foreign),
    ("other", InstitutionKind::Other),
];

impl Institution {
    /// Reads an institution.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Named);
        let name = fields.required("name", localized);
        let kind = fields.required("kind", word(&KINDS));
        let short = fields.optional("short", localized);
        let region = fields.optional("region", reference(&[Kind::Region]));
        let parent = fields.optional("parent", reference(&[Kind::Institution]));
        let url = fields.optional("url", url);
        let also_called = fields.list("also_called", text).unwrap_or_default();
        Some(Self { common, name: name?, short, region, kind: kind?, parent, url, also_called })
    }
}
