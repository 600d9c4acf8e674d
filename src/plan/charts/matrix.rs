//! From where to where: a matrix of the regions of the map, and its flows as a list.

use super::bar::{BarPiece, parts};
use super::claim::Item;
use super::foot::csv_beside;
use super::levels::Levels;
use super::map::MapKey;
use super::says::sentence;
use super::tiles::label;
use crate::derive::Measure;
use crate::plan::parts::figure::measure_text;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Count, RecordRef, State};
use std::cmp::Reverse;
use std::collections::BTreeMap;

view! {
    /// Flows between regions of the map.
    pub struct MatrixView {
        /// Which flow is the largest, as a true sentence.
        pub sentence: String,
        /// The width of the drawing.
        pub width: u32,
        /// Its height.
        pub height: u32,
        /// Where the first column begins.
        pub left: u32,
        /// Where the first row begins.
        pub top: u32,
        /// Origins, one a row.
        pub rows: Vec<MatrixHead>,
        /// Hosts, one a column.
        pub columns: Vec<MatrixHead>,
        /// What flowed.
        pub cells: Vec<MatrixCell>,
        /// What the shades mean.
        pub legend: Vec<MapKey>,
        /// The largest flows, with bars, largest first.
        pub largest: Vec<FlowLine>,
        /// The others.
        pub others: Vec<FlowLine>,
        /// What is not drawn, in words; may be empty.
        pub undrawn: String,
        /// The page of all flows.
        pub all: Option<LinkView>,
        /// The newest date of the records.
        pub as_of: Option<LinkView>,
        /// All activities as a CSV file, if there is one.
        pub csv: Option<String>,
    }
}

view! {
    /// The name of a row or column.
    pub struct MatrixHead {
        /// The region.
        pub text: String,
        /// Its middle, from the upper or left edge.
        pub at: u32,
    }
}

view! {
    /// A cell that is not empty.
    pub struct MatrixCell {
        /// Its left edge.
        pub x: u32,
        /// Its upper edge.
        pub y: u32,
        /// Its fill: `m1` to `m4`.
        pub fill: String,
        /// Its number.
        pub number: String,
    }
}

view! {
    /// A flow of the list.
    pub struct FlowLine {
        /// Where from.
        pub from: LinkView,
        /// Where to; none where it stayed inside.
        pub to: Option<LinkView>,
        /// How many activities.
        pub count: String,
        /// Its bar.
        pub bar: Vec<BarPiece>,
    }
}

/// Pixels of a cell.
const CELL: u32 = 24;
/// Pixels for the names of rows, and of columns.
const LEFT: u32 = 210;
const TOP: u32 = 140;
/// Letters of the name of a column.
const LONGEST: usize = 17;
/// Flows with bars beside the matrix.
const WITH_BARS: usize = 15;

/// A flow: from, to, number.
type Pair = (RecordRef, RecordRef, u64);

/// The flows of the site; none where there are none between regions of the map.
pub fn matrix(scope: &Scope<'_>) -> Option<MatrixView> {
    let pairs = &scope.plan.atlas().pairs;
    let most = pairs.flows.iter().map(|(_, _, number)| *number).max()?;
    let order = order(scope);
    let heads = |side: fn(&Pair) -> RecordRef| -> BTreeMap<usize, RecordRef> {
        pairs.flows.iter().map(side).filter_map(|region| Some((*order.get(&region)?, region))).collect()
    };
    let (rows, columns) = (heads(|pair| pair.0), heads(|pair| pair.1));
    let levels = Levels::new(most);
    let mut sorted: Vec<&Pair> = pairs.flows.iter().collect();
    sorted.sort_by_key(|(from, to, number)| (Reverse(*number), order.get(from), order.get(to)));
    let lines = |from: usize, to: usize| -> Vec<FlowLine> {
        sorted.iter().skip(from).take(to).map(|pair| line(scope, pair, most)).collect()
    };
    let whole = scope.routes.front(scope.lang).and_then(|front| csv_beside(scope, &front));
    Some(MatrixView {
        sentence: says(scope, &sorted),
        width: LEFT + CELL * size(columns.len()) + 40,
        height: TOP + CELL * size(rows.len()) + 2,
        left: LEFT,
        top: TOP,
        cells: cells(scope, &pairs.flows, &rows, &columns, levels),
        rows: named(scope, &rows, TOP, usize::MAX),
        columns: named(scope, &columns, LEFT, LONGEST),
        legend: legend(scope, levels),
        largest: lines(0, WITH_BARS),
        others: lines(WITH_BARS, usize::MAX),
        undrawn: if pairs.undrawn == 0 { String::new() } else { scope.count("undrawn_flows", pairs.undrawn) },
        all: scope.routes.flows(scope.lang).map(|path| LinkView::to(scope.word("all_flows"), scope.href(&path))),
        as_of: scope.facts.as_of.map(|date| scope.date(date)),
        csv: whole,
    })
}

/// Regions as the map has them, by row: neighbours on the map are neighbours here.
fn order(scope: &Scope<'_>) -> BTreeMap<RecordRef, usize> {
    let regions = &scope.facts.regions;
    let mut all: Vec<((u32, u32), RecordRef)> = scope.plan.atlas().tiles.clone();
    // Islands first, then from west to east.
    all.sort_by_key(|((x, y), record)| (regions[record.at()].parent, *x, *y, *record));
    all.into_iter().enumerate().map(|(at, (_, record))| (record, at)).collect()
}

fn size(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Names longer than `longest` letters are those of the tiles.
fn named(scope: &Scope<'_>, heads: &BTreeMap<usize, RecordRef>, start: u32, longest: usize) -> Vec<MatrixHead> {
    let name = |region: RecordRef| {
        let name = scope.link(region).text;
        if name.chars().count() > longest { label(scope, region).join(" ") } else { name }
    };
    let head = |(at, region): (u32, &RecordRef)| MatrixHead { text: name(*region), at: start + CELL * at + CELL / 2 };
    (0..).zip(heads.values()).map(head).collect()
}

fn cells(
    scope: &Scope<'_>,
    flows: &[Pair],
    rows: &BTreeMap<usize, RecordRef>,
    columns: &BTreeMap<usize, RecordRef>,
    levels: Levels,
) -> Vec<MatrixCell> {
    let place = |heads: &BTreeMap<usize, RecordRef>, region: &RecordRef| heads.values().position(|one| one == region);
    let cell = |(from, to, number): &Pair| {
        Some(MatrixCell {
            x: LEFT + CELL * size(place(columns, to)?),
            y: TOP + CELL * size(place(rows, from)?),
            fill: levels.fill(Measure::from_count(Some(Count::exact(*number)))).to_owned(),
            number: scope.format.number(*number),
        })
    };
    flows.iter().filter_map(cell).collect()
}

fn legend(scope: &Scope<'_>, levels: Levels) -> Vec<MapKey> {
    let key = |(fill, low, high): (&str, u64, u64)| {
        let range = Measure { state: State::Range, low: Some(low), high: Some(high), tenths: false };
        MapKey { fill: fill.to_owned(), text: measure_text(scope, range) }
    };
    levels.bounds().into_iter().map(key).collect()
}

fn line(scope: &Scope<'_>, (from, to, number): &Pair, most: u64) -> FlowLine {
    FlowLine {
        from: scope.link(*from),
        to: (from != to).then(|| scope.link(*to)),
        count: scope.format.number(*number),
        bar: parts(&[("soft", *number)], most),
    }
}

fn says(scope: &Scope<'_>, sorted: &[&Pair]) -> String {
    let item = |(from, to, number): &&Pair| {
        let (from, to) = (scope.link(*from).text, (from != to).then(|| scope.link(*to).text));
        let name = match to {
            Some(to) => scope.words.fill("flow_from_to", &[("from", &from), ("to", &to)]),
            None => scope.words.fill("flow_within", &[("name", &from)]),
        };
        Item::exact(name, scope.count("n_activities", usize::try_from(*number).unwrap_or(usize::MAX)), *number)
    };
    let items: Vec<Item> = sorted.iter().map(item).collect();
    sentence(scope.words, &scope.format, "matrix", &items)
}
