//! `terbit build`.

use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::stopwatch::Stopwatch;
use super::{counter, interrupt};
use crate::diag::Report;
use crate::pipeline::build_site;
use clap::Args;

/// Build the site: write what changed, remove what is gone
///
/// Nothing is written when there is an error; files that terbit did not write are never touched.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit build                                   ./content into ./output
  terbit build --root magang -o /srv/www/magang  another site, another place
  terbit build --base-url https://pratinjau.example.go.id/ --drafts
  terbit build --now '2026-12-01 09:00 WIB'      as it will be then")]
pub(in crate::cli) struct Build {
    #[command(flatten)]
    shared: SharedArgs,
}

impl Build {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let session = match Session::open(self.shared) {
            Ok(session) => session,
            Err(exit) => return exit,
        };
        let progress = interrupt::listen();
        let mut stopwatch = Stopwatch::start();
        let mut report = Report::new();
        let run = counter::beside(progress, &session.console, || {
            build_site(&session.options, &mut report, progress, &mut |step| stopwatch.begin(step))
        });
        stopwatch.end();
        session.close(&run, &report, &stopwatch)
    }
}
