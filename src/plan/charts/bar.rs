//! One bar: solid as far as the number is sure, hatched where it is not.

use super::scale::{Scale, WHOLE, percent};
use crate::derive::Measure;
use crate::plan::view::view;
use crate::value::State;

view! {
    /// A piece of a bar.
    pub struct BarPiece {
        /// The pattern that fills it: `host`, `origin`, `visit`, `training`, `outcome`, `loose` (not sure), `hidden`.
        pub fill: String,
        /// Where it begins, for the attribute `x`.
        pub x: String,
        /// How long it is, for the attribute `width`.
        pub width: String,
    }
}

/// An open end: this long, in hundredths of a percent.
const OPEN: u64 = 800;

/// The number at which bars of these measures are full: open ends need room behind them.
pub fn longest<'m>(measures: impl IntoIterator<Item = &'m Measure>) -> u64 {
    let most = measures.into_iter().filter_map(|measure| measure.high.or(measure.low)).max().unwrap_or(0);
    most.max(1)
}

/// The pieces of a bar; none for nothing and for what is not stated: those are words.
pub fn bar(measure: Measure, tone: &str, most: u64) -> Vec<BarPiece> {
    let scale = Scale::new(most, WHOLE - OPEN);
    let piece = |fill: &str, from: u64, to: u64| BarPiece {
        fill: fill.to_owned(),
        x: percent(from),
        width: percent(to.saturating_sub(from)),
    };
    let (Some(low), high) = (measure.low, measure.high) else {
        let hidden = measure.state == State::Hidden;
        return if hidden { vec![piece("hidden", 0, OPEN)] } else { Vec::new() };
    };
    let sure = scale.length(low);
    let (solid, end) = match (measure.state, high) {
        (State::Approximate, Some(high)) => (sure - sure / 5, scale.length(high)),
        (_, Some(high)) => (sure, scale.length(high)),
        (_, None) => (sure, sure + OPEN),
    };
    let mut pieces = Vec::new();
    if solid > 0 {
        pieces.push(piece(tone, 0, solid));
    }
    if end > solid {
        pieces.push(piece("loose", solid, end));
    }
    pieces
}

/// The pieces of a bar of parts that are known, one behind the other.
pub fn parts(numbers: &[(&str, u64)], most: u64) -> Vec<BarPiece> {
    let scale = Scale::new(most, WHOLE);
    let mut done = 0;
    let mut pieces = Vec::new();
    for (tone, number) in numbers.iter().filter(|(_, number)| *number > 0) {
        let (from, to) = (scale.length(done), scale.length(done + number));
        pieces.push(BarPiece { fill: (*tone).to_owned(), x: percent(from), width: percent(to - from) });
        done += number;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{bar, parts};
    use crate::derive::Measure;
    use crate::value::State;

    fn drawn(state: State, low: Option<u64>, high: Option<u64>) -> Vec<(String, String, String)> {
        let measure = Measure { state, low, high, tenths: false };
        bar(measure, "host", 100).into_iter().map(|piece| (piece.fill, piece.x, piece.width)).collect()
    }

    #[test]
    fn what_is_not_sure_looks_so() {
        let own = |all: &[(&str, &str, &str)]| -> Vec<(String, String, String)> {
            all.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
        };
        assert_eq!(drawn(State::Exact, Some(50), Some(50)), own(&[("host", "0%", "46%")]));
        assert_eq!(drawn(State::Exact, Some(0), Some(0)), own(&[]));
        assert_eq!(drawn(State::Range, Some(50), Some(100)), own(&[("host", "0%", "46%"), ("loose", "46%", "46%")]));
        assert_eq!(drawn(State::AtLeast, Some(100), None), own(&[("host", "0%", "92%"), ("loose", "92%", "8%")]));
        assert_eq!(
            drawn(State::Approximate, Some(50), Some(50)),
            own(&[("host", "0%", "36.8%"), ("loose", "36.8%", "9.2%")])
        );
        assert_eq!(drawn(State::Unknown, None, None), own(&[]));
        assert_eq!(drawn(State::Hidden, None, None), own(&[("hidden", "0%", "8%")]));
    }

    #[test]
    fn parts_stand_one_behind_the_other() {
        let pieces = parts(&[("host", 1), ("visit", 0), ("training", 3)], 4);
        let ends: Vec<(&str, &str)> = pieces.iter().map(|piece| (piece.x.as_str(), piece.width.as_str())).collect();
        assert_eq!(ends, [("0%", "25%"), ("25%", "75%")]);
    }
}
