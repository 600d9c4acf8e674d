//! S001: the end lies before the start, whatever the dates can mean.

use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Located, Report};
use crate::value::PartialDate;

type Date = Option<Located<PartialDate>>;

/// Looks at every pair of start and end.
pub fn check(tables: &Tables, report: &mut Report) {
    let whens = (tables.cohorts.iter().flatten().map(|record| &record.when))
        .chain(tables.placements.iter().flatten().map(|record| &record.when))
        .chain(tables.visits.iter().flatten().map(|record| &record.when))
        .chain(tables.trainings.iter().flatten().map(|record| &record.when));
    for when in whens {
        pair(&when.start, &when.end, report);
    }
    for program in tables.programs.iter().flatten() {
        pair(&program.start, &program.end, report);
    }
    for phase in tables.cohorts.iter().flatten().flat_map(|cohort| &cohort.phases) {
        pair(&phase.start, &phase.end, report);
    }
}

fn pair(start: &Date, end: &Date, report: &mut Report) {
    let (Some(start), Some(end)) = (start, end) else { return };
    if end.value.certainly_before(start.value) {
        let (first, last) = (start.value, end.value);
        report.push(
            Diagnostic::at(
                Code::S001,
                end.span,
                Bilingual::new(
                    format!("Tanggal selesai {last} mendahului tanggal mulai {first}."),
                    format!("The end {last} lies before the start {first}."),
                ),
            )
            .of_field("end")
            .note(Bilingual::new(
                "Periksa kedua tanggal; mungkin tahunnya salah atau keduanya tertukar.",
                "Check both dates; a year may be wrong, or the two are swapped.",
            )),
        );
    }
}
