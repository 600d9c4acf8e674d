//! Printers, one file a format: for people, for programs, for the places where code is reviewed.
//!
//! All of them get the findings with their places from `spot`, so that a line number is the same
//! everywhere. A masked finding has no words of the source in it; no printer but `text` looks at the
//! source at all.

mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;
mod spot;
mod text;

pub use github::{print_github, step_summary};
pub use gitlab::print_gitlab;
pub use json::print_json;
pub use junit::print_junit;
pub use sarif::print_sarif;
pub use spot::{Spot, sorted};
pub use text::{Style, print_report};

use super::{Diagnostic, Places, Report, Severity};

/// What the printers for programs are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The language of messages: `id` or `en`.
    pub lang: String,
    /// The folder of the site, as it is seen from where the program runs: put before paths. Empty, or ends with `/`.
    pub base: String,
    /// Paths that were changed last: they come first where only some are shown.
    pub changed: Vec<String>,
}

/// A finding as the printers for programs write it.
struct Entry<'r> {
    finding: &'r Diagnostic,
    spot: Spot,
    /// The path from where the program runs.
    path: String,
}

fn entries<'r>(report: &'r Report, places: &dyn Places, setting: &Setting) -> Vec<Entry<'r>> {
    sorted(report, places)
        .into_iter()
        .map(|(spot, finding)| Entry { finding, path: format!("{}{}", setting.base, spot.path), spot })
        .collect()
}

impl Entry<'_> {
    /// The message, then every note, a line each.
    fn words(&self, lang: &str) -> String {
        let mut out = self.finding.message.get(lang).to_owned();
        for note in &self.finding.notes {
            out.push('\n');
            out.push_str(note.get(lang));
        }
        out
    }
}

/// `error`, `warning`, `hint`: the same in every language.
fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
