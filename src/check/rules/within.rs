//! S002: a placement that certainly lies outside its cohort.

use crate::check::catalog::{Cohort, Placement};
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Located, Report};
use crate::value::PartialDate;

/// Looks at every placement.
pub fn check(tables: &Tables, report: &mut Report) {
    for placement in tables.placements.iter().flatten() {
        if let Some(cohort) = tables.cohorts.get(placement.cohort.value.at()).and_then(Option::as_ref) {
            one(placement, cohort, report);
        }
    }
}

fn one(placement: &Placement, cohort: &Cohort, report: &mut Report) {
    for (field, date) in [("start", &placement.when.start), ("end", &placement.when.end)] {
        let Some(date) = date else { continue };
        let before = cohort.when.start.as_ref().filter(|start| date.value.certainly_before(start.value));
        let after = cohort.when.end.as_ref().filter(|end| end.value.certainly_before(date.value));
        if let Some(start) = before {
            report.push(finding(field, date, cohort, start.value, true));
        } else if let Some(end) = after {
            report.push(finding(field, date, cohort, end.value, false));
        }
    }
}

fn finding(
    field: &'static str,
    date: &Located<PartialDate>,
    cohort: &Cohort,
    edge: PartialDate,
    before: bool,
) -> Diagnostic {
    let (id, found) = (&cohort.common.id.value, date.value);
    let message = if before {
        Bilingual::new(
            format!("Tanggal {found} mendahului angkatannya, yang mulai {edge}."),
            format!("The date {found} lies before its cohort, which starts {edge}."),
        )
    } else {
        Bilingual::new(
            format!("Tanggal {found} sesudah angkatannya, yang selesai {edge}."),
            format!("The date {found} lies after its cohort, which ends {edge}."),
        )
    };
    Diagnostic::at(Code::S002, date.span, message).of_field(field).note(Bilingual::new(
        format!("Periksa tanggal ini, tanggal angkatan `{id}`, atau isian `cohort`."),
        format!("Check this date, the dates of the cohort `{id}`, or the field `cohort`."),
    ))
}
