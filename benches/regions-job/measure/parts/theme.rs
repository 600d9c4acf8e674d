//! The theme that the program carries, on invented content: richer pages than those of the job.

use super::make;
use crate::Fallible;
use crate::arguments::Arguments;
use crate::contender::Contender;
use crate::generate::Form;
use crate::machine;
use crate::place::Place;
use crate::table::{Table, seconds, whole};
use crate::turns::Turns;

/// Measures in memory, beside a copy and the write limit.
pub fn measure(arguments: &Arguments) -> Fallible<String> {
    let mut table = Table::new(&[
        "records",
        "files",
        "MB",
        "median s",
        "fastest",
        "slowest",
        "files a second",
        "peak MB",
        "Terbit : `cp -r`",
        "Terbit : write limit",
    ]);
    for records in arguments.records.map_or_else(|| vec![1_000, 10_000], |records| vec![records]) {
        let place = Place::new(&arguments.tmpfs, "theme")?;
        let root = place.path.join("site-of-theme");
        make(records, Form::Terbit, &root)?;
        let turns = Turns { folder: &place.path, on_disk: false, turns: arguments.turns, hugo_turns: 0 };
        let (site, list) = (turns.site(), turns.list());
        let all = turns.take(vec![Contender::Terbit { root }, Contender::Copy { site }, Contender::Limit { list }])?;
        let (terbit, times) = (&all[0], all[0].seconds());
        table.line(vec![
            whole(records as u64),
            whole(terbit.size.files as u64),
            format!("{:.0}", terbit.size.bytes as f64 / 1e6),
            seconds(times.median()),
            seconds(times.least()),
            seconds(times.most()),
            times.median().map_or_else(String::new, |median| whole((terbit.size.files as f64 / median) as u64)),
            terbit.peak().map_or_else(|| "–".to_owned(), |peak| format!("{peak:.0}")),
            seconds(terbit.times(&all[1]).median()),
            seconds(terbit.times(&all[2]).median()),
        ]);
    }
    let head = format!(
        "The carried theme in one language (`outputs: [html, sitemap]`), output in memory (tmpfs). {}",
        machine::line(arguments.turns, "release build")
    );
    Ok(format!("{head}\n\n{}", table.markdown()))
}
