//! S005: more completed than selected, more selected than applied.

use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Located, Report};
use crate::value::Count;

/// Looks at every cohort.
pub fn check(tables: &Tables, report: &mut Report) {
    for cohort in tables.cohorts.iter().flatten() {
        let steps =
            [("applicants", &cohort.applicants), ("selected", &cohort.selected), ("completed", &cohort.completed)];
        for (at, (field, count)) in steps.iter().enumerate() {
            let Some(count) = count else { continue };
            let earlier = steps[..at].iter().rev().find_map(|(name, earlier)| Some((*name, earlier.as_ref()?)));
            if let Some((name, earlier)) = earlier.filter(|(_, earlier)| is_more(count, earlier)) {
                report.push(finding(field, count, name, earlier.value));
            }
        }
    }
}

/// Certainly more: the lower end lies above the other's upper end.
fn is_more(count: &Located<Count>, earlier: &Located<Count>) -> bool {
    !count.value.approximate
        && !earlier.value.approximate
        && earlier.value.high.is_some_and(|high| count.value.low > high)
}

fn finding(field: &'static str, count: &Located<Count>, name: &str, earlier: Count) -> Diagnostic {
    let found = count.value;
    Diagnostic::at(
        Code::S005,
        count.span,
        Bilingual::new(
            format!("`{field}` ({found}) lebih banyak daripada `{name}` ({earlier})."),
            format!("`{field}` ({found}) is more than `{name}` ({earlier})."),
        ),
    )
    .of_field(field)
    .note(Bilingual::new("Periksa kedua jumlah.", "Check both counts."))
}
