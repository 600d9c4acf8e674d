//! What stands around a number: the word that names it, the address or hash that it is part of.

use std::ops::Range;

/// Signs between a word and its number: `NIP. : **1986…`.
const MOST_GAP: usize = 12;
/// The longest word that matters, and then some.
const MOST_WORD: usize = 16;
/// Words between a name and its number: "NIP lama no. 131…".
const MOST_FILLERS: usize = 3;
/// A web address longer than this is not recognised as one.
const MOST_ADDRESS: usize = 1000;

/// Whether one of `words` (lower case) names the number at `start`, with nothing between but signs
/// and words like "nomor".
pub(super) fn named(bytes: &[u8], start: usize, words: &[&str]) -> bool {
    let mut end = start;
    for _ in 0..=MOST_FILLERS {
        let Some(word) = word_before(bytes, end) else { return false };
        let letters = &bytes[word.clone()];
        if words.iter().any(|wanted| letters.eq_ignore_ascii_case(wanted.as_bytes())) {
            return true;
        }
        let filler = ["no", "nomor", "nomer", "number", "lama", "baru", "pribadi", "badan", "saya", "is", "adalah"]
            .iter()
            .any(|filler| letters.eq_ignore_ascii_case(filler.as_bytes()));
        if !filler {
            return false;
        }
        end = word.start;
    }
    false
}

/// The ASCII letters before `end`, with signs but no digits between.
fn word_before(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    let letter_end = (end.saturating_sub(MOST_GAP)..end).rev().find(|at| bytes[*at].is_ascii_alphanumeric())? + 1;
    let floor = letter_end.saturating_sub(MOST_WORD);
    let mut start = letter_end;
    while start > floor && bytes[start - 1].is_ascii_alphabetic() {
        start -= 1;
    }
    (start < letter_end).then_some(start..letter_end)
}

/// The places before `start`, backwards, at most `most` bytes: the line so far, and the line before
/// it where prose is folded (a line with a field's colon begins anew).
pub(super) fn back(bytes: &[u8], start: usize, most: usize) -> impl Iterator<Item = usize> {
    let (mut folded, mut field) = (false, false);
    (start.saturating_sub(most)..start).rev().take_while(move |at| match bytes[*at] {
        b'\n' if folded || field => false,
        b'\n' => {
            folded = true;
            true
        }
        b':' => {
            field = true;
            true
        }
        _ => true,
    })
}

/// The text that [`back`] goes through.
pub(super) fn before(bytes: &[u8], start: usize, most: usize) -> &[u8] {
    &bytes[back(bytes, start, most).last().unwrap_or(start)..start]
}

/// Whether `word` (lower case) stands in `text`.
pub(super) fn contains(text: &[u8], word: &str) -> bool {
    text.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether `text` begins with `word` (lower case).
pub(super) fn begins(text: &[u8], word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether `text` ends with `word` (lower case).
pub(super) fn ends(text: &[u8], word: &str) -> bool {
    text.len().checked_sub(word.len()).is_some_and(|at| text[at..].eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether an amount of money begins at `start`: `Rp1.250.000`.
pub(super) fn is_money(bytes: &[u8], start: usize) -> bool {
    let head = &bytes[start.saturating_sub(6)..start];
    let head = head.trim_ascii_end();
    let head = head.strip_suffix(b".").unwrap_or(head);
    ["$", "rp", "idr", "usd"].iter().any(|sign| ends(head, sign))
}

/// Whether the byte at `at` is part of a web address. Its numbers are the site's own, except where
/// the address itself is a telephone (`https://wa.me/62…`).
pub(super) fn in_address(bytes: &[u8], at: usize) -> bool {
    let floor = at.saturating_sub(MOST_ADDRESS);
    let mut start = at;
    while start > floor && !ends_token(bytes[start - 1]) {
        start -= 1;
    }
    let token = &bytes[start..at];
    let address = contains(token, "://") || begins(token, "www.");
    address && !contains(token, "://wa.me/") && !contains(token, "whatsapp.com/") && !contains(token, "tel:")
}

fn ends_token(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(
            byte,
            b'"' | b'\'' | b'`' | b'<' | b'>' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'|' | b',' | b';'
        )
}

/// Whether `range` lies in a hash or a UUID: hexadecimal digits with letters among them.
pub(super) fn in_hash(bytes: &[u8], range: &Range<usize>) -> bool {
    const LONGEST: usize = 128;
    let floor = range.start.saturating_sub(LONGEST);
    let ceiling = bytes.len().min(range.end + LONGEST);
    let mut start = range.start;
    while start > floor && is_hash_sign(bytes[start - 1]) {
        start -= 1;
    }
    let mut end = range.end;
    while end < ceiling && is_hash_sign(bytes[end]) {
        end += 1;
    }
    let token = &bytes[start..end];
    is_uuid(token) || is_hex_word(bytes, range)
}

/// Whether the letters and digits around `range`, without a sign between, are hexadecimal and more
/// than decimal.
fn is_hex_word(bytes: &[u8], range: &Range<usize>) -> bool {
    let before = bytes[..range.start].iter().rev().take(128).take_while(|byte| byte.is_ascii_alphanumeric());
    let after = bytes[range.end..].iter().take(128).take_while(|byte| byte.is_ascii_alphanumeric());
    let mut letters = false;
    for byte in before.chain(after) {
        if !byte.is_ascii_hexdigit() {
            return false;
        }
        letters |= byte.is_ascii_alphabetic();
    }
    letters
}

fn is_hash_sign(byte: u8) -> bool {
    byte.is_ascii_hexdigit() || byte == b'-'
}

fn is_uuid(token: &[u8]) -> bool {
    token.len() == 36 && token.iter().enumerate().all(|(at, byte)| (*byte == b'-') == matches!(at, 8 | 13 | 18 | 23))
}
