//! `terbit diff`.

use super::console::{Console, locale_language};
use super::exit::Exit;
use super::shared_args::{MessageLang, SharedArgs};
use super::standard_output;
use super::words;
use crate::compare::{Difference, RecordProblem, SiteRecord, to_json, to_markdown, to_text};
use clap::{Args, ColorChoice, ValueEnum};
use std::path::PathBuf;

/// Say what changed between two published sites: pages, and figures from what to what
///
/// Each is an output folder, or a record that `terbit build --manifest` wrote; with two records the causes are known as
/// well. Only what is published is compared: nothing hidden shows.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit diff /srv/www/magang             what was published there, against ./output
  terbit diff before.json after.json
  terbit diff before.json output --format markdown > comment.md
  terbit diff before.json after.json --exit-code

Exit codes: 0 compared, or with --exit-code nothing changed; 2 not to be compared; with --exit-code 3 something changed.")]
pub(in crate::cli) struct Diff {
    /// The site of before
    old: PathBuf,

    /// The site of now
    #[arg(default_value = "output")]
    new: PathBuf,

    /// How the difference is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: DiffFormat,

    /// End with 3 where anything changed
    #[arg(long)]
    exit_code: bool,

    /// The language of the words [default: the locale's, else English]
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<MessageLang>,

    /// Colours in messages
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

/// How a difference is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For people
    Text,
    /// For the comment of a review, at most 60 KB
    Markdown,
    /// For programs
    Json,
}

impl Diff {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let lang = self.lang.map_or_else(locale_language, MessageLang::tag);
        let console =
            Console::new(&SharedArgs { lang: self.lang, color: self.color, ..SharedArgs::at(PathBuf::new()) });
        let compare = || -> Result<Difference, RecordProblem> {
            Ok(Difference::between(&SiteRecord::open(&self.old)?, &SiteRecord::open(&self.new)?))
        };
        let found = match compare() {
            Ok(found) => found,
            Err(problem) => {
                console.fail(&words::no_record(&problem));
                return Exit::Usage;
            }
        };
        let text = match self.format {
            DiffFormat::Text => to_text(&found, lang),
            DiffFormat::Markdown => to_markdown(&found, lang),
            DiffFormat::Json => to_json(&found),
        };
        let done = if self.exit_code && !found.is_empty() { Exit::Changed } else { Exit::Done };
        standard_output::print(text.as_bytes(), &console, done)
    }
}
