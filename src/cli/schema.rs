//! `terbit schema`.

use super::console::{Console, locale_language};
use super::edit_words;
use super::exit::Exit;
use super::standard_output;
use crate::check::describe::{Subject, schema};
use crate::edit::write_schemas;
use clap::Args;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// Print JSON Schemas of records, front matter and site.yaml, for editors
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit schema cohorts          what a file of content/cohorts/ may hold
  terbit schema stories          what the front matter of a story may hold
  terbit schema site             what site.yaml may hold
  terbit schema                  all of them, by kind
  terbit schema --into .terbit/schemas   each into its file, anew: after terbit itself was renewed

An editor that knows YAML checks while you type, if a file begins with
  # yaml-language-server: $schema=cohorts.schema.json")]
pub(in crate::cli) struct Schema {
    /// A kind, in singular or plural, or `site` [default: all]
    #[arg(value_parser = subject)]
    kind: Option<Subject>,

    /// Write every schema into a file of this folder instead
    #[arg(long, value_name = "FOLDER", conflicts_with = "kind")]
    into: Option<PathBuf>,
}

impl Schema {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        if let Some(folder) = &self.into {
            let console = Console::plain(locale_language());
            return match write_schemas(folder) {
                Ok(files) => {
                    console.say(&edit_words::mended(files));
                    Exit::Done
                }
                Err(problem) => {
                    console.fail(&edit_words::not_edited(&problem));
                    Exit::Usage
                }
            };
        }
        let value = match self.kind {
            Some(subject) => schema(subject),
            None => Value::Object(
                Subject::all().map(|subject| (subject.word().to_owned(), schema(subject))).collect::<Map<_, _>>(),
            ),
        };
        standard_output::print(format!("{value:#}\n").as_bytes(), &Console::plain(locale_language()), Exit::Done)
    }
}

fn subject(word: &str) -> Result<Subject, String> {
    Subject::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = Subject::all().map(Subject::word).collect();
        format!("the kinds are {}", words.join(", "))
    })
}
