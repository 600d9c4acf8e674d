//! The headings of a narrative and their ids.

use super::document::{Document, Node};
use super::slugs::Ids;
use super::{Heading, label};
use crate::value::slugify;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The id of a heading whose text gives none.
const NAMELESS: &str = "section";

/// The headings of a document.
pub(super) struct Outline {
    /// In order, with the place of their start among the nodes.
    pub(super) headings: Vec<(usize, Heading)>,
    /// The ids that they took.
    pub(super) ids: Ids,
}

/// Lists the headings. Bindings count by their words or key, so that ids do not change with the records.
///
/// Written ids are taken first: `{#hasil}` keeps its address though a heading "Hasil" stands before it.
pub(super) fn outline(document: &Document<'_>) -> Outline {
    let mut drafts: Vec<(usize, Heading, Option<String>)> = Vec::new();
    let mut open = false;
    for (index, (node, range)) in document.nodes.iter().enumerate() {
        if let Node::Event(Event::Start(Tag::Heading { level, id, .. })) = node {
            let level = u8::try_from(*level as usize).unwrap_or(6);
            let written = id.as_ref().map(|id| written_id(id)).filter(|id| !id.is_empty());
            drafts.push((
                index,
                Heading { level, text: String::new(), id: String::new(), range: range.clone() },
                written,
            ));
            open = true;
        } else if let Node::Event(Event::End(TagEnd::Heading(_))) = node {
            open = false;
        } else if let Some((_, heading, _)) = drafts.last_mut().filter(|_| open) {
            push_text(&mut heading.text, node, document);
        }
    }
    let mut ids = Ids::default();
    for (_, heading, written) in &mut drafts {
        heading.text = heading.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(written) = written {
            heading.id = ids.take(written);
        }
    }
    for (_, heading, _) in drafts.iter_mut().filter(|(_, heading, _)| heading.id.is_empty()) {
        let slug = slugify(&heading.text);
        heading.id = ids.take(if slug.is_empty() { NAMELESS } else { &slug });
    }
    Outline { headings: drafts.into_iter().map(|(index, heading, _)| (index, heading)).collect(), ids }
}

/// What a node adds to the plain text around it; bindings by their words or key.
pub(super) fn push_text(text: &mut String, node: &Node<'_>, document: &Document<'_>) {
    match node {
        Node::Event(Event::Text(words) | Event::Code(words)) => text.push_str(words),
        Node::Event(Event::SoftBreak | Event::HardBreak) => text.push(' '),
        Node::Raw(raw) if !raw.passes => text.push_str(&raw.text),
        Node::Binding(index) => {
            if let Some(binding) = document.bindings.get(*index) {
                text.push_str(&binding.words().map_or_else(|| binding.key.clone(), label::words));
            }
        }
        _ => {}
    }
}

/// An id may hold anything but blanks.
fn written_id(id: &CowStr<'_>) -> String {
    id.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}
