//! From text to nodes, straight from the events of the parser: the way for texts in which all is in order.
//!
//! Whatever is not plain (a mistake, an anchor, a tag, a name that comes twice, a second document, great depth) gives no
//! tree here; then `parse` goes the slow way, which has words for it. Both ways give the same tree (a test compares them).

use super::{Field, Node, Style, Text, Value};
use crate::diag::{FileId, Span};
use granit_parser::{Event, Options, Parser, ScalarStyle, StrInput};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Deeper, or larger, than records are: the slow way counts exactly.
const DEPTH: usize = 16;
const EVENTS: usize = 2_000_000;
const BYTES: usize = 1 << 28;

/// Names of one table that are compared one by one; of more a set is made.
const FEW: usize = 24;

/// The tree of a text in which all is in order; places are `offset` and more.
pub fn plain_tree(file: FileId, text: &str, offset: usize) -> Option<Node<'_>> {
    // Lines for the parser itself (`%YAML 1.2`) are rare enough to be left to the careful way.
    if text.len() > BYTES || text.starts_with('%') || text.contains("\n%") {
        return None;
    }
    let mut options = Options::default();
    options.set_emit_comments(false);
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = Reader { file, text, offset, parser, at: 0, events: 0 };
    matches!(reader.next()?, (Event::StreamStart, ..)).then_some(())?;
    matches!(reader.next()?, (Event::DocumentStart(_, None), ..)).then_some(())?;
    let first = reader.next()?;
    let root = reader.node(first, 0)?;
    matches!(reader.next()?, (Event::DocumentEnd, ..)).then_some(())?;
    matches!(reader.next()?, (Event::StreamEnd, ..)).then_some(())?;
    Some(root)
}

/// An event and the bytes where it stands.
type Placed<'s> = (Event<'s>, usize, usize);

struct Reader<'s> {
    file: FileId,
    text: &'s str,
    offset: usize,
    parser: Parser<'s, StrInput<'s>>,
    /// The end of the last text.
    at: usize,
    events: usize,
}

impl<'s> Reader<'s> {
    fn next(&mut self) -> Option<Placed<'s>> {
        self.events += 1;
        if self.events > EVENTS {
            return None;
        }
        let (event, span) = self.parser.next_event()?.ok()?;
        let place = span.byte_range()?;
        Some((event, place.start, place.end))
    }

    fn node(&mut self, (event, start, end): Placed<'s>, depth: usize) -> Option<Node<'s>> {
        if depth > DEPTH {
            return None;
        }
        match event {
            Event::Scalar(words, style, 0, None) => self.text_node(words, style, start, end),
            Event::SequenceStart(_, 0, None) => {
                self.at = start;
                let mut items = Vec::new();
                loop {
                    let next = self.next()?;
                    if matches!(next.0, Event::SequenceEnd) {
                        break;
                    }
                    items.push(self.node(next, depth + 1)?);
                }
                items.shrink_to_fit();
                Some(Node { value: Value::List(items), span: self.span(start, self.at.max(end)) })
            }
            Event::MappingStart(_, 0, None) => {
                self.at = start;
                let fields = self.fields(depth)?;
                Some(Node { value: Value::Table(fields), span: self.span(start, self.at.max(end)) })
            }
            _ => None,
        }
    }

    fn fields(&mut self, depth: usize) -> Option<Vec<Field<'s>>> {
        let mut fields: Vec<Field<'s>> = Vec::new();
        loop {
            let next = self.next()?;
            if matches!(next.0, Event::MappingEnd) {
                break;
            }
            let name = self.node(next, depth + 1)?;
            let Value::Text(Text { text, .. }) = name.value else { return None };
            let next = self.next()?;
            let value = self.node(next, depth + 1)?;
            fields.push(Field::new(text, name.span, value));
        }
        fields.shrink_to_fit();
        let twice = if fields.len() <= FEW {
            (1..fields.len()).any(|at| fields[..at].iter().any(|other| other.name == fields[at].name))
        } else {
            fields.iter().map(|field| &*field.name).collect::<BTreeSet<_>>().len() < fields.len()
        };
        (!twice && fields.iter().all(|field| field.name != "<<")).then_some(fields)
    }

    fn text_node(&mut self, words: Cow<'s, str>, style: ScalarStyle, start: usize, end: usize) -> Option<Node<'s>> {
        self.at = end;
        let source = self.text.get(start..end)?;
        let plain = |text| Some(Value::Text(Text { text, style: Style::Plain }));
        let (value, end) = match style {
            ScalarStyle::Plain if matches!(source, "" | "~" | "null" | "Null" | "NULL") => (Some(Value::Empty), end),
            ScalarStyle::Plain if source.contains(['\n', '\r']) => (plain(Cow::Owned(words.into_owned())), end),
            ScalarStyle::Plain => (plain(Cow::Borrowed(source)), end),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                (Some(Value::Text(Text { text: words, style: Style::Quoted })), end)
            }
            // An empty block has its sign alone for a place.
            ScalarStyle::Literal | ScalarStyle::Folded if source.starts_with(['|', '>']) => return None,
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let text = Cow::Owned(words.trim_end().to_owned());
                (Some(Value::Text(Text { text, style: Style::Block })), start + source.trim_end().len())
            }
        };
        Some(Node { value: value?, span: self.span(start, end) })
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offset + start, self.offset + end)
    }
}
