//! The reader of references: from an id to the record.

use super::Scope;
use super::scope::shown;
use super::texts::is_an_id;
use super::unknown::nothing;
use crate::check::describe::Shape;
use crate::check::index::{Found, split_prefix};
use crate::check::kinds;
use crate::check::yaml::Node;
use crate::diag::{Bilingual, Code, Diagnostic, Located, Span, suggest};
use crate::value::{Kind, RecordRef};

/// A reference to a record of one of `kinds`.
pub fn reference<'a>(kinds: &'static [Kind]) -> impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<Located<RecordRef>> {
    move |node, scope| {
        if scope.describes(|| Shape::Reference(kinds)) {
            return None;
        }
        let text = scope.text_of(node)?;
        resolve(text.text.trim(), node.span, kinds, scope).map(|target| Located::new(target, node.span))
    }
}

/// An id, perhaps with its kind before it, of a record that need not be there; the kinds that it can be of.
pub fn id_of_kind<'a>(
    kinds: &'static [Kind],
) -> impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<(Vec<Kind>, Located<String>)> {
    move |node, scope| {
        if scope.describes(|| Shape::Reference(kinds)) {
            return None;
        }
        let text = scope.text_of(node)?;
        let (wanted, id) = split_prefix(text.text.trim(), kinds);
        if wanted.is_empty() {
            bad_prefix(&text.text, node.span, kinds, scope);
            return None;
        }
        is_an_id(id, node.span, scope).then(|| (wanted, Located::new(id.to_owned(), node.span)))
    }
}

/// What `word` (an id, perhaps `kind:id`) leads to among `kinds`; a finding if nothing, or not one thing.
pub fn resolve(word: &str, span: Span, kinds: &[Kind], scope: &mut Scope<'_>) -> Option<RecordRef> {
    let (wanted, id) = split_prefix(word, kinds);
    if wanted.is_empty() {
        bad_prefix(word, span, kinds, scope);
        return None;
    }
    match scope.context.index.find(&wanted, id) {
        Found::One(target) => {
            if scope.context.index.is_hidden(target) && !scope.hidden {
                refers_to_hidden(span, scope);
            }
            Some(target)
        }
        Found::Several(found) => {
            ambiguous(id, span, &found, scope);
            None
        }
        Found::Wrong(found) => {
            wrong_kind(id, span, &wanted, &found, scope);
            None
        }
        Found::Nothing if scope.context.index.is_incomplete(&wanted) => {
            scope.unresolved += 1;
            None
        }
        Found::Nothing => {
            nothing(id, span, &wanted, scope);
            None
        }
    }
}

fn bad_prefix(word: &str, span: Span, kinds: &[Kind], scope: &mut Scope<'_>) {
    let (prefix, id) = word.split_once(':').unwrap_or(("", word));
    let singular: Vec<&str> = kinds.iter().map(|kind| kind.singular()).collect();
    let close = match Kind::from_word(prefix).filter(|kind| kinds.contains(kind)) {
        Some(kind) => vec![kind.singular()],
        None => suggest(prefix, singular.iter().copied()),
    };
    let prefix = shown(prefix);
    let finding = Diagnostic::at(
        Code::R004,
        span,
        Bilingual::new(
            format!("`{prefix}:` bukan jenis yang dapat dirujuk di sini."),
            format!("`{prefix}:` is no kind that can be referred to here."),
        ),
    )
    .note_if(close.first().map(|kind| {
        let written = format!("{kind}:{}", shown(id));
        Bilingual::new(format!("Mungkin maksudnya `{written}`?"), format!("Did you mean `{written}`?"))
    }))
    .note(Bilingual::new(
        format!("Jenis di sini: {}.", singular.join(", ")),
        format!("The kinds here are {}.", singular.join(", ")),
    ));
    scope.push(finding);
}

fn refers_to_hidden(span: Span, scope: &mut Scope<'_>) {
    let finding = Diagnostic::at(
        Code::R006,
        span,
        Bilingual::new(
            "Catatan ini merujuk ke catatan yang tidak terbit.",
            "This record refers to one that is not published.",
        ),
    )
    .masked()
    .note(Bilingual::new(
        "Terbitkan juga yang dirujuk, atau hapus rujukan ini sampai terbit.",
        "Publish what it refers to as well, or remove this reference until then.",
    ));
    scope.push(finding);
}

fn ambiguous(id: &str, span: Span, found: &[Kind], scope: &mut Scope<'_>) {
    let written: Vec<String> = found.iter().map(|kind| format!("`{}:{id}`", kind.singular())).collect();
    let finding = Diagnostic::at(
        Code::R003,
        span,
        Bilingual::new(
            format!("Id `{id}` dimiliki beberapa jenis catatan."),
            format!("The id `{id}` belongs to several kinds of records."),
        ),
    )
    .note(Bilingual::new(format!("Tulis {}.", written.join(" atau ")), format!("Write {}.", written.join(" or "))));
    scope.push(finding);
}

fn wrong_kind(id: &str, span: Span, wanted: &[Kind], found: &[Kind], scope: &mut Scope<'_>) {
    let (every, found) = (kinds::all_names(wanted), kinds::names(found));
    let field = scope.field;
    // Many kinds do not fit into a sentence.
    let message = if wanted.len() > 4 {
        Bilingual::new(
            format!("`{id}` adalah {}; `{field}` tidak dapat merujuk ke situ.", found.id),
            format!("`{id}` is a record of kind {}; `{field}` cannot refer to that.", found.en),
        )
    } else {
        Bilingual::new(
            format!("`{id}` adalah {}, padahal `{field}` merujuk ke {}.", found.id, every.id),
            format!("`{id}` is a record of kind {}, but `{field}` refers to {}.", found.en, every.en),
        )
    };
    let finding = Diagnostic::at(Code::R004, span, message).note(Bilingual::new(
        format!("Tulis id {} di sini.", every.id),
        format!("Write the id of a record of kind {} here.", every.en),
    ));
    scope.push(finding);
}
