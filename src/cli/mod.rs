//! The command line: one verb, one file. Only this room prints and asks the clock.
//!
//! What was typed (`SharedArgs`) becomes what it means (`Session`: options, language, console);
//! the verbs run the pipeline and say what became of it. Everything for people goes to stderr.
#![expect(clippy::disallowed_methods, reason = "clock and environment are asked here and nowhere else")]

mod adding;
mod asking;
mod bug;
mod build;
mod check;
mod clock;
mod completions;
mod console;
mod diff;
mod edit_words;
mod exit;
mod explain;
mod init;
mod interrupt;
mod man;
mod memory;
mod new;
mod output_folder;
mod printing;
mod program;
mod progress_bar;
mod rename;
mod schema;
mod serve;
mod session;
mod shared_args;
mod standard_output;
mod starter_words;
mod stopwatch;
mod words;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::process::ExitCode;

/// Turns records and narratives of a public programme into a public-information site.
#[derive(Debug, Parser)]
#[command(name = "terbit", version, about, after_help = EXAMPLES, arg_required_else_help = true)]
struct Terbit {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Init(init::Init),
    Build(build::Build),
    Check(check::Check),
    Serve(serve::Serve),
    Diff(diff::Diff),
    New(new::New),
    Explain(explain::Explain),
    Rename(rename::Rename),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Manual),
}

const EXAMPLES: &str = "\
Examples:
  terbit init laporan                a new site in the folder laporan/
  terbit build                       builds ./content into ./output
  terbit build --root magang -o www  builds magang/content into ./www
  terbit serve --open                shows the site while you write it
  terbit check --strict              finds every mistake, writes nothing
  terbit check --fix                 mends what has one right repair
  terbit diff OLD NEW                what changed between two published sites
  terbit new cohort                  a new record, in the right file
  terbit rename cohort OLD NEW       a new id, everywhere
  terbit explain R001                what a finding means, and how to mend it

Exit codes: 0 done; 1 errors in the content (with --strict also warnings);
2 wrong usage, no site found, output not writable; 3 `diff --exit-code` found a change;
101 a bug in terbit.";

/// Runs `terbit` with `arguments` (the first is the program's name).
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    bug::told_apart(|| {
        let typed = match Terbit::try_parse_from(arguments) {
            Ok(typed) => typed,
            Err(error) => {
                let console = console::Console::plain(console::locale_language());
                let exit = exit::Exit::of_clap(&error);
                return standard_output::arrived(error.print(), &console).unwrap_or(exit);
            }
        };
        match typed.verb {
            Verb::Init(init) => init.run(),
            Verb::Build(build) => build.run(),
            Verb::Check(check) => check.run(),
            Verb::Serve(serve) => serve.run(),
            Verb::Diff(diff) => diff.run(),
            Verb::New(new) => new.run(),
            Verb::Explain(explain) => explain.run(),
            Verb::Rename(rename) => rename.run(),
            Verb::Schema(schema) => schema.run(),
            Verb::Completions(completions) => completions.run(),
            Verb::Man(manual) => manual.run(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::Terbit;
    use clap::CommandFactory;

    #[test]
    fn flags_do_not_contradict_each_other() {
        Terbit::command().debug_assert();
    }
}
