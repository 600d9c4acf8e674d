//! The results that are directly about each activity.

use super::world::World;
use crate::diag::Located;
use crate::value::{Kind, RecordRef};

/// Results about one activity, newest first.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// Outcomes of it.
    pub(super) outcomes: Vec<u32>,
    /// Evaluations of it.
    pub(super) evaluations: Vec<u32>,
    /// Statements about it.
    pub(super) statements: Vec<u32>,
    /// Stories about it.
    pub(super) stories: Vec<u32>,
}

/// For each kind (in the order of [`Kind::ACTIVITIES`]) and place, the results about the activity.
pub(super) fn about(world: &World<'_>) -> [Vec<About>; 4] {
    let mut all = Kind::ACTIVITIES.map(|kind| vec![About::default(); world.resolved.moments.list(kind).len()]);
    let catalog = world.catalog;
    for (at, record) in (0..).zip(&catalog.outcomes) {
        each(&mut all, &record.of, |about| about.outcomes.push(at));
    }
    for (at, record) in (0..).zip(&catalog.evaluations) {
        each(&mut all, &record.of, |about| about.evaluations.push(at));
    }
    for (at, record) in (0..).zip(&catalog.statements) {
        each(&mut all, &record.about, |about| about.statements.push(at));
    }
    for (at, record) in (0..).zip(&catalog.stories) {
        each(&mut all, &record.about, |about| about.stories.push(at));
    }
    let order = |kind: Kind, list: &mut Vec<u32>| {
        list.dedup();
        list.sort_unstable_by(|left, right| {
            world.newest_first(RecordRef { kind, index: *left }, RecordRef { kind, index: *right })
        });
    };
    for about in all.iter_mut().flatten() {
        order(Kind::Outcome, &mut about.outcomes);
        order(Kind::Evaluation, &mut about.evaluations);
        order(Kind::Statement, &mut about.statements);
        order(Kind::Story, &mut about.stories);
    }
    all
}

fn each(all: &mut [Vec<About>; 4], records: &[Located<RecordRef>], mut note: impl FnMut(&mut About)) {
    for record in records {
        let slot = Kind::ACTIVITIES.iter().position(|kind| *kind == record.value.kind);
        if let Some(about) = slot.and_then(|slot| all[slot].get_mut(record.value.at())) {
            note(about);
        }
    }
}
