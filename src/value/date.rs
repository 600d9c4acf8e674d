//! Partial and approximate dates: EDTF (ISO 8601-2:2019) level 0, and `~` at the end.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// A date as precise as its source: `2022`, `2022-11`, `2022-11-07`, each perhaps approximate (`~`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    first: NaiveDate,
    precision: Precision,
    approximate: bool,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Not written as year, year-month or year-month-day.
    Shape,
    /// The month is not 1 to 12.
    Month,
    /// The month has no such day; the number is the last day it has.
    Day(u32),
}

impl PartialDate {
    /// Reads `2022`, `2022-11` or `2022-11-07`, each also with `~` at the end.
    ///
    /// # Errors
    /// [`DateProblem`] says whether the shape or the calendar is wrong.
    pub fn parse(text: &str) -> Result<Self, DateProblem> {
        let (body, approximate) = match text.strip_suffix('~') {
            Some(body) => (body, true),
            None => (text, false),
        };
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
                .ok_or(DateProblem::Shape)
        };
        let mut parts = body.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        if parts.next().is_some() || year == 0 {
            return Err(DateProblem::Shape);
        }
        let year = i32::try_from(year).map_err(|_| DateProblem::Shape)?;
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(DateProblem::Month);
        }
        let start = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), 1).ok_or(DateProblem::Shape)?;
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        let first = match day {
            None => start,
            Some(day) => start.with_day(day).ok_or(DateProblem::Day(last_of(start, Precision::Month).day()))?,
        };
        Ok(Self { first, precision, approximate })
    }

    /// The exact day `date`.
    pub fn from_day(date: NaiveDate) -> Self {
        Self { first: date, precision: Precision::Day, approximate: false }
    }

    /// The first day that the date can mean.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day that the date can mean.
    pub fn last(self) -> NaiveDate {
        last_of(self.first, self.precision)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// The month, if known.
    pub fn month(self) -> Option<u32> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// The day, if the date is exact to the day (approximate or not).
    pub fn day(self) -> Option<NaiveDate> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// How much is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Whether the source says "about".
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Whether this date lies before `other` for every reading of both.
    ///
    /// An approximate date is never certainly before or after another within a year of it.
    pub fn certainly_before(self, other: Self) -> bool {
        if self.approximate || other.approximate {
            return self.year() < other.year() - 1;
        }
        self.last() < other.first()
    }

    /// The order of lists: by first day, the less precise first.
    pub fn sort_key(self) -> (NaiveDate, Precision, bool) {
        (self.first, self.precision, self.approximate)
    }
}

fn last_of(first: NaiveDate, precision: Precision) -> NaiveDate {
    let next = match precision {
        Precision::Day => return first,
        Precision::Month if first.month() == 12 => NaiveDate::from_ymd_opt(first.year() + 1, 1, 1),
        Precision::Month => NaiveDate::from_ymd_opt(first.year(), first.month() + 1, 1),
        Precision::Year => NaiveDate::from_ymd_opt(first.year() + 1, 1, 1),
    };
    next.and_then(|next| next.pred_opt()).unwrap_or(first)
}

impl fmt::Display for PartialDate {
    /// Writes the date as the content model does.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.first.year())?;
        if self.precision >= Precision::Month {
            write!(out, "-{:02}", self.first.month())?;
        }
        if self.precision == Precision::Day {
            write!(out, "-{:02}", self.first.day())?;
        }
        if self.approximate { out.write_str("~") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{DateProblem, PartialDate};

    #[test]
    fn dates_are_as_precise_as_written() {
        for text in ["2022", "2022-11", "2022-11-07", "2022~", "2024-02-29~"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(PartialDate::parse("2022-13-40"), Err(DateProblem::Month));
        assert_eq!(PartialDate::parse("2023-02-29"), Err(DateProblem::Day(28)));
        for text in ["", "22", "2022-1-1", "07/11/2022", "2022-11-07T00:00", "~2022", "+2022"] {
            assert_eq!(PartialDate::parse(text), Err(DateProblem::Shape), "{text}");
        }
    }

    #[test]
    fn order_is_certain_only_when_every_reading_agrees() {
        let date = |text| PartialDate::parse(text).expect("a date");
        assert!(date("2022-10").certainly_before(date("2022-11-01")));
        assert!(!date("2022").certainly_before(date("2022-11-01")));
        assert!(!date("2022-10~").certainly_before(date("2022-11-01")));
    }
}
