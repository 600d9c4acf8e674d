//! Findings as one JSON document. `docs/findings.schema.json` describes it; a field is never renamed.

use super::{Entry, Setting, entries, severity_word};
use crate::diag::emit::spot::spot_of;
use crate::diag::{Bilingual, Lines, Places, Report, Severity};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Prints all findings in both languages.
///
/// # Errors
/// What the stream says.
pub fn print_json(report: &Report, places: &dyn Places, setting: &Setting, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Lines::default();
    let findings: Vec<Value> =
        entries(report, places, setting).iter().map(|entry| one(entry, places, setting, &mut lines)).collect();
    let document = json!({
        "version": 1,
        "generator": format!("terbit {}", env!("CARGO_PKG_VERSION")),
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "hints": report.count(Severity::Hint),
        "findings": findings,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn one(entry: &Entry<'_>, places: &dyn Places, setting: &Setting, lines: &mut Lines) -> Value {
    let (finding, spot) = (entry.finding, &entry.spot);
    let place = (spot.line > 0).then(|| {
        json!({
            "line": spot.line,
            "column": spot.column,
            "end_line": spot.end_line,
            "end_column": spot.end_column,
        })
    });
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| {
        let at = spot_of(edit.span, places, lines);
        json!({
            "path": format!("{}{}", setting.base, at.path),
            "line": at.line,
            "column": at.column,
            "end_line": at.end_line,
            "end_column": at.end_column,
            "text": edit.text,
        })
    });
    let edits: Vec<Value> = edits.collect();
    json!({
        "code": finding.code.word(),
        "severity": severity_word(finding.severity),
        "path": entry.path,
        "place": place,
        "field": finding.field,
        "message": both(&finding.message),
        "notes": finding.notes.iter().map(both).collect::<Vec<_>>(),
        "masked": finding.masked,
        "fixable": finding.fix.is_some(),
        "edits": edits,
    })
}

fn both(text: &Bilingual) -> Value {
    json!({ "id": text.id, "en": text.en })
}
