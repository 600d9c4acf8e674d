//! V011: words that mean something else to other programs that read YAML.

use super::Scope;
use crate::check::yaml::{Node, Style};
use crate::diag::{Bilingual, Code, Diagnostic, Fix};

/// V011: a word without quotes that other programs read as yes, no, nothing or a number.
pub(super) fn trap<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) {
    let Some(found) = node.text().filter(|found| found.style == Style::Plain && is_trap(&found.text)) else { return };
    let word = &found.text;
    let finding = Diagnostic::at(
        Code::V011,
        node.span,
        Bilingual::new(
            format!("Tanpa tanda kutip, `{word}` dibaca program lain sebagai sesuatu yang lain."),
            format!("Without quotes, other programs read `{word}` as something else."),
        ),
    )
    .note(Bilingual::new(format!("Tulis `\"{word}\"`."), format!("Write `\"{word}\"`.")))
    .fixed_by(Fix::replace(node.span, format!("\"{word}\"")));
    scope.push(finding);
}

/// Words that YAML 1.1 and spreadsheets turn into yes or no, and numbers that would not come back as written.
fn is_trap(word: &str) -> bool {
    const WORDS: [&str; 8] = ["yes", "no", "on", "off", "true", "false", "y", "n"];
    let lower = word.to_ascii_lowercase();
    if WORDS.contains(&lower.as_str()) {
        return true;
    }
    let body = lower.trim_start_matches(['-', '+']);
    if !body.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let digits = body.bytes().all(|b| b.is_ascii_digit());
    let zero = digits && body.len() > 1 && body.starts_with('0');
    let time = body.split(':').count() > 1
        && body.split(':').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let lines = body.contains('_') && body.bytes().all(|b| b.is_ascii_digit() || b == b'_' || b == b'.');
    let power = body.split_once('e').is_some_and(|(whole, power)| {
        !whole.is_empty()
            && whole.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && power.trim_start_matches(['-', '+']).bytes().all(|b| b.is_ascii_digit())
            && power.bytes().any(|b| b.is_ascii_digit())
    });
    let hex =
        body.strip_prefix("0x").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_hexdigit()));
    zero || time || lines || power || hex
}
