//! NIK and KK: `PPKKCC DDMMYY NNNN`, place, date and a running number.
//!
//! The date of a NIK is the day of birth, 40 added to the day of women; of a KK, the day of issue.
//! Source: Permendagri 72/2022 on population documents; province codes of the Ministry of Home Affairs.

use super::Hit;
use super::chain::{Chain, Group, Separator};
use super::context;
use super::kind::Kind;

const DIGITS: usize = 16;

/// How people group the sixteen digits. Two groups joined by a dot are a decimal number.
const LAYOUTS: [&[usize]; 7] =
    [&[16], &[12, 4], &[6, 6, 4], &[4, 4, 4, 4], &[2, 2, 2, 6, 4], &[6, 2, 2, 2, 4], &[2, 2, 2, 2, 2, 2, 4]];

/// The identity number that begins where `chain` begins.
pub(super) fn find(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let groups = chain.whole(bytes, DIGITS)?;
    if !is_layout(groups) || !has_date_and_place(chain) || context::is_money(bytes, chain.start()) {
        return None;
    }
    // Portals number their articles and videos with as many digits.
    if context::in_address(bytes, chain.start()) && !context::named(bytes, chain.start(), &["nik", "ktp", "kk"]) {
        return None;
    }
    Some(Hit { kind: Kind::Identity, range: chain.start()..groups.last()?.end })
}

fn is_layout(groups: &[Group]) -> bool {
    let layout = LAYOUTS.iter().any(|layout| groups.iter().map(Group::len).eq(layout.iter().copied()));
    let mut separators = groups.iter().skip(1).map(|group| group.before);
    match groups.len() {
        2 => layout && !separators.any(|separator| separator == Separator::Dot),
        // Many small groups are one number only if they are written alike; else they are dates.
        5.. => layout && separators.all(|separator| separator == groups[1].before),
        _ => layout,
    }
}

fn has_date_and_place(chain: &Chain) -> bool {
    let [province, regency, district] = [chain.number(0, 2), chain.number(2, 4), chain.number(4, 6)];
    let [day, month, serial] = [chain.number(6, 8), chain.number(8, 10), chain.number(12, 16)];
    let day = if day > 40 { day - 40 } else { day };
    is_province(province) && regency > 0 && district > 0 && (1..=longest_month(month)).contains(&day) && serial > 0
}

/// The provinces of today, and 91, 92 and 94, which were West Papua's and Papua's before 2022.
fn is_province(code: u32) -> bool {
    matches!(code, 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=96)
}

/// The days of a month in a leap year; no days in a month that does not exist.
fn longest_month(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
