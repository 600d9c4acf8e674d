//! What maps of all pages share, made once a site.

use crate::derive::Facts;
use crate::value::{Kind, RecordRef};

/// The regions of the map.
#[derive(Debug, Default)]
pub struct Atlas {
    /// Column and row of each region that has a tile, by row, then column.
    pub tiles: Vec<((u32, u32), RecordRef)>,
}

/// Tiles beyond this column or row are typing errors: they would make the map too small to read.
const LARGEST: u32 = 63;

impl Atlas {
    /// Gathers what the facts hold.
    pub fn new(facts: &Facts) -> Self {
        let regions = facts.regions.iter().enumerate();
        let mut tiles: Vec<((u32, u32), RecordRef)> = regions
            .filter_map(|(at, region)| Some((region.tile?, RecordRef::new(Kind::Region, at))))
            .filter(|((x, y), _)| *x <= LARGEST && *y <= LARGEST)
            .collect();
        tiles.sort_by_key(|((x, y), record)| (*y, *x, *record));
        Self { tiles }
    }
}
