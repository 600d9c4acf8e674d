//! What we tell people: places, codes, diagnostics, suggestions, and the printers.
//!
//! A step pushes [`Diagnostic`]s into a [`Report`]; nothing stops at the first. `emit/` prints.

mod bilingual;
mod code;
mod counts;
mod diagnostic;
pub mod emit;
mod explain;
mod fix;
mod lines;
mod report;
mod span;
mod suggest;

pub use bilingual::Bilingual;
pub use code::{Code, Severity};
pub use counts::Counts;
pub use diagnostic::Diagnostic;
pub use explain::{Explanation, explanation};
pub use fix::{Edit, Fix};
pub use lines::{Lines, SharedLines};
pub use report::Report;
pub use span::{FileId, Located, Places, Span};
pub use suggest::suggest;
