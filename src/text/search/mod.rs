//! Words made comparable for the search: folded, and without the affixes of their language.
//!
//! The script of the search page does the same with what people type. Both are tried on one file
//! (`tests/search/words.csv`), so that they cannot drift apart.

mod fold;
mod stem;

pub use fold::fold;
pub use stem::Stemmer;
