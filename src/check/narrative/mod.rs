//! Stories and pages: front matter and Markdown.
//!
//! In: the text of a `.md` file. Out: first a [`RawNarrative`] (front matter as nodes, where the
//! Markdown starts), then a `Narrative` whose every link is checked.
//!
//! 1. `front` splits a file and reads the fields of its front matter;
//! 2. `links` goes through each `[[…]]`, link, picture and raw HTML of the Markdown;
//! 3. `binding` says what a `[[…]]` leads to, `target` what an ordinary address does, `inside` and `outside` the site;
//! 4. `html`, `style` and `weekday` look at what is neither;
//! 5. `retold` knows a narrative of which only words changed.

mod binding;
mod front;
mod html;
mod inside;
mod links;
mod media;
mod outside;
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
