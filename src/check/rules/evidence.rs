//! S004: an outcome that claims more than it shows.

use crate::check::catalog::Stage;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};

/// Looks at every outcome.
pub fn check(tables: &Tables, report: &mut Report) {
    for outcome in tables.outcomes.iter().flatten() {
        let (word, field, lacking) = match outcome.stage.value {
            Stage::Verified => ("verified", "evidence", outcome.evidence.is_empty()),
            Stage::Reported => {
                ("reported", "sources", outcome.common.sources.is_empty() && outcome.evidence.is_empty())
            }
            _ => continue,
        };
        if lacking {
            report.push(
                Diagnostic::at(
                    Code::S004,
                    outcome.stage.span,
                    Bilingual::new(
                        format!("Tahap `{word}` memerlukan isian `{field}`."),
                        format!("The stage `{word}` needs the field `{field}`."),
                    ),
                )
                .of_field("stage")
                .note(Bilingual::new(
                    format!("Tambahkan `{field}: [id sumber]`, atau turunkan tahapnya."),
                    format!("Add `{field}: [id of a source]`, or lower the stage."),
                )),
            );
        }
    }
}
