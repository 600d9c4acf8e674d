//! Ribbons from rows on the left to one place on the right, as wide as their numbers.

use super::scale::{Scale, pixels};
use crate::plan::view::view;

view! {
    /// Ribbons, ready to draw on wide screens; on phones the bars of the rows stand for them.
    pub struct Ribbons {
        /// How many rows of 36 pixels there are.
        pub rows: u32,
        /// The height in pixels.
        pub height: u32,
        /// Each from top to bottom.
        pub ribbons: Vec<Ribbon>,
        /// The upper edge of the place that they lead to, in pixels.
        pub place_y: String,
        /// Its height.
        pub place_height: String,
    }
}

view! {
    /// A ribbon.
    pub struct Ribbon {
        /// The pattern that fills it.
        pub fill: String,
        /// Its outline, for the attribute `d`.
        pub path: String,
    }
}

/// Pixels of a row, of the widest ribbon, and of the drawing's width.
const ROW: u64 = 36;
const WIDEST: u64 = 28;
const WIDTH: u64 = 300;

/// The ribbons of rows, each of parts by tone. `outward` leads from the place on the left to the rows on the right.
pub fn ribbons(rows: &[Vec<(&'static str, u64)>], outward: bool) -> Ribbons {
    let total = |row: &Vec<(&str, u64)>| row.iter().map(|(_, number)| number).sum::<u64>();
    let most = rows.iter().map(total).max().unwrap_or(0);
    let scale = Scale::new(most, WIDEST * 10);
    let thick = |row: &Vec<(&str, u64)>| scale.length(total(row)).max(15);
    let height = ROW * rows.len() as u64;
    let sum: u64 = rows.iter().map(thick).sum();
    let place = (height * 10).saturating_sub(sum) / 2;
    let mut at = place;
    let mut all = Vec::new();
    for (index, row) in (0_u64..).zip(rows) {
        let full = thick(row);
        let begin = (ROW * index * 10 + ROW * 5) - full / 2;
        let within = Scale::new(total(row), full);
        let mut done = 0;
        for (fill, number) in row.iter().filter(|(_, number)| *number > 0) {
            let (from, to) = (within.length(done), within.length(done + number));
            done += number;
            let path = path((begin + from, begin + to), (at + from, at + to), outward);
            all.push(Ribbon { fill: (*fill).to_owned(), path });
        }
        at += full;
    }
    Ribbons {
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        height: u32::try_from(height).unwrap_or(u32::MAX),
        ribbons: all,
        place_y: pixels(place),
        place_height: pixels(sum),
    }
}

/// From an edge of a row to an edge of the place, in tenths of pixels.
fn path(row: (u64, u64), place: (u64, u64), outward: bool) -> String {
    let (left, right) = if outward { (place, row) } else { (row, place) };
    let (a, b, c, d) = (pixels(left.0), pixels(right.0), pixels(right.1), pixels(left.1));
    let (middle, end) = (WIDTH / 2, WIDTH);
    format!("M0 {a}C{middle} {a} {middle} {b} {end} {b}V{c}C{middle} {c} {middle} {d} 0 {d}Z")
}

#[cfg(test)]
mod tests {
    use super::ribbons;

    #[test]
    fn ribbons_meet_without_gaps() {
        let drawn = ribbons(&[vec![("host", 2), ("visit", 2)], vec![("visit", 1)]], false);
        assert_eq!((drawn.rows, drawn.height, drawn.ribbons.len()), (2, 72, 3));
        assert_eq!((drawn.place_y.as_str(), drawn.place_height.as_str()), ("18.5", "35"));
        assert!(drawn.ribbons[0].path.starts_with("M0 4C150 4 150 18.5 300 18.5V32.5"), "{}", drawn.ribbons[0].path);
        let back = ribbons(&[vec![("host", 1)]], true);
        assert!(back.ribbons[0].path.starts_with("M0 4C"), "{}", back.ribbons[0].path);
    }
}
