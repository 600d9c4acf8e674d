//! Where messages go and how they look.

use super::shared_args::SharedArgs;
use crate::diag::emit::{Style, print_report};
use crate::diag::{Bilingual, FileId, Places, Report};
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Write};

/// Findings that are shown in full, unless all are asked for: more than anybody mends at once.
const SHOWN: usize = 20;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cli) enum Volume {
    /// Only what is wrong.
    Quiet,
    /// The usual.
    Usual,
    /// How long each step took, too.
    Verbose,
}

/// The stream for people.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Console {
    /// The language of messages.
    pub(in crate::cli) lang: String,
    /// How much is said.
    pub(in crate::cli) volume: Volume,
    color: ColorChoice,
    /// How many findings are shown in full.
    limit: usize,
}

impl Console {
    /// The console that was asked for, in the language that is known before the site is.
    pub(in crate::cli) fn new(typed: &SharedArgs) -> Self {
        let volume = match (typed.quiet, typed.verbose) {
            (true, _) => Volume::Quiet,
            (_, true) => Volume::Verbose,
            _ => Volume::Usual,
        };
        let wanted = match typed.color {
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
            clap::ColorChoice::Auto => AutoStream::choice(&io::stderr()),
        };
        let lang = typed.lang.map_or_else(locale_language, |lang| lang.tag());
        Self { lang: lang.to_owned(), volume, color: wanted, limit: if typed.all { usize::MAX } else { SHOWN } }
    }

    /// A console for verbs that have no site yet.
    pub(in crate::cli) fn plain(lang: &str) -> Self {
        let color = AutoStream::choice(&io::stderr());
        Self { lang: lang.to_owned(), volume: Volume::Usual, color, limit: SHOWN }
    }

    /// Says one line, unless only what is wrong is wanted.
    pub(in crate::cli) fn say(&self, line: &Bilingual) {
        if self.volume > Volume::Quiet {
            self.print(line.get(&self.lang));
        }
    }

    /// Says what is wrong with the command or the output.
    pub(in crate::cli) fn fail(&self, message: &Bilingual) {
        let red = anstyle::Style::new().bold().fg_color(Some(anstyle::AnsiColor::Red.into()));
        let word = if self.lang == "id" { "galat" } else { "error" };
        self.print(&format!("{red}{word}{red:#}: {}", message.get(&self.lang)));
    }

    /// Prints every finding.
    pub(in crate::cli) fn report(&self, report: &Report, places: Option<&dyn Places>) {
        let style = Style {
            lang: self.lang.clone(),
            color: self.color != ColorChoice::Never,
            width: width(),
            limit: self.limit,
        };
        let mut out = io::BufWriter::new(self.stream());
        // Nobody listens on a closed stream; the exit code still tells.
        let _ = print_report(report, places.unwrap_or(&Nowhere), &style, &mut out).and_then(|()| out.flush());
    }

    /// Shows a difference, unless only what is wrong is wanted.
    pub(in crate::cli) fn show(&self, diff: &str) {
        if self.volume > Volume::Quiet {
            let _ = write!(self.stream(), "{diff}");
        }
    }

    /// Whether colours are wanted.
    pub(in crate::cli) fn is_colored(&self) -> bool {
        self.color != ColorChoice::Never
    }

    /// Whether someone watches.
    pub(in crate::cli) fn is_watched(&self) -> bool {
        self.volume > Volume::Quiet && io::stderr().is_terminal()
    }

    fn print(&self, line: &str) {
        let _ = writeln!(self.stream(), "{line}");
    }

    fn stream(&self) -> AutoStream<io::Stderr> {
        AutoStream::new(io::stderr(), self.color)
    }
}

/// Findings without sources have no places.
pub(in crate::cli) struct Nowhere;

impl Places for Nowhere {
    fn path(&self, _: FileId) -> &str {
        ""
    }

    fn text(&self, _: FileId) -> &str {
        ""
    }
}

/// Columns: what the shell says, else enough for a line of prose.
fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.filter(|columns| (40..=400).contains(columns)).unwrap_or(100)
}

/// The language of the person's surroundings.
pub(in crate::cli) fn locale_language() -> &'static str {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| {
        std::env::var_os(name).filter(|value| !value.is_empty()).map(|value| value.to_string_lossy().into_owned())
    });
    language_of(locale.as_deref().unwrap_or_default())
}

/// Indonesian for `id`, `id_ID.UTF-8`, `id-ID`; English for everything else.
fn language_of(locale: &str) -> &'static str {
    if locale.split(['_', '-', '.', '@']).next() == Some("id") { "id" } else { "en" }
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn locales_have_a_language() {
        for (locale, lang) in
            [("id_ID.UTF-8", "id"), ("id", "id"), ("C", "en"), ("idx", "en"), ("tr_TR", "en"), ("", "en")]
        {
            assert_eq!(language_of(locale), lang, "{locale}");
        }
    }
}
