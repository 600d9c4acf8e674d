//! Compares what is to be published with what stands there: byte by byte, no memory of old runs decides.

use super::folder::Folder;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::publish) enum Standing {
    /// Nothing, or what will have been removed when the file comes.
    Nothing,
    /// The same bytes.
    Same,
    /// An older file of ours.
    Ours,
    /// What Terbit did not write.
    Foreign,
}

/// What stands at `path`; `is_same` compares a regular file of `size` bytes.
pub(in crate::publish) fn standing(
    folder: &Folder,
    path: &str,
    size: u64,
    is_same: impl FnOnce(&Path) -> io::Result<bool>,
) -> io::Result<Standing> {
    if folder.old.is_none() && !path.starts_with('.') {
        return Ok(Standing::Nothing);
    }
    let full = folder.root.join(path);
    let metadata = match full.symlink_metadata() {
        Ok(metadata) => metadata,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Standing::Nothing);
        }
        Err(error) => return Err(error),
    };
    if metadata.is_dir() {
        let is_foreign = folder.stranger_below(path)?.is_some();
        return Ok(if is_foreign { Standing::Foreign } else { Standing::Nothing });
    }
    if metadata.is_file() && metadata.len() == size && is_same(&full)? {
        return Ok(Standing::Same);
    }
    Ok(if folder.wrote(path) { Standing::Ours } else { Standing::Foreign })
}

/// Whether the file holds just these bytes. `buffer` is used again from file to file.
pub(in crate::publish) fn holds(path: &Path, bytes: &[u8], buffer: &mut Vec<u8>) -> io::Result<bool> {
    buffer.clear();
    File::open(path)?.take(bytes.len() as u64 + 1).read_to_end(buffer)?;
    Ok(buffer == bytes)
}

/// Whether two files hold the same bytes, read a piece at a time.
pub(in crate::publish) fn are_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = fill(&mut one, &mut left)?;
        if read != fill(&mut other, &mut right)? || left[..read] != right[..read] {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}

/// Reads until the buffer is full or the file ends.
fn fill(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
