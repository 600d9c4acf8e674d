//! The files of a theme: the site's `themes/<name>/` over the one that the binary carries.

use super::Sources;
use super::decode::{bytes_of, text_of};
use super::names::shown;
use super::peek::word_of;
use super::walk::{unreadable, walk};
use crate::diag::{Bilingual, Code, Diagnostic, Report, Span, suggest};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::Path;

/// The theme of a site that names none, and the one that the binary carries.
const CARRIED: &str = "warta";

static WARTA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/warta");

/// A theme as files, by path below its folder, in path order.
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    /// Its name.
    pub name: String,
    /// `templates/**`: name below `templates/` (`region.html`) to text.
    pub templates: BTreeMap<String, String>,
    /// `messages/<lang>.yaml`: language to (path as people know it, text).
    pub messages: BTreeMap<String, (String, String)>,
    /// `assets/**`: path below `assets/` to bytes.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// `share/**`: what share images are made with, and is not published: `regular.ttf`, `bold.ttf`.
    pub share: BTreeMap<String, Vec<u8>>,
    /// `theme.yaml`: (path as people know it, text); none where the theme has no such file.
    pub settings: Option<(String, String)>,
}

impl ThemeFiles {
    /// The theme that the binary carries.
    pub fn carried() -> Self {
        let mut theme = Self { name: CARRIED.to_owned(), ..Self::default() };
        theme.add_carried(&WARTA);
        theme
    }

    /// BLAKE3 of everything in it.
    pub fn hash(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        let mut add = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        add(self.name.as_bytes());
        for (name, text) in &self.templates {
            add(name.as_bytes());
            add(text.as_bytes());
        }
        for (lang, (_, text)) in &self.messages {
            add(lang.as_bytes());
            add(text.as_bytes());
        }
        for (name, bytes) in self.assets.iter().chain(&self.share) {
            add(name.as_bytes());
            add(bytes);
        }
        add(self.settings.as_ref().map_or(b"", |(_, text)| text.as_bytes()));
        hasher.finalize()
    }

    fn add_carried(&mut self, folder: &Dir<'_>) {
        for file in folder.files() {
            let Some(path) = file.path().to_str().map(|path| path.replace('\\', "/")) else { continue };
            match Part::of(&path) {
                Some(part) if part.is_text() => {
                    let text = String::from_utf8_lossy(file.contents()).into_owned();
                    self.add_text(&part, format!("themes/{CARRIED}/{path}"), text);
                }
                Some(part) => self.add_bytes(part, file.contents().to_vec()),
                None => {}
            }
        }
        for folder in folder.dirs() {
            self.add_carried(folder);
        }
    }

    fn add_text(&mut self, part: &Part, path: String, text: String) {
        match part {
            Part::Template(name) => {
                self.templates.insert(name.clone(), text);
            }
            Part::Messages(lang) => {
                self.messages.insert(lang.clone(), (path, text));
            }
            Part::Settings => self.settings = Some((path, text)),
            Part::Asset(_) | Part::Share(_) => {}
        }
    }

    fn add_bytes(&mut self, part: Part, bytes: Vec<u8>) {
        match part {
            Part::Asset(name) => drop(self.assets.insert(name, bytes)),
            Part::Share(name) => drop(self.share.insert(name, bytes)),
            Part::Template(_) | Part::Messages(_) | Part::Settings => {}
        }
    }

    /// Lays the files of a folder over these.
    fn add_folder(&mut self, folder: &Path, report: &mut Report) {
        let home = format!("themes/{}", self.name);
        for found in walk(folder, &home, |_| false, report) {
            let path = format!("{home}/{}", shown(&found.relative));
            let below: Option<Vec<&str>> = found.relative.iter().map(std::ffi::OsStr::to_str).collect();
            match below.and_then(|below| Part::of(&below.join("/"))) {
                Some(part) if !part.is_text() => match bytes_of(&found.full) {
                    Ok(bytes) => self.add_bytes(part, bytes),
                    Err(error) => report.push(unreadable(&path, &error)),
                },
                Some(part) => match text_of(&found.full, &path) {
                    Ok(decoded) => self.add_text(&part, path, decoded.text),
                    Err(finding) => report.push(*finding),
                },
                None => {}
            }
        }
    }
}

/// Reads the theme that the settings name. Where there is no such theme the carried one stands in,
/// so that the one mistake is not told once more for every template and word.
pub(in crate::read) fn load(root: &Path, sources: &Sources, report: &mut Report) -> ThemeFiles {
    let named = sources.settings().and_then(|(id, text)| {
        word_of(text, "theme").map(|at| (text[at.clone()].to_owned(), Span::new(id, at.start, at.end)))
    });
    let name = named.as_ref().map_or(CARRIED, |(name, _)| name.as_str());
    let folder = root.join("themes").join(name);
    let is_name = !name.contains(['/', '\\', '\0']) && !name.starts_with('.');
    if is_name && folder.is_dir() {
        let mut theme = ThemeFiles::carried();
        if name != CARRIED {
            // A theme of its own shares nothing with the carried one but the words it does not bring.
            theme = ThemeFiles { name: name.to_owned(), messages: theme.messages, ..ThemeFiles::default() };
        }
        theme.add_folder(&folder, report);
        return theme;
    }
    if let Some((name, span)) = named.filter(|(name, _)| name != CARRIED) {
        report.push(unknown_theme(root, &name, span));
    }
    ThemeFiles::carried()
}

/// What a file of a theme is for.
enum Part {
    Template(String),
    Messages(String),
    Asset(String),
    Share(String),
    Settings,
}

impl Part {
    fn of(path: &str) -> Option<Self> {
        if path == "theme.yaml" {
            return Some(Self::Settings);
        }
        let (folder, rest) = path.split_once('/')?;
        match folder {
            "templates" => Some(Self::Template(rest.to_owned())),
            "messages" => {
                let lang = rest.strip_suffix(".yaml").or_else(|| rest.strip_suffix(".yml"))?;
                Some(Self::Messages(lang.to_owned()))
            }
            "assets" => Some(Self::Asset(rest.to_owned())),
            "share" => Some(Self::Share(rest.to_owned())),
            _ => None,
        }
    }

    fn is_text(&self) -> bool {
        !matches!(self, Self::Asset(_) | Self::Share(_))
    }
}

fn unknown_theme(root: &Path, name: &str, span: Span) -> Diagnostic {
    let mut themes = vec![CARRIED.to_owned()];
    for entry in std::fs::read_dir(root.join("themes")).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            themes.push(shown(Path::new(&entry.file_name())));
        }
    }
    themes.sort_unstable();
    themes.dedup();
    let close = suggest(name, themes.iter().map(String::as_str))
        .first()
        .map(|close| Bilingual::new(format!("Mungkin maksudnya `{close}`?"), format!("Did you mean `{close}`?")));
    let name = shown(Path::new(name));
    Diagnostic::at(
        Code::T001,
        span,
        Bilingual::new(format!("Tema `{name}` tidak ada."), format!("There is no theme `{name}`.")),
    )
    .note_if(close)
    .note(Bilingual::new(
        format!("Yang ada: {}. Tema sendiri ditaruh di `themes/<nama>/`.", themes.join(", ")),
        format!("There are: {}. A theme of your own lies in `themes/<name>/`.", themes.join(", ")),
    ))
}
