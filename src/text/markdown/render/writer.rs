//! Walks the nodes and writes the blocks.

use super::Footnotes;
use crate::text::markdown::document::{Document, Node, Raw};
use crate::text::markdown::escape::{push_attribute, push_raw_text, push_text};
use crate::text::markdown::words::WordCount;
use crate::text::markdown::{Heading, Rendered, Resolver};
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};
use std::ops::Range;

/// Writes one narrative.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) resolver: &'a dyn Resolver,
    pub(super) notes: Footnotes,
    pub(super) html: String,
    pub(super) count: WordCount,
    /// The text of the heading that is being written.
    heading: Option<(usize, String)>,
    headings: Vec<(usize, Heading)>,
    top_level: u8,
    /// Whether each open link is one in the HTML.
    pub(super) links: Vec<bool>,
    /// The addresses and titles of open pictures, and what they show.
    pub(super) pictures: Vec<super::inline::Picture>,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_rows: bool,
    /// Open block quotes: whether each is an alert.
    alerts: Vec<bool>,
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
            alerts: Vec::new(),
        }
    }

    /// Writes everything but the footnotes.
    pub(super) fn body(&mut self) {
        self.nodes(0..self.document.nodes.len());
    }

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
        for (index, (note, text)) in self.notes.notes().iter().zip(texts).enumerate() {
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

    /// The narrative as it was written.
    pub(super) fn finish(self) -> Rendered {
        let top_level = self.top_level;
        let mut headings: Vec<Heading> = self.headings.into_iter().map(|(_, heading)| heading).collect();
        for heading in &mut headings {
            heading.level = shifted(heading.level, top_level);
        }
        Rendered { html: self.html, headings, words: self.count.words }
    }

    fn nodes(&mut self, nodes: Range<usize>) {
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
            Tag::Heading { .. } => self.start_heading(index),
            Tag::BlockQuote(kind) => self.start_quote(*kind),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::List(Some(1)) => self.tag("<ol>\n"),
            Tag::List(Some(first)) => self.html.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.tag("<ul>\n"),
            Tag::Table(columns) => {
                self.columns.clone_from(columns);
                self.has_rows = false;
                self.tag("<div class=\"scroll\"><table>\n");
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

    fn start_heading(&mut self, index: usize) {
        let Ok(at) = self.headings.binary_search_by_key(&index, |(node, _)| *node) else { return };
        let heading = &self.headings[at].1;
        self.html.push_str(&format!("<h{} id=\"", shifted(heading.level, self.top_level)));
        push_attribute(&mut self.html, &heading.id);
        self.html.push_str("\">");
        self.heading = Some((at, String::new()));
    }

    fn end_heading(&mut self) {
        let Some((at, text)) = self.heading.take() else { return };
        let heading = &mut self.headings[at].1;
        heading.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.html.push_str(&format!("</h{}>\n", shifted(heading.level, self.top_level)));
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        self.alerts.push(kind.is_some());
        let Some(kind) = kind else { return self.tag("<blockquote>\n") };
        let name = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        self.html.push_str(&format!("<div class=\"alert {name}\">\n<p class=\"alert-title\">"));
        push_text(&mut self.html, &self.resolver.word(&format!("alert_{name}")));
        self.html.push_str("</p>\n");
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if language.is_empty() {
            return self.tag("<pre><code>");
        }
        self.html.push_str("<pre><code class=\"language-");
        push_attribute(&mut self.html, language);
        self.html.push_str("\">");
    }

    fn start_cell(&mut self) {
        self.html.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::Center) => " class=\"center\">",
            _ => ">",
        });
    }

    fn task(&mut self, done: bool) {
        let (checked, word) = if done { (" checked", "task_done") } else { ("", "task_open") };
        self.html.push_str(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\""));
        push_attribute(&mut self.html, &self.resolver.word(word));
        self.html.push_str("\"> ");
    }

    fn raw(&mut self, raw: &Raw<'_>) {
        match &raw.markup {
            Some(markup) if raw.passes => {
                if markup.name == "br" {
                    return self.line_end("<br>");
                }
                let slash = if markup.closing { "/" } else { "" };
                let mut tag = format!("<{slash}{}", markup.name);
                if let Some((name, value)) = markup.attribute.as_ref().filter(|_| !markup.closing) {
                    tag.push_str(&format!(" {name}"));
                    if !value.is_empty() {
                        tag.push_str("=\"");
                        let mut escaped = String::new();
                        push_raw_text(&mut escaped, value);
                        tag.push_str(&escaped.replace('"', "&quot;").replace('\'', "&#39;"));
                        tag.push('"');
                    }
                }
                tag.push('>');
                self.tag(&tag);
            }
            Some(_) => self.text(&raw.text),
            None if self.pictures.is_empty() => {
                self.read_text(&raw.text);
                push_raw_text(&mut self.html, &raw.text);
            }
            None => self.text(&raw.text),
        }
    }

    /// Writes a line end, of the HTML or of what a picture shows.
    fn line_end(&mut self, html: &str) {
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

    fn read_text(&mut self, text: &str) {
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
fn shifted(level: u8, top_level: u8) -> u8 {
    level.saturating_add(top_level.max(1) - 1).min(6)
}

fn push_back_link(html: &mut String, reference: &str, word: &str, number: usize, nth: usize) {
    html.push_str(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#");
    push_attribute(html, reference);
    html.push_str("\" aria-label=\"");
    push_attribute(html, word);
    html.push_str(&if nth > 1 { format!(" {number}-{nth}") } else { format!(" {number}") });
    html.push_str("\">↩\u{FE0E}</a>");
}
