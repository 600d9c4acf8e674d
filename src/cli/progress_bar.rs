//! A bar while a build takes long and someone watches. It is gone before anything else is said.

use super::console::Console;
use super::words;
use crate::publish::Progress;
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Builds faster than this need no bar.
const PATIENCE: Duration = Duration::from_millis(500);
const EVERY: Duration = Duration::from_millis(100);

/// Runs `work` and draws beside it.
pub(in crate::cli) fn beside<T>(progress: &Progress, console: &Console, work: impl FnOnce() -> T) -> T {
    if !console.is_watched() {
        return work();
    }
    let (end, ended) = channel();
    thread::scope(|scope| {
        scope.spawn(|| draw(progress, console, ended));
        // Dropped at the end of the work, also when it panics: the scope waits for the bar.
        let _end = end;
        work()
    })
}

fn draw(progress: &Progress, console: &Console, ended: Receiver<()>) {
    if is_over(&ended, PATIENCE) {
        return;
    }
    let bar = ProgressBar::new(0).with_style(style("{msg}"));
    bar.set_message(words::preparing().get(&console.lang).to_owned());
    let mut is_counting = false;
    loop {
        let (done, total) = progress.now();
        if total > 0 {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
            if !is_counting {
                is_counting = true;
                bar.set_style(counting(console));
                bar.set_message(words::files_made().get(&console.lang).to_owned());
            }
        }
        bar.tick();
        if is_over(&ended, EVERY) {
            break;
        }
    }
    bar.finish_and_clear();
}

fn is_over(ended: &Receiver<()>, patience: Duration) -> bool {
    ended.recv_timeout(patience) != Err(RecvTimeoutError::Timeout)
}

fn counting(console: &Console) -> ProgressStyle {
    let bar = if console.is_colored() { "{bar:30.cyan}" } else { "{bar:30}" };
    style(&format!("{bar} {{pos}}/{{len}} {{msg}}")).progress_chars("━╸─")
}

fn style(template: &str) -> ProgressStyle {
    // The templates are ours: they can be read.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
