//! T003: interface words that are missing, unused by a language, or disagree between languages.

use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::read::ThemeFiles;
use crate::text::Messages;
use crate::value::Lang;
use std::collections::BTreeSet;

/// Reads the theme's words of every language of the site.
pub fn messages(theme: &ThemeFiles, languages: &[Lang], report: &mut Report) -> Vec<(Lang, Messages)> {
    let mut out = Vec::new();
    for lang in languages {
        match theme.messages.get(lang.as_str()) {
            None => report.push(missing_file(theme, lang)),
            Some((path, text)) => match Messages::parse(text) {
                Ok(messages) => out.push((lang.clone(), path, messages)),
                Err(problem) => report.push(unreadable(path, problem.line)),
            },
        }
    }
    if let Some(((_, first_path, first), rest)) = out.split_first() {
        for (_, path, other) in rest {
            compare(first_path, first, path, other, report);
        }
    }
    out.into_iter().map(|(lang, _, messages)| (lang, messages)).collect()
}

fn compare(first_path: &str, first: &Messages, path: &str, other: &Messages, report: &mut Report) {
    for (key, word) in first.iter() {
        match other.find(key) {
            None if !is_plural(key, first) => report.push(missing_key(path, key, first_path)),
            Some(found) if placeholders(found) != placeholders(word) => {
                report.push(other_placeholders(path, key, first_path));
            }
            _ => {}
        }
    }
    for (key, _) in other.iter() {
        if first.find(key).is_none() && !is_plural(key, other) {
            report.push(missing_key(first_path, key, path));
        }
    }
}

/// `people_one` beside `people`: only languages with a form for one have it.
fn is_plural(key: &str, messages: &Messages) -> bool {
    key.strip_suffix("_one").is_some_and(|plain| messages.find(plain).is_some())
}

fn placeholders(word: &str) -> BTreeSet<&str> {
    word.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

fn missing_file(theme: &ThemeFiles, lang: &Lang) -> Diagnostic {
    let path = format!("themes/{}/messages/{lang}.yaml", theme.name);
    Diagnostic::about(
        Code::T003,
        path.clone(),
        Bilingual::new(
            format!("Tema `{}` tidak punya kata untuk bahasa `{lang}`.", theme.name),
            format!("The theme `{}` has no words for the language `{lang}`.", theme.name),
        ),
    )
    .note(Bilingual::new(
        format!("Buat {path}, atau hapus `{lang}` dari `languages`."),
        format!("Make {path}, or remove `{lang}` from `languages`."),
    ))
}

fn unreadable(path: &str, line: usize) -> Diagnostic {
    Diagnostic::about(
        Code::T003,
        path,
        Bilingual::new(
            format!("Baris {line} tidak dapat dibaca sebagai daftar kata."),
            format!("Line {line} cannot be read as a table of words."),
        ),
    )
    .note(Bilingual::new("Tulis `kunci: \"kata\"` di setiap baris.", "Write `key: \"word\"` on every line."))
}

fn missing_key(path: &str, key: &str, other: &str) -> Diagnostic {
    Diagnostic::about(
        Code::T003,
        path,
        Bilingual::new(format!("Kata `{key}` tidak ada di sini."), format!("The word `{key}` is missing here.")),
    )
    .note(Bilingual::new(
        format!("Tambahkan `{key}: …`; kata itu ada di {other}."),
        format!("Add `{key}: …`; {other} has it."),
    ))
}

fn other_placeholders(path: &str, key: &str, other: &str) -> Diagnostic {
    Diagnostic::about(
        Code::T003,
        path,
        Bilingual::new(
            format!("Kata `{key}` memakai isian kurung yang lain daripada bahasa lain."),
            format!("The word `{key}` uses other placeholders than another language."),
        ),
    )
    .note(Bilingual::new(
        format!("Samakan nama di dalam {{…}} dengan yang ada di {other}."),
        format!("Use the names inside {{…}} that {other} uses."),
    ))
}
