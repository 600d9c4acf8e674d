//! A linear scale that begins at zero, and lengths as text.
//!
//! Whole numbers throughout: hundredths of a percent, tenths of a pixel. The same input gives the same bytes anywhere.

/// From numbers to lengths: nothing is 0, `most` is `length`.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    most: u64,
    length: u64,
}

impl Scale {
    /// A scale on which `most` (at least 1) is `length` long.
    pub fn new(most: u64, length: u64) -> Self {
        Self { most: most.max(1), length }
    }

    /// How long a number is, rounded, and never longer than the longest.
    pub fn length(self, number: u64) -> u64 {
        let exact = u128::from(number.min(self.most)) * u128::from(self.length);
        let rounded = (exact + u128::from(self.most) / 2) / u128::from(self.most);
        u64::try_from(rounded).unwrap_or(self.length)
    }
}

/// A hundred percent in the hundredths that [`percent`] takes.
pub const WHOLE: u64 = 10_000;

/// Hundredths of a percent as an attribute: `12.5%`.
pub fn percent(hundredths: u64) -> String {
    format!("{}%", short(hundredths, 2))
}

/// Tenths of a pixel as an attribute: `36`, `12.5`.
pub fn pixels(tenths: u64) -> String {
    short(tenths, 1)
}

/// A number of `10^-decimals` parts, without zeros at the end.
fn short(parts: u64, decimals: usize) -> String {
    let base = 10_u64.pow(u32::try_from(decimals).unwrap_or(1));
    let (whole, rest) = (parts / base, parts % base);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:0decimals$}").trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Scale, percent, pixels};
    use proptest::prelude::*;

    #[test]
    fn lengths_read_as_attributes() {
        assert_eq!([percent(0), percent(1250), percent(10_000), percent(7)], ["0%", "12.5%", "100%", "0.07%"]);
        assert_eq!([pixels(0), pixels(360), pixels(125)], ["0", "36", "12.5"]);
    }

    proptest! {
        /// Bars begin at zero, keep order, and twice as much is twice as long (but for rounding).
        #[test]
        fn a_scale_is_linear_from_zero(most in 1_u64..2_000_000_000, part in 0_u64..2_000_000_000) {
            let scale = Scale::new(most, 10_000);
            let number = part % (most + 1);
            prop_assert_eq!(scale.length(0), 0);
            prop_assert_eq!(scale.length(most), 10_000);
            let exact = number as f64 / most as f64 * 10_000.0;
            prop_assert!((scale.length(number) as f64 - exact).abs() <= 0.5 + 1e-6);
        }
    }
}
