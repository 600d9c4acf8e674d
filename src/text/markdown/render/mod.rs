//! Writes the nodes of a narrative as HTML.
//!
//! `writer` walks the nodes and knows the blocks; `inline` writes links, pictures and bindings; `footnotes`
//! gathers the notes and puts them at the end. No attribute is ever copied from the narrative but addresses,
//! titles and ids.

mod footnotes;
mod inline;
mod writer;

use super::bindings::Masked;
use super::outline::outline;
use super::{Rendered, Resolver, document};
use footnotes::Footnotes;
use writer::Writer;

/// Renders a Markdown text. `top_level` is the level that a level-1 heading gets (2 below a page title);
/// the levels of [`Rendered::headings`] are those of the HTML.
pub fn render(markdown: &str, top_level: u8, resolver: &dyn Resolver) -> Rendered {
    let masked = Masked::new(markdown);
    let document = document::read(&masked);
    let outline = outline(&document);
    let notes = Footnotes::new(&document.nodes, outline.ids);
    let mut writer = Writer::new(&document, outline.headings, notes, top_level, resolver);
    writer.body();
    writer.footnotes();
    writer.finish()
}
