//! Writes an invented national programme of any size as Terbit content.
//!
//! ```sh
//! cargo run --release --example regions-job -- --records 10000 --narratives 1000 --out /some/folder
//! ```
#![allow(clippy::disallowed_methods, reason = "the generator writes files of its own")]

mod generate;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "regions-job --records N [--narratives M] [--seed S] [--mistakes K] --out DIR";

fn main() -> ExitCode {
    let Some((settings, out)) = arguments(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match generate::generate(&settings, &out) {
        Ok(made) => {
            println!("{made}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", out.display());
            ExitCode::FAILURE
        }
    }
}

fn arguments(mut words: impl Iterator<Item = String>) -> Option<(generate::Settings, PathBuf)> {
    let mut settings = generate::Settings { records: 0, narratives: 0, seed: 1, mistakes: 0 };
    let mut out = None;
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--records" => settings.records = value.parse().ok()?,
            "--narratives" => settings.narratives = value.parse().ok()?,
            "--mistakes" => settings.mistakes = value.parse().ok()?,
            "--seed" => settings.seed = value.parse().ok()?,
            "--out" => out = Some(PathBuf::from(value)),
            _ => return None,
        }
    }
    (settings.records > 0).then_some(settings).zip(out)
}
