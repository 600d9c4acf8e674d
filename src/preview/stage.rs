//! Which site stands now, what was found last, and who wants to know.

use super::standing::Questions;
use super::words;
use crate::diag::Counts;
use crossbeam_channel::{Receiver, Sender, unbounded};
use serde_json::{Value, json};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The site that answers.
#[derive(Clone)]
pub(in crate::preview) struct Current {
    /// Where to ask.
    pub(in crate::preview) questions: Questions,
    /// The path below which it lies: `/magang/`.
    pub(in crate::preview) base: String,
    /// How its settings word the link to edit a file.
    pub(in crate::preview) edit_link: Option<String>,
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
}

/// Shared by the server and the one who rebuilds.
#[derive(Default)]
pub(in crate::preview) struct Stage {
    moment: Mutex<Moment>,
    listeners: Mutex<Vec<Sender<u64>>>,
}

impl Stage {
    /// What is so now.
    pub(in crate::preview) fn now(&self) -> Moment {
        lock(&self.moment).clone()
    }

    /// A new site takes the stage; the old one ends when its last answer is given.
    pub(in crate::preview) fn enter(&self, current: Current, prints: Prints, found: Found) {
        self.change(|moment| {
            moment.current = Some(current);
            moment.prints = prints;
            moment.found = found;
        });
    }

    /// The next site could not be made: the old one stays.
    pub(in crate::preview) fn stay(&self, found: Found) {
        self.change(|moment| moment.found = found);
    }

    /// Tells of every change from now on; first of all of the present version.
    pub(in crate::preview) fn listen(&self) -> Receiver<u64> {
        let (sender, receiver) = unbounded();
        let _ = sender.send(self.now().version);
        lock(&self.listeners).push(sender);
        receiver
    }

    fn change(&self, change: impl FnOnce(&mut Moment)) {
        let version = {
            let mut moment = lock(&self.moment);
            change(&mut moment);
            moment.version += 1;
            moment.version
        };
        lock(&self.listeners).retain(|listener| listener.send(version).is_ok());
    }
}

impl Moment {
    /// What the script of the preview is told.
    pub(in crate::preview) fn state(&self) -> Value {
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
