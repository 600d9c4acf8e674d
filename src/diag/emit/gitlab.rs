//! GitLab's Code Quality report: a subset of the Code Climate format.

use super::{Setting, entries};
use crate::diag::{Places, Report, Severity};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Prints all findings. A fingerprint stays the same when lines move.
///
/// # Errors
/// What the stream says.
pub fn print_gitlab(report: &Report, places: &dyn Places, setting: &Setting, out: &mut dyn Write) -> io::Result<()> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let findings: Vec<Value> = entries(report, places, setting)
        .iter()
        .map(|entry| {
            let finding = entry.finding;
            let key = format!("{}\0{}\0{}", finding.code.word(), entry.path, finding.message.en);
            let number = seen.entry(key.clone()).or_default();
            *number += 1;
            let fingerprint = blake3::hash(format!("{key}\0{number}").as_bytes()).to_hex();
            json!({
                "description": entry.words(&setting.lang),
                "check_name": finding.code.word(),
                "fingerprint": fingerprint.as_str(),
                "severity": match finding.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Hint => "info",
                },
                "location": { "path": entry.path, "lines": { "begin": entry.spot.line.max(1) } },
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &findings)?;
    writeln!(out)
}
