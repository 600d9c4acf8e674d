//! The sentence and the example of every field: `words.yaml`.

use crate::check::yaml::{Node, parse};
use crate::diag::{Bilingual, FileId, Report};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("words.yaml");

/// What a field means, and an example as it is written in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// One sentence, or two.
    pub meaning: Bilingual,
    /// An example.
    pub example: String,
}

static WORDS: LazyLock<BTreeMap<String, Words>> = LazyLock::new(read);

/// The words of `cohort.phases.start`; else those of all kinds for `phases.start`, or for any `start`.
pub fn words(kind: &str, path: &str) -> Option<&'static Words> {
    let name = path.rsplit('.').next().unwrap_or(path);
    let keys = [format!("{kind}.{path}"), format!("*.{path}"), format!("*.{name}")];
    keys.iter().find_map(|key| WORDS.get(key))
}

/// Whether every record may carry the field: its words are those of all kinds, and stand first.
pub fn is_common(name: &str) -> bool {
    const COMMON: [&str; 11] = [
        "summary",
        "sources",
        "tags",
        "draft",
        "publish_at",
        "updated",
        "aliases",
        "note",
        "people",
        "allow",
        "internal",
    ];
    COMMON.contains(&name)
}

fn read() -> BTreeMap<String, Words> {
    let root = parse(FileId(0), TEXT, 0, TEXT.len(), &mut Report::new());
    let fields = root.as_ref().and_then(|root| root.fields()).unwrap_or_default();
    let entry = |field: &crate::check::yaml::Field<'_>| {
        let text = |name: &str| text_of(&field.value, name).unwrap_or_default();
        let words = Words { meaning: Bilingual::new(text("id"), text("en")), example: text("example") };
        (field.name.to_string(), words)
    };
    fields.iter().map(entry).collect()
}

fn text_of(node: &Node<'_>, name: &str) -> Option<String> {
    let field = node.fields()?.iter().find(|field| field.name == name)?;
    Some(field.value.text()?.text.to_string())
}

#[cfg(test)]
mod tests {
    use super::{WORDS, words};
    use crate::check::describe::{Described, Shape, fields_of, fields_of_settings};
    use crate::value::Kind;
    use std::collections::BTreeSet;

    fn paths(kind: &str, before: &str, fields: &[Described], out: &mut BTreeSet<(String, String)>) {
        for field in fields {
            let path = format!("{before}{}", field.name);
            out.insert((kind.to_owned(), path.clone()));
            if let Shape::Table(fields) = &field.shape
                && path != "segments"
            {
                paths(kind, &format!("{path}."), fields, out);
            }
        }
    }

    #[test]
    fn every_field_has_words_and_every_line_a_field() {
        let mut all = BTreeSet::new();
        for kind in Kind::ALL {
            paths(kind.singular(), "", &fields_of(kind), &mut all);
        }
        paths("site", "", &fields_of_settings(), &mut all);
        let without: Vec<_> = all.iter().filter(|(kind, path)| words(kind, path).is_none()).collect();
        assert!(without.is_empty(), "no words for {without:?}");
        let left: Vec<_> = WORDS
            .keys()
            .filter(|key| {
                let (kind, path) = key.split_once('.').unwrap_or_default();
                !all.iter().any(|(k, p)| (p == path || p.ends_with(&format!(".{path}"))) && (kind == "*" || kind == k))
            })
            .collect();
        assert!(left.is_empty(), "words for no field: {left:?}");
        for (key, words) in WORDS.iter() {
            assert!(!words.meaning.id.is_empty() && !words.meaning.en.is_empty() && !words.example.is_empty(), "{key}");
        }
    }
}
