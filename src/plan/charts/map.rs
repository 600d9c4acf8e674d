//! The map of regions: a measure drawn on tiles, and the same as a list.

use super::bar::{BarPiece, bar, longest};
use super::levels::Levels;
use super::map_sentence::{is_nothing, says, value};
use super::measure::MapMeasure;
use super::tiles::{MiniMap, SQUARE, extent, label, mini};
use crate::derive::Measure;
use crate::plan::parts::figure::measure_text;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{RecordRef, State};
use std::cmp::Reverse;

view! {
    /// A map with its choice of measures, its legend and its list.
    pub struct MapView {
        /// What it shows.
        pub title: String,
        /// Where the measure is highest, and how many have none, as true sentences.
        pub sentence: String,
        /// The measures; the one shown has no address.
        pub measures: Vec<LinkView>,
        /// Its colour: `host`, `origin`, `visit`, `outcome`.
        pub tone: String,
        /// The width of the large map.
        pub width: u32,
        /// Its height.
        pub height: u32,
        /// The squares of the large map, by row.
        pub tiles: Vec<MapTile>,
        /// The small map for narrow screens and paper; none where outlines are shown.
        pub small: Option<MiniMap>,
        /// The outlines, where they are shown instead of squares, largest first.
        pub shapes: Vec<MapShape>,
        /// Whose the outlines are; may be empty.
        pub credit: Option<Text>,
        /// The same measure as outlines, or as squares.
        pub other: Option<LinkView>,
        /// What the shades mean.
        pub legend: Vec<MapKey>,
        /// Whether values may be words, and want room beside the bars.
        pub words: bool,
        /// Regions that are not nothing, most first, those without a number last.
        pub rows: Vec<MapRow>,
        /// Regions that are exactly nothing.
        pub quiet: Vec<LinkView>,
        /// The same values as a CSV file, if there is one.
        pub csv: Option<String>,
        /// The newest date of the records.
        pub as_of: Option<LinkView>,
        /// The index of sources.
        pub sources: Option<LinkView>,
    }
}

view! {
    /// A square.
    pub struct MapTile {
        /// Its left edge.
        pub x: u32,
        /// Its upper edge.
        pub y: u32,
        /// Its fill: `m0` to `m4`, `unknown`, `hidden`.
        pub fill: String,
        /// Its name, in one or two lines.
        pub lines: Vec<String>,
        /// Its number, short: `≥5`; empty for none.
        pub number: String,
        /// Its whole name and value, for those who hear it.
        pub label: String,
        /// The page of the region.
        pub href: Option<String>,
    }
}

view! {
    /// An outline.
    pub struct MapShape {
        /// Its fill: `m0` to `m4`, `unknown`, `hidden`.
        pub fill: String,
        /// For the attribute `d`.
        pub path: String,
        /// Its name and value.
        pub label: String,
        /// The page of the region.
        pub href: Option<String>,
    }
}

view! {
    /// An entry of the legend.
    pub struct MapKey {
        /// The fill.
        pub fill: String,
        /// What it means.
        pub text: String,
    }
}

view! {
    /// A region of the list.
    pub struct MapRow {
        /// The region.
        pub link: LinkView,
        /// Its value in words.
        pub text: String,
        /// Its bar; empty where no number is stated.
        pub bar: Vec<BarPiece>,
    }
}

/// A region of the map with its value.
struct Place {
    tile: (u32, u32),
    record: RecordRef,
    measure: Measure,
}

/// The map of a measure; none where no region has a tile or an outline of the wanted kind.
pub fn map(scope: &Scope<'_>, measure: MapMeasure, outlined: bool) -> Option<MapView> {
    let places = places(scope, measure, outlined);
    if places.is_empty() {
        return None;
    }
    let most = places.iter().filter_map(|place| place.measure.low).max().unwrap_or(0);
    let levels = Levels::new(most);
    let (columns, rows) = extent(places.iter().map(|place| place.tile));
    let outlines = &scope.plan.atlas().outlines;
    let size = if outlined { (outlines.width, outlines.height) } else { (columns * SQUARE - 2, rows * SQUARE - 2) };
    let tile = |place: &Place| tile(scope, measure, levels, place);
    let small: Vec<((u32, u32), &str)> = places.iter().map(|place| (place.tile, levels.fill(place.measure))).collect();
    let regions = scope.routes.index("regions", scope.lang).filter(|_| scope.plan.has_index("regions"));
    let has_data = scope.plan.has_output("data");
    Some(MapView {
        title: scope.word(&format!("map_{}", measure.word())),
        sentence: says(scope.words, &scope.format, measure, &named(scope, &places)),
        measures: measures(scope, measure, outlined),
        tone: measure.tone().to_owned(),
        width: size.0,
        height: size.1,
        tiles: if outlined { Vec::new() } else { places.iter().map(tile).collect() },
        small: (!outlined).then(|| mini(&small)),
        shapes: if outlined { shapes(scope, measure, levels, &places) } else { Vec::new() },
        credit: scope.facts.site.map.credit.as_ref().filter(|_| outlined).map(|credit| scope.named(credit)),
        other: other(scope, measure, outlined),
        legend: legend(scope, levels, &places, most),
        words: places.iter().any(|place| !place.measure.is_exact()),
        rows: list(scope, measure, &places),
        quiet: places.iter().filter(|place| is_quiet(place)).map(|place| scope.link(place.record)).collect(),
        csv: regions.filter(|_| has_data).map(|path| scope.href(&format!("{path}data.csv"))),
        as_of: scope.facts.as_of.map(|date| scope.date(date)),
        sources: sources(scope),
    })
}

fn places(scope: &Scope<'_>, measure: MapMeasure, outlined: bool) -> Vec<Place> {
    let atlas = scope.plan.atlas();
    let place = |tile: (u32, u32), record: RecordRef| Place {
        tile,
        record,
        measure: measure.of(&scope.facts.regions[record.at()].subject),
    };
    if outlined {
        return atlas.outlines.shapes.iter().map(|(record, _)| place((0, 0), *record)).collect();
    }
    atlas.tiles.iter().map(|(tile, record)| place(*tile, *record)).collect()
}

fn shapes(scope: &Scope<'_>, measure: MapMeasure, levels: Levels, places: &[Place]) -> Vec<MapShape> {
    let outlines = &scope.plan.atlas().outlines.shapes;
    let shape = |((_, path), place): (&(RecordRef, String), &Place)| {
        let link = scope.link(place.record);
        let value = value(scope.words, &scope.format, measure, place.measure);
        MapShape {
            fill: levels.fill(place.measure).to_owned(),
            path: path.clone(),
            label: scope.words.fill("map_tile", &[("name", &link.text), ("value", &value)]),
            href: link.href,
        }
    };
    outlines.iter().zip(places).map(shape).collect()
}

/// The way to the other kind of map, if the site has both.
fn other(scope: &Scope<'_>, measure: MapMeasure, outlined: bool) -> Option<LinkView> {
    let at = MapMeasure::ALL.iter().position(|one| *one == measure)?;
    let path = scope.routes.map(u32::try_from(at).ok()?, !outlined, scope.lang)?;
    let there = if outlined { !scope.plan.atlas().tiles.is_empty() } else { scope.plan.atlas().has_outlines() };
    let text = scope.word(if outlined { "map_as_tiles" } else { "map_as_outlines" });
    there.then(|| LinkView::to(text, scope.href(&format!("{path}#map"))))
}

fn named(scope: &Scope<'_>, places: &[Place]) -> Vec<(String, Measure)> {
    places.iter().map(|place| (scope.link(place.record).text, place.measure)).collect()
}

fn is_quiet(place: &Place) -> bool {
    is_nothing(place.measure)
}

fn measures(scope: &Scope<'_>, shown: MapMeasure, outlined: bool) -> Vec<LinkView> {
    let link = |(at, measure): (u32, MapMeasure)| {
        let path = scope.routes.map(at, outlined, scope.lang)?;
        let text = scope.word(&format!("measure_{}", measure.word()));
        let here = measure == shown;
        Some(if here { LinkView::plain(text) } else { LinkView::to(text, scope.href(&format!("{path}#map"))) })
    };
    (0..).zip(MapMeasure::ALL).filter_map(link).collect()
}

fn tile(scope: &Scope<'_>, measure: MapMeasure, levels: Levels, place: &Place) -> MapTile {
    let lines = label(scope, place.record);
    let link = scope.link(place.record);
    let (number, text) =
        (short_number(scope, place.measure), value(scope.words, &scope.format, measure, place.measure));
    MapTile {
        x: place.tile.0 * SQUARE,
        y: place.tile.1 * SQUARE,
        fill: levels.fill(place.measure).to_owned(),
        label: heard(scope, &lines.join(" "), &number, &link.text, &text),
        lines,
        number,
        href: link.href,
    }
}

/// What is heard of a square begins with what is seen of it (WCAG 2.2, 2.5.3), and says the rest.
fn heard(scope: &Scope<'_>, short: &str, number: &str, name: &str, value: &str) -> String {
    if short == name && !number.is_empty() && value.starts_with(number) {
        return format!("{short} {value}");
    }
    let seen = format!("{short} {number}");
    let name = if seen.trim_end() == name { name.to_owned() } else { format!("{}, {name}", seen.trim_end()) };
    scope.words.fill("map_tile", &[("name", &name), ("value", value)])
}

/// A number that fits into a square: the sign for "at least" and "about" stands in the legend.
fn short_number(scope: &Scope<'_>, measure: Measure) -> String {
    let Some(low) = measure.low else { return String::new() };
    let number = scope.format.number(low);
    match measure.state {
        State::AtLeast => scope.words.fill("sign_at_least", &[("value", &number)]),
        State::Approximate => scope.words.fill("sign_about", &[("value", &number)]),
        _ => measure_text(scope, measure),
    }
}

fn legend(scope: &Scope<'_>, levels: Levels, places: &[Place], most: u64) -> Vec<MapKey> {
    let key = |fill: &str, text: String| MapKey { fill: fill.to_owned(), text };
    let has = |fill: &str| places.iter().any(|place| levels.fill(place.measure) == fill);
    let mut all = Vec::new();
    if has("m0") {
        all.push(key("m0", scope.word("key_none")));
    }
    if most > 0 {
        all.extend(levels.bounds().into_iter().map(|(fill, low, high)| {
            let range = Measure { state: State::Range, low: Some(low), high: Some(high), tenths: false };
            key(fill, measure_text(scope, range))
        }));
    }
    for (fill, word) in [("unknown", "key_unknown"), ("hidden", "key_hidden")] {
        if has(fill) {
            all.push(key(fill, scope.word(word)));
        }
    }
    for (state, word) in [(State::AtLeast, "key_at_least"), (State::Approximate, "key_about")] {
        if places.iter().any(|place| place.measure.state == state) {
            all.push(key("", scope.word(word)));
        }
    }
    all
}

fn list(scope: &Scope<'_>, measure: MapMeasure, places: &[Place]) -> Vec<MapRow> {
    let mut loud: Vec<&Place> = places.iter().filter(|place| !is_quiet(place)).collect();
    loud.sort_by_cached_key(|place| (Reverse(place.measure.low), scope.link(place.record).text));
    let most = longest(loud.iter().map(|place| &place.measure));
    let row = |place: &&Place| MapRow {
        link: scope.link(place.record),
        text: measure_text(scope, place.measure),
        bar: bar(place.measure, measure.tone(), most),
    };
    loud.iter().map(row).collect()
}

fn sources(scope: &Scope<'_>) -> Option<LinkView> {
    let path = scope.routes.index("sources", scope.lang).filter(|_| scope.plan.has_index("sources"))?;
    Some(LinkView::to(scope.count("n_sources", scope.facts.sources.len()), scope.href(&path)))
}
