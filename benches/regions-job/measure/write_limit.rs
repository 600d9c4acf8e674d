//! The write limit: the same paths with the same sizes, written from memory by a few threads. No program that makes the
//! same files can be faster than that on this system, whatever it does beside writing.

use crate::Fallible;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The files of one folder.
struct Folder<'l> {
    path: &'l str,
    files: Vec<(&'l str, usize)>,
}

/// How many folders a thread takes at a time.
const SHARE: usize = 32;

/// Writes the files of a list (`SIZE PATH` a line, in path order) below `out`.
pub fn run(list: &Path, out: &Path, threads: usize) -> Fallible<()> {
    let list = fs::read_to_string(list)?;
    let folders = folders(&list)?;
    let largest = folders.iter().flat_map(|folder| &folder.files).map(|file| file.1).max().unwrap_or(0);
    let bytes: Vec<u8> = (0..largest).map(|at| b' ' + (at * 7 % 90) as u8).collect();
    fs::create_dir_all(out)?;
    // Paths are relative from here on: the system need not walk down to the folder for each of them.
    std::env::set_current_dir(out)?;
    let inner = make_outer(&folders)?;
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(|| write_some(&folders, &inner, &bytes, &next))).collect();
        all.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(io::Error::other("a thread ended"))))
    })?;
    Ok(())
}

fn write_some(folders: &[Folder<'_>], inner: &[bool], bytes: &[u8], next: &AtomicUsize) -> io::Result<()> {
    loop {
        let first = next.fetch_add(SHARE, Ordering::Relaxed);
        if first >= folders.len() {
            return Ok(());
        }
        for at in first..(first + SHARE).min(folders.len()) {
            if inner[at] {
                fs::create_dir(folders[at].path)?;
            }
            for (path, size) in &folders[at].files {
                File::create(path)?.write_all(&bytes[..*size])?;
            }
        }
    }
}

/// Makes the folders that hold folders, once; tells which are left, each of which holds files alone.
fn make_outer(folders: &[Folder<'_>]) -> io::Result<Vec<bool>> {
    let mut outer = BTreeSet::from([""]);
    for folder in folders {
        outer.extend(folder.path.match_indices('/').map(|(at, _)| &folder.path[..at]));
    }
    // In order a folder comes after the one that it lies in.
    outer.iter().filter(|path| !path.is_empty()).try_for_each(fs::create_dir)?;
    Ok(folders.iter().map(|folder| !outer.contains(folder.path)).collect())
}

fn folders(list: &str) -> Fallible<Vec<Folder<'_>>> {
    let mut all: Vec<Folder<'_>> = Vec::new();
    let mut lines: Vec<(&str, &str, usize)> = Vec::new();
    for line in list.lines() {
        let (size, path) = line.split_once(' ').ok_or("a line of the list has no size")?;
        lines.push((path.rsplit_once('/').map_or("", |(folder, _)| folder), path, size.parse()?));
    }
    lines.sort_unstable();
    for (folder, path, size) in lines {
        match all.last_mut().filter(|last| last.path == folder) {
            Some(last) => last.files.push((path, size)),
            None => all.push(Folder { path: folder, files: vec![(path, size)] }),
        }
    }
    Ok(all)
}
