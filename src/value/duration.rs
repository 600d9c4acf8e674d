//! Durations: ISO 8601 periods, approximate, ranges, at least.

use std::fmt;

/// A period in calendar units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Whole years.
    pub years: u32,
    /// Whole months.
    pub months: u32,
    /// Whole weeks.
    pub weeks: u32,
    /// Whole days.
    pub days: u32,
}

/// A duration as its source gives it: `P1M`, `~P45D`, `P2M/P3M`, `P1M+`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// The lower end.
    pub low: Period,
    /// The upper end; none for "at least".
    pub high: Option<Period>,
    /// The source says "about".
    pub approximate: bool,
}

/// Why a text is no duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurationProblem {
    /// Not written as `P1M`, `~P45D`, `P2M/P3M` or `P1M+`.
    Shape,
    /// A range whose end is shorter than its start.
    Order,
}

/// Mean days of a month in the Gregorian calendar, the divisor of the content model (section 4, rule 8).
pub const DAYS_PER_MONTH: f64 = 30.4375;

impl Period {
    fn parse(text: &str) -> Option<Self> {
        let mut rest = text.strip_prefix('P')?;
        let mut period = Self { years: 0, months: 0, weeks: 0, days: 0 };
        if rest.is_empty() {
            return None;
        }
        let mut last = 0;
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 || digits > 5 {
                return None;
            }
            let number: u32 = rest[..digits].parse().ok()?;
            let (order, slot) = match rest[digits..].chars().next()? {
                'Y' => (1, &mut period.years),
                'M' => (2, &mut period.months),
                'W' => (3, &mut period.weeks),
                'D' => (4, &mut period.days),
                _ => return None,
            };
            if order <= last {
                return None;
            }
            last = order;
            *slot = number;
            rest = &rest[digits + 1..];
        }
        Some(period)
    }

    /// The length in months of 30.4375 days; whole years and months are exact.
    pub fn in_months(self) -> f64 {
        f64::from(self.years * 12 + self.months) + f64::from(self.weeks * 7 + self.days) / DAYS_PER_MONTH
    }
}

impl Duration {
    /// Reads `P1M`, `~P45D`, `P2M/P3M` or `P1M+`.
    ///
    /// # Errors
    /// [`DurationProblem`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, DurationProblem> {
        let (body, approximate) = match text.strip_prefix('~') {
            Some(body) => (body, true),
            None => (text, false),
        };
        let period = |text| Period::parse(text).ok_or(DurationProblem::Shape);
        if let Some(low) = body.strip_suffix('+') {
            return Ok(Self { low: period(low)?, high: None, approximate });
        }
        let (low, high) = match body.split_once('/') {
            Some((low, high)) => (period(low)?, period(high)?),
            None => (period(body)?, period(body)?),
        };
        if high.in_months() < low.in_months() {
            return Err(DurationProblem::Order);
        }
        Ok(Self { low, high: Some(high), approximate })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("P")?;
        for (number, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if number > 0 {
                write!(out, "{number}{unit}")?;
            }
        }
        if self.in_months() == 0.0 { out.write_str("0D") } else { Ok(()) }
    }
}

impl fmt::Display for Duration {
    /// Writes the duration as the content model does.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.approximate {
            out.write_str("~")?;
        }
        match self.high {
            None => write!(out, "{}+", self.low),
            Some(high) if high != self.low => write!(out, "{}/{high}", self.low),
            Some(_) => write!(out, "{}", self.low),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, DurationProblem};

    #[test]
    fn durations_round_trip() {
        for text in ["P1M", "~P45D", "P2M/P3M", "P1M+", "P1Y6M", "P2W"] {
            assert_eq!(Duration::parse(text).map(|value| value.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "P", "1M", "P1", "PM", "P1D1M", "P1H", "satu bulan", "P1MP"] {
            assert_eq!(Duration::parse(text), Err(DurationProblem::Shape), "{text}");
        }
        assert_eq!(Duration::parse("P3M/P2M"), Err(DurationProblem::Order));
    }
}
