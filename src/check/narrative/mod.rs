//! Stories and pages: front matter and Markdown.
//!
//! In: the text of a `.md` file. Out: first a [`RawNarrative`] (front matter as nodes, where the
//! Markdown starts), then a `Narrative` whose every link is checked.
//!
//! 1. `front` splits a file and reads the fields of its front matter;
//! 2. `links` checks each `[[…]]`, link and picture of the Markdown;
//! 3. `target` says what an ordinary address leads to;
//! 4. `retold` knows a narrative of which only words changed.

mod front;
mod links;
mod media;
mod raw;
mod retold;
mod style;
mod target;
mod weekday;

pub use front::read;
pub(in crate::check) use front::read_fields;
pub use links::link_all;
pub use raw::{RawNarrative, front_matter};
pub use retold::{Retold, retold};
pub(in crate::check) use target::joined;
