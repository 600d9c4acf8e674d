//! Instants: a moment with its offset or Indonesian zone.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone};

/// Why a text is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstantProblem {
    /// Not written as date, time and zone.
    Shape,
    /// Date and time stand without offset or zone.
    NoZone,
}

/// Zones that may stand for an offset: Indonesia's three, and UTC.
const ZONES: [(&str, i32); 5] = [("WITA", 8), ("WIB", 7), ("WIT", 9), ("UTC", 0), ("Z", 0)];

/// Reads `2026-12-01T09:00:00+07:00`, `2026-12-01 09:00 WIB`, `2026-12-01T02:00Z`, and zones by name
/// (`2026-12-01T09:00[Asia/Jakarta]` or with a blank before the name).
///
/// # Errors
/// [`InstantProblem`] says whether the shape is wrong or only the zone is missing.
pub fn parse_instant(text: &str) -> Result<DateTime<FixedOffset>, InstantProblem> {
    let text = text.trim();
    if let Ok(instant) = DateTime::parse_from_rfc3339(&text.replacen(' ', "T", 1)) {
        return Ok(instant);
    }
    for (word, hours) in ZONES {
        if let Some(local) = text.strip_suffix(word).and_then(|rest| local_time(rest.trim_end())) {
            return FixedOffset::east_opt(hours * 3600)
                .and_then(|zone| zone.from_local_datetime(&local).single())
                .ok_or(InstantProblem::Shape);
        }
    }
    if let Some((local, zone)) = text.trim_end_matches(']').rsplit_once(['[', ' '])
        && let (Some(local), Ok(zone)) = (local_time(local.trim_end()), zone.parse::<chrono_tz::Tz>())
    {
        return zone.from_local_datetime(&local).earliest().map(|at| at.fixed_offset()).ok_or(InstantProblem::Shape);
    }
    if let Some(split) = text.rfind(['+', '-']).filter(|at| *at > 10) {
        let (local, offset) = text.split_at(split);
        let with_seconds = format!("{}:00{offset}", local.trim_end().replacen(' ', "T", 1));
        if let Ok(instant) = DateTime::parse_from_rfc3339(&with_seconds) {
            return Ok(instant);
        }
    }
    if local_time(text).is_some() || NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() {
        return Err(InstantProblem::NoZone);
    }
    Err(InstantProblem::Shape)
}

fn local_time(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
        .into_iter()
        .find_map(|shape| NaiveDateTime::parse_from_str(&text.replacen(' ', "T", 1), shape).ok())
}

#[cfg(test)]
mod tests {
    use super::{InstantProblem, parse_instant};

    #[test]
    fn instants_carry_their_zone() {
        for text in [
            "2026-12-01T09:00:00+07:00",
            "2026-12-01 09:00 WIB",
            "2026-12-01T02:00Z",
            "2026-12-01T09:00+07:00",
            "2026-12-01T09:00[Asia/Jakarta]",
            "2026-12-01 10:00 WITA",
            "2026-12-01 11:00 WIT",
        ] {
            let instant = parse_instant(text).map(|at| at.timestamp());
            assert_eq!(instant, Ok(1_796_090_400), "{text}");
        }
        assert_eq!(parse_instant("2026-12-01T09:00"), Err(InstantProblem::NoZone));
        assert_eq!(parse_instant("2026-12-01"), Err(InstantProblem::NoZone));
        assert_eq!(parse_instant("besok"), Err(InstantProblem::Shape));
    }
}
