//! Columns beside each other, one a year, each of parts one above the other.
//!
//! Across, lengths are shares of the drawing's width, so that it fits any screen; upwards they are pixels. So words
//! and patterns keep their size.

use super::scale::{Scale, WHOLE, percent, pixels};
use crate::plan::view::view;

view! {
    /// Columns, ready to draw.
    pub struct YearColumns {
        /// The width that suits them, in pixels; narrower screens make it less.
        pub width: u32,
        /// The height, in pixels.
        pub height: u32,
        /// Where the ground is, in pixels from above.
        pub ground: u32,
        /// Whether they are too many for whole years below each on a phone.
        pub dense: bool,
        /// One a year, oldest first.
        pub columns: Vec<YearColumn>,
    }
}

view! {
    /// A column.
    pub struct YearColumn {
        /// Its middle, for the attribute `x`.
        pub x: String,
        /// The year.
        pub year: String,
        /// The year in two digits.
        pub short: String,
        /// Whether its label may be left out where there is little room.
        pub minor: bool,
        /// Its number; empty for none.
        pub total: String,
        /// Where the number stands, in pixels from above.
        pub total_y: String,
        /// Whether no other is longer.
        pub most: bool,
        /// Its parts from the ground up.
        pub parts: Vec<ColumnPart>,
    }
}

view! {
    /// A part of a column.
    pub struct ColumnPart {
        /// The pattern that fills it: `host`, `origin`, `visit`, `training`.
        pub fill: String,
        /// Its left edge, for the attribute `x`.
        pub x: String,
        /// Its upper edge, in pixels from above.
        pub y: String,
        /// For the attribute `width`.
        pub width: String,
        /// In pixels.
        pub height: String,
    }
}

/// A year and its parts by tone.
pub type Year = (i32, Vec<(&'static str, u64)>);

/// Tenths of a pixel that the longest column is long.
const LONGEST: u64 = 1_400;
/// Pixels above the longest column, for its number, and below the ground, for the years.
const ABOVE: u32 = 20;
const BELOW: u32 = 40;
/// Pixels from one column to the next, on a wide screen.
const PITCH: u32 = 56;
/// A whole year needs this much of a phone: more columns are dense.
const SPARSE: usize = 8;
/// With more columns than this not every year stands below on a phone.
const CROWDED: usize = 14;

/// Draws years; `number` formats a total.
pub fn columns(years: &[Year], number: &dyn Fn(u64) -> String) -> YearColumns {
    let total = |year: &Year| year.1.iter().map(|(_, number)| number).sum::<u64>();
    let most = years.iter().map(total).max().unwrap_or(0);
    let scale = Scale::new(most, LONGEST);
    let count = years.len().max(1) as u64;
    let ground = ABOVE + u32::try_from(LONGEST / 10).unwrap_or_default();
    let crowded = years.len() > CROWDED;
    let column = |(at, year): (u64, &Year)| {
        let middle = (2 * at + 1) * WHOLE / (2 * count);
        let width = WHOLE * 7 / (10 * count);
        let sum = total(year);
        let top = u64::from(ground) * 10 - scale.length(sum);
        YearColumn {
            x: percent(middle),
            year: year.0.to_string(),
            short: format!("{:02}", year.0.rem_euclid(100)),
            minor: crowded && year.0 % 5 != 0,
            total: if sum == 0 { String::new() } else { number(sum) },
            total_y: pixels(top.saturating_sub(50)),
            most: sum == most,
            parts: parts(year, scale, u64::from(ground) * 10, (middle - width / 2, width)),
        }
    };
    YearColumns {
        width: PITCH * u32::try_from(count).unwrap_or(u32::MAX / PITCH),
        height: ground + BELOW,
        ground,
        dense: years.len() > SPARSE,
        columns: (0..).zip(years).map(column).collect(),
    }
}

fn parts(year: &Year, scale: Scale, ground: u64, (x, width): (u64, u64)) -> Vec<ColumnPart> {
    let mut done = 0;
    let mut all = Vec::new();
    for (fill, number) in year.1.iter().filter(|(_, number)| *number > 0) {
        let (from, to) = (scale.length(done), scale.length(done + number));
        done += number;
        all.push(ColumnPart {
            fill: (*fill).to_owned(),
            x: percent(x),
            y: pixels(ground - to),
            width: percent(width),
            height: pixels(to - from),
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_stand_on_the_ground_and_inside_the_drawing() {
        let years = [(2019, vec![("host", 1), ("visit", 3)]), (2020, vec![]), (2021, vec![("visit", 2)])];
        let drawn = columns(&years, &|n| n.to_string());
        assert_eq!((drawn.width, drawn.height, drawn.ground, drawn.dense), (168, 200, 160, false));
        let bottoms: Vec<f64> = drawn
            .columns
            .iter()
            .filter_map(|column| column.parts.first())
            .map(|part| part.y.parse::<f64>().expect("a number") + part.height.parse::<f64>().expect("a number"))
            .collect();
        assert_eq!(bottoms, [160.0, 160.0]);
        let labels: Vec<(&str, &str, bool)> =
            drawn.columns.iter().map(|one| (one.short.as_str(), one.total.as_str(), one.most)).collect();
        assert_eq!(labels, [("19", "4", true), ("20", "", false), ("21", "2", false)]);
    }
}
