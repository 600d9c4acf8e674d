//! Outlines of regions, projected once a site: longitude and latitude to whole units of a drawing.
//!
//! The projection is the plainest: degrees as they are, those of longitude shortened by the cosine of the middle
//! latitude. Countries keep their shape; nobody measures on this map. Simplified by the grid: what two points a
//! whole unit cannot tell apart is one. Neighbours share their points, and so still meet.

use crate::derive::Facts;
use crate::value::{Kind, RecordRef};

/// The outlines, ready to draw.
#[derive(Debug, Default)]
pub struct Outlines {
    /// The width of the drawing.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Each region with its outline for the attribute `d`, largest first, so that small ones lie on top.
    pub shapes: Vec<(RecordRef, String)>,
}

/// Units from the western end to the eastern: about half a pixel each on a wide screen.
const WIDTH: f64 = 2000.0;
/// Rings smaller than this in both directions are dots that nobody sees.
const SMALLEST: i32 = 5;

impl Outlines {
    /// Projects what the facts hold.
    pub fn new(facts: &Facts) -> Self {
        let east_west = |low: f64, high: f64| high - low;
        let all = || facts.outlines.iter().flat_map(|(_, rings)| rings).flatten();
        let spans_date_line = {
            let (low, high) = ends(all().map(|point| point[0]));
            east_west(low, high) > 180.0
        };
        // A country on both sides of the date line is drawn in one piece.
        let longitude = |x: f64| if spans_date_line && x < 0.0 { x + 360.0 } else { x };
        let (west, east) = ends(all().map(|point| longitude(point[0])));
        let (south, north) = ends(all().map(|point| point[1]));
        if !(east > west && north > south) {
            return Self::default();
        }
        let shrink = f64::midpoint(south, north).to_radians().cos().max(0.1);
        let scale = WIDTH / (east_west(west, east) * shrink);
        let place = |point: &[f64; 2]| -> (i32, i32) {
            (whole((longitude(point[0]) - west) * shrink * scale), whole((north - point[1]) * scale))
        };
        let mut shapes: Vec<(i64, RecordRef, String)> = Vec::new();
        for (region, rings) in &facts.outlines {
            let rings: Vec<Vec<(i32, i32)>> = rings.iter().map(|ring| on_grid(ring.iter().map(place))).collect();
            let largest = rings.iter().map(|ring| area(ring)).max().unwrap_or(0);
            let kept = rings.iter().filter(|ring| is_seen(ring) || area(ring) == largest);
            let path: String = kept.map(|ring| path(ring)).collect();
            if !path.is_empty() {
                shapes.push((largest, RecordRef { kind: Kind::Region, index: *region }, path));
            }
        }
        shapes.sort_by_key(|(area, record, _)| (std::cmp::Reverse(*area), *record));
        Self {
            width: size(WIDTH),
            height: size((north - south) * scale),
            shapes: shapes.into_iter().map(|(_, record, path)| (record, path)).collect(),
        }
    }
}

fn ends(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| (low.min(number), high.max(number)))
}

/// Coordinates are degrees (a rule of `check`): a drawing is at most some millions of units high.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

fn size(number: f64) -> u32 {
    u32::try_from(whole(number.ceil())).unwrap_or(0).max(1)
}

/// A ring on the grid: without repeated points, and without those on the line between their neighbours.
fn on_grid(points: impl Iterator<Item = (i32, i32)>) -> Vec<(i32, i32)> {
    let mut ring: Vec<(i32, i32)> = Vec::new();
    for point in points {
        if ring.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = ring.as_slice()
            && is_between(*a, *b, point)
        {
            ring.pop();
        }
        ring.push(point);
    }
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn is_between(a: (i32, i32), b: (i32, i32), c: (i32, i32)) -> bool {
    let (first, second) = ((b.0 - a.0, b.1 - a.1), (c.0 - b.0, c.1 - b.1));
    let cross = i64::from(first.0) * i64::from(second.1) - i64::from(first.1) * i64::from(second.0);
    let along = i64::from(first.0) * i64::from(second.0) + i64::from(first.1) * i64::from(second.1);
    cross == 0 && along > 0
}

fn is_seen(ring: &[(i32, i32)]) -> bool {
    let wide = |numbers: &mut dyn Iterator<Item = i32>| {
        let (low, high) = numbers.fold((i32::MAX, i32::MIN), |(low, high), number| (low.min(number), high.max(number)));
        high.saturating_sub(low) >= SMALLEST
    };
    ring.len() > 2 && (wide(&mut ring.iter().map(|at| at.0)) || wide(&mut ring.iter().map(|at| at.1)))
}

/// Twice the area, without sign.
fn area(ring: &[(i32, i32)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    let twice = |(a, b): (&(i32, i32), &(i32, i32))| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1);
    ring.iter().zip(next).map(twice).sum::<i64>().abs()
}

/// A ring in relative steps: the shortest way to write it.
fn path(ring: &[(i32, i32)]) -> String {
    let Some(first) = ring.first() else { return String::new() };
    let mut out = format!("M{} {}", first.0, first.1);
    let mut letter = "l";
    for pair in ring.windows(2) {
        let (x, y) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let before_x = if letter.is_empty() && x >= 0 { " " } else { letter };
        let before_y = if y >= 0 { " " } else { "" };
        out.push_str(&format!("{before_x}{x}{before_y}{y}"));
        letter = "";
    }
    out.push('z');
    out
}

#[cfg(test)]
mod tests {
    use super::{area, on_grid, path};

    #[test]
    fn rings_are_written_short() {
        let ring = on_grid([(0, 0), (0, 0), (5, 0), (9, 0), (9, 4), (0, 4), (0, 0)].into_iter());
        assert_eq!(ring, [(0, 0), (9, 0), (9, 4), (0, 4)]);
        assert_eq!(path(&ring), "M0 0l9 0 0 4-9 0z");
        assert_eq!(area(&ring), 72);
    }
}
