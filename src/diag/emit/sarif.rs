//! SARIF 2.1.0 (OASIS), for code scanning. Rules are told by the pages of `explain`.

use super::{Entry, Setting, entries};
use crate::diag::emit::spot::spot_of;
use crate::diag::{Code, Lines, Places, Report, Severity, explanation};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Prints all findings.
///
/// # Errors
/// What the stream says.
pub fn print_sarif(report: &Report, places: &dyn Places, setting: &Setting, out: &mut dyn Write) -> io::Result<()> {
    let entries = entries(report, places, setting);
    let codes: Vec<Code> =
        entries.iter().map(|entry| entry.finding.code).collect::<BTreeSet<_>>().into_iter().collect();
    let mut lines = Lines::default();
    let results: Vec<Value> = entries.iter().map(|entry| result(entry, &codes, places, setting, &mut lines)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "terbit",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code, &setting.lang)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn rule(code: Code, lang: &str) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(code.word()));
    if let Some(page) = explanation(code) {
        let text = page.text.get(lang);
        out.insert("shortDescription".to_owned(), json!({ "text": page.title.get(lang) }));
        out.insert("help".to_owned(), json!({ "text": text, "markdown": text }));
    }
    out.insert("defaultConfiguration".to_owned(), json!({ "level": level(code.severity()) }));
    Value::Object(out)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn result(entry: &Entry<'_>, codes: &[Code], places: &dyn Places, setting: &Setting, lines: &mut Lines) -> Value {
    let (finding, spot) = (entry.finding, &entry.spot);
    let mut place = Map::new();
    place.insert("artifactLocation".to_owned(), json!({ "uri": uri(&entry.path) }));
    if spot.line > 0 {
        place.insert("region".to_owned(), region(spot));
    }
    let mut out = Map::new();
    out.insert("ruleId".to_owned(), json!(finding.code.word()));
    out.insert("ruleIndex".to_owned(), json!(codes.binary_search(&finding.code).unwrap_or_default()));
    out.insert("level".to_owned(), json!(level(finding.severity)));
    out.insert("message".to_owned(), json!({ "text": entry.words(&setting.lang) }));
    out.insert("locations".to_owned(), json!([{ "physicalLocation": place }]));
    let edits = finding.fix.as_ref().map_or(&[][..], |fix| &fix.edits);
    if !edits.is_empty() {
        let changes: Vec<Value> = edits
            .iter()
            .map(|edit| {
                let at = spot_of(edit.span, places, lines);
                json!({
                    "artifactLocation": { "uri": uri(&format!("{}{}", setting.base, at.path)) },
                    "replacements": [{ "deletedRegion": region(&at), "insertedContent": { "text": edit.text } }],
                })
            })
            .collect();
        let text = finding.notes.first().map_or_else(|| "terbit check --fix", |note| note.get(&setting.lang));
        out.insert("fixes".to_owned(), json!([{ "description": { "text": text }, "artifactChanges": changes }]));
    }
    Value::Object(out)
}

fn region(spot: &super::Spot) -> Value {
    json!({
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    })
}

/// A path as a relative reference (RFC 3986): what is not unreserved is written in percent.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("content/a b/é.yaml"), "content/a%20b/%C3%A9.yaml");
    }
}
