//! The whole output in one step: the next site is made beside the old one, then the two change places.
//!
//! Files that stay are linked, not copied, so both trees share them: a published file is never written over in
//! place. Files that are not ours come along. The exchange is one call of the system (`renameat2` with
//! `RENAME_EXCHANGE`, Linux 3.15); a reader or a crash before it finds the old site, after it the new one.
//!
//! Both the linking and the removal of the old tree go through every folder: threads share them.
//!
//! Where it cannot be done (another file system, a mount point, no links, a parent folder that is closed to us) the
//! files are moved in one by one, as `commit` does.

use super::folder::Folder;
use super::staging::is_staging;
use crate::publish::PublishProblem;
use crate::publish::changes::Removals;
use crate::publish::manifest::{self, Manifest};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder beside the output, in which the next site is made.
pub(in crate::publish) struct Beside {
    /// The output, without links.
    real: PathBuf,
    next: PathBuf,
    /// Folders that let in others than a new one does, outer ones first; set when the site is whole.
    modes: Vec<(PathBuf, fs::Permissions)>,
}

impl Beside {
    /// Makes the folder with everything of the old site that stays; none where the system does not let us exchange it.
    pub(in crate::publish) fn make(folder: &Folder, new: &Manifest, removals: &Removals) -> Option<Self> {
        let real = folder.root.canonicalize().ok()?;
        let (parent, name) = (real.parent()?, real.file_name()?.to_str()?);
        let beside = |word: &str| parent.join(format!(".{name}.terbit-{word}-{}", std::process::id()));
        if is_mount_point(&real, parent) || !can_exchange(&beside("try-a"), &beside("try-b")) {
            return None;
        }
        let mut next = Self { next: beside("next"), real, modes: Vec::new() };
        // What is made so far goes again when this goes.
        fs::create_dir(&next.next).ok()?;
        let gone: BTreeSet<&str> = removals.first.iter().chain(&removals.last).map(String::as_str).collect();
        let stays = |path: &str| !gone.contains(path) && !changes(folder, new, path);
        next.modes = link_all(&next.real, &next.next, "", &stays).ok()?;
        Some(next)
    }

    /// The folder that will be the output.
    pub(in crate::publish) fn folder(&self) -> &Path {
        &self.next
    }

    /// The exchange. With `durable` everything is on the disk before it, and the exchange itself after it.
    ///
    /// # Errors
    /// What the system says; the old site stands then.
    pub(in crate::publish) fn exchange(self, durable: bool) -> Result<(), PublishProblem> {
        // The innermost first: a folder that lets nobody in would close the way to those in it.
        for (folder, mode) in self.modes.iter().rev().filter(|(folder, _)| folder.is_dir()) {
            fs::set_permissions(folder, mode.clone()).map_err(PublishProblem::io(folder))?;
        }
        if durable {
            sync(&self.next).map_err(PublishProblem::io(&self.next))?;
        }
        swap(&self.next, &self.real).map_err(PublishProblem::io(&self.real))?;
        if durable && let Some(parent) = self.real.parent() {
            sync(parent).map_err(PublishProblem::io(parent))?;
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // The old site after the exchange, what was prepared before it. What cannot be removed now, the next run clears.
        remove_tree(&self.next);
    }
}

/// Removes a tree, closed folders included: they are ours.
fn remove_tree(folder: &Path) {
    // Most folders stand two levels below: these are shared among threads, and the rest goes at the end.
    let below = folders_in(folder).into_par_iter().flat_map(|folder| folders_in(&folder));
    below.for_each(|folder| drop(fs::remove_dir_all(folder)));
    if fs::remove_dir_all(folder).is_err() {
        open_folders(folder);
        let _ = fs::remove_dir_all(folder);
    }
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()).collect()
}

#[cfg(unix)]
fn open_folders(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open_folders(&entry.path());
        }
    }
}

#[cfg(not(unix))]
fn open_folders(_: &Path) {}

/// Whether another file than the one that stands there will be at `path`.
fn changes(folder: &Folder, new: &Manifest, path: &str) -> bool {
    if path == manifest::NAME {
        return true;
    }
    let before = folder.old.as_ref().and_then(|old| old.files.get(path));
    match (before, new.files.get(path)) {
        (Some(_), Some(_)) => folder.is_staged(path),
        (None, Some(_)) => true,
        _ => false,
    }
}

/// Links every file of `from` that stays into `to`, and makes the folders that are not left empty by what goes. Gives the
/// folders that let in others than they do now, outer ones first.
fn link_all(
    from: &Path,
    to: &Path,
    below: &str,
    stays: &(impl Fn(&str) -> bool + Sync),
) -> io::Result<Vec<(PathBuf, fs::Permissions)>> {
    let (old, made) = (from.metadata()?, to.metadata()?);
    if !has_same_owner(&old, &made) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut modes = Vec::new();
    if old.permissions() != made.permissions() {
        modes.push((to.to_owned(), old.permissions()));
    }
    let mut folders = Vec::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        if below.is_empty() && is_staging(&shown) {
            continue;
        }
        let path = if below.is_empty() { shown.into_owned() } else { format!("{below}/{shown}") };
        if entry.file_type()?.is_dir() {
            folders.push((entry.path(), to.join(&name), path));
        } else if stays(&path) {
            fs::hard_link(entry.path(), to.join(&name))?;
        }
    }
    let linked: Vec<Vec<(PathBuf, fs::Permissions)>> = folders
        .into_par_iter()
        .map(|(from, to, path)| {
            fs::create_dir(&to)?;
            let modes = link_all(&from, &to, &path, stays)?;
            if fs::read_dir(&to)?.next().is_none() && fs::read_dir(&from)?.next().is_some() {
                // Nothing was put into it; a staged file makes its folder again.
                fs::remove_dir(&to)?;
            }
            Ok(modes)
        })
        .collect::<io::Result<_>>()?;
    modes.extend(linked.into_iter().flatten());
    Ok(modes)
}

/// The new folder belongs to whom the old one belongs.
#[cfg(unix)]
fn has_same_owner(old: &fs::Metadata, made: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (old.uid(), old.gid()) == (made.uid(), made.gid())
}

#[cfg(not(unix))]
fn has_same_owner(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

/// Clears what killed runs left beside the output. Whoever is here holds the lock of the output, so nobody works on it.
pub(in crate::publish) fn clear_left_over(output: &Path) {
    // A run that has exchanged its tree may be removing it at this moment.
    left_over(output).iter().for_each(|folder| remove_tree(folder));
}

/// What killed runs left beside the output.
pub(in crate::publish) fn left_over(output: &Path) -> Vec<PathBuf> {
    let Ok(real) = output.canonicalize() else { return Vec::new() };
    let (Some(parent), Some(name)) = (real.parent(), real.file_name().and_then(|name| name.to_str())) else {
        return Vec::new();
    };
    let start = format!(".{name}.terbit-");
    let is_ours = |left: &str| {
        left.strip_prefix(&start).and_then(|rest| rest.rsplit_once('-')).is_some_and(|(word, id)| {
            let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
            is_id && matches!(word, "next" | "try-a" | "try-b")
        })
    };
    let beside = fs::read_dir(parent).into_iter().flatten().flatten();
    let folders = beside.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.filter(|entry| entry.file_name().to_str().is_some_and(is_ours)).map(|entry| entry.path()).collect()
}

/// Tried with two empty folders: not every file system can, and there is no other way to know.
fn can_exchange(one: &Path, other: &Path) -> bool {
    let tried = fs::create_dir(one).and_then(|()| fs::create_dir(other)).and_then(|()| swap(one, other));
    let _ = fs::remove_dir(one);
    let _ = fs::remove_dir(other);
    tried.is_ok()
}

#[cfg(target_os = "linux")]
fn is_mount_point(real: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.metadata().map(|data| data.dev()).ok();
    if device(real) != device(parent) {
        return true;
    }
    // A folder of the same file system can be bound over another; blanks are written as `\040`.
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let shown = real.to_string_lossy().replace('\\', "\\134").replace(' ', "\\040");
    mounts.lines().any(|line| line.split(' ').nth(4) == Some(shown.as_str()))
}

#[cfg(not(target_os = "linux"))]
fn is_mount_point(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(target_os = "linux")]
fn swap(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Everything of the file system that holds `path` is on the disk afterwards.
#[cfg(target_os = "linux")]
pub(in crate::publish) fn sync(path: &Path) -> io::Result<()> {
    let folder = fs::File::open(path)?;
    rustix::fs::syncfs(&folder).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
pub(in crate::publish) fn sync(path: &Path) -> io::Result<()> {
    fs::File::open(path)?.sync_all()
}
