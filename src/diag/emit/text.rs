//! The printer for people: message, place, line, caret, notes.

use crate::diag::{Diagnostic, Lines, Places, Report, Severity, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};

/// A line longer than this many bytes is not shown; nobody could find anything in it.
const LONGEST_LINE: usize = 4_000;

/// How findings are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The language of messages: `id` or `en`.
    pub lang: String,
    /// Colours.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Prints every finding, sorted by path, line, column.
///
/// # Errors
/// What the stream says.
pub fn print_report(report: &Report, places: &dyn Places, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Lines::default();
    let mut findings: Vec<(Spot, &Diagnostic)> =
        report.diagnostics().iter().map(|finding| (spot(finding, places, &mut lines), finding)).collect();
    findings.sort_by(|(a, x), (b, y)| (a, x.code, &x.message.en).cmp(&(b, y.code, &y.message.en)));
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(style.width.clamp(40, 1_000));
    for (spot, finding) in findings {
        writeln!(out, "{}\n", renderer.render(&[group(&spot, finding, places, style)]))?;
    }
    Ok(())
}

/// Where a finding is printed; lines and columns from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    path: String,
    line: usize,
    column: usize,
    /// Bytes of the line, and of the place within its file, for the caret.
    line_bytes: (usize, usize),
    place: (usize, usize),
}

fn spot(finding: &Diagnostic, places: &dyn Places, lines: &mut Lines) -> Spot {
    let Some(span) = finding.span else {
        let path = visible(finding.path.as_deref().unwrap_or_default());
        return Spot { path, line: 0, column: 0, line_bytes: (0, 0), place: (0, 0) };
    };
    let text = places.text(span.file);
    let (start, end) = bounds(span, text);
    let starts = lines.starts(span.file, text);
    let line = starts.partition_point(|first| *first <= start).max(1);
    let first = starts[line - 1];
    let last = starts.get(line).map_or(text.len(), |next| next - 1);
    let last = if text[first..last].ends_with('\r') { last - 1 } else { last };
    Spot {
        path: visible(places.path(span.file)),
        line,
        column: text[first..start].chars().count() + 1,
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

fn group<'a>(spot: &'a Spot, finding: &'a Diagnostic, places: &'a dyn Places, style: &Style) -> Group<'a> {
    let lang = style.lang.as_str();
    let (level, indonesian, english) = match finding.severity {
        Severity::Error => (Level::ERROR, "galat", "error"),
        Severity::Warning => (Level::WARNING, "peringatan", "warning"),
        Severity::Hint => (Level::HELP, "saran", "hint"),
    };
    let name = if lang == "id" { indonesian } else { english };
    let title = level.with_name(name).primary_title(finding.message.get(lang)).id(finding.code.word());
    let mut group = match source(spot, finding, places, lang) {
        Some(snippet) => title.element(snippet),
        None => title.element(origin(spot)),
    };
    for note in &finding.notes {
        group = group.element(Level::NOTE.no_name().message(note.get(lang)));
    }
    let word = if lang == "id" { "penjelasan" } else { "explanation" };
    group.element(Level::NOTE.no_name().message(format!("{word}: terbit explain {}", finding.code.word())))
}

fn origin(spot: &Spot) -> Origin<'_> {
    let origin = Origin::path(spot.path.as_str());
    if spot.line > 0 { origin.line(spot.line).char_column(spot.column) } else { origin }
}

/// The line with its caret; none where it must not be shown, or is too long to help.
fn source<'a>(
    spot: &'a Spot,
    finding: &'a Diagnostic,
    places: &'a dyn Places,
    lang: &str,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let span = finding.span.filter(|_| !finding.masked)?;
    let (first, last) = spot.line_bytes;
    let line = places.text(span.file).get(first..last).filter(|line| line.len() <= LONGEST_LINE)?;
    let (start, end) = (spot.place.0.min(last) - first, spot.place.1.min(last) - first);
    let mut annotation = AnnotationKind::Primary.span(start..end.max(start));
    if let Some(label) = &finding.label {
        annotation = annotation.label(label.get(lang).to_owned());
    }
    Some(Snippet::source(line).line_start(spot.line).path(spot.path.as_str()).annotation(annotation))
}

#[cfg(test)]
mod tests {
    use super::{Style, print_report};
    use crate::diag::{Bilingual, Code, Diagnostic, FileId, Places, Report, Span};

    struct One(&'static str, String);

    impl Places for One {
        fn path(&self, _: FileId) -> &str {
            self.0
        }

        fn text(&self, _: FileId) -> &str {
            &self.1
        }
    }

    fn printed(findings: Vec<Diagnostic>, places: &One, lang: &str) -> String {
        let mut report = Report::new();
        findings.into_iter().for_each(|finding| report.push(finding));
        let mut out = Vec::new();
        let style = Style { lang: lang.to_owned(), color: false, width: 100 };
        print_report(&report, places, &style, &mut out).expect("memory takes it");
        String::from_utf8(out).expect("text")
    }

    fn finding(start: usize, end: usize) -> Diagnostic {
        Diagnostic::at(Code::R001, Span::new(FileId(0), start, end), Bilingual::new("Tidak ada.", "There is none."))
            .note(Bilingual::new("Mungkin maksudnya `x`?", "Did you mean `x`?"))
    }

    #[test]
    fn a_finding_shows_its_line_and_caret() {
        let places = One("content/a.yaml", "é: 1\nhost: kota-malng\r\nend\n".to_owned());
        let expected = "\
galat[R001]: Tidak ada.
 --> content/a.yaml:2:7
  |
2 | host: kota-malng
  |       ^^^^^^^^^^
  |
  = Mungkin maksudnya `x`?
  = penjelasan: terbit explain R001

";
        assert_eq!(printed(vec![finding(12, 22)], &places, "id"), expected);
        assert!(printed(vec![finding(12, 22)], &places, "en").starts_with("error[R001]: There is none."));
    }

    #[test]
    fn findings_come_in_the_order_of_the_text_and_of_paths() {
        let places = One("b.yaml", "a\nb\n".to_owned());
        let about = Diagnostic::about(Code::I001, "a\n.yaml", Bilingual::new("x", "x"));
        let text = printed(vec![finding(2, 3), finding(0, 1), about], &places, "en");
        let at: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with("-->")).collect();
        assert_eq!(at, ["--> a\\n.yaml", "--> b.yaml:1:1", "--> b.yaml:2:1"]);
    }

    #[test]
    fn a_masked_finding_shows_no_text() {
        let places = One("a.yaml", "secret: word\n".to_owned());
        let text = printed(vec![finding(0, 6).masked()], &places, "en");
        assert!(!text.contains("secret") && !text.contains("mean"), "{text}");
        assert!(text.contains("error[R001]") && text.contains("--> a.yaml:1:1"), "{text}");
    }

    #[test]
    fn places_at_the_edge_do_not_break() {
        for (text, start, end) in
            [("", 0, 0), ("a", 1, 1), ("a\n", 2, 9), ("é", 1, 2), ("a\nb", 0, 3), ("\u{202e}\t\u{1}", 0, 5)]
        {
            let places = One("a.yaml", text.to_owned());
            assert!(printed(vec![finding(start, end)], &places, "en").contains("a.yaml:"), "{text:?}");
        }
        let long = One("a.yaml", format!("a: {}", "x".repeat(100_000)));
        let text = printed(vec![finding(50_000, 50_001)], &long, "en");
        assert!(text.len() < 500 && text.contains("a.yaml:1:50001"), "{text}");
    }
}
