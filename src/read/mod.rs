//! Step 1: every input file once, in path order, with its content hash.
//!
//! In: the root folder. Out: [`Sources`]. The only room that reads: `content/`, the theme's folder
//! (over the theme that the binary carries), and nothing else.
//!
//! 1. `walk` finds the regular files of a folder and keeps links inside it;
//! 2. `classify` says from the path alone what a file is for;
//! 3. `decode` turns bytes into text, or says where they are no text;
//! 4. `pictures` reads the headers of pictures, `metadata` looks for the place where one was taken;
//! 5. `peek` looks up the theme's name, because the theme is read before the settings are parsed;
//! 6. `theme` lays the site's theme folder over the carried one.
#![expect(clippy::disallowed_methods, reason = "this is the room that reads")]

mod classify;
mod decode;
mod load;
mod metadata;
mod names;
mod outlines;
mod peek;
mod pictures;
mod sources;
mod theme;
mod walk;

pub use metadata::Metadata;
pub use sources::{OutlineFile, RawFile, SourceFile, SourceKind, Sources};
pub use theme::ThemeFiles;

use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::options::Options;
use std::path::Path;

/// The bytes of a file that is published as it is: what the preview shows. At most 256 MiB.
///
/// # Errors
/// What the system says.
pub fn raw_bytes(file: &Path) -> std::io::Result<Vec<u8>> {
    decode::bytes_of(file)
}

/// The text of a file as [`read`] would take it up; none where that would report something.
pub fn text_again(file: &Path) -> Option<String> {
    decode::text_of(file, "").ok().map(|decoded| decoded.text)
}

/// Reads everything. Findings (unreadable files, names, links) go to the report; `None` when there is no site.
///
/// A site whose settings exist and cannot be read is a site: there is an error in the report and
/// no [`SourceKind::Settings`] among the files.
pub fn read(options: &Options, report: &mut Report) -> Option<Sources> {
    let content = options.root.join("content");
    if !is_site(&options.root) {
        report.push(no_site(&options.root, content.is_dir()));
        return None;
    }
    let (files, raw) = load::load(&content, report);
    let outlines = outlines::outlines(&raw, report);
    let mut sources = Sources { files, raw, outlines, theme: ThemeFiles::default(), seal: () };
    sources.theme = theme::load(&options.root, &sources, report);
    Some(sources)
}

/// The default language of the site at `root` as its settings word it; none where there is no site, or they do not say.
pub fn language_at(root: &Path) -> Option<String> {
    let settings = ["site.yaml", "site.yml"].iter().find_map(|name| text_again(&root.join("content").join(name)))?;
    peek::word_of(&settings, "languages").map(|at| settings[at].to_owned())
}

/// Whether there is a site at `root`, whole or broken.
pub fn is_site(root: &Path) -> bool {
    let content = root.join("content");
    ["site.yaml", "site.yml"].iter().any(|name| content.join(name).symlink_metadata().is_ok())
}

fn no_site(root: &Path, has_content: bool) -> Diagnostic {
    let (id, en) = if has_content {
        ("Situs tidak ditemukan: `content/site.yaml` tidak ada.", "No site found: `content/site.yaml` is missing.")
    } else {
        ("Situs tidak ditemukan: folder `content/` tidak ada.", "No site found: there is no folder `content/`.")
    };
    let root = names::typed(root);
    Diagnostic::about(Code::I006, "content/site.yaml", Bilingual::new(id, en))
        .note(Bilingual::new(format!("Dicari di `{root}`."), format!("Looked for in `{root}`.")))
        .note(Bilingual::new(
            "Jalankan di folder yang memuat `content/`, atau sebutkan foldernya dengan `--root`.",
            "Run it in the folder that holds `content/`, or name that folder with `--root`.",
        ))
}

#[cfg(test)]
mod tests;
