//! A narrative's file, split into front matter and Markdown.

use crate::check::index::twice;
use crate::check::yaml::{Node, parse};
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Lines, Places, Report, Span};
use crate::value::{Kind, is_id, slugify};
use std::collections::BTreeMap;

/// A narrative's file: front matter as nodes, and where its Markdown starts.
#[derive(Debug)]
pub struct RawNarrative<'s> {
    /// The file.
    pub file: FileId,
    /// Story or page.
    pub kind: Kind,
    /// The id: the stem of its name.
    pub id: &'s str,
    /// The language in its name.
    pub lang: Option<&'s str>,
    /// The front matter.
    pub front: Node<'s>,
    /// The whole text.
    pub text: &'s str,
    /// Where the Markdown starts.
    pub body: usize,
}

impl<'s> RawNarrative<'s> {
    /// Splits a file into front matter and Markdown. `path` is below `stories/` or `pages/`.
    pub fn split(file: FileId, text: &'s str, kind: Kind, path: &'s str, report: &mut Report) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".markdown")).unwrap_or(name);
        let (id, lang) = match stem.rsplit_once('.') {
            Some((id, lang)) => (id, Some(lang)),
            None => (stem, None),
        };
        let (start, end, body) = match borders(text) {
            Ok(borders) => borders,
            Err(problem) => {
                report.push(no_front_matter(file, text, problem));
                return None;
            }
        };
        let front = parse(file, text, start, end, report)?;
        Some(Self { file, kind, id, lang, front, text, body })
    }

    /// Files by kind and id, those in the default language (`""` if unknown) first. Names that are no
    /// ids, and two files in one language, are reported.
    pub fn grouped<'a>(
        all: &'a [RawNarrative<'s>],
        default: &str,
        places: &dyn Places,
        report: &mut Report,
    ) -> Vec<(&'a str, Vec<&'a RawNarrative<'s>>)> {
        let mut groups: BTreeMap<(Kind, &'a str), Vec<&'a RawNarrative<'s>>> = BTreeMap::new();
        let mut lines = Lines::default();
        for raw in all {
            if !is_id(raw.id) {
                bad_name(raw, places, report);
                continue;
            }
            let group = groups.entry((raw.kind, raw.id)).or_default();
            if let Some(first) = group.iter().find(|other| other.lang(default) == raw.lang(default)) {
                let other = lines.place(first.front.span, places);
                report.push(twice(raw.id, raw.front.span, &other));
            } else {
                group.push(raw);
            }
        }
        groups
            .into_iter()
            .map(|((_, id), mut group)| {
                group.sort_by_key(|raw| (raw.lang(default) != default, raw.lang));
                (id, group)
            })
            .collect()
    }

    /// The language of the file.
    pub fn lang<'r>(&'r self, default: &'r str) -> &'r str {
        self.lang.unwrap_or(default)
    }
}

#[derive(Clone, Copy)]
enum Problem {
    Missing,
    Unclosed,
}

/// Where the Markdown of a file starts, if it has front matter.
pub(super) fn body_of(text: &str) -> Option<usize> {
    borders(text).ok().map(|(_, _, body)| body)
}

/// Where front matter starts and ends, and where the Markdown starts.
/// The front matter of a narrative; the whole text where it is not told apart from the body.
pub fn front_matter(text: &str) -> &str {
    borders(text).map_or(text, |(start, end, _)| &text[start..end])
}

fn borders(text: &str) -> Result<(usize, usize, usize), Problem> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(Problem::Missing);
    }
    let start = first.len();
    let mut at = start;
    for line in lines {
        if line.trim_end() == "---" {
            return Ok((start, at, at + line.len()));
        }
        at += line.len();
    }
    Err(Problem::Unclosed)
}

fn no_front_matter(file: FileId, text: &str, problem: Problem) -> Diagnostic {
    let first = text.lines().next().unwrap_or_default();
    let span = Span::new(file, 0, first.len());
    let message = match problem {
        Problem::Missing => Bilingual::new(
            "Berkas ini tidak diawali keterangan di antara dua garis `---`.",
            "This file does not start with fields between two `---` lines.",
        ),
        Problem::Unclosed => Bilingual::new(
            "Keterangan di awal berkas ini tidak ditutup dengan garis `---`.",
            "The fields at the top of this file are not closed by a `---` line.",
        ),
    };
    Diagnostic::at(Code::N004, span, message).note(Bilingual::new(
        "Mulai berkas dengan `---`, lalu `title: …`, lalu `---` di barisnya sendiri.",
        "Start the file with `---`, then `title: …`, then `---` on a line of its own.",
    ))
}

fn bad_name(raw: &RawNarrative<'_>, places: &dyn Places, report: &mut Report) {
    let path = places.path(raw.file).to_owned();
    let known = |d: &Diagnostic| d.code == Code::I007 && d.path.as_deref() == Some(path.as_str());
    if report.diagnostics().iter().any(known) {
        return;
    }
    let slug = slugify(raw.id);
    report.push(
        Diagnostic::about(
            Code::I007,
            path,
            Bilingual::new("Nama berkas ini tidak dapat menjadi alamat.", "This file name cannot become an address."),
        )
        .note(Bilingual::new(
            "Pakai huruf kecil a–z, angka, dan tanda hubung tunggal.",
            "Use small letters a–z, digits and single hyphens.",
        ))
        .note_if(
            is_id(&slug).then(|| Bilingual::new(format!("Misalnya `{slug}.md`."), format!("For example `{slug}.md`."))),
        ),
    );
}
