//! Birth data: a date after `TTL`, `tempat, tanggal lahir`, `date of birth` or `lahir di`.
//!
//! Cities, laws and days of remembrance are born too ("hari lahir Pancasila, 1 Juni 1945"): a mere
//! "lahir" before a date passes.

use super::Hit;
use super::context::{back, begins, contains, ends};
use super::kind::Kind;
use std::ops::{Range, RangeInclusive};

/// How far before the date its word may stand.
const MOST_BEFORE: usize = 80;
/// Births of people who can take part; older dates belong to organisations and history.
const LIVING: RangeInclusive<u32> = 1940..=2010;

/// The birth data whose date begins with the digits at `first`.
pub(super) fn find(bytes: &[u8], first: Range<usize>) -> Option<Hit> {
    let start = first.start;
    let (year, end) = date(bytes, first)?;
    let word = back(bytes, start, MOST_BEFORE)
        .take_while(|at| !bytes[*at].is_ascii_digit())
        .find(|at| is_birth(&bytes[..*at], &bytes[*at..start], year))?;
    Some(Hit { kind: Kind::Birth, range: word..end })
}

/// Whether `tail`, the words before a date, begins with one that says it is somebody's birth.
fn is_birth(head: &[u8], tail: &[u8], year: u32) -> bool {
    let after = |word: &str| begins(tail, word).then(|| &tail[word.len()..]);
    let alone = || head.last().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    match tail.first().map(u8::to_ascii_lowercase) {
        Some(b't') => after("ttl").is_some_and(|gap| alone() && is_ttl(gap, year)),
        Some(b'd') => after("dob").is_some_and(|gap| alone() && is_label(gap)),
        Some(b'l') => after("lahir").is_some_and(|gap| is_lahir(head, gap, year)),
        Some(b'b') => {
            after("birth").is_some_and(|gap| is_date_of_birth(head, gap))
                || (begins(tail, "born in ") && alone() && LIVING.contains(&year))
        }
        _ => false,
    }
}

/// TTL is a port too (Terminal Teluk Lamong): as a word without a colon it needs a year of birth.
fn is_ttl(gap: &[u8], year: u32) -> bool {
    let whole = gap.first().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let label = matches!(gap.trim_ascii_start().first(), Some(b':' | b'=' | b'|'));
    whole && (label || LIVING.contains(&year))
}

fn is_lahir(head: &[u8], gap: &[u8], year: u32) -> bool {
    let dated = trimmed(head);
    if let Some(name) = ["tanggal", "tgl"].iter().find(|name| ends(dated, name)) {
        let place = last(&dated[..dated.len() - name.len()], 16);
        return contains(place, "tempat") || contains(place, "tmpt") || is_label(gap);
    }
    matches!(gap, [b':', ..] | [b' ', b':', ..]) || (begins(gap, " di ") && LIVING.contains(&year))
}

fn is_date_of_birth(head: &[u8], gap: &[u8]) -> bool {
    let named = trimmed(head);
    if ends(named, "of") && ends(trimmed(&named[..named.len() - 2]), "date") {
        return contains(last(head, 24), "place") || is_label(gap);
    }
    let gap =
        gap.strip_prefix(b" ").or_else(|| gap.strip_prefix(b"-")).or_else(|| gap.strip_prefix(b"_")).unwrap_or(gap);
    ["date", "day"].iter().any(|word| begins(gap, word) && is_label(&gap[word.len()..]))
}

fn last(text: &[u8], most: usize) -> &[u8] {
    &text[text.len().saturating_sub(most)..]
}

/// `text` without the signs at its end.
fn trimmed(text: &[u8]) -> &[u8] {
    let signs = text.iter().rev().take(4).take_while(|byte| matches!(byte, b' ' | b'.' | b'-' | b'_' | b'\n')).count();
    &text[..text.len() - signs]
}

/// Whether the words before a date are a label of it, and not the name of what was born then.
fn is_label(gap: &[u8]) -> bool {
    gap.iter().any(|byte| matches!(byte, b':' | b'=' | b'|')) || !gap.iter().any(u8::is_ascii_alphabetic)
}

/// The year of the date that begins with the digits at `range`, and where it ends:
/// `7 Mei 1990`, `07/05/1990`, `07-05-90`, `1990-05-07`, `May 7, 1990`.
fn date(bytes: &[u8], range: Range<usize>) -> Option<(u32, usize)> {
    let sign = *bytes.get(range.end)?;
    let (first, at) = digits(bytes, range.start, 4)?;
    match range.len() {
        4 if sign == b'-' || sign == b'/' => {
            let (_, at) = ranged(bytes, at + 1, 12)?;
            let (_, end) = (bytes.get(at) == Some(&sign)).then(|| ranged(bytes, at + 1, 31))??;
            Some((first, end))
        }
        1 | 2 if (1..=31).contains(&first) => match sign {
            b',' if has_month_before(bytes, range.start) => year(bytes, skip_blanks(bytes, at + 1)),
            b'/' | b'-' | b'.' | b' ' => after_day(bytes, at + 1, sign),
            _ => None,
        },
        _ => None,
    }
}

fn after_day(bytes: &[u8], at: usize, sign: u8) -> Option<(u32, usize)> {
    let at = skip_blanks(bytes, at);
    let letters = bytes.get(at..)?.iter().take(10).take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters > 0 {
        let end = at + letters;
        return is_month(&bytes[at..end]).then(|| year(bytes, skip_blanks(bytes, end + 1)))?;
    }
    let (_, at) = ranged(bytes, at, 12)?;
    (bytes.get(at) == Some(&sign)).then(|| year(bytes, skip_blanks(bytes, at + 1)))?
}

fn has_month_before(bytes: &[u8], start: usize) -> bool {
    let blanks = bytes[..start].iter().rev().take(2).take_while(|byte| **byte == b' ').count();
    let end = start - blanks;
    let letters = bytes[..end].iter().rev().take(10).take_while(|byte| byte.is_ascii_alphabetic()).count();
    is_month(&bytes[end - letters..end])
}

/// Months in Indonesian and English, whole or shortened.
fn is_month(word: &[u8]) -> bool {
    const HEADS: [&[u8]; 18] = [
        b"jan", b"feb", b"mar", b"apr", b"mei", b"may", b"jun", b"jul", b"agu", b"ags", b"agt", b"aug", b"sep", b"okt",
        b"oct", b"nov", b"des", b"dec",
    ];
    word.len() <= 9 && word.get(..3).is_some_and(|head| HEADS.iter().any(|month| head.eq_ignore_ascii_case(month)))
}

fn year(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let (year, end) = digits(bytes, at, 4)?;
    match end - at {
        4 if (1900..=2099).contains(&year) => Some((year, end)),
        2 => Some((1900 + year, end)),
        _ => None,
    }
}

fn ranged(bytes: &[u8], at: usize, most: u32) -> Option<(u32, usize)> {
    digits(bytes, at, 2).filter(|(number, _)| (1..=most).contains(number))
}

/// The number at `at`, if it has one to `most` digits, and where it ends.
fn digits(bytes: &[u8], at: usize, most: usize) -> Option<(u32, usize)> {
    let count = bytes.get(at..)?.iter().take(most + 1).take_while(|byte| byte.is_ascii_digit()).count();
    let number = bytes[at..at + count].iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    (1..=most).contains(&count).then_some((number, at + count))
}

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    at + bytes.iter().skip(at).take(2).take_while(|byte| **byte == b' ').count()
}
