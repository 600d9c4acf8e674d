//! R012: two activities that look the same: same origin, host, unit, dates and count.

use crate::check::catalog::{Place, When};
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Lines, Places, Report, Span};
use crate::value::{Count, Kind, Localized, PartialDate, RecordRef};
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
    for (target, look) in looks(tables) {
        let Some(slot) = index.slot(target).filter(|slot| !slot.hidden) else { continue };
        match seen.get(&look).and_then(|first| index.slot(*first)) {
            Some(first) => report.push(finding(slot.span, &first.id, &lines.place(first.span, places))),
            None => {
                seen.insert(look, target);
            }
        }
    }
}

fn looks(tables: &Tables) -> Vec<(RecordRef, Look)> {
    let mut out = Vec::new();
    for (at, record) in tables.cohorts.iter().enumerate() {
        let Some(record) = record else { continue };
        let count = record.participants.as_ref().map(|count| count.value);
        let look = look(Kind::Cohort, &record.origin, &record.host, &record.when, count);
        let of = Some(record.program.value);
        out.extend(look.map(|look| (RecordRef::new(Kind::Cohort, at), Look { of, ..look })));
    }
    for (at, record) in tables.placements.iter().enumerate() {
        let Some(record) = record else { continue };
        let origin = record.origin.as_deref().unwrap_or_default();
        let host = std::slice::from_ref(&record.host);
        let look = look(Kind::Placement, origin, host, &record.when, record.count);
        let of = Some(record.cohort.value);
        let unit = record.unit.as_ref().map(words);
        out.extend(look.map(|look| (RecordRef::new(Kind::Placement, at), Look { of, unit, ..look })));
    }
    for (at, record) in tables.visits.iter().enumerate() {
        let Some(record) = record else { continue };
        let look = look(Kind::Visit, &record.origin, &record.host, &record.when, record.delegates);
        let unit = record.venue.as_ref().map(words);
        out.extend(look.map(|look| (RecordRef::new(Kind::Visit, at), Look { unit, ..look })));
    }
    for (at, record) in tables.trainings.iter().enumerate() {
        let Some(record) = record else { continue };
        let look = look(Kind::Training, &record.origin, &record.host, &record.when, record.participants);
        // Many trainings of one week share place and size; their titles tell them apart.
        let unit = Some(record.common.title.as_ref().map(words).unwrap_or_default());
        out.extend(look.map(|look| (RecordRef::new(Kind::Training, at), Look { unit, ..look })));
    }
    out
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
