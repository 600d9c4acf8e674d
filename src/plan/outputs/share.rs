//! Share images: what stands on the picture that others show where a page is linked.

use super::Outputs;
use crate::plan::parts::share::card;
use crate::plan::scope::Scope;
use crate::plan::{PageKind, PlannedPage, SitePlan};
use crate::value::Kind;

/// What a share image shows, in words and squares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareCard {
    /// The site's title.
    pub site: String,
    /// What the page is, in a few words; may be empty.
    pub kicker: String,
    /// The page's heading.
    pub title: String,
    /// One or two sentences, for a page without figures; may be empty.
    pub summary: String,
    /// At most three figures.
    pub figures: Vec<ShareFigure>,
    /// The small map; empty where the site has none.
    pub tiles: Vec<ShareTile>,
    /// "Data as of …"; may be empty.
    pub as_of: String,
    /// The address of the site without its scheme.
    pub address: String,
}

/// A figure on a share image.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareFigure {
    /// The number, or words where there is none.
    pub value: String,
    /// What stands before the number: "at least"; may be empty.
    pub qualifier: String,
    /// Whether the value is words, which are set smaller.
    pub words: bool,
    /// What is counted.
    pub label: String,
    /// Its tone: `host`, `origin`, `visit`, `training`, `outcome` or empty.
    pub tone: String,
}

/// A square of the small map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShareTile {
    /// Its column, from 0.
    pub x: u32,
    /// Its row, from 0.
    pub y: u32,
    /// How strong it is, from 0 (quiet) to 4.
    pub level: u32,
}

impl SitePlan<'_> {
    /// Whether a page has a share image of its own; all others share that of the front page.
    ///
    /// A region without any activity has nothing to show that the site's image does not.
    pub fn has_own_share(&self, page: &PlannedPage) -> bool {
        self.makes_share_images()
            && match page.kind {
                PageKind::Home | PageKind::Record(Kind::Story) => true,
                PageKind::Record(Kind::Region) => {
                    self.subject_of(page).is_some_and(|subject| subject.lists.activities() > 0)
                }
                _ => false,
            }
    }

    /// The path of the image for a page; none where none are made.
    pub fn share_path(&self, page: &PlannedPage) -> Option<String> {
        let folder = if self.has_own_share(page) { page.path.clone() } else { self.routes().home(&page.lang) };
        let is_there = self.makes_share_images() && self.routes().has(PageKind::Home);
        is_there.then(|| format!("{folder}share.png"))
    }
}

impl Outputs<'_> {
    /// What the share image of a page shows.
    pub fn share_card(&self, page: &PlannedPage) -> ShareCard {
        card(&Scope::new(self.plan, page))
    }
}
