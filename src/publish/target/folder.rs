//! The output folder: ours, empty, or refused.

use super::exchange::{clear_left_over, left_over};
use super::staging::{Staging, is_staging};
use crate::publish::PublishProblem;
use crate::publish::changes::folders_of;
use crate::publish::manifest::{self, Manifest};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// An output folder that is ours, with a staging folder in it.
pub(in crate::publish) struct Folder {
    pub(in crate::publish) root: PathBuf,
    /// What earlier runs wrote; none in a new or empty folder.
    pub(in crate::publish) old: Option<Manifest>,
    pub(in crate::publish) staging: Staging,
    /// Paths whose file waits.
    pub(in crate::publish) staged: BTreeSet<String>,
    made: Made,
}

impl Folder {
    /// Opens the output, and makes it with its parents if it is not there.
    ///
    /// # Errors
    /// [`PublishProblem::Foreign`] for a folder with files that no manifest lists,
    /// [`PublishProblem::Busy`], [`PublishProblem::Io`].
    pub(in crate::publish) fn open(output: &Path) -> Result<Self, PublishProblem> {
        let made = Made::folder(output)?;
        let old = match fs::read(output.join(manifest::NAME)) {
            Ok(bytes) => Manifest::parse(&String::from_utf8_lossy(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(PublishProblem::Io(output.join(manifest::NAME), error)),
        };
        if old.is_none()
            && let Some(stranger) = stranger(output)?
        {
            return Err(PublishProblem::Foreign(stranger));
        }
        let staging = Staging::make(output)?;
        clear_left_over(output);
        Ok(Self { root: output.to_owned(), old, staging, staged: BTreeSet::new(), made })
    }

    /// Whether a file waits to take the place of the one at `path`.
    pub(in crate::publish) fn is_staged(&self, path: &str) -> bool {
        self.staged.contains(path)
    }

    /// Whether an earlier run wrote `path`.
    pub(in crate::publish) fn wrote(&self, path: &str) -> bool {
        self.old.as_ref().is_some_and(|old| old.lists(path))
    }

    /// What stands where folders will have to be: files and links that are not ours, sorted.
    pub(in crate::publish) fn in_the_way_of_folders<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Vec<PathBuf> {
        if self.old.is_none() {
            return Vec::new();
        }
        let folders: BTreeSet<&str> = paths.flat_map(folders_of).collect();
        let folders: Vec<&str> = folders.into_iter().collect();
        folders
            .into_par_iter()
            .filter(|folder| {
                let standing = self.root.join(folder).symlink_metadata();
                standing.is_ok_and(|standing| !standing.is_dir()) && !self.wrote(folder)
            })
            .map(|folder| self.root.join(folder))
            .collect()
    }

    /// A file below `folder` (relative) that is not ours.
    pub(in crate::publish) fn stranger_below(&self, folder: &str) -> io::Result<Option<PathBuf>> {
        for entry in fs::read_dir(self.root.join(folder))? {
            let entry = entry?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { return Ok(Some(entry.path())) };
            let path = format!("{folder}/{name}");
            if entry.file_type()?.is_dir() {
                if let Some(stranger) = self.stranger_below(&path)? {
                    return Ok(Some(stranger));
                }
            } else if !self.wrote(&path) {
                return Ok(Some(entry.path()));
            }
        }
        Ok(None)
    }

    /// The folders made for this output stay.
    pub(in crate::publish) fn keep(&mut self) {
        self.made.folders.clear();
    }
}

/// Whether a run that was killed, or one that goes on, has something in the output or beside it.
pub(in crate::publish) fn is_left_over(output: &Path) -> bool {
    let inside = fs::read_dir(output).into_iter().flatten().flatten();
    let mut inside = inside.filter(|entry| entry.file_name().to_str().is_some_and(is_staging));
    inside.next().is_some() || !left_over(output).is_empty()
}

/// Folders that this run made and that go again if nothing is published, innermost first.
struct Made {
    folders: Vec<PathBuf>,
}

impl Made {
    fn folder(output: &Path) -> Result<Self, PublishProblem> {
        let missing = |path: &&Path| path.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound);
        let above = output.ancestors().filter(|path| !path.as_os_str().is_empty());
        let folders = above.take_while(missing).map(Path::to_owned).collect();
        let made = Self { folders };
        fs::create_dir_all(output).map_err(PublishProblem::io(output))?;
        Ok(made)
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for folder in &self.folders {
            // A folder that someone put a file into in the meantime stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// The first thing in a folder that is neither a placeholder nor ours.
fn stranger(output: &Path) -> Result<Option<PathBuf>, PublishProblem> {
    let mut strangers = Vec::new();
    for entry in fs::read_dir(output).map_err(PublishProblem::io(output))? {
        let entry = entry.map_err(PublishProblem::io(output))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_placeholder =
            matches!(&*name, ".placeholder" | ".keep" | ".DS_Store") || name.starts_with(".git") || is_staging(&name);
        if !is_placeholder {
            strangers.push(entry.path());
        }
    }
    Ok(strangers.into_iter().min())
}
