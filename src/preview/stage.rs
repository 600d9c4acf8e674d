//! Which site stands now, what was found last, and who wants to know.

use super::standing::{Inbox, Questions, open};
use super::words;
use crate::diag::Counts;
use crate::diag::FileId;
use crate::pipeline::Revised;
use crate::read::Sources;
use crossbeam_channel::{Receiver, Sender, unbounded};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The site that answers.
#[derive(Clone)]
pub(in crate::preview) struct Current {
    /// Where to ask.
    pub(in crate::preview) questions: Questions,
    /// The path below which it lies: `/magang/`.
    pub(in crate::preview) base: String,
    /// How its settings word the link to edit a file.
    pub(in crate::preview) edit_link: Option<String>,
    /// What it is made of.
    pub(in crate::preview) sources: Arc<Sources>,
    /// Where other words and numbers are handed in.
    pub(in crate::preview) revisions: Sender<Revision>,
    /// Hung up when its memory is free.
    pub(in crate::preview) gone: Receiver<()>,
}

/// The site that stood before, if there was one: it ends when its last answer is given.
pub(in crate::preview) struct Parting(Option<Receiver<()>>);

impl Parting {
    /// Waits until its memory is free, but not for ever: an answer may take long.
    pub(in crate::preview) fn wait(self, patience: Duration) {
        if let Some(gone) = self.0 {
            // Nothing is ever sent; it is hung up, or patience ends.
            let _ = gone.recv_timeout(patience);
        }
    }
}

/// What is other in a site that stands, and where the questions about it will come from then.
pub(in crate::preview) struct Revision {
    /// Words and numbers.
    pub(in crate::preview) revised: Revised,
    /// The files they stand in, with all of their texts.
    pub(in crate::preview) files: Vec<(FileId, String)>,
    /// The questions.
    pub(in crate::preview) inbox: Inbox,
    /// Told when the site has them.
    pub(in crate::preview) stands: Sender<()>,
}

/// What was found when the site was last made, or could not be made.
#[derive(Clone, Debug, Default)]
pub(in crate::preview) struct Found {
    /// How much.
    pub(in crate::preview) counts: Counts,
    /// The findings as the overlay shows them.
    pub(in crate::preview) findings: Vec<Value>,
    /// The same as one text.
    pub(in crate::preview) text: String,
    /// The language of the words.
    pub(in crate::preview) lang: String,
}

/// What a page compares itself with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::preview) struct Prints {
    /// Of everything that pages are made of.
    pub(in crate::preview) pages: String,
    /// Of the style sheets.
    pub(in crate::preview) styles: String,
}

/// A moment of the stage.
#[derive(Clone, Default)]
pub(in crate::preview) struct Moment {
    /// Grows with every change.
    pub(in crate::preview) version: u64,
    /// The site that stands; none before the first without errors.
    pub(in crate::preview) current: Option<Current>,
    /// Its prints.
    pub(in crate::preview) prints: Prints,
    /// What was found last.
    pub(in crate::preview) found: Found,
    /// Grows with every revision: a site that was read before one is older than what is shown.
    pub(in crate::preview) revised: u64,
}

/// Shared by the server and the one who rebuilds.
#[derive(Default)]
pub(in crate::preview) struct Stage {
    moment: Mutex<Moment>,
    listeners: Mutex<Vec<Sender<u64>>>,
    /// Changes that are not checked yet.
    unchecked: AtomicUsize,
}

impl Stage {
    /// What is so now.
    pub(in crate::preview) fn now(&self) -> Moment {
        lock(&self.moment).clone()
    }

    /// Something changed; it is still to be checked.
    pub(in crate::preview) fn begin(&self) {
        self.unchecked.fetch_add(1, Ordering::SeqCst);
    }

    /// So many changes are checked. When none is left the listeners are told, though nothing that is shown differs:
    /// who waits for the last word would wait for ever otherwise.
    pub(in crate::preview) fn end(&self, changes: usize) {
        if self.unchecked.fetch_sub(changes, Ordering::SeqCst) == changes {
            self.tell(self.now().version);
        }
    }

    /// What the script of the preview is told.
    pub(in crate::preview) fn state(&self) -> Value {
        // Looked at first: what is through by now is in the moment.
        let checking = self.unchecked.load(Ordering::SeqCst) > 0;
        let mut state = self.now().state();
        state["checking"] = Value::Bool(checking);
        state
    }

    /// A new site takes the stage, unless what stands was revised since the site was read, when the number of
    /// revisions was `seen`. It need not stand yet: who asks waits for it.
    pub(in crate::preview) fn enter(
        &self,
        seen: u64,
        current: Current,
        prints: Prints,
        found: Found,
    ) -> Option<Parting> {
        let mut parting = None;
        self.change(|moment| {
            let is_newest = moment.revised == seen;
            if is_newest {
                parting = Some(Parting(moment.current.replace(current).map(|old| old.gone)));
                moment.prints = prints;
                moment.found = found;
            }
            is_newest
        });
        parting
    }

    /// The next site could not be made: the old one stays.
    pub(in crate::preview) fn stay(&self, seen: u64, found: Found) -> bool {
        self.change(|moment| {
            let is_newest = moment.revised == seen;
            if is_newest {
                moment.found = found;
            }
            is_newest
        })
    }

    /// Hands other words and numbers to the site that stands, if it is still the one made of `sources`;
    /// gives where it is told when it has them.
    pub(in crate::preview) fn revise(
        &self,
        sources: &Arc<Sources>,
        revised: Revised,
        files: Vec<(FileId, String)>,
        pages: String,
    ) -> Option<Receiver<()>> {
        let (stands, standing) = unbounded();
        let is_revised = self.change(|moment| {
            let Some(current) = moment.current.as_mut().filter(|current| Arc::ptr_eq(&current.sources, sources)) else {
                return false;
            };
            let (questions, inbox) = open();
            // Who asked before is answered by the site as it was; who asks now waits until it is revised.
            if current.revisions.send(Revision { revised, files, inbox, stands }).is_err() {
                return false;
            }
            current.questions = questions;
            moment.prints.pages = pages;
            moment.revised += 1;
            true
        });
        is_revised.then_some(standing)
    }

    /// Tells of every change from now on; first of all of the present version.
    pub(in crate::preview) fn listen(&self) -> Receiver<u64> {
        let (sender, receiver) = unbounded();
        let _ = sender.send(self.now().version);
        lock(&self.listeners).push(sender);
        receiver
    }

    /// Tells the listeners, if anything was changed.
    fn change(&self, change: impl FnOnce(&mut Moment) -> bool) -> bool {
        let version = {
            let mut moment = lock(&self.moment);
            if !change(&mut moment) {
                return false;
            }
            moment.version += 1;
            moment.version
        };
        self.tell(version);
        true
    }

    fn tell(&self, version: u64) {
        lock(&self.listeners).retain(|listener| listener.send(version).is_ok());
    }
}

impl Moment {
    fn state(&self) -> Value {
        let (found, lang) = (&self.found, self.found.lang.as_str());
        json!({
            "version": self.version.to_string(),
            "stands": self.current.is_some(),
            "pages": self.prints.pages,
            "styles": self.prints.styles,
            "lang": lang,
            "errors": found.counts.errors,
            "warnings": found.counts.warnings,
            "hints": found.counts.hints,
            "title": found.counts.words().get(lang),
            "lead": words::lead(found.counts, self.current.is_some()).get(lang),
            "hide": words::hide().get(lang),
            "findings": found.findings,
        })
    }
}

/// What a thread that failed left behind is whole: every change is one assignment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{Current, Found, Prints, Stage};
    use crate::preview::standing::open;
    use crate::read::Sources;
    use crossbeam_channel::{Receiver, bounded, unbounded};
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    fn current(gone: Receiver<()>) -> Current {
        let (questions, _) = open();
        let sources = Arc::new(Sources::for_tests(&[]));
        Current { questions, base: "/".to_owned(), edit_link: None, sources, revisions: unbounded().0, gone }
    }

    #[test]
    fn who_enters_can_wait_until_the_one_before_is_gone() {
        let stage = Stage::default();
        let (alive, gone) = bounded(0);
        let first = stage.enter(0, current(gone), Prints::default(), Found::default()).expect("nobody stands");
        first.wait(Duration::ZERO);
        let second = stage.enter(0, current(bounded(0).1), Prints::default(), Found::default()).expect("the newest");
        let start = Instant::now();
        let goes = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(50));
            drop(alive);
        });
        second.wait(Duration::from_secs(60));
        assert!(start.elapsed() >= Duration::from_millis(50), "did not wait");
        goes.join().expect("a thread that only waits");
        assert!(stage.enter(1, current(bounded(0).1), Prints::default(), Found::default()).is_none(), "not revised");
    }

    #[test]
    fn listeners_are_told_that_the_last_change_is_checked() {
        let stage = Stage::default();
        let told = stage.listen();
        assert_eq!(told.try_iter().count(), 1, "of the present");
        stage.begin();
        stage.begin();
        stage.end(1);
        assert_eq!(told.try_iter().count(), 0, "one is left");
        stage.end(1);
        assert_eq!(told.try_iter().count(), 1);
        assert_eq!(stage.state()["checking"], false);
    }
}
