//! Takes `![[…]]` that stands on a line of its own out of its paragraph: a card cannot stand among words.

use super::Binding;
use super::document::{Node, Place};
use super::markup::Markup;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// Marks the bindings that are blocks and closes the paragraphs around them.
///
/// `is_block` tells by its bytes whether a binding is written `![[…]]`.
pub(super) fn separate<'a>(
    nodes: Vec<Place<'a>>,
    bindings: &mut [Binding],
    is_block: impl Fn(&Range<usize>) -> bool,
) -> Vec<Place<'a>> {
    let mut separator = Separator { bindings, is_block, out: Vec::with_capacity(nodes.len()) };
    let mut run = Vec::new();
    // The innermost block that words can stand in without a paragraph: items of tight lists, definitions.
    let mut flow: Vec<bool> = Vec::new();
    let mut paragraph = None;
    for (node, range) in nodes {
        if is_inline(&node) {
            run.push((node, range));
            continue;
        }
        match &node {
            Node::Event(Event::Start(Tag::Paragraph)) => {
                separator.flush(&mut run, flow.last() == Some(&true), None);
                paragraph = Some(range);
                continue;
            }
            Node::Event(Event::End(TagEnd::Paragraph)) => {
                separator.flush(&mut run, true, paragraph.take());
                continue;
            }
            _ => separator.flush(&mut run, flow.last() == Some(&true), None),
        }
        match &node {
            Node::Event(Event::Start(tag)) => flow.push(matches!(tag, Tag::Item | Tag::DefinitionListDefinition)),
            Node::Event(Event::End(_)) => {
                flow.pop();
            }
            _ => {}
        }
        separator.out.push((node, range));
    }
    separator.flush(&mut run, false, None);
    separator.out
}

struct Separator<'a, 'b, F> {
    bindings: &'b mut [Binding],
    is_block: F,
    out: Vec<Place<'a>>,
}

impl<'a, F: Fn(&Range<usize>) -> bool> Separator<'a, '_, F> {
    /// Passes a run of words on, cut at its block lines. With `paragraph` the words between get paragraphs.
    fn flush(&mut self, run: &mut Vec<Place<'a>>, may_cut: bool, paragraph: Option<Range<usize>>) {
        let has_block = may_cut && run.iter().any(|place| self.block_of(std::slice::from_ref(place)).is_some());
        if !has_block {
            return self.words(run, paragraph);
        }
        let mut words = Vec::new();
        for line in lines(std::mem::take(run)) {
            if let Some(index) = self.block_of(&line) {
                self.close(&mut words, paragraph.is_some());
                let Some(binding) = self.bindings.get_mut(index) else { continue };
                binding.block = true;
                let range = binding.range.clone();
                self.out.push((Node::Binding(index), range));
            } else {
                words.extend(line);
            }
        }
        self.close(&mut words, paragraph.is_some());
    }

    /// The words between two blocks, without the line ends at their edges.
    fn close(&mut self, words: &mut Vec<Place<'a>>, in_paragraph: bool) {
        if words.last().is_some_and(|(node, _)| is_break(node)) {
            words.pop();
        }
        let range = words.first().zip(words.last()).map(|((_, first), (_, last))| first.start..last.end);
        if let Some(range) = range {
            self.words(words, in_paragraph.then_some(range));
        }
    }

    fn words(&mut self, words: &mut Vec<Place<'a>>, paragraph: Option<Range<usize>>) {
        if let Some(range) = &paragraph {
            self.out.push((Node::Event(Event::Start(Tag::Paragraph)), range.clone()));
        }
        self.out.append(words);
        if let Some(range) = paragraph {
            self.out.push((Node::Event(Event::End(TagEnd::Paragraph)), range));
        }
    }

    /// The binding that a line consists of, blanks and the line end apart.
    fn block_of(&self, line: &[Place<'a>]) -> Option<usize> {
        let mut shown = line.iter().filter(|(node, _)| !is_blank(node));
        match (shown.next(), shown.next()) {
            (Some((Node::Binding(index), range)), None) if (self.is_block)(range) => Some(*index),
            _ => None,
        }
    }
}

/// Cuts a run after each line end that lies in no emphasis, link or picture, and between no tags that pass.
fn lines(run: Vec<Place<'_>>) -> Vec<Vec<Place<'_>>> {
    let mut lines = vec![Vec::new()];
    let mut depth = 0_usize;
    for place in run {
        match &place.0 {
            Node::Event(Event::Start(_)) => depth += 1,
            Node::Event(Event::End(_)) => depth = depth.saturating_sub(1),
            Node::Raw(raw) if raw.passes => match raw.markup.as_ref().map(Markup::encloses) {
                Some(Some(true)) => depth += 1,
                Some(Some(false)) => depth = depth.saturating_sub(1),
                _ => {}
            },
            _ => {}
        }
        let ends_line = depth == 0 && is_break(&place.0);
        if let Some(line) = lines.last_mut() {
            line.push(place);
        }
        if ends_line {
            lines.push(Vec::new());
        }
    }
    lines
}

fn is_break(node: &Node<'_>) -> bool {
    matches!(node, Node::Event(Event::SoftBreak | Event::HardBreak))
}

fn is_blank(node: &Node<'_>) -> bool {
    is_break(node) || matches!(node, Node::Event(Event::Text(text)) if text.trim().is_empty())
}

fn is_inline(node: &Node<'_>) -> bool {
    match node {
        Node::Binding(_) | Node::Raw(_) => true,
        Node::Event(Event::Start(tag)) => is_inline_end(&tag.to_end()),
        Node::Event(Event::End(tag)) => is_inline_end(tag),
        Node::Event(event) => !matches!(event, Event::Rule),
    }
}

fn is_inline_end(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
