//! Footnotes: numbered in the order of their first reference, gathered at the end, linked both ways.

use super::writer::Writer;
use crate::text::markdown::document::{Node, Place};
use crate::text::markdown::escape::push_attribute;
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
struct Note {
    /// Its id.
    id: String,
    /// The ids of its references.
    references: Vec<String>,
    /// The nodes of its text.
    nodes: Range<usize>,
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
                    definitions.entry(label).or_insert_with_key(|label| {
                        defined.push(label.clone());
                        start + 1..index
                    });
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
    fn text_of(&mut self, index: usize) -> Option<Range<usize>> {
        if index >= self.notes.len() {
            let unused = self.defined.find(|label| self.definitions.contains_key(label))?;
            self.note(&unused);
        }
        self.notes.get(index).map(|note| note.nodes.clone())
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

impl Writer<'_> {
    /// Writes the footnotes that were referred to, and after them those that were not.
    pub(super) fn footnotes(&mut self) {
        let body = std::mem::take(&mut self.html);
        let mut texts = Vec::new();
        while let Some(nodes) = self.notes.text_of(texts.len()) {
            self.nodes(nodes);
            texts.push(std::mem::take(&mut self.html));
        }
        self.html = body;
        if texts.is_empty() {
            return;
        }
        self.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        push_attribute(&mut self.html, &self.resolver.word("footnotes"));
        self.html.push_str("\">\n<ol>\n");
        let back = self.resolver.word("footnote_back");
        for (index, (note, text)) in self.notes.notes.iter().zip(texts).enumerate() {
            self.html.push_str("<li id=\"");
            push_attribute(&mut self.html, &note.id);
            self.html.push_str("\">");
            let (text, end) = match text.strip_suffix("</p>\n") {
                Some(open) => (open, "</p>\n"),
                None => (text.as_str(), ""),
            };
            self.html.push_str(text);
            for (nth, reference) in note.references.iter().enumerate() {
                push_back_link(&mut self.html, reference, &back, index + 1, nth + 1);
            }
            self.html.push_str(end);
            self.html.push_str("</li>\n");
        }
        self.html.push_str("</ol>\n</section>\n");
    }
}

fn push_back_link(html: &mut String, reference: &str, word: &str, number: usize, nth: usize) {
    html.push_str(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#");
    push_attribute(html, reference);
    html.push_str("\" aria-label=\"");
    push_attribute(html, word);
    html.push_str(&if nth > 1 { format!(" {number}-{nth}") } else { format!(" {number}") });
    html.push_str("\">↩\u{FE0E}</a>");
}
