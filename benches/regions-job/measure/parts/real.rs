//! The repository's own content: the carried theme, both languages, every output.

use super::side_by_side::times;
use crate::Fallible;
use crate::arguments::Arguments;
use crate::contender::{Contender, build};
use crate::machine;
use crate::place::Place;
use crate::table::{Table, seconds};
use crate::timed::run;
use crate::turns::Turns;
use std::path::PathBuf;

/// Measures in memory, against the write limit of its own output.
pub fn measure(arguments: &Arguments) -> Fallible<String> {
    let place = Place::new(&arguments.tmpfs, "real")?;
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let turns = Turns { folder: &place.path, on_disk: false, turns: arguments.turns, hugo_turns: 0 };
    let (site, list) = (turns.site(), turns.list());
    let terbit = Contender::Terbit { root: root.clone() };
    let all = turns.take(vec![terbit, Contender::Copy { site }, Contender::Limit { list }])?;
    let ratio = all[0].times(&all[2]);
    let ratio = [ratio.median(), ratio.least(), ratio.most()].map(seconds);
    let log = place.path.join("log");
    run(build(&root, &place.path.join("site")), &log)?;
    let head = format!("Output in memory (tmpfs). {}", machine::line(arguments.turns, "release build"));
    Ok(format!(
        "{head}\n\n{}\nTerbit takes {} times as long as the write limit of its own output ({} to {}); the target is at most 3.\n\n{}",
        times(&all).markdown(),
        ratio[0],
        ratio[1],
        ratio[2],
        kinds(&std::fs::read_to_string(log)?).markdown()
    ))
}

/// The lines of `terbit build -v` that tell of one output each: `html 1,703 files, 4.9 MB, 0.312 s`.
fn kinds(log: &str) -> Table {
    let mut table = Table::new(&["output", "files", "size", "seconds of a thread"]);
    for line in log.lines() {
        let cells: Vec<&str> = line.trim().split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        if let [kind, files, size, time] = cells.as_slice()
            && let (Some(files), Some(time)) = (files.strip_suffix(" files"), time.strip_suffix(" s"))
        {
            table.line([*kind, files, *size, time].map(str::to_owned).to_vec());
        }
    }
    table
}
