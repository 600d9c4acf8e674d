//! `docs/records.md`: every field of every kind, for people, in both languages.

use super::schema::Subject;
use super::shape::{Described, Shape};
use super::words::{is_common, words};
use crate::check::kinds;
use crate::value::Kind;
use std::fmt::Write;

/// The reference of records, made of what the readers read.
pub fn reference() -> String {
    let mut out = HEAD.to_owned();
    let common: Vec<Described> =
        Subject::Kind(Kind::Cohort).fields().into_iter().filter(|field| is_common(field.name)).collect();
    out.push_str("\n## Setiap catatan · Every record\n\n");
    rows("*", "", &common, &mut out);
    for subject in Subject::all() {
        let heading = match subject {
            Subject::Kind(kind) => {
                let (id, en) = kinds::name(kind);
                format!("`{}`: {id} · {en}", kind.plural())
            }
            Subject::Settings => "`site.yaml`: pengaturan situs · the settings of the site".to_owned(),
        };
        let _ = write!(out, "\n## {heading}\n\n");
        let fields: Vec<Described> = subject
            .fields()
            .into_iter()
            .filter(|field| subject == Subject::Settings || !is_common(field.name))
            .collect();
        rows(subject.key(), "", &fields, &mut out);
    }
    out
}

const HEAD: &str = "\
# Catatan · Records

Dibuat dari pembaca yang memeriksa catatan. `*` berarti wajib; selebihnya boleh tidak ada, dan yang tidak ada berarti tidak
diketahui. `terbit schema` memberi hal yang sama kepada penyunting teks.

Generated from the readers that check records. `*` means required; everything else may be absent, and what is absent is
unknown. `terbit schema` gives editors the same.
";

fn rows(kind: &str, before: &str, fields: &[Described], out: &mut String) {
    if before.is_empty() {
        out.push_str("| | isi · holds | arti | meaning | contoh · example |\n|---|---|---|---|---|\n");
    }
    for field in fields {
        let path = format!("{before}{}", field.name);
        let star = if field.required { " *" } else { "" };
        let (id, en, example) = match words(kind, &path) {
            Some(words) => (words.meaning.id.as_str(), words.meaning.en.as_str(), words.example.as_str()),
            None => ("", "", ""),
        };
        let holds = if field.list { format!("[{}]", holds(&field.shape)) } else { holds(&field.shape) };
        let _ = writeln!(out, "| `{path}`{star} | {holds} | {id} | {en} | `{example}` |");
        if let Shape::Table(fields) = &field.shape
            && path != "segments"
        {
            rows(kind, &format!("{path}."), fields, out);
        }
    }
}

fn holds(shape: &Shape) -> String {
    match shape {
        Shape::Anything => "apa saja · anything",
        Shape::Text => "teks · text",
        Shape::Localized => "teks, per bahasa · text, by language",
        Shape::Id => "id",
        Shape::LocalizedId => "id, per bahasa · by language",
        Shape::Reference(kinds) if kinds.len() > 4 => "id catatan · of a record",
        Shape::Reference(kinds) => {
            let words: Vec<String> = kinds.iter().map(|kind| format!("`{}`", kind.plural())).collect();
            return format!("id: {}", words.join(", "));
        }
        Shape::Place => "tempat · place",
        Shape::Date => "tanggal · date",
        Shape::Duration => "lama · duration",
        Shape::Instant => "saat · moment",
        Shape::Count => "jumlah · count",
        Shape::Breakdown => "jumlah per kelompok · counts by group",
        Shape::Whole => "bilangan bulat · whole number",
        Shape::Decimal => "bilangan · number",
        Shape::Size => "bilangan mulai 0 · number from 0",
        Shape::Flag => "`true`, `false`",
        Shape::Word(words) => {
            return words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        }
        Shape::Code => "kode · code",
        Shape::Url | Shape::Base => "alamat web · web address",
        Shape::Email => "surel · e-mail",
        Shape::Language => "bahasa · language",
        Shape::Tile => "[kolom, baris] · [column, row]",
        Shape::Table(_) => "isian · fields",
    }
    .to_owned()
}
