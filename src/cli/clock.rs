//! The clock: `--now`, else `SOURCE_DATE_EPOCH`, else the time of the build.

use crate::diag::Bilingual;
use crate::value::{InstantProblem, parse_instant};
use chrono::{DateTime, FixedOffset, SecondsFormat};
use std::time::SystemTime;

/// An instant and who said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Clock {
    /// The instant.
    pub(in crate::cli) now: DateTime<FixedOffset>,
    from: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Flag,
    Environment,
    Machine,
}

impl Clock {
    /// The clock of this run.
    ///
    /// # Errors
    /// What to say about a `SOURCE_DATE_EPOCH` that is no number of seconds.
    pub(in crate::cli) fn of(flag: Option<DateTime<FixedOffset>>) -> Result<Self, Bilingual> {
        let epoch = std::env::var_os("SOURCE_DATE_EPOCH").map(|value| value.to_string_lossy().into_owned());
        Self::choose(flag, epoch.as_deref(), SystemTime::now())
    }

    fn choose(
        flag: Option<DateTime<FixedOffset>>,
        epoch: Option<&str>,
        machine: SystemTime,
    ) -> Result<Self, Bilingual> {
        if let Some(now) = flag {
            return Ok(Self { now, from: Origin::Flag });
        }
        if let Some(text) = epoch {
            let instant = text.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
            return instant.map(|now| Self { now: now.fixed_offset(), from: Origin::Environment }).ok_or_else(|| {
                Bilingual::new(
                    format!("SOURCE_DATE_EPOCH harus berupa detik sejak 1970-01-01, bukan `{}`", text.escape_debug()),
                    format!("SOURCE_DATE_EPOCH must be seconds since 1970-01-01, not `{}`", text.escape_debug()),
                )
            });
        }
        let since = machine.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
        let now = DateTime::from_timestamp(seconds, 0).unwrap_or_default().fixed_offset();
        Ok(Self { now, from: Origin::Machine })
    }

    /// The line that is printed: `clock: 2026-11-23T20:00:00+07:00 (from --now)`.
    pub(in crate::cli) fn line(&self) -> Bilingual {
        let now = self.now.to_rfc3339_opts(SecondsFormat::Secs, false);
        let (id, en) = match self.from {
            Origin::Flag => ("dari --now", "from --now"),
            Origin::Environment => ("dari SOURCE_DATE_EPOCH", "from SOURCE_DATE_EPOCH"),
            Origin::Machine => ("jam komputer ini", "the time of this run"),
        };
        Bilingual::new(format!("waktu acuan: {now} ({id})"), format!("clock: {now} ({en})"))
    }
}

/// Reads the value of `--now`.
pub(in crate::cli) fn instant(text: &str) -> Result<DateTime<FixedOffset>, String> {
    parse_instant(text)
        .map_err(|problem| match problem {
            InstantProblem::NoZone => "an offset or zone is missing: 2026-12-01T09:00+07:00 or 2026-12-01 09:00 WIB",
            InstantProblem::Shape => "expected an instant such as 2026-12-01T09:00+07:00",
        })
        .map_err(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Clock, instant};
    use std::time::SystemTime;

    #[test]
    fn the_flag_wins_over_the_environment_over_the_machine() {
        let flag = instant("2026-11-23T20:00:00+07:00").unwrap();
        let line = |flag, epoch| Clock::choose(flag, epoch, SystemTime::UNIX_EPOCH).map(|clock| clock.line().en);
        assert_eq!(line(Some(flag), Some("0")).unwrap(), "clock: 2026-11-23T20:00:00+07:00 (from --now)");
        assert_eq!(line(None, Some("86400")).unwrap(), "clock: 1970-01-02T00:00:00+00:00 (from SOURCE_DATE_EPOCH)");
        assert_eq!(line(None, None).unwrap(), "clock: 1970-01-01T00:00:00+00:00 (the time of this run)");
        for bad in ["", "besok", "1e9", "99999999999999999", "99999999999999999999999"] {
            assert!(line(None, Some(bad)).is_err(), "{bad}");
        }
        assert!(instant("2026-12-01T09:00").unwrap_err().contains("zone is missing"));
    }
}
