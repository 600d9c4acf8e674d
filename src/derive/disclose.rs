//! Disclosure control: the only way from what was counted to what is published
//! (content model, section 4, rules 5 and 7).

use super::figure::{Figure, FigureName, FigureValue, Measure};
use super::tally::{Months, PARTS, Raw, Tally};
use crate::check::catalog::Breakdown;
use crate::derive::facts::BreakdownFact;
use crate::value::Count;

/// Publishes a tally. Plain head counts of activities are public facts and stay as they are.
pub(super) fn figure(name: FigureName, tally: Tally) -> Figure {
    let Tally { raw, mut basis, stated, silent } = tally;
    basis.sort_unstable();
    basis.dedup();
    let value = match raw {
        Raw::Records(number) => FigureValue::Number(Measure::from_count(Some(Count::exact(number as u64)))),
        Raw::People(count) => FigureValue::Number(Measure::from_count(count)),
        Raw::Months(sum) => FigureValue::Number(months(sum)),
        Raw::Date(date) => FigureValue::Date(date),
        Raw::NotApplicable => FigureValue::Number(Measure::NOT_APPLICABLE),
    };
    Figure { name, value, basis: basis.into(), stated, silent }
}

/// Publishes a number of people.
pub(super) fn people(count: Option<Count>) -> Measure {
    Measure::from_count(count)
}

/// Publishes person-months, with one decimal.
pub(super) fn months(sum: Option<Months>) -> Measure {
    let Some(sum) = sum else {
        return Measure { tenths: true, ..Measure::UNKNOWN };
    };
    let tenths = |parts: u128| u64::try_from((parts * 20 + PARTS) / (2 * PARTS)).unwrap_or(u64::MAX);
    let (low, high) = (tenths(sum.low), sum.high.map(tenths));
    let state = Count { low, high, approximate: sum.approximate }.state();
    Measure { state, low: Some(low), high, tenths: true }
}

/// Publishes a breakdown: whole, or, where any cell may be over fewer than `smallest` people, hidden whole,
/// so that no cell can be worked out from the others. What the cells leave of the participants is a cell too.
pub(super) fn breakdown(breakdown: Breakdown, participants: Option<Count>, smallest: u64) -> BreakdownFact {
    let small_cell = breakdown.cells.iter().any(|(_, count)| count.low < smallest);
    let cells_low: u64 = breakdown.cells.iter().fold(0, |sum, (_, count)| sum.saturating_add(count.low));
    let rest = participants.and_then(|people| people.high).map_or(0, |people| people.saturating_sub(cells_low));
    let hide = small_cell || (0 < rest && rest < smallest);
    let measure = |count: Count| if hide { Measure::HIDDEN } else { Measure::from_count(Some(count)) };
    let cells = breakdown.cells.into_iter().map(|(name, count)| (name, measure(count))).collect();
    BreakdownFact { name: breakdown.name, cells }
}

/// Publishes over how many people an evaluation is.
pub(super) fn evaluated(n: u64, hidden: bool) -> Measure {
    if hidden { Measure::HIDDEN } else { Measure::from_count(Some(Count::exact(n))) }
}
