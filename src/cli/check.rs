//! `terbit check`.

use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::stopwatch::Stopwatch;
use crate::diag::Report;
use crate::pipeline::check_site;
use clap::Args;

/// Check the site: find every mistake a build would find, write nothing
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit check                   every error of ./content
  terbit check --strict -q       for a hook: silent when all is well
  terbit check --lang id         messages in Indonesian")]
pub(in crate::cli) struct Check {
    #[command(flatten)]
    shared: SharedArgs,
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
        let run = check_site(&session.options, &mut report, &mut |step| stopwatch.begin(step));
        stopwatch.end();
        session.close(&run, &report, &stopwatch)
    }
}
