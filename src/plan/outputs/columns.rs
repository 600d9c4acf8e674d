//! Which columns tables have, and in which order.
//!
//! A row is written in this order too, so that a table is filled in one pass.

use super::{Column, Part};
use crate::derive::FigureName;
use crate::value::Kind;

/// Fields in the order of tables: name, whether it is a count, and the letters of the kinds that have it
/// (see [`letter`]; `*` is every kind).
const FIELDS: [(&str, bool, &str); 75] = [
    ("kind", false, "*"),
    ("id", false, "*"),
    ("title", false, "*"),
    ("url", false, "*"),
    ("role", false, "cpvt"),
    ("type", false, "RIvtoSx"),
    ("type_label", false, "vt"),
    ("short", false, "I"),
    ("parent", false, "RI"),
    ("region", false, "I"),
    ("broader", false, "T"),
    ("code", false, "R"),
    ("former_codes", false, "R"),
    ("iso", false, "R"),
    ("population", false, "R"),
    ("area_km2", false, "R"),
    ("also_called", false, "RIT"),
    ("homepage", false, "IS"),
    ("publisher", false, "S"),
    ("published", false, "S"),
    ("accessed", false, "S"),
    ("archived", false, "S"),
    ("language", false, "S"),
    ("forms", false, "P"),
    ("legal_basis", false, "P"),
    ("aims", false, "P"),
    ("date", false, "oeqxs"),
    ("start", false, "cpvtP"),
    ("end", false, "cpvtP"),
    ("duration", false, "cpvt"),
    ("reported", false, "cpvt"),
    ("status", false, "cpvt"),
    ("year", false, "cpvt"),
    ("within_cohort_dates", false, "p"),
    ("program", false, "cp"),
    ("number", false, "c"),
    ("cohort", false, "p"),
    ("origin_ids", false, "cpvt"),
    ("origin_names", false, "cpvt"),
    ("host_ids", false, "cpvt"),
    ("host_names", false, "cpvt"),
    ("unit", false, "pe"),
    ("coordinators", false, "cp"),
    ("organizers", false, "tP"),
    ("rotations", false, "p"),
    ("venue", false, "vt"),
    ("mode", false, "t"),
    ("return_of", false, "v"),
    ("participants", true, "ct"),
    ("applicants", true, "c"),
    ("selected", true, "c"),
    ("completed", true, "c"),
    ("person_months", true, "c"),
    ("breakdown", false, "c"),
    ("count", true, "p"),
    ("reason", false, "p"),
    ("delegates", true, "v"),
    ("hours", true, "t"),
    ("of", false, "oe"),
    ("stage", false, "o"),
    ("applied_at_ids", false, "o"),
    ("applied_at_names", false, "o"),
    ("evidence", false, "o"),
    ("indicator", false, "e"),
    ("method", false, "e"),
    ("n", true, "e"),
    ("value", false, "e"),
    ("scale", false, "e"),
    ("speaker", false, "q"),
    ("office", false, "q"),
    ("institution", false, "q"),
    ("text", false, "q"),
    ("verbatim", false, "q"),
    ("about", false, "qs"),
    ("records", false, "x"),
];

/// Fields after [`FIELDS`].
const LAST_FIELDS: [(&str, bool, &str); 10] = [
    ("gone", false, "x"),
    ("what", false, "x"),
    ("why", false, "x"),
    ("author", false, "s"),
    ("topics", false, "cpvto"),
    ("sources", false, "*"),
    ("summary", false, "*"),
    ("note", false, "*"),
    ("tags", false, "*"),
    ("updated", false, "*"),
];

/// The columns of a table of records of these kinds. Figures stand last.
pub(in crate::plan) fn columns(kinds: &[Kind]) -> Vec<Column> {
    let mut columns = Vec::new();
    for (name, count, of) in FIELDS.into_iter().chain(LAST_FIELDS) {
        if of == "*" || kinds.iter().any(|kind| of.contains(letter(*kind))) {
            columns.extend(parts(count).map(|part| Column { name, part }));
        }
    }
    if kinds.iter().any(|kind| has_figures(*kind)) {
        for name in FigureName::ALL {
            let count = !is_date(name);
            columns.extend(parts(count).map(|part| Column { name: name.word(), part }));
        }
    }
    columns
}

/// Whether rows of this kind carry derived figures.
pub(in crate::plan) fn has_figures(kind: Kind) -> bool {
    matches!(kind, Kind::Region | Kind::Institution | Kind::Program | Kind::Topic)
}

/// Whether a figure is a date, not a number.
pub(in crate::plan) fn is_date(name: FigureName) -> bool {
    matches!(name, FigureName::FirstActivity | FigureName::LastActivity)
}

fn parts(count: bool) -> impl Iterator<Item = Part> {
    Part::COUNT.into_iter().take(if count { 4 } else { 1 })
}

fn letter(kind: Kind) -> char {
    match kind {
        Kind::Region => 'R',
        Kind::Institution => 'I',
        Kind::Program => 'P',
        Kind::Topic => 'T',
        Kind::Source => 'S',
        Kind::Cohort => 'c',
        Kind::Placement => 'p',
        Kind::Visit => 'v',
        Kind::Training => 't',
        Kind::Outcome => 'o',
        Kind::Evaluation => 'e',
        Kind::Statement => 'q',
        Kind::Correction => 'x',
        Kind::Story | Kind::Page => 's',
    }
}
