//! What happened in which year, for a subject.

use super::reach::{Gathered, HOST, ORIGIN};
use super::subject::YearRow;
use super::world::World;
use crate::value::Kind;
use std::collections::BTreeMap;

/// A row for each year with an activity, oldest first; the undated last.
pub(super) fn by_year(world: &World<'_>, gathered: &Gathered) -> Vec<YearRow> {
    let mut rows: BTreeMap<(bool, Option<i32>), YearRow> = BTreeMap::new();
    for (record, touch) in gathered.activities() {
        let year = world.resolved.moments.of(record).year;
        let row = rows.entry((year.is_none(), year)).or_insert_with(|| empty(year));
        row.activities += 1;
        match record.kind {
            Kind::Cohort => {
                row.cohorts_sent += u32::from(touch.is(ORIGIN));
                row.cohorts_hosted += u32::from(touch.is(HOST));
            }
            Kind::Placement => row.placements += 1,
            Kind::Visit => {
                row.visits_made += u32::from(touch.is(ORIGIN));
                row.visits_received += u32::from(touch.is(HOST));
            }
            _ => row.trainings += 1,
        }
    }
    rows.into_values().collect()
}

fn empty(year: Option<i32>) -> YearRow {
    YearRow {
        year,
        cohorts_sent: 0,
        cohorts_hosted: 0,
        placements: 0,
        visits_made: 0,
        visits_received: 0,
        trainings: 0,
        activities: 0,
    }
}
