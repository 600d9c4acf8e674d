//! Files to raw records: parsed in parallel, order kept.

use super::hidden::is_hidden;
use super::narrative::{RawNarrative, front_matter};
use super::secrets::Secrets;
use super::yaml::{Field, Node, Value, parse};
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Report, Span};
use crate::options::Options;
use crate::read::{SourceFile, SourceKind, Sources};
use crate::value::Kind;
use rayon::prelude::*;
use std::cmp::Reverse;

/// A record as it stands in its file, its fields not read yet.
#[derive(Debug)]
pub struct RawRecord<'s> {
    /// Its kind.
    pub kind: Kind,
    /// Its fields.
    pub fields: Vec<Field<'s>>,
    /// All of it.
    pub span: Span,
    /// Whether it has a field that can hide it; nearly none has.
    may_hide: bool,
}

impl<'s> RawRecord<'s> {
    fn new(kind: Kind, fields: Vec<Field<'s>>, span: Span) -> Self {
        let may_hide = fields.iter().any(|field| matches!(&*field.name, "draft" | "publish_at"));
        Self { kind, fields, span, may_hide }
    }

    /// A draft, or under embargo.
    pub fn is_hidden(&self, options: &Options) -> bool {
        self.may_hide && is_hidden(&self.fields, options)
    }

    /// The field called `name`.
    pub fn field(&self, name: &str) -> Option<&Field<'s>> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The text of the field called `name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.field(name).and_then(|field| field.value.text()).map(|text| &*text.text)
    }
}

/// Everything that could be parsed.
#[derive(Debug, Default)]
pub struct Gathered<'s> {
    /// The settings.
    pub settings: Option<(FileId, Node<'s>)>,
    /// Records, in path order. Each goes when it was read: the trees of all files are as large as what is made of them.
    pub records: Vec<RawRecord<'s>>,
    /// Stories and pages, in path order.
    pub narratives: Vec<RawNarrative<'s>>,
    /// Kinds of which some record could not be parsed.
    pub incomplete: Vec<Kind>,
}

#[derive(Default)]
struct Parsed<'s> {
    gathered: Gathered<'s>,
    secrets: Secrets,
    report: Report,
}

/// Parses every file.
pub fn gather<'s>(sources: &'s Sources, secrets: &mut Secrets, report: &mut Report) -> Gathered<'s> {
    let mut files: Vec<(FileId, &SourceFile)> = sources.ids().collect();
    // The largest first: no thread is left alone with it at the end.
    files.sort_by_key(|(_, file)| Reverse(file.text.len()));
    let parsed = files.into_par_iter().with_max_len(1).map(|(id, file)| (id, parse_file(id, file)));
    let mut parsed: Vec<(FileId, Parsed<'s>)> = parsed.collect();
    parsed.sort_unstable_by_key(|(id, _)| id.0);
    let mut all = Gathered::default();
    all.records.reserve_exact(parsed.iter().map(|(_, part)| part.gathered.records.len()).sum());
    for (_, part) in parsed {
        report.append(part.report);
        secrets.append(part.secrets);
        all.settings = all.settings.or(part.gathered.settings);
        all.records.extend(part.gathered.records);
        all.narratives.extend(part.gathered.narratives);
        all.incomplete.extend(part.gathered.incomplete);
    }
    all
}

fn parse_file<'s>(id: FileId, file: &'s SourceFile) -> Parsed<'s> {
    let mut parsed = Parsed::default();
    match &file.kind {
        SourceKind::Settings => {
            let node = parse(id, &file.text, 0, file.text.len(), &mut parsed.report);
            note_secrets(&mut parsed, id, file, node.as_ref());
            parsed.gathered.settings = node.map(|node| (id, node));
        }
        SourceKind::Records(word) => records(id, file, word, &mut parsed),
        SourceKind::Story(path) => narrative(id, file, Kind::Story, path, &mut parsed),
        SourceKind::Page(path) => narrative(id, file, Kind::Page, path, &mut parsed),
    }
    parsed
}

fn narrative<'s>(id: FileId, file: &'s SourceFile, kind: Kind, path: &'s str, parsed: &mut Parsed<'s>) {
    let raw = RawNarrative::split(id, &file.text, kind, path, &mut parsed.report);
    match &raw {
        Some(raw) => parsed.secrets.note_fields(&raw.front),
        // Words of the body decide nothing, those of the front matter decide for all of it.
        None => parsed.secrets.note_block(Span::new(id, 0, file.text.len()), front_matter(&file.text)),
    }
    if raw.is_none() {
        parsed.gathered.incomplete.push(kind);
    }
    parsed.gathered.narratives.extend(raw);
}

/// Remembers what must not be shown; in a text that does not parse, whatever stands near such a word.
fn note_secrets(parsed: &mut Parsed<'_>, id: FileId, file: &SourceFile, node: Option<&Node<'_>>) {
    match node {
        Some(node) => parsed.secrets.note_fields(node),
        None => parsed.secrets.note_unreadable(id, &file.text),
    }
}

fn records<'s>(id: FileId, file: &'s SourceFile, word: &str, parsed: &mut Parsed<'s>) {
    let Some(kind) = Kind::from_folder(word).filter(|kind| Kind::RECORDS.contains(kind)) else {
        parsed.report.push(unknown_kind(file, word));
        return;
    };
    let mut report = Report::new();
    let Some(node) = parse(id, &file.text, 0, file.text.len(), &mut report) else {
        parsed.gathered.incomplete.push(kind);
        parsed.secrets.note_unreadable(id, &file.text);
        one_by_one(id, file, kind, report, parsed);
        return;
    };
    parsed.report.append(report);
    parsed.secrets.note_fields(&node);
    match node.value {
        Value::Empty => parsed.report.push(empty_file(Span::new(id, 0, 0))),
        Value::Table(fields) => parsed.gathered.records.push(RawRecord::new(kind, fields, node.span)),
        Value::Text(_) => {
            parsed.gathered.incomplete.push(kind);
            parsed.report.push(no_record(node.span));
        }
        Value::List(items) => {
            if items.is_empty() {
                parsed.report.push(empty_file(Span::new(id, 0, 0)));
            }
            for item in items {
                match item.value {
                    Value::Table(fields) => {
                        parsed.gathered.records.push(RawRecord::new(kind, fields, item.span));
                    }
                    _ => {
                        parsed.gathered.incomplete.push(kind);
                        parsed.report.push(no_record(item.span));
                    }
                }
            }
        }
    }
}

/// Records of a file that does not parse as a whole, each on its own, so that one run tells of every mistake.
fn one_by_one<'s>(id: FileId, file: &'s SourceFile, kind: Kind, whole: Report, parsed: &mut Parsed<'s>) {
    let mut report = Report::new();
    let mut records = Vec::new();
    for (start, end) in super::secrets::blocks(&file.text) {
        if let Some(Node { value: Value::List(items), .. }) = parse(id, &file.text, start, end, &mut report) {
            records.extend(items);
        }
    }
    if !report.has_errors() {
        // What is wrong lies between the records.
        parsed.report.append(whole);
        return;
    }
    parsed.report.append(report);
    for item in records {
        parsed.secrets.note_fields(&item);
        if let Value::Table(fields) = item.value {
            parsed.gathered.records.push(RawRecord::new(kind, fields, item.span));
        }
    }
}

fn unknown_kind(file: &SourceFile, word: &str) -> Diagnostic {
    let kinds = Kind::RECORDS.map(Kind::plural);
    let close = crate::diag::suggest(word, kinds);
    Diagnostic::about(
        Code::I001,
        file.path.clone(),
        Bilingual::new(format!("`{word}` bukan jenis catatan."), format!("`{word}` is no kind of record.")),
    )
    .note_if(
        close
            .first()
            .map(|close| Bilingual::new(format!("Mungkin maksudnya `{close}`?"), format!("Did you mean `{close}`?"))),
    )
    .note(Bilingual::new(
        format!("Jenis yang ada: {}.", kinds.join(", ")),
        format!("The kinds are {}.", kinds.join(", ")),
    ))
}

fn empty_file(span: Span) -> Diagnostic {
    Diagnostic::at(Code::Y006, span, Bilingual::new("Berkas ini tidak berisi catatan.", "This file holds no record."))
        .note(Bilingual::new("Isi atau hapus berkasnya.", "Fill it or remove it."))
}

fn no_record(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::F003,
        span,
        Bilingual::new("Di sini seharusnya ada catatan dengan isian.", "A record with fields is expected here."),
    )
    .note(Bilingual::new(
        "Tulis `- id: …` dan isian lain di bawahnya.",
        "Write `- id: …` and the other fields below it.",
    ))
}
