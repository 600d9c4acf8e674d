//! Makes every file in parallel and lays what differs beside the old output.

use super::compare::{Standing, are_same, holds, standing};
use super::folder::Folder;
use crate::publish::manifest::{Entry, Manifest};
use crate::publish::{Outputs, Progress, PublishProblem, Summary};
use crate::render::RenderProblem;
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is ready to be moved in.
pub(in crate::publish) struct Staged {
    pub(in crate::publish) new: Manifest,
    pub(in crate::publish) summary: Summary,
    /// Whether any file waits.
    pub(in crate::publish) has_files: bool,
}

/// Stages every file of the bundle that differs from what stands in the folder.
///
/// # Errors
/// All pages that cannot be rendered, all foreign files in the way, or the first file that cannot
/// be read or written.
pub(in crate::publish) fn stage<O: Outputs>(
    outputs: &O,
    folder: &Folder,
    progress: &Progress,
) -> Result<Staged, PublishProblem> {
    let in_the_way = folder.in_the_way_of_folders((0..outputs.len()).map(|at| outputs.path(at)));
    if !in_the_way.is_empty() {
        return Err(PublishProblem::InTheWay(in_the_way));
    }
    let stager = Stager { outputs, folder, progress, failed: AtomicBool::new(false), halted: AtomicBool::new(false) };
    let outcomes: Vec<Outcome> =
        (0..outputs.len()).into_par_iter().map_init(Buffers::default, |buffers, at| stager.file(at, buffers)).collect();
    if progress.is_stopped() {
        return Err(PublishProblem::Interrupted);
    }
    gather(outputs, folder, outcomes)
}

enum Outcome {
    Written(Entry),
    Unchanged(Entry),
    Render(RenderProblem),
    Foreign,
    Failed(PublishProblem),
    /// Not made, because of a failure elsewhere.
    Left,
}

/// One of each for every thread, used again from page to page.
#[derive(Default)]
struct Buffers {
    made: Vec<u8>,
    old: Vec<u8>,
}

struct Stager<'s, O> {
    outputs: &'s O,
    folder: &'s Folder,
    progress: &'s Progress,
    /// Nothing will be published: pages are still rendered, to tell all that fails, but not written.
    failed: AtomicBool,
    /// The file system failed or the user stopped: nothing more is worth doing.
    halted: AtomicBool,
}

impl<O: Outputs> Stager<'_, O> {
    fn file(&self, at: usize, buffers: &mut Buffers) -> Outcome {
        if self.halted.load(Ordering::Relaxed) || self.progress.is_stopped() {
            return Outcome::Left;
        }
        let outcome = match self.outputs.copied_from(at) {
            Some(from) => self.copied(at, from),
            None => self.made(at, buffers),
        };
        self.progress.step();
        match &outcome {
            Outcome::Render(_) | Outcome::Foreign => self.failed.store(true, Ordering::Relaxed),
            Outcome::Failed(_) => self.halted.store(true, Ordering::Relaxed),
            Outcome::Written(_) | Outcome::Unchanged(_) | Outcome::Left => {}
        }
        outcome
    }

    fn made(&self, at: usize, buffers: &mut Buffers) -> Outcome {
        if let Err(problem) = self.outputs.make(at, &mut buffers.made) {
            return Outcome::Render(problem);
        }
        let (bytes, old) = (&buffers.made, &mut buffers.old);
        let entry = Entry { hash: *blake3::hash(bytes).as_bytes(), size: bytes.len() as u64 };
        let path = self.outputs.path(at);
        self.settle(
            path,
            entry.size,
            |standing| holds(standing, bytes, old),
            |unchanged| {
                if unchanged {
                    return Ok(entry);
                }
                let (mut file, full) = self.folder.staging.create(path)?;
                file.write_all(bytes).map_err(PublishProblem::io(full))?;
                Ok(entry)
            },
        )
    }

    fn copied(&self, at: usize, from: &Path) -> Outcome {
        let path = self.outputs.path(at);
        let size = match from.metadata() {
            Ok(metadata) => metadata.len(),
            Err(error) => return Outcome::Failed(PublishProblem::Input(from.to_owned(), error)),
        };
        self.settle(
            path,
            size,
            |standing| are_same(standing, from),
            |unchanged| {
                if unchanged {
                    return copy(from, &mut io::sink(), from);
                }
                let (mut file, full) = self.folder.staging.create(path)?;
                copy(from, &mut file, &full)
            },
        )
    }

    /// Compares with what stands at `path`, then lets `write` make the entry (`true`: nothing to write).
    fn settle(
        &self,
        path: &str,
        size: u64,
        is_same: impl FnOnce(&Path) -> io::Result<bool>,
        write: impl FnOnce(bool) -> Result<Entry, PublishProblem>,
    ) -> Outcome {
        let unchanged = match standing(self.folder, path, size, is_same) {
            Ok(Standing::Same) => true,
            Ok(Standing::Nothing | Standing::Ours) => false,
            Ok(Standing::Foreign) => return Outcome::Foreign,
            Err(error) => return Outcome::Failed(PublishProblem::Io(self.folder.root.join(path), error)),
        };
        if self.failed.load(Ordering::Relaxed) {
            return Outcome::Left;
        }
        match write(unchanged) {
            Ok(entry) if unchanged => Outcome::Unchanged(entry),
            Ok(entry) => Outcome::Written(entry),
            Err(problem) => Outcome::Failed(problem),
        }
    }
}

/// Copies a file piece by piece and hashes it on the way.
fn copy(from: &Path, to: &mut dyn Write, to_path: &Path) -> Result<Entry, PublishProblem> {
    let input = |error| PublishProblem::Input(from.to_owned(), error);
    let mut file = File::open(from).map_err(input)?;
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(PublishProblem::Input(from.to_owned(), error)),
        };
        hasher.update(&buffer[..read]);
        to.write_all(&buffer[..read]).map_err(PublishProblem::io(to_path))?;
    }
    Ok(Entry { hash: *hasher.finalize().as_bytes(), size: hasher.count() })
}

fn gather<O: Outputs>(outputs: &O, folder: &Folder, outcomes: Vec<Outcome>) -> Result<Staged, PublishProblem> {
    let mut staged = Staged { new: Manifest::default(), summary: Summary::default(), has_files: false };
    let (mut unrendered, mut foreign, mut failed) = (Vec::new(), Vec::new(), None);
    for (at, outcome) in outcomes.into_iter().enumerate() {
        let path = outputs.path(at);
        match outcome {
            Outcome::Written(entry) | Outcome::Unchanged(entry) if unrendered.is_empty() => {
                let is_written = matches!(outcome, Outcome::Written(_));
                staged.has_files |= is_written;
                staged.summary.count(outputs.kind(at), is_written);
                // A file that only happens to hold the same bytes stays someone else's.
                if is_written || folder.wrote(path) {
                    staged.new.files.insert(path.to_owned(), entry);
                }
            }
            Outcome::Written(_) | Outcome::Unchanged(_) | Outcome::Left => {}
            Outcome::Render(problem) => unrendered.push(problem),
            Outcome::Foreign => foreign.push(folder.root.join(path)),
            Outcome::Failed(problem) => failed = failed.or(Some(problem)),
        }
    }
    foreign.sort();
    match failed {
        Some(problem) => Err(problem),
        None if !unrendered.is_empty() => Err(PublishProblem::Render(unrendered)),
        None if !foreign.is_empty() => Err(PublishProblem::InTheWay(foreign)),
        None => Ok(staged),
    }
}
