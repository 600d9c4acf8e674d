//! YAML as a tree of nodes that know their place.
//!
//! In: a text. Out: a [`Node`], or one finding that says where the text stops being YAML.
//!
//! 1. `events` makes the tree of a text in which all is in order;
//! 2. else `parse` asks serde for any value with its place, then takes plain words verbatim from the
//!    source (`012`, `NO`, `1.10` stay what was written);
//! 3. `complaint` turns the parser's words into sentences, `misplaced` finds the mistake where the parser stumbles only later;
//! 4. `remark` looks for texts of which YAML took the end for a remark.
//!
//! Deliberately absent: anchors, aliases, merge keys and tags. A record says what it says where it stands.

mod any;
mod complaint;
mod events;
mod misplaced;
mod node;
mod parse;
mod remark;
mod sentences;
#[cfg(test)]
mod tests;

pub use node::{Field, Node, Style, Text, Value};
pub use parse::parse;
