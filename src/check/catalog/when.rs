//! When an activity took place.

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
