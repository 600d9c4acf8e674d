//! What people type, as it is written in a record.

use crate::check::describe::{Described, Shape};
use crate::value::is_id;

/// The value of a field, from everything that was given for it: (the rest of its path, the text).
///
/// Lists take several texts or one with commas; what is YAML in brackets already stays as it is.
pub fn value(field: Option<&Described>, given: &[(&str, &str)]) -> String {
    let Some(field) = field else { return given.iter().map(|(_, text)| scalar(text)).collect::<Vec<_>>().join(" ") };
    if given.iter().any(|(rest, _)| !rest.is_empty()) {
        let table = table(field, given);
        return if field.list { format!("[{table}]") } else { table };
    }
    let texts: Vec<&str> = given.iter().map(|(_, text)| text.trim()).collect();
    if let [one] = texts.as_slice()
        && is_bracketed(field, one)
    {
        let one = one.replace(['\n', '\r'], " ");
        return if field.list && one.starts_with('{') { format!("[{one}]") } else { one };
    }
    if field.list {
        let items = texts.iter().flat_map(|text| items(field, text));
        return format!("[{}]", items.collect::<Vec<_>>().join(", "));
    }
    // A field is written once: the last word counts.
    texts.last().map_or_else(String::new, |text| one(&field.shape, text))
}

/// A text that YAML reads back as the same text, also between brackets.
pub fn scalar(text: &str) -> String {
    if is_plain(text) && !is_number(text) { text.to_owned() } else { quoted(text) }
}

fn items(field: &Described, text: &str) -> Vec<String> {
    if text.starts_with('{') {
        return vec![text.to_owned()];
    }
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| one(&field.shape, part)).collect()
}

/// `title.id`, `title.en`: the fields of one table.
fn table(field: &Described, given: &[(&str, &str)]) -> String {
    let inner: &[Described] = if let Shape::Table(fields) = &field.shape { fields } else { &[] };
    let mut names: Vec<&str> = Vec::new();
    for (rest, _) in given {
        let name = rest.split('.').next().unwrap_or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let entry = |name: &&str| {
        let own: Vec<(&str, &str)> = given
            .iter()
            .filter(|(rest, _)| rest.split('.').next() == Some(*name))
            .map(|(rest, text)| (rest.split_once('.').map_or("", |(_, rest)| rest), *text))
            .collect();
        let field = inner.iter().find(|field| field.name == *name);
        format!("{}: {}", if is_id(name) { (*name).to_owned() } else { scalar(name) }, value(field, &own))
    };
    format!("{{{}}}", names.iter().map(entry).collect::<Vec<_>>().join(", "))
}

/// Lists and tables as YAML writes them in a line.
fn is_bracketed(field: &Described, text: &str) -> bool {
    let is_table = matches!(
        field.shape,
        Shape::Localized | Shape::LocalizedId | Shape::Place | Shape::Breakdown | Shape::Table(_) | Shape::Anything
    );
    text.starts_with('[') && text.ends_with(']') && (field.list || field.shape == Shape::Tile)
        || text.starts_with('{') && text.ends_with('}') && is_table
}

fn one(shape: &Shape, text: &str) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match shape {
        Shape::Code => quoted(text),
        Shape::Count | Shape::Whole if digits(text) => text.to_owned(),
        Shape::Count | Shape::Whole => quoted(text),
        Shape::Decimal if is_number(text) => text.to_owned(),
        Shape::Flag if matches!(text, "true" | "false") => text.to_owned(),
        Shape::Date | Shape::Id | Shape::Reference(_) | Shape::Place if is_plain(text) => text.to_owned(),
        Shape::Duration if text.starts_with('~') => text.to_owned(),
        _ => scalar(text),
    }
}

/// Letters, digits and what is harmless between them; no word that YAML takes for something else.
fn is_plain(text: &str) -> bool {
    let harmless = |(at, c): (usize, char)| match c {
        ':' => text[at + 1..].chars().next().is_some_and(|next| !next.is_whitespace()),
        ' ' => !text[at + 1..].starts_with('#'),
        _ => c.is_alphanumeric() || "-_./+()~;?=&%@'#".contains(c),
    };
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    text.starts_with(char::is_alphanumeric)
        && !text.ends_with(' ')
        && text.char_indices().all(harmless)
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

/// What YAML may take for a number or a date.
fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok()
        || text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_hexdigit() || "-_.:xoeE+TZ ".contains(c))
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{scalar, value};
    use crate::check::describe::{Described, Subject};
    use crate::value::Kind;
    use proptest::prelude::*;

    fn written(kind: Kind, name: &str, given: &[(&str, &str)]) -> String {
        let fields: Vec<Described> = Subject::Kind(kind).fields();
        value(fields.iter().find(|field| field.name == name), given)
    }

    #[test]
    fn each_field_is_written_as_records_have_it() {
        for (kind, name, text, expected) in [
            (Kind::Cohort, "origin", "papua", "[papua]"),
            (Kind::Cohort, "origin", "papua, papua-barat", "[papua, papua-barat]"),
            (Kind::Cohort, "origin", "[papua]", "[papua]"),
            (Kind::Cohort, "origin", "{label: Papua}", "[{label: Papua}]"),
            (Kind::Cohort, "participants", "42", "42"),
            (Kind::Cohort, "participants", "~40", "\"~40\""),
            (Kind::Cohort, "start", "2022-11-07", "2022-11-07"),
            (Kind::Cohort, "start", "2022~", "2022~"),
            (Kind::Cohort, "number", "3", "\"3\""),
            (Kind::Cohort, "title", "{id: A, en: B}", "{id: A, en: B}"),
            (Kind::Cohort, "title", "Magang: 2022", "\"Magang: 2022\""),
            (Kind::Cohort, "draft", "true", "true"),
            (Kind::Evaluation, "value", "4.2", "4.2"),
            (Kind::Evaluation, "n", "38", "38"),
            (Kind::Source, "url", "https://contoh.go.id/a?b=1", "https://contoh.go.id/a?b=1"),
            (Kind::Statement, "text", "tidak, [bukan]", "\"tidak, [bukan]\""),
            (Kind::Visit, "duration", "~P1M", "~P1M"),
        ] {
            assert_eq!(written(kind, name, &[("", text)]), expected, "{name}={text}");
        }
        assert_eq!(written(Kind::Cohort, "origin", &[("", "papua"), ("", "bali")]), "[papua, bali]");
        assert_eq!(written(Kind::Cohort, "title", &[("id", "Satu"), ("en", "No")]), "{id: Satu, en: \"No\"}");
        assert_eq!(written(Kind::Region, "codes", &[("code", "35.73")]), "[{code: \"35.73\"}]");
        assert_eq!(written(Kind::Cohort, "hots", &[("", "x")]), "x", "the check tells of unknown fields");
    }

    proptest! {
        /// Whatever is typed comes back as it was, in a line and between brackets.
        #[test]
        fn texts_come_back(text in "\\PC{0,40}|[ -~\\n\\t]{0,40}") {
            let record = format!("a: {0}\nb: [{0}, {{c: {0}}}]\n", scalar(&text));
            let read: serde_json::Value = serde_saphyr::from_str(&record).unwrap();
            prop_assert_eq!(&read["a"], &serde_json::json!(text));
            prop_assert_eq!(&read["b"][0], &serde_json::json!(text));
            prop_assert_eq!(&read["b"][1]["c"], &serde_json::json!(text));
        }
    }
}
