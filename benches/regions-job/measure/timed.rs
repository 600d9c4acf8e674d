//! One run of a program: how long it took, and how much memory it held at most.

use crate::Fallible;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What a run took.
#[derive(Clone, Copy, Debug)]
pub struct Timed {
    pub seconds: f64,
    /// In megabytes (1,000,000 bytes); none where the system does not tell, or the run was too short.
    pub peak: Option<f64>,
}

/// Often enough to see the end of a run that lasts a tenth of a second, seldom enough not to disturb it.
const LOOK: Duration = Duration::from_millis(4);

/// Runs a program to its end. What it prints goes to `log`, which is told if it fails.
pub fn run(mut command: Command, log: &Path) -> Fallible<Timed> {
    let output = File::create(log)?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let start = Instant::now();
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    let process = child.id();
    let (end, ended) = mpsc::channel::<()>();
    // The mark only rises, so the last look before the end is the peak but for the last moment.
    let watcher = std::thread::spawn(move || {
        let mut highest = None;
        loop {
            highest = high_water(process).max(highest);
            if ended.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                return highest;
            }
        }
    });
    let status = child.wait()?;
    let seconds = start.elapsed().as_secs_f64();
    drop(end);
    let peak = watcher.join().ok().flatten();
    if !status.success() {
        let said = std::fs::read_to_string(log).unwrap_or_default();
        return Err(format!("{} failed ({status}):\n{said}", command.get_program().display()).into());
    }
    Ok(Timed { seconds, peak: peak.map(|kilobytes| kilobytes as f64 * 1024.0 / 1e6) })
}

/// The high-water mark of a process in units of 1,024 bytes, where the system tells (Linux).
fn high_water(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
