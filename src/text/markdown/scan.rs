//! Lists what a narrative binds to, for the checks.

use super::bindings::Masked;
use super::document::{self, Document, Node, Raw};
use super::outline::{outline, push_text};
use super::{Reference, Scan};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// How far back the opening tag of a refused pair is looked for.
const DEEPEST: usize = 16;

/// Lists what a Markdown text binds to.
pub fn scan(markdown: &str) -> Scan {
    let masked = Masked::new(markdown);
    let document = document::read(&masked);
    let headings = outline(&document).headings.into_iter().map(|(_, heading)| heading).collect();
    let mut scanner =
        Scanner { source: markdown, document: &document, scan: Scan::default(), open: vec![], refused: vec![] };
    for (node, range) in &document.nodes {
        scanner.take(node, range);
    }
    let mut scan = scanner.scan;
    scan.references.sort_by_key(|reference| reference.range.start);
    Scan { headings, missing_labels: document.missing, ..scan }
}

struct Scanner<'a> {
    source: &'a str,
    document: &'a Document<'a>,
    scan: Scan,
    open: Vec<OpenReference>,
    /// Refused opening tags of this block: the name, and the place among the ranges.
    refused: Vec<(String, usize)>,
}

struct OpenReference {
    reference: Reference,
    link_type: LinkType,
    /// Where its text ends, so far: the address comes after.
    text_end: usize,
}

impl Scanner<'_> {
    fn take(&mut self, node: &Node<'_>, range: &Range<usize>) {
        match node {
            Node::Event(Event::Start(Tag::Link { link_type, dest_url, .. })) => {
                return self.start(*link_type, dest_url, false, range);
            }
            Node::Event(Event::Start(Tag::Image { link_type, dest_url, .. })) => {
                return self.start(*link_type, dest_url, true, range);
            }
            Node::Event(Event::End(TagEnd::Link | TagEnd::Image)) => return self.end(),
            Node::Event(Event::Start(Tag::Paragraph)) => self.refused.clear(),
            Node::Binding(index) => self.scan.bindings.extend(self.document.bindings.get(*index).cloned()),
            Node::Raw(raw) if !raw.passes => self.refuse(raw, range),
            _ => {}
        }
        if let Some(open) = self.open.last_mut() {
            push_text(&mut open.reference.text, node, self.document);
            open.text_end = open.text_end.max(range.end.min(open.reference.range.end));
        }
    }

    fn start(&mut self, link_type: LinkType, address: &str, image: bool, range: &Range<usize>) {
        let address = match link_type {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let reference = Reference { address, text: String::new(), image, range: range.clone() };
        self.open.push(OpenReference { reference, link_type, text_end: 0 });
    }

    fn end(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        if let Some(parent) = self.open.last_mut() {
            parent.reference.text.push_str(&open.reference.text);
            parent.text_end = parent.text_end.max(open.reference.range.end);
        }
        open.reference.range = self.address_range(&open);
        self.scan.references.push(open.reference);
    }

    fn address_range(&self, open: &OpenReference) -> Range<usize> {
        let whole = open.reference.range.clone();
        let address = open.reference.address.as_str();
        let (from, address) = match open.link_type {
            LinkType::Inline => (open.text_end.max(whole.start), address),
            LinkType::Autolink => (whole.start, address),
            LinkType::Email => (whole.start, address.strip_prefix("mailto:").unwrap_or(address)),
            _ => return whole,
        };
        let found =
            self.source.get(from..whole.end).filter(|_| !address.is_empty()).and_then(|rest| rest.find(address));
        found.map_or(whole, |at| from + at..from + at + address.len())
    }

    /// One range for `<b>…</b>`, not two.
    fn refuse(&mut self, raw: &Raw<'_>, range: &Range<usize>) {
        let Some(markup) = &raw.markup else { return };
        if markup.closing {
            let mut recent = self.refused.iter().enumerate().rev().take(DEEPEST);
            let opener = recent.find(|(_, (name, _))| *name == markup.name).map(|(place, (_, index))| (place, *index));
            if let Some((place, index)) = opener {
                self.refused.truncate(place);
                self.scan.raw_html.truncate(index + 1);
                if let Some(opened) = self.scan.raw_html.last_mut() {
                    opened.end = range.end;
                }
                return;
            }
        } else if !markup.name.is_empty() {
            self.refused.push((markup.name.clone(), self.scan.raw_html.len()));
        }
        self.scan.raw_html.push(range.clone());
    }
}
