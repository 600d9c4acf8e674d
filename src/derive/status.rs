//! The status of an activity that states none (content model, section 3, "Activities").

use crate::check::catalog::{Status, When};
use crate::value::{PartialDate, Period};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The stated status, else the one that start and end (or start and duration) give for every reading
/// of both; else none: it is unknown. A stated `planned` never changes by itself.
pub(super) fn status(when: &When, today: NaiveDate) -> Option<Status> {
    if when.status.is_some() {
        return when.status;
    }
    let start = when.start.as_ref()?.value;
    let end = match &when.end {
        Some(end) => {
            LastDay { earliest: end.value.first(), latest: Some(end.value.last()), about: end.value.is_approximate() }
        }
        None => last_day(start, when)?,
    };
    let now = PartialDate::from_day(today);
    if now.certainly_before(start) {
        return Some(Status::Planned);
    }
    if end.latest.is_some_and(|latest| is_over(latest, end.about, today)) {
        return Some(Status::Completed);
    }
    let begun = !start.is_approximate() && start.last() <= today;
    (begun && !end.about && today <= end.earliest).then_some(Status::Ongoing)
}

struct LastDay {
    earliest: NaiveDate,
    latest: Option<NaiveDate>,
    about: bool,
}

fn last_day(start: PartialDate, when: &When) -> Option<LastDay> {
    let duration = when.duration?;
    Some(LastDay {
        earliest: after(start.first(), duration.low)?,
        latest: match duration.high {
            Some(high) => Some(after(start.last(), high)?),
            None => None,
        },
        about: start.is_approximate() || duration.approximate,
    })
}

/// The last day of a period that begins on `day`; none beyond the calendar.
fn after(day: NaiveDate, period: Period) -> Option<NaiveDate> {
    let months = period.years.checked_mul(12)?.checked_add(period.months)?;
    let days = u64::from(period.weeks) * 7 + u64::from(period.days);
    let next = day.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days))?;
    Some(next.pred_opt()?.max(day))
}

/// An approximate day is over for sure only a year later, as [`PartialDate::certainly_before`] has it.
fn is_over(last: NaiveDate, about: bool, today: NaiveDate) -> bool {
    if about { last.year() < today.year() - 1 } else { last < today }
}

#[cfg(test)]
mod tests {
    use super::status;
    use crate::check::catalog::{Status, When};
    use crate::diag::{FileId, Located, Span};
    use crate::value::{Duration, PartialDate};

    fn when(start: &str, end: &str, duration: &str) -> When {
        let date =
            |text: &str| PartialDate::parse(text).ok().map(|date| Located::new(date, Span::new(FileId(0), 0, 0)));
        When { start: date(start), end: date(end), duration: Duration::parse(duration).ok(), ..When::default() }
    }

    #[test]
    fn status_is_derived_only_for_every_reading() {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 15).expect("a day");
        for (start, end, duration, expected) in [
            ("2022-11-07", "2022-12-16", "", Some(Status::Completed)),
            ("2024-06-15", "2024-06-15", "", Some(Status::Ongoing)),
            ("2024-06", "2024-06", "", None),
            ("2024-06-16", "2024-07", "", Some(Status::Planned)),
            ("2024-06-01", "", "P1M", Some(Status::Ongoing)),
            ("2024-05-01", "", "P1M", Some(Status::Completed)),
            ("2024-05-01", "", "P1M+", None),
            ("2024-05-01", "", "~P1M", None),
            ("2022-05-01", "", "~P1M", Some(Status::Completed)),
            ("2022-05-01", "", "", None),
            ("", "2022-05-01", "", None),
        ] {
            assert_eq!(status(&when(start, end, duration), today), expected, "{start} {end} {duration}");
        }
    }

    #[test]
    fn a_stated_status_stays() {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 15).expect("a day");
        let stated = When { status: Some(Status::Planned), ..when("2020", "2020", "") };
        assert_eq!(status(&stated, today), Some(Status::Planned));
    }
}
