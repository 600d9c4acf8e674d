//! Edits put into texts.

use crate::diag::{Edit, FileId};
use crate::read::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The mark that some programs write before UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path as people know it: `content/cohorts/2024.yaml`.
    pub path: String,
    /// Its new path, if it moves.
    pub moved: Option<String>,
    /// Its bytes as they are.
    pub before: Vec<u8>,
    /// Its bytes as they will be.
    pub after: Vec<u8>,
    /// Where it really lies.
    pub(in crate::edit) full: PathBuf,
    /// Where it will lie.
    pub(in crate::edit) full_after: PathBuf,
}

/// All files that change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// In the order of their paths.
    pub changes: Vec<Change>,
}

/// Why nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatchProblem {
    /// The file changed since it was read, or lies outside `content/`.
    Changed(String),
    /// The file could not be read or written.
    Io(String, String),
    /// There is a file of that name already.
    Exists(String),
}

/// What is to be done, before the disk is looked at.
#[derive(Clone, Debug, Default)]
pub(in crate::edit) struct Plan {
    pub(in crate::edit) edits: BTreeMap<FileId, Vec<Edit>>,
    pub(in crate::edit) cleaned: BTreeSet<FileId>,
    pub(in crate::edit) moved: BTreeMap<FileId, String>,
}

impl Plan {
    /// Adds edits that belong together; they are left out together where one touches another edit.
    pub(in crate::edit) fn add(&mut self, edits: &[Edit]) -> bool {
        let touches = |edit: &Edit| {
            self.edits.get(&edit.span.file).into_iter().flatten().any(|other| {
                edit.span.start < other.span.end && other.span.start < edit.span.end || edit.span == other.span
            })
        };
        if edits.iter().any(touches) {
            return false;
        }
        for edit in edits {
            self.edits.entry(edit.span.file).or_default().push(edit.clone());
        }
        true
    }

    /// The patch. Every file is read once more: what changed meanwhile is not overwritten.
    pub(in crate::edit) fn patch(self, sources: &Sources, root: &Path) -> Result<Patch, PatchProblem> {
        let files: BTreeSet<FileId> =
            self.edits.keys().chain(&self.cleaned).chain(self.moved.keys()).copied().collect();
        let mut changes = Vec::new();
        for file in files {
            let Some(source) = sources.files.get(file.0 as usize) else { continue };
            let (full, before) = on_disk(&source.path, &source.text, root)?;
            let mut edits = self.edits.get(&file).cloned().unwrap_or_default();
            edits.sort_by_key(|edit| edit.span.start);
            let mut text = source.text.to_string();
            for edit in edits.iter().rev() {
                text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
            }
            let is_cleaned = self.cleaned.contains(&file);
            if is_cleaned {
                text = text.replace("\r\n", "\n");
            }
            let mut after = if before.starts_with(MARK) && !is_cleaned { MARK.to_vec() } else { Vec::new() };
            after.extend(text.bytes());
            let moved = self.moved.get(&file).cloned();
            let full_after = match &moved {
                None => full.clone(),
                Some(path) => full.with_file_name(path.rsplit('/').next().unwrap_or(path)),
            };
            if moved.is_some() && full_after.exists() {
                return Err(PatchProblem::Exists(moved.unwrap_or_default()));
            }
            if after != before || moved.is_some() {
                changes.push(Change { path: source.path.clone(), moved, before, after, full, full_after });
            }
        }
        Ok(Patch { changes })
    }
}

/// Where a file really lies, and its bytes, if they are still those that were read.
fn on_disk(path: &str, text: &str, root: &Path) -> Result<(PathBuf, Vec<u8>), PatchProblem> {
    let io = |error: std::io::Error| PatchProblem::Io(path.to_owned(), error.to_string());
    let full = root.join(path).canonicalize().map_err(io)?;
    let content = root.join("content").canonicalize().map_err(io)?;
    let bytes = std::fs::read(&full).map_err(io)?;
    let is_same = bytes.strip_prefix(MARK).unwrap_or(&bytes) == text.as_bytes();
    if full.starts_with(&content) && is_same { Ok((full, bytes)) } else { Err(PatchProblem::Changed(path.to_owned())) }
}
