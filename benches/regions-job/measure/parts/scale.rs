//! Time and memory by size, and the exponent: 1 is linear.

use super::make;
use crate::Fallible;
use crate::arguments::Arguments;
use crate::contender::Contender;
use crate::generate::Form;
use crate::machine;
use crate::place::Place;
use crate::table::{Table, seconds, three, whole};
use crate::turns::{Runs, Turns};

/// Larger sites are built once: ten minutes of repeating would tell nothing more.
const ONCE: usize = 500_000;

/// Measures Terbit alone, in memory.
pub fn measure(arguments: &Arguments, sizes: &[usize]) -> Fallible<String> {
    let mut table = Table::new(&[
        "records",
        "pages",
        "MB",
        "median s",
        "fastest",
        "slowest",
        "turns",
        "µs a page",
        "peak MB",
        "exponent of time from the size before",
    ]);
    let mut measured: Vec<(usize, f64)> = Vec::new();
    // To try the harness, all sizes shrink by as much as the largest does.
    let shrink = arguments.records.map_or(1, |records| (sizes.last().copied().unwrap_or(1) / records).max(1));
    for records in sizes.iter().map(|size| size / shrink) {
        let runs = one(arguments, records)?;
        let times = runs.seconds();
        let median = times.median().unwrap_or(f64::NAN);
        let before = measured.last().map(|before| exponent(*before, (records, median)));
        table.line(vec![
            whole(records as u64),
            whole(runs.size.pages as u64),
            format!("{:.0}", runs.size.bytes as f64 / 1e6),
            seconds(times.median()),
            seconds(times.least()),
            seconds(times.most()),
            runs.runs.len().to_string(),
            format!("{:.1}", median * 1e6 / runs.size.pages as f64),
            runs.peak().map_or_else(|| "–".to_owned(), |peak| format!("{peak:.0}")),
            before.map_or_else(|| "–".to_owned(), three),
        ]);
        measured.push((records, median));
    }
    let whole_range = match measured.as_slice() {
        [_, first, .., last] => format!(
            "From {} to {} records time grows with the power {} of their number; the target is at most 1.05.\n",
            whole(first.0 as u64),
            whole(last.0 as u64),
            three(exponent(*first, *last))
        ),
        _ => String::new(),
    };
    let head = format!("Terbit alone, output in memory (tmpfs). {}", machine::line(arguments.turns, "release build"));
    Ok(format!("{head}\n\n{}\n{whole_range}", table.markdown()))
}

fn one(arguments: &Arguments, records: usize) -> Fallible<Runs> {
    let place = Place::new(&arguments.tmpfs, "scale")?;
    let root = place.path.join("job");
    make(records, Form::TerbitJob, &root)?;
    let turns = if records > ONCE { 1 } else { arguments.turns };
    let turns = Turns { folder: &place.path, on_disk: false, turns, hugo_turns: 0 };
    let mut all = turns.take(vec![Contender::Terbit { root }])?;
    all.pop().ok_or_else(|| "nothing was run".into())
}

fn exponent(from: (usize, f64), to: (usize, f64)) -> f64 {
    (to.1 / from.1).ln() / (to.0 as f64 / from.0 as f64).ln()
}
