//! Four shades for numbers, and what is no number.

use crate::derive::Measure;
use crate::value::State;

/// The shades of a map: the largest number of each, from pale to dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    ends: [u64; 4],
}

impl Levels {
    /// Shades up to `most`: by the square root, so that one region far ahead does not make all others look alike.
    pub fn new(most: u64) -> Self {
        Self { ends: [1, 2, 3, 4].map(|level: u64| (level * level * most / 16).max(1)) }
    }

    /// The fill of a measure: `m0` for nothing, `m1` to `m4`, `unknown`, `hidden`. What is at least 5 is shaded as 5.
    pub fn fill(self, measure: Measure) -> &'static str {
        match (measure.state, measure.low) {
            (State::Hidden, _) => "hidden",
            (State::NotApplicable, _) => "m0",
            (State::Unknown, _) | (_, None) => "unknown",
            (State::Exact, Some(0)) => "m0",
            // It may be nothing, it may be more.
            (_, Some(0)) => "unknown",
            (_, Some(low)) => match self.ends.iter().position(|end| low <= *end) {
                Some(0) => "m1",
                Some(1) => "m2",
                Some(2) => "m3",
                _ => "m4",
            },
        }
    }

    /// The shades that hold any number: fill, smallest, largest.
    pub fn bounds(self) -> Vec<(&'static str, u64, u64)> {
        let mut low = 1;
        let mut all = Vec::new();
        for (fill, end) in ["m1", "m2", "m3", "m4"].into_iter().zip(self.ends) {
            if end >= low {
                all.push((fill, low, end));
                low = end + 1;
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Levels;
    use crate::derive::Measure;
    use crate::value::{Count, State};
    use proptest::prelude::*;

    fn exact(number: u64) -> Measure {
        Measure::from_count(Some(Count::exact(number)))
    }

    #[test]
    fn what_is_no_number_is_no_shade() {
        let levels = Levels::new(23);
        assert_eq!(levels.bounds(), [("m1", 1, 1), ("m2", 2, 5), ("m3", 6, 12), ("m4", 13, 23)]);
        for (measure, fill) in [
            (exact(0), "m0"),
            (Measure::UNKNOWN, "unknown"),
            (Measure::HIDDEN, "hidden"),
            (Measure { state: State::AtLeast, low: Some(0), high: None, tenths: false }, "unknown"),
            (Measure { state: State::AtLeast, low: Some(13), high: None, tenths: false }, "m4"),
        ] {
            assert_eq!(levels.fill(measure), fill);
        }
    }

    proptest! {
        /// The legend says of every number the shade that the map gives it.
        #[test]
        fn the_legend_agrees_with_the_map(most in 1_u64..5_000, part in 0_u64..5_000) {
            let number = part % most + 1;
            let levels = Levels::new(most);
            let told: Vec<&str> = levels.bounds().into_iter()
                .filter(|(_, low, high)| (*low..=*high).contains(&number)).map(|(fill, ..)| fill).collect();
            prop_assert_eq!(told, [levels.fill(exact(number))]);
        }
    }
}
