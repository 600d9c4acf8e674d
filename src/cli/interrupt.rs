//! Ctrl-C, and what asks a process to end (SIGTERM, SIGHUP): publishing stops and leaves the old output as it was.

use super::exit::Exit;
use super::stopwatch;
use crate::publish::Progress;
use std::sync::atomic::{AtomicBool, Ordering};

/// The progress of this process; the signal reaches it from another thread.
static PROGRESS: Progress = Progress::with_clock(stopwatch::since_start);
static PRESSED: AtomicBool = AtomicBool::new(false);

/// Ctrl-C ends the preview, as it is meant to: nothing has to be cleaned up.
pub(in crate::cli) fn end_on_press() {
    let _ = ctrlc::set_handler(|| std::process::exit(i32::from(Exit::Done.code())));
}

/// Listens for Ctrl-C from now on. Before publishing begins nothing is written, so the first
/// press ends the process; while it publishes the first press stops it and the second ends it.
pub(in crate::cli) fn listen() -> &'static Progress {
    // A second listener in one process changes nothing, and without one Ctrl-C ends the process.
    let _ = ctrlc::set_handler(|| {
        let (_, total) = PROGRESS.now();
        PROGRESS.stop();
        if total == 0 || PRESSED.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Exit::Interrupted.code()));
        }
    });
    &PROGRESS
}
