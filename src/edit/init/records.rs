//! The example records, written as `new` writes them.

use crate::edit::new::Draft;
use crate::edit::schemas::schema_line;
use crate::value::Kind;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The table of a language.
#[derive(Debug, Deserialize)]
struct Table {
    /// The line at the head of each file.
    comment: String,
    records: Vec<Example>,
}

#[derive(Debug, Deserialize)]
struct Example {
    kind: String,
    id: String,
    set: BTreeMap<String, String>,
}

/// The files of records by path, from the table `text`; comments are in `lang`.
///
/// The first record of a file says what else may be filled in.
pub fn records(text: &str, lang: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let Ok(table) = serde_saphyr::from_str::<Table>(text) else { return files };
    for example in table.records {
        let Some(kind) = Kind::from_word(&example.kind) else { continue };
        let draft = Draft { kind, id: Some(example.id), values: example.set.into_iter().collect() };
        let path = path(&draft, lang);
        match files.get_mut(&path) {
            Some(file) => {
                file.push('\n');
                file.push_str(&draft.bare());
            }
            None => {
                let file =
                    format!("{}# {}\n{}", schema_line(&path), table.comment, draft.written(lang, &[lang.to_owned()]));
                files.insert(path, file);
            }
        }
    }
    files
}

/// Reference records have a file a kind, regions a folder; the others a file a year.
fn path(draft: &Draft, lang: &str) -> String {
    let kind = draft.kind.plural();
    match draft.kind {
        Kind::Region if lang == "id" => "content/regions/contoh.yaml".to_owned(),
        Kind::Region => "content/regions/example.yaml".to_owned(),
        Kind::Institution | Kind::Program | Kind::Topic | Kind::Source => format!("content/{kind}.yaml"),
        _ => format!("content/{kind}/{}.yaml", draft.year().unwrap_or("2025")),
    }
}
