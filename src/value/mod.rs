//! The values that records are made of: dates, durations, counts, kinds, languages, identifiers.
//!
//! In: the words a person wrote. Out: small types that know what those words can mean, and no more
//! than that: a partial date stays partial, an approximate count stays approximate.

mod count;
mod date;
mod duration;
mod figure_words;
mod id;
mod instant;
mod kind;
mod lang;
mod localized;
mod picture;
mod record_ref;
mod segment;

pub use count::{Count, CountProblem, State};
pub use date::{DateProblem, PartialDate, Precision};
pub use duration::{Duration, DurationProblem, Period};
pub use figure_words::{BY_YEAR, FIGURE_WORDS, field_words, has_figures};
pub use id::{ID_LENGTH, is_id, slugify};
pub use instant::{InstantProblem, parse_instant};
pub use kind::Kind;
pub use lang::Lang;
pub use localized::Localized;
pub use picture::{Picture, PictureForm, PictureProblem};
pub use record_ref::RecordRef;
pub use segment::{INNER_WORDS, SEGMENT_WORDS, default_segment, segment_word};
