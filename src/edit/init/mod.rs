//! A new site: a small one that builds, with an example of every kind, to be filled and changed.
//!
//! In: the language, and whether the regions of Indonesia are wanted. Out: files, put into a folder as one.
//!
//! 1. `records` writes the example records as `new` would, from a table a language;
//! 2. `regions` takes the regions of this repository along, with their notice;
//! 3. `files` gathers all of it: settings, prose, editors, workflows;
//! 4. `put` puts it into an empty folder, or leaves the folder as it was.

mod files;
mod put;
mod records;
mod regions;

pub use files::{Wish, files};
pub use put::{InitProblem, put};
