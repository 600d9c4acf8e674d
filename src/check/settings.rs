//! The reader of `site.yaml`.

mod address;
mod chosen;

use super::catalog::{Budget, MapSettings, Publisher, SilencedCode, Site};
use super::describe::Shape;
use super::record::fields::did_you_mean;
use super::record::scope::shown;
use super::record::{Fields, Scope, email, id, localized, located, text, url, whole, word};
use super::yaml::{Node, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Located, Report, Span, suggest};
use crate::options::Options;
use crate::value::{Kind, Lang, Localized, SEGMENT_WORDS};
use std::collections::BTreeMap;

/// Groups smaller than this are hidden unless the settings say otherwise (content model, section 4, rule 7).
const SMALLEST_GROUP: u64 = 5;

/// The theme that the binary carries.
const DEFAULT_THEME: &str = "warta";

/// The languages of the settings, read before anything else; empty and a finding where they are wrong.
pub fn languages(node: &Node<'_>, report: &mut Report) -> Vec<Lang> {
    let field = node.fields().unwrap_or_default().iter().find(|field| field.name == "languages");
    let Some(field) = field.filter(|field| field.value.value != Value::Empty) else {
        return Vec::new();
    };
    let Value::List(items) = &field.value.value else { return Vec::new() };
    let mut languages: Vec<Lang> = Vec::new();
    for item in items {
        let tag = item.text().map(|text| &*text.text).filter(|text| Lang::is_tag(text));
        match tag {
            Some(tag) if languages.iter().any(|lang| lang.as_str() == tag) => report.push(
                Diagnostic::at(
                    Code::V008,
                    item.span,
                    Bilingual::new(
                        format!("Bahasa `{tag}` disebut dua kali."),
                        format!("The language `{tag}` is named twice."),
                    ),
                )
                .note(Bilingual::new("Hapus salah satunya.", "Remove one of them."))
                .of_field("languages"),
            ),
            Some(tag) => languages.push(Lang::new(tag)),
            None => report.push(
                Diagnostic::at(
                    Code::V008,
                    item.span,
                    Bilingual::new("Ini bukan kode bahasa.", "This is no language code."),
                )
                .note(Bilingual::new("Tulis misalnya [id, en].", "Write for example [id, en]."))
                .of_field("languages"),
            ),
        }
    }
    languages
}

impl Site {
    /// Reads the settings. The languages are those of the context.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>, options: &Options) -> Option<Self> {
        let languages = fields.scope.context.languages.clone();
        fields.required_list("languages", |_, scope| (!scope.describes(|| Shape::Language)).then_some(()));
        if languages.is_empty() {
            no_language(fields);
        }
        let title = fields.required("title", localized);
        let base_url = address::base_url(fields, options);
        let site = Self {
            description: fields.optional("description", localized),
            time_zone: fields.optional("time_zone", time_zone).unwrap_or(chrono_tz::Asia::Jakarta),
            theme: fields
                .optional("theme", located(id))
                .unwrap_or_else(|| Located::new(DEFAULT_THEME.to_owned(), fields.span())),
            publisher: fields.optional("publisher", publisher),
            license: fields.optional("license", text),
            smallest_group: fields.optional("privacy", privacy).unwrap_or(SMALLEST_GROUP),
            navigation: fields.list("navigation", navigation).unwrap_or_else(default_navigation),
            outputs: chosen::outputs(fields),
            segments: segments(fields, &languages),
            budget: fields.optional("budget", budget).unwrap_or_default(),
            edit_link: fields.optional("preview", preview),
            map: fields.optional("map", map).unwrap_or_default(),
            allow: fields.list("allow", silenced).unwrap_or_default(),
            languages: (!languages.is_empty()).then_some(languages)?,
            title: title?,
            base_url: base_url?,
        };
        Some(site)
    }
}

fn no_language(fields: &mut Fields<'_, '_>) {
    let Some(node) = fields.node("languages") else { return };
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        let finding = Diagnostic::at(
            Code::F002,
            node.span,
            Bilingual::new("Situs perlu sedikitnya satu bahasa.", "The site needs at least one language."),
        )
        .note(Bilingual::new("Tulis misalnya `languages: [id, en]`.", "Write for example `languages: [id, en]`."));
        fields.scope.push(finding);
    }
}

fn default_navigation() -> Vec<String> {
    ["regions", "cohorts", "visits", "outcomes", "stories", "data"].map(str::to_owned).to_vec()
}

fn time_zone<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<chrono_tz::Tz> {
    let word = scope.text_of(node)?;
    let zone = word.text.parse::<chrono_tz::Tz>().ok();
    if zone.is_none() {
        let name = shown(&word.text);
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let finding = Diagnostic::at(
            Code::F004,
            node.span,
            Bilingual::new(format!("`{name}` bukan zona waktu."), format!("`{name}` is not a time zone.")),
        )
        .note_if(did_you_mean(&suggest(&word.text, names)))
        .note(Bilingual::new(
            "Misalnya Asia/Jakarta, Asia/Makassar atau Asia/Jayapura.",
            "For example Asia/Jakarta, Asia/Makassar or Asia/Jayapura.",
        ));
        scope.push(finding);
    }
    zone
}

fn publisher<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Publisher> {
    let mut fields = Fields::nested(scope, node, "{name: …, url: …, email: …}")?;
    let name = fields.required("name", localized);
    let (url, email) = (fields.optional("url", url), fields.optional("email", email));
    fields.finish();
    Some(Publisher { name: name?, url, email })
}

fn privacy<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<u64> {
    let mut fields = Fields::nested(scope, node, "{smallest_group: 5}")?;
    let number = fields.optional("smallest_group", |node, scope| {
        let number = whole(node, scope)?;
        if number == 0 {
            scope.bad(
                Code::V004,
                node.span,
                (
                    "Kelompok terkecil harus 1 atau lebih.".to_owned(),
                    "The smallest group must be 1 or more.".to_owned(),
                ),
                ("Lazimnya 5.", "Usually 5."),
            );
        }
        (number > 0).then_some(number)
    });
    fields.finish();
    number
}

fn preview<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    let mut fields = Fields::nested(scope, node, "{edit_link: 'vscode://file/{path}:{line}:{column}'}")?;
    let link = fields.optional("edit_link", text);
    fields.finish();
    link
}

/// What the map of regions shows first.
const MAP_KINDS: [(&str, bool); 2] = [("tiles", false), ("outlines", true)];

fn map<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<MapSettings> {
    let mut fields = Fields::nested(scope, node, "{kind: tiles, credit: …}")?;
    let outlines = fields.optional("kind", word(&MAP_KINDS)).unwrap_or(false);
    let credit = fields.optional("credit", localized);
    fields.finish();
    Some(MapSettings { outlines, credit })
}

fn budget<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Budget> {
    let mut fields = Fields::nested(scope, node, "{page_kb: 60}")?;
    let budget = Budget {
        page_kb: fields.optional("page_kb", whole),
        script_kb: fields.optional("script_kb", whole),
        first_view_kb: fields.optional("first_view_kb", whole),
    };
    fields.finish();
    Some(budget)
}

fn navigation<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    let word = scope.text_of(node)?.text.to_string();
    let index = scope.context.index;
    let words = SEGMENT_WORDS.iter().map(|(word, _)| *word);
    if words.clone().any(|known| known == word)
        || index.slots(Kind::Page).iter().any(|slot| slot.id == word)
        || index.is_incomplete(&[Kind::Page])
    {
        return Some(word);
    }
    choice(&word, node.span, words.chain(index.public_ids(&[Kind::Page])).collect(), scope);
    None
}

fn choice(word: &str, span: Span, words: Vec<&str>, scope: &mut Scope<'_>) {
    let (field, name) = (scope.field, shown(word));
    let list = words.join(", ");
    let finding = Diagnostic::at(
        Code::F004,
        span,
        Bilingual::new(
            format!("`{name}` bukan pilihan untuk `{field}`."),
            format!("`{name}` is no choice for `{field}`."),
        ),
    )
    .note_if(did_you_mean(&suggest(word, words)))
    .note(Bilingual::new(format!("Pilihannya: {list}."), format!("The choices are {list}.")));
    scope.push(finding);
}

/// `segments: {regions: {id: wilayah, en: regions}}`; a bare word holds in every language.
fn segments(fields: &mut Fields<'_, '_>, languages: &[Lang]) -> BTreeMap<(Lang, String), String> {
    let mut out = BTreeMap::new();
    let Some(node) = fields.node("segments") else { return out };
    let Some(mut inner) = Fields::nested(fields.scope, node, "{regions: {id: wilayah, en: regions}}") else {
        return out;
    };
    for (word, _) in SEGMENT_WORDS {
        match inner.optional(word, localized_segment) {
            Some(Localized::Plain(segment)) => {
                out.extend(languages.iter().map(|lang| ((lang.clone(), word.to_owned()), segment.clone())));
            }
            Some(Localized::Many(segments)) => {
                out.extend(segments.into_iter().map(|(lang, segment)| ((lang, word.to_owned()), segment)));
            }
            None => {}
        }
    }
    inner.finish();
    out
}

fn localized_segment<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Localized> {
    if scope.describes(|| Shape::LocalizedId) {
        return None;
    }
    if let Some(fields) = node.fields() {
        let before = scope.report.diagnostics().len();
        for field in fields {
            if field.value.value != Value::Empty {
                id(&field.value, scope);
            }
        }
        return if scope.report.diagnostics().len() == before { localized(node, scope) } else { None };
    }
    id(node, scope).map(Localized::Plain)
}

fn silenced<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<SilencedCode> {
    let mut fields = Fields::nested(scope, node, "{code: R007, path: \"visits/**\", why: …}")?;
    let code = fields.required("code", located(text));
    let path = fields.optional("path", text);
    let why = fields.required("why", text);
    fields.finish();
    Some(SilencedCode { code: code?, path, why: why? })
}
