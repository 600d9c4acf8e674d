//! The printer for people: message, place, line, caret, notes.

use super::spot::{Spot, sorted};
use crate::diag::{Code, Diagnostic, Places, Report, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Lines of the table of findings that are not shown in full.
const TABLE: usize = 40;

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
    /// How many findings are shown in full; the rest becomes a table.
    pub limit: usize,
}

/// Prints the findings, sorted by path, line, column; above the limit the worst in full and a table of the rest.
///
/// # Errors
/// What the stream says.
pub fn print_report(report: &Report, places: &dyn Places, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(style.width.clamp(40, 1_000));
    let findings = sorted(report, places);
    let (shown, rest) = split(&findings, style.limit);
    for (spot, finding) in shown {
        writeln!(out, "{}\n", renderer.render(&[group(spot, finding, places, style)]))?;
    }
    if rest.is_empty() { Ok(()) } else { print_table(&rest, &style.lang, out) }
}

type Found<'a, 'r> = &'a (Spot, &'r Diagnostic);

/// The findings that are shown in full, in the order of places, and the rest: the worst are shown.
fn split<'a, 'r>(findings: &'a [(Spot, &'r Diagnostic)], limit: usize) -> (Vec<Found<'a, 'r>>, Vec<Found<'a, 'r>>) {
    if findings.len() <= limit {
        return (findings.iter().collect(), Vec::new());
    }
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| (findings[*at].1.severity, *at));
    let mut shown = order[..limit].to_vec();
    shown.sort_unstable();
    let mut rest = order[limit..].to_vec();
    rest.sort_unstable();
    (shown.into_iter().map(|at| &findings[at]).collect(), rest.into_iter().map(|at| &findings[at]).collect())
}

/// The findings that are not shown in full, counted by file and code.
fn print_table(rest: &[Found<'_, '_>], lang: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: BTreeMap<(Severity, &str, Code), usize> = BTreeMap::new();
    for (spot, finding) in rest {
        *counts.entry((finding.severity, spot.path.as_str(), finding.code)).or_default() += 1;
    }
    let (head, all, more) = if lang == "id" {
        ("temuan lain, menurut berkas dan kode", "`--all` menampilkan semuanya secara lengkap.", "baris lagi")
    } else {
        ("more findings, by file and code", "`--all` shows them all in full.", "more lines")
    };
    writeln!(out, "{} {head}:", rest.len())?;
    let width = counts.keys().take(TABLE).map(|(_, path, _)| path.chars().count()).max().unwrap_or_default().min(60);
    for ((severity, path, code), number) in counts.iter().take(TABLE) {
        let (name, _) = severity_words(*severity, lang);
        writeln!(out, "  {path:<width$}  {}  {number:>5} {name}", code.word())?;
    }
    if counts.len() > TABLE {
        writeln!(out, "  … {} {more}", counts.len() - TABLE)?;
    }
    writeln!(out, "{all}\n")
}

/// How bad a finding is, in words and for the renderer.
fn severity_words(severity: Severity, lang: &str) -> (&'static str, Level<'static>) {
    let (level, indonesian, english) = match severity {
        Severity::Error => (Level::ERROR, "galat", "error"),
        Severity::Warning => (Level::WARNING, "peringatan", "warning"),
        Severity::Hint => (Level::HELP, "saran", "hint"),
    };
    (if lang == "id" { indonesian } else { english }, level)
}

fn group<'a>(spot: &'a Spot, finding: &'a Diagnostic, places: &'a dyn Places, style: &Style) -> Group<'a> {
    let lang = style.lang.as_str();
    let (name, level) = severity_words(finding.severity, lang);
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
        let style = Style { lang: lang.to_owned(), color: false, width: 100, limit: usize::MAX };
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
