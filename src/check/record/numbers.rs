//! Readers of numbers and of yes or no.

use super::Scope;
use super::scope::shown;
use crate::check::describe::Shape;
use crate::check::yaml::Node;
use crate::diag::Code;
use crate::value::{Count, CountProblem};

/// A count: exact, approximate, a range, at least.
pub fn count<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Count> {
    if scope.describes(|| Shape::Count) {
        return None;
    }
    let found = scope.text_of(node)?;
    match Count::parse(found.text.trim()) {
        Ok(count) => Some(count),
        Err(problem) => {
            let word = shown(&found.text);
            let message = match problem {
                CountProblem::Shape => (format!("`{word}` bukan jumlah."), format!("`{word}` is not a count.")),
                CountProblem::Order => (
                    format!("Rentang `{word}` berakhir di bawah awalnya."),
                    format!("The range `{word}` ends below its start."),
                ),
                CountProblem::TooLarge => {
                    (format!("Jumlah `{word}` terlalu besar."), format!("The count `{word}` is too large."))
                }
            };
            scope.bad(
                Code::V004,
                node.span,
                message,
                (
                    "Tulis 5, \"~40\" (sekitar), \"22-23\" (rentang) atau \"84+\" (sedikitnya), tanpa titik ribuan.",
                    "Write 5, \"~40\" (about), \"22-23\" (range) or \"84+\" (at least), without thousands separators.",
                ),
            );
            None
        }
    }
}

/// A whole number from 0.
pub fn whole<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<u64> {
    if scope.describes(|| Shape::Whole) {
        return None;
    }
    let found = scope.text_of(node)?;
    let digits = !found.text.is_empty() && found.text.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| found.text.parse().ok()).flatten().filter(|number| *number < 1 << 53);
    if number.is_none() {
        not_a_number(node, &found.text, scope);
    }
    number
}

/// A decimal number that is not below zero, such as 81383.315.
pub fn size<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<f64> {
    if scope.describes(|| Shape::Size) {
        return None;
    }
    let text = number_text(node, scope)?;
    let number = text.parse().ok().filter(|number: &f64| number.is_finite())?;
    if number < 0.0 {
        scope.bad(
            Code::V004,
            node.span,
            (format!("`{text}` kurang dari nol."), format!("`{text}` is below zero.")),
            ("Tulis bilangan tanpa tanda kurang.", "Write the number without a minus sign."),
        );
        return None;
    }
    Some(number)
}

/// A decimal number as it is written.
pub fn number_text<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<String> {
    if scope.describes(|| Shape::Decimal) {
        return None;
    }
    let found = scope.text_of(node)?;
    let body = found.text.strip_prefix('-').unwrap_or(&found.text);
    let digits = |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|byte| byte.is_ascii_digit());
    let good = match body.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(body),
    };
    if good {
        return Some(found.text.to_string());
    }
    not_a_number(node, &found.text, scope);
    None
}

fn not_a_number(node: &Node<'_>, text: &str, scope: &mut Scope<'_>) {
    let word = shown(text);
    scope.bad(
        Code::V004,
        node.span,
        (format!("`{word}` bukan bilangan."), format!("`{word}` is not a number.")),
        (
            "Tulis angka saja, dengan titik sebagai tanda desimal dan tanpa pemisah ribuan.",
            "Write digits only, with a point as decimal sign and without thousands separators.",
        ),
    );
}

/// `true` or `false`.
pub fn flag<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<bool> {
    if scope.describes(|| Shape::Flag) {
        return None;
    }
    super::word(&[("true", true), ("false", false)])(node, scope)
}
