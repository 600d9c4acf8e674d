//! Folders that are measured in: made, emptied, counted.

use crate::Fallible;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// A folder of our own that goes away at the end.
pub struct Place {
    pub path: PathBuf,
}

impl Place {
    /// Makes it new below `parent`.
    pub fn new(parent: &Path, name: &str) -> io::Result<Self> {
        let path = parent.join(format!("terbit-regions-job-{name}"));
        empty(&path)?;
        fs::create_dir_all(&path)?;
        Ok(Self { path })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = empty(&self.path);
    }
}

/// Removes a folder with all that is in it, where it is there.
pub fn empty(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Waits until what was written before lies on disk, so that nobody pays for the one before.
pub fn settle() -> Fallible<()> {
    Command::new("sync").status()?;
    Ok(())
}

/// What a site is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub files: usize,
    pub pages: usize,
    pub bytes: u64,
}

/// Counts the files of a site.
pub fn size(site: &Path) -> Size {
    files(site).fold(Size::default(), |size, (path, bytes)| Size {
        files: size.files + 1,
        pages: size.pages + usize::from(path.extension().is_some_and(|extension| extension == "html")),
        bytes: size.bytes + bytes,
    })
}

/// Writes the sizes and paths of a site, one a line: what the write limit writes again.
pub fn write_list(site: &Path, list: &Path) -> Fallible<()> {
    let mut text = String::new();
    for (path, bytes) in files(site) {
        writeln!(text, "{bytes} {}", path.strip_prefix(site)?.display())?;
    }
    Ok(fs::write(list, text)?)
}

fn files(site: &Path) -> impl Iterator<Item = (PathBuf, u64)> {
    let entries = walkdir::WalkDir::new(site).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().to_owned(), entry.metadata().map_or(0, |data| data.len())))
}
