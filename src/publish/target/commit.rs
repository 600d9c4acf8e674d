//! Moves the staged files in and removes the old ones.

use super::folder::Folder;
use super::stage::Staged;
use crate::publish::changes::{Removals, folders_of};
use crate::publish::manifest::{self, Manifest};
use crate::publish::{PublishProblem, Summary};
use rayon::prelude::*;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Makes the folder hold what was staged.
///
/// The order makes a run that is killed in between harmless: first a list of everything that is
/// ours before or after, then the moves, then the removals, then the list of what is there now.
///
/// # Errors
/// [`PublishProblem::Io`].
pub(in crate::publish) fn commit(mut folder: Folder, staged: Staged) -> Result<Summary, PublishProblem> {
    let Staged { new, mut summary, has_files, alone } = staged;
    let old = folder.old.take();
    let before = old.clone().unwrap_or_default();
    let removals = Removals::between(&before, &new);
    folder.keep();
    if has_files || !removals.is_empty() {
        write_manifest(&folder, &before.with(&new))?;
        remove(&folder.root, &removals.first, &before, &mut summary)?;
        if has_files {
            alone.par_iter().try_for_each(|(at, path)| move_one(&folder, *at, path))?;
            move_in(&folder.staging.tree(), &folder.root)?;
        }
        remove(&folder.root, &removals.last, &before, &mut summary)?;
    }
    if has_files || old.as_ref() != Some(&new) {
        write_manifest(&folder, &new)?;
    }
    Ok(summary)
}

fn write_manifest(folder: &Folder, manifest: &Manifest) -> Result<(), PublishProblem> {
    let (waiting, target) = (folder.staging.manifest(), folder.root.join(manifest::NAME));
    fs::write(&waiting, manifest.text()).map_err(PublishProblem::io(&waiting))?;
    fs::rename(&waiting, &target).map_err(PublishProblem::io(&target))
}

/// Moves a file that waits alone into its folder.
fn move_one(folder: &Folder, at: usize, path: &str) -> Result<(), PublishProblem> {
    let (from, target) = (folder.staging.alone(at), folder.root.join(path));
    let moved = fs::rename(&from, &target).or_else(|error| match error.kind() {
        // The removal of what was in the way took its folder with it.
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
