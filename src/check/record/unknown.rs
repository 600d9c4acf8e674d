//! An id that nobody has: what was probably meant.
//!
//! R014: a former id. R009: a region by its code or name. R013: a name that several regions have.
//! R001: anything else, with the ids that are close.

use super::Scope;
use super::scope::shown;
use super::texts::ODD_SIGNS;
use crate::check::called::Called;
use crate::check::kinds;
use crate::diag::{Bilingual, Code, Diagnostic, Fix, Span, suggest};
use crate::value::{Kind, RecordRef};

/// Reports that no record of the kinds `wanted` has the id.
pub fn nothing(id: &str, span: Span, wanted: &[Kind], scope: &mut Scope<'_>) {
    let finding = odd_signs(id, span, wanted, scope);
    let finding = finding.or_else(|| former(id, span, wanted, scope)).or_else(|| region(id, span, wanted, scope));
    let finding = finding.unwrap_or_else(|| unknown(id, span, wanted, scope));
    scope.push(finding);
}

fn called<'s>(scope: &'s Scope<'_>) -> &'s Called {
    scope.context.called.get_or_init(|| Called::new(scope.context.index))
}

/// V001: the id is right, but for signs that came along when it was copied.
fn odd_signs(id: &str, span: Span, wanted: &[Kind], scope: &Scope<'_>) -> Option<Diagnostic> {
    if !id.contains(ODD_SIGNS) {
        return None;
    }
    let right: String = id.chars().filter(|sign| !ODD_SIGNS.contains(sign)).collect();
    let right = right.trim();
    scope.context.index.public_ids(wanted).find(|id| *id == right)?;
    let finding = Diagnostic::at(
        Code::V001,
        span,
        Bilingual::new(
            "Di sekitar id ini ada tanda kutip lengkung atau spasi keras.",
            "There are curly quotes or non-breaking blanks around this id.",
        ),
    )
    .note(Bilingual::new(format!("Tulis `{right}`."), format!("Write `{right}`.")));
    Some(fix(finding, id, span, right))
}

fn former(id: &str, span: Span, wanted: &[Kind], scope: &Scope<'_>) -> Option<Diagnostic> {
    let target = called(scope).by_former_id(wanted, id)?;
    let slot = scope.context.index.slot(target)?;
    let (now, place) = (&slot.id, scope.context.lines.place(slot.span));
    let finding = Diagnostic::at(
        Code::R014,
        span,
        Bilingual::new(
            format!("`{id}` adalah id lama; sekarang `{now}`."),
            format!("`{id}` is a former id; it is `{now}` now."),
        ),
    )
    .note(Bilingual::new(format!("Tulis `{now}` ({place})."), format!("Write `{now}` ({place}).")));
    Some(fix(finding, id, span, now))
}

fn region(id: &str, span: Span, wanted: &[Kind], scope: &Scope<'_>) -> Option<Diagnostic> {
    if !wanted.contains(&Kind::Region) {
        return None;
    }
    let called = called(scope);
    if let Some(target) = called.by_code(id) {
        return by_other_word(id, span, target, true, scope);
    }
    match called.by_name(id).as_slice() {
        [] => None,
        [one] => by_other_word(id, span, *one, false, scope),
        several => Some(by_bare_name(id, span, several, scope)),
    }
}

fn by_other_word(id: &str, span: Span, target: RecordRef, is_code: bool, scope: &Scope<'_>) -> Option<Diagnostic> {
    let slot = scope.context.index.slot(target)?;
    let (word, right) = (shown(id), &slot.id);
    let message = if is_code {
        Bilingual::new(
            format!("`{word}` adalah kode daerah, padahal di sini perlu idnya."),
            format!("`{word}` is the code of a region, but its id is needed here."),
        )
    } else {
        Bilingual::new(
            format!("`{word}` adalah nama daerah, padahal di sini perlu idnya."),
            format!("`{word}` is the name of a region, but its id is needed here."),
        )
    };
    let place = scope.context.lines.place(slot.span);
    let note = Bilingual::new(format!("Tulis `{right}` ({place})."), format!("Write `{right}` ({place})."));
    Some(fix(Diagnostic::at(Code::R009, span, message).note(note), id, span, right))
}

fn by_bare_name(id: &str, span: Span, several: &[RecordRef], scope: &Scope<'_>) -> Diagnostic {
    let word = shown(id);
    let mut ids: Vec<String> = several
        .iter()
        .filter_map(|target| scope.context.index.slot(*target))
        .map(|slot| format!("`{}`", slot.id))
        .collect();
    ids.sort();
    ids.truncate(3);
    Diagnostic::at(
        Code::R013,
        span,
        Bilingual::new(
            format!("`{word}` adalah nama beberapa daerah."),
            format!("`{word}` is the name of several regions."),
        ),
    )
    .note(Bilingual::new(
        format!("Tulis yang dimaksud sumber: {}.", ids.join(" atau ")),
        format!("Write the one that the source means: {}.", ids.join(" or ")),
    ))
}

fn unknown(id: &str, span: Span, wanted: &[Kind], scope: &Scope<'_>) -> Diagnostic {
    let index = scope.context.index;
    let close = suggest(id, index.public_ids(wanted));
    let names = kinds::names(wanted);
    let word = shown(id);
    let finding = Diagnostic::at(
        Code::R001,
        span,
        Bilingual::new(
            format!("Tidak ada {} dengan id `{word}`.", names.id),
            format!("There is no {} with the id `{word}`.", names.en),
        ),
    );
    if close.is_empty() {
        let folders: Vec<&str> = wanted.iter().map(|kind| kind.plural()).collect();
        let list = if folders.len() > 4 { "content/".to_owned() } else { folders.join(", ") };
        return finding.note(Bilingual::new(
            format!("Periksa ejaannya, atau tambahkan catatannya di {list}."),
            format!("Check the spelling, or add the record to {list}."),
        ));
    }
    let placed: Vec<String> = close
        .iter()
        .map(|id| {
            let place = index.span_of(wanted, id).map(|span| format!(" ({})", scope.context.lines.place(span)));
            format!("`{id}`{}", place.unwrap_or_default())
        })
        .collect();
    finding.note(Bilingual::new(
        format!("Mungkin maksudnya {}?", placed.join(" atau ")),
        format!("Did you mean {}?", placed.join(" or ")),
    ))
}

/// The repair that puts `right` in the place of the id; none where something else stands beside it.
fn fix(finding: Diagnostic, id: &str, span: Span, right: &str) -> Diagnostic {
    let (length, whole) = (id.len(), (span.end - span.start) as usize);
    let place = match whole.checked_sub(length) {
        Some(0) => span,
        // Quotes on both sides stay.
        Some(2) => Span { start: span.start + 1, end: span.end - 1, ..span },
        _ => return finding,
    };
    finding.fixed_by(Fix::replace(place, right))
}
