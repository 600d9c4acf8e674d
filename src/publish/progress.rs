//! How far publishing is, and whether to stop: shared with the command line.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Counters that another thread may watch.
#[derive(Debug, Default)]
pub struct Progress {
    total: AtomicUsize,
    done: AtomicUsize,
    stop: AtomicBool,
}

impl Progress {
    /// Nothing done yet.
    pub const fn new() -> Self {
        Self { total: AtomicUsize::new(0), done: AtomicUsize::new(0), stop: AtomicBool::new(false) }
    }

    /// Files done and files in all; 0 of 0 before publishing begins.
    pub fn now(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Asks publishing to stop (Ctrl-C). Once files are being moved it goes on to the end.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub(in crate::publish) fn begin(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
    }

    pub(in crate::publish) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    pub(in crate::publish) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
