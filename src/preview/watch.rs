//! Tells when something below `content/` or `themes/` may have changed.
//!
//! It names the paths that it was told of, and promises nothing about them: editors save through temporary files and
//! renames, a checkout comes in a burst, and folders go and come back. Whoever is told reads again and compares.

use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};
use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// So long nothing may happen before a burst counts as over: editors write, rename and chmod within it.
const QUIET: Duration = Duration::from_millis(12);

/// A burst of more events than this is not waited for: a large checkout shows itself bit by bit.
const BURST: usize = 20_000;

/// A watcher over a site.
pub(in crate::preview) struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches the site at `root`.
    ///
    /// # Errors
    /// What the system says: too many watches, no such folder.
    pub(in crate::preview) fn new(root: &Path) -> notify::Result<Self> {
        let root = root.canonicalize()?;
        let (events, watcher) = watcher(&root)?;
        Ok(Self { root, events, watcher })
    }

    /// Waits until something happened and the burst is over; gives the paths that were named.
    pub(in crate::preview) fn wait(&mut self) -> BTreeSet<PathBuf> {
        let mut touched = BTreeSet::new();
        let mut renewed = loop {
            match self.events.recv() {
                Ok(event) if is_change(&event) => {
                    touched.extend(event.iter().flat_map(|event| event.paths.iter().cloned()));
                    break self.is_about_folders(&event);
                }
                Ok(_) => {}
                // The watcher holds the sender, so this does not happen while it lives.
                Err(_) => std::thread::park(),
            }
        };
        for _ in 0..BURST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => {
                    renewed |= self.is_about_folders(&event);
                    touched.extend(event.into_iter().flat_map(|event| event.paths));
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        if renewed {
            self.renew();
        }
        touched
    }

    /// Whether `content/` or `themes/` themselves went or came, or events were lost: what is watched must be set anew.
    fn is_about_folders(&self, event: &notify::Result<Event>) -> bool {
        match event {
            Ok(event) => {
                event.need_rescan()
                    || event.paths.iter().any(|path| FOLDERS.iter().any(|name| *path == self.root.join(name)))
                        && !matches!(event.kind, EventKind::Access(_))
            }
            Err(_) => true,
        }
    }

    fn renew(&mut self) {
        // Where this fails the old watcher stays; the next event tries again.
        if let Ok((events, watcher)) = watcher(&self.root) {
            self.watcher = watcher;
            self.events = events;
        }
    }
}

const FOLDERS: [&str; 2] = ["content", "themes"];

fn watcher(root: &Path) -> notify::Result<(Receiver<notify::Result<Event>>, RecommendedWatcher)> {
    let (sender, receiver) = unbounded();
    let mut watcher = RecommendedWatcher::new(
        move |event| {
            // Nobody waits any more when the preview ends.
            let _ = sender.send(event);
        },
        Config::default(),
    )?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|name| root.join(name)) {
        if folder.is_dir() {
            // A folder that went away meanwhile comes back with an event of the root.
            match watcher.watch(&folder, RecursiveMode::Recursive) {
                Err(error) if folder.is_dir() => return Err(error),
                _ => {}
            }
        }
    }
    Ok((receiver, watcher))
}

/// Reading is no change; the end of writing is.
fn is_change(event: &notify::Result<Event>) -> bool {
    match event {
        Ok(event) => {
            event.need_rescan()
                || !matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write))
        }
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::Watch;
    use std::path::Path;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;
    use std::{fs, thread};

    /// A watcher on a thread of its own that says when it was told something.
    fn told(root: &Path) -> Receiver<()> {
        let mut watch = Watch::new(root).expect("a watcher");
        let (sender, receiver) = channel();
        thread::spawn(move || {
            loop {
                drop(watch.wait());
                if sender.send(()).is_err() {
                    return;
                }
            }
        });
        receiver
    }

    fn expect(told: &Receiver<()>, what: &str) {
        assert!(told.recv_timeout(Duration::from_secs(20)).is_ok(), "{what}");
        while told.recv_timeout(Duration::from_millis(60)).is_ok() {}
    }

    #[test]
    fn every_way_of_saving_is_noticed() {
        let home = tempfile::tempdir().unwrap();
        let content = home.path().join("content");
        fs::create_dir_all(content.join("cohorts")).unwrap();
        fs::write(content.join("site.yaml"), "a").unwrap();
        let told = told(home.path());
        fs::write(content.join("site.yaml"), "b").unwrap();
        expect(&told, "written over");
        fs::write(content.join(".site.swp"), "c").unwrap();
        fs::rename(content.join(".site.swp"), content.join("site.yaml")).unwrap();
        expect(&told, "renamed over");
        fs::create_dir_all(content.join("visits/2024")).unwrap();
        expect(&told, "a new folder");
        fs::write(content.join("visits/2024/a.yaml"), "d").unwrap();
        expect(&told, "a file in a new folder");
        fs::remove_dir_all(content.join("visits")).unwrap();
        expect(&told, "a folder is gone");
    }

    #[test]
    fn content_that_goes_and_comes_back_is_watched_again() {
        let home = tempfile::tempdir().unwrap();
        let content = home.path().join("content");
        fs::create_dir_all(&content).unwrap();
        let told = told(home.path());
        fs::rename(&content, home.path().join("away")).unwrap();
        expect(&told, "content is gone");
        fs::create_dir_all(&content).unwrap();
        expect(&told, "content is back");
        fs::write(content.join("site.yaml"), "a").unwrap();
        expect(&told, "a file in it");
        fs::create_dir_all(home.path().join("themes/t/assets")).unwrap();
        expect(&told, "a theme");
        fs::write(home.path().join("themes/t/assets/a.css"), "a").unwrap();
        expect(&told, "a file of it");
    }
}
