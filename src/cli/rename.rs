//! `terbit rename`.

use super::edit_words as words;
use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::stopwatch::Stopwatch;
use crate::diag::Report;
use crate::edit::{RenameProblem, rename};
use crate::pipeline::{Outcome, check_site};
use crate::value::Kind;
use clap::Args;

/// Give a record another id: in the record, in every reference, in links; old addresses become aliases
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit rename cohort papua-2022 papua-malang-2022
  terbit rename regions kota-batu kota-wisata-batu --dry-run
  terbit rename story lima-orang lima-asn-papua

The changes are shown as `git apply --unidiff-zero` reads them; nothing else changes.
The site must have no errors: a reference that cannot be read could not be renamed.")]
pub(in crate::cli) struct Rename {
    /// The kind of the record, in singular or plural
    #[arg(value_parser = kind)]
    kind: Kind,

    /// The id of today
    old: String,

    /// The id from now on
    new: String,

    /// Show the changes, write nothing
    #[arg(long)]
    dry_run: bool,

    #[command(flatten)]
    shared: SharedArgs,
}

impl Rename {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        // Drafts and what is under embargo refer to the record as well.
        let mut session = match Session::open(SharedArgs { drafts: true, ..self.shared }) {
            Ok(session) => session,
            Err(exit) => return exit,
        };
        let mut stopwatch = Stopwatch::start();
        let mut report = Report::new();
        let run = check_site(&session.options, &mut report, &mut |step| stopwatch.begin(step));
        stopwatch.end();
        let (Some(sources), Outcome::Checked(_)) = (&run.sources, &run.outcome) else {
            return session.close(&run, &report, &stopwatch);
        };
        session.speak_like(sources);
        let patch = match rename(sources, &session.options, self.kind, &self.old, &self.new) {
            Ok(patch) => patch,
            Err(problem) => {
                session.console.fail(&words::not_renamed(&problem, self.kind, &self.old, &self.new));
                return if matches!(problem, RenameProblem::Patch(_)) { Exit::Usage } else { Exit::Errors };
            }
        };
        session.console.show(&patch.diff());
        if self.dry_run {
            session.console.say(&words::would_mend(patch.changes.len()));
            return Exit::Done;
        }
        if let Err(problem) = patch.write() {
            session.console.fail(&words::not_edited(&problem));
            return Exit::Usage;
        }
        session.console.say(&words::mended(patch.changes.len()));
        Exit::Done
    }
}

fn kind(word: &str) -> Result<Kind, String> {
    Kind::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.singular()).collect();
        format!("the kinds are {}", words.join(", "))
    })
}
