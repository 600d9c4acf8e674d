//! The numbers of the records in the index: by kind, and within a kind what is looked for most first.
//!
//! Where two records answer a question equally well, the one with the lower number is shown first. Records
//! of a kind and of a year stand together, which makes the lists of common words short.

use crate::derive::Facts;
use crate::derive::facts::RegionKind;
use crate::plan::directory::{KINDS, listed};
use crate::plan::{Routes, SitePlan};
use crate::value::{Kind, Lang, PartialDate, RecordRef};
use std::cmp::Reverse;

/// Records of a kind and where they begin among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindRange {
    /// The kind.
    pub kind: Kind,
    /// The number of its first record.
    pub first: u32,
}

/// Every record that is found in `lang`, in the order of their numbers, with the beginning of each kind.
pub(super) fn order(plan: &SitePlan<'_>, lang: &Lang) -> (Vec<RecordRef>, Vec<KindRange>) {
    let mut records = Vec::new();
    let mut ranges = Vec::new();
    for kind in KINDS {
        let mut of_kind = ranked(plan.facts(), plan.routes(), kind, lang);
        if let (false, Ok(first)) = (of_kind.is_empty(), u32::try_from(records.len())) {
            ranges.push(KindRange { kind, first });
            records.append(&mut of_kind);
        }
    }
    (records, ranges)
}

fn ranked(facts: &Facts, routes: &Routes<'_>, kind: Kind, lang: &Lang) -> Vec<RecordRef> {
    let mut records = listed(facts, routes, kind, lang);
    match kind {
        Kind::Region => records.sort_by_key(|record| {
            let fact = &facts.regions[record.at()];
            (region_rank(fact.kind), Reverse(fact.subject.lists.activities()), record.index)
        }),
        Kind::Institution | Kind::Topic | Kind::Program => records.sort_by_key(|record| {
            (Reverse(facts.subject(*record).map_or(0, |subject| subject.lists.activities())), record.index)
        }),
        _ => records.sort_by_key(|record| (Reverse(date(facts, *record).map(PartialDate::sort_key)), record.index)),
    }
    records
}

fn region_rank(kind: RegionKind) -> u8 {
    match kind {
        RegionKind::Province => 0,
        RegionKind::City | RegionKind::Regency => 1,
        RegionKind::Country => 2,
        RegionKind::IslandGroup => 3,
        RegionKind::District | RegionKind::Other => 4,
    }
}

/// The date of a record; the newest is shown first.
pub(super) fn date(facts: &Facts, record: RecordRef) -> Option<PartialDate> {
    let at = record.at();
    match record.kind {
        Kind::Outcome => facts.outcomes[at].date,
        Kind::Statement => facts.statements[at].date,
        Kind::Correction => Some(facts.corrections[at].date),
        Kind::Story => facts.stories[at].date,
        Kind::Source => facts.sources[at].published,
        _ => facts.activity(record).and_then(|activity| activity.date),
    }
}
