//! Footnotes: numbered in the order of their first reference, gathered at the end, linked both ways.

use crate::text::markdown::document::{Node, Place};
use crate::text::markdown::slugs::Ids;
use crate::value::slugify;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// The notes of a narrative.
pub(super) struct Footnotes {
    /// In the order of their numbers.
    notes: Vec<Note>,
    by_label: BTreeMap<String, usize>,
    /// Nodes of the definitions that no reference has reached yet.
    definitions: BTreeMap<String, Range<usize>>,
    /// Labels in the order of their definitions.
    defined: std::vec::IntoIter<String>,
    ids: Ids,
}

/// A note that was referred to.
pub(super) struct Note {
    /// Its id.
    pub(super) id: String,
    /// The ids of its references.
    pub(super) references: Vec<String>,
    /// The nodes of its text.
    pub(super) nodes: Range<usize>,
    slug: String,
}

impl Footnotes {
    /// Finds the definitions; `ids` are those of the headings.
    pub(super) fn new(nodes: &[Place<'_>], ids: Ids) -> Self {
        let mut definitions = BTreeMap::new();
        let mut defined = Vec::new();
        let mut open: Vec<(String, usize)> = Vec::new();
        for (index, (node, _)) in nodes.iter().enumerate() {
            match node {
                Node::Event(Event::Start(Tag::FootnoteDefinition(label))) => open.push((label.to_string(), index)),
                Node::Event(Event::End(TagEnd::FootnoteDefinition)) => {
                    let Some((label, start)) = open.pop() else { continue };
                    if !definitions.contains_key(&label) {
                        defined.push(label.clone());
                        definitions.insert(label, start + 1..index);
                    }
                }
                _ => {}
            }
        }
        Self { notes: Vec::new(), by_label: BTreeMap::new(), definitions, defined: defined.into_iter(), ids }
    }

    /// The number of a note, its id, and the id of this reference to it if it is a link; none where there is no such note.
    pub(super) fn refer(&mut self, label: &str, linked: bool) -> Option<(usize, String, Option<String>)> {
        let index = self.note(label)?;
        let note = &mut self.notes[index];
        if !linked {
            return Some((index + 1, note.id.clone(), None));
        }
        let reference = self.ids.take(&format!("fnref-{}", note.slug));
        note.references.push(reference.clone());
        Some((index + 1, note.id.clone(), Some(reference)))
    }

    /// The text of the note at `index` of the order; after the last, those that nothing refers to.
    pub(super) fn text_of(&mut self, index: usize) -> Option<Range<usize>> {
        if index >= self.notes.len() {
            let unused = self.defined.find(|label| self.definitions.contains_key(label))?;
            self.note(&unused);
        }
        self.notes.get(index).map(|note| note.nodes.clone())
    }

    /// Every note in order.
    pub(super) fn notes(&self) -> &[Note] {
        &self.notes
    }

    fn note(&mut self, label: &str) -> Option<usize> {
        if let Some(index) = self.by_label.get(label) {
            return Some(*index);
        }
        let nodes = self.definitions.remove(label)?;
        let slug = Some(slugify(label)).filter(|slug| !slug.is_empty());
        let slug = slug.unwrap_or_else(|| (self.notes.len() + 1).to_string());
        let id = self.ids.take(&format!("fn-{slug}"));
        self.notes.push(Note { id, references: Vec::new(), nodes, slug });
        self.by_label.insert(label.to_owned(), self.notes.len() - 1);
        Some(self.notes.len() - 1)
    }
}
