//! Regions, institutions, programs, topics and sources as published.

use super::activity::references;
use super::{Form, Head, InstitutionKind, LegalBasis, RegionKind, SourceType};
use crate::check::catalog::{Institution, Program, Region, Source, Topic};
use crate::derive::{RegionHistory, Subject, history};
use crate::value::{Lang, Localized, PartialDate, RecordRef};
use std::hash::{Hash, Hasher};

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

impl Hash for RegionFact {
    /// All of it; a number with decimals by its bits.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self {
            head,
            name,
            kind,
            parent,
            children,
            code,
            former_codes,
            iso,
            population,
            area_km2,
            also_called,
            tile,
            institutions,
            history,
            subject,
        } = self;
        (head, name, kind, parent, children, code, former_codes, iso).hash(state);
        (population, area_km2.map(f64::to_bits), also_called, tile, institutions, history, subject).hash(state);
    }
}

/// An institution.
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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

/// What is derived about where a region or institution stands.
#[derive(Debug, Default)]
pub(in crate::derive) struct Standing {
    /// Today's parent of a region.
    pub(in crate::derive) parent: Option<u32>,
    /// Directly below, by name.
    pub(in crate::derive) children: Vec<u32>,
    /// Institutions that lie in a region, by name.
    pub(in crate::derive) institutions: Vec<u32>,
}

impl RegionFact {
    /// Publishes a region.
    pub(in crate::derive) fn new(
        record: Region,
        standing: Standing,
        changes: Vec<RegionHistory>,
        subject: Subject,
        today: chrono::NaiveDate,
    ) -> Self {
        let (code, former_codes) = history::codes(&record, today);
        Self {
            head: Head::new(record.common),
            name: record.name,
            kind: record.kind,
            parent: standing.parent,
            children: standing.children,
            code,
            former_codes,
            iso: record.iso,
            population: record.population,
            area_km2: record.area_km2,
            also_called: record.also_called,
            tile: record.tile,
            institutions: standing.institutions,
            history: changes,
            subject,
        }
    }
}

impl InstitutionFact {
    /// Publishes an institution.
    pub(in crate::derive) fn new(
        record: Institution,
        children: Vec<u32>,
        rotations: Vec<RecordRef>,
        subject: Subject,
    ) -> Self {
        Self {
            head: Head::new(record.common),
            name: record.name,
            short: record.short,
            region: record.region.map(|region| region.value.index),
            kind: record.kind,
            parent: record.parent.map(|parent| parent.value.index),
            children,
            url: record.url,
            also_called: record.also_called,
            rotations,
            subject,
        }
    }
}

impl ProgramFact {
    /// Publishes a program.
    pub(in crate::derive) fn new(record: Program, subject: Subject) -> Self {
        Self {
            head: Head::new(record.common),
            organizers: references(record.organizers),
            forms: record.forms,
            legal_basis: record.legal_basis,
            start: record.start.map(|date| date.value),
            end: record.end.map(|date| date.value),
            aims: record.aims,
            subject,
        }
    }
}

impl TopicFact {
    /// Publishes a topic.
    pub(in crate::derive) fn new(record: Topic, narrower: Vec<u32>, subject: Subject) -> Self {
        Self {
            head: Head::new(record.common),
            name: record.name,
            broader: record.broader.map(|broader| broader.value.index),
            narrower,
            also_called: record.also_called,
            subject,
        }
    }
}

impl SourceFact {
    /// Publishes a source.
    pub(in crate::derive) fn new(record: Source) -> Self {
        Self {
            head: Head::new(record.common),
            kind: record.kind,
            publisher: record.publisher,
            url: record.url,
            published: record.published,
            accessed: record.accessed,
            archived: record.archived,
            language: record.language,
        }
    }
}
