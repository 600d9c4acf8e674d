//! The regions job, side by side: makes the data, runs Terbit, Hugo, `cp -r` and the write limit in turns,
//! checks that they make the same pages, and writes the tables of `docs/performance.md`.
//!
//! ```sh
//! cargo bench --bench regions-job                        # every part but the million
//! cargo bench --bench regions-job -- --only tmpfs-10k    # one part: its table is replaced, the others stay
//! cargo bench --bench regions-job -- --help
//! ```
//!
//! Absolute figures drift from machine to machine and from hour to hour. What counts are ratios of runs taken in
//! turn, medians of several turns.
#![allow(clippy::disallowed_methods, reason = "a benchmark writes files, reads the clock and measures time")]

mod arguments;
mod contender;
mod document;
#[path = "../generate/mod.rs"]
mod generate;
mod hugo;
mod machine;
mod parts;
mod place;
mod statistics;
mod table;
mod timed;
mod turns;
mod write_limit;

use arguments::{Arguments, Wish};
use std::process::ExitCode;

/// Whatever goes wrong ends the run with its words.
type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let run = match Arguments::read(std::env::args().skip(1)) {
        Ok(Wish::Help) => {
            println!("{}", arguments::HELP);
            return ExitCode::SUCCESS;
        }
        Ok(Wish::WriteLimit { list, out, threads }) => write_limit::run(&list, &out, threads),
        Ok(Wish::Measure(arguments)) => parts::run(&arguments),
        Err(message) => Err(message.into()),
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
