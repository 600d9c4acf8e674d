//! Where a mistake is, when the parser stumbles over it only later, or names what stands around it.

use std::ops::Range;

/// The line `---` or `...` that ends the document before `start`.
pub(super) fn marker(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?;
    before.rfind("\n---").into_iter().chain(before.rfind("\n...")).max().map(|at| at + 1)
}

/// The first tab that indents a line, from the line of `start` on: the parser may name the text before it.
pub(super) fn tab_after(text: &str, start: usize) -> Option<usize> {
    let mut at = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    for line in text.get(at..)?.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t') {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}

pub(super) fn mark_before(text: &str, start: usize, mark: char) -> Option<usize> {
    text.get(..start)?.rfind(mark)
}

/// A blank that YAML does not take for one, where one is needed: before a name, behind a hyphen or a colon. Word
/// processors and web pages write them.
pub(super) fn odd_blank(text: &str, start: usize) -> Option<Range<usize>> {
    let first = line_start(text, start);
    let line = text.get(first..)?.lines().next()?;
    line.char_indices().find(|(_, letter)| ODD_BLANKS.contains(letter)).and_then(|(at, letter)| {
        let before = line[..at].trim_end_matches(|letter| letter == ' ' || ODD_BLANKS.contains(&letter));
        let is_needed = before.is_empty() || before.ends_with([':', '-']);
        is_needed.then(|| first + at..first + at + letter.len_utf8())
    })
}

const ODD_BLANKS: [char; 5] = ['\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}', '\u{feff}'];

/// The line above the one of `start`, where it stands in the same column and has no colon: its text goes on into the name
/// of the next field, so that the parser stumbles only there.
pub(super) fn line_without_colon(text: &str, start: usize) -> Option<Range<usize>> {
    let here = line_start(text, start);
    let above = line_start(text, here.checked_sub(1)?);
    let line = text.get(above..here)?.trim_end();
    let words = line.trim_start_matches([' ', '-']);
    let column = line.len() - words.len();
    let own = text.get(here..)?.lines().next()?;
    let is_beside = own.len() - own.trim_start_matches(' ').len() == column;
    let has_colon = words.contains(": ") || words.ends_with(':');
    (is_beside && !has_colon && !words.is_empty() && !words.starts_with(['#', '"', '\'', '[', '{', '|', '>']))
        .then(|| above + column..above + line.len())
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}
