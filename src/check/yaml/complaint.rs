//! The parser's words, made into sentences.

use super::misplaced::{line_without_colon, mark_before, marker, odd_blank, tab_after};
use super::sentences::{no_colon, sentences};
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Fix, Span};
use serde_saphyr::Error;
use serde_saphyr::budget::BudgetBreach;
use std::ops::Range;

/// What a parse error means and how to mend it. `text` starts at byte `offset` of `file`.
pub fn explain(file: FileId, text: &str, offset: usize, error: &Error) -> Diagnostic {
    let start = byte_of(text, error);
    let start = if names_tab(&error.to_string()) { tab_after(text, start).unwrap_or(start) } else { start };
    let length = text
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .filter(|c| !c.is_control() || *c == '\t')
        .map_or(0, char::len_utf8);
    let span = Span::new(file, offset + start, offset + start + length);
    match error {
        Error::MultipleDocuments { .. } => {
            documents(marker(text, start).map_or(span, |at| Span::new(file, offset + at, offset + at + 3)))
        }
        Error::Budget { breach: BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. }, .. } => anchor(
            mark_before(text, start, '&').map_or(span, |at| Span::new(file, offset + at, offset + start.max(at + 1))),
        ),
        Error::UnknownAnchor { .. } => anchor(span),
        Error::UnsupportedTag { .. } => {
            tag(mark_before(text, start, '!')
                .map_or(span, |at| Span::new(file, offset + at, offset + start.max(at + 1))))
        }
        Error::Budget { .. } => too_much(span),
        _ if error.to_string().contains("recursion limit") => too_much(span),
        _ if tag_on_line(text, start) => tag(span),
        _ => syntax(span, text, start, &error.to_string()),
    }
}

/// A tag such as `!!str`.
pub fn tag(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y003,
        span,
        Bilingual::new(
            "Tanda jenis seperti `!!str` tidak dipakai di sini.",
            "Type marks such as `!!str` are not used here.",
        ),
    )
    .note(Bilingual::new(
        "Hapus tanda itu; teks yang diawali `!` ditulis dalam tanda kutip.",
        "Remove the mark; a text that starts with `!` is written in quotes.",
    ))
}

fn byte_of(text: &str, error: &Error) -> usize {
    let Some(location) = error.location() else { return 0 };
    let span = location.span();
    let at = span.byte_offset().and_then(|at| usize::try_from(at).ok());
    at.unwrap_or_else(|| {
        let characters = usize::try_from(span.offset()).unwrap_or(usize::MAX);
        text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
    })
    .min(text.len())
}

fn names_tab(words: &str) -> bool {
    words.contains("tab") && !words.contains("stable")
}

fn tag_on_line(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let line = before.rfind('\n').map_or(before, |at| &before[at + 1..]);
    line.contains(": !") || line.contains("- !")
}

fn documents(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y005,
        span,
        Bilingual::new("Satu berkas hanya boleh berisi satu dokumen.", "A file may hold only one document."),
    )
    .note(Bilingual::new(
        "Hapus garis `---` atau `...` dan tulis catatan sebagai daftar dengan `- `.",
        "Remove the `---` or `...` line and write the records as a list with `- `.",
    ))
}

fn anchor(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y003,
        span,
        Bilingual::new(
            "Jangkar `&nama` dan salinan `*nama` tidak dipakai di sini.",
            "Anchors `&name` and copies `*name` are not used here.",
        ),
    )
    .note(Bilingual::new(
        "Tulis nilainya di tempatnya; teks yang diawali `&` atau `*` ditulis dalam tanda kutip.",
        "Write the value where it belongs; a text that starts with `&` or `*` is written in quotes.",
    ))
}

fn too_much(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y004,
        span,
        Bilingual::new(
            "Berkas ini terlalu dalam bersusun atau terlalu besar.",
            "This file is nested too deeply or is too large.",
        ),
    )
    .note(Bilingual::new(
        "Isian bersusun paling dalam 32 tingkat; bagi berkas besar menjadi beberapa berkas.",
        "Fields may nest at most 32 levels; split a large file into several.",
    ))
}

fn syntax(span: Span, text: &str, start: usize, words: &str) -> Diagnostic {
    if names_tab(words) {
        return tab(span);
    }
    let at = |range: Range<usize>| {
        let offset = span.start as usize - start;
        Span::new(span.file, offset + range.start, offset + range.end)
    };
    if let Some(blank) = odd_blank(text, start) {
        return odd(at(blank));
    }
    if let Some(line) = line_without_colon(text, start).filter(|_| words.contains("mapping values are not allowed")) {
        let (message, repair) = no_colon();
        let finding = Diagnostic::at(Code::Y001, at(line), Bilingual::new(message.0, message.1));
        return finding.note(Bilingual::new(repair.0, repair.1));
    }
    if words.contains("mapping values are not allowed")
        && let Some(finding) = colon(span, text, start)
    {
        return finding;
    }
    let (message, repair) = sentences(text, start, words);
    Diagnostic::at(Code::Y001, span, Bilingual::new(message.0, message.1)).note(Bilingual::new(repair.0, repair.1))
}

fn odd(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y001,
        span,
        Bilingual::new(
            "Di sini ada spasi khusus (sering dari Word), bukan spasi biasa.",
            "Here is a special blank (often from Word), no usual one.",
        ),
    )
    .note(Bilingual::new("Hapus lalu ketik spasi biasa.", "Remove it and type a usual blank."))
}

/// Y008.
fn tab(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y008,
        span,
        Bilingual::new("Tab tidak boleh dipakai untuk menjorokkan baris.", "Tabs must not be used to indent lines."),
    )
    .note(Bilingual::new("Ganti tab dengan dua spasi.", "Replace the tab with two blanks."))
}

/// Y007: `title: Magang: lima orang`. The text from the first colon to the end of the line is what was meant.
fn colon(span: Span, text: &str, start: usize) -> Option<Diagnostic> {
    let first = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let last = text.get(start..)?.find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let line = &text[first..last];
    let value_at = first + line.find(": ")? + 2;
    let value = text.get(value_at..last)?;
    let value_at = value_at + value.len() - value.trim_start().len();
    let value = value.split(" #").next().unwrap_or(value).trim();
    if value_at >= start || value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!']) {
        return None;
    }
    let quoted = format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
    let offset = span.start as usize - start;
    let place = Span::new(span.file, offset + value_at, offset + value_at + value.len());
    let finding = Diagnostic::at(
        Code::Y007,
        span,
        Bilingual::new(
            "Titik dua di dalam teks membuat baris ini tidak terbaca.",
            "A colon inside the text makes this line unreadable.",
        ),
    );
    let short = value.chars().count() <= 60;
    let note = if short {
        Bilingual::new(format!("Tulis `{quoted}`."), format!("Write `{quoted}`."))
    } else {
        Bilingual::new(
            "Apit seluruh teksnya dengan tanda kutip: \"Judul: anak judul\".",
            "Put the whole text in quotes: \"Title: subtitle\".",
        )
    };
    Some(finding.note(note).fixed_by(Fix::replace(place, quoted)))
}

#[cfg(test)]
mod tests {
    use crate::check::yaml::parse;
    use crate::diag::{Code, FileId, Report};

    fn first(text: &str) -> (Code, u32, String, String) {
        let mut report = Report::new();
        parse(FileId(0), text, 0, text.len(), &mut report);
        let finding = &report.diagnostics()[0];
        let span = finding.span.expect("a place");
        (
            finding.code,
            span.start,
            finding.message.en.clone(),
            finding.notes.first().map(|n| n.en.clone()).unwrap_or_default(),
        )
    }

    #[test]
    fn usual_mistakes_have_sentences() {
        for (text, at, words) in [
            ("é: b: c\n", 5, "A colon inside"),
            ("a:\n\tb: 1\n", 3, "Tabs"),
            ("a: 'x\nb: 1\n", 3, "not closed"),
            ("a: [\n", 3, "brackets"),
            ("a: {b: 1\nc: 2\n", 10, "brackets"),
            ("a: @x\n", 3, "must not start"),
            ("a: `x\n", 3, "must not start"),
            ("a:\n  b: 1\n c: 2\n", 11, "not indented"),
            ("a: x\n  b: 1\n", 8, "not indented"),
            ("a: 1\nb\nc: 2\n", 5, "no field name"),
            ("a: \"x\" y\n", 7, "after the closing"),
            ("a: \"\\q\"\n", 3, "backslash"),
            ("a: - x\n", 3, "list item"),
            ("a: \u{1}\n", 3, "This sign"),
            ("- a b\n  c: 1\n", 2, "no field name"),
            ("a b\nc: 1\n", 0, "no field name"),
            ("- id: x\n  a:\u{a0}1\n  c: 2\n", 12, "special blank"),
            ("- id: x\n\u{a0} a: 1\n", 8, "special blank"),
        ] {
            let (code, start, message, repair) = first(text);
            let expected = match words {
                "A colon inside" => Code::Y007,
                "Tabs" => Code::Y008,
                _ => Code::Y001,
            };
            assert_eq!((code, start), (expected, at), "{text:?}: {message}");
            assert!(message.contains(words), "{text:?}: {message}");
            assert!(!repair.is_empty());
            for jargon in ["mapping", "sequence", "scalar", "null", "deserialize"] {
                assert!(!message.contains(jargon) && !repair.contains(jargon), "{message} {repair}");
            }
        }
    }
}
