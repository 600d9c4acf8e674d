//! The files below a folder, in path order, with links kept inside.

use super::names::{is_ignored, is_wanted_by_hosts, shown};
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A regular file.
pub(in crate::read) struct Found {
    /// Its path below the folder.
    pub(in crate::read) relative: PathBuf,
    /// Its path.
    pub(in crate::read) full: PathBuf,
    /// Whether a symbolic link led to it.
    pub(in crate::read) linked: bool,
}

/// Finds every regular file below `folder`, which people know as `name` (`content`).
///
/// Links that leave the folder are errors; links inside are followed, each target folder once.
/// `is_file_name` knows the names that only a file may have (`site.yaml`).
pub(in crate::read) fn walk(
    folder: &Path,
    name: &str,
    is_file_name: fn(&Path) -> bool,
    report: &mut Report,
) -> Vec<Found> {
    let home = match folder.canonicalize() {
        Ok(home) => home,
        Err(error) => {
            report.push(unreadable(name, &error));
            return Vec::new();
        }
    };
    let mut walk = Walk { folder, name, home, is_file_name, followed: BTreeSet::new(), links: Vec::new() };
    let mut found = Vec::new();
    let mut entries = WalkDir::new(folder).follow_links(true).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) => {
                let is_folder = entry.file_type().is_dir();
                match walk.visit(&entry, report) {
                    Some(file) if !is_folder => found.push(file),
                    None if is_folder => entries.skip_current_dir(),
                    _ => {}
                }
            }
            Err(error) => walk.failed(&error, report),
        }
    }
    found
}

/// What to say about a file that the system does not let us read.
pub(in crate::read) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::about(
        Code::I003,
        path,
        Bilingual::new("Berkas atau folder ini tidak dapat dibaca.", "This file or folder cannot be read."),
    )
    .note(Bilingual::new(format!("Kata sistem: `{error}`."), format!("The system says: `{error}`.")))
    .note(Bilingual::new("Periksa izin dan tautannya.", "Check its permissions and links."))
}

struct Walk<'w> {
    folder: &'w Path,
    name: &'w str,
    home: PathBuf,
    is_file_name: fn(&Path) -> bool,
    followed: BTreeSet<PathBuf>,
    links: Vec<PathBuf>,
}

impl Walk<'_> {
    /// The file or folder to go on with; `None` for what is left out.
    fn visit(&mut self, entry: &DirEntry, report: &mut Report) -> Option<Found> {
        let full = entry.path();
        let relative = full.strip_prefix(self.folder).unwrap_or(full);
        if is_ignored(entry.file_name()) && !is_wanted_by_hosts(relative) {
            return None;
        }
        let path = self.shown(full);
        if entry.path_is_symlink() && !self.follow(entry, &path, report) {
            return None;
        }
        let file_type = entry.file_type();
        if file_type.is_dir() && (self.is_file_name)(relative) {
            report.push(folder_for_file(&path));
            return None;
        }
        if !file_type.is_dir() && !file_type.is_file() {
            let message = Bilingual::new("Ini bukan berkas biasa.", "This is not a regular file.");
            let repair = Bilingual::new("Hapus, atau ganti dengan berkas.", "Remove it, or put a file in its place.");
            report.push(Diagnostic::about(Code::I003, path, message).note(repair));
            return None;
        }
        let linked = entry.path_is_symlink() || self.links.iter().any(|link| full.starts_with(link));
        Some(Found { relative: relative.to_owned(), full: full.to_owned(), linked })
    }

    /// Whether a link stays inside, and its folder has not been followed before.
    fn follow(&mut self, entry: &DirEntry, path: &str, report: &mut Report) -> bool {
        let target = match entry.path().canonicalize() {
            Ok(target) => target,
            Err(error) => {
                report.push(unreadable(path, &error));
                return false;
            }
        };
        if !target.starts_with(&self.home) {
            report.push(leaves(path, self.name));
            return false;
        }
        if !entry.file_type().is_dir() {
            return true;
        }
        self.links.push(entry.path().to_owned());
        self.followed.insert(target)
    }

    fn failed(&self, error: &walkdir::Error, report: &mut Report) {
        let path = error.path().unwrap_or(self.folder);
        if path.file_name().is_some_and(is_ignored) {
            return;
        }
        let shown = self.shown(path);
        if error.loop_ancestor().is_some() {
            let message = Bilingual::new(
                "Tautan simbolis ini menuju folder di atasnya dan tidak diikuti.",
                "This symbolic link leads to a folder above it and is not followed.",
            );
            let repair = Bilingual::new("Hapus tautannya.", "Remove the link.");
            report.push(Diagnostic::about(Code::I002, shown, message).note(repair));
        } else if let Some(cause) = error.io_error() {
            report.push(unreadable(&shown, cause));
        }
    }

    fn shown(&self, full: &Path) -> String {
        let relative = full.strip_prefix(self.folder).unwrap_or(full);
        if relative == Path::new("") { self.name.to_owned() } else { format!("{}/{}", self.name, shown(relative)) }
    }
}

fn leaves(path: &str, name: &str) -> Diagnostic {
    Diagnostic::about(
        Code::I005,
        path,
        Bilingual::new(
            format!("Tautan simbolis ini keluar dari `{name}/`."),
            format!("This symbolic link leaves `{name}/`."),
        ),
    )
    .note(Bilingual::new(
        format!("Salin berkasnya ke dalam `{name}/`: situs hanya dibuat dari yang ada di sana."),
        format!("Copy the file into `{name}/`: a site is made only of what is there."),
    ))
}

fn folder_for_file(path: &str) -> Diagnostic {
    let kind = Path::new(path).extension().and_then(OsStr::to_str).unwrap_or_default();
    Diagnostic::about(
        Code::I003,
        path,
        Bilingual::new("Ini folder, padahal seharusnya berkas.", "This is a folder where a file is expected."),
    )
    .note(Bilingual::new(
        format!("Ganti namanya: nama folder tidak boleh berakhir dengan `.{kind}`."),
        format!("Rename it: the name of a folder must not end with `.{kind}`."),
    ))
}
