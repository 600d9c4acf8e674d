//! What may be said of a series of figures: only what holds for every number that they can stand for.

use crate::derive::Measure;
use crate::value::State;

/// A figure of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it belongs to, in words.
    pub name: String,
    /// Its value with its unit, in words: "at least 5 people".
    pub text: String,
    /// The least that it can be; none where no number is stated, or none is shown.
    pub low: Option<u64>,
    /// The most that it can be; none where nobody says.
    pub high: Option<u64>,
}

impl Item {
    /// A number that is known.
    pub fn exact(name: impl Into<String>, text: impl Into<String>, number: u64) -> Self {
        Self { name: name.into(), text: text.into(), low: Some(number), high: Some(number) }
    }

    /// A measure. "About 40" may be 39 or 45: it bounds nothing.
    pub fn measured(name: impl Into<String>, text: impl Into<String>, measure: Measure) -> Self {
        let (low, high) = match measure.state {
            State::Approximate => (measure.low.map(|_| 0), None),
            _ => (measure.low, measure.high.filter(|_| measure.low.is_some())),
        };
        Self { name: name.into(), text: text.into(), low, high }
    }

    fn is_nothing(&self) -> bool {
        self.low == Some(0) && self.high == Some(0)
    }
}

/// What holds for a series. Items are named by their place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// There is nothing, or each is exactly nothing.
    Nothing,
    /// All that is not nothing is without a number.
    Unknown(usize),
    /// One alone is not nothing.
    Only(usize),
    /// One is more than each other.
    Most(usize),
    /// One is more than each other that states a number; some state none.
    MostKnown(usize),
    /// Several are the same, and more than each other.
    Tie(Vec<usize>),
    /// Which is most cannot be told: so many state a number, so many do not.
    Undecided(usize, usize),
}

/// The strongest claim that holds.
pub fn claim(items: &[Item]) -> Claim {
    let some: Vec<usize> = (0..items.len()).filter(|at| !items[*at].is_nothing()).collect();
    let (known, unknown): (Vec<usize>, Vec<usize>) = some.iter().partition(|at| items[**at].low.is_some());
    let Some(most) = known.iter().filter_map(|at| items[*at].low).max() else {
        return if unknown.is_empty() { Claim::Nothing } else { Claim::Unknown(unknown.len()) };
    };
    if let [only] = some.as_slice() {
        return Claim::Only(*only);
    }
    let below = |at: &usize| items[*at].high.is_some_and(|high| high < most);
    let first: Vec<usize> = known.iter().copied().filter(|at| !below(at)).collect();
    match first.as_slice() {
        [one] if unknown.is_empty() => Claim::Most(*one),
        // One of one that states a number is not "most".
        [one] if known.len() > 1 => Claim::MostKnown(*one),
        several
            if several.len() > 1 && unknown.is_empty() && several.iter().all(|at| is_exactly(&items[*at], most)) =>
        {
            Claim::Tie(first)
        }
        _ => Claim::Undecided(known.len(), unknown.len()),
    }
}

fn is_exactly(item: &Item, number: u64) -> bool {
    item.low == Some(number) && item.high == Some(number)
}

#[cfg(test)]
mod tests {
    use super::{Claim, Item, claim};

    fn items(ends: &[(Option<u64>, Option<u64>)]) -> Vec<Item> {
        let item = |(low, high): &(Option<u64>, Option<u64>)| Item {
            name: String::new(),
            text: String::new(),
            low: *low,
            high: *high,
        };
        ends.iter().map(item).collect()
    }

    #[test]
    fn nothing_is_claimed_that_may_be_false() {
        let (some, open, unknown) = (|n| (Some(n), Some(n)), |n| (Some(n), None), (None::<u64>, None::<u64>));
        for (ends, expected) in [
            (vec![], Claim::Nothing),
            (vec![some(0), some(0)], Claim::Nothing),
            (vec![unknown, some(0), unknown], Claim::Unknown(2)),
            (vec![some(0), some(4)], Claim::Only(1)),
            (vec![open(4)], Claim::Only(0)),
            (vec![some(3), some(4)], Claim::Most(1)),
            (vec![some(3), open(4)], Claim::Most(1)),
            (vec![open(3), some(4)], Claim::Undecided(2, 0)),
            (vec![some(4), some(4), some(1)], Claim::Tie(vec![0, 1])),
            (vec![some(4), open(4)], Claim::Undecided(2, 0)),
            (vec![some(4), (Some(2), Some(4))], Claim::Undecided(2, 0)),
            (vec![some(4), some(2), unknown], Claim::MostKnown(0)),
            (vec![some(4), unknown], Claim::Undecided(1, 1)),
            (vec![some(4), some(4), unknown], Claim::Undecided(2, 1)),
            (vec![(Some(0), None), some(4)], Claim::Undecided(2, 0)),
        ] {
            assert_eq!(claim(&items(&ends)), expected, "{ends:?}");
        }
    }
}
