//! What every message must be: plain, short, with a repair.

use terbit::diag::{Bilingual, Diagnostic};

/// Words of the implementation, which staff need not know.
const FORBIDDEN: [&str; 22] = [
    "mapping",
    "sequence",
    "scalar",
    "deserialize",
    "deserialise",
    "serde",
    "null",
    "invalid type",
    "option",
    "struct",
    "enum",
    "string",
    "boolean",
    "integer",
    "float",
    "parse",
    "parser",
    "token",
    "byte",
    "rust",
    "panic",
    "unwrap",
];

/// What is wrong with the words of a finding.
pub fn problems(finding: &Diagnostic) -> Vec<String> {
    let mut wrong = Vec::new();
    let texts = [&finding.message].into_iter().chain(&finding.label).chain(&finding.notes);
    for text in texts.clone() {
        for text in [&text.id, &text.en] {
            wrong.extend(forbidden(text).map(|word| format!("`{word}` in: {text}")));
        }
    }
    if finding.notes.is_empty() {
        wrong.push(format!("no repair: {}", finding.message.en));
    }
    for text in [&finding.message.id, &finding.message.en] {
        let first = text.split_inclusive(['.', '?', '!']).next().unwrap_or_default();
        if first.split_whitespace().count() > 20 {
            wrong.push(format!("more than 20 words: {text}"));
        }
        if text.trim().is_empty() {
            wrong.push("an empty message".to_owned());
        }
    }
    if finding.message.id == finding.message.en {
        wrong.push(format!("not translated: {}", finding.message.en));
    }
    wrong.extend(too_many(&finding.notes));
    wrong
}

/// Suggestions are at most three.
fn too_many(notes: &[Bilingual]) -> Option<String> {
    let note = notes.iter().find(|note| note.en.starts_with("Did you mean"))?;
    let names = note.en.matches('`').count() / 2;
    (names > 3).then(|| format!("more than three suggestions: {}", note.en))
}

/// The forbidden words of a text, quoted names of the source left out.
fn forbidden(text: &str) -> impl Iterator<Item = &'static str> {
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ").to_lowercase();
    FORBIDDEN.into_iter().filter(move |word| {
        plain.match_indices(word).any(|(at, _)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !is_letter(plain[..at].chars().next_back()) && !is_letter(plain[at + word.len()..].chars().next())
        })
    })
}

/// Fails on a forbidden word outside quotes and fences.
pub fn assert_plain(name: &str, text: &str) {
    let mut is_fence = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_fence = !is_fence;
        } else if !is_fence {
            let found: Vec<&str> = forbidden(line).collect();
            assert!(found.is_empty(), "{name}: {found:?} in: {line}");
        }
    }
}
