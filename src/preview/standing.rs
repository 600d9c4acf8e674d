//! A site that stands: its nouns live on the stack of one thread, which answers questions until nobody asks any more.
//!
//! A bundle borrows from its plan, the plan from its facts, and so on; none of them can be put into a cell that others
//! share. So the questions come to the site, not the site to those who ask. The thread ends when the last sender of
//! questions is dropped: when the next site has taken its place and the last answer is given.

use crate::diag::{FileId, Places};
use crate::plan::SitePlan;
use crate::read::Sources;
use crate::render::Bundle;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// All of a site that questions are about.
#[derive(Clone, Copy)]
pub(in crate::preview) struct Standing<'s> {
    /// Its files.
    pub(in crate::preview) bundle: &'s Bundle<'s>,
    /// Its pages.
    pub(in crate::preview) plan: &'s SitePlan<'s>,
    /// What it is made of.
    pub(in crate::preview) sources: &'s Sources,
    /// Texts that are other by now.
    pub(in crate::preview) texts: &'s BTreeMap<FileId, String>,
}

impl Standing<'_> {
    /// The text of a file as the site knows it.
    pub(in crate::preview) fn text(&self, file: FileId) -> &str {
        self.texts.get(&file).map_or_else(|| self.sources.text(file), String::as_str)
    }
}

type Ask = Box<dyn FnOnce(&Standing<'_>) + Send>;

/// Where questions are put.
#[derive(Clone)]
pub(in crate::preview) struct Questions(Sender<Ask>);

/// Where they arrive.
pub(in crate::preview) struct Inbox(Receiver<Ask>);

/// A way in for questions.
pub(in crate::preview) fn open() -> (Questions, Inbox) {
    let (sender, receiver) = unbounded();
    (Questions(sender), Inbox(receiver))
}

impl Questions {
    /// Asks and waits; nothing where making the answer failed as it never should.
    pub(in crate::preview) fn ask<A: Send + 'static>(
        &self,
        question: impl FnOnce(&Standing<'_>) -> A + Send + 'static,
    ) -> Option<A> {
        let (reply, answer) = crossbeam_channel::bounded(1);
        // A reader who went away misses nothing.
        let ask: Ask = Box::new(move |site| drop(reply.send(question(site))));
        self.0.send(ask).ok()?;
        answer.recv().ok()
    }
}

impl Inbox {
    /// Answers until nobody can ask any more, several questions at a time.
    pub(in crate::preview) fn answer_all(&self, site: &Standing<'_>) {
        let workers = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    for ask in &self.0 {
                        // A bug in one page must not take the others away; the panic has been printed.
                        let _ = catch_unwind(AssertUnwindSafe(|| ask(site)));
                    }
                });
            }
        });
    }
}
