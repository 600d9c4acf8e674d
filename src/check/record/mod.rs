//! From fields to typed values; every field that is wrong is reported, and reading goes on.
//!
//! [`Fields`] is a table that is being read: each field is asked for once, with the reader of its
//! value; what was never asked for is unknown ([`Fields::finish`]). A reader is a function from a
//! node to a value, and says itself what is wrong with the node.

pub(in crate::check) mod fields;
mod numbers;
mod place;
mod reference;
pub(in crate::check) mod scope;
pub(in crate::check) mod texts;
mod times;
mod trap;
mod unknown;

pub use fields::Fields;
pub use numbers::{count, flag, number_text, size, whole};
pub use place::place;
pub use reference::{id_of_kind, reference, resolve};
pub use scope::{Context, Medium, Scope};
pub use texts::{code, email, id, language, localized, text, url, word};
pub use times::{date, duration, instant};

use super::yaml::Node;
use crate::diag::Located;

/// Keeps the place of what `read` reads.
pub fn located<'a, T>(
    read: impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T>,
) -> impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<Located<T>> {
    move |node, scope| read(node, scope).map(|value| Located::new(value, node.span))
}
