//! What findings must not show: `internal`, named people, and records that are not published.
//!
//! One pass over all findings at the end, whatever rule made them: a finding inside a secret place
//! keeps its code, place and field and gets a general sentence; one that only shares a line with a
//! secret keeps its sentence and loses the line.

use super::yaml::{Field, Node, Value};
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Places, Report, Span};
use std::collections::BTreeMap;

/// Places that are not shown.
#[derive(Debug, Default)]
pub struct Secrets {
    /// Never shown.
    always: BTreeMap<FileId, Vec<(u32, u32)>>,
    /// The fields `internal`: whatever stands there is nobody's business, personal data included.
    internal: BTreeMap<FileId, Vec<(u32, u32)>>,
    /// Texts that did not parse but hold words of drafts and embargoes; shown with `--drafts`.
    unreadable: BTreeMap<FileId, Vec<(u32, u32)>>,
    /// Records that are not published.
    hidden: BTreeMap<FileId, Vec<(u32, u32)>>,
}

impl Secrets {
    /// Takes over the places of another file.
    pub fn append(&mut self, other: Self) {
        self.always.extend(other.always);
        self.internal.extend(other.internal);
        self.unreadable.extend(other.unreadable);
        self.hidden.extend(other.hidden);
    }

    /// Remembers `internal` and `people`, at any depth.
    pub fn note_fields(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| self.note_fields(item)),
            Value::Table(fields) => {
                for field in fields {
                    if is_secret(field) {
                        let span = field.span();
                        self.always.entry(span.file).or_default().push((span.start, span.end));
                        if field.name == "internal" {
                            self.internal.entry(span.file).or_default().push((span.start, span.end));
                        }
                    } else {
                        self.note_fields(&field.value);
                    }
                }
            }
            Value::Empty | Value::Text(_) => {}
        }
    }

    /// Whether a place lies inside a field `internal`.
    pub fn is_internal(&self, span: Span) -> bool {
        let fields = self.internal.get(&span.file).map_or(&[][..], Vec::as_slice);
        fields.iter().any(|(start, end)| *start <= span.start && span.end <= *end)
    }

    /// Remembers a record that is not published.
    pub fn note_hidden(&mut self, span: Span) {
        self.hidden.entry(span.file).or_default().push((span.start, span.end));
    }

    /// Remembers, in a text that does not parse, the records that seem to have a field of secrecy.
    pub fn note_unreadable(&mut self, file: FileId, text: &str) {
        for (start, end) in blocks(text) {
            self.note_block(Span::new(file, start, end), &text[start..end]);
        }
    }

    /// Remembers a block that does not parse, where `fields`, the part of it in which fields can stand, seems to have one
    /// of secrecy.
    pub fn note_block(&mut self, block: Span, fields: &str) {
        let has = |names: [&str; 2]| names.iter().any(|name| may_be_field(fields, name));
        let places = if has(["internal", "people"]) {
            &mut self.always
        } else if has(["draft", "publish_at"]) {
            &mut self.unreadable
        } else {
            return;
        };
        places.entry(block.file).or_default().push((block.start, block.end));
    }

    /// Hides what must not be shown in every finding.
    pub fn mask(mut self, report: &mut Report, places: &dyn Places, drafts: bool) {
        let mut always = std::mem::take(&mut self.always);
        let mut all = always.clone();
        let others = if drafts { [BTreeMap::new(), BTreeMap::new()] } else { [self.unreadable, self.hidden] };
        for (file, spans) in others.into_iter().flatten() {
            all.entry(file).or_default().extend(spans);
        }
        for spans in all.values_mut().chain(always.values_mut()) {
            *spans = merged(std::mem::take(spans));
        }
        report.rewrite(|finding| {
            let Some((span, secrets)) = finding.span.and_then(|span| Some((span, all.get(&span.file)?))) else {
                return finding;
            };
            let for_ever = always.get(&span.file).map_or(&[][..], Vec::as_slice);
            mask_one(finding, span, &Hiding { secrets, for_ever }, places.text(span.file))
        });
    }
}

/// Whether a text that does not parse may have a field `name`: the word begins a line or an entry in braces, or a colon
/// follows it. In a remark or in the middle of a sentence it is a word like any other.
fn may_be_field(text: &str, name: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.any(|line| {
        line.match_indices(name).any(|(at, _)| {
            let before = line[..at].trim_end_matches([' ', '\t', '"', '\'', '-', '?', '\u{a0}', '\u{feff}']);
            let after = line[at + name.len()..].trim_start_matches([' ', '\t', '"', '\'']);
            let is_first = before.is_empty() || before.ends_with(['{', ',']);
            is_first || after.starts_with(':')
        })
    })
}

/// `internal` and `people`, and what looks like a misspelling of the first.
fn is_secret(field: &Field<'_>) -> bool {
    let secret = "internal";
    // All but two of its letters are in a misspelling: of nearly every name that is enough to know, and there are millions.
    let shared =
        |name: &str| name.bytes().filter(|letter| secret.contains(letter.to_ascii_lowercase() as char)).count();
    let name = &*field.name;
    if name.is_ascii() && shared(name) + 2 < secret.len() {
        return name.eq_ignore_ascii_case("people");
    }
    let name = name.to_lowercase();
    name == "people" || rapidfuzz::distance::osa::distance(name.chars(), secret.chars()) <= 2
}

/// What is not shown of a file, and what of that `--drafts` does not show either.
struct Hiding<'h> {
    secrets: &'h [(u32, u32)],
    for_ever: &'h [(u32, u32)],
}

impl Hiding<'_> {
    /// What to do where nothing of `start..end` may be shown.
    fn advice(&self, start: u32, end: u32) -> Bilingual {
        if touches(self.for_ever, start, end) {
            Bilingual::new("Lihat tempat itu di berkasnya.", "Look at that place in the file.")
        } else {
            Bilingual::new(
                "Lihat tempat itu di berkasnya; isi konsep tampil dengan `terbit check --drafts`.",
                "Look at that place in the file; drafts are shown by `terbit check --drafts`.",
            )
        }
    }
}

fn mask_one(finding: Diagnostic, span: Span, hiding: &Hiding<'_>, text: &str) -> Diagnostic {
    let end = span.end.max(span.start + 1);
    if touches(hiding.secrets, span.start, end) {
        let message = general(finding.code, finding.field);
        let was_masked = finding.masked;
        let finding = Diagnostic { message, ..finding.masked() };
        if was_masked {
            return finding;
        }
        let finding = match finding.field.and_then(written_so) {
            Some(example) => finding.note(example),
            None => finding,
        };
        return finding.note(hiding.advice(span.start, end));
    }
    let start = (span.start as usize).min(text.len());
    let line_start = text.as_bytes()[..start].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let end = (span.end as usize).clamp(start, text.len());
    let line_end = text.as_bytes()[end..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |at| end + at);
    let shown = Span::new(span.file, line_start, line_end);
    if touches(hiding.secrets, shown.start, shown.end) && !finding.masked {
        finding.masked().note(hiding.advice(shown.start, shown.end))
    } else {
        finding
    }
}

fn touches(secrets: &[(u32, u32)], start: u32, end: u32) -> bool {
    let at = secrets.partition_point(|(_, secret_end)| *secret_end <= start);
    secrets.get(at).is_some_and(|(secret_start, _)| *secret_start < end)
}

fn merged(mut spans: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    spans.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(spans.len());
    for (start, end) in spans {
        match out.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => out.push((start, end)),
        }
    }
    out
}

/// The records of a list written with `-` in the first column; any other text is one block.
pub fn blocks(text: &str) -> Vec<(usize, usize)> {
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    if !first.is_some_and(|line| line.starts_with("- ")) {
        return vec![(0, text.len())];
    }
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("- ") && at > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).collect()
}

/// How a field of secrecy is written: that is no secret.
fn written_so(field: &str) -> Option<Bilingual> {
    match field {
        "publish_at" => Some(Bilingual::new(
            "Tulis tanggal, jam dan zona, misalnya `2026-12-01 09:00 WIB`.",
            "Write date, time and zone, for example `2026-12-01 09:00 WIB`.",
        )),
        "draft" => Some(Bilingual::new("Tulis `true` atau `false`.", "Write `true` or `false`.")),
        _ => None,
    }
}

/// A sentence that repeats nothing of the record.
fn general(code: Code, field: Option<&'static str>) -> Bilingual {
    match (code, field) {
        (Code::P001, _) => Bilingual::new(
            "Seseorang disebut namanya tanpa persetujuan yang masih berlaku.",
            "A person is named without a consent that still holds.",
        ),
        (Code::R006, _) => Bilingual::new(
            "Catatan ini merujuk ke catatan yang tidak terbit.",
            "This record refers to one that is not published.",
        ),
        (_, Some(field)) => Bilingual::new(
            format!("Isian `{field}` di sini tidak benar; isinya tidak ditampilkan."),
            format!("The field `{field}` is wrong here; what it holds is not shown."),
        ),
        (_, None) => Bilingual::new(
            "Ada yang tidak benar di sini; isinya tidak ditampilkan.",
            "Something is wrong here; what it holds is not shown.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_field;

    #[test]
    fn a_word_in_a_remark_or_a_sentence_is_no_field() {
        for text in
            ["# draft: true", "  # draft: true  # bila belum", "title: A draft of it", "summary: many draft texts"]
        {
            assert!(!may_be_field(text, "draft"), "{text}");
        }
        for text in [
            "draft: true",
            "- draft true",
            "  draft",
            "{id: a, draft: true}",
            "{draft true}",
            "'draft': x",
            "\"draft\" : x",
            "title: x draft: true",
            "\tdraft: true",
            "? draft",
            "a: 1\r\n  draft = true\r\n",
        ] {
            assert!(may_be_field(text, "draft"), "{text}");
        }
    }
}
