//! The statements that are directly about each activity.

use super::world::World;
use crate::value::{Kind, RecordRef};

/// For each kind (in the order of [`Kind::ACTIVITIES`]) and place, the statements about the activity, newest first.
pub(super) fn statements(world: &World<'_>) -> [Vec<Vec<u32>>; 4] {
    let mut all = Kind::ACTIVITIES.map(|kind| vec![Vec::new(); world.resolved.moments.list(kind).len()]);
    for (at, statement) in (0..).zip(&world.catalog.statements) {
        for record in &statement.about {
            let slot = Kind::ACTIVITIES.iter().position(|kind| *kind == record.value.kind);
            if let Some(about) = slot.and_then(|slot| all[slot].get_mut(record.value.at())) {
                about.push(at);
            }
        }
    }
    let of = |index: u32| RecordRef { kind: Kind::Statement, index };
    for about in all.iter_mut().flatten() {
        about.dedup();
        about.sort_unstable_by(|left, right| world.newest_first(of(*left), of(*right)));
    }
    all
}
