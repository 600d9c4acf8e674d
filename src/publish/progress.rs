//! How far publishing is, and whether to stop: shared with the command line.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// Counters that another thread may watch.
#[derive(Debug, Default)]
pub struct Progress {
    total: AtomicUsize,
    done: AtomicUsize,
    stop: AtomicBool,
    /// The time since some moment; what files cost is not measured without one.
    clock: Option<fn() -> Duration>,
}

impl Progress {
    /// Nothing done yet.
    pub const fn new() -> Self {
        Self { total: AtomicUsize::new(0), done: AtomicUsize::new(0), stop: AtomicBool::new(false), clock: None }
    }

    /// Nothing done yet; what files cost is measured with a clock.
    pub const fn with_clock(clock: fn() -> Duration) -> Self {
        Self { clock: Some(clock), ..Self::new() }
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
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    pub(in crate::publish) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// The clock; always nothing without one.
    pub(in crate::publish) fn time(&self) -> Duration {
        self.clock.map_or(Duration::ZERO, |clock| clock())
    }

    pub(in crate::publish) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
