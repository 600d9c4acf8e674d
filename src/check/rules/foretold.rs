//! S010: a statement dated after its source. S011: reported as done after its source's date.

use crate::check::catalog::{Stage, Status, When};
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Located, Report};
use crate::value::{PartialDate, RecordRef};

/// Compares dates with those of the sources that are said to tell of them.
///
/// Only when every source has a date and all lie before for certain: a source without date, or one
/// that came later, may be the one that tells.
pub fn check(tables: &Tables, report: &mut Report) {
    for statement in tables.statements.iter().flatten() {
        if let Some(date) = &statement.date
            && let Some(newest) = all_before(&statement.common.sources, &[], date.value, tables)
        {
            report.push(of_statement(date, newest));
        }
    }
    for outcome in tables.outcomes.iter().flatten() {
        let is_told = matches!(outcome.stage.value, Stage::Reported | Stage::Verified);
        if let Some(date) = outcome.date.as_ref().filter(|_| is_told)
            && let Some(newest) = all_before(&outcome.common.sources, &outcome.evidence, date.value, tables)
        {
            report.push(done("date", date, newest));
        }
    }
    for cohort in tables.cohorts.iter().flatten() {
        activity(&cohort.when, &cohort.common.sources, tables, report);
    }
    for placement in tables.placements.iter().flatten() {
        activity(&placement.when, &placement.common.sources, tables, report);
    }
    for visit in tables.visits.iter().flatten() {
        activity(&visit.when, &visit.common.sources, tables, report);
    }
    for training in tables.trainings.iter().flatten() {
        activity(&training.when, &training.common.sources, tables, report);
    }
}

/// An activity that is stated to be completed cannot rest on sources from before its end alone.
fn activity(when: &When, sources: &[Located<RecordRef>], tables: &Tables, report: &mut Report) {
    if when.status != Some(Status::Completed) {
        return;
    }
    let (field, date) = match (&when.end, &when.start) {
        (Some(end), _) => ("end", end),
        (None, Some(start)) => ("start", start),
        (None, None) => return,
    };
    if let Some(newest) = all_before(sources, &[], date.value, tables) {
        report.push(done(field, date, newest));
    }
}

/// The newest of the sources' dates, if all have one and all lie before `date` for certain.
fn all_before(
    sources: &[Located<RecordRef>],
    evidence: &[Located<RecordRef>],
    date: PartialDate,
    tables: &Tables,
) -> Option<PartialDate> {
    let mut newest: Option<PartialDate> = None;
    for source in sources.iter().chain(evidence) {
        let source = tables.sources.get(source.value.at())?.as_ref()?;
        let published = source.published.filter(|_| !source.common.hidden)?;
        if !published.certainly_before(date) {
            return None;
        }
        newest =
            Some(newest.map_or(published, |other| if other.last() < published.last() { published } else { other }));
    }
    newest
}

fn of_statement(date: &Located<PartialDate>, newest: PartialDate) -> Diagnostic {
    let found = date.value;
    Diagnostic::at(
        Code::S010,
        date.span,
        Bilingual::new(
            format!("Pernyataan bertanggal {found}, padahal sumbernya terbit {newest}."),
            format!("The statement is dated {found}, but its source was published {newest}."),
        ),
    )
    .of_field("date")
    .note(Bilingual::new(
        "Periksa kedua tanggal, atau tambahkan sumber yang memuat pernyataan ini.",
        "Check both dates, or add the source that has this statement.",
    ))
}

fn done(field: &'static str, date: &Located<PartialDate>, newest: PartialDate) -> Diagnostic {
    let found = date.value;
    Diagnostic::at(
        Code::S011,
        date.span,
        Bilingual::new(
            format!("Disebut sudah terlaksana pada {found}, padahal sumber terakhirnya terbit {newest}."),
            format!("It is said to be done on {found}, but its latest source was published {newest}."),
        ),
    )
    .of_field(field)
    .note(Bilingual::new(
        "Tambahkan sumber yang lebih baru, atau ubah keadaannya menjadi yang diketahui sumber.",
        "Add a later source, or lower the state to what the source could know.",
    ))
}
