//! A patch goes to the disk: each file whole, or not at all.

use super::patch::{Change, Patch, PatchProblem};
use std::fs;
use std::io;

impl Patch {
    /// Writes every change: beside the file first, then in its place. Permissions stay.
    ///
    /// # Errors
    /// The first file that could not be written; those before it are written.
    pub fn write(&self) -> Result<(), PatchProblem> {
        for change in &self.changes {
            write_one(change).map_err(|error| PatchProblem::Io(change.path.clone(), error.to_string()))?;
        }
        Ok(())
    }
}

fn write_one(change: &Change) -> io::Result<()> {
    let name = change.full.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = change.full.with_file_name(format!(".{name}.terbit~"));
    fs::write(&beside, &change.after)?;
    let done = fs::metadata(&change.full)
        .and_then(|metadata| fs::set_permissions(&beside, metadata.permissions()))
        .and_then(|()| fs::rename(&beside, &change.full_after))
        .and_then(|()| if change.full == change.full_after { Ok(()) } else { fs::remove_file(&change.full) });
    if done.is_err() {
        // What was written beside it is of no use to anybody.
        let _ = fs::remove_file(&beside);
    }
    done
}
