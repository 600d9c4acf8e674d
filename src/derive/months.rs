//! How long a cohort lasted (content model, section 4, rule 8).

use super::tally::{DAY, Months, PARTS};
use crate::check::catalog::When;
use crate::value::{PartialDate, Period};

/// The months of a cohort's own dates, else of its duration; none where neither is known.
///
/// Dates that are not exact to the day give an interval: from the shortest to the longest stay that
/// they can mean. Dates win over the source's word for how long.
pub(super) fn length(when: &When) -> Option<Months> {
    match (&when.start, &when.end) {
        (Some(start), Some(end)) => Some(between(start.value, end.value)),
        _ => when.duration.map(|duration| Months {
            low: of_period(duration.low),
            high: duration.high.map(of_period),
            approximate: duration.approximate,
        }),
    }
}

fn between(start: PartialDate, end: PartialDate) -> Months {
    let days = |from: chrono::NaiveDate, to: chrono::NaiveDate| {
        u128::try_from((to - from).num_days() + 1).unwrap_or(0).max(1) * DAY
    };
    Months {
        low: days(start.last(), end.first()),
        high: Some(days(start.first(), end.last())),
        approximate: start.is_approximate() || end.is_approximate(),
    }
}

fn of_period(period: Period) -> u128 {
    let months = u128::from(period.years) * 12 + u128::from(period.months);
    let days = u128::from(period.weeks) * 7 + u128::from(period.days);
    months * PARTS + days * DAY
}
