//! Where a finding stands, as people and editors count: lines and columns from 1, columns in characters.

use crate::diag::{Diagnostic, Lines, Places, Report, Span};

/// The place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The path, so that it cannot break the line or the terminal.
    pub path: String,
    /// 0 for a finding about a whole file.
    pub line: usize,
    /// In characters; 0 with line 0.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// One past the last character.
    pub end_column: usize,
    /// Bytes of the line.
    pub(in crate::diag::emit) line_bytes: (usize, usize),
    /// Bytes of the place within its file, cut to its line.
    pub(in crate::diag::emit) place: (usize, usize),
}

/// Every finding with its place, sorted by path, line, column.
pub fn sorted<'r>(report: &'r Report, places: &dyn Places) -> Vec<(Spot, &'r Diagnostic)> {
    let mut lines = Lines::default();
    let mut findings: Vec<(Spot, &Diagnostic)> =
        report.diagnostics().iter().map(|finding| (spot(finding, places, &mut lines), finding)).collect();
    findings.sort_by(|(a, x), (b, y)| (a, x.code, &x.message.en).cmp(&(b, y.code, &y.message.en)));
    findings
}

fn spot(finding: &Diagnostic, places: &dyn Places, lines: &mut Lines) -> Spot {
    match finding.span {
        Some(span) => spot_of(span, places, lines),
        None => {
            let path = visible(finding.path.as_deref().unwrap_or_default());
            Spot { path, line: 0, column: 0, end_line: 0, end_column: 0, line_bytes: (0, 0), place: (0, 0) }
        }
    }
}

/// The place of a span.
pub fn spot_of(span: Span, places: &dyn Places, lines: &mut Lines) -> Spot {
    let text = places.text(span.file);
    let (start, end) = bounds(span, text);
    let starts = lines.starts(span.file, text);
    let line = starts.partition_point(|first| *first <= start).max(1);
    let first = starts[line - 1];
    let last = starts.get(line).map_or(text.len(), |next| next - 1);
    let last = if text[first..last].ends_with('\r') { last - 1 } else { last };
    let end_line = starts.partition_point(|first| *first <= end).max(1);
    Spot {
        path: visible(places.path(span.file)),
        line,
        column: text[first..start].chars().count() + 1,
        end_line,
        end_column: text[starts[end_line - 1]..end].chars().count() + 1,
        line_bytes: (first, last),
        place: (start, end.min(last).max(start)),
    }
}

/// The place within the text, moved to the borders of characters.
fn bounds(span: Span, text: &str) -> (usize, usize) {
    let fit = |at: u32| {
        let mut at = (at as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    (fit(span.start), fit(span.end))
}

/// A path that cannot break the line or the terminal.
fn visible(path: &str) -> String {
    path.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
}
