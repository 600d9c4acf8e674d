//! The other ends of a region's or institution's activities.

use super::disclose;
use super::ends::End;
use super::people::{People, at_most};
use super::reach::{ALL_HOSTS, ALL_ORIGINS, Gathered, HOST, ORIGIN, Touch};
use super::subject::Partner;
use super::tally::Sum;
use super::world::Resolved;
use crate::derive::Measure;
use crate::value::{Count, Kind, RecordRef};
use std::collections::HashMap;

/// What is gathered about one partner.
#[derive(Default)]
struct Other {
    region: Option<u32>,
    sent: Vec<(RecordRef, Touch)>,
    hosted: Vec<(RecordRef, Touch)>,
}

/// Partners as they are met, and where each is in the list.
#[derive(Default)]
struct Others {
    list: Vec<(RecordRef, Other)>,
    places: HashMap<RecordRef, usize, ahash::RandomState>,
}

impl Others {
    fn of(&mut self, party: RecordRef, region: Option<u32>) -> &mut Other {
        let at = *self.places.entry(party).or_insert(self.list.len());
        if at == self.list.len() {
            self.list.push((party, Other::default()));
        }
        let other = &mut self.list[at].1;
        other.region = region;
        other
    }
}

/// The partners of `subject`, most activities first, then by name; and the distinct regions that they are or
/// lie in. What lies inside the subject itself is no partner.
pub(super) fn partners(
    resolved: &Resolved,
    subject: RecordRef,
    gathered: &Gathered,
    people: &People<'_>,
) -> (Vec<Partner>, Vec<RecordRef>) {
    let mut others = Others::default();
    let mut found = Found::default();
    for (record, touch) in gathered.activities() {
        let as_host = touch.is(HOST) || (record.kind == Kind::Training && !touch.is(ORIGIN));
        if touch.is(ORIGIN) {
            found.look(resolved, subject, people, (record, touch), true);
            for (party, region) in found.parties.drain(..) {
                let other = others.of(party, region);
                other.sent.push((record, touch));
            }
        }
        if as_host {
            found.look(resolved, subject, people, (record, touch), false);
            for (party, region) in found.parties.drain(..) {
                let other = others.of(party, region);
                other.hosted.push((record, touch));
            }
        }
    }
    let mut regions: Vec<RecordRef> = others
        .list
        .iter()
        .filter_map(|(_, other)| other.region)
        .map(|index| RecordRef { kind: Kind::Region, index })
        .collect();
    regions.sort_unstable();
    regions.dedup();
    let publish = |(party, other): (RecordRef, Other)| Partner {
        party,
        people_hosted: count(resolved, people, party, &other.hosted, false),
        people_sent: count(resolved, people, party, &other.sent, true),
        sent: other.sent.into_iter().map(|(record, _)| record).collect(),
        hosted: other.hosted.into_iter().map(|(record, _)| record).collect(),
    };
    let mut partners: Vec<Partner> = others.list.into_iter().map(publish).collect();
    partners.sort_by_cached_key(|partner| {
        let activities = partner.sent.len() + partner.hosted.len();
        (std::cmp::Reverse(activities), resolved.numbers.small_name(partner.party).to_owned(), partner.party)
    });
    (partners, regions)
}

/// What is found at the other end of an activity; used again from one to the next.
#[derive(Default)]
struct Found {
    ends: Vec<End>,
    /// The parties, each once, with their regions.
    parties: Vec<(RecordRef, Option<u32>)>,
}

impl Found {
    fn look(
        &mut self,
        resolved: &Resolved,
        subject: RecordRef,
        people: &People<'_>,
        (record, touch): (RecordRef, Touch),
        sent: bool,
    ) {
        self.ends.clear();
        if record.kind == Kind::Cohort {
            cohort_ends(resolved, people, touch, sent, &mut self.ends);
        } else if let Some(own) = resolved.ends.of(record) {
            let hosts = if own.host.is_empty() { &own.organizers } else { &own.host };
            self.ends.extend(if sent { hosts } else { &own.origin });
        }
        let lineages = &resolved.lineages;
        let parties = self.ends.iter().filter_map(|end| end.party.map(|party| (party, end.line)));
        let outside = parties.filter(|(party, line)| !lineages.lies_in(*party, *line, subject));
        let region = |line: u32| lineages.get(line).regions.first().copied();
        self.parties.clear();
        self.parties.extend(outside.map(|(party, line)| (party, line.and_then(region))));
        self.parties.sort_unstable();
        self.parties.dedup_by_key(|(party, _)| *party);
    }
}

/// The other ends of a cohort. One that lies in the subject only in part went where its placements from
/// there went, as far as there are any.
fn cohort_ends(resolved: &Resolved, people: &People<'_>, touch: Touch, sent: bool, ends: &mut Vec<End>) {
    let side = if sent { ORIGIN } else { HOST };
    let whole = touch.is(if sent { ALL_ORIGINS } else { ALL_HOSTS });
    let all = resolved.ends.placements();
    let of_placement = |index: u32| {
        let ends = &all[index as usize];
        if sent { &ends.host } else { &ends.origin }
    };
    let here = people.placements_of(touch.index).iter().filter(|(_, touch)| touch.is(side));
    let here: Vec<u32> = here.map(|(_, touch)| touch.index).collect();
    if !whole && !here.is_empty() {
        ends.extend(here.into_iter().flat_map(of_placement));
        return;
    }
    let cohort = RecordRef { kind: Kind::Cohort, index: touch.index };
    ends.extend(resolved.ends.of(cohort).into_iter().flat_map(|own| if sent { &own.host } else { &own.origin }));
    if sent && whole {
        ends.extend(resolved.ends.placements_of[touch.index as usize].iter().flat_map(|index| of_placement(*index)));
    }
}

/// People between a subject and a partner, once per cohort: the participants where the whole cohort went from
/// the one to the other, else the heads of its placements that did.
fn count(
    resolved: &Resolved,
    people: &People<'_>,
    partner: RecordRef,
    activities: &[(RecordRef, Touch)],
    sent: bool,
) -> Measure {
    let cohort_of = |(record, touch): &(RecordRef, Touch)| match record.kind {
        Kind::Cohort => Some((record.index, Some(*touch))),
        Kind::Placement => Some((resolved.numbers.placements[record.at()].cohort, None)),
        _ => None,
    };
    let mut cohorts: Vec<(u32, Option<Touch>)> = activities.iter().filter_map(cohort_of).collect();
    cohorts.sort_unstable_by_key(|(cohort, touch)| (*cohort, touch.is_none()));
    cohorts.dedup_by_key(|(cohort, _)| *cohort);
    let mut sum = Sum::EMPTY;
    for (cohort, touch) in cohorts {
        sum.add(between(resolved, people, partner, cohort, touch, sent));
    }
    disclose::people(sum.total())
}

fn between(
    resolved: &Resolved,
    people: &People<'_>,
    partner: RecordRef,
    cohort: u32,
    touch: Option<Touch>,
    sent: bool,
) -> Option<Count> {
    let own_all = if sent { ALL_ORIGINS } else { ALL_HOSTS };
    let at_partner = |end: &End| {
        end.party.is_some_and(|party| party == partner || resolved.lineages.lies_in(party, end.line, partner))
    };
    let record = RecordRef { kind: Kind::Cohort, index: cohort };
    let participants = resolved.numbers.cohorts[cohort as usize].participants;
    let placements = resolved.ends.placements();
    let far = |ends: &super::ends::Ends| -> bool {
        let ends = if sent { &ends.host } else { &ends.origin };
        !ends.is_empty() && ends.iter().all(at_partner)
    };
    let cohort_far = || {
        let own = resolved.ends.of(record);
        let own_ends = own.map(|own| if sent { &own.host } else { &own.origin });
        let others = &resolved.ends.placements_of[cohort as usize];
        let some = own_ends.is_some_and(|ends| !ends.is_empty()) || (sent && !others.is_empty());
        some && own_ends.is_some_and(|ends| ends.iter().all(at_partner))
            && (!sent || others.iter().all(|index| far(&placements[*index as usize])))
    };
    if touch.is_some_and(|touch| touch.is(own_all)) && cohort_far() {
        return participants;
    }
    let mut sum = Sum::EMPTY;
    let mut any = false;
    for (_, touch) in people.placements_of(cohort).iter().filter(|(_, touch)| touch.is(own_all)) {
        if far(&placements[touch.index as usize]) {
            any = true;
            sum.add(resolved.numbers.placements[touch.index as usize].count);
        }
    }
    sum.total().filter(|_| any).map(|count| at_most(count, participants))
}
