//! From values to shown text, in the words of a language. There is no other way.
//!
//! Signs, month names and patterns are words of the theme (`format_…`); this folder only decides which
//! of them a value takes. `fixture` lists them all for the tests.

mod dates;
mod durations;
#[cfg(test)]
mod fixture;
mod lists;
mod numbers;

use super::Messages;

/// Formats values with the words of one language (month names, signs, patterns are among them).
#[derive(Clone, Copy, Debug)]
pub struct Formatter<'m> {
    messages: &'m Messages,
}

impl<'m> Formatter<'m> {
    /// A formatter with the words of `messages`.
    pub fn new(messages: &'m Messages) -> Self {
        Self { messages }
    }
}
