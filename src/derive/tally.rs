//! Counting: sums of intervals. Raw counts never leave `derive`; [`super::disclose`] turns them into figures.

use crate::value::{Count, PartialDate, RecordRef};

/// A sum of counts of which some may be unknown (content model, section 2, "count").
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    low: u64,
    high: Option<u64>,
    approximate: bool,
    known: bool,
    parts: u32,
}

impl Sum {
    /// The sum of nothing: exactly 0.
    pub(super) const EMPTY: Self = Self { low: 0, high: Some(0), approximate: false, known: false, parts: 0 };

    /// Adds a part; an unknown one takes the upper end away.
    pub(super) fn add(&mut self, part: Option<Count>) {
        self.parts += 1;
        match part {
            Some(count) => {
                self.known = true;
                self.low = self.low.saturating_add(count.low);
                self.high = self.high.zip(count.high).map(|(sum, high)| sum.saturating_add(high));
                self.approximate |= count.approximate;
            }
            None => self.high = None,
        }
    }

    /// The sum; none where there are parts and not one is known.
    pub(super) fn total(self) -> Option<Count> {
        let total = Count { low: self.low, high: self.high, approximate: self.approximate };
        (self.known || self.parts == 0).then_some(total)
    }
}

/// Person-months or months, in 487ths of a month: 30.4375 days are 487 / 16, so every period of whole
/// days and months is a whole number, and sums depend on no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Months {
    /// The lower end.
    pub(super) low: u128,
    /// The upper end; none for "at least".
    pub(super) high: Option<u128>,
    /// A part is approximate.
    pub(super) approximate: bool,
}

/// Parts of a month in [`Months`].
pub(super) const PARTS: u128 = 487;
/// What one day is in [`Months`].
pub(super) const DAY: u128 = 16;

impl Months {
    /// Months times people.
    pub(super) fn times(self, people: Count) -> Self {
        Self {
            low: self.low.saturating_mul(u128::from(people.low)),
            high: self.high.zip(people.high).map(|(months, people)| months.saturating_mul(u128::from(people))),
            approximate: self.approximate || people.approximate,
        }
    }

    /// The sum of two.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self.high.zip(other.high).map(|(a, b)| a.saturating_add(b)),
            approximate: self.approximate || other.approximate,
        }
    }
}

/// What was counted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Raw {
    /// A number of records: always known.
    Records(usize),
    /// A number of people.
    People(Option<Count>),
    /// People times months.
    Months(Option<Months>),
    /// A day.
    Date(Option<PartialDate>),
    /// The question makes no sense here.
    NotApplicable,
}

/// A count with what it rests on, before disclosure control.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// What was counted.
    pub(super) raw: Raw,
    /// The records considered, in any order, perhaps repeated.
    pub(super) basis: Vec<RecordRef>,
    /// How many of them state the number.
    pub(super) stated: u32,
    /// How many do not.
    pub(super) silent: u32,
}

impl Tally {
    /// A number of records.
    pub(super) fn records(basis: Vec<RecordRef>) -> Self {
        let stated = u32::try_from(basis.len()).unwrap_or(u32::MAX);
        Self { raw: Raw::Records(basis.len()), basis, stated, silent: 0 }
    }

    /// A question that makes no sense.
    pub(super) fn not_applicable() -> Self {
        Self { raw: Raw::NotApplicable, basis: Vec::new(), stated: 0, silent: 0 }
    }

    /// The sum of one number a record.
    pub(super) fn sum(parts: impl Iterator<Item = (RecordRef, Option<Count>)>) -> Self {
        let mut sum = Sum::EMPTY;
        let mut tally = Self::not_applicable();
        for (record, part) in parts {
            sum.add(part);
            tally.note(record, part.is_some());
        }
        tally.raw = Raw::People(sum.total());
        tally
    }

    /// Notes a record that was considered.
    pub(super) fn note(&mut self, record: RecordRef, states: bool) {
        self.basis.push(record);
        if states {
            self.stated += 1;
        } else {
            self.silent += 1;
        }
    }
}
