//! Numbers: grouped, with a decimal sign, as intervals, percentages and file sizes.

use super::Formatter;
use crate::value::State;

/// The most decimals that a number of a record is shown with.
const DECIMALS: usize = 6;

impl Formatter<'_> {
    /// `1.234` or `1,234`. Not for years, codes or decree numbers, which are never grouped.
    pub fn number(&self, number: u64) -> String {
        self.grouped(&number.to_string())
    }

    /// A number with the decimals it has (at most six): `2.108,5` (area in km², an indicator), `−3`.
    ///
    /// Infinite and undefined numbers are unknown.
    pub fn plain_number(&self, number: f64) -> String {
        if !number.is_finite() {
            return self.messages.get("format_unknown").to_owned();
        }
        let digits = format!("{:.DECIMALS$}", number.abs());
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let decimals = decimals.trim_end_matches('0');
        let mut text = self.grouped(whole);
        if !decimals.is_empty() {
            text.push_str(self.messages.get("format_decimal"));
            text.push_str(decimals);
        }
        if number < 0.0 && text != "0" { format!("{}{text}", self.messages.get("format_minus")) } else { text }
    }

    /// A share of a hundred: `12,5%`.
    pub fn percent(&self, number: f64) -> String {
        self.messages.fill("format_percent", &[("n", &self.plain_number(number))])
    }

    /// An interval in words: `5`, `sekitar 40`, `22–23`, `sedikitnya 84`, `tidak disebutkan`.
    ///
    /// With `tenths` the ends are tenths and one decimal is shown. A state whose end is missing reads as unknown.
    pub fn interval(&self, state: State, low: Option<u64>, high: Option<u64>, tenths: bool) -> String {
        let shown = |number| if tenths { self.tenths(number) } else { self.number(number) };
        match (state, low) {
            (State::Hidden, _) => self.messages.get("format_hidden").to_owned(),
            (State::NotApplicable, _) => self.messages.get("format_not_applicable").to_owned(),
            (State::Unknown, _) | (_, None) => self.messages.get("format_unknown").to_owned(),
            (State::Exact, Some(low)) => shown(low),
            (State::AtLeast, Some(low)) => self.messages.fill("format_at_least", &[("value", &shown(low))]),
            (State::Range, Some(low)) => self.ends(&shown(low), high.map(shown)),
            (State::Approximate, Some(low)) => {
                self.messages.fill("format_about", &[("value", &self.ends(&shown(low), high.map(shown)))])
            }
        }
    }

    /// A size in bytes: `512 byte`, `60,2 kB`, `1,4 MB` (units of a thousand).
    pub fn file_size(&self, bytes: u64) -> String {
        let (key, unit) = match bytes {
            0..1_000 => return self.messages.count("format_size_bytes", Some(bytes), &self.number(bytes)),
            1_000..999_950 => ("format_size_kilobytes", 1_000),
            _ => ("format_size_megabytes", 1_000_000),
        };
        let tenths = bytes / (unit / 10) + u64::from(bytes % (unit / 10) >= unit / 20);
        let shown = if tenths.is_multiple_of(10) { self.number(tenths / 10) } else { self.tenths(tenths) };
        self.messages.fill(key, &[("n", &shown)])
    }

    /// Two ends, or one where they read the same.
    pub(super) fn ends(&self, low: &str, high: Option<String>) -> String {
        match high {
            Some(high) if high != low => self.messages.fill("format_range", &[("low", low), ("high", &high)]),
            _ => low.to_owned(),
        }
    }

    fn tenths(&self, tenths: u64) -> String {
        format!("{}{}{}", self.number(tenths / 10), self.messages.get("format_decimal"), tenths % 10)
    }

    fn grouped(&self, digits: &str) -> String {
        let sign = self.messages.get("format_thousands");
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 * sign.len());
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(sign);
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Formatter;
    use crate::text::format::fixture::{english, indonesian};
    use crate::value::State;

    #[test]
    fn numbers_are_grouped_as_the_language_groups() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        for (number, in_id, in_en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_234, "1.234", "1,234"),
            (1_000_000, "1.000.000", "1,000,000"),
            (u64::MAX, "18.446.744.073.709.551.615", "18,446,744,073,709,551,615"),
        ] {
            assert_eq!((id.number(number).as_str(), en.number(number).as_str()), (in_id, in_en));
        }
    }

    #[test]
    fn decimals_are_those_the_number_has() {
        let words = indonesian();
        let id = Formatter::new(&words);
        for (number, text) in [
            (1_234.5, "1.234,5"),
            (2_108.0, "2.108"),
            (0.1, "0,1"),
            (-3.25, "−3,25"),
            (-0.000_000_01, "0"),
            (f64::NAN, "tidak disebutkan"),
        ] {
            assert_eq!(id.plain_number(number), text);
        }
        assert_eq!(id.percent(12.5), "12,5%");
    }

    #[test]
    fn every_state_has_its_words() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        for (state, low, high, tenths, in_id, in_en) in [
            (State::Exact, Some(5), Some(5), false, "5", "5"),
            (State::Exact, Some(0), Some(0), false, "0", "0"),
            (State::Exact, Some(12_345), Some(12_345), true, "1.234,5", "1,234.5"),
            (State::Exact, Some(50), Some(50), true, "5,0", "5.0"),
            (State::Approximate, Some(40), Some(40), false, "sekitar 40", "about 40"),
            (State::Approximate, Some(40), Some(45), false, "sekitar 40–45", "about 40–45"),
            (State::Range, Some(22), Some(23), false, "22–23", "22–23"),
            (State::Range, Some(22), Some(1_023), true, "2,2–102,3", "2.2–102.3"),
            (State::AtLeast, Some(84), None, false, "sedikitnya 84", "at least 84"),
            (State::Unknown, None, None, false, "tidak disebutkan", "not stated"),
            (State::Hidden, None, None, false, "disamarkan", "withheld"),
            (State::NotApplicable, None, None, false, "tidak berlaku", "not applicable"),
            (State::Exact, None, None, false, "tidak disebutkan", "not stated"),
        ] {
            assert_eq!(id.interval(state, low, high, tenths), in_id);
            assert_eq!(en.interval(state, low, high, tenths), in_en);
        }
    }

    #[test]
    fn sizes_are_short() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        for (bytes, in_id, in_en) in [
            (1, "1 byte", "1 byte"),
            (512, "512 byte", "512 bytes"),
            (1_000, "1 kB", "1 kB"),
            (60_240, "60,2 kB", "60.2 kB"),
            (999_949, "999,9 kB", "999.9 kB"),
            (999_950, "1 MB", "1 MB"),
            (u64::MAX, "18.446.744.073.709,6 MB", "18,446,744,073,709.6 MB"),
        ] {
            assert_eq!((id.file_size(bytes).as_str(), en.file_size(bytes).as_str()), (in_id, in_en));
        }
    }
}
