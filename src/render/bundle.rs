//! The site as a value: paths, and how the bytes of each are made.

use super::Theme;
use crate::plan::SitePlan;
use crate::read::{RawFile, ThemeFiles};

/// Why a page could not be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderProblem {
    /// The path of the page.
    pub path: String,
    /// The template and its line, where known, and what went wrong.
    pub reason: String,
}

/// The site as a map from path to how its bytes are made. Paths are unique and sorted.
pub struct Bundle<'p> {
    plan: &'p SitePlan<'p>,
    theme: &'p Theme,
    paths: Vec<String>,
}

impl<'p> Bundle<'p> {
    /// Gathers every output of the site.
    pub fn new(plan: &'p SitePlan<'p>, theme: &'p Theme, files: &'p ThemeFiles, raw: &'p [RawFile]) -> Self {
        let _ = (files, raw);
        Self { plan, theme, paths: Vec::new() }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The path of file `at`, relative to the output folder, with `/`.
    pub fn path(&self, at: usize) -> &str {
        &self.paths[at]
    }

    /// The output kind of file `at`: `html`, `data`, `feed`, `calendar`, `sitemap`, `assets`, `media`.
    pub fn kind(&self, at: usize) -> &'static str {
        let _ = at;
        "html"
    }

    /// A file that is copied as it is: where it comes from. None for made files.
    pub fn copied_from(&self, at: usize) -> Option<&std::path::Path> {
        let _ = at;
        None
    }

    /// Makes the bytes of file `at` into `out`, which is emptied first.
    ///
    /// # Errors
    /// A template that fails on this page.
    pub fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        let _ = (self.plan, self.theme.tera(), at);
        out.clear();
        Ok(())
    }
}
