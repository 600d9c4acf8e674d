//! The fields of front matter.

use super::media::{media_path, no_media, no_picture};
use super::raw::RawNarrative;
use crate::check::catalog::{Common, Cover, Narrative, NarrativeText, Titled};
use crate::check::hidden::is_hidden;
use crate::check::kinds::ANY;
use crate::check::record::texts::unknown_language;
use crate::check::record::{Fields, Scope, date, id, localized, located, reference, text};
use crate::check::yaml::{Node, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Located, Span};
use crate::options::Options;
use crate::value::{Kind, Lang, Localized};
use std::collections::BTreeMap;

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
    let path = path?;
    if let Some(finding) = no_picture(&path, src.span, scope.context) {
        scope.field = "cover";
        scope.push(finding);
        return None;
    }
    Some(Cover { src: Located::new(path, src.span), alt: alt?, credit })
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
