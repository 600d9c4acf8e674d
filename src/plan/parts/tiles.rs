//! The tile map: one equal square a province, large with figures, small as orientation.

use super::link::LinkView;
use crate::derive::Reach;
use crate::plan::names;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// A square of the map.
    pub struct Tile {
        /// Its column, from 0.
        pub x: u32,
        /// Its row, from 0.
        pub y: u32,
        /// Its short name.
        pub label: String,
        /// Its region.
        pub link: LinkView,
        /// Activities that it hosted, in digits; `0` where there is none.
        pub count: String,
        /// How dark it is, from 0 (none) to 4 (most).
        pub level: u32,
    }
}

view! {
    /// A square of the small map.
    pub struct MiniTile {
        /// Its column, from 0.
        pub x: u32,
        /// Its row, from 0.
        pub y: u32,
        /// Whether it is, or holds, the region of the page.
        pub lit: bool,
    }
}

view! {
    /// A region of a ranked list.
    pub struct RankRow {
        /// The region.
        pub link: LinkView,
        /// Activities that it hosted.
        pub hosted: String,
        /// Activities that it sent people to.
        pub sent: String,
        /// Length of the hosted bar, for the classes `v0` to `v100`.
        pub hosted_share: u32,
        /// Length of the sent bar, for the classes `v0` to `v100`.
        pub sent_share: u32,
    }
}

/// The largest column and row that the stylesheet has classes for.
const LARGEST: (u32, u32) = (23, 15);

/// Regions with a tile, with the number of activities that each hosted and sent to.
pub fn measured(scope: &Scope<'_>) -> Vec<(RecordRef, usize, usize)> {
    let regions = scope.facts.regions.iter().enumerate();
    regions
        .filter(|(_, region)| region.tile.is_some())
        .map(|(at, region)| {
            let lists = &region.subject.lists;
            let all = [&lists.cohorts, &lists.visits, &lists.trainings];
            let count = |has: fn(&Reach) -> bool| all.iter().flat_map(|list| list.iter()).filter(|r| has(r)).count();
            (RecordRef::new(Kind::Region, at), count(|reach| reach.host), count(|reach| reach.origin))
        })
        .collect()
}

/// The large map.
pub fn tiles(scope: &Scope<'_>, measured: &[(RecordRef, usize, usize)]) -> Vec<Tile> {
    let most = measured.iter().map(|(_, hosted, _)| *hosted).max().unwrap_or(0).max(1);
    measured
        .iter()
        .filter_map(|(record, hosted, _)| {
            let (x, y) = scope.facts.regions[record.at()].tile?;
            (x <= LARGEST.0 && y <= LARGEST.1).then(|| Tile {
                x,
                y,
                label: short(scope, *record),
                link: scope.link(*record),
                count: scope.format.number(*hosted as u64),
                level: level(*hosted, most),
            })
        })
        .collect()
}

/// By the square root, so that one region far ahead does not make all others look alike.
fn level(number: usize, most: usize) -> u32 {
    (0..4).find(|level| number * 16 <= (level * level) as usize * most).unwrap_or(4)
}

/// The regions that hosted or sent most, most first, at most `length`.
pub fn ranking(scope: &Scope<'_>, measured: &[(RecordRef, usize, usize)], length: usize) -> Vec<RankRow> {
    let mut ranked: Vec<_> = measured.iter().filter(|(_, hosted, sent)| hosted + sent > 0).collect();
    ranked.sort_by_key(|(record, hosted, sent)| (std::cmp::Reverse(hosted + sent), *record));
    let most = ranked.iter().map(|(_, hosted, sent)| *hosted.max(sent)).max().unwrap_or(1).max(1);
    let share = |value: usize| u32::try_from((value * 100).div_ceil(most)).unwrap_or(100);
    ranked
        .into_iter()
        .take(length)
        .map(|(record, hosted, sent)| RankRow {
            link: scope.link(*record),
            hosted: scope.format.number(*hosted as u64),
            sent: scope.format.number(*sent as u64),
            hosted_share: share(*hosted),
            sent_share: share(*sent),
        })
        .collect()
}

/// The small map with the province of a region, or those below it, lit; empty without tiles.
pub fn mini(scope: &Scope<'_>, region: u32) -> Vec<MiniTile> {
    let regions = &scope.facts.regions;
    let lit = lit_tiles(scope, region);
    if lit.is_empty() {
        return Vec::new();
    }
    regions
        .iter()
        .filter_map(|fact| fact.tile)
        .filter(|(x, y)| *x <= LARGEST.0 && *y <= LARGEST.1)
        .map(|(x, y)| MiniTile { x, y, lit: lit.contains(&(x, y)) })
        .collect()
}

fn lit_tiles(scope: &Scope<'_>, region: u32) -> Vec<(u32, u32)> {
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

/// The shortest of the name and the other spellings; a name that is too long is cut by its ISO code.
fn short(scope: &Scope<'_>, record: RecordRef) -> String {
    let fact = &scope.facts.regions[record.at()];
    let name = names::name(scope.facts, record, scope.lang).text;
    let fits = |text: &&str| text.chars().count() <= 8 && !text.contains(' ');
    let spellings = std::iter::once(name.as_str()).chain(fact.also_called.iter().map(String::as_str));
    let found = spellings.filter(fits).min_by_key(|text| text.chars().count());
    let iso = fact.iso.as_deref().and_then(|iso| iso.rsplit('-').next());
    found.or(iso).unwrap_or(&name).to_owned()
}
