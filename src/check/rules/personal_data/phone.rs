//! Mobile numbers: `+62`, `62` or `0`, then `8`, nine to thirteen digits in all.
//!
//! Landlines (`021-…`, `0341-…`) are offices and pass, and so do service numbers (`0800`, `0804`).
//! Source: the National Fundamental Technical Plan 2018: 081–083, 085, 087–089 are mobile.

use super::Hit;
use super::chain::{Chain, Group, Separator};
use super::context;
use super::kind::Kind;

/// Digits in the form with a leading 0.
const FEWEST: usize = 9;
const MOST: usize = 13;

/// The mobile number that begins where `chain` begins.
pub(super) fn find(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let plus = has_plus(bytes, chain.start());
    let prefix = prefix(chain, plus)?;
    let (count, last) = reach(chain, prefix)?;
    if chain.continues(bytes, count == 1) || context::is_money(bytes, chain.start()) {
        return None;
    }
    if context::in_address(bytes, chain.start()) || is_camera_time(bytes, chain) {
        return None;
    }
    let start = if plus { plus_start(bytes, chain.start()) } else { chain.start() };
    Some(Hit { kind: Kind::Phone, range: start..last.end })
}

/// How many digits stand before the 8, if this begins like a mobile number.
fn prefix(chain: &Chain, plus: bool) -> Option<usize> {
    let digits = chain.digits();
    let prefix = match digits {
        [6, 2, 0, 8, ..] => 3,
        [6, 2, 8, ..] => 2,
        [0, 0, 6, 2, 8, ..] => 4,
        [0, 8, ..] => 1,
        _ => return None,
    };
    let mobile = matches!(digits.get(prefix + 1)?, 1 | 2 | 3 | 5 | 7 | 8 | 9);
    let first = chain.first_len();
    let written = match prefix {
        // 08.30 is a time, 08-12-2022 a date.
        1 => first >= 3,
        4 => first >= 4,
        _ => plus || is_plain_country(chain, first),
    };
    (mobile && written).then_some(prefix)
}

/// Whether `62…` without `+` is written as a telephone and not as an amount (628.123.456.789).
fn is_plain_country(chain: &Chain, first: usize) -> bool {
    match chain.groups() {
        _ if first >= 5 => true,
        [_, second, rest @ ..] if first == 2 => {
            let thousands = second.before == Separator::Blank && rest.iter().all(|group| group.len() == 3);
            second.len() >= 3 && second.before != Separator::Dot && !thousands
        }
        _ => false,
    }
}

/// The longest run of groups that makes a number of the right length: how many, and the last.
fn reach(chain: &Chain, prefix: usize) -> Option<(usize, &Group)> {
    let mut sum = 0;
    let mut found = None;
    let groups = chain.groups();
    for (at, group) in groups.iter().enumerate() {
        let inside = sum > prefix;
        if group.before == Separator::Line || (inside && group.len() < 2) {
            break;
        }
        sum += group.len();
        // The digits after the prefix, and the 0 in front.
        let digits = (sum + 1).saturating_sub(prefix);
        if digits > MOST {
            break;
        }
        if digits >= FEWEST {
            found = Some((at + 1, group));
        }
    }
    // A dot and more digits: a code or a decimal number.
    found.filter(|(count, _)| groups.get(*count).is_none_or(|next| next.before != Separator::Dot))
}

/// Whether this is the time in a camera's file name, to the millisecond: `IMG_20220507_081234567.jpg`.
fn is_camera_time(bytes: &[u8], chain: &Chain) -> bool {
    let Some((sign, date)) = bytes[..chain.start()].split_last() else { return false };
    let digits = date.iter().rev().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    chain.first_len() == 9 && matches!(sign, b'_' | b'-') && digits == 8
}

fn has_plus(bytes: &[u8], start: usize) -> bool {
    plus_start(bytes, start) < start
}

/// Where the `+` before `start` is, `(` or a blank between allowed; `start` if there is none.
fn plus_start(bytes: &[u8], start: usize) -> usize {
    match &bytes[..start] {
        [.., b'+'] => start - 1,
        [.., b'+', b' ' | b'('] => start - 2,
        _ => start,
    }
}
