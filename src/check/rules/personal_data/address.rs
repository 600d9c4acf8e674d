//! Home addresses: the neighbourhood by its two numbers, `RT 03/RW 05`, `RT/RW 03/05`.
//!
//! Without the pair it is a body or a count ("Forum RT/RW", "998 RW") and passes.

use super::Hit;
use super::kind::Kind;
use std::ops::Range;

const MOST_DIGITS: usize = 3;
const MOST_GAP: usize = 4;

/// The address whose first number is at `number`.
pub(super) fn find(bytes: &[u8], number: Range<usize>) -> Option<Hit> {
    if number.len() > MOST_DIGITS {
        return None;
    }
    let word = word_before(bytes, number.start)?;
    let other: &[u8] = if is(bytes, &word, b"rt") { b"rw" } else { b"rt" };
    let first = word_before(bytes, word.start).filter(|first| is(bytes, first, b"rt") && other == b"rt");
    let end = match (&first, after_word(bytes, number.end, other)) {
        (_, Some(end)) => end,
        (Some(_), None) => after_slash(bytes, number.end)?,
        (None, None) if other == b"rw" => after_slash(bytes, number.end)?,
        _ => return None,
    };
    let start = first.map_or(word.start, |first| first.start);
    Some(Hit { kind: Kind::Home, range: start..end })
}

fn is(bytes: &[u8], range: &Range<usize>, word: &[u8]) -> bool {
    bytes[range.clone()].eq_ignore_ascii_case(word)
}

/// The word RT or RW before `end`, only signs between.
fn word_before(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(MOST_GAP);
    let mut at = end;
    while at > floor && is_gap(bytes[at - 1]) {
        at -= 1;
    }
    let start = at.checked_sub(2)?;
    let word = start..at;
    let alone = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
    (alone && (is(bytes, &word, b"rt") || is(bytes, &word, b"rw"))).then_some(word)
}

/// Where the number after `word` ends, if both follow at `at`.
fn after_word(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    let start = skip(bytes, at, |byte| is_gap(byte) || byte == b',');
    let end = start + word.len();
    if !bytes.get(start..end)?.eq_ignore_ascii_case(word) {
        return None;
    }
    number_end(bytes, skip(bytes, end, is_gap))
}

/// Where the number after `/` ends: `03/05`.
fn after_slash(bytes: &[u8], at: usize) -> Option<usize> {
    let slash = skip(bytes, at, |byte| byte == b' ');
    if bytes.get(slash) != Some(&b'/') {
        return None;
    }
    number_end(bytes, skip(bytes, slash + 1, |byte| byte == b' '))
}

fn number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = bytes.get(start..)?.iter().take(MOST_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=MOST_DIGITS).contains(&digits).then_some(start + digits)
}

fn skip(bytes: &[u8], start: usize, gap: impl Fn(u8) -> bool) -> usize {
    start + bytes.iter().skip(start).take(MOST_GAP).take_while(|byte| gap(**byte)).count()
}

fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'.' | b':' | b'-' | b'/' | b'_')
}
