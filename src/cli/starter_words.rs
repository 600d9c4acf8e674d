//! What `new` and `init` say, in both languages.

use super::edit_words::not_edited;
use crate::check::describe::Described;
use crate::diag::Bilingual;
use crate::edit::init::InitProblem;
use crate::edit::new::{Draft, NewProblem};
use crate::value::Kind;
use std::path::Path;

/// What is required and was not given.
pub(in crate::cli) fn missing(draft: &Draft, fields: &[Described]) -> Bilingual {
    let line = |lang: &str, field: &Described| {
        let (meaning, example) = draft.meaning(field.name);
        format!("\n  --set '{}={}'   {}", field.name, plain(example), meaning.get(lang))
    };
    let lines = |lang: &str| fields.iter().map(|field| line(lang, field)).collect::<String>();
    Bilingual::new(
        format!("yang wajib diisi belum lengkap; tambahkan misalnya{}", lines("id")),
        format!("what is required is not complete; add for example{}", lines("en")),
    )
}

/// Nothing is known that could make an id.
pub(in crate::cli) fn no_id(is_prose: bool) -> Bilingual {
    if is_prose {
        Bilingual::new(
            "judulnya tidak dapat menjadi id; sebutkan dengan --set id=…",
            "the title cannot become an id; give one with --set id=…",
        )
    } else {
        Bilingual::new("sebutkan id sesudah jenisnya", "give an id after the kind")
    }
}

/// Why a record was not added.
pub(in crate::cli) fn not_added(problem: &NewProblem, kind: Kind) -> Bilingual {
    let kind = kind.singular();
    match problem {
        NewProblem::NoId(id) => {
            let slug = crate::value::slugify(id);
            let (suggestion_id, suggestion_en) = if slug.is_empty() {
                (String::new(), String::new())
            } else {
                (format!("; misalnya `{slug}`"), format!("; for example `{slug}`"))
            };
            Bilingual::new(
                format!("`{id}` bukan id: huruf kecil a–z, angka, dan tanda hubung tunggal{suggestion_id}"),
                format!("`{id}` is not an id: small letters a–z, digits and single hyphens{suggestion_en}"),
            )
        }
        NewProblem::Taken(id) => Bilingual::new(
            format!("id `{id}` sudah dipakai; {kind} yang baru perlu id lain"),
            format!("the id `{id}` is taken; the new {kind} needs another one"),
        ),
        NewProblem::Patch(problem) => not_edited(problem),
    }
}

/// The line below a question.
pub(in crate::cli) fn help(meaning: &str, example: &str, is_list: bool, is_required: bool) -> Bilingual {
    let example = plain(example);
    let (several_id, several_en) = if is_list {
        (
            " Beberapa: pisahkan dengan koma; tidak disebut sumber: Enter.",
            " Several: with commas; not in the source: Enter.",
        )
    } else if is_required {
        ("", "")
    } else {
        (" Tidak tahu: Enter.", " Not known: Enter.")
    };
    Bilingual::new(
        format!("{meaning} Contoh: {example}.{several_id}"),
        format!("{meaning} Example: {example}.{several_en}"),
    )
}

/// The record had errors.
pub(in crate::cli) fn nothing_written() -> Bilingual {
    Bilingual::new("tidak ada yang ditulis", "nothing was written")
}

/// An example as it is typed: one item of a list without its brackets.
fn plain(example: &str) -> &str {
    let inner =
        example.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|rest| !rest.contains(['{', '[']));
    inner.unwrap_or(example)
}

/// A folder as shells take it.
fn in_quotes(folder: &Path) -> String {
    let shown = folder.display().to_string();
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./~:\\".contains(letter);
    if shown.chars().all(is_plain) { shown } else { format!("\"{shown}\"") }
}

/// The site is there.
pub(in crate::cli) fn begun(folder: &Path, files: usize) -> Bilingual {
    let enter = if folder == Path::new(".") { String::new() } else { format!("  cd {}\n", in_quotes(folder)) };
    Bilingual::new(
        format!(
            "situs baru: {files} berkas di {}\n\nSelanjutnya:\n{enter}  terbit serve         lihat situsnya sambil menulis\n  \
             terbit new cohort    tambah catatan\n  terbit check         cari kesalahan\n\nREADME.md menjelaskan selebihnya.",
            folder.display()
        ),
        format!(
            "a new site: {files} files in {}\n\nNext:\n{enter}  terbit serve         see the site while you write\n  \
             terbit new cohort    add a record\n  terbit check         find mistakes\n\nREADME.md explains the rest.",
            folder.display()
        ),
    )
}

/// Why there is none.
pub(in crate::cli) fn not_begun(folder: &Path, problem: &InitProblem) -> Bilingual {
    let folder = folder.display();
    match problem {
        InitProblem::NotEmpty(names, more) => {
            let names = names.iter().map(|name| format!("\n  {}", name.escape_debug())).collect::<String>();
            let (more_id, more_en) = match more {
                0 => (String::new(), String::new()),
                more => (format!("\n  dan {more} lainnya"), format!("\n  and {more} more")),
            };
            Bilingual::new(
                format!(
                    "folder {folder} tidak kosong, jadi tidak ada yang ditulis; pilih folder lain. Isinya:{names}{more_id}"
                ),
                format!(
                    "the folder {folder} is not empty, so nothing was written; choose another. It holds:{names}{more_en}"
                ),
            )
        }
        InitProblem::NoFolder => Bilingual::new(format!("{folder} bukan folder"), format!("{folder} is not a folder")),
        InitProblem::Io(error) => Bilingual::new(
            format!("{folder} tidak dapat ditulis, jadi tidak ada yang ditulis: {error}"),
            format!("{folder} cannot be written, so nothing was written: {error}"),
        ),
    }
}
