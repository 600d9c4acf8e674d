//! Walks the nodes, and writes what is only a pair of tags.

use super::Footnotes;
use crate::text::markdown::document::{Document, Node};
use crate::text::markdown::escape::{push_attribute, push_text};
use crate::text::markdown::words::WordCount;
use crate::text::markdown::{Heading, Rendered, Resolver};
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use std::ops::Range;

/// Writes one narrative.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) resolver: &'a dyn Resolver,
    pub(super) notes: Footnotes,
    pub(super) html: String,
    pub(super) count: WordCount,
    /// The text of the heading that is being written.
    pub(super) heading: Option<(usize, String)>,
    pub(super) headings: Vec<(usize, Heading)>,
    pub(super) top_level: u8,
    /// Whether each open link is one in the HTML.
    pub(super) links: Vec<bool>,
    /// The addresses and titles of open pictures, and what they show.
    pub(super) pictures: Vec<super::inline::Picture>,
    pub(super) columns: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    has_rows: bool,
    /// The next picture stands alone and has a caption.
    pub(super) captioned: bool,
    /// The open paragraph is a figure.
    figure: bool,
    /// Open block quotes: whether each is an alert.
    pub(super) alerts: Vec<bool>,
}

impl<'a> Writer<'a> {
    /// A writer at the beginning of a document.
    pub(super) fn new(
        document: &'a Document<'a>,
        headings: Vec<(usize, Heading)>,
        notes: Footnotes,
        top_level: u8,
        resolver: &'a dyn Resolver,
    ) -> Self {
        Self {
            document,
            resolver,
            notes,
            html: String::new(),
            count: WordCount::default(),
            heading: None,
            headings,
            top_level,
            links: Vec::new(),
            pictures: Vec::new(),
            columns: Vec::new(),
            column: 0,
            in_head: false,
            has_rows: false,
            captioned: false,
            figure: false,
            alerts: Vec::new(),
        }
    }

    /// Writes everything but the footnotes.
    pub(super) fn body(&mut self) {
        self.nodes(0..self.document.nodes.len());
    }

    /// The narrative as it was written.
    pub(super) fn finish(self) -> Rendered {
        let top_level = self.top_level;
        let mut headings: Vec<Heading> = self.headings.into_iter().map(|(_, heading)| heading).collect();
        for heading in &mut headings {
            heading.level = shifted(heading.level, top_level);
        }
        Rendered { html: self.html, headings, words: self.count.words }
    }

    /// Writes some of the nodes; definitions of footnotes are passed over.
    pub(super) fn nodes(&mut self, nodes: Range<usize>) {
        let mut definitions = 0_usize;
        let document = self.document;
        for index in nodes {
            let Some((node, _)) = document.nodes.get(index) else { return };
            match node {
                Node::Event(Event::Start(Tag::FootnoteDefinition(_))) => definitions += 1,
                Node::Event(Event::End(TagEnd::FootnoteDefinition)) => definitions = definitions.saturating_sub(1),
                _ if definitions > 0 => {}
                Node::Event(Event::Start(tag)) => self.start(index, tag),
                Node::Event(Event::End(tag)) => self.end(*tag),
                Node::Event(event) => self.event(event),
                Node::Binding(binding) => self.binding(*binding),
                Node::Raw(raw) => self.raw(raw),
            }
        }
    }

    /// Writes words that are not among the nodes.
    pub(super) fn events(&mut self, events: &[Event<'_>]) {
        for event in events {
            match event {
                Event::Start(tag) => self.start(0, tag),
                Event::End(tag) => self.end(*tag),
                event => self.event(event),
            }
        }
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => self.text(text),
            Event::Code(text) => {
                self.tag("<code>");
                self.text(text);
                self.tag("</code>");
            }
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::SoftBreak => self.line_end("\n"),
            Event::HardBreak => self.line_end("<br>\n"),
            Event::Rule => self.tag("<hr>\n"),
            Event::TaskListMarker(done) => self.task(*done),
            _ => {}
        }
    }

    fn start(&mut self, index: usize, tag: &Tag<'_>) {
        if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }) {
            self.count.pause();
        }
        match tag {
            Tag::Paragraph if self.is_figure(index) => {
                (self.captioned, self.figure) = (true, true);
                self.tag("<figure>");
            }
            Tag::Heading { .. } => self.start_heading(index),
            Tag::BlockQuote(kind) => self.start_quote(*kind),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::List(Some(1)) => self.tag("<ol>\n"),
            Tag::List(Some(first)) => self.html.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.tag("<ul>\n"),
            Tag::Table(columns) => {
                self.columns.clone_from(columns);
                self.has_rows = false;
                let label = self.resolver.word("table_scrolls");
                self.tag("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
                push_attribute(&mut self.html, &label);
                self.tag("\"><table>\n");
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.tag("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.tag(if self.has_rows { "<tr>" } else { "<tbody>\n<tr>" });
                self.has_rows = true;
            }
            Tag::TableCell => self.start_cell(),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(*link_type, dest_url, title),
            Tag::Image { dest_url, title, .. } => self.start_picture(dest_url, title),
            other => self.tag(pair(other.to_end()).0),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) {
            self.count.pause();
        }
        match tag {
            TagEnd::Paragraph if std::mem::take(&mut self.figure) => self.tag("</figure>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => {
                let alert = self.alerts.pop().unwrap_or_default();
                self.tag(if alert { "</div>\n" } else { "</blockquote>\n" });
            }
            TagEnd::CodeBlock => self.tag("</code></pre>\n"),
            TagEnd::List(true) => self.tag("</ol>\n"),
            TagEnd::List(false) => self.tag("</ul>\n"),
            TagEnd::Table => self.tag(if self.has_rows { "</tbody>\n</table></div>\n" } else { "</table></div>\n" }),
            TagEnd::TableHead => {
                self.in_head = false;
                self.tag("</tr></thead>\n");
            }
            TagEnd::TableRow => self.tag("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.tag(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_picture(),
            other => self.tag(pair(other).1),
        }
    }

    /// Writes a line end, of the HTML or of what a picture shows.
    pub(super) fn line_end(&mut self, html: &str) {
        self.read_text(" ");
        match self.pictures.last_mut() {
            Some(picture) => picture.shows.push(' '),
            None => self.html.push_str(html),
        }
    }

    /// Writes a tag; the words of a picture have none.
    pub(super) fn tag(&mut self, html: &str) {
        if self.pictures.is_empty() {
            self.html.push_str(html);
        }
    }

    /// Writes words.
    pub(super) fn text(&mut self, text: &str) {
        self.read_text(text);
        match self.pictures.last_mut() {
            Some(picture) => picture.shows.push_str(text),
            None => push_text(&mut self.html, text),
        }
    }

    /// Counts words, and keeps those of a heading.
    pub(super) fn read_text(&mut self, text: &str) {
        self.count.read(text);
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(text);
        }
    }
}

/// The tags around what needs nothing else.
fn pair(tag: TagEnd) -> (&'static str, &'static str) {
    match tag {
        TagEnd::Paragraph => ("<p>", "</p>\n"),
        TagEnd::Item => ("<li>", "</li>\n"),
        TagEnd::DefinitionList => ("<dl>\n", "</dl>\n"),
        TagEnd::DefinitionListTitle => ("<dt>", "</dt>\n"),
        TagEnd::DefinitionListDefinition => ("<dd>", "</dd>\n"),
        TagEnd::Emphasis => ("<em>", "</em>"),
        TagEnd::Strong => ("<strong>", "</strong>"),
        TagEnd::Strikethrough => ("<del>", "</del>"),
        TagEnd::Superscript => ("<sup>", "</sup>"),
        TagEnd::Subscript => ("<sub>", "</sub>"),
        _ => ("", ""),
    }
}

/// The level in the page: a level-1 heading gets `top_level`, none gets below 6.
pub(super) fn shifted(level: u8, top_level: u8) -> u8 {
    level.saturating_add(top_level.max(1) - 1).min(6)
}
