//! The input files of a site.

use super::Metadata;
use super::ThemeFiles;
use super::classify::{Place, classify};
use crate::diag::{FileId, Places};
use crate::value::{Picture, PictureProblem};
use std::path::PathBuf;
use std::sync::Arc;

/// What an input file is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// `content/site.yaml`.
    Settings,
    /// A YAML file of records; the word is its top folder or stem (`cohorts`).
    Records(String),
    /// A story, by its path below `stories/` (`2022/lima-asn-papua.en.md`).
    Story(String),
    /// A standing page, by its path below `pages/`.
    Page(String),
}

/// An input file with text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as people know it, relative to the root, with `/`: `content/cohorts/2024.yaml`.
    pub path: String,
    /// What it is for.
    pub kind: SourceKind,
    /// The text, without byte-order mark.
    pub text: Arc<str>,
    /// BLAKE3 of the bytes.
    pub hash: [u8; 32],
    /// It began with a byte-order mark.
    pub marked: bool,
}

/// A file without text: a picture or document of `media/`, or what is copied as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawFile {
    /// Its address below the site's root, with `/`: `media/foto.jpg`, `robots.txt` from `static/robots.txt`.
    pub address: String,
    /// Where it is read from when it is published.
    pub from: PathBuf,
    /// Of a file of `media/` that should be a picture: what it is, or why it cannot be shown.
    pub picture: Option<Result<Picture, PictureProblem>>,
    /// What it tells beside what it shows.
    pub metadata: Metadata,
}

/// The outlines of regions, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineFile {
    /// The path as people know it: `content/media/outlines.geojson`.
    pub path: String,
    /// The text.
    pub text: String,
}

/// Every input file, in path order; a [`FileId`] is a place in `files`.
#[derive(Debug)]
#[expect(clippy::manual_non_exhaustive, reason = "sealed to `read`, not only to the crate")]
pub struct Sources {
    /// Files with text.
    pub files: Vec<SourceFile>,
    /// Files of `media/` and `static/`, by address.
    pub raw: Vec<RawFile>,
    /// The outlines of regions, if the site has any.
    pub outlines: Option<OutlineFile>,
    /// The theme.
    pub theme: ThemeFiles,
    /// Only `read` makes sources.
    #[expect(dead_code, reason = "a seal is never read")]
    pub(in crate::read) seal: (),
}

impl Sources {
    /// A site in memory: paths below `content/` with their texts, as `read` would find them.
    #[cfg(test)]
    pub fn for_tests(files: &[(&str, &str)]) -> Self {
        let words = |lang: &str| (lang.to_owned(), (format!("themes/t/messages/{lang}.yaml"), "a: b\n".to_owned()));
        let theme = ThemeFiles { messages: ["id", "en"].map(words).into(), ..ThemeFiles::default() };
        let mut sources = Self { files: Vec::new(), raw: Vec::new(), outlines: None, theme, seal: () };
        for (path, text) in files {
            let (top, rest) = path.split_once('/').unwrap_or(("", path));
            let kind = match (top, rest) {
                ("", "site.yaml") => SourceKind::Settings,
                ("", stem) => SourceKind::Records(stem.trim_end_matches(".yaml").to_owned()),
                ("stories", rest) => SourceKind::Story(rest.to_owned()),
                ("pages", rest) => SourceKind::Page(rest.to_owned()),
                ("media", _) => {
                    if *path == "media/outlines.geojson" {
                        let (path, text) = (format!("content/{path}"), (*text).to_owned());
                        sources.outlines = Some(OutlineFile { path, text });
                    }
                    let form = crate::value::PictureForm::Photo;
                    let picture = Picture { form, width: 1200, height: 800, hash: [0; 32] };
                    let picture = path.ends_with(".jpg").then_some(Ok(picture));
                    sources.raw.push(RawFile { address: (*path).to_owned(), picture, ..RawFile::default() });
                    continue;
                }
                ("static", rest) => {
                    sources.raw.push(RawFile { address: rest.to_owned(), ..RawFile::default() });
                    continue;
                }
                (folder, _) => SourceKind::Records(folder.to_owned()),
            };
            let (path, text) = (format!("content/{path}"), Arc::from(*text));
            sources.files.push(SourceFile { path, kind, text, hash: [0; 32], marked: false });
        }
        sources.files.sort_by(|a, b| a.path.cmp(&b.path));
        sources
    }

    /// The same sources as if `text` stood at `path` (`content/cohorts/2024.yaml`): what would be read after writing
    /// it. `None` if that is no place for records or prose.
    pub fn with(&self, path: &str, text: String) -> Option<Self> {
        let Place::Text(kind) = classify(path.strip_prefix("content/")?) else { return None };
        let hash = *blake3::hash(text.as_bytes()).as_bytes();
        let file = SourceFile { path: path.to_owned(), kind, text: text.into(), hash, marked: false };
        let mut files = self.files.clone();
        match files.binary_search_by(|other| other.path.as_str().cmp(path)) {
            Ok(at) => files[at] = file,
            Err(at) => files.insert(at, file),
        }
        let outlines = self.outlines.clone();
        Some(Self { files, raw: self.raw.clone(), outlines, theme: self.theme.clone(), seal: () })
    }

    /// Lets go of the texts of all files but those that `keep` names: what is checked needs its text no more, unless a
    /// finding shows a line of it. The settings stay: they say which language the summary of a build speaks.
    pub fn keep_texts(&mut self, keep: impl Fn(FileId) -> bool) {
        for (file, at) in self.files.iter_mut().zip(0..) {
            if file.kind != SourceKind::Settings && !keep(FileId(at)) {
                file.text = Arc::default();
            }
        }
    }

    /// Shares the texts of files that are as they were when `other` was read: two readings need not hold them twice.
    pub fn share_texts(&mut self, other: &Self) {
        for file in &mut self.files {
            let known = other.files.binary_search_by(|known| known.path.cmp(&file.path)).ok();
            if let Some(known) = known.map(|at| &other.files[at].text).filter(|known| ***known == *file.text) {
                file.text = Arc::clone(known);
            }
        }
    }

    /// Each file with its id.
    pub fn ids(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(u32::try_from(at).unwrap_or(u32::MAX)), file))
    }
}

impl Places for Sources {
    fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| &file.path)
    }

    fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| &file.text)
    }
}
