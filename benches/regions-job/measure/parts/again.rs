//! What a second run costs: nothing changed, one narrative changed, and only checking.

use super::make;
use crate::Fallible;
use crate::arguments::Arguments;
use crate::contender::{build, check};
use crate::generate::Form;
use crate::machine;
use crate::place::{Place, empty, settle};
use crate::statistics::Values;
use crate::table::{Table, seconds, whole};
use crate::timed::{Timed, run};
use std::fs;
use std::path::{Path, PathBuf};

/// The runs of a turn, in order: what each is called, and its target as a ratio to the first.
const RUNS: [(&str, &str); 4] = [
    ("full build into nothing", ""),
    ("nothing changed", "at most 0.25"),
    ("one narrative changed", "at most 0.3"),
    ("`terbit check`", "at most 0.2"),
];

/// Measures on disk.
pub fn measure(arguments: &Arguments) -> Fallible<String> {
    let place = Place::new(&arguments.disk, "again-100k")?;
    let records = arguments.records.unwrap_or(100_000);
    let root = place.path.join("job");
    let made = make(records, Form::TerbitJob, &root)?;
    let story = story(&root)?;
    let mut turns = Vec::new();
    let mut written = RUNS.map(|_| String::new());
    for turn in 1..=arguments.turns {
        let (took, wrote) = take(&place.path, &root, &story)?;
        eprintln!("  turn {turn}: {}", took.map(|timed| format!("{:.3} s", timed.seconds)).join(", "));
        turns.push(took);
        written = wrote;
    }
    let mut table = Table::new(&[
        "",
        "median s",
        "fastest",
        "slowest",
        "files written",
        "ratio to the full build",
        "least",
        "most",
        "target",
    ]);
    for (at, (name, target)) in RUNS.into_iter().enumerate() {
        let times = Values::new(turns.iter().map(|turn| turn[at].seconds));
        let ratios = Values::new(turns.iter().map(|turn| turn[at].seconds / turn[0].seconds));
        let cells = [times.median(), times.least(), times.most()].map(seconds);
        let ratios = [ratios.median(), ratios.least(), ratios.most()].map(seconds);
        table.line(
            [
                vec![name.to_owned()],
                cells.to_vec(),
                vec![written[at].clone()],
                ratios.to_vec(),
                vec![target.to_owned()],
            ]
            .concat(),
        );
    }
    let head = format!(
        "{} records ({made}), output on disk. {}",
        whole(records as u64),
        machine::line(arguments.turns, "release build")
    );
    Ok(format!("{head}\n\n{}", table.markdown()))
}

/// One turn. Gives also how many files each run said it wrote.
fn take(place: &Path, root: &Path, story: &Path) -> Fallible<([Timed; 4], [String; 4])> {
    let (site, log) = (place.join("site"), place.join("log"));
    empty(&site)?;
    let text = fs::read_to_string(story)?;
    let timed = |command| -> Fallible<(Timed, String)> {
        settle()?;
        let timed = run(command, &log)?;
        Ok((timed, files_written(&fs::read_to_string(&log)?)))
    };
    let full = timed(build(root, &site))?;
    let nothing = timed(build(root, &site))?;
    fs::write(story, format!("{text}\nOne sentence more.\n"))?;
    let changed = timed(build(root, &site));
    fs::write(story, text)?;
    let changed = changed?;
    let checked = timed(check(root))?;
    let all = [full, nothing, changed, checked];
    Ok((all.each_ref().map(|run| run.0), all.map(|run| run.1)))
}

/// The number in "… 12 files written, …" of the last line; nothing of a check.
fn files_written(log: &str) -> String {
    let line = log.lines().rev().find_map(|line| {
        line.split_once(" files written").or_else(|| line.split_once(" file written")).map(|(before, _)| before)
    });
    line.and_then(|before| before.rsplit(' ').next()).unwrap_or("–").to_owned()
}

/// The first story.
fn story(root: &Path) -> Fallible<PathBuf> {
    let stories = walkdir::WalkDir::new(root.join("content/stories")).sort_by_file_name();
    let mut files = stories.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    Ok(files.next().ok_or("no story to change")?.into_path())
}
