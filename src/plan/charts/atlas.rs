//! What maps of all pages share, made once a site.

use super::outlines::Outlines;
use super::pairs::Pairs;
use crate::derive::Facts;
use crate::value::{Kind, RecordRef};

/// The regions of the map.
#[derive(Debug, Default)]
pub struct Atlas {
    /// Column and row of each region that has a tile, by row, then column.
    pub tiles: Vec<((u32, u32), RecordRef)>,
    /// The outlines.
    pub outlines: Outlines,
    /// Flows between the regions that have tiles.
    pub pairs: Pairs,
}

/// Tiles beyond this column or row are typing errors: they would make the map too small to read.
const LARGEST: u32 = 63;

impl Atlas {
    /// Whether any region has an outline.
    pub fn has_outlines(&self) -> bool {
        !self.outlines.shapes.is_empty()
    }

    /// Whether outlines are what the map shows first.
    pub fn leads_with_outlines(&self, facts: &Facts) -> bool {
        self.has_outlines() && (facts.site.map.outlines || self.tiles.is_empty())
    }

    /// Gathers what the facts hold.
    pub fn new(facts: &Facts) -> Self {
        let regions = facts.regions.iter().enumerate();
        let mut tiles: Vec<((u32, u32), RecordRef)> = regions
            .filter_map(|(at, region)| Some((region.tile?, RecordRef::new(Kind::Region, at))))
            .filter(|((x, y), _)| *x <= LARGEST && *y <= LARGEST)
            .collect();
        tiles.sort_by_key(|((x, y), record)| (*y, *x, *record));
        let regions: Vec<RecordRef> = tiles.iter().map(|(_, record)| *record).collect();
        Self { outlines: Outlines::new(facts), pairs: Pairs::new(facts, &regions), tiles }
    }
}
