//! Which addresses the sitemap names.

use super::Outputs;
use crate::plan::{PageKind, PlannedPage};
use crate::value::{Kind, PartialDate, RecordRef};

/// An address of the sitemap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapEntry {
    /// The absolute address.
    pub url: String,
    /// The same page in every language, this one included: language tag (`x-default` too) and address.
    pub alternates: Vec<(String, String)>,
    /// The day of its last change, as precise as it is known (W3C date).
    pub changed: Option<String>,
}

impl Outputs<'_> {
    /// The places in `SitePlan::pages` of what the sitemap names: all but the page that is shown for nothing.
    pub fn mapped(&self) -> Vec<usize> {
        let pages = self.plan.pages().iter().enumerate();
        pages.filter(|(_, page)| page.kind != PageKind::NotFound).map(|(at, _)| at).collect()
    }

    /// What the sitemap says about a page.
    pub fn sitemap_entry(&self, page: &PlannedPage) -> SitemapEntry {
        let mut alternates: Vec<(String, String)> =
            page.twins.iter().map(|(lang, path)| (lang.to_string(), self.absolute(path))).collect();
        let default = self.plan.facts().site.default_lang();
        if alternates.len() < 2 {
            alternates.clear();
        } else if let Some((_, path)) = page.twins.iter().find(|(lang, _)| lang == default) {
            alternates.push(("x-default".to_owned(), self.absolute(path)));
        }
        let changed = self.changed(page).filter(|date| !date.is_approximate()).map(|date| date.to_string());
        SitemapEntry { url: self.absolute(&page.path), alternates, changed }
    }

    /// Absolute address of a file of the site.
    pub fn file_url(&self, path: &str) -> String {
        self.absolute(path)
    }

    fn changed(&self, page: &PlannedPage) -> Option<PartialDate> {
        let PageKind::Record(kind) = page.kind else { return None };
        let record = RecordRef { kind, index: page.subject };
        let facts = self.plan.facts();
        facts.head(record).updated.or_else(|| match kind {
            Kind::Story => facts.stories.get(record.at())?.date,
            Kind::Correction => facts.corrections.get(record.at()).map(|fact| fact.date),
            _ => None,
        })
    }
}
