//! The parts of the measurement: each makes its data, measures, and gives one text for the document.

mod again;
mod real;
mod scale;
mod side_by_side;
mod theme;

use crate::Fallible;
use crate::arguments::Arguments;
use crate::document;
use crate::generate::{Form, Made, Settings, generate};
use std::path::Path;

/// A part: its name, whether it runs when none is named, and what measures it.
type Part = (&'static str, bool, fn(&Arguments) -> Fallible<String>);

const PARTS: [Part; 8] = [
    ("tmpfs-10k", true, |arguments| side_by_side::measure(arguments, &side_by_side::TMPFS_10K)),
    ("tmpfs-100k", true, |arguments| side_by_side::measure(arguments, &side_by_side::TMPFS_100K)),
    ("disk-100k", true, |arguments| side_by_side::measure(arguments, &side_by_side::DISK_100K)),
    ("again-100k", true, again::measure),
    ("scale", true, |arguments| scale::measure(arguments, &[1_000, 10_000, 100_000])),
    ("scale-1m", false, |arguments| scale::measure(arguments, &[1_000, 10_000, 100_000, 1_000_000])),
    ("theme", true, theme::measure),
    ("real", true, real::measure),
];

/// Measures what is asked for; every part's table is written as soon as it is there.
pub fn run(arguments: &Arguments) -> Fallible<()> {
    if let Some(odd) = arguments.only.iter().find(|name| !PARTS.iter().any(|(part, ..)| part == name)) {
        return Err(format!("there is no part {odd}; see --help").into());
    }
    for (part, by_itself, measure) in PARTS {
        let wanted = if arguments.only.is_empty() { by_itself } else { arguments.only.iter().any(|name| name == part) };
        if !wanted {
            continue;
        }
        eprintln!("{part}");
        let text = measure(arguments)?;
        println!("{part}\n\n{text}");
        if let Some(document) = &arguments.document {
            document::replace(document, place_of(part), &text)?;
        }
    }
    Ok(())
}

/// The larger table of sizes stands where the smaller one stood.
fn place_of(part: &str) -> &str {
    part.strip_suffix("-1m").unwrap_or(part)
}

/// Writes the data of the job.
fn make(records: usize, form: Form, out: &Path) -> Fallible<Made> {
    let settings = Settings { records, narratives: Settings::stories_of(records), seed: 1, mistakes: 0, form };
    Ok(generate(&settings, out)?)
}
