//! What you want today: the options of a run. What the site *is* stands in `content/site.yaml`.

use chrono::{DateTime, FixedOffset};
use std::path::PathBuf;

/// Everything a run may be told. Made by the command line; the steps only read it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that holds `content/`, `themes/` and `output/`.
    pub root: PathBuf,
    /// Where the site is written.
    pub output: PathBuf,
    /// Takes the place of `base_url` in the settings.
    pub base_url: Option<String>,
    /// Drafts and records under embargo are built too.
    pub drafts: bool,
    /// The clock: decides what is under embargo and what lies ahead, nothing else.
    pub now: DateTime<FixedOffset>,
    /// Warnings count as errors.
    pub strict: bool,
}
