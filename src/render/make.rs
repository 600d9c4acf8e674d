//! What a file of the site is made of: one entry for every sort of file.

use super::Shows;
use crate::plan::outputs::SearchPart;
use crate::plan::{PageKind, SitePlan};
use crate::value::{Kind, Lang};

/// How the bytes of a file are made. Pages are named by their place in the plan, files that are copied by that among
/// those of the site, files of the theme by their path alone: nothing here is borrowed, so that it can outlive the words of a plan.
#[derive(Clone, Debug)]
pub(super) enum Make {
    Page(usize),
    Alias { target: String, lang: Lang },
    Csv(usize),
    Table(usize, Kind),
    Json(usize),
    Workbook(usize),
    WholeWorkbook(usize),
    Package(usize),
    TablesOnTheWeb(usize),
    Dictionary(usize),
    Archive,
    Catalogue,
    Feed(usize),
    Calendar(usize),
    Sitemap { first: usize, last: usize },
    SitemapIndex(Vec<String>),
    Robots { sitemap: bool },
    Headers,
    Manifest(Lang),
    Share(usize),
    Search { index: usize, part: SearchPart },
    Asset,
    Picture { original: usize, width: u32 },
    Copy(usize),
}

impl Make {
    /// The output kind: one of [`super::Bundle::KINDS`].
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Page(_) | Self::Alias { .. } => "html",
            Self::Csv(_) | Self::Table(..) | Self::Json(_) | Self::Workbook(_) | Self::WholeWorkbook(_) => "data",
            Self::Package(_) | Self::TablesOnTheWeb(_) | Self::Dictionary(_) | Self::Archive => "data",
            Self::Catalogue => "catalogue",
            Self::Feed(_) => "feed",
            Self::Calendar(_) => "calendar",
            Self::Sitemap { .. } | Self::SitemapIndex(_) | Self::Robots { .. } => "sitemap",
            Self::Search { .. } => "search",
            Self::Share(_) => "share",
            Self::Headers | Self::Asset | Self::Manifest(_) => "assets",
            Self::Picture { .. } | Self::Copy(_) => "media",
        }
    }

    /// Whether it holds the whole data set, or a table of it.
    pub(super) fn is_whole(&self, plan: &SitePlan<'_>) -> bool {
        match self {
            Self::Csv(page) | Self::Json(page) => plan.pages()[*page].kind == PageKind::Data,
            Self::Table(..) | Self::WholeWorkbook(_) | Self::Archive => true,
            _ => false,
        }
    }

    /// Whose words it shows.
    pub(super) fn shows(&self, plan: &SitePlan<'_>) -> Shows {
        match self {
            Self::Page(page) => plan.telling_of(&plan.pages()[*page]).map_or(Shows::NoWords, Shows::Words),
            Self::Search { .. } => Shows::AllWords,
            Self::Alias { .. } | Self::Csv(_) | Self::Table(..) | Self::Json(_) | Self::Workbook(_) => Shows::NoWords,
            Self::WholeWorkbook(_) | Self::Package(_) | Self::TablesOnTheWeb(_) | Self::Dictionary(_) => Shows::NoWords,
            Self::Archive | Self::Catalogue | Self::Feed(_) | Self::Calendar(_) | Self::Share(_) => Shows::NoWords,
            Self::Sitemap { .. } | Self::SitemapIndex(_) | Self::Robots { .. } | Self::Headers => Shows::NoWords,
            Self::Manifest(_) | Self::Asset | Self::Picture { .. } | Self::Copy(_) => Shows::NoWords,
        }
    }
}
