//! Counts: exact, approximate, a range of sources that disagree, at least.

use std::fmt;

/// What a published figure is. Zero, unknown, hidden and not applicable are four things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// One number.
    Exact,
    /// "About".
    Approximate,
    /// Between two numbers.
    Range,
    /// A lower end, no upper.
    AtLeast,
    /// No source states it.
    Unknown,
    /// Withheld, to protect the few it is about.
    Hidden,
    /// The question makes no sense here.
    NotApplicable,
}

impl State {
    /// The word in data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approximate",
            Self::Range => "range",
            Self::AtLeast => "at-least",
            Self::Unknown => "unknown",
            Self::Hidden => "hidden",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A count as its source gives it: an interval and a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Count {
    /// The lower end.
    pub low: u64,
    /// The upper end; none for "at least".
    pub high: Option<u64>,
    /// The source says "about".
    pub approximate: bool,
}

/// Why a text is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountProblem {
    /// Not written as `5`, `~40`, `22-23` or `84+`.
    Shape,
    /// A range whose end lies below its start.
    Order,
    /// More than a thousand million people.
    TooLarge,
}

/// No programme counts beyond this; larger numbers are typing errors, and sums stay far from overflow.
const LARGEST: u64 = 1_000_000_000;

impl Count {
    /// The exact count `number`.
    pub fn exact(number: u64) -> Self {
        Self { low: number, high: Some(number), approximate: false }
    }

    /// Reads `5`, `~40`, `22-23` (also with an en dash) or `84+`.
    ///
    /// # Errors
    /// [`CountProblem`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, CountProblem> {
        let (body, approximate) = match text.strip_prefix('~') {
            Some(body) => (body, true),
            None => (text, false),
        };
        if let Some(low) = body.strip_suffix('+') {
            return Ok(Self { low: number(low)?, high: None, approximate });
        }
        if let Some((low, high)) = body.split_once(['-', '–']) {
            let (low, high) = (number(low)?, number(high)?);
            if high < low {
                return Err(CountProblem::Order);
            }
            return Ok(Self { low, high: Some(high), approximate });
        }
        let exact = number(body)?;
        Ok(Self { low: exact, high: Some(exact), approximate })
    }

    /// What kind of number this is.
    pub fn state(self) -> State {
        match (self.high, self.approximate) {
            (None, _) => State::AtLeast,
            (Some(high), _) if high != self.low => State::Range,
            (_, true) => State::Approximate,
            _ => State::Exact,
        }
    }

    /// The sum of two intervals.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self.high.zip(other.high).map(|(a, b)| a.saturating_add(b)),
            approximate: self.approximate || other.approximate,
        }
    }
}

fn number(text: &str) -> Result<u64, CountProblem> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) || (text.len() > 1 && text.starts_with('0')) {
        return Err(CountProblem::Shape);
    }
    text.parse().ok().filter(|number| *number <= LARGEST).ok_or(CountProblem::TooLarge)
}

impl fmt::Display for Count {
    /// Writes the count as the content model does.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.approximate {
            out.write_str("~")?;
        }
        match self.high {
            None => write!(out, "{}+", self.low),
            Some(high) if high != self.low => write!(out, "{}-{high}", self.low),
            Some(_) => write!(out, "{}", self.low),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, CountProblem, State};

    #[test]
    fn counts_are_intervals() {
        for (text, state) in [
            ("5", State::Exact),
            ("0", State::Exact),
            ("~40", State::Approximate),
            ("22-23", State::Range),
            ("84+", State::AtLeast),
        ] {
            let count = Count::parse(text).expect("a count");
            assert_eq!((count.to_string().as_str(), count.state()), (text, state));
        }
        for text in ["", "-1", "1.5", "1_000", "010", "about 5", "5 +"] {
            assert_eq!(Count::parse(text), Err(CountProblem::Shape), "{text}");
        }
        assert_eq!(Count::parse("9-3"), Err(CountProblem::Order));
        assert_eq!(Count::parse("99999999999999999999999"), Err(CountProblem::TooLarge));
    }

    #[test]
    fn an_open_end_opens_the_sum() {
        let sum = Count::exact(5).plus(Count::parse("84+").expect("a count"));
        assert_eq!(sum.to_string(), "89+");
    }
}
