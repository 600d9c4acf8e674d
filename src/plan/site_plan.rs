//! The plan of the site.

use super::{PageKind, PlannedPage, Routes, View};
use crate::derive::Facts;
use crate::value::Lang;
use std::collections::BTreeSet;

/// Every page of the site, in address order.
#[derive(Debug)]
pub struct SitePlan<'f> {
    facts: &'f Facts,
    routes: Routes<'f>,
    pages: Vec<PlannedPage>,
}

impl<'f> SitePlan<'f> {
    pub(in crate::plan) fn new(facts: &'f Facts, kinds: &BTreeSet<PageKind>) -> Self {
        Self { facts, routes: Routes::new(facts, kinds), pages: Vec::new() }
    }

    /// The facts that the plan is made of.
    pub(in crate::plan) fn facts(&self) -> &'f Facts {
        self.facts
    }

    /// The addresses.
    pub fn routes(&self) -> &Routes<'f> {
        &self.routes
    }

    /// Old addresses: the address, where it leads, and the language of the page there.
    pub fn aliases(&self) -> Vec<(String, String, Lang)> {
        Vec::new()
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
