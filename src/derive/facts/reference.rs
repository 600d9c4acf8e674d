//! Regions, institutions, programs, topics and sources as published.

use super::super::{RegionHistory, Subject};
use super::{Form, Head, InstitutionKind, LegalBasis, RegionKind, SourceType};
use crate::value::{Lang, Localized, PartialDate, RecordRef};

/// A region.
#[derive(Clone, Debug)]
pub struct RegionFact {
    /// Common fields.
    pub head: Head,
    /// The official name.
    pub name: Localized,
    /// What it is.
    pub kind: RegionKind,
    /// Today's parent.
    pub parent: Option<u32>,
    /// Regions directly below today, by name.
    pub children: Vec<u32>,
    /// Today's code.
    pub code: Option<String>,
    /// Earlier codes with the day they ended.
    pub former_codes: Vec<(String, Option<PartialDate>)>,
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
    /// Institutions that lie here.
    pub institutions: Vec<u32>,
    /// Changes of parent of this region and of those that lie or lay directly below.
    pub history: Vec<RegionHistory>,
    /// What is derived, everything below it included.
    pub subject: Subject,
}

/// An institution.
#[derive(Clone, Debug)]
pub struct InstitutionFact {
    /// Common fields.
    pub head: Head,
    /// The name.
    pub name: Localized,
    /// A short name.
    pub short: Option<Localized>,
    /// Its region.
    pub region: Option<u32>,
    /// What it is.
    pub kind: InstitutionKind,
    /// The institution above.
    pub parent: Option<u32>,
    /// Institutions directly below, by name.
    pub children: Vec<u32>,
    /// Its site.
    pub url: Option<String>,
    /// Other spellings.
    pub also_called: Vec<String>,
    /// Placements that rotated here; they enter no figure.
    pub rotations: Vec<RecordRef>,
    /// What is derived, everything below it included.
    pub subject: Subject,
}

/// A program.
#[derive(Clone, Debug)]
pub struct ProgramFact {
    /// Common fields.
    pub head: Head,
    /// Who runs it.
    pub organizers: Vec<RecordRef>,
    /// Its forms.
    pub forms: Vec<Form>,
    /// Its legal basis.
    pub legal_basis: Vec<LegalBasis>,
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
    /// What it is for.
    pub aims: Option<Localized>,
    /// What is derived.
    pub subject: Subject,
}

/// A topic.
#[derive(Clone, Debug)]
pub struct TopicFact {
    /// Common fields.
    pub head: Head,
    /// The name.
    pub name: Localized,
    /// The topic above.
    pub broader: Option<u32>,
    /// Topics directly below, by name.
    pub narrower: Vec<u32>,
    /// The words of sources.
    pub also_called: Vec<String>,
    /// What is derived, narrower topics included.
    pub subject: Subject,
}

/// A source; what rests on it is [`super::Facts::referrers`].
#[derive(Clone, Debug)]
pub struct SourceFact {
    /// Common fields.
    pub head: Head,
    /// What it is.
    pub kind: SourceType,
    /// Who published it.
    pub publisher: String,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// A stored copy.
    pub archived: Option<String>,
    /// Its language.
    pub language: Option<Lang>,
}
