//! What a map can show of a region.

use crate::derive::{FigureName, FigureValue, Measure, Reach, Subject};
use crate::value::{Count, Lang};

/// A measure of the map; each has pages of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapMeasure {
    /// Cohorts, visits and trainings that it hosted.
    Hosted,
    /// Cohorts, visits and trainings that it sent people to.
    Sent,
    /// People of cohorts that it hosted.
    PeopleHosted,
    /// People of cohorts that it sent.
    PeopleSent,
    /// Visits made or received.
    Visits,
    /// Outcomes of all stages.
    Outcomes,
}

impl MapMeasure {
    /// How many there are.
    pub const COUNT: u32 = 6;

    /// Every measure; the first is the map's own.
    pub const ALL: [Self; Self::COUNT as usize] =
        [Self::Hosted, Self::Sent, Self::PeopleHosted, Self::PeopleSent, Self::Visits, Self::Outcomes];

    /// The measure of a page.
    pub fn at(place: u32) -> Self {
        Self::ALL.get(place as usize).copied().unwrap_or(Self::Hosted)
    }

    /// The page of the measure at `at`, as squares or as outlines: a place among all such pages.
    pub fn page(at: u32, outlined: bool) -> u32 {
        if outlined { at + Self::COUNT } else { at }
    }

    /// The measure and the kind of map of a page.
    pub fn of_page(place: u32) -> (u32, bool) {
        (place % Self::COUNT, place >= Self::COUNT)
    }

    /// Its name in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::Sent => "sent",
            Self::PeopleHosted => "people_hosted",
            Self::PeopleSent => "people_sent",
            Self::Visits => "visits",
            Self::Outcomes => "outcomes",
        }
    }

    /// Its part of an address.
    pub fn segment(self, lang: &Lang) -> &'static str {
        let (indonesian, english) = match self {
            Self::Hosted => ("tuan-rumah", "hosted"),
            Self::Sent => ("asal", "sent"),
            Self::PeopleHosted => ("orang-diterima", "people-hosted"),
            Self::PeopleSent => ("orang-dikirim", "people-sent"),
            Self::Visits => ("kunjungan", "visits"),
            Self::Outcomes => ("hasil", "outcomes"),
        };
        if lang.as_str() == "id" { indonesian } else { english }
    }

    /// Its colour: `host`, `origin`, `visit`, `outcome`.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Hosted | Self::PeopleHosted => "host",
            Self::Sent | Self::PeopleSent => "origin",
            Self::Visits => "visit",
            Self::Outcomes => "outcome",
        }
    }

    /// The message key of a number of its things.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Hosted | Self::Sent => "n_activities",
            Self::PeopleHosted | Self::PeopleSent => "people_interns",
            Self::Visits => "n_visits",
            Self::Outcomes => "n_outcomes",
        }
    }

    /// Its value for a region.
    pub fn of(self, subject: &Subject) -> Measure {
        let lists = &subject.lists;
        let activities = |has: fn(&Reach) -> bool| {
            let all = [&lists.cohorts, &lists.visits, &lists.trainings];
            all.iter().flat_map(|list| list.iter()).filter(|reach| has(reach)).count()
        };
        let figure = |name| match subject.figure(name).map(|figure| figure.value) {
            Some(FigureValue::Number(measure)) => measure,
            _ => Measure::NOT_APPLICABLE,
        };
        match self {
            Self::Hosted => number(activities(|reach| reach.host)),
            Self::Sent => number(activities(|reach| reach.origin)),
            Self::PeopleHosted => figure(FigureName::PeopleHosted),
            Self::PeopleSent => figure(FigureName::PeopleSent),
            Self::Visits => number(lists.visits.len()),
            Self::Outcomes => number(lists.outcomes.len()),
        }
    }
}

fn number(count: usize) -> Measure {
    Measure::from_count(Some(Count::exact(count as u64)))
}
