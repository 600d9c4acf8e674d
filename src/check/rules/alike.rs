//! R012: two activities that look the same: same origin, host, unit, dates and count.

use crate::check::catalog::{Place, When};
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Lines, Places, Report, Span};
use crate::value::{Count, Kind, Localized, PartialDate, RecordRef};
use rayon::prelude::*;
use std::collections::HashMap;

/// What two records must share to look the same.
#[derive(PartialEq, Eq, Hash)]
struct Look {
    kind: Kind,
    /// The cohort of a placement.
    of: Option<RecordRef>,
    origin: Vec<Part>,
    host: Vec<Part>,
    unit: Option<String>,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    reported: Option<PartialDate>,
    count: Option<Count>,
}

/// A place: a party, or the words of the source.
type Part = (Option<RecordRef>, Option<String>);

/// Looks at every activity with a date; those without one say too little to be compared.
pub fn check(tables: &Tables, index: &Index<'_>, places: &dyn Places, report: &mut Report) {
    // Only asked, never gone through: the order of the findings is that of the records.
    let mut seen: HashMap<Look, RecordRef> = HashMap::new();
    let mut lines = Lines::default();
    for target in suspects(tables) {
        let Some(slot) = index.slot(target).filter(|slot| !slot.hidden) else { continue };
        let Some(look) = look_of(tables, target) else { continue };
        match seen.get(&look).and_then(|first| index.slot(*first)) {
            Some(first) => report.push(finding(slot.span, &first.id, &lines.place(first.span, places))),
            None => {
                seen.insert(look, target);
            }
        }
    }
}

/// The records whose look has the same hash as that of another: all looks side by side would be as large as the records.
fn suspects(tables: &Tables) -> Vec<RecordRef> {
    let lists = [
        (Kind::Cohort, tables.cohorts.len()),
        (Kind::Placement, tables.placements.len()),
        (Kind::Visit, tables.visits.len()),
        (Kind::Training, tables.trainings.len()),
    ];
    let records: Vec<RecordRef> =
        lists.into_iter().flat_map(|(kind, number)| (0..number).map(move |at| RecordRef::new(kind, at))).collect();
    let hasher = ahash::RandomState::new();
    let hashed = |(at, target): (usize, &RecordRef)| Some((hasher.hash_one(look_of(tables, *target)?), at));
    let mut hashes: Vec<(u64, usize)> = records.par_iter().enumerate().filter_map(hashed).collect();
    hashes.par_sort_unstable();
    let shared = hashes.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    let mut suspects: Vec<usize> = shared.flatten().map(|(_, at)| *at).collect();
    suspects.sort_unstable();
    suspects.into_iter().filter_map(|at| records.get(at).copied()).collect()
}

fn look_of(tables: &Tables, target: RecordRef) -> Option<Look> {
    let at = target.at();
    match target.kind {
        Kind::Cohort => {
            let record = tables.cohorts.get(at)?.as_ref()?;
            let count = record.participants.as_ref().map(|count| count.value);
            let look = look(Kind::Cohort, &record.origin, &record.host, &record.when, count)?;
            Some(Look { of: Some(record.program.value), ..look })
        }
        Kind::Placement => {
            let record = tables.placements.get(at)?.as_ref()?;
            let origin = record.origin.as_deref().unwrap_or_default();
            let host = std::slice::from_ref(&record.host);
            let look = look(Kind::Placement, origin, host, &record.when, record.count)?;
            Some(Look { of: Some(record.cohort.value), unit: record.unit.as_ref().map(words), ..look })
        }
        Kind::Visit => {
            let record = tables.visits.get(at)?.as_ref()?;
            let look = look(Kind::Visit, &record.origin, &record.host, &record.when, record.delegates)?;
            Some(Look { unit: record.venue.as_ref().map(words), ..look })
        }
        Kind::Training => {
            let record = tables.trainings.get(at)?.as_ref()?;
            let look = look(Kind::Training, &record.origin, &record.host, &record.when, record.participants)?;
            // Many trainings of one week share place and size; their titles tell them apart.
            Some(Look { unit: Some(record.common.title.as_ref().map(words).unwrap_or_default()), ..look })
        }
        _ => None,
    }
}

fn look(kind: Kind, origin: &[Place], host: &[Place], when: &When, count: Option<Count>) -> Option<Look> {
    let date = |date: &Option<crate::diag::Located<PartialDate>>| date.as_ref().map(|date| date.value);
    let (start, end, reported) = (date(&when.start), date(&when.end), date(&when.reported));
    let known = start.is_some() || end.is_some() || reported.is_some();
    (known && !host.is_empty()).then(|| Look {
        kind,
        of: None,
        origin: parts(origin),
        host: parts(host),
        unit: None,
        start,
        end,
        reported,
        count,
    })
}

fn parts(places: &[Place]) -> Vec<Part> {
    let mut parts: Vec<Part> = places.iter().map(|place| (place.party, place.label.as_ref().map(words))).collect();
    parts.sort();
    parts
}

fn words(text: &Localized) -> String {
    text.texts().collect::<Vec<_>>().join("\n").trim().to_lowercase()
}

fn finding(span: Span, first: &str, place: &str) -> Diagnostic {
    Diagnostic::at(
        Code::R012,
        span,
        Bilingual::new(
            format!("Catatan ini sama dengan `{first}`: asal, tujuan, tanggal dan jumlahnya."),
            format!("This record looks the same as `{first}`: origin, host, dates and count."),
        ),
    )
    .of_field("id")
    .note(Bilingual::new(
        format!("Yang satu lagi ada di {place}. Hapus salah satunya, atau tulis apa bedanya."),
        format!("The other one is at {place}. Remove one of them, or write what tells them apart."),
    ))
}
