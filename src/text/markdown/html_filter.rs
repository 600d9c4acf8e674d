//! Raw HTML: a handful of harmless tags pass, everything else is shown as the text it is.
//!
//! A tag passes only with its partner, inside the same piece of Markdown, so that the page stays well-formed
//! whatever was written.

use super::document::{Node, Place, Raw};
use super::markup::{BREAK, DETAILS, Markup, SUMMARY, WORD_TAGS};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::ops::Range;

/// How far back a closing tag looks for its partner; nobody nests deeper, and the search stays linear.
const DEEPEST: usize = 16;

/// Cuts the text of an HTML block into tags and text.
pub(super) fn pieces<'a>(html: CowStr<'a>, range: Range<usize>) -> Vec<(Raw<'a>, Range<usize>)> {
    let exact = html.len() == range.len();
    let mut found = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let (length, is_markup) = next_piece(&html[at..]);
        let text = &html[at..at + length];
        let markup = is_markup.then(|| Markup::read(text, true));
        let place = if exact { range.start + at..range.start + at + length } else { range.clone() };
        let text = match &html {
            CowStr::Borrowed(whole) => CowStr::from(&whole[at..at + length]),
            _ => CowStr::from(text.to_owned()),
        };
        found.push((Raw { text, markup, passes: false }, place));
        at += length;
    }
    found
}

/// Decides which tags pass. HTML blocks without any tag of blocks become paragraphs.
pub(super) fn judge(mut nodes: Vec<Place<'_>>) -> Vec<Place<'_>> {
    if !nodes.iter().any(|(node, _)| matches!(node, Node::Raw(_))) {
        return nodes;
    }
    let mut judge = Judge { stack: Vec::new(), pairs: Vec::new() };
    for (index, (node, _)) in nodes.iter_mut().enumerate() {
        match node {
            // A tag of words ends with its piece of text, where a block begins as well as where one ends: the block may become a paragraph.
            Node::Event(Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock)) => judge.leave_words(),
            Node::Event(Event::Start(_)) => judge.stack.push(Open::Markdown),
            Node::Event(Event::End(_)) => judge.leave_markdown(),
            Node::Raw(raw) => raw.passes = raw.markup.as_ref().is_some_and(|markup| judge.meet(index, markup)),
            _ => {}
        }
    }
    for (open, close) in judge.pairs {
        for index in [open, close] {
            if let Some((Node::Raw(raw), _)) = nodes.get_mut(index) {
                raw.passes = true;
            }
        }
    }
    refuse_lone_summaries(&mut nodes);
    replace_html_blocks(nodes)
}

enum Open {
    Markdown,
    Tag { index: usize, name: String },
}

struct Judge {
    stack: Vec<Open>,
    pairs: Vec<(usize, usize)>,
}

impl Judge {
    /// Whether a piece passes on its own; pairs are noted when they close.
    fn meet(&mut self, index: usize, markup: &Markup) -> bool {
        if markup.name == BREAK {
            return !markup.closing;
        }
        if markup.closing {
            self.close(index, markup);
        } else if self.may_open(markup) {
            self.stack.push(Open::Tag { index, name: markup.name.clone() });
        }
        false
    }

    fn may_open(&self, markup: &Markup) -> bool {
        let parent = match self.stack.last() {
            Some(Open::Tag { name, .. }) => name.as_str(),
            Some(Open::Markdown) | None => "",
        };
        let name = markup.name.as_str();
        !markup.self_closing
            && (WORD_TAGS.contains(&name)
                || (name == DETAILS && markup.in_block && (parent.is_empty() || parent == DETAILS))
                || (name == SUMMARY && markup.in_block && parent == DETAILS))
    }

    fn close(&mut self, index: usize, markup: &Markup) {
        if markup.is_block_tag() && !markup.in_block {
            return;
        }
        for place in (0..self.stack.len()).rev().take(DEEPEST) {
            match &self.stack[place] {
                Open::Markdown => return,
                Open::Tag { index: open, name } if *name == markup.name => {
                    self.pairs.push((*open, index));
                    self.stack.truncate(place);
                    return;
                }
                Open::Tag { .. } => {}
            }
        }
    }

    fn leave_markdown(&mut self) {
        while let Some(Open::Tag { .. }) = self.stack.pop() {}
    }

    fn leave_words(&mut self) {
        while matches!(self.stack.last(), Some(Open::Tag { name, .. }) if name != DETAILS) {
            self.stack.pop();
        }
    }
}

/// A summary whose details are shown as text is shown as text too.
fn refuse_lone_summaries(nodes: &mut [Place<'_>]) {
    let mut depth = 0_usize;
    for (node, _) in nodes {
        let Node::Raw(raw) = node else { continue };
        let Some(markup) = raw.markup.as_ref().filter(|_| raw.passes) else { continue };
        match (markup.name.as_str(), markup.closing) {
            (DETAILS, false) => depth += 1,
            (DETAILS, true) => depth = depth.saturating_sub(1),
            (SUMMARY, _) => raw.passes = depth > 0,
            _ => {}
        }
    }
}

fn replace_html_blocks(nodes: Vec<Place<'_>>) -> Vec<Place<'_>> {
    let mut out: Vec<Place<'_>> = Vec::with_capacity(nodes.len());
    let mut start = None;
    for (node, range) in nodes {
        match node {
            Node::Event(Event::Start(Tag::HtmlBlock)) => {
                start = Some(out.len());
                out.push((Node::Event(Event::Start(Tag::Paragraph)), range));
            }
            Node::Event(Event::End(TagEnd::HtmlBlock)) => {
                let Some(start) = start.take() else { continue };
                if out[start..].iter().any(|(node, _)| is_passing_block_tag(node)) {
                    out.remove(start);
                } else {
                    out.push((Node::Event(Event::End(TagEnd::Paragraph)), range));
                }
            }
            node => out.push((node, range)),
        }
    }
    out
}

fn is_passing_block_tag(node: &Node<'_>) -> bool {
    matches!(node, Node::Raw(raw) if raw.passes && raw.markup.as_ref().is_some_and(Markup::is_block_tag))
}

/// Bytes of the next tag or text, and whether it is markup. What never ends is one piece to the end.
fn next_piece(html: &str) -> (usize, bool) {
    let looks_like_tag =
        |rest: &str| rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    if html.starts_with("<!--") {
        return (html.find("-->").map_or(html.len(), |end| end + 3), true);
    }
    if html.starts_with('<') && looks_like_tag(html) {
        return (tag_length(html).unwrap_or(html.len()), true);
    }
    let next = html.match_indices('<').map(|(at, _)| at).find(|at| *at > 0 && looks_like_tag(&html[*at..]));
    (next.unwrap_or(html.len()), false)
}

fn tag_length(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn blocks_are_cut_at_their_tags() {
        let cut = |html: &str| {
            let found = pieces(html.to_owned().into(), 0..html.len());
            found.iter().map(|(raw, at)| (html[at.clone()].to_owned(), raw.markup.is_some())).collect::<Vec<_>>()
        };
        let expected = [("<b>", true), ("a < b <", false), ("<!-- <i> -->", true), ("é", false), ("<a x='>'", true)];
        assert_eq!(cut("<b>a < b <<!-- <i> -->é<a x='>'"), expected.map(|(text, markup)| (text.to_owned(), markup)));
    }
}
