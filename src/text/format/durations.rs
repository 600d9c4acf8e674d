//! Durations in the units of their source: 45 days are not a month and a half.

use super::Formatter;
use crate::value::{Duration, Period};

/// The words of the units, in the order of [`parts`].
const KEYS: [&str; 4] =
    ["format_duration_years", "format_duration_months", "format_duration_weeks", "format_duration_days"];

impl Formatter<'_> {
    /// `1 bulan`, `sekitar 45 hari`, `2–3 bulan`, `sedikitnya 1 bulan`.
    pub fn duration(&self, duration: Duration) -> String {
        let text = match duration.high {
            Some(high) if high != duration.low => self.duration_range(duration.low, high),
            _ => self.period(duration.low),
        };
        let text =
            if duration.high.is_none() { self.messages.fill("format_at_least", &[("value", &text)]) } else { text };
        if duration.approximate { self.messages.fill("format_about", &[("value", &text)]) } else { text }
    }

    /// One unit is said once: `2–3 bulan`; different units apart: `1 bulan sampai 45 hari`.
    fn duration_range(&self, low: Period, high: Period) -> String {
        if let (Some((unit, low)), Some((other, high))) = (only_part(low), only_part(high))
            && unit == other
        {
            let ends = self.ends(&self.number(low.into()), Some(self.number(high.into())));
            return self.messages.fill(KEYS[unit], &[("n", &ends)]);
        }
        let (low, high) = (self.period(low), self.period(high));
        self.messages.fill("format_duration_range", &[("low", &low), ("high", &high)])
    }

    fn period(&self, period: Period) -> String {
        let units = KEYS.into_iter().zip(parts(period)).filter(|(_, number)| *number > 0);
        units
            .map(|(key, number)| self.unit(key, number))
            .reduce(|first, second| {
                self.messages.fill("format_duration_parts", &[("first", &first), ("second", &second)])
            })
            .unwrap_or_else(|| self.unit("format_duration_days", 0))
    }

    fn unit(&self, key: &str, number: u32) -> String {
        self.messages.count(key, Some(number.into()), &self.number(number.into()))
    }
}

/// Years, months, weeks, days.
fn parts(period: Period) -> [u32; 4] {
    [period.years, period.months, period.weeks, period.days]
}

/// The one unit that a period is made of, by its place, and its number.
fn only_part(period: Period) -> Option<(usize, u32)> {
    let mut used = parts(period).into_iter().enumerate().filter(|(_, number)| *number > 0);
    let first = used.next();
    first.filter(|_| used.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::Formatter;
    use crate::text::format::fixture::{english, indonesian};
    use crate::value::Duration;

    #[test]
    fn durations_keep_their_units() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        for (text, in_id, in_en) in [
            ("P1M", "1 bulan", "1 month"),
            ("~P45D", "sekitar 45 hari", "about 45 days"),
            ("P2M/P3M", "2–3 bulan", "2–3 months"),
            ("P1M/P2M", "1–2 bulan", "1–2 months"),
            ("P1M+", "sedikitnya 1 bulan", "at least 1 month"),
            ("P1Y6M", "1 tahun 6 bulan", "1 year 6 months"),
            ("P2W", "2 minggu", "2 weeks"),
            ("P1M/P45D", "1 bulan sampai 45 hari", "1 month to 45 days"),
            ("~P1D/P2D", "sekitar 1–2 hari", "about 1–2 days"),
            ("P0D", "0 hari", "0 days"),
            ("P1000D", "1.000 hari", "1,000 days"),
        ] {
            let duration = Duration::parse(text).expect("a duration");
            assert_eq!((id.duration(duration).as_str(), en.duration(duration).as_str()), (in_id, in_en));
        }
    }
}
