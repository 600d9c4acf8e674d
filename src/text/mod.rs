//! All that becomes words: interface words, formatted values, Markdown.
//!
//! `format` is the only way from a value to text that is shown; `search` makes words comparable.

pub mod format;
pub mod markdown;
mod messages;
pub mod search;

pub use messages::{Messages, MessagesProblem};
