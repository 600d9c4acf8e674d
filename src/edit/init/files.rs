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
    let (story, page, accessibility, privacy) = if lang == "id" {
        ("dua-belas-aparatur", "tentang", "aksesibilitas", "privasi")
    } else {
        ("twelve-civil-servants", "about", "accessibility", "privacy")
    };
    put("content/site.yaml", format!("{}{}", schema_line("content/site.yaml"), text(lang, "site.yaml")));
    put(&format!("content/stories/2025/{story}.md"), text(lang, "story.md"));
    put(&format!("content/pages/{page}.md"), text(lang, "page.md"));
    put(&format!("content/pages/{accessibility}.md"), text(lang, "accessibility.md"));
    put(&format!("content/pages/{privacy}.md"), text(lang, "privacy.md"));
    put("README.md", text(lang, "README.md"));
    if wish.regions {
        regions(lang).into_iter().for_each(|(path, text)| put(&path, text));
    }
    records(&text(lang, "records.yaml"), lang).into_iter().for_each(|(path, text)| put(&path, text));
    if let Some(folder) = STARTER.get_dir("all") {
        in_every_language(folder, &mut files);
    }
    files.extend(editor_files());
    files
}

/// What is the same in every language: `starter/all/` lies as it is below the root of the site.
fn in_every_language(folder: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        if let Some(path) =
            file.path().to_str().and_then(|path| path.replace('\\', "/").strip_prefix("all/").map(str::to_owned))
        {
            files.insert(path, file.contents().to_vec());
        }
    }
    folder.dirs().for_each(|folder| in_every_language(folder, files));
}

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
