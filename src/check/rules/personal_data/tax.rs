//! NPWP, the number of a taxpayer: `99.999.999.9-999.999`, since 2024 also sixteen digits.
//!
//! Source: PMK 112/2022. The dotted form speaks for itself; bare digits need the word before them.

use super::Hit;
use super::chain::{Chain, Group, Separator};
use super::context;
use super::kind::Kind;

/// The taxpayer number that begins where `chain` begins.
pub(super) fn find(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let dotted = chain.whole(bytes, 15).filter(|groups| is_dotted(groups));
    let groups = match dotted {
        Some(groups) => groups,
        None if context::named(bytes, chain.start(), &["npwp"]) => {
            chain.whole(bytes, 16).or_else(|| chain.whole(bytes, 15))?
        }
        None => return None,
    };
    Some(Hit { kind: Kind::Tax, range: chain.start()..groups.last()?.end })
}

fn is_dotted(groups: &[Group]) -> bool {
    let layout = groups.iter().map(Group::len).eq([2, 3, 3, 1, 3, 3]);
    layout && groups.iter().skip(1).all(|group| matches!(group.before, Separator::Dot | Separator::Dash))
}
