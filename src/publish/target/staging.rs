//! The folder beside the old output in which the new files wait.
//!
//! It lies inside the output, so that moving a file is one rename, and is named after the process.
//! A lock in it tells a run that goes on from one that was killed.
//!
//! New files of folders that are new as well wait as a tree, which moves folder by folder. A file
//! of a folder that is there waits alone: a copy of every folder that has a changed page would
//! have to be made and removed again, and that costs more than the pages.

use crate::publish::PublishProblem;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// How the names of staging folders begin; the number of the process follows.
pub(in crate::publish) const PREFIX: &str = ".terbit-staging-";

const LOCK: &str = "lock";

/// Threads that make files in one folder wait for each other.
const SHARDS: usize = 64;

/// A staging folder; it goes when this goes.
pub(in crate::publish) struct Staging {
    folder: PathBuf,
    /// Held until the folder goes.
    lock: Option<File>,
}

impl Staging {
    /// Makes the folder inside `output` and clears those that killed runs left.
    ///
    /// # Errors
    /// [`PublishProblem::Busy`] while another run publishes here.
    pub(in crate::publish) fn make(output: &Path) -> Result<Self, PublishProblem> {
        let folder = output.join(format!("{PREFIX}{}", std::process::id()));
        clear_left_over(output)?;
        fs::create_dir_all(folder.join("tree")).map_err(PublishProblem::io(&folder))?;
        let lock = File::create(folder.join(LOCK)).map_err(PublishProblem::io(&folder))?;
        // Where the file system knows no locks, two runs at once are not told apart.
        let _ = lock.try_lock();
        Ok(Self { folder, lock: Some(lock) })
    }

    /// Where files of new folders wait, laid out as in the output.
    pub(in crate::publish) fn tree(&self) -> PathBuf {
        self.folder.join("tree")
    }

    /// Where file `at` of the bundle waits alone.
    pub(in crate::publish) fn alone(&self, at: usize) -> PathBuf {
        self.folder.join(format!("alone/{:02}/{at}", at % SHARDS))
    }

    /// Where the list of files waits.
    pub(in crate::publish) fn manifest(&self) -> PathBuf {
        self.folder.join("manifest")
    }
}

/// Makes a file that waits, and its folders if they are not there yet.
pub(in crate::publish) fn create(path: &Path) -> Result<File, PublishProblem> {
    // Most pages have a folder of their own: it is asked for first, and nothing is lost where it is there.
    if path.file_name().is_some_and(|name| name == "index.html")
        && let Some(folder) = path.parent()
    {
        let _ = fs::create_dir(folder);
    }
    let made = match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path);
            fs::create_dir_all(folder).and_then(|()| File::create(path))
        }
        other => other,
    };
    made.map_err(PublishProblem::io(path))
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Closed first: file systems in user space and of networks keep an open file that is removed under another name,
        // and with it the folder.
        drop(self.lock.take());
        // What cannot be removed now is cleared by the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Whether a name is that of a staging folder.
pub(in crate::publish) fn is_staging(name: &str) -> bool {
    name.strip_prefix(PREFIX).is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
}

fn clear_left_over(output: &Path) -> Result<(), PublishProblem> {
    for entry in fs::read_dir(output).map_err(PublishProblem::io(output))? {
        let entry = entry.map_err(PublishProblem::io(output))?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder || !entry.file_name().to_str().is_some_and(is_staging) {
            continue;
        }
        if let Ok(lock) = File::open(entry.path().join(LOCK))
            && matches!(lock.try_lock(), Err(TryLockError::WouldBlock))
        {
            return Err(PublishProblem::Busy);
        }
        match fs::remove_dir_all(entry.path()) {
            // Its own run has cleared it meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            other => other.map_err(PublishProblem::io(entry.path()))?,
        }
    }
    Ok(())
}
