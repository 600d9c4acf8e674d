//! Makes every file in parallel and lays what differs beside the old output.

use super::compare::{Standing, are_same, holds, standing};
use super::folder::Folder;
use super::staging::create;
use crate::publish::made_of::{MadeOf, Since};
use crate::publish::manifest::{Entry, Manifest};
use crate::publish::{Outputs, Progress, PublishProblem, Summary};
use crate::render::RenderProblem;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What is ready to be moved in.
pub(in crate::publish) struct Staged {
    pub(in crate::publish) new: Manifest,
    pub(in crate::publish) summary: Summary,
    /// The paths of the files that wait.
    pub(in crate::publish) waiting: BTreeSet<String>,
    /// The files that wait alone: their places in the bundle and their paths.
    pub(in crate::publish) alone: Vec<(usize, String)>,
}

/// Stages every file of the bundle that differs from what stands in the folder.
///
/// # Errors
/// All pages that cannot be rendered, all foreign files in the way, or the first file that cannot
/// be read or written.
pub(in crate::publish) fn stage<O: Outputs>(
    outputs: &O,
    folder: &Folder,
    made_of: Option<MadeOf>,
    progress: &Progress,
) -> Result<Staged, PublishProblem> {
    let in_the_way = folder.in_the_way_of_folders((0..outputs.len()).map(|at| outputs.path(at)));
    if !in_the_way.is_empty() {
        return Err(PublishProblem::InTheWay(in_the_way));
    }
    let before = folder.old.as_ref().and_then(|old| old.made_of.as_ref());
    let since = Since::between(before, made_of.as_ref());
    let (failed, halted) = (AtomicBool::new(false), AtomicBool::new(false));
    let stager = Stager { outputs, folder, since, progress, failed, halted };
    let outcomes: Vec<(Outcome, Duration)> = (0..outputs.len())
        .into_par_iter()
        .map_init(Buffers::default, |buffers, at| stager.timed(at, buffers))
        .collect();
    if progress.is_stopped() {
        return Err(PublishProblem::Interrupted);
    }
    let mut staged = gather(outputs, folder, outcomes)?;
    staged.new.made_of = made_of;
    Ok(staged)
}

enum Outcome {
    /// Waits, alone or in the tree.
    Written(Entry, Waits),
    Unchanged(Entry),
    /// Was not even made.
    Stayed(Entry),
    Render(RenderProblem),
    Foreign,
    Failed(PublishProblem),
    /// Not made, because of a failure elsewhere.
    Left,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Waits {
    Alone,
    InTree,
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
    since: Since,
    progress: &'s Progress,
    /// Nothing will be published: pages are still rendered, to tell all that fails, but not written.
    failed: AtomicBool,
    /// The file system failed or the user stopped: nothing more is worth doing.
    halted: AtomicBool,
}

impl<O: Outputs> Stager<'_, O> {
    /// A file, and how long it took.
    fn timed(&self, at: usize, buffers: &mut Buffers) -> (Outcome, Duration) {
        let start = self.progress.time();
        let outcome = self.file(at, buffers);
        (outcome, self.progress.time().saturating_sub(start))
    }

    fn file(&self, at: usize, buffers: &mut Buffers) -> Outcome {
        if self.halted.load(Ordering::Relaxed) || self.progress.is_stopped() {
            return Outcome::Left;
        }
        let outcome = match self.outputs.copied_from(at) {
            Some(from) => self.copied(at, from),
            None => self.kept(at, buffers).unwrap_or_else(|| self.made(at, buffers)),
        };
        self.progress.step();
        match &outcome {
            Outcome::Render(_) | Outcome::Foreign => self.failed.store(true, Ordering::Relaxed),
            Outcome::Failed(_) => self.halted.store(true, Ordering::Relaxed),
            Outcome::Written(..) | Outcome::Unchanged(_) | Outcome::Stayed(_) | Outcome::Left => {}
        }
        outcome
    }

    /// A file that would be made of the same as by an earlier run, and that still is what it wrote there: it is not
    /// made again. Where the manifest or the file is lost or damaged it is, with the same bytes.
    fn kept(&self, at: usize, buffers: &mut Buffers) -> Option<Outcome> {
        let path = self.outputs.path(at);
        let old = self.folder.old.as_ref()?;
        if !self.outputs.is_named_by_content(at) && self.since.touches(|| self.outputs.shows(at)) {
            return None;
        }
        let entry = old.files.get(path)?;
        let full = self.folder.root.join(path);
        let metadata = full.symlink_metadata().ok()?;
        if !metadata.is_file() || metadata.len() != entry.size {
            return None;
        }
        buffers.old.clear();
        File::open(&full).ok()?.take(entry.size + 1).read_to_end(&mut buffers.old).ok()?;
        let is_it = *blake3::hash(&buffers.old).as_bytes() == entry.hash;
        is_it.then(|| {
            self.outputs.stands(at, &buffers.old);
            Outcome::Stayed(entry.clone())
        })
    }

    fn made(&self, at: usize, buffers: &mut Buffers) -> Outcome {
        if let Err(problem) = self.outputs.make(at, &mut buffers.made) {
            return Outcome::Render(problem);
        }
        let (bytes, old) = (&buffers.made, &mut buffers.old);
        let kind = self.outputs.kind(at).to_owned();
        let entry = Entry { hash: *blake3::hash(bytes).as_bytes(), size: bytes.len() as u64, kind };
        self.settle(
            at,
            entry.size,
            |standing| holds(standing, bytes, old),
            |place| {
                if let Some(place) = place {
                    create(place)?.write_all(bytes).map_err(PublishProblem::io(place))?;
                }
                Ok(entry)
            },
        )
    }

    fn copied(&self, at: usize, from: &Path) -> Outcome {
        let size = match from.metadata() {
            Ok(metadata) => metadata.len(),
            Err(error) => return Outcome::Failed(PublishProblem::Input(from.to_owned(), error)),
        };
        let kind = self.outputs.kind(at);
        self.settle(
            at,
            size,
            |standing| are_same(standing, from),
            |place| match place {
                Some(place) => copy(from, kind, &mut create(place)?, place),
                None => copy(from, kind, &mut io::sink(), from),
            },
        )
    }

    /// Compares with what stands at the path of file `at`, then lets `write` make the entry, and
    /// the file at the place where it waits; no place where nothing changed.
    fn settle(
        &self,
        at: usize,
        size: u64,
        is_same: impl FnOnce(&Path) -> io::Result<bool>,
        write: impl FnOnce(Option<&Path>) -> Result<Entry, PublishProblem>,
    ) -> Outcome {
        let path = self.outputs.path(at);
        let unchanged = match standing(self.folder, path, size, is_same) {
            Ok(Standing::Same) => true,
            Ok(Standing::Nothing | Standing::Ours) => false,
            Ok(Standing::Foreign) => return Outcome::Foreign,
            Err(error) => return Outcome::Failed(PublishProblem::Io(self.folder.root.join(path), error)),
        };
        if self.failed.load(Ordering::Relaxed) {
            return Outcome::Left;
        }
        if unchanged {
            return write(None).map_or_else(Outcome::Failed, Outcome::Unchanged);
        }
        let (place, waits) = self.place(at, path);
        write(Some(&place)).map_or_else(Outcome::Failed, |entry| Outcome::Written(entry, waits))
    }

    fn place(&self, at: usize, path: &str) -> (PathBuf, Waits) {
        let (folder, staging) = (self.folder, &self.folder.staging);
        let is_folder_there = |(above, _): (&str, &str)| folder.root.join(above).is_dir();
        if folder.old.is_some() && path.rsplit_once('/').is_none_or(is_folder_there) {
            (staging.alone(at), Waits::Alone)
        } else {
            (staging.tree().join(path), Waits::InTree)
        }
    }
}

/// Copies a file piece by piece and hashes it on the way.
fn copy(from: &Path, kind: &str, to: &mut dyn Write, to_path: &Path) -> Result<Entry, PublishProblem> {
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
    Ok(Entry { hash: *hasher.finalize().as_bytes(), size: hasher.count(), kind: kind.to_owned() })
}

fn gather<O: Outputs>(
    outputs: &O,
    folder: &Folder,
    outcomes: Vec<(Outcome, Duration)>,
) -> Result<Staged, PublishProblem> {
    let mut staged =
        Staged { new: Manifest::default(), summary: Summary::default(), waiting: BTreeSet::new(), alone: Vec::new() };
    let (mut unrendered, mut foreign, mut failed) = (Vec::new(), Vec::new(), None);
    // Paths come sorted: maps that are made of them in one go cost less than maps that grow.
    let (mut waiting, mut new) = (Vec::with_capacity(outcomes.len()), Vec::with_capacity(outcomes.len()));
    for (at, (outcome, time)) in outcomes.into_iter().enumerate() {
        let path = outputs.path(at);
        let is_stayed = matches!(outcome, Outcome::Stayed(_));
        match outcome {
            Outcome::Written(entry, waits) => {
                waiting.push(path.to_owned());
                staged.summary.count(outputs.kind(at), true);
                staged.summary.spend(outputs.kind(at), entry.size, time);
                new.push((path.to_owned(), entry));
                if waits == Waits::Alone {
                    staged.alone.push((at, path.to_owned()));
                }
            }
            Outcome::Unchanged(entry) | Outcome::Stayed(entry) => {
                staged.summary.stayed += usize::from(is_stayed);
                staged.summary.count(outputs.kind(at), false);
                staged.summary.spend(outputs.kind(at), entry.size, time);
                // A file that only happens to hold the same bytes stays someone else's.
                if folder.wrote(path) {
                    new.push((path.to_owned(), entry));
                }
            }
            Outcome::Left => {}
            Outcome::Render(problem) => unrendered.push(problem),
            Outcome::Foreign => foreign.push(folder.root.join(path)),
            Outcome::Failed(problem) => failed = failed.or(Some(problem)),
        }
    }
    foreign.sort();
    staged.waiting = waiting.into_iter().collect();
    staged.new.files = new.into_iter().collect();
    match failed {
        Some(problem) => Err(problem),
        None if !unrendered.is_empty() => Err(PublishProblem::Render(unrendered)),
        None if !foreign.is_empty() => Err(PublishProblem::InTheWay(foreign)),
        None => Ok(staged),
    }
}
