//! Which stories belong together: those about the same records, then those about the same topics.

use crate::derive::Facts;
use crate::value::{Kind, RecordRef};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many stories are named.
const MOST: usize = 3;

/// Stories of one topic or record that are looked at: the newest say enough.
const LOOKED_AT: usize = 100;

/// The stories closest to `story`: a shared record counts twice, a shared topic once; of equals the newer, then by id.
pub fn related(facts: &Facts, story: RecordRef) -> Vec<RecordRef> {
    let Some(own) = facts.stories.get(story.at()) else { return Vec::new() };
    let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
    for record in &own.about {
        let others = facts.referrers(*record).iter().filter(|other| other.kind == Kind::Story);
        let about_it =
            |other: &&RecordRef| facts.stories.get(other.at()).is_some_and(|fact| fact.about.contains(record));
        for other in others.filter(about_it).take(LOOKED_AT) {
            *shared.entry(other.index).or_default() += 2;
        }
    }
    for topic in topics(facts, &own.about) {
        let stories = facts.topics.get(topic as usize).map_or(&[][..], |topic| &topic.subject.lists.stories);
        for other in stories.iter().take(LOOKED_AT) {
            *shared.entry(*other).or_default() += 1;
        }
    }
    shared.remove(&story.index);
    let date = |index: u32| facts.stories.get(index as usize).and_then(|fact| fact.date).map(|date| date.sort_key());
    let mut closest: Vec<(u32, usize)> = shared.into_iter().collect();
    closest.sort_by_key(|(index, points)| (Reverse(*points), Reverse(date(*index)), *index));
    closest.into_iter().take(MOST).map(|(index, _)| RecordRef { kind: Kind::Story, index }).collect()
}

/// The topics that a story names, and those of the activities and outcomes that it is about.
fn topics(facts: &Facts, about: &[RecordRef]) -> BTreeSet<u32> {
    let of_record = |record: &RecordRef| match record.kind {
        Kind::Topic => std::slice::from_ref(record).to_vec(),
        Kind::Outcome => facts.outcomes.get(record.at()).map(|fact| fact.topics.clone()).unwrap_or_default(),
        _ => facts.activity(*record).map(|activity| activity.topics.clone()).unwrap_or_default(),
    };
    about.iter().flat_map(of_record).filter(|topic| topic.kind == Kind::Topic).map(|topic| topic.index).collect()
}
