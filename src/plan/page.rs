//! A planned page.

use super::lists::ListId;
use crate::value::{Kind, Lang};
use std::sync::Arc;

/// The kinds of pages; each has a template of this name (`region-year.html`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    /// The front page.
    Home,
    /// The page of a record, narrative or standing page.
    Record(Kind),
    /// One year of a region with many activities.
    RegionYear,
    /// The index of a segment.
    Index,
    /// A list that is too long for the page of its owner.
    List,
    /// A year.
    Year,
    /// A measure on the map of regions.
    Map,
    /// Flows between regions.
    Flows,
    /// Downloads.
    Data,
    /// The search, and the A–Z that it is without its script.
    Search,
    /// Page not found.
    NotFound,
}

impl PageKind {
    /// Every kind that can have a template.
    pub const ALL: [Self; 23] = [
        Self::Home,
        Self::Record(Kind::Region),
        Self::Record(Kind::Institution),
        Self::Record(Kind::Program),
        Self::Record(Kind::Topic),
        Self::Record(Kind::Source),
        Self::Record(Kind::Cohort),
        Self::Record(Kind::Placement),
        Self::Record(Kind::Visit),
        Self::Record(Kind::Training),
        Self::Record(Kind::Outcome),
        Self::Record(Kind::Correction),
        Self::Record(Kind::Story),
        Self::Record(Kind::Page),
        Self::RegionYear,
        Self::Index,
        Self::List,
        Self::Year,
        Self::Map,
        Self::Flows,
        Self::Data,
        Self::Search,
        Self::NotFound,
    ];

    /// The name of its template without `.html`.
    pub fn template(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Record(kind) => kind.singular(),
            Self::RegionYear => "region-year",
            Self::Index => "index",
            Self::List => "list",
            Self::Year => "year",
            Self::Map => "map",
            Self::Flows => "flows",
            Self::Data => "data",
            Self::Search => "search",
            Self::NotFound => "404",
        }
    }
}

/// A page: its address and what it is. Its view is made by [`super::SitePlan::view`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPage {
    /// The address, relative to the root, without leading slash; a folder ends with `/`.
    pub path: String,
    /// The language.
    pub lang: Lang,
    /// What it is.
    pub kind: PageKind,
    /// Which one: the place in the list of its kind (records), the year, the place of the segment or measure,
    /// the page of the A–Z; 0 for pages of lists.
    pub subject: u32,
    /// The year of a region's page.
    pub year: Option<i32>,
    /// Which page of a list, from 1; 1 for all that is one page.
    pub part: u32,
    /// The list that a page of a list shows.
    pub list: Option<ListId>,
    /// The same page in every language, this one included: language and address.
    pub twins: Arc<[(Lang, String)]>,
}

/// One closed value: all that a template sees.
pub type View = tera::Context;
