//! How regions moved: changes of parent and of code in time.

use super::subject::RegionHistory;
use crate::check::catalog::{Catalog, Region, RegionParent};
use chrono::NaiveDate;

/// For each region, its own changes of parent and those of regions that lie or lay directly below, by date.
pub(super) fn histories(catalog: &Catalog) -> Vec<Vec<RegionHistory>> {
    let mut histories: Vec<Vec<RegionHistory>> = vec![Vec::new(); catalog.regions.len()];
    for (at, region) in (0..).zip(&catalog.regions) {
        for change in changes(at, region) {
            let mut concerned = vec![at];
            concerned.extend(change.from_parent);
            concerned.extend(change.to_parent);
            concerned.sort_unstable();
            concerned.dedup();
            for other in concerned {
                if let Some(history) = histories.get_mut(other as usize) {
                    history.push(change.clone());
                }
            }
        }
    }
    for history in &mut histories {
        history.sort_by_key(|change| (change.date.map(crate::value::PartialDate::sort_key), change.region));
    }
    histories
}

fn changes(at: u32, region: &Region) -> Vec<RegionHistory> {
    let mut parents: Vec<&RegionParent> = region.parents.iter().collect();
    parents.sort_by_key(|parent| parent.from.map(crate::value::PartialDate::sort_key));
    let mut changes = Vec::new();
    let mut before: Option<&RegionParent> = None;
    for parent in &parents {
        let from_parent = before.map(|before| before.region.value.index);
        let date = parent.from.or_else(|| before.and_then(|before| before.to));
        let to_parent = Some(parent.region.value.index);
        if date.is_some() && from_parent != to_parent {
            changes.push(RegionHistory { region: at, from_parent, to_parent, date, basis: parent.basis.clone() });
        }
        before = Some(parent);
    }
    if let Some((last, date)) = before.and_then(|last| last.to.map(|to| (last, to))) {
        let from_parent = Some(last.region.value.index);
        changes.push(RegionHistory {
            region: at,
            from_parent,
            to_parent: None,
            date: Some(date),
            basis: last.basis.clone(),
        });
    }
    changes
}

/// Today's code, and the earlier ones with the day they ended.
pub(super) fn codes(
    region: &Region,
    today: NaiveDate,
) -> (Option<String>, Vec<(String, Option<crate::value::PartialDate>)>) {
    let begun = |code: &&crate::check::catalog::RegionCode| code.from.is_none_or(|from| from.first() <= today);
    let over = |code: &crate::check::catalog::RegionCode| code.to.is_some_and(|to| to.first() <= today);
    let now = region.codes.iter().rev().filter(begun).find(|code| !over(code)).map(|code| code.code.clone());
    let former = region.codes.iter().filter(|code| over(code)).map(|code| (code.code.clone(), code.to)).collect();
    (now, former)
}
