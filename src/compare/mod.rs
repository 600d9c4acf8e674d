//! Beside the six steps: what a published site holds, and what changed between two of them.
//!
//! In: output folders, or the records that `build --manifest` wrote of them. Out: a [`SiteRecord`], a [`Difference`].
//!
//! 1. `record` reads a published folder back: every file with its SHA-256, old addresses and where they lead, every
//!    published figure with the records it rests on;
//! 2. `difference` sets two records against each other;
//! 3. `print` words the difference: text, Markdown for a review, JSON.
//!
//! Only what is published is compared, so nothing hidden can show.
#![expect(clippy::disallowed_methods, reason = "reads what was published, and writes the record of it")]

mod difference;
mod print;
mod record;

pub use difference::{Change, Difference, FigureChange};
pub use print::{MARKER, to_json, to_markdown, to_text};
pub use record::{Figure, FileRecord, Inputs, RecordProblem, SiteRecord};
