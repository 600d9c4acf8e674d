//! Where and when it was measured.

use std::fs;

/// One line: the day, the machine, the turns.
pub fn line(turns: usize, place: &str) -> String {
    let day = chrono::DateTime::from_timestamp(seconds(), 0).map(|now| now.format("%Y-%m-%d").to_string());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut parts = vec![format!("{cores} cores")];
    parts.extend(field("/proc/cpuinfo", "model name"));
    parts.extend(memory());
    parts.extend(kernel());
    format!("Measured on {}, {}; {place}; {turns} turns.", day.unwrap_or_default(), parts.join(", "))
}

fn seconds() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |now| now.as_secs() as i64)
}

/// The kernel's version, without what its makers add to it.
fn kernel() -> Option<String> {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").ok()?;
    let version: Vec<&str> = release.trim().split(['.', '-']).take(2).collect();
    Some(format!("Linux {}", version.join(".")))
}

fn memory() -> Option<String> {
    let kilobytes: f64 = field("/proc/meminfo", "MemTotal")?.split_whitespace().next()?.parse().ok()?;
    Some(format!("{:.0} GB", kilobytes * 1024.0 / 1e9))
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
