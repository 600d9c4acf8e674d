//! Readers of texts: plain, localised, ids, words, codes, addresses.

use super::Scope;
use super::fields::did_you_mean;
use super::scope::shown;
use super::trap::trap;
use crate::check::describe::Shape;
use crate::check::yaml::{Node, Style, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Fix, Severity, suggest};
use crate::value::{Lang, Localized, is_id, slugify};

/// A text that is not empty.
pub fn text<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    let found = scope.text_of(node)?;
    if found.text.trim().is_empty() {
        empty(node, scope);
        return None;
    }
    trap(node, scope);
    Some(found.text.to_string())
}

/// A text in the default language, or one text a language.
pub fn localized<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Localized> {
    if scope.describes(|| Shape::Localized) {
        return None;
    }
    match &node.value {
        Value::Table(fields) => {
            let mut texts = Vec::with_capacity(fields.len());
            for field in fields {
                if !is_language(&field.name, scope) {
                    unknown_language(&field.name, field.name_span(), scope);
                } else if field.value.value != Value::Empty {
                    texts.extend(text(&field.value, scope).map(|text| (Lang::new(&field.name), text)));
                }
            }
            if fields.iter().all(|field| field.value.value == Value::Empty) {
                empty(node, scope);
                return None;
            }
            (!texts.is_empty()).then_some(Localized::Many(texts))
        }
        _ => text(node, scope).map(Localized::Plain),
    }
}

fn is_language(name: &str, scope: &Scope<'_>) -> bool {
    let languages = &scope.context.languages;
    languages.is_empty() || languages.iter().any(|lang| lang.as_str() == name)
}

/// Says that the site has no such language.
///
/// A text in a further language harms nobody: it is a warning, so that a language can leave the site
/// without every record being edited. What looks like a typing error is an error.
pub fn unknown_language(name: &str, span: crate::diag::Span, scope: &mut Scope<'_>) {
    let languages: Vec<&str> = scope.context.languages.iter().map(Lang::as_str).collect();
    let list = languages.join(", ");
    let name = shown(name);
    let close = suggest(&name, languages);
    let mut finding = Diagnostic::at(
        Code::V008,
        span,
        Bilingual::new(
            format!("Situs ini tidak punya bahasa `{name}`."),
            format!("This site has no language `{name}`."),
        ),
    )
    .note_if(did_you_mean(&close))
    .note(Bilingual::new(
        format!("Bahasa situs: {list} (`languages` di site.yaml)."),
        format!("The site's languages are {list} (`languages` in site.yaml)."),
    ));
    if close.is_empty() && Lang::is_tag(&name) {
        finding.severity = Severity::Warning;
    }
    scope.push(finding);
}

fn empty<'a>(node: &Node<'_>, scope: &mut Scope<'a>) {
    let field = scope.field;
    scope.bad(
        Code::V009,
        node.span,
        (format!("Teks `{field}` kosong."), format!("The text of `{field}` is empty.")),
        ("Isi teksnya, atau hapus isiannya.", "Write a text, or remove the field."),
    );
}

/// Signs that come along when text is copied from a word processor or a web page.
pub const ODD_SIGNS: [char; 9] = ['“', '”', '„', '‘', '’', '\u{a0}', '\u{202f}', '\u{200b}', '\u{feff}'];

/// An id.
pub fn id<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    if scope.describes(|| Shape::Id) {
        return None;
    }
    let found = scope.text_of(node)?;
    is_an_id(&found.text, node.span, scope).then(|| found.text.to_string())
}

/// Whether `text` is an id; a finding if not.
pub fn is_an_id(text: &str, span: crate::diag::Span, scope: &mut Scope<'_>) -> bool {
    if is_id(text) {
        return true;
    }
    let word = shown(text);
    let slug = slugify(text);
    let message = if text.contains(ODD_SIGNS) {
        Bilingual::new(
            format!("Id `{word}` mengandung tanda kutip lengkung atau spasi keras."),
            format!("The id `{word}` holds a curly quote or a non-breaking blank."),
        )
    } else {
        Bilingual::new(format!("`{word}` bukan id."), format!("`{word}` is not an id."))
    };
    let finding = Diagnostic::at(Code::V001, span, message)
        .note(Bilingual::new(
            "Id terdiri atas huruf kecil a–z, angka, dan tanda hubung tunggal, paling banyak 80 tanda.",
            "An id has small letters a–z, digits and single hyphens, at most 80 signs.",
        ))
        .note_if(is_id(&slug).then(|| Bilingual::new(format!("Misalnya `{slug}`."), format!("For example `{slug}`."))));
    scope.push(finding);
    false
}

/// One of the words of `table`.
pub fn word<'a, T: Copy>(table: &'static [(&'static str, T)]) -> impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T> {
    move |node, scope| {
        if scope.describes(|| Shape::Word(table.iter().map(|(word, _)| *word).collect())) {
            return None;
        }
        let found = scope.text_of(node)?;
        if let Some((_, value)) = table.iter().find(|(word, _)| *word == found.text) {
            return Some(*value);
        }
        let (field, name) = (scope.field, shown(&found.text));
        let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
        let list = words.join(", ");
        let finding = Diagnostic::at(
            Code::F004,
            node.span,
            Bilingual::new(
                format!("`{name}` bukan pilihan untuk `{field}`."),
                format!("`{name}` is no choice for `{field}`."),
            ),
        )
        .note_if(did_you_mean(&suggest(&found.text, words)))
        .note(Bilingual::new(format!("Pilihannya: {list}."), format!("The choices are {list}.")));
        scope.push(finding);
        None
    }
}

/// A code, which must be quoted: `35.10` without quotes would lose its last digit elsewhere.
pub fn code<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    if scope.describes(|| Shape::Code) {
        return None;
    }
    let found = scope.text_of(node)?;
    let number = found.text.chars().all(|c| c.is_ascii_digit() || c == '.') && !found.text.is_empty();
    if found.style == Style::Plain && number {
        let word = &found.text;
        let finding = Diagnostic::at(
            Code::V005,
            node.span,
            Bilingual::new(
                format!("Kode {word} harus ditulis dalam tanda kutip."),
                format!("The code {word} must be written in quotes."),
            ),
        )
        .note(Bilingual::new(format!("Tulis `\"{word}\"`."), format!("Write `\"{word}\"`.")))
        .fixed_by(Fix::replace(node.span, format!("\"{word}\"")))
        .note(Bilingual::new(
            "Tanpa kutip, kode seperti 11.10 dibaca sebagai bilangan dan kehilangan nolnya.",
            "Without quotes a code such as 11.10 is read as a number and loses its zero.",
        ));
        scope.push(finding);
        return None;
    }
    text(node, scope)
}

/// A web address.
pub fn url<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    if scope.describes(|| Shape::Url) {
        return None;
    }
    let found = scope.text_of(node)?;
    if is_web_address(&found.text) {
        return Some(found.text.to_string());
    }
    let word = shown(&found.text);
    scope.bad(
        Code::V007,
        node.span,
        (format!("`{word}` bukan alamat web."), format!("`{word}` is not a web address.")),
        (
            "Alamat diawali https:// atau http:// dan tidak mengandung spasi.",
            "An address starts with https:// or http:// and holds no blanks.",
        ),
    );
    None
}

/// Whether a text is an absolute `http` or `https` address.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty()
            && !host.starts_with(['.', '-', ':'])
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c))
    })
}

/// An address of electronic mail.
pub fn email<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    if scope.describes(|| Shape::Email) {
        return None;
    }
    let found = scope.text_of(node)?;
    let good = found.text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !found.text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"?&,;:/\\".contains(c))
    });
    if good {
        return Some(found.text.to_string());
    }
    let word = shown(&found.text);
    scope.bad(
        Code::V007,
        node.span,
        (format!("`{word}` bukan alamat surel."), format!("`{word}` is not an e-mail address.")),
        ("Tulis misalnya redaksi@example.go.id.", "Write for example redaksi@example.go.id."),
    );
    None
}

/// A language, not necessarily one of the site.
pub fn language<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Lang> {
    if scope.describes(|| Shape::Language) {
        return None;
    }
    let found = scope.text_of(node)?;
    if Lang::is_tag(&found.text) {
        return Some(Lang::new(&found.text));
    }
    let word = shown(&found.text);
    scope.bad(
        Code::V008,
        node.span,
        (format!("`{word}` bukan kode bahasa."), format!("`{word}` is not a language code.")),
        ("Tulis misalnya id, en, jv atau zh-Hant.", "Write for example id, en, jv or zh-Hant."),
    );
    None
}
