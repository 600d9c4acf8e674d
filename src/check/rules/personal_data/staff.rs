//! NIP and NI PPPK: `YYYYMMDD YYYYMM G NNN`, birth, appointment, sex and a running number.
//!
//! Source: Perka BKN 22/2007 for the NIP; for the NI PPPK a code from 21 on stands instead of the
//! month, which no month can be. Before 2008 a NIP had nine digits without meaning: only the word
//! before it tells.

use super::Hit;
use super::chain::{Chain, Group};
use super::context;
use super::kind::Kind;
use chrono::NaiveDate;

const DIGITS: usize = 18;
/// Where people set a blank: after year, month, day, year, month or code, and sex.
const CUTS: [usize; 7] = [4, 6, 8, 12, 14, 15, 18];

/// The staff number that begins where `chain` begins.
///
/// Looks into web addresses too: uploaded decrees carry the number in their names, and by chance
/// eighteen digits are as good as never a staff number.
pub(super) fn find(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let (kind, groups) = match chain.whole(bytes, DIGITS) {
        Some(groups) => (kind(chain)?, groups),
        None => (Kind::OldStaff, old(bytes, chain)?),
    };
    if kind != Kind::OldStaff && !is_layout(groups) {
        return None;
    }
    Some(Hit { kind, range: chain.start()..groups.last()?.end })
}

fn is_layout(groups: &[Group]) -> bool {
    let mut sum = 0;
    groups.iter().all(|group| {
        sum += group.len();
        CUTS.contains(&sum)
    })
}

fn kind(chain: &Chain) -> Option<Kind> {
    let born = chain.number(0, 4);
    let birthday = NaiveDate::from_ymd_opt(i32::try_from(born).ok()?, chain.number(4, 6), chain.number(6, 8));
    let appointed = chain.number(8, 12);
    let plausible = (1940..=2010).contains(&born)
        && birthday.is_some()
        && (born + 16..=2035).contains(&appointed)
        && matches!(chain.number(14, 15), 1 | 2);
    if !plausible {
        return None;
    }
    match chain.number(12, 14) {
        1..=12 => Some(Kind::Staff),
        21.. => Some(Kind::ContractStaff),
        _ => None,
    }
}

fn old<'c>(bytes: &[u8], chain: &'c Chain) -> Option<&'c [Group]> {
    let groups = chain.whole(bytes, 9)?;
    let layout = matches!(groups, [_]) || (groups.len() == 3 && groups.iter().all(|group| group.len() == 3));
    (layout && context::named(bytes, chain.start(), &["nip"])).then_some(groups)
}
