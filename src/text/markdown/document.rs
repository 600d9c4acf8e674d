//! Markdown as a row of nodes, the same for `scan` and `render`.
//!
//! 1. bindings are masked, 2. the text is parsed, 3. texts are cut at their bindings, raw HTML into its tags,
//! 4. raw HTML is judged, 5. bindings on lines of their own are taken out of their paragraphs.

use super::bindings::Masked;
use super::html_filter;
use super::markup::Markup;
use super::unread::unread_at;
use super::{Binding, block_lines};
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What the content model calls Markdown. Wiki links are ours, so the parser's are off.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// A step of the narrative.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// Anything of Markdown but raw HTML.
    Event(Event<'a>),
    /// The binding at this place of [`Document::bindings`].
    Binding(usize),
    /// Raw HTML.
    Raw(Raw<'a>),
}

/// A tag, comment or stretch of text of raw HTML.
#[derive(Debug)]
pub(super) struct Raw<'a> {
    /// As written.
    pub(super) text: CowStr<'a>,
    /// What it is, unless it is text.
    pub(super) markup: Option<Markup>,
    /// It is one of the few tags that pass, and its pair does too.
    pub(super) passes: bool,
}

/// A node and its bytes.
pub(super) type Place<'a> = (Node<'a>, Range<usize>);

/// A parsed narrative.
#[derive(Debug)]
pub(super) struct Document<'a> {
    /// In order.
    pub(super) nodes: Vec<Place<'a>>,
    /// Every binding of the source, those in code too.
    pub(super) bindings: Vec<Binding>,
    /// Labels without definition, with their bytes.
    pub(super) missing: Vec<(String, Range<usize>)>,
    /// `[[…]]` that is none.
    pub(super) unread: Vec<Range<usize>>,
}

/// Parses a masked narrative.
pub(super) fn read<'a>(masked: &'a Masked<'a>) -> Document<'a> {
    let mut missing = Vec::new();
    let note_missing = |broken: BrokenLink<'a>| {
        // The parser leaves the empty brackets of `[text][]` out.
        let brackets = match broken.link_type {
            LinkType::Reference => 0,
            LinkType::Collapsed => "[]".len(),
            _ => return None,
        };
        missing.push((masked.restore(broken.reference).into_string(), broken.span.start..broken.span.end + brackets));
        None
    };
    let mut reader = Reader {
        masked,
        nodes: Vec::new(),
        missing_notes: Vec::new(),
        unread: Vec::new(),
        verbatim: false,
        hidden_until: 0,
    };
    let parser = Parser::new_with_broken_link_callback(masked.text(), OPTIONS, Some(note_missing));
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, range);
    }
    missing.extend(reader.missing_notes);
    let unread = reader.unread;
    let mut nodes = html_filter::judge(reader.nodes);
    let mut bindings = masked.bindings().to_vec();
    if bindings.iter().any(|binding| masked.source_at(&binding.range).starts_with('!')) {
        nodes = block_lines::separate(nodes, &mut bindings, |at: &Range<usize>| masked.source_at(at).starts_with('!'));
    }
    missing.sort_by_key(|(_, range)| range.start);
    missing.dedup();
    Document { nodes, bindings, missing, unread }
}

struct Reader<'a> {
    masked: &'a Masked<'a>,
    nodes: Vec<Place<'a>>,
    /// Labels of footnotes that are not defined: the parser leaves them as text.
    missing_notes: Vec<(String, Range<usize>)>,
    /// Brackets that were meant as bindings.
    unread: Vec<Range<usize>>,
    /// Inside code or `<https://…>`, where brackets are brackets.
    verbatim: bool,
    /// The end of the binding that was read last: what lies before is its label.
    hidden_until: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Text(text) if self.verbatim => {
                let text = self.original(text, &range);
                self.push(Event::Text(text), range);
            }
            Event::Text(text) => self.text(text, range),
            Event::Code(text) => {
                let text = self.masked.restore(text);
                self.push(Event::Code(text), range);
            }
            Event::FootnoteReference(label) => {
                let label = self.masked.restore(label);
                self.push(Event::FootnoteReference(label), range);
            }
            Event::Html(text) => {
                let text = self.original(text, &range);
                let pieces = html_filter::pieces(text, range);
                self.nodes.extend(pieces.into_iter().map(|(raw, range)| (Node::Raw(raw), range)));
            }
            Event::InlineHtml(text) => {
                let text = self.original(text, &range);
                let markup = Some(Markup::read(&text, false));
                self.nodes.push((Node::Raw(Raw { text, markup, passes: false }), range));
            }
            Event::SoftBreak | Event::HardBreak if range.start < self.hidden_until => {}
            Event::Start(tag) => {
                self.verbatim |= is_verbatim(&tag);
                let tag = self.restored(tag);
                self.push(Event::Start(tag), range);
            }
            Event::End(tag) => {
                self.verbatim &= !matches!(tag, TagEnd::CodeBlock | TagEnd::Link);
                self.push(Event::End(tag), range);
            }
            other => self.push(other, range),
        }
    }

    /// Cuts a text at its bindings. One that the parser changed (an entity, an escape) holds none.
    fn text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        let Some(source) = self.masked.source_of(&text, &range) else {
            let text = self.masked.restore(text);
            return self.push(Event::Text(text), range);
        };
        self.note_missing(&range);
        self.note_unread(&range);
        let bindings = self.masked.bindings();
        let mut done = range.start.max(self.hidden_until.min(range.end));
        let mut next = bindings.partition_point(|binding| binding.range.start < done);
        while let Some(binding) = bindings.get(next).filter(|binding| binding.range.start < range.end) {
            self.plain(source, &range, done..binding.range.start);
            self.nodes.push((Node::Binding(next), binding.range.clone()));
            self.hidden_until = binding.range.end;
            done = binding.range.end.min(range.end);
            next += 1;
        }
        self.plain(source, &range, done..range.end);
    }

    /// Notes `[^label]` where a text begins with it.
    fn note_missing(&mut self, range: &Range<usize>) {
        let Some(label) = self.masked.text().get(range.start..).and_then(|rest| rest.strip_prefix("[^")) else {
            return;
        };
        let escaped = range.start > 0 && self.masked.text().as_bytes()[range.start - 1] == b'\\';
        let end = label.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']')).unwrap_or(label.len());
        if end > 0 && !escaped && label[end..].starts_with(']') {
            let place = range.start..range.start + "[^]".len() + end;
            self.missing_notes.push((format!("^{}", &label[..end]), place));
        }
    }

    /// Notes `[[…]]` that is no binding where a text begins with it.
    fn note_unread(&mut self, range: &Range<usize>) {
        let done = self.unread.last().map_or(0, |last| last.end);
        if range.start >= done {
            self.unread.extend(unread_at(self.masked.text(), range.start));
        }
    }

    /// The part of `source` (the bytes `whole`) that lies at `part`.
    fn plain(&mut self, source: &'a str, whole: &Range<usize>, part: Range<usize>) {
        let text = source.get(part.start - whole.start..part.end - whole.start).unwrap_or_default();
        if !text.is_empty() {
            self.push(Event::Text(text.into()), part);
        }
    }

    fn original(&self, text: CowStr<'a>, range: &Range<usize>) -> CowStr<'a> {
        match self.masked.source_of(&text, range) {
            Some(source) => source.into(),
            None => self.masked.restore(text),
        }
    }

    fn restored(&self, tag: Tag<'a>) -> Tag<'a> {
        let text = |text| self.masked.restore(text);
        match tag {
            Tag::Link { link_type, dest_url, title, id } => {
                Tag::Link { link_type, dest_url: text(dest_url), title: text(title), id }
            }
            Tag::Image { link_type, dest_url, title, id } => {
                Tag::Image { link_type, dest_url: text(dest_url), title: text(title), id }
            }
            Tag::Heading { level, id, classes, attrs } => Tag::Heading { level, id: id.map(text), classes, attrs },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Tag::CodeBlock(CodeBlockKind::Fenced(text(info))),
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(text(label)),
            other => other,
        }
    }

    fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        self.nodes.push((Node::Event(event), range));
    }
}

fn is_verbatim(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(_) | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. })
}
