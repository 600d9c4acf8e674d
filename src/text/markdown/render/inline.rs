//! Links, pictures, bindings and references to footnotes. A link never holds another.

use super::writer::Writer;
use crate::text::markdown::document::Node;
use crate::text::markdown::escape::{is_safe, push_address, push_attribute, push_text};
use crate::text::markdown::{Binding, Shown, Target, label};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// A picture whose words are being read.
pub(super) struct Picture {
    shown: Option<Shown>,
    title: String,
    /// It stands alone, and its title is written below it.
    captioned: bool,
    /// The words so far.
    pub(super) shows: String,
}

impl Writer<'_> {
    /// Opens a link; without address only its words are shown.
    pub(super) fn start_link(&mut self, link_type: LinkType, address: &str, title: &str) {
        let address = match link_type {
            LinkType::Email => self.address(&format!("mailto:{address}")),
            _ => self.address(address),
        };
        let address = address.filter(|_| self.may_link());
        self.links.push(address.is_some());
        if let Some(address) = address {
            self.html.push_str("<a href=\"");
            push_address(&mut self.html, &address);
            self.title(title);
            self.html.push_str("\">");
        }
    }

    /// Closes a link, if it was one.
    pub(super) fn end_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.html.push_str("</a>");
        }
    }

    /// Begins to read what a picture shows.
    pub(super) fn start_picture(&mut self, address: &str, title: &str) {
        let plain = |src| Shown { src, lazy: true, ..Shown::default() };
        let shown = self.resolver.picture(address).or_else(|| self.address(address).map(plain));
        let captioned = std::mem::take(&mut self.captioned);
        self.pictures.push(Picture { shown, title: title.to_owned(), captioned, shows: String::new() });
    }

    /// Writes a picture; without address, or inside the words of another, only what it shows.
    pub(super) fn end_picture(&mut self) {
        let Some(picture) = self.pictures.pop() else { return };
        if let Some(outer) = self.pictures.last_mut() {
            outer.shows.push_str(&picture.shows);
            return;
        }
        let Some(shown) = picture.shown else {
            return push_text(&mut self.html, &picture.shows);
        };
        self.html.push_str("<img src=\"");
        push_address(&mut self.html, &shown.src);
        if !shown.srcset.is_empty() {
            self.html.push_str("\" srcset=\"");
            push_attribute(&mut self.html, &shown.srcset);
            self.html.push_str("\" sizes=\"");
            push_attribute(&mut self.html, &shown.sizes);
        }
        if shown.size.0 > 0 {
            self.html.push_str(&format!("\" width=\"{}\" height=\"{}", shown.size.0, shown.size.1));
        }
        self.html.push_str("\" alt=\"");
        push_attribute(&mut self.html, picture.shows.trim());
        if !picture.captioned {
            self.title(&picture.title);
        }
        self.html.push_str(if shown.lazy { "\" loading=\"lazy\">" } else { "\">" });
        if picture.captioned {
            self.html.push_str("\n<figcaption>");
            push_text(&mut self.html, &picture.title);
            self.html.push_str("</figcaption>");
        }
    }

    /// Whether the paragraph that begins at `index` holds just one picture with a title: a figure with its caption.
    pub(super) fn is_figure(&self, index: usize) -> bool {
        let event = |at: usize| match self.document.nodes.get(at) {
            Some((Node::Event(event), _)) => Some(event),
            _ => None,
        };
        let titled =
            |event: &Event<'_>| matches!(event, Event::Start(Tag::Image { title, .. }) if !title.trim().is_empty());
        if !event(index + 1).is_some_and(titled) {
            return false;
        }
        let mut depth = 0_usize;
        for at in index + 1..self.document.nodes.len() {
            match event(at) {
                Some(Event::Start(Tag::Image { .. })) => depth += 1,
                Some(Event::End(TagEnd::Image)) if depth == 1 => {
                    return matches!(event(at + 1), Some(Event::End(TagEnd::Paragraph)));
                }
                Some(Event::End(TagEnd::Image)) => depth -= 1,
                _ => {}
            }
        }
        false
    }

    /// Writes what a binding leads to.
    pub(super) fn binding(&mut self, index: usize) {
        let document = self.document;
        let Some(binding) = document.bindings.get(index) else { return };
        let block = binding.block;
        let target = self.resolver.binding(&binding.key, block);
        if let (true, Some(Target::Block(html))) = (block, &target) {
            self.html.push_str(html);
            return self.html.push('\n');
        }
        if block {
            self.tag("<p>");
        }
        self.target(binding, target);
        if block {
            self.tag("</p>\n");
        }
    }

    fn target(&mut self, binding: &Binding, target: Option<Target>) {
        let label = binding.words();
        match target {
            Some(Target::Link { href, text, lang }) => {
                let lang = lang.filter(|_| label.is_none());
                let is_link = self.may_link() && is_safe(&href);
                if is_link {
                    self.html.push_str("<a href=\"");
                    push_address(&mut self.html, &href);
                    self.lang(lang.as_deref());
                    self.html.push_str("\">");
                }
                self.words_of(label, &text);
                if is_link {
                    self.html.push_str("</a>");
                }
            }
            Some(Target::Text(text)) => self.words_of(label, &text),
            Some(Target::Block(_)) | None => self.words_of(label, &binding.key),
        }
    }

    /// Writes a label with its bold and italic words, else the name.
    fn words_of(&mut self, label: Option<&str>, name: &str) {
        match label {
            Some(label) => self.events(&label::events(label)),
            None => self.text(name),
        }
    }

    /// Writes the number of a footnote.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        if !self.pictures.is_empty() {
            return;
        }
        let linked = self.may_link();
        let Some((number, note, reference)) = self.notes.refer(label, linked) else { return };
        let Some(reference) = reference else {
            return self.html.push_str(&format!("<sup>{number}</sup>"));
        };
        self.html.push_str("<sup class=\"footnote-ref\"><a role=\"doc-noteref\" href=\"#");
        push_attribute(&mut self.html, &note);
        self.html.push_str("\" id=\"");
        push_attribute(&mut self.html, &reference);
        self.html.push_str(&format!("\">{number}</a></sup>"));
    }

    fn may_link(&self) -> bool {
        self.pictures.is_empty() && !self.links.contains(&true)
    }

    /// The address to write, if it is published and runs nothing, whatever the resolver says.
    fn address(&self, address: &str) -> Option<String> {
        if !is_safe(address) {
            return None;
        }
        self.resolver.address(address).filter(|address| is_safe(address))
    }

    /// Goes on inside an open attribute.
    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.html.push_str("\" title=\"");
            push_attribute(&mut self.html, title);
        }
    }

    /// Goes on inside an open attribute.
    fn lang(&mut self, lang: Option<&str>) {
        if let Some(lang) = lang {
            self.html.push_str("\" lang=\"");
            push_attribute(&mut self.html, lang);
        }
    }
}
