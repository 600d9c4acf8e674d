//! The tile map: one equal square a region, large with figures, small as orientation.

use crate::plan::names;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;
use std::collections::BTreeMap;

view! {
    /// A small map without words.
    pub struct MiniMap {
        /// Its width in the units of its paths.
        pub width: u32,
        /// Its height.
        pub height: u32,
        /// Shapes by fill, one path each.
        pub shapes: Vec<MiniShape>,
    }
}

view! {
    /// All squares of one fill.
    pub struct MiniShape {
        /// The fill: `m0` to `m4`, `unknown`, `hidden`, `lit`.
        pub fill: String,
        /// The squares, for the attribute `d`.
        pub path: String,
    }
}

/// Pixels of a square of the large map, the gap to the next included.
pub const SQUARE: u32 = 64;
/// Units of a square of the small map.
const UNIT: u32 = 10;
/// Letters that fit into a line of a square.
const LETTERS: usize = 9;

/// A small map of squares with their fills.
pub fn mini(tiles: &[((u32, u32), &str)]) -> MiniMap {
    let mut shapes: BTreeMap<&str, String> = BTreeMap::new();
    for ((x, y), fill) in tiles {
        let path = shapes.entry(fill).or_default();
        path.push_str(&format!("M{} {}h9v9h-9z", x * UNIT, y * UNIT));
    }
    let (width, height) = extent(tiles.iter().map(|(tile, _)| *tile));
    let shapes = shapes.into_iter().map(|(fill, path)| MiniShape { fill: fill.to_owned(), path });
    MiniMap { width: width * UNIT, height: height * UNIT, shapes: shapes.collect() }
}

/// The small map with the tile of a region, or those below it, lit; none without tiles.
pub fn orientation(scope: &Scope<'_>, region: u32) -> Option<MiniMap> {
    let lit = lit_tiles(scope, region);
    let all: Vec<((u32, u32), &str)> = scope
        .plan
        .atlas()
        .tiles
        .iter()
        .map(|(tile, _)| (*tile, if lit.contains(tile) { "lit" } else { "m0" }))
        .collect();
    (!lit.is_empty()).then(|| mini(&all))
}

/// Columns and rows that tiles take.
pub fn extent(tiles: impl Iterator<Item = (u32, u32)>) -> (u32, u32) {
    tiles.fold((0, 0), |(width, height), (x, y)| (width.max(x.saturating_add(1)), height.max(y.saturating_add(1))))
}

/// A name for a square, in one or two lines: the name, else another spelling, else the ISO code, that fits.
pub fn label(scope: &Scope<'_>, record: RecordRef) -> Vec<String> {
    let fact = &scope.facts.regions[record.at()];
    let name = names::name(scope.facts, record, scope.lang).text;
    let spellings = std::iter::once(name.as_str()).chain(fact.also_called.iter().map(String::as_str));
    let iso = fact.iso.as_deref().and_then(|iso| iso.rsplit('-').next());
    let found = spellings.chain(iso).find_map(lines);
    found.unwrap_or_else(|| vec![name.chars().take(LETTERS - 1).chain(['…']).collect()])
}

/// The words of a name in at most two lines that fit.
fn lines(name: &str) -> Option<Vec<String>> {
    let fits = |text: &str| text.chars().count() <= LETTERS;
    if fits(name) {
        return Some(vec![name.to_owned()]);
    }
    let breaks = name.match_indices(' ').map(|(at, _)| (&name[..at], &name[at + 1..]));
    breaks
        .filter(|(one, two)| fits(one) && fits(two))
        .map(|(one, two)| vec![one.to_owned(), two.to_owned()])
        .next_back()
}

/// The tile of a region or of the nearest above it, else the tiles of those right below it.
pub fn lit_tiles(scope: &Scope<'_>, region: u32) -> Vec<(u32, u32)> {
    let regions = &scope.facts.regions;
    let mut at = Some(region);
    // Parents form no circle (a rule of `check`); the bound keeps a mistake there from hanging here.
    for _ in 0..32 {
        let Some(fact) = at.and_then(|index| regions.get(index as usize)) else { break };
        if let Some(tile) = fact.tile {
            return vec![tile];
        }
        at = fact.parent;
    }
    regions[region as usize].children.iter().filter_map(|child| regions.get(*child as usize)?.tile).collect()
}

#[cfg(test)]
mod tests {
    use super::{lines, mini};

    #[test]
    fn long_names_stand_in_two_lines_or_not_at_all() {
        assert_eq!(lines("Aceh").expect("fits"), ["Aceh"]);
        assert_eq!(lines("Jawa Timur").expect("fits"), ["Jawa", "Timur"]);
        assert_eq!(lines("Sulawesi Tenggara").expect("fits"), ["Sulawesi", "Tenggara"]);
        assert_eq!(lines("Nusa Tenggara Timur"), None);
        assert_eq!(lines("Kalimantan Barat"), None);
    }

    #[test]
    fn a_small_map_is_one_path_a_fill() {
        let map = mini(&[((0, 0), "m0"), ((2, 1), "lit"), ((1, 0), "m0")]);
        assert_eq!((map.width, map.height), (30, 20));
        let shapes: Vec<(&str, &str)> = map.shapes.iter().map(|one| (one.fill.as_str(), one.path.as_str())).collect();
        assert_eq!(shapes, [("lit", "M20 10h9v9h-9z"), ("m0", "M0 0h9v9h-9zM10 0h9v9h-9z")]);
    }
}
