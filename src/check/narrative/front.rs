//! Front matter.

use super::media::{media_path, no_media};
use crate::check::catalog::{Common, Cover, Narrative, NarrativeText, Titled};
use crate::check::hidden::is_hidden;
use crate::check::index::twice;
use crate::check::kinds::ANY;
use crate::check::record::texts::unknown_language;
use crate::check::record::{Fields, Scope, date, id, localized, located, reference, text};
use crate::check::yaml::{Node, Value, parse};
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Lines, Located, Places, Report, Span};
use crate::options::Options;
use crate::value::{Kind, Lang, Localized, is_id, slugify};
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

/// Where front matter starts and ends, and where the Markdown starts.
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

/// Reads the front matter of all files of a narrative. Links are filled in later.
pub fn read<'a>(files: &[&'a RawNarrative<'a>], scope: &mut Scope<'a>, options: &Options) -> Option<Narrative> {
    let default = scope.context.languages.first().cloned().unwrap_or_else(|| Lang::new("id"));
    let (first, translations) = files.split_first()?;
    // The original may be among the files that could not be read.
    let is_translation = first.lang(default.as_str()) != default.as_str();
    let has_original = is_translation && scope.context.index.is_incomplete(&[first.kind]);
    if is_translation && !has_original {
        lonely(first, &default, scope);
    }
    let lang = language(first, &default, scope);
    let mut narrative = read_one(first, !has_original, scope);
    let mut texts: Vec<NarrativeText> = Vec::new();
    let head = |raw: &RawNarrative<'a>, one: &Front, lang: Option<Lang>, texts: &mut Vec<NarrativeText>| {
        let (Some(lang), Some(title)) = (lang, one.title.clone()) else { return };
        texts.push(NarrativeText {
            lang,
            file: raw.file,
            title,
            summary: one.summary.clone(),
            body: raw.text.get(raw.body..).unwrap_or_default().to_owned(),
            links: BTreeMap::new(),
        });
    };
    if let Some(front) = &narrative {
        head(first, front, lang, &mut texts);
    }
    for raw in translations {
        let lang = language(raw, &default, scope);
        let front = read_one(raw, false, scope);
        let hidden = raw.front.fields().is_some_and(|fields| is_hidden(fields, options));
        if let (Some(front), false) = (&front, hidden) {
            head(raw, front, lang, &mut texts);
        }
    }
    texts.sort_by_key(|text| scope.context.languages.iter().position(|lang| *lang == text.lang));
    let front = narrative.take()?;
    Some(join(first, front, texts))
}

/// What the front matter of one file says.
pub(in crate::check) struct Front {
    common: Common,
    title: Option<String>,
    summary: Option<String>,
    date: Option<Located<crate::value::PartialDate>>,
    about: Vec<Located<crate::value::RecordRef>>,
    author: Option<String>,
    cover: Option<Cover>,
    slug: Option<String>,
}

fn join(first: &RawNarrative<'_>, front: Front, texts: Vec<NarrativeText>) -> Narrative {
    let mut common = front.common;
    common.id = Located::new(first.id.to_owned(), first.front.span);
    common.title = Some(Localized::Many(texts.iter().map(|text| (text.lang.clone(), text.title.clone())).collect()));
    let summaries: Vec<(Lang, String)> =
        texts.iter().filter_map(|text| Some((text.lang.clone(), text.summary.clone()?))).collect();
    common.summary = (!summaries.is_empty()).then_some(Localized::Many(summaries));
    Narrative {
        common,
        date: front.date,
        about: front.about,
        author: front.author,
        cover: front.cover,
        slug: front.slug,
        texts,
    }
}

fn read_one<'a>(raw: &'a RawNarrative<'a>, whole: bool, scope: &mut Scope<'a>) -> Option<Front> {
    let none: &[_] = &[];
    let fields = match &raw.front.value {
        Value::Table(fields) => fields.as_slice(),
        Value::Empty => none,
        _ => {
            scope.field = "title";
            let repair = Bilingual::new("Tulis `title: …`.", "Write `title: …`.");
            scope.wrong_shape(&raw.front, &Bilingual::new("kelompok isian", "a group of fields"), Some(repair));
            return None;
        }
    };
    scope.generated_id = Some(raw.id.to_owned());
    let mut fields = Fields::new(scope, fields, raw.front.span, raw.id);
    let front = read_fields(&mut fields, raw.kind == Kind::Story && whole);
    fields.finish();
    Some(front)
}

/// The fields of a front matter; those of a story must have a date.
pub(in crate::check) fn read_fields(fields: &mut Fields<'_, '_>, is_dated: bool) -> Front {
    let title = fields.required("title", text);
    let summary = fields.optional("summary", text);
    let mut common = Common::read(fields, Titled::Narrative);
    common.title = title.clone().map(Localized::Plain);
    let on = if is_dated { fields.required("date", located(date)) } else { fields.optional("date", located(date)) };
    Front {
        common,
        title,
        summary,
        date: on,
        about: fields.list("about", reference(ANY)).unwrap_or_default(),
        author: fields.optional("author", text),
        cover: fields.optional("cover", cover),
        slug: fields.optional("slug", id),
    }
}

fn cover<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Cover> {
    let mut fields = Fields::nested(scope, node, "{src: media/foto.jpg, alt: …, credit: …}")?;
    let src = fields.required("src", located(text));
    let alt = fields.required("alt", localized);
    let credit = fields.optional("credit", text);
    fields.finish();
    let src = src?;
    let path = media_path(&src.value, scope.context);
    if path.is_none() {
        scope.field = "cover";
        let finding = no_media(&src.value, src.span, scope.context);
        scope.push(finding);
    }
    Some(Cover { src: Located::new(path?, src.span), alt: alt?, credit })
}

fn language(raw: &RawNarrative<'_>, default: &Lang, scope: &mut Scope<'_>) -> Option<Lang> {
    let word = raw.lang(default.as_str());
    let languages = &scope.context.languages;
    if languages.is_empty() {
        return Some(Lang::new(word));
    }
    let found = languages.iter().find(|lang| lang.as_str() == word).cloned();
    if found.is_none() {
        unknown_language(word, first_line(raw), scope);
    }
    found
}

fn lonely(raw: &RawNarrative<'_>, default: &Lang, scope: &mut Scope<'_>) {
    let original = format!("{}.md", raw.id);
    let finding = Diagnostic::at(
        Code::N005,
        first_line(raw),
        Bilingual::new("Terjemahan ini tidak punya naskah asli.", "This translation has no original."),
    )
    .note(Bilingual::new(
        format!("Tambahkan `{original}` dalam bahasa utama ({default}); tanpa itu teks ini berdiri sendiri."),
        format!("Add `{original}` in the default language ({default}); without it this text stands alone."),
    ));
    scope.report.push(finding);
}

fn first_line(raw: &RawNarrative<'_>) -> Span {
    Span::new(raw.file, 0, raw.text.lines().next().unwrap_or_default().len())
}
