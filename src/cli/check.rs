//! `terbit check`.

use super::edit_words as words;
use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::stopwatch::Stopwatch;
use crate::diag::Report;
use crate::edit::fix;
use crate::pipeline::{Run, check_site};
use clap::Args;

/// A repair may bring another mistake to light; more rounds than this would go in a circle.
const ROUNDS: usize = 5;

/// Check the site: find every mistake a build would find, write nothing
///
/// With --fix, mistakes that have one right repair are mended first: codes and titles without quotes, dates in another
/// order, ids by code, name or former id, links to former addresses, marks and line ends of Windows.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit check                   every error of ./content
  terbit check --strict -q       for a hook: silent when all is well
  terbit check --lang id         messages in Indonesian
  terbit check --fix --dry-run   shows what --fix would change, writes nothing
  terbit check --fix             mends it, and shows what is left
  terbit check --format sarif    for code scanning; see docs/formats.md")]
pub(in crate::cli) struct Check {
    #[command(flatten)]
    shared: SharedArgs,

    /// Mend what has one right repair, and show the changes
    #[arg(long)]
    fix: bool,

    /// With --fix: show the changes, write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

impl Check {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let session = match Session::open(self.shared) {
            Ok(session) => session,
            Err(exit) => return exit,
        };
        let mut stopwatch = Stopwatch::start();
        let mut report = Report::new();
        let mut run = check_site(&session.options, &mut report, &mut |step| stopwatch.begin(step));
        for _ in 0..ROUNDS {
            if !self.fix {
                break;
            }
            match mend(&session, &run, &report, self.dry_run) {
                Ok(true) => {}
                Ok(false) => break,
                Err(exit) => return exit,
            }
            report = Report::new();
            run = check_site(&session.options, &mut report, &mut |step| stopwatch.begin(step));
        }
        stopwatch.end();
        session.close(&run, &report, &stopwatch)
    }
}

/// Mends what can be mended in one round; whether anything was written.
fn mend(session: &Session, run: &Run, report: &Report, dry: bool) -> Result<bool, Exit> {
    let Some(sources) = &run.sources else { return Ok(false) };
    let refuse = |problem| {
        session.console.fail(&words::not_edited(&problem));
        Exit::Usage
    };
    let patch = fix(report, sources, &session.options.root).map_err(refuse)?;
    if patch.changes.is_empty() {
        return Ok(false);
    }
    session.console.show(&patch.diff());
    if dry {
        session.console.say(&words::would_mend(patch.changes.len()));
        return Ok(false);
    }
    patch.write().map_err(refuse)?;
    session.console.say(&words::mended(patch.changes.len()));
    Ok(true)
}
