//! The whole build at 1,000, 10,000 and 100,000 invented records, beside a plain copy of its output.
//!
//! ```sh
//! cargo bench --bench throughput            # all three sizes
//! cargo bench --bench throughput -- 1000    # one
//! ```
//!
//! Absolute figures drift from machine to machine; the ratio to `cp -r`, taken in turn on the same
//! disk, is what to compare. Peak memory is the kernel's high-water mark of the process (Linux).
#![allow(clippy::disallowed_methods, reason = "a benchmark writes files and measures time")]

#[path = "regions-job/generate/mod.rs"]
mod generate;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    println!("| records | pages | MB | build s | pages/s | peak MB | again s | cp -r s | build : cp |");
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for records in sizes {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("throughput-{records}"));
        let _ = fs::remove_dir_all(&folder);
        measure(records, &folder);
        let _ = fs::remove_dir_all(&folder);
    }
}

fn measure(records: usize, folder: &Path) {
    let settings =
        generate::Settings { records, narratives: records / 10, seed: 1, mistakes: 0, form: generate::Form::Terbit };
    generate::generate(&settings, folder).expect("the invented site is written");
    let site = folder.join("site");
    let cold = build(folder, &site);
    let warm = build(folder, &site);
    let (pages, bytes) = size(&site);
    let copy = copy(&site, &folder.join("copy"));
    let seconds = cold.time.as_secs_f64();
    println!(
        "| {records} | {pages} | {:.0} | {seconds:.2} | {:.0} | {} | {:.2} | {:.2} | {:.1} |",
        bytes as f64 / 1e6,
        pages as f64 / seconds,
        cold.peak.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1024).to_string()),
        warm.time.as_secs_f64(),
        copy.as_secs_f64(),
        seconds / copy.as_secs_f64(),
    );
}

struct Measured {
    time: Duration,
    peak: Option<u64>,
}

fn build(root: &Path, output: &Path) -> Measured {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terbit"));
    command.arg("build").arg("--root").arg(root).arg("-o").arg(output).args([
        "--now",
        "2026-11-23T12:00:00+07:00",
        "-q",
    ]);
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("the program starts");
    let mut peak = None;
    let status = loop {
        peak = high_water(child.id()).max(peak);
        if let Some(status) = child.try_wait().expect("the program can be waited for") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(status.success(), "the build failed: {status}");
    Measured { time: start.elapsed(), peak }
}

/// The high-water mark of a process in kilobytes, where the system tells.
fn high_water(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn size(site: &Path) -> (usize, u64) {
    let files =
        walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files.fold((0, 0), |(pages, bytes), entry| {
        let page = entry.path().extension().is_some_and(|extension| extension == "html");
        (pages + usize::from(page), bytes + entry.metadata().map_or(0, |data| data.len()))
    })
}

fn copy(from: &Path, to: &PathBuf) -> Duration {
    let start = Instant::now();
    let status = Command::new("cp").arg("-r").arg(from).arg(to).status().expect("cp starts");
    assert!(status.success(), "cp failed");
    start.elapsed()
}
