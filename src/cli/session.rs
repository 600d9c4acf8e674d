//! What was typed becomes what it means, and the end of a run becomes words and a code.

use super::clock::Clock;
use super::console::{Console, Volume};
use super::exit::Exit;
use super::printing::Printing;
use super::shared_args::SharedArgs;
use super::stopwatch::Stopwatch;
use super::{output_folder, words};
use crate::diag::{Counts, Places, Report};
use crate::options::Options;
use crate::pipeline::{Outcome, Run};
use crate::publish::PublishProblem;
use crate::read::Sources;

/// One run of a verb.
pub(in crate::cli) struct Session {
    /// What the steps are told.
    pub(in crate::cli) options: Options,
    /// Where messages go.
    pub(in crate::cli) console: Console,
    /// The language was asked for: the site's does not take its place.
    is_lang_fixed: bool,
    clock: Clock,
    printing: Printing,
}

impl Session {
    /// Understands what was typed; what is wrong with it is said and ends in [`Exit::Usage`].
    pub(in crate::cli) fn open(typed: SharedArgs) -> Result<Self, Exit> {
        let console = Console::new(&typed);
        let clock = Clock::of(typed.now).map_err(|message| {
            console.fail(&message);
            Exit::Usage
        })?;
        let printing = Printing::of(&typed).map_err(|message| {
            console.fail(&message);
            Exit::Usage
        })?;
        let output = typed.output.unwrap_or_else(|| typed.root.join("output"));
        if let Err(message) = output_folder::is_apart(&typed.root, &output) {
            console.fail(&message);
            return Err(Exit::Usage);
        }
        let options = Options {
            root: typed.root,
            output,
            base_url: typed.base_url,
            drafts: typed.drafts,
            now: clock.now,
            strict: typed.strict,
        };
        Ok(Self { options, console, is_lang_fixed: typed.lang.is_some(), clock, printing })
    }

    /// Says what became of the run.
    pub(in crate::cli) fn close(mut self, run: &Run, report: &Report, stopwatch: &Stopwatch) -> Exit {
        self.speak_like_the_site(run);
        self.console.say(&self.clock.line());
        let places = run.sources.as_ref().map(|sources| sources as &dyn Places);
        let failed = self.printing.report(report, places, &self.console);
        if self.console.volume == Volume::Verbose {
            self.console.say(&stopwatch.line());
            if let Outcome::Published(summary) = &run.outcome {
                self.console.say(&words::work(summary));
                self.console.say(&words::stayed(summary.stayed));
            }
        }
        let counts = Counts::of(report);
        let exit = match &run.outcome {
            Outcome::NoSite => Exit::Usage,
            Outcome::Errors => {
                self.console.say(&words::errors(counts));
                Exit::Errors
            }
            Outcome::Checked(pages) => {
                self.console.say(&words::checked(*pages, counts, stopwatch.whole()));
                Exit::Done
            }
            Outcome::Published(summary) => {
                if counts.warnings + counts.hints > 0 {
                    self.console.say(&counts.words());
                }
                self.console.say(&words::published(summary, &self.options.output, stopwatch.whole()));
                Exit::Done
            }
            Outcome::Refused(problem) => {
                self.console.fail(&words::refused(problem, &self.options.output));
                if matches!(problem, PublishProblem::Interrupted) { Exit::Interrupted } else { Exit::Usage }
            }
        };
        failed.unwrap_or(exit)
    }

    /// People who write a site in Indonesian are told in Indonesian, unless they asked otherwise.
    fn speak_like_the_site(&mut self, run: &Run) {
        if let Some(sources) = &run.sources {
            self.speak_like(sources);
        }
    }

    /// The same, before a run has ended.
    pub(in crate::cli) fn speak_like(&mut self, sources: &Sources) {
        let site = sources.default_language();
        if let Some(lang) = site.filter(|lang| !self.is_lang_fixed && matches!(*lang, "id" | "en")) {
            lang.clone_into(&mut self.console.lang);
        }
    }
}
