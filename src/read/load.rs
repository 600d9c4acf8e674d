//! The files of `content/`.

use super::classify::{Place, classify, is_file_name, known_words};
use super::decode::{bytes_of, text_of};
use super::metadata;
use super::names::shown;
use super::pictures::{self, Promise};
use super::walk::{Found, unreadable, walk};
use super::{RawFile, SourceFile, SourceKind};
use crate::diag::{Bilingual, Code, Diagnostic, Report, suggest};
use crate::value::{Lang, PictureForm, is_id, slugify};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Reads `content/`: files with text in path order, files to copy in the order of their addresses.
pub(in crate::read) fn load(content: &Path, report: &mut Report) -> (Vec<SourceFile>, Vec<RawFile>) {
    let mut sorted = Sorted::default();
    for found in walk(content, "content", is_file_name, report) {
        sorted.take(found, report);
    }
    sorted.report_unknown(report);
    sorted.only_one_settings_file(report);
    sorted.each_linked_file_once();
    (read_texts(sorted.texts, report), open_raw(sorted.raw, report))
}

/// A file with text that is still to be read.
struct Text {
    found: Found,
    path: String,
    kind: SourceKind,
}

#[derive(Default)]
struct Sorted {
    texts: Vec<Text>,
    raw: Vec<(RawFile, String)>,
    /// Words that are no kinds: the first file under each, and how many files there are.
    unknown: BTreeMap<String, (String, usize)>,
}

impl Sorted {
    fn take(&mut self, found: Found, report: &mut Report) {
        let path = format!("content/{}", shown(&found.relative));
        let Some(relative) = with_slashes(&found.relative) else {
            report.push(no_address(&path, None));
            return;
        };
        match classify(&relative) {
            Place::Text(kind) => {
                if let SourceKind::Story(name) | SourceKind::Page(name) = &kind {
                    report_name(&path, name, report);
                }
                self.texts.push(Text { found, path, kind });
            }
            Place::Raw(address) => self.raw.push((RawFile { address, from: found.full, ..RawFile::default() }, path)),
            Place::UnknownKind(word) => {
                self.unknown.entry(word).or_insert_with(|| (path, 0)).1 += 1;
            }
            Place::Unexpected => report.push(unexpected(&path)),
        }
    }

    fn report_unknown(&mut self, report: &mut Report) {
        for (word, (path, files)) in &self.unknown {
            report.push(unknown_kind(word, path, *files));
        }
    }

    fn only_one_settings_file(&mut self, report: &mut Report) {
        let is_settings = |text: &Text| text.kind == SourceKind::Settings;
        if self.texts.iter().filter(|text| is_settings(text)).count() > 1 {
            let message = Bilingual::new(
                "Berkas ini diabaikan, karena `content/site.yaml` juga ada.",
                "This file is ignored, because there is also `content/site.yaml`.",
            );
            let repair = Bilingual::new("Hapus salah satunya.", "Remove one of them.");
            report.push(Diagnostic::about(Code::I002, "content/site.yml", message).note(repair));
            self.texts.retain(|text| !is_settings(text) || text.path == "content/site.yaml");
        }
    }

    /// A link to records that are read anyway adds nothing; read twice, each id would be there twice.
    fn each_linked_file_once(&mut self) {
        if !self.texts.iter().any(|text| text.found.linked) {
            return;
        }
        let mut seen: BTreeSet<(PathBuf, String)> =
            self.texts.iter().filter(|text| !text.found.linked).filter_map(identity).collect();
        self.texts.retain(|text| !text.found.linked || identity(text).is_none_or(|identity| seen.insert(identity)));
    }
}

/// What makes a file the same as another: where it really lies, and the records that it gives.
fn identity(text: &Text) -> Option<(PathBuf, String)> {
    let gives = match &text.kind {
        SourceKind::Settings => "site".to_owned(),
        SourceKind::Records(kind) => kind.clone(),
        SourceKind::Story(name) => format!("stories {}", name.rsplit('/').next().unwrap_or(name)),
        SourceKind::Page(name) => format!("pages {}", name.rsplit('/').next().unwrap_or(name)),
    };
    text.found.full.canonicalize().ok().map(|real| (real, gives))
}

fn read_texts(texts: Vec<Text>, report: &mut Report) -> Vec<SourceFile> {
    let read = |text: Text| {
        text_of(&text.found.full, &text.path).map(|decoded| SourceFile {
            path: text.path,
            kind: text.kind,
            text: decoded.text.into(),
            hash: decoded.hash,
            marked: decoded.marked,
        })
    };
    let outcomes: Vec<_> = texts.into_par_iter().map(read).collect();
    let mut files = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        match outcome {
            Ok(file) => files.push(file),
            Err(finding) => report.push(*finding),
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Keeps the files that can be opened and have an address of their own.
fn open_raw(raw: Vec<(RawFile, String)>, report: &mut Report) -> Vec<RawFile> {
    let looked: Vec<_> = raw.into_par_iter().map(|(file, path)| (looked_into(file), path)).collect();
    let mut by_address: BTreeMap<String, (RawFile, String)> = BTreeMap::new();
    for (file, path) in looked {
        match file {
            Err(error) => report.push(unreadable(&path, &error)),
            Ok(file) => match by_address.get(&file.address) {
                Some((_, other)) => report.push(same_address(&path, other, &file.address)),
                None => drop(by_address.insert(file.address.clone(), (file, path))),
            },
        }
    }
    by_address.into_values().map(|(file, _)| file).collect()
}

/// What a file is as a picture, and what it tells beside that. Files that can tell nothing are only opened.
fn looked_into(mut file: RawFile) -> std::io::Result<RawFile> {
    let promise = Promise::of(&file.address).filter(|_| file.address.starts_with("media/"));
    if promise.is_none() && !metadata::is_looked_into(&file.address) {
        File::open(&file.from)?;
        return Ok(file);
    }
    let bytes = bytes_of(&file.from)?;
    file.picture = promise.map(|promise| pictures::picture(promise, &bytes));
    // A picture that is written anew takes nothing along.
    let is_made_anew = matches!(file.picture, Some(Ok(picture)) if picture.form != PictureForm::Vector);
    if !is_made_anew {
        file.metadata = metadata::look(&file.address, &bytes);
    }
    Ok(file)
}

fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(std::ffi::OsStr::to_str).collect();
    parts.map(|parts| parts.join("/"))
}

/// The id of a narrative is the stem of its file, without the language: it becomes the address.
fn report_name(path: &str, name: &str, report: &mut Report) {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.strip_suffix(".md").unwrap_or(file);
    let stem = match stem.rsplit_once('.') {
        Some((stem, lang)) if Lang::is_tag(lang) => stem,
        _ => stem,
    };
    if !is_id(stem) {
        report.push(no_address(path, Some(slugify(stem)).filter(|slug| is_id(slug))));
    }
}

fn no_address(path: &str, better: Option<String>) -> Diagnostic {
    let better = better.map(|name| Bilingual::new(format!("Misalnya `{name}`."), format!("For example `{name}`.")));
    Diagnostic::about(
        Code::I007,
        path,
        Bilingual::new(
            "Nama berkas ini tidak dapat menjadi alamat halaman.",
            "The name of this file cannot become the address of a page.",
        ),
    )
    .note(Bilingual::new(
        "Pakai huruf kecil a–z, angka, dan tanda hubung tunggal, paling banyak 80.",
        "Use small letters a–z, digits and single hyphens, at most 80.",
    ))
    .note_if(better)
}

fn unknown_kind(word: &str, path: &str, files: usize) -> Diagnostic {
    let word: String = shown(Path::new(word));
    // What is written already is no suggestion: `stories.yaml`.
    let close = suggest(&word, known_words())
        .first()
        .filter(|close| **close != word)
        .map(|close| Bilingual::new(format!("Mungkin maksudnya `{close}`?"), format!("Did you mean `{close}`?")));
    let more = (files > 1).then(|| {
        Bilingual::new(
            format!("{} berkas lain di folder ini juga tidak dibaca.", files - 1),
            format!("{} more files of this folder are not read either.", files - 1),
        )
    });
    let words: Vec<&str> = known_words().collect();
    let message = if matches!(word.as_str(), "stories" | "pages") {
        Bilingual::new(
            format!("`{word}` ditulis sebagai berkas Markdown di folder `{word}/`."),
            format!("`{word}` are written as Markdown files in the folder `{word}/`."),
        )
    } else {
        Bilingual::new(format!("Jenis `{word}` tidak dikenal."), format!("`{word}` is not a known kind."))
    };
    Diagnostic::about(Code::I001, path, message)
        .note_if(close)
        .note(Bilingual::new(
            format!("Yang dikenal: {}.", words.join(", ")),
            format!("Known are {}.", words.join(", ")),
        ))
        .note_if(more)
}

fn unexpected(path: &str) -> Diagnostic {
    Diagnostic::about(
        Code::I002,
        path,
        Bilingual::new("Berkas ini tidak dikenal di sini dan diabaikan.", "This file is unexpected here and ignored."),
    )
    .note(Bilingual::new(
        "Catatan berakhiran `.yaml`, cerita dan halaman `.md`. Pindahkan gambar dan dokumen ke `media/`, berkas lain ke `static/`.",
        "Records end in `.yaml`, stories and pages in `.md`. Move pictures and documents to `media/`, other files to `static/`.",
    ))
}

fn same_address(path: &str, other: &str, address: &str) -> Diagnostic {
    Diagnostic::about(
        Code::A001,
        path,
        Bilingual::new(
            format!("Berkas ini beralamat sama dengan `{other}`: `/{address}`."),
            format!("This file has the same address as `{other}`: `/{address}`."),
        ),
    )
    .note(Bilingual::new("Ganti nama atau hapus salah satunya.", "Rename or remove one of them."))
}
