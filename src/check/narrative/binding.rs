//! What a `[[…]]` leads to: a record, a year, or a value of one.

use super::target::Surroundings;
use crate::check::catalog::Link;
use crate::check::index::Found;
use crate::check::record::fields::did_you_mean;
use crate::check::record::scope::shown;
use crate::check::record::{Scope, resolve};
use crate::diag::{Bilingual, Code, Diagnostic, Fix, Span, suggest};
use crate::text::markdown::Binding;
use crate::value::{BY_YEAR, FIGURE_WORDS, Kind, field_words, has_figures};
use std::ops::Range;

/// What `one` leads to; a finding if nothing, or if a text was written in place of a value.
pub fn lead(
    one: &Binding,
    span: &dyn Fn(&Range<usize>) -> Span,
    around: &Surroundings<'_>,
    scope: &mut Scope<'_>,
) -> Option<Link> {
    let link = target(one, span(&one.key_range), around, scope)?;
    if one.figure.is_some() && one.label.is_some() {
        unused_label(one, span(&(one.key_range.end..one.range.end - "]]".len())), scope);
    }
    Some(link)
}

fn target(one: &Binding, span: Span, around: &Surroundings<'_>, scope: &mut Scope<'_>) -> Option<Link> {
    let target = one.target.trim();
    let year = target.parse::<i32>().ok().filter(|_| target.len() == 4 && target.bytes().all(|b| b.is_ascii_digit()));
    let known = matches!(scope.context.index.find(&Kind::ALL, target), Found::One(_));
    if let (Some(year), false) = (year, known) {
        if !around.addresses.years.contains(&year) && !scope.context.index.is_incomplete(&Kind::ALL) {
            no_year(year, span, scope);
            return None;
        }
        let words: Vec<&str> = FIGURE_WORDS.iter().copied().chain([BY_YEAR]).collect();
        figure(one, &words, span, scope)?;
        return Some(Link::Year { year, figure: one.figure.clone() });
    }
    let target = resolve(target, span, &Kind::ALL, scope)?;
    let mut words: Vec<&str> = field_words(target.kind).to_vec();
    if has_figures(target.kind) {
        words.extend(FIGURE_WORDS);
        words.push(BY_YEAR);
    }
    figure(one, &words, span, scope)?;
    Some(Link::Record { target, figure: one.figure.clone() })
}

/// Whether the name after `#` is one of `words`.
fn figure(one: &Binding, words: &[&str], span: Span, scope: &mut Scope<'_>) -> Option<()> {
    let Some(name) = &one.figure else { return Some(()) };
    let key = &one.key;
    if name == BY_YEAR && words.contains(&BY_YEAR) && !one.block {
        scope.bad(
            Code::N003,
            span,
            (
                "`by_year` adalah bagan dan tidak dapat berada di dalam kalimat.".to_owned(),
                "`by_year` is a chart and cannot stand within a sentence.".to_owned(),
            ),
            ("Tulis `![[…#by_year]]` di barisnya sendiri.", "Write `![[…#by_year]]` on a line of its own."),
        );
        return None;
    }
    if words.contains(&name.as_str()) {
        return Some(());
    }
    let close = suggest(name, words.iter().copied());
    let list = words.join(", ");
    let (name, key) = (shown(name), shown(key));
    let finding = Diagnostic::at(
        Code::N003,
        span,
        Bilingual::new(
            format!("Angka `{name}` tidak ada pada `{key}`."),
            format!("There is no figure `{name}` in `{key}`."),
        ),
    )
    .note_if(did_you_mean(&close))
    .note(Bilingual::new(format!("Yang ada: {list}."), format!("There are {list}.")));
    scope.push(finding);
    None
}

/// A text in place of a value would be a figure that may disagree with the records.
fn unused_label(one: &Binding, span: Span, scope: &mut Scope<'_>) {
    let (bang, key) = (if one.block { "!" } else { "" }, shown(&one.key));
    let finding = Diagnostic::at(
        Code::N018,
        span,
        Bilingual::new(
            "Teks sesudah `|` tidak dipakai: yang tampil adalah nilai dari catatan.",
            "The text after `|` is not used: what shows is the value of the record.",
        ),
    )
    .note(Bilingual::new(format!("Tulis `{bang}[[{key}]]`."), format!("Write `{bang}[[{key}]]`.")))
    .fixed_by(Fix::replace(span, String::new()));
    scope.push(finding);
}

fn no_year(year: i32, span: Span, scope: &mut Scope<'_>) {
    scope.bad(
        Code::R001,
        span,
        (
            format!("Tidak ada kegiatan atau cerita dari tahun {year}."),
            format!("There is no activity or story of the year {year}."),
        ),
        ("Periksa tahunnya, atau hapus tautannya.", "Check the year, or remove the link."),
    );
}

/// `[[…]]` that would be published with its brackets.
pub fn unread(text: &str, span: Span, scope: &mut Scope<'_>) {
    let word = shown(text.lines().next().unwrap_or_default());
    scope.bad(
        Code::N001,
        span,
        (
            format!("`{word}` tidak terbaca sebagai tautan ke catatan."),
            format!("`{word}` cannot be read as a link to a record."),
        ),
        (
            "Tulis [[id]] atau [[id|teks]] di satu baris, tanpa kurung siku dan tanda ` di dalamnya; \\[\\[ untuk kurung biasa.",
            "Write [[id]] or [[id|text]] on one line, without brackets and signs ` in it; \\[\\[ for plain brackets.",
        ),
    );
}
