//! People once per cohort (content model, section 4, rule 1).

use super::moment::Moments;
use super::numbers::Numbers;
use super::reach::{ALL_HOSTS, ALL_ORIGINS, Gathered, HOST, ORIGIN, Touch, UNTOLD_HOST, UNTOLD_ORIGIN};
use super::tally::{Raw, Sum, Tally};
use crate::value::{Count, Kind, RecordRef};

/// Which end of a cohort the subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It sent the people.
    Sent,
    /// It hosted them.
    Hosted,
    /// Either: whichever tells more (person-months).
    Either,
}

impl Side {
    fn touches(self, touch: Touch) -> bool {
        match self {
            Self::Sent => touch.is(ORIGIN),
            Self::Hosted => touch.is(HOST),
            Self::Either => true,
        }
    }

    fn knows_all(self, touch: Touch) -> bool {
        match self {
            Self::Sent => touch.is(ALL_ORIGINS),
            Self::Hosted => touch.is(ALL_HOSTS),
            Self::Either => touch.is(ALL_ORIGINS) || touch.is(ALL_HOSTS),
        }
    }

    fn untold(self, touch: Touch) -> bool {
        match self {
            Self::Sent => touch.is(UNTOLD_ORIGIN),
            Self::Hosted => touch.is(UNTOLD_HOST),
            Self::Either => (touch.is(ORIGIN) && touch.is(UNTOLD_ORIGIN)) || (touch.is(HOST) && touch.is(UNTOLD_HOST)),
        }
    }
}

/// The activities of a subject, with its placements at hand by cohort.
pub(super) struct People<'a> {
    numbers: &'a Numbers,
    gathered: &'a Gathered,
    /// Cohort and touch of each placement, by cohort and place.
    placements: Vec<(u32, Touch)>,
    /// Given where people of a cohort that is not among the subject's are counted by its placements that
    /// are (topics).
    foreign: Option<&'a Moments>,
}

/// The people of one cohort at a subject.
pub(super) struct Share {
    /// The number; none where it is not known.
    pub(super) count: Option<Count>,
    /// The records it was read from, and how many state it.
    pub(super) tally: Tally,
}

impl<'a> People<'a> {
    /// Sorts the placements of a subject by cohort.
    pub(super) fn new(numbers: &'a Numbers, gathered: &'a Gathered, foreign: Option<&'a Moments>) -> Self {
        let cohort = |touch: &Touch| numbers.placements[touch.index as usize].cohort;
        let mut placements: Vec<(u32, Touch)> =
            gathered.placements.iter().map(|touch| (cohort(touch), *touch)).collect();
        placements.sort_unstable_by_key(|(cohort, touch)| (*cohort, touch.index));
        Self { numbers, gathered, placements, foreign }
    }

    /// The placements of a cohort that touch the subject.
    pub(super) fn placements_of(&self, cohort: u32) -> &[(u32, Touch)] {
        let start = self.placements.partition_point(|(other, _)| *other < cohort);
        let length = self.placements[start..].partition_point(|(other, _)| *other == cohort);
        &self.placements[start..start + length]
    }

    /// The people of all cohorts on one side.
    pub(super) fn tally(&self, side: Side) -> Tally {
        let mut sum = Sum::EMPTY;
        let mut tally = Tally::not_applicable();
        self.shares(side, |_, share| {
            sum.add(share.count);
            tally.basis.extend(share.tally.basis);
            tally.stated += share.tally.stated;
            tally.silent += share.tally.silent;
        });
        tally.raw = Raw::People(sum.total());
        tally
    }

    /// Calls `each` with every cohort that touches the subject on `side`, in order, and its people there.
    pub(super) fn shares(&self, side: Side, mut each: impl FnMut(u32, Share)) {
        for touch in self.gathered.cohorts.iter().filter(|touch| side.touches(**touch)) {
            each(touch.index, self.share(*touch, side));
        }
        if let Some(moments) = self.foreign {
            let apart = |index: u32| moments.of(RecordRef { kind: Kind::Cohort, index }).is_apart();
            let own = |cohort: u32| self.gathered.cohorts.binary_search_by_key(&cohort, |touch| touch.index).is_ok();
            for group in self.placements.chunk_by(|left, right| left.0 == right.0) {
                let cohort = group[0].0;
                if !own(cohort) && !apart(cohort) {
                    each(cohort, self.share(Touch { index: cohort, flags: ORIGIN | HOST }, side));
                }
            }
        }
    }

    /// The cohort's participants if all its origins (hosts) lie in the subject, else the head counts of
    /// its placements from (at) there, never more than the participants, else unknown.
    fn share(&self, cohort: Touch, side: Side) -> Share {
        let record = RecordRef { kind: Kind::Cohort, index: cohort.index };
        let participants = self.numbers.cohorts[cohort.index as usize].participants;
        let mut tally = Tally::not_applicable();
        if side.knows_all(cohort) {
            tally.note(record, participants.is_some());
            return Share { count: participants, tally };
        }
        let mut sum = Sum::EMPTY;
        for (_, touch) in self.placements_of(cohort.index).iter().filter(|(_, touch)| side.touches(*touch)) {
            // A placement with an origin elsewhere too is known only at a common ancestor.
            let count = self.numbers.placements[touch.index as usize].count.filter(|_| side.knows_all(*touch));
            sum.add(count);
            tally.note(RecordRef { kind: Kind::Placement, index: touch.index }, count.is_some());
        }
        if side.untold(cohort) || tally.basis.is_empty() {
            sum.add(None);
            tally.note(record, false);
        }
        Share { count: sum.total().map(|count| at_most(count, participants)), tally }
    }
}

/// Never more than the participants, where those are known. Where even the least of the count is more than all of them, what is
/// known of them is all that is known; where only its upper end is, that end is as certain as theirs.
pub(super) fn at_most(count: Count, participants: Option<Count>) -> Count {
    let Some((participants, most)) = participants.and_then(|known| Some((known, known.high?))) else { return count };
    if count.low > most {
        return participants;
    }
    match count.high {
        Some(high) if high > most => {
            Count { high: Some(most), approximate: count.approximate || participants.approximate, ..count }
        }
        _ => count,
    }
}
