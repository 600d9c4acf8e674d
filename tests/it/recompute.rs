//! Figures of regions, reckoned a second time: straight from the YAML, without the program's code.
//!
//! The rules are those of the content model, section 4, written as plainly as possible: every
//! activity is asked of every region, every count is an interval. If `derive` and this disagree, one
//! of them has misread the model.

use super::yaml::{Activity, Content, Place, Places};
use std::collections::BTreeSet;

/// A count as an interval; `high` is none where there is no upper end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: u64,
    pub high: Option<u64>,
    pub approximate: bool,
}

/// A sum of stated counts, and how many records state nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub total: Option<Interval>,
    pub stated: u64,
    pub silent: u64,
}

/// The people of one cohort in a region, and the records that say so.
struct Share {
    count: Option<Interval>,
    stated: u64,
    silent: u64,
}

/// The figures of one region.
#[derive(Debug, PartialEq, Eq)]
pub struct Figures {
    pub cohorts: u64,
    pub people_sent: Sum,
    pub people_hosted: Sum,
    pub placements: u64,
    pub placement_heads: Sum,
    pub visits_made: u64,
    pub visits_received: u64,
    pub delegates_sent: Sum,
    pub delegates_received: Sum,
    pub trainings: u64,
}

impl Interval {
    /// Reads `5`, `~40`, `22-23`, `84+`.
    pub fn read(text: &str) -> Self {
        let (body, approximate) = text.strip_prefix('~').map_or((text, false), |body| (body, true));
        let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("`{text}` is no count"));
        if let Some(low) = body.strip_suffix('+') {
            return Self { low: number(low), high: None, approximate };
        }
        let (low, high) = body.split_once('-').unwrap_or((body, body));
        Self { low: number(low), high: Some(number(high)), approximate }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high.zip(other.high).map(|(a, b)| a + b),
            approximate: self.approximate || other.approximate,
        }
    }

    fn at_most(self, limit: Option<Self>) -> Self {
        let Some((all, limit)) = limit.and_then(|limit| Some((limit, limit.high?))) else { return self };
        if self.low > limit {
            return all;
        }
        let is_cut = self.high.is_some_and(|high| high > limit);
        let high = if is_cut { Some(limit) } else { self.high };
        Self { low: self.low, high, approximate: self.approximate || (is_cut && all.approximate) }
    }
}

impl Sum {
    fn of(counts: impl IntoIterator<Item = Option<Interval>>) -> Self {
        let mut sum = Self::default();
        for count in counts {
            match count {
                None => sum.silent += 1,
                Some(count) => {
                    sum.stated += 1;
                    sum.total = Some(sum.total.map_or(count, |total| total.plus(count)));
                }
            }
        }
        if sum.silent > 0 {
            sum.total = sum.total.map(|total| Interval { high: None, ..total });
        }
        sum
    }

    /// People over cohorts: a cohort of which nothing is known opens the sum.
    fn of_people(shares: impl IntoIterator<Item = Share>) -> Self {
        let shares: Vec<Share> = shares.into_iter().collect();
        let total = Self::of(shares.iter().map(|share| share.count)).total;
        let add = |number: fn(&Share) -> u64| shares.iter().map(number).sum();
        Self { total, stated: add(|share| share.stated), silent: add(|share| share.silent) }
    }

    /// `(state, min, max)` as `data.json` has them.
    pub fn published(self) -> (&'static str, Option<u64>, Option<u64>) {
        match self.total {
            None if self.silent > 0 => ("unknown", None, None),
            None => ("exact", Some(0), Some(0)),
            Some(Interval { low, high: None, .. }) => ("at-least", Some(low), None),
            Some(Interval { low, high: Some(high), .. }) if low != high => ("range", Some(low), Some(high)),
            Some(Interval { low, high, approximate: true }) => ("approximate", Some(low), high),
            Some(Interval { low, high, approximate: false }) => ("exact", Some(low), high),
        }
    }
}

/// Reckons the figures of `region`; `today` decides what still lies ahead.
pub fn figures(content: &Content, region: &str, today: &str) -> Figures {
    let world = World { content, region, today };
    let cohorts: Vec<&Activity> = content.cohorts.iter().filter(|it| world.happened(it)).collect();
    let placements: Vec<&Activity> = content.placements.iter().filter(|it| world.happened(it)).collect();
    let visits: Vec<&Activity> = content.visits.iter().filter(|it| world.happened(it)).collect();
    let sent: Vec<_> = cohorts.iter().filter(|cohort| world.any(&origins(cohort), cohort)).collect();
    let hosted: Vec<_> = cohorts.iter().filter(|cohort| world.any(&world.hosts(cohort), cohort)).collect();
    let here: Vec<_> = placements
        .iter()
        .filter(|it| world.any(&world.placement_origins(it), it) || world.any(&hosts(it), it))
        .collect();
    let made: Vec<_> = visits.iter().filter(|visit| world.any(&origins(visit), visit)).collect();
    let received: Vec<_> = visits.iter().filter(|visit| world.any(&hosts(visit), visit)).collect();
    let trainings = content.trainings.iter().filter(|it| world.happened(it)).filter(|it| {
        world.any(&origins(it), it) || world.any(&hosts(it), it) || world.any(&Places::list(it.organizers.as_ref()), it)
    });
    let known_if_all = |places: &dyn Fn(&Activity) -> Vec<Place>, it: &Activity| {
        world.all(&places(it), it).then(|| count(it)).flatten()
    };
    Figures {
        cohorts: sent.iter().chain(&hosted).map(|cohort| &cohort.id).collect::<BTreeSet<_>>().len() as u64,
        people_sent: Sum::of_people(
            sent.iter().map(|it| world.people(it, &origins(it), &|p| world.placement_origins(p))),
        ),
        people_hosted: Sum::of_people(hosted.iter().map(|it| world.people(it, &hosts(it), &hosts))),
        placements: here.len() as u64,
        placement_heads: Sum::of(here.iter().map(|it| count(it))),
        visits_made: made.len() as u64,
        visits_received: received.len() as u64,
        delegates_sent: Sum::of(made.iter().map(|it| known_if_all(&origins, it))),
        delegates_received: Sum::of(received.iter().map(|it| known_if_all(&hosts, it))),
        trainings: trainings.count() as u64,
    }
}

struct World<'a> {
    content: &'a Content,
    region: &'a str,
    today: &'a str,
}

fn origins(activity: &Activity) -> Vec<Place> {
    Places::list(activity.origin.as_ref())
}

fn hosts(activity: &Activity) -> Vec<Place> {
    Places::list(activity.host.as_ref())
}

fn count(activity: &Activity) -> Option<Interval> {
    activity.participants.as_deref().map(Interval::read)
}

impl World<'_> {
    /// Planned and cancelled activities enter no figure; without a status, what starts later is planned.
    fn happened(&self, activity: &Activity) -> bool {
        match activity.status.as_deref() {
            Some("planned" | "cancelled") => false,
            Some(_) => true,
            None => activity.end.is_none() || activity.start.as_deref().is_none_or(|start| start <= self.today),
        }
    }

    fn cohort(&self, placement: &Activity) -> Option<&Activity> {
        let id = placement.cohort.as_deref()?;
        self.content.cohorts.iter().find(|cohort| cohort.id == id)
    }

    /// An absent origin means all origins of the cohort.
    fn placement_origins(&self, placement: &Activity) -> Vec<Place> {
        match &placement.origin {
            Some(origin) => Places::list(Some(origin)),
            None => self.cohort(placement).map(origins).unwrap_or_default(),
        }
    }

    fn placements(&self, cohort: &Activity) -> Vec<&Activity> {
        let of = |it: &&Activity| it.cohort.as_deref() == Some(&cohort.id) && self.happened(it);
        self.content.placements.iter().filter(of).collect()
    }

    /// A cohort's hosts are its own and those of its placements.
    fn hosts(&self, cohort: &Activity) -> Vec<Place> {
        let placed = self.placements(cohort).into_iter().flat_map(hosts);
        hosts(cohort).into_iter().chain(placed).collect()
    }

    /// Rule 1: the participants if all places lie in the region, else the heads of the placements there
    /// (never more than the participants), else unknown.
    fn people(&self, cohort: &Activity, own: &[Place], of: &dyn Fn(&Activity) -> Vec<Place>) -> Share {
        let placements = self.placements(cohort);
        let all: Vec<Place> = own.iter().cloned().chain(placements.iter().flat_map(|it| of(it))).collect();
        if self.all(&all, cohort) {
            let count = count(cohort);
            return Share { count, stated: u64::from(count.is_some()), silent: u64::from(count.is_none()) };
        }
        let there = placements.iter().filter(|it| self.any(&of(it), it));
        let mut heads: Vec<_> = there.map(|it| self.all(&of(it), it).then(|| count(it)).flatten()).collect();
        // A place that the cohort names and no placement tells of holds an unknown number of its people.
        let told =
            |place: &Place| placements.iter().any(|it| of(it).iter().any(|other| self.is_inside(other, place, it)));
        if heads.is_empty() || own.iter().any(|place| self.lies(place, cohort) && !told(place)) {
            heads.push(None);
        }
        let sum = Sum::of(heads);
        Share { count: sum.total.map(|total| total.at_most(count(cohort))), stated: sum.stated, silent: sum.silent }
    }

    fn is_inside(&self, inner: &Place, outer: &Place, activity: &Activity) -> bool {
        match (inner, outer) {
            (Place::Party(inner), Place::Party(outer)) if inner == outer => true,
            (_, Place::Party(region)) => World { region, ..*self }.lies(inner, activity),
            (_, Place::Label { .. }) => true,
        }
    }

    fn any(&self, places: &[Place], activity: &Activity) -> bool {
        places.iter().any(|place| self.lies(place, activity))
    }

    /// Whether all places lie in the region; none at all do not.
    fn all(&self, places: &[Place], activity: &Activity) -> bool {
        !places.is_empty() && places.iter().all(|place| self.lies(place, activity))
    }

    /// Rule 3: whether the place lay in the region on the activity's date.
    fn lies(&self, place: &Place, activity: &Activity) -> bool {
        let mut at = match place {
            Place::Label { region } => region.clone(),
            Place::Party(id) if self.content.regions.contains_key(id) => Some(id.clone()),
            Place::Party(id) => self.content.institutions[id].region.clone(),
        };
        let date = self.date(activity);
        while let Some(id) = at {
            if id == self.region {
                return true;
            }
            at = self.parent(&id, date.as_deref());
        }
        false
    }

    /// `start`, else `end`, else the cohort's, else `reported`.
    fn date(&self, activity: &Activity) -> Option<String> {
        let own = |it: &Activity| it.start.clone().or_else(|| it.end.clone());
        own(activity)
            .or_else(|| self.cohort(activity).and_then(own))
            .or_else(|| activity.reported.clone())
            .or_else(|| self.cohort(activity).and_then(|cohort| cohort.reported.clone()))
    }

    /// The parent on a date; today's where the date is unknown or spans the change.
    fn parent(&self, id: &str, date: Option<&str>) -> Option<String> {
        let region = &self.content.regions[id];
        let today = || region.parents.iter().find(|parent| parent.to.is_none()).map(|parent| parent.id.clone());
        let Some(date) = date.map(|date| date.trim_end_matches('~')) else {
            return region.parent.clone().or_else(today);
        };
        // As text, `2022-07` lies before and `2022-07-99` behind every day of July.
        let (first, last) = (format!("{date}-01-01")[..10].to_owned(), format!("{date}-99-99")[..10].to_owned());
        let whole = |parent: &&super::yaml::Parent| {
            parent.from.as_ref().is_none_or(|from| *from <= first) && parent.to.as_ref().is_none_or(|to| *to > last)
        };
        let then = region.parents.iter().find(whole).map(|parent| parent.id.clone());
        region.parent.clone().or(then).or_else(today)
    }
}

#[test]
fn sums_add_intervals() {
    let sum = |counts: &[Option<&str>]| Sum::of(counts.iter().map(|count| count.map(Interval::read))).published();
    assert_eq!(sum(&[]), ("exact", Some(0), Some(0)));
    assert_eq!(sum(&[None]), ("unknown", None, None));
    assert_eq!(sum(&[Some("5"), Some("22-23")]), ("range", Some(27), Some(28)));
    assert_eq!(sum(&[Some("5"), Some("~40")]), ("approximate", Some(45), Some(45)));
    assert_eq!(sum(&[Some("5"), None]), ("at-least", Some(5), None));
    assert_eq!(sum(&[Some("5"), Some("84+")]), ("at-least", Some(89), None));
}
