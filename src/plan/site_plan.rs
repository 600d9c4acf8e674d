//! The plan of the site.

use super::{PageKind, PlannedPage, View};
use crate::derive::Facts;
use std::collections::BTreeSet;

/// Every page of the site, in address order.
#[derive(Debug)]
pub struct SitePlan<'f> {
    facts: &'f Facts,
    pages: Vec<PlannedPage>,
}

impl<'f> SitePlan<'f> {
    pub(in crate::plan) fn new(facts: &'f Facts, kinds: &BTreeSet<PageKind>) -> Self {
        let _ = kinds;
        Self { facts, pages: Vec::new() }
    }

    /// The pages.
    pub fn pages(&self) -> &[PlannedPage] {
        &self.pages
    }

    /// What the template of a page sees.
    pub fn view(&self, page: &PlannedPage) -> View {
        let _ = (self.facts, page);
        View::none()
    }
}
