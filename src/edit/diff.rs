//! A patch as people and `git apply --unidiff-zero` read it.

use super::patch::{Change, Patch};
use crate::check::rules::personal_data::mask;
use similar::TextDiff;
use std::fmt::Write;

impl Patch {
    /// The changed lines of every file, without the lines around them: those may hold what is not to be shown.
    ///
    /// Line ends of Windows and byte-order marks cannot be seen; a line says that they are gone.
    pub fn diff(&self) -> String {
        self.changes.iter().map(one).collect()
    }
}

fn one(change: &Change) -> String {
    let (before, after) = (text(&change.before), text(&change.after));
    let to = change.moved.as_deref().unwrap_or(&change.path);
    let (shown, shown_to) = (mask(&change.path), mask(to));
    let mut out = format!("diff --git a/{shown} b/{shown_to}\n");
    if change.moved.is_some() {
        let _ = write!(out, "rename from {shown}\nrename to {shown_to}\n");
    }
    let is_cleaned = before.contains("\r\n") && !after.contains("\r\n")
        || before.starts_with('\u{feff}') && !after.starts_with('\u{feff}');
    let before = if is_cleaned { before.trim_start_matches('\u{feff}').replace("\r\n", "\n") } else { before };
    if is_cleaned {
        out.push_str("# CRLF → LF, BOM\n");
    }
    let diff = TextDiff::from_lines(&before, &after);
    let hunks =
        diff.unified_diff().context_radius(0).header(&format!("a/{shown}"), &format!("b/{shown_to}")).to_string();
    for line in hunks.split_inclusive('\n') {
        out.push_str(&shown_line(line));
    }
    out
}

/// A line of a difference; one that holds `internal` or named people keeps only its sign.
fn shown_line(line: &str) -> String {
    let is_secret = line.starts_with(['-', '+'])
        && !line.starts_with("--- ")
        && !line.starts_with("+++ ")
        && ["internal", "people"].iter().any(|word| line.contains(word));
    if is_secret { format!("{}•••\n", &line[..1]) } else { mask(line) }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
