//! When an activity took place.

use crate::check::record::{Fields, date, duration, located, word};
use crate::diag::Located;
use crate::value::{Duration, PartialDate};

/// A stated status; absent, it is derived where the dates are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Announced.
    Planned,
    /// Under way.
    Ongoing,
    /// Over.
    Completed,
    /// Will not happen.
    Cancelled,
}

/// When an activity took place.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// First day.
    pub start: Option<Located<PartialDate>>,
    /// Last day.
    pub end: Option<Located<PartialDate>>,
    /// The source's word for how long.
    pub duration: Option<Duration>,
    /// When it was reported, where its own date is not known.
    pub reported: Option<Located<PartialDate>>,
    /// As stated.
    pub status: Option<Status>,
}

const STATUS: [(&str, Status); 4] = [
    ("planned", Status::Planned),
    ("ongoing", Status::Ongoing),
    ("completed", Status::Completed),
    ("cancelled", Status::Cancelled),
];

impl When {
    /// Reads the fields of the four kinds of activities that say when.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            start: fields.optional("start", located(date)),
            end: fields.optional("end", located(date)),
            duration: fields.optional("duration", duration),
            reported: fields.optional("reported", located(date)),
            status: fields.optional("status", word(&STATUS)),
        }
    }
}
