//! New files: whole or not at all, never in the place of others.

use super::patch::PatchProblem;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Writes a file that is not there yet, folders included, below `root`.
///
/// # Errors
/// There is such a file; its folder leads out of `root`; it cannot be written.
pub(in crate::edit) fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), PatchProblem> {
    let io = |error: io::Error| match error.kind() {
        ErrorKind::AlreadyExists => PatchProblem::Exists(path.to_owned()),
        _ => PatchProblem::Io(path.to_owned(), error.to_string()),
    };
    let full = root.join(path);
    let folder = full.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(io)?;
    let inside = folder.canonicalize().map_err(io)?.starts_with(root.canonicalize().map_err(io)?);
    if !inside {
        return Err(PatchProblem::Changed(path.to_owned()));
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(&full).map_err(io)?;
    if let Err(error) = file.write_all(bytes) {
        drop(file);
        // Half a file is of no use to anybody; it is ours, we have just made it.
        let _ = fs::remove_file(&full);
        return Err(io(error));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{PatchProblem, create};

    #[test]
    fn what_is_there_stays() {
        let root = tempfile::tempdir().unwrap();
        create(root.path(), "a/b.yaml", b"one").unwrap();
        let again = create(root.path(), "a/b.yaml", b"two");
        assert_eq!(again, Err(PatchProblem::Exists("a/b.yaml".to_owned())));
        assert_eq!(std::fs::read(root.path().join("a/b.yaml")).unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_outside() {
        let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path(), root.path().join("a")).unwrap();
        assert!(create(root.path(), "a/b.yaml", b"one").is_err());
        assert!(!other.path().join("b.yaml").exists());
    }
}
