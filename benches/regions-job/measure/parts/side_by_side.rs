//! Terbit, Hugo, `cp -r` and the write limit on the same facts, in turns.

use super::make;
use crate::Fallible;
use crate::arguments::Arguments;
use crate::contender::Contender;
use crate::generate::Form;
use crate::hugo::Hugo;
use crate::machine;
use crate::place::Place;
use crate::statistics::Values;
use crate::table::{Table, seconds, three, whole};
use crate::turns::{Runs, Turns};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One setting with the targets that hold for it, in words.
pub struct Setting {
    name: &'static str,
    records: usize,
    on_disk: bool,
    hugo: &'static str,
    copy: &'static str,
    limit: &'static str,
    memory: &'static str,
    peak: &'static str,
}

pub const TMPFS_10K: Setting = Setting {
    name: "tmpfs-10k",
    records: 10_000,
    on_disk: false,
    hugo: "at least 10",
    copy: "",
    limit: "",
    memory: "",
    peak: "",
};
pub const TMPFS_100K: Setting = Setting {
    name: "tmpfs-100k",
    records: 100_000,
    on_disk: false,
    hugo: "at least 10",
    copy: "",
    limit: "at most 3.5",
    memory: "at most 0.15",
    peak: "at most 350",
};
pub const DISK_100K: Setting = Setting {
    name: "disk-100k",
    records: 100_000,
    on_disk: true,
    hugo: "",
    copy: "at most 0.6",
    limit: "at most 1.4",
    memory: "at most 0.15",
    peak: "at most 350",
};

/// Measures one setting.
pub fn measure(arguments: &Arguments, setting: &Setting) -> Fallible<String> {
    let parent = if setting.on_disk { &arguments.disk } else { &arguments.tmpfs };
    let place = Place::new(parent, setting.name)?;
    let records = arguments.records.unwrap_or(setting.records);
    let root = place.path.join("job");
    let made = make(records, Form::TerbitJob, &root)?;
    let turns = Turns {
        folder: &place.path,
        on_disk: setting.on_disk,
        turns: arguments.turns,
        hugo_turns: arguments.hugo_turns,
    };
    let mut contenders = vec![Contender::Terbit { root }];
    if arguments.hugo_turns > 0 {
        contenders.push(hugo(arguments, records, &place.path)?);
    }
    contenders.push(Contender::Copy { site: turns.site() });
    contenders.push(Contender::Limit { list: turns.list() });
    let all = turns.take(contenders)?;
    if all[0].size.pages != made.pages() {
        return Err(format!("{} pages instead of {}", all[0].size.pages, made.pages()).into());
    }
    let on = if setting.on_disk { "output on disk" } else { "output in memory (tmpfs)" };
    let head = format!(
        "{} records ({made}), {on}. {}",
        whole(records as u64),
        machine::line(arguments.turns, "release build")
    );
    Ok(format!("{head}\n\n{}\n{}", times(&all).markdown(), ratios(&all, setting).markdown()))
}

/// The job for Hugo with the facts in it.
fn hugo(arguments: &Arguments, records: usize, place: &Path) -> Fallible<Contender> {
    let Hugo { program, version } = Hugo::find(arguments)?;
    let source = place.join("hugo");
    let job = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/regions-job/hugo"));
    if !Command::new("cp").arg("-r").arg(job).arg(&source).status()?.success() {
        return Err("the job for Hugo cannot be copied".into());
    }
    make(records, Form::Neutral, &source.join("facts"))?;
    Ok(Contender::Hugo { program, version, source })
}

/// What each took.
pub fn times(all: &[Runs]) -> Table {
    let mut table = Table::new(&["", "median s", "fastest", "slowest", "turns", "peak MB", "pages", "files", "MB"]);
    for one in all {
        let times = one.seconds();
        let peak = one.peak().filter(|_| one.contender.makes_pages());
        table.line(vec![
            one.contender.name(),
            seconds(times.median()),
            seconds(times.least()),
            seconds(times.most()),
            one.runs.len().to_string(),
            peak.map_or_else(|| "–".to_owned(), |peak| format!("{peak:.0}")),
            whole(one.size.pages as u64),
            whole(one.size.files as u64),
            format!("{:.1}", one.size.bytes as f64 / 1e6),
        ]);
    }
    table
}

fn ratios(all: &[Runs], setting: &Setting) -> Table {
    let mut table = Table::new(&["ratio", "median", "least", "most", "target"]);
    let mut add = |name: &str, values: &Values, target: &str| {
        let cells = [values.median(), values.least(), values.most()].map(seconds);
        table.line([vec![name.to_owned()], cells.to_vec(), vec![target.to_owned()]].concat());
    };
    let terbit = &all[0];
    for other in &all[1..] {
        match other.contender {
            Contender::Hugo { .. } => {
                add("time, Hugo : Terbit", &other.times(terbit), setting.hugo);
                let peaks = terbit.peak().zip(other.peak()).map(|(own, other)| own / other);
                add("peak memory, Terbit : Hugo", &Values::new(peaks), setting.memory);
                let bytes = terbit.size.bytes as f64 / other.size.bytes as f64;
                add("bytes, Terbit : Hugo", &Values::new([bytes]), "0.85 to 1.15");
            }
            Contender::Copy { .. } => add("time, Terbit : `cp -r`", &terbit.times(other), setting.copy),
            Contender::Limit { .. } => add("time, Terbit : write limit", &terbit.times(other), setting.limit),
            Contender::Terbit { .. } => {}
        }
    }
    if let Some(peak) = terbit.peak() {
        table.line(vec![
            "peak memory of Terbit, MB".to_owned(),
            three(peak),
            String::new(),
            String::new(),
            setting.peak.to_owned(),
        ]);
    }
    table
}
