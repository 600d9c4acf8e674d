//! The regions of Indonesia, as this repository has them.

use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static REGIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content/regions");

/// Where they come from and under which licence; the licence asks for its notice to go along.
const NOTICE: &str = include_str!("../../../tools/import/data/LICENSE");

/// The first line of each file, in place of the one that names our own tables.
fn first_line(lang: &str) -> &'static str {
    if lang == "id" {
        "# Kode dan nama: Kepmendagri 300.2.2-2430/2025, dari cahyadsn/wilayah (MIT License, lihat README.md di folder ini).\n"
    } else {
        "# Codes and names: Kepmendagri 300.2.2-2430/2025, from cahyadsn/wilayah (MIT License, see README.md in this folder).\n"
    }
}

/// The files of Indonesia's regions by path, their names in one language, and the notice.
pub fn regions(lang: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for file in REGIONS.files() {
        let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) else { continue };
        if name.ends_with(".yaml") && name != "abroad.yaml" {
            let text = text.split_once('\n').filter(|(first, _)| first.starts_with('#')).map_or(text, |(_, rest)| rest);
            files.insert(
                format!("content/regions/{name}"),
                format!("{}{}", first_line(lang), in_one_language(text, lang)),
            );
        }
    }
    files.insert("content/regions/README.md".to_owned(), NOTICE.to_owned());
    files
}

/// `name:` with a line for each language becomes the one text of `lang`.
fn in_one_language(text: &str, lang: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim() != "name:" {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        while let Some((tag, name)) = lines.peek().and_then(|line| line.strip_prefix("    ")?.split_once(": ")) {
            if tag == lang {
                out.push_str(&format!("{line} {name}\n"));
            }
            lines.next();
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{in_one_language, regions};

    #[test]
    fn names_of_two_languages_become_one() {
        let text = "- id: indonesia\n  name:\n    id: Indonesia\n    en: Indonesia!\n  kind: country\n";
        assert_eq!(in_one_language(text, "en"), "- id: indonesia\n  name: Indonesia!\n  kind: country\n");
    }

    #[test]
    fn the_notice_goes_along() {
        let files = regions("id");
        assert!(files.len() > 38 && files["content/regions/README.md"].contains("Copyright (c) 2017-2025 Cahya DSN"));
        assert!(!files.values().any(|text| text.contains("tools/import/;")));
    }
}
