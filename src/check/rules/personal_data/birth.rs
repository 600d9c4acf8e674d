//! Birth data: a date after `TTL`, `tempat, tanggal lahir`, `date of birth` or `lahir di`.
//!
//! Cities, laws and days of remembrance are born too ("hari lahir Pancasila, 1 Juni 1945"): a mere
//! "lahir" before a date passes.

use super::Hit;
use super::chain::Chain;
use super::context::{before, contains};
use super::kind::Kind;

/// How far before the date its word may stand.
const MOST_BEFORE: usize = 80;
/// Births of people who can take part; older dates belong to organisations and history.
const LIVING: std::ops::RangeInclusive<u32> = 1940..=2010;

/// The birth data whose date begins, by its first digit, where `chain` begins.
pub(super) fn find(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let (year, end) = date(bytes, chain)?;
    let line = before(bytes, chain.start(), MOST_BEFORE);
    let word = (0..line.len()).rev().find(|at| is_birth(&line, *at, year))?;
    Some(Hit { kind: Kind::Birth, range: chain.start() - (line.len() - word)..end })
}

/// Whether a word at `at` says that the date after `line` is somebody's birth.
fn is_birth(line: &[u8], at: usize, year: u32) -> bool {
    let (head, tail) = line.split_at(at);
    let alone = head.last().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    match tail {
        [b't', b't', b'l', gap @ ..] => alone && is_ttl(gap, year),
        [b'd', b'o', b'b', gap @ ..] => alone && is_label(gap),
        [b'l', b'a', b'h', b'i', b'r', gap @ ..] => is_lahir(head, gap, year),
        [b'b', b'i', b'r', b't', b'h', gap @ ..] => is_date_of_birth(head, gap),
        [b'b', b'o', b'r', b'n', b' ', b'i', b'n', b' ', gap @ ..] => {
            alone && has_no_digit(gap) && LIVING.contains(&year)
        }
        _ => false,
    }
}

/// TTL is a port too (Terminal Teluk Lamong): as a word without a colon it needs a year of birth.
fn is_ttl(gap: &[u8], year: u32) -> bool {
    let whole = gap.first().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let label = matches!(gap.trim_ascii_start().first(), Some(b':' | b'=' | b'|'));
    whole && has_no_digit(gap) && (label || LIVING.contains(&year))
}

fn is_lahir(head: &[u8], gap: &[u8], year: u32) -> bool {
    let dated = trimmed(head);
    let dated = dated.strip_suffix(b"tanggal").or_else(|| dated.strip_suffix(b"tgl"));
    if let Some(place) = dated {
        let place = &place[place.len().saturating_sub(16)..];
        let with_place = contains(place, "tempat") || contains(place, "tmpt");
        return if with_place { has_no_digit(gap) } else { is_label(gap) };
    }
    match gap {
        [b':', ..] | [b' ', b':', ..] => has_no_digit(gap),
        [b' ', b'd', b'i', b' ', ..] => has_no_digit(gap) && LIVING.contains(&year),
        _ => false,
    }
}

fn is_date_of_birth(head: &[u8], gap: &[u8]) -> bool {
    let named = trimmed(head).strip_suffix(b"of").is_some_and(|head| trimmed(head).ends_with(b"date"));
    let with_place = contains(&head[head.len().saturating_sub(20)..], "place");
    match gap {
        _ if named && with_place => has_no_digit(gap),
        _ if named => is_label(gap),
        [b'd', b'a', b't' | b'y', rest @ ..] | [b' ' | b'-', b'd', b'a', b't' | b'y', rest @ ..] => {
            is_label(rest.strip_prefix(b"e").unwrap_or(rest))
        }
        _ => false,
    }
}

fn trimmed(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| !matches!(byte, b' ' | b'.' | b'-' | b'\n')).map_or(0, |at| at + 1);
    &text[..end]
}

/// Whether the words before it are a label of the date, and not the name of what was born then.
fn is_label(gap: &[u8]) -> bool {
    let labelled = gap.iter().any(|byte| matches!(byte, b':' | b'=' | b'|'));
    has_no_digit(gap) && (labelled || !gap.iter().any(u8::is_ascii_alphabetic))
}

fn has_no_digit(gap: &[u8]) -> bool {
    !gap.iter().any(u8::is_ascii_digit)
}

/// The year of the date that begins at the chain's first digit, and where it ends:
/// `7 Mei 1990`, `07/05/1990`, `07-05-90`, `1990-05-07`, `May 7, 1990`.
fn date(bytes: &[u8], chain: &Chain) -> Option<(u32, usize)> {
    let (first, at) = digits(bytes, chain.start(), 4)?;
    let sign = *bytes.get(at)?;
    match at - chain.start() {
        4 if sign == b'-' || sign == b'/' => {
            let (_, at) = ranged(bytes, at + 1, 12)?;
            let (_, end) = (bytes.get(at) == Some(&sign)).then(|| ranged(bytes, at + 1, 31))??;
            Some((first, end))
        }
        1 | 2 if (1..=31).contains(&first) => match sign {
            b',' if has_month_before(bytes, chain.start()) => year(bytes, skip_blanks(bytes, at + 1)),
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
    let end = bytes[..start].trim_ascii_end().len();
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
