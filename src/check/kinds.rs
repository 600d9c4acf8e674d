//! Kinds in words, for findings.

use crate::diag::Bilingual;
use crate::value::Kind;

/// Any kind of record or narrative.
pub const ANY: &[Kind] = &Kind::ALL;
/// Regions and institutions.
pub const PARTY: &[Kind] = &[Kind::Region, Kind::Institution];
/// The four activities.
pub const ACTIVITY: &[Kind] = &Kind::ACTIVITIES;
/// What an evaluation may be about.
pub const EVALUATED: &[Kind] = &[
    Kind::Cohort,
    Kind::Placement,
    Kind::Visit,
    Kind::Training,
    Kind::Outcome,
    Kind::Program,
    Kind::Region,
    Kind::Institution,
    Kind::Topic,
];

/// A kind in words.
pub fn name(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Region => ("daerah", "region"),
        Kind::Institution => ("instansi", "institution"),
        Kind::Program => ("program", "program"),
        Kind::Topic => ("topik", "topic"),
        Kind::Source => ("sumber", "source"),
        Kind::Cohort => ("angkatan", "cohort"),
        Kind::Placement => ("penempatan", "placement"),
        Kind::Visit => ("kunjungan", "visit"),
        Kind::Training => ("pelatihan", "training"),
        Kind::Outcome => ("hasil", "outcome"),
        Kind::Evaluation => ("evaluasi", "evaluation"),
        Kind::Statement => ("pernyataan", "statement"),
        Kind::Correction => ("ralat", "correction"),
        Kind::Story => ("cerita", "story"),
        Kind::Page => ("halaman", "page"),
    }
}

/// Several kinds in words; more than four are just records.
pub fn names(kinds: &[Kind]) -> Bilingual {
    if kinds.len() > 4 {
        return Bilingual::new("catatan", "record");
    }
    all_names(kinds)
}

/// What each of these kinds is called: "daerah atau instansi".
pub fn all_names(kinds: &[Kind]) -> Bilingual {
    let indonesian: Vec<&str> = kinds.iter().map(|kind| name(*kind).0).collect();
    let english: Vec<&str> = kinds.iter().map(|kind| name(*kind).1).collect();
    Bilingual::new(indonesian.join(" atau "), english.join(" or "))
}
