//! The bare words of a narrative, for the search: no marks, no addresses, no pictures.

use super::bindings::Masked;
use super::document::{self, Node};
use super::outline::push_text;
use super::{Binding, label};
use pulldown_cmark::{Event, TagEnd};

/// The words of a Markdown text. What a binding without a label says is for the caller to know.
pub fn plain(markdown: &str, name: &dyn Fn(&Binding) -> String) -> String {
    let masked = Masked::new(markdown);
    let document = document::read(&masked);
    let mut text = String::with_capacity(markdown.len());
    for (node, _) in &document.nodes {
        match node {
            Node::Binding(index) => {
                if let Some(binding) = document.bindings.get(*index) {
                    text.push_str(&binding.words().map_or_else(|| name(binding), label::words));
                }
            }
            // Words end with their block, though nothing stands between two blocks.
            Node::Event(Event::End(end)) if !is_inline(*end) => text.push('\n'),
            other => push_text(&mut text, other, &document),
        }
    }
    text
}

fn is_inline(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn only_words_are_left() {
        let source = "# Judul\n\nPe*nem*patan di [[kota-malang]] dan [[papua|Tanah Papua]], [lihat](https://example.net/x).\n\n| a | b |\n|---|---|\n| c | d |\n";
        let words = plain(source, &|binding| format!("<{}>", binding.target));
        assert_eq!(
            words.split_whitespace().collect::<Vec<_>>().join(" "),
            "Judul Penempatan di <kota-malang> dan Tanah Papua, lihat. a b c d"
        );
    }
}
