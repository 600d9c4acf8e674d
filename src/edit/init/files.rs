//! Everything that a new site begins with.

use super::records::records;
use super::regions::regions;
use crate::edit::schemas::{editor_files, schema_line};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/edit/init/starter");

/// What kind of site is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The language of the site: `id` or `en`.
    pub lang: &'static str,
    /// The regions of Indonesia come along.
    pub regions: bool,
}

/// Every file by its path below the root.
pub fn files(wish: Wish) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut put = |path: &str, text: String| drop(files.insert(path.to_owned(), text.into_bytes()));
    let lang = wish.lang;
    let (story, page) =
        if lang == "id" { ("dua-belas-aparatur", "tentang") } else { ("twelve-civil-servants", "about") };
    put("content/site.yaml", format!("{}{}", schema_line("content/site.yaml"), text(lang, "site.yaml")));
    put(&format!("content/stories/2025/{story}.md"), text(lang, "story.md"));
    put(&format!("content/pages/{page}.md"), text(lang, "page.md"));
    put("README.md", text(lang, "README.md"));
    put(".gitignore", "output/\n".to_owned());
    put("content/.obsidian/app.json", OBSIDIAN.to_owned());
    if wish.regions {
        regions(lang).into_iter().for_each(|(path, text)| put(&path, text));
    }
    records(&text(lang, "records.yaml"), lang).into_iter().for_each(|(path, text)| put(&path, text));
    files.extend(editor_files());
    files
}

/// Links as the content model has them: `[[id]]`, and pictures below media/.
const OBSIDIAN: &str = r#"{
  "useMarkdownLinks": false,
  "newLinkFormat": "shortest",
  "attachmentFolderPath": "media",
  "newFileLocation": "folder",
  "newFileFolderPath": "stories",
  "alwaysUpdateLinks": false,
  "showUnsupportedFiles": true
}
"#;

fn text(lang: &str, name: &str) -> String {
    let file = STARTER.get_file(format!("{lang}/{name}"));
    file.and_then(|file| file.contents_utf8()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Wish, files};
    use crate::value::Kind;

    #[test]
    fn every_kind_has_an_example() {
        for lang in ["id", "en"] {
            let files = files(Wish { lang, regions: false });
            for kind in Kind::ALL {
                let (file, folder) = (format!("content/{}.", kind.plural()), format!("content/{}/", kind.plural()));
                let there = files.keys().any(|path| path.starts_with(&file) || path.starts_with(&folder));
                assert!(there, "no {kind} in {lang}");
            }
            assert!(files.values().all(|bytes| !bytes.is_empty()));
        }
    }
}
