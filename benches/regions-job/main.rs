//! Writes an invented national programme of any size: the data of the regions job.
//!
//! ```sh
//! cargo run --release --example regions-job -- --records 10000 --out /some/folder
//! cargo run --release --example regions-job -- --records 10000 --form job --out /another/folder
//! ```
#![allow(clippy::disallowed_methods, reason = "the generator writes files of its own")]

mod generate;

use generate::Form;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "regions-job --records N [--narratives M] [--seed S] [--mistakes K]
            [--form terbit | job | neutral] --out DIR

terbit    content for the theme that the program carries (default)
job       the same with the theme of the job
neutral   the same facts as plain data files, for another generator

Stories are a tenth as many as records, from 10,000 records on a thousand, from 50,000 on a fiftieth.";

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
    let mut settings = generate::Settings { records: 0, narratives: 0, seed: 1, mistakes: 0, form: Form::Terbit };
    let (mut out, mut narratives) = (None, None);
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--records" => settings.records = value.parse().ok()?,
            "--narratives" => narratives = Some(value.parse().ok()?),
            "--mistakes" => settings.mistakes = value.parse().ok()?,
            "--seed" => settings.seed = value.parse().ok()?,
            "--out" => out = Some(PathBuf::from(value)),
            "--form" => {
                settings.form = match value.as_str() {
                    "terbit" => Form::Terbit,
                    "job" => Form::TerbitJob,
                    "neutral" => Form::Neutral,
                    _ => return None,
                };
            }
            _ => return None,
        }
    }
    settings.narratives = narratives.unwrap_or_else(|| generate::Settings::stories_of(settings.records));
    (settings.records > 0).then_some(settings).zip(out)
}
