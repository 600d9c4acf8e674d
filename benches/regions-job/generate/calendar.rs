//! Days of the programme, counted from its first, as dates.

use std::fmt;

/// The programme has run from 5 January 2015 to 30 June 2026: so many days.
pub const DAYS: u64 = 4194;

/// A day, counted from 5 January 2015.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u64);

impl Day {
    /// So many days later.
    pub fn after(self, days: u64) -> Self {
        Self(self.0 + days)
    }

    /// Its year.
    pub fn year(self) -> u64 {
        self.parts().0
    }

    /// Year, month, day of the month.
    fn parts(self) -> (u64, u64, u64) {
        let mut days = self.0 + 4;
        let mut year = 2015;
        loop {
            // Until 2100 every fourth year is a leap year.
            let february = if year % 4 == 0 { 29 } else { 28 };
            let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, length) in (1..).zip(months) {
                if days < length {
                    return (year, month, days + 1);
                }
                days -= length;
            }
            year += 1;
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year}-{month:02}-{day:02}")
    }
}
