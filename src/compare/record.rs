//! What a published site holds.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The version of the document; fields are added, never renamed or removed.
const VERSION: u32 = 1;

/// Above this no page is an old address: those hold one link.
const SMALL: usize = 4096;

/// A published site: `terbit build --manifest` writes it as JSON. Equal input and clock give equal bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteRecord {
    /// 1.
    pub version: u32,
    /// The program and its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generator: Option<String>,
    /// The clock of the build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// What it was made of, where a build wrote this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Inputs>,
    /// Every file, by path.
    pub files: BTreeMap<String, FileRecord>,
    /// Published figures: by page, then by name.
    pub figures: BTreeMap<String, BTreeMap<String, Figure>>,
}

/// What a site was made of, as hashes: names of files could say what is not published yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// The settings.
    pub settings: String,
    /// The theme: templates, words, assets.
    pub theme: String,
    /// Files that pages are made of, by path.
    pub files: BTreeMap<String, String>,
}

/// A published file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Of an old address: where it leads, as a path of the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leads_to: Option<String>,
    /// Of the page of a record or narrative: the file it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

/// A published figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// As data.json has it: `12`, `≥8`, `3–5`, `~40`, `unknown`, `hidden`.
    pub value: String,
    /// The ids of the records it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<String>,
}

/// Why there is no record.
#[derive(Debug)]
pub enum RecordProblem {
    /// Neither a folder nor a record of one.
    NoSite(PathBuf),
    /// The system does not let us.
    Io(PathBuf, io::Error),
}

impl SiteRecord {
    /// Reads an output folder, or the record of one.
    ///
    /// # Errors
    /// [`RecordProblem`].
    pub fn open(path: &Path) -> Result<Self, RecordProblem> {
        if path.is_dir() {
            return Self::of_folder(path);
        }
        let text = fs::read_to_string(path).map_err(|error| RecordProblem::Io(path.to_owned(), error))?;
        let record: Self = serde_json::from_str(&text).map_err(|_| RecordProblem::NoSite(path.to_owned()))?;
        if record.version == VERSION { Ok(record) } else { Err(RecordProblem::NoSite(path.to_owned())) }
    }

    /// Reads a folder that Terbit published: the files it lists as its own.
    ///
    /// # Errors
    /// [`RecordProblem`].
    pub fn of_folder(folder: &Path) -> Result<Self, RecordProblem> {
        let paths = crate::publish::published(folder).ok_or_else(|| RecordProblem::NoSite(folder.to_owned()))?;
        let read: Result<Vec<(String, FileRecord, Option<Page>)>, RecordProblem> = paths
            .into_par_iter()
            .map(|path| {
                let full = folder.join(&path);
                let bytes = fs::read(&full).map_err(|error| RecordProblem::Io(full, error))?;
                let page =
                    path.rsplit('/').next().filter(|name| *name == "data.json").and_then(|_| page(&path, &bytes));
                Ok((path.clone(), file(&path, &bytes), page))
            })
            .collect();
        let mut record = Self { version: VERSION, ..Self::default() };
        let mut subjects: BTreeMap<(String, String), String> = BTreeMap::new();
        for (path, file, page) in read? {
            record.files.insert(path, file);
            // A subject has the same figures in every language; its first page in the order of addresses stands for it.
            let Some(page) = page.filter(|page| !page.figures.is_empty()) else { continue };
            let first = subjects.entry((page.kind, page.id)).or_insert_with(|| page.path.clone());
            if shorter(&page.path, first) {
                record.figures.remove(first);
                first.clone_from(&page.path);
            }
            if *first == page.path {
                record.figures.insert(page.path, page.figures);
            }
        }
        Ok(record)
    }

    /// Writes the record, one line a file, through a file beside it.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        // A pipe or a device takes what is written; it must not become a file.
        if path.metadata().is_ok_and(|there| !there.is_file()) {
            return fs::write(path, text);
        }
        // A link is followed and kept.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut beside = path.as_os_str().to_owned();
        beside.push(".part");
        let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, &path));
        if written.is_err() {
            // Half of it is of no use; if it cannot be removed the first problem is what counts.
            let _ = fs::remove_file(&beside);
        }
        written
    }
}

/// The page of the default language has the shorter address; among equals the first.
fn shorter(one: &str, other: &str) -> bool {
    (one.matches('/').count(), one) < (other.matches('/').count(), other)
}

fn file(path: &str, bytes: &[u8]) -> FileRecord {
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    FileRecord { size: bytes.len() as u64, sha256, leads_to: leads_to(path, bytes), from: None }
}

/// Where an old address leads: its refresh is relative to its own folder.
fn leads_to(path: &str, bytes: &[u8]) -> Option<String> {
    if bytes.len() > SMALL || !path.ends_with(".html") {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, rest) = text.split_once("<meta http-equiv=\"refresh\" content=\"0; url=")?;
    let target = rest.split_once('"')?.0;
    let mut folder: Vec<&str> = path.split('/').collect();
    folder.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => drop(folder.pop()),
            part => folder.push(part),
        }
    }
    Some(folder.join("/"))
}

struct Page {
    path: String,
    kind: String,
    id: String,
    figures: BTreeMap<String, Figure>,
}

/// The figures of a `data.json`; none where it is none of ours.
fn page(path: &str, bytes: &[u8]) -> Option<Page> {
    let data: Value = serde_json::from_slice(bytes).ok()?;
    let text = |name: &str| data["page"][name].as_str().unwrap_or_default().to_owned();
    let figures = data["figures"].as_object()?.iter().map(|(name, figure)| (name.clone(), self::figure(figure)));
    let address = path.strip_suffix("data.json").unwrap_or(path).to_owned();
    // What has no id (the front page, lists) is told apart by its address without the language.
    let id = if text("id").is_empty() { address.clone() } else { text("id") };
    Some(Page { path: address, kind: text("kind"), id, figures: figures.collect() })
}

fn figure(figure: &Value) -> Figure {
    let plain = |name: &str| match &figure[name] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let value = match figure["state"].as_str().unwrap_or_default() {
        "exact" => plain("value"),
        "at-least" => format!("≥{}", plain("min")),
        "at-most" => format!("≤{}", plain("max")),
        "range" => format!("{}–{}", plain("min"), plain("max")),
        "approximate" => format!("~{}", plain("value").trim_end_matches('~')),
        // A hidden figure has no value in data.json; its state is all there is to tell.
        state => state.to_owned(),
    };
    let basis = figure["basis"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    let basis = if value == "hidden" { Vec::new() } else { basis.collect() };
    Figure { value, basis }
}

#[cfg(test)]
mod tests {
    use super::{figure, leads_to};
    use serde_json::json;

    #[test]
    fn figures_are_worded_as_they_are_known() {
        let word = |value| figure(&value).value;
        assert_eq!(word(json!({"state": "exact", "value": 12, "min": 12, "max": 12})), "12");
        assert_eq!(word(json!({"state": "at-least", "value": null, "min": 8, "max": null})), "≥8");
        assert_eq!(word(json!({"state": "range", "min": 3, "max": 5})), "3–5");
        assert_eq!(word(json!({"state": "approximate", "value": "40~"})), "~40");
        assert_eq!(word(json!({"state": "unknown"})), "unknown");
        let hidden = figure(&json!({"state": "hidden", "value": null, "basis": ["c-1"]}));
        assert_eq!((hidden.value.as_str(), hidden.basis.len()), ("hidden", 0));
    }

    #[test]
    fn an_old_address_says_where_it_leads() {
        let page = |url: &str| format!("<meta http-equiv=\"refresh\" content=\"0; url={url}\">");
        assert_eq!(leads_to("lama/index.html", page("../angkatan/a/").as_bytes()).as_deref(), Some("angkatan/a/"));
        assert_eq!(leads_to("lama.html", page("./angkatan/a/").as_bytes()).as_deref(), Some("angkatan/a/"));
        assert_eq!(leads_to("a/index.html", b"<p>x</p>"), None);
    }
}
