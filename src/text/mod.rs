//! All that becomes words: interface words, formatted values, Markdown.
//!
//! `format` is the only way from a value to text that is shown.

pub mod format;
pub mod markdown;
mod messages;

pub use messages::{Messages, MessagesProblem};
