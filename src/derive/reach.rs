//! Which activities touch which subject, and how (content model, section 4, rules 1 to 3).

use super::ends::{AllEnds, End};
use super::index::SubjectIndex;
use super::lineage::Lineages;
use super::moment::Moments;
use crate::check::catalog::Catalog;
use crate::diag::Located;
use crate::value::{Kind, RecordRef};
use rayon::prelude::*;

/// The subject is, or lies above, an origin.
pub(super) const ORIGIN: u8 = 1;
/// The subject is, or lies above, a host.
pub(super) const HOST: u8 = 2;
/// Every origin lies in the subject.
pub(super) const ALL_ORIGINS: u8 = 4;
/// Every host lies in the subject.
pub(super) const ALL_HOSTS: u8 = 8;
/// An origin of the cohort lies in the subject and none of its placements tells of it.
pub(super) const UNTOLD_ORIGIN: u8 = 16;
/// A host of the cohort lies in the subject and none of its placements tells of it.
pub(super) const UNTOLD_HOST: u8 = 32;
/// What touches the subject does so as a whole: a topic, a program, a year, everything.
const WHOLE: u8 = ORIGIN | HOST | ALL_ORIGINS | ALL_HOSTS;

/// How an activity touches a subject. Without flags it does so as the organizer of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Touch {
    /// The activity's place.
    pub(super) index: u32,
    /// [`ORIGIN`] and so on.
    pub(super) flags: u8,
}

impl Touch {
    /// Whether all of `flags` are set.
    pub(super) fn is(self, flags: u8) -> bool {
        self.flags & flags == flags
    }
}

/// The records that touch one subject, each once, by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// Cohorts.
    pub(super) cohorts: Vec<Touch>,
    /// Placements.
    pub(super) placements: Vec<Touch>,
    /// Visits.
    pub(super) visits: Vec<Touch>,
    /// Trainings.
    pub(super) trainings: Vec<Touch>,
    /// Outcomes.
    pub(super) outcomes: Vec<u32>,
    /// Evaluations.
    pub(super) evaluations: Vec<u32>,
    /// Statements.
    pub(super) statements: Vec<u32>,
    /// Stories.
    pub(super) stories: Vec<u32>,
    /// Corrections.
    pub(super) corrections: Vec<u32>,
    /// Planned and cancelled activities.
    pub(super) apart: Vec<RecordRef>,
    /// Activities for which today's parent decided.
    pub(super) uncertain: Vec<RecordRef>,
}

impl Gathered {
    /// The activities of a kind that enter figures.
    pub(super) fn list(&self, kind: Kind) -> &[Touch] {
        match kind {
            Kind::Cohort => &self.cohorts,
            Kind::Placement => &self.placements,
            Kind::Visit => &self.visits,
            Kind::Training => &self.trainings,
            _ => &[],
        }
    }

    fn list_mut(&mut self, kind: Kind) -> &mut Vec<Touch> {
        match kind {
            Kind::Cohort => &mut self.cohorts,
            Kind::Placement => &mut self.placements,
            Kind::Visit => &mut self.visits,
            _ => &mut self.trainings,
        }
    }

    /// Every activity that enters figures, with how it touches.
    pub(super) fn activities(&self) -> impl Iterator<Item = (RecordRef, Touch)> {
        Kind::ACTIVITIES
            .into_iter()
            .flat_map(|kind| self.list(kind).iter().map(move |touch| (RecordRef { kind, index: touch.index }, *touch)))
    }
}

/// What touches each subject, and the way back.
#[derive(Debug)]
pub(super) struct Reached {
    /// By the number of the subject.
    pub(super) subjects: Vec<Gathered>,
    /// The subjects of each activity, by kind (in the order of [`Kind::ACTIVITIES`]) and place.
    of: [Vec<Vec<u32>>; 4],
}

impl Reached {
    /// The subjects that an activity touches; empty for other records.
    pub(super) fn subjects_of(&self, activity: RecordRef) -> &[u32] {
        let kind = Kind::ACTIVITIES.iter().position(|kind| *kind == activity.kind);
        kind.and_then(|kind| self.of[kind].get(activity.at())).map_or(&[], Vec::as_slice)
    }
}

/// What is needed to mark subjects; nothing in it changes.
struct Marker<'a> {
    catalog: &'a Catalog,
    index: &'a SubjectIndex,
    lineages: &'a Lineages,
    moments: &'a Moments,
    ends: &'a AllEnds,
}

/// The marks of one activity: subject and flag, many times over, and how many places there were.
#[derive(Default)]
struct Marks {
    marks: Vec<(u32, u8)>,
    origins: usize,
    hosts: usize,
    uncertain: Vec<u32>,
}

/// Activities that are marked in one go by one thread.
const PIECE: usize = 256;

/// Finds for every activity the subjects that it touches.
pub(super) fn activities(
    catalog: &Catalog,
    index: &SubjectIndex,
    lineages: &Lineages,
    moments: &Moments,
    ends: &AllEnds,
) -> Reached {
    let marker = Marker { catalog, index, lineages, moments, ends };
    let mut reached = Reached { subjects: vec![Gathered::default(); index.len()], of: Default::default() };
    for (slot, kind) in Kind::ACTIVITIES.into_iter().enumerate() {
        let count = u32::try_from(moments.list(kind).len()).unwrap_or(u32::MAX);
        let marked = (0..count).into_par_iter().with_min_len(PIECE).map(|index| {
            let mut marks = marker.marks(RecordRef { kind, index });
            (marks.touches(), marks.uncertain())
        });
        let marked: Vec<(Vec<_>, Vec<u32>)> = marked.collect();
        for ((at, moment), (touches, uncertain)) in (0..).zip(moments.list(kind)).zip(marked) {
            let record = RecordRef { kind, index: at };
            for (subject, flags) in &touches {
                let gathered = &mut reached.subjects[*subject as usize];
                if moment.is_apart() {
                    gathered.apart.push(record);
                } else {
                    gathered.list_mut(kind).push(Touch { index: at, flags: *flags });
                }
            }
            for subject in uncertain {
                reached.subjects[subject as usize].uncertain.push(record);
            }
            reached.of[slot].push(touches.into_iter().map(|(subject, _)| subject).collect());
        }
    }
    reached
}

impl Marker<'_> {
    fn marks(&self, record: RecordRef) -> Marks {
        let mut marks = Marks::default();
        if let Some(ends) = self.ends.of(record) {
            for end in &ends.origin {
                self.place(&mut marks, *end, ORIGIN, true);
            }
            for end in &ends.host {
                self.place(&mut marks, *end, HOST, true);
            }
            for end in &ends.organizers {
                self.place(&mut marks, *end, 0, true);
            }
            marks.origins = ends.origin.len();
            marks.hosts = ends.host.len();
        }
        let at = record.at();
        match record.kind {
            Kind::Cohort => {
                self.placements(&mut marks, record);
                self.topics(&mut marks, &self.catalog.cohorts[at].topics);
                self.program(&mut marks, record);
            }
            Kind::Placement => {
                self.topics(&mut marks, &self.catalog.placements[at].topics);
                self.program(&mut marks, self.catalog.placements[at].cohort.value);
            }
            Kind::Visit => self.topics(&mut marks, &self.catalog.visits[at].topics),
            _ => self.topics(&mut marks, &self.catalog.trainings[at].topics),
        }
        let year = self.moments.of(record).year.and_then(|year| self.index.year(year));
        marks.marks.extend(year.map(|year| (year, WHOLE)));
        marks.marks.push((self.index.whole(), WHOLE));
        marks
    }

    /// Every subject that is or lies above a place.
    fn place(&self, marks: &mut Marks, end: End, flag: u8, own: bool) {
        marks.marks.extend(self.above(end).map(|subject| (subject, flag)));
        if let (true, Some(line)) = (own, end.line) {
            let doubtful = &self.lineages.get(line).doubtful;
            marks.uncertain.extend(doubtful.iter().map(|region| self.index.region(*region)));
        }
    }

    fn above(&self, end: End) -> impl Iterator<Item = u32> {
        let institution = end.party.filter(|party| party.kind == Kind::Institution);
        let chain = institution.and_then(|party| self.lineages.institutions.get(party.at()));
        let regions = end.line.map(|line| &self.lineages.get(line).regions);
        let institutions = chain.into_iter().flatten().map(|at| self.index.institution(*at));
        regions.into_iter().flatten().map(|at| self.index.region(*at)).chain(institutions)
    }

    /// A cohort's hosts are its own and those of its placements, each where it lay on the placement's
    /// date. An origin that only a placement names is one from which the cohort sent people.
    fn placements(&self, marks: &mut Marks, cohort: RecordRef) {
        let placements = &self.ends.placements_of[cohort.at()];
        let (mut told_origins, mut told_hosts) = (Vec::new(), Vec::new());
        for placement in placements {
            let ends = &self.ends.placements()[*placement as usize];
            for end in &ends.host {
                self.place(marks, *end, HOST, false);
                told_hosts.extend(self.above(*end));
            }
            marks.hosts += ends.host.len();
            for end in &ends.origin {
                told_origins.extend(self.above(*end));
            }
        }
        told_origins.sort_unstable();
        told_hosts.sort_unstable();
        if let Some(own) = self.ends.of(cohort) {
            self.untold(marks, &own.origin, &told_origins, UNTOLD_ORIGIN);
            self.untold(marks, &own.host, &told_hosts, UNTOLD_HOST);
            told_origins.dedup();
            marks.marks.extend(told_origins.iter().map(|subject| (*subject, PLACEMENT_ORIGIN)));
        }
    }

    fn untold(&self, marks: &mut Marks, own: &[End], told: &[u32], flag: u8) {
        for end in own {
            let subject = end.party.map(|party| match party.kind {
                Kind::Region => self.index.region(party.index),
                _ => self.index.institution(party.index),
            });
            if subject.is_some_and(|subject| told.binary_search(&subject).is_err()) {
                marks.marks.extend(self.above(*end).map(|subject| (subject, flag)));
            }
        }
    }

    fn topics(&self, marks: &mut Marks, topics: &[Located<RecordRef>]) {
        let chains = topics.iter().filter_map(|topic| self.lineages.topics.get(topic.value.at()));
        marks.marks.extend(chains.flatten().map(|topic| (self.index.topic(*topic), WHOLE)));
    }

    fn program(&self, marks: &mut Marks, cohort: RecordRef) {
        let program = self.catalog.cohorts.get(cohort.at()).map(|cohort| cohort.program.value.index);
        marks.marks.extend(program.map(|program| (self.index.program(program), WHOLE)));
    }
}

/// An origin that only a placement of the cohort names; becomes [`ORIGIN`], never "all".
const PLACEMENT_ORIGIN: u8 = 64;

impl Marks {
    /// Each subject once, with its flags; "all" where every place lies in it.
    fn touches(&mut self) -> Vec<(u32, u8)> {
        self.marks.sort_unstable();
        let mut touches: Vec<(u32, u8)> = Vec::new();
        for group in self.marks.chunk_by(|left, right| left.0 == right.0) {
            let count = |flag: u8| group.iter().filter(|mark| mark.1 == flag).count();
            let mut flags = group.iter().fold(0, |flags, mark| flags | mark.1);
            if self.origins > 0 && count(ORIGIN) == self.origins {
                flags |= ALL_ORIGINS;
            }
            if self.hosts > 0 && count(HOST) == self.hosts {
                flags |= ALL_HOSTS;
            }
            if flags & PLACEMENT_ORIGIN != 0 {
                flags = (flags | ORIGIN) & !PLACEMENT_ORIGIN;
            }
            touches.push((group[0].0, flags));
        }
        touches
    }

    fn uncertain(mut self) -> Vec<u32> {
        self.uncertain.sort_unstable();
        self.uncertain.dedup();
        self.uncertain
    }
}
