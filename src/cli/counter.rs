//! A line that counts while publishing takes long and someone watches.

use super::console::Console;
use crate::publish::Progress;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

/// Builds faster than this need no counter.
const PATIENCE: Duration = Duration::from_millis(500);
const EVERY: Duration = Duration::from_millis(100);

/// Runs `work` and counts beside it.
pub(in crate::cli) fn beside<T>(progress: &Progress, console: &Console, work: impl FnOnce() -> T) -> T {
    if !console.is_watched() {
        return work();
    }
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let counter = scope.spawn(|| count(progress, &over));
        let _end = End { over: &over, counter: counter.thread().clone() };
        work()
    })
}

/// Ends the counter, also when the work panics: the scope waits for it.
struct End<'e> {
    over: &'e AtomicBool,
    counter: Thread,
}

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Release);
        self.counter.unpark();
    }
}

fn count(progress: &Progress, over: &AtomicBool) {
    let mut began = None;
    let mut is_shown = false;
    while !over.load(Ordering::Acquire) {
        let (done, total) = progress.now();
        if total > 0 && began.get_or_insert_with(Instant::now).elapsed() > PATIENCE {
            is_shown = true;
            let _ = write!(io::stderr(), "\r{done}/{total}").and_then(|()| io::stderr().flush());
        }
        thread::park_timeout(EVERY);
    }
    if is_shown {
        let _ = write!(io::stderr(), "\r{:24}\r", "");
    }
}
