//! The values that records are made of: dates, durations, counts, kinds, languages, identifiers.
//!
//! In: the words a person wrote. Out: small types that know what those words can mean, and no more
//! than that: a partial date stays partial, an approximate count stays approximate.

mod count;
mod date;
mod duration;
mod id;
mod instant;
mod kind;
mod lang;
mod localized;
mod record_ref;

pub use count::{Count, CountProblem, State};
pub use date::{DateProblem, PartialDate, Precision};
pub use duration::{Duration, DurationProblem, Period};
pub use id::{is_id, slugify};
pub use instant::{InstantProblem, parse_instant};
pub use kind::Kind;
pub use lang::Lang;
pub use localized::Localized;
pub use record_ref::RecordRef;
