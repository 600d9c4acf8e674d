//! Annotations of GitHub Actions, and the table for the summary of a step.
//!
//! GitHub shows ten annotations of a kind for a step; files that were changed come first among them.

use super::{Entry, Setting, entries};
use crate::diag::{Places, Report, Severity};
use std::io::{self, Write};

/// What GitHub shows of one step.
const SHOWN: usize = 10;

/// Prints an annotation for each of the first ten findings: those of changed files first, then by severity and place.
///
/// # Errors
/// What the stream says.
pub fn print_github(report: &Report, places: &dyn Places, setting: &Setting, out: &mut dyn Write) -> io::Result<()> {
    let mut entries = entries(report, places, setting);
    entries.sort_by_key(|entry| (!is_changed(entry, setting), entry.finding.severity));
    for entry in entries.iter().take(SHOWN) {
        let command = match entry.finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let mut place = format!("file={}", property(&entry.path));
        if entry.spot.line > 0 {
            let spot = &entry.spot;
            place.push_str(&format!(",line={},endLine={},col={}", spot.line, spot.end_line, spot.column));
            if spot.end_line == spot.line {
                place.push_str(&format!(",endColumn={}", spot.end_column));
            }
        }
        let title = property(&format!("terbit {}", entry.finding.code.word()));
        writeln!(out, "::{command} {place},title={title}::{}", data(&entry.words(&setting.lang)))?;
    }
    Ok(())
}

fn is_changed(entry: &Entry<'_>, setting: &Setting) -> bool {
    setting.changed.contains(&entry.path)
}

/// All findings as a Markdown table, for `$GITHUB_STEP_SUMMARY`.
pub fn step_summary(report: &Report, places: &dyn Places, setting: &Setting) -> String {
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let hints = report.count(Severity::Hint);
    let (head, columns) = if setting.lang == "id" {
        (format!("{errors} galat, {warnings} peringatan, {hints} saran"), "| kode | tempat | temuan |")
    } else {
        (format!("{errors} errors, {warnings} warnings, {hints} hints"), "| code | place | finding |")
    };
    let mut out = format!("## terbit check: {head}\n");
    if errors + warnings + hints > 0 {
        out.push_str(&format!("\n{columns}\n|---|---|---|\n"));
    }
    for entry in entries(report, places, setting) {
        let spot = &entry.spot;
        let place =
            if spot.line > 0 { format!("{}:{}:{}", entry.path, spot.line, spot.column) } else { entry.path.clone() };
        let words = cell(&entry.words(&setting.lang)).replace('\n', "<br>");
        out.push_str(&format!("| {} | {} | {words} |\n", entry.finding.code.word(), cell(&place)));
    }
    out
}

/// The text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A cell of a Markdown table: words of the source must not become markup.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '*' | '_' | '[' | ']' | '\\' | '#' => out.extend(['\\', letter]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\r' => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cell, data, property};

    #[test]
    fn signs_of_commands_are_escaped() {
        assert_eq!(data("50%\r\na:b,c"), "50%25%0D%0Aa:b,c");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(cell("a|b <i> [x](y)"), "a\\|b &lt;i&gt; \\[x\\](y)");
    }
}
