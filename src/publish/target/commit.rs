//! Moves the staged files in and removes the old ones.

use super::exchange::{Beside, sync};
use super::folder::Folder;
use super::stage::Staged;
use crate::publish::changes::{Removals, folders_of};
use crate::publish::manifest::{self, Manifest};
use crate::publish::{PublishProblem, Summary};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Makes the folder hold what was staged: in one step where the system can, else file by file. Where only one file comes
/// or goes, that is one step already.
///
/// # Errors
/// [`PublishProblem::Io`].
pub(in crate::publish) fn commit(mut folder: Folder, staged: Staged, durable: bool) -> Result<Summary, PublishProblem> {
    let Staged { new, mut summary, waiting, alone } = staged;
    folder.staged = waiting;
    let before = folder.old.clone().unwrap_or_default();
    let removals = Removals::between(&before, &new);
    folder.keep();
    if folder.staged.is_empty() && removals.is_empty() {
        if folder.old.as_ref() != Some(&new) {
            write_manifest(&folder, &folder.root, &new)?;
        }
        return Ok(summary);
    }
    let closed = closed_folder(&folder, &alone, &removals);
    let is_one_step = folder.staged.len() + removals.len() == 1 && closed.is_none();
    if !is_one_step && let Some(beside) = Beside::make(&folder, &new, &removals) {
        count(&folder.root, &removals, &before, &mut summary);
        alone.par_iter().try_for_each(|(at, path)| move_one(&folder, beside.folder(), *at, path))?;
        move_in(&folder.staging.tree(), beside.folder())?;
        write_manifest(&folder, beside.folder(), &new)?;
        beside.exchange(durable)?;
        return Ok(summary);
    }
    // Whoever may not write everywhere would find that out halfway.
    if let Some(closed) = closed {
        return Err(PublishProblem::Io(closed, ErrorKind::PermissionDenied.into()));
    }
    if durable {
        sync(&folder.root).map_err(PublishProblem::io(&folder.root))?;
    }
    in_place(&folder, &alone, &before, &new, &removals, &mut summary)?;
    if durable {
        sync(&folder.root).map_err(PublishProblem::io(&folder.root))?;
    }
    Ok(summary)
}

/// File by file. The order makes a run that is killed in between harmless: first a list of everything that is ours
/// before or after, then the moves, then the removals, then the list of what is there now.
fn in_place(
    folder: &Folder,
    alone: &[(usize, String)],
    before: &Manifest,
    new: &Manifest,
    removals: &Removals,
    summary: &mut Summary,
) -> Result<(), PublishProblem> {
    write_manifest(folder, &folder.root, &before.with(new))?;
    remove(&folder.root, &removals.first, before, summary)?;
    alone.par_iter().try_for_each(|(at, path)| move_one(folder, &folder.root, *at, path))?;
    move_in(&folder.staging.tree(), &folder.root)?;
    remove(&folder.root, &removals.last, before, summary)?;
    write_manifest(folder, &folder.root, new)
}

/// A folder in which something changes, and may not.
fn closed_folder(folder: &Folder, alone: &[(usize, String)], removals: &Removals) -> Option<PathBuf> {
    let changed = alone.iter().map(|(_, path)| path).chain(&removals.first).chain(&removals.last);
    let folders: BTreeSet<&str> = changed.flat_map(|path| folders_of(path)).chain([""]).collect();
    folders.into_iter().map(|below| folder.root.join(below)).find(|place| !is_open(place))
}

/// Whether files can be put into a folder and taken out of it. One that is not there is made.
#[cfg(unix)]
fn is_open(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    !folder.is_dir() || access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    true
}

/// Counts files of ours that go, by kind.
fn count(root: &Path, removals: &Removals, before: &Manifest, summary: &mut Summary) {
    let stands = |path: &&String| root.join(path).symlink_metadata().is_ok_and(|standing| !standing.is_dir());
    for path in removals.first.iter().chain(&removals.last).filter(stands) {
        let kind = before.files.get(path).map_or("", |entry| entry.kind.as_str());
        *summary.removed.entry(kind.to_owned()).or_insert(0) += 1;
    }
}

/// Writes the list of files into `root`.
fn write_manifest(folder: &Folder, root: &Path, manifest: &Manifest) -> Result<(), PublishProblem> {
    let (waiting, target) = (folder.staging.manifest(), root.join(manifest::NAME));
    fs::write(&waiting, manifest.text()).map_err(PublishProblem::io(&waiting))?;
    fs::rename(&waiting, &target).map_err(PublishProblem::io(&target))
}

/// Moves a file that waits alone into its folder below `root`.
fn move_one(folder: &Folder, root: &Path, at: usize, path: &str) -> Result<(), PublishProblem> {
    let (from, target) = (folder.staging.alone(at), root.join(path));
    let moved = fs::rename(&from, &target).or_else(|error| match error.kind() {
        // Its folder held nothing that stays, or went with what was in the way.
        ErrorKind::NotFound => {
            fs::create_dir_all(target.parent().unwrap_or(&target)).and_then(|()| fs::rename(&from, &target))
        }
        ErrorKind::IsADirectory => remove_empty(&target).and_then(|()| fs::rename(&from, &target)),
        _ => Err(error),
    });
    moved.map_err(PublishProblem::io(target))
}

/// Moves everything below `from` to `to`; a folder that is not there yet moves as a whole.
fn move_in(from: &Path, to: &Path) -> Result<(), PublishProblem> {
    for entry in fs::read_dir(from).map_err(PublishProblem::io(from))? {
        let entry = entry.map_err(PublishProblem::io(from))?;
        let target = to.join(entry.file_name());
        let is_folder = entry.file_type().map_err(PublishProblem::io(entry.path()))?.is_dir();
        let standing_folder = target.symlink_metadata().is_ok_and(|standing| standing.is_dir());
        if is_folder && standing_folder {
            move_in(&entry.path(), &target)?;
            continue;
        }
        if !is_folder && standing_folder {
            remove_empty(&target).map_err(PublishProblem::io(&target))?;
        }
        fs::rename(entry.path(), &target).map_err(PublishProblem::io(&target))?;
    }
    Ok(())
}

/// Removes files of ours, and the folders that become empty by it, and counts them by kind.
fn remove(root: &Path, paths: &[String], before: &Manifest, summary: &mut Summary) -> Result<(), PublishProblem> {
    for path in paths {
        // A folder that someone made a link leads to files that are not ours.
        let leaves = folders_of(path)
            .any(|folder| root.join(folder).symlink_metadata().is_ok_and(|standing| !standing.is_dir()));
        let full = root.join(path);
        let is_file = full.symlink_metadata().is_ok_and(|standing| !standing.is_dir());
        if leaves || !is_file {
            continue;
        }
        fs::remove_file(&full).map_err(PublishProblem::io(&full))?;
        let kind = before.files.get(path).map_or("", |entry| entry.kind.as_str());
        *summary.removed.entry(kind.to_owned()).or_insert(0) += 1;
        for folder in full.ancestors().skip(1).take_while(|folder| *folder != root) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
    Ok(())
}

/// Removes a folder that holds nothing but empty folders.
fn remove_empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        remove_empty(&entry.path())?;
    }
    fs::remove_dir(folder)
}
