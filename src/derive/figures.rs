//! The figures of a subject, name by name.

use super::disclose;
use super::figure::{Figure, FigureName};
use super::index::SubjectKind;
use super::people::{People, Side};
use super::reach::{ALL_HOSTS, ALL_ORIGINS, Gathered, HOST, ORIGIN, Touch};
use super::tally::{Months, Raw, Tally};
use super::world::Resolved;
use crate::check::catalog::{Stage, Status};
use crate::value::{Kind, PartialDate, RecordRef};

/// Every figure of a subject, in the order of [`FigureName::ALL`]. `partners` are the regions at the other end.
pub(super) fn figures(
    resolved: &Resolved,
    kind: SubjectKind,
    gathered: &Gathered,
    people: &People<'_>,
    partners: Vec<RecordRef>,
) -> Vec<Figure> {
    let mut partners = Some(partners);
    let publish = |name: FigureName| {
        let tally = if !applies(kind, name) {
            Tally::not_applicable()
        } else if name == FigureName::Partners {
            Tally::records(partners.take().unwrap_or_default())
        } else {
            tally(resolved, gathered, people, name)
        };
        disclose::figure(name, tally)
    };
    let mut figures: Vec<Figure> = FigureName::ALL.into_iter().map(publish).collect();
    share(&mut figures);
    figures
}

/// Figures that rest on the same records share the list: those of a country are a hundred thousand long.
fn share(figures: &mut [Figure]) {
    for at in 1..figures.len() {
        let (before, after) = figures.split_at_mut(at);
        if let Some(same) = before.iter().find(|other| other.basis == after[0].basis) {
            after[0].basis = same.basis.clone();
        }
    }
}

/// A partner is the other end of something that has two: only regions and institutions have one. A
/// program consists of cohorts: visits and trainings belong to none.
fn applies(kind: SubjectKind, name: FigureName) -> bool {
    match name {
        FigureName::Partners => matches!(kind, SubjectKind::Region(_) | SubjectKind::Institution(_)),
        FigureName::VisitsMade
        | FigureName::VisitsReceived
        | FigureName::DelegatesSent
        | FigureName::DelegatesReceived
        | FigureName::Trainings => !matches!(kind, SubjectKind::Program(_)),
        _ => true,
    }
}

fn tally(resolved: &Resolved, gathered: &Gathered, people: &People<'_>, name: FigureName) -> Tally {
    let all = |kind: Kind| Tally::records(records(kind, gathered.list(kind), 0).collect());
    match name {
        FigureName::Cohorts => all(Kind::Cohort),
        FigureName::PeopleSent => people.tally(Side::Sent),
        FigureName::PeopleHosted => people.tally(Side::Hosted),
        FigureName::Placements => all(Kind::Placement),
        FigureName::PlacementHeads => Tally::sum(
            records(Kind::Placement, &gathered.placements, 0)
                .map(|record| (record, resolved.numbers.placements[record.at()].count)),
        ),
        FigureName::PersonMonths => person_months(resolved, people),
        FigureName::VisitsMade => Tally::records(records(Kind::Visit, &gathered.visits, ORIGIN).collect()),
        FigureName::VisitsReceived => Tally::records(records(Kind::Visit, &gathered.visits, HOST).collect()),
        FigureName::DelegatesSent => delegates(resolved, gathered, ORIGIN, ALL_ORIGINS),
        FigureName::DelegatesReceived => delegates(resolved, gathered, HOST, ALL_HOSTS),
        FigureName::Trainings => all(Kind::Training),
        FigureName::Topics => Tally::records(topics(resolved, gathered)),
        FigureName::Outcomes(stage) => outcomes(resolved, gathered, stage),
        FigureName::Planned => Tally::records(planned(resolved, gathered)),
        FigureName::FirstActivity => extreme(resolved, gathered, |dates| dates.min_by_key(|date| date.sort_key())),
        FigureName::LastActivity => extreme(resolved, gathered, |dates| dates.max_by_key(|date| date.sort_key())),
        FigureName::Partners => Tally::not_applicable(),
    }
}

fn records(kind: Kind, touches: &[Touch], flags: u8) -> impl Iterator<Item = RecordRef> {
    touches.iter().filter(move |touch| touch.is(flags)).map(move |touch| RecordRef { kind, index: touch.index })
}

/// Delegates of a visit with several origins (hosts) are known only at a common ancestor.
fn delegates(resolved: &Resolved, gathered: &Gathered, side: u8, all: u8) -> Tally {
    Tally::sum(gathered.visits.iter().filter(|touch| touch.is(side)).map(|touch| {
        let delegates = resolved.numbers.visits[touch.index as usize];
        (RecordRef { kind: Kind::Visit, index: touch.index }, delegates.filter(|_| touch.is(all)))
    }))
}

/// The people of each cohort at the subject times the months of the cohort.
fn person_months(resolved: &Resolved, people: &People<'_>) -> Tally {
    let mut sum: Option<Months> = None;
    let mut open = false;
    let mut tally = Tally::not_applicable();
    people.shares(Side::Either, |cohort, share| {
        let months = resolved.numbers.cohorts[cohort as usize].months;
        let product = months.zip(share.count).map(|(months, count)| months.times(count));
        tally.note(RecordRef { kind: Kind::Cohort, index: cohort }, product.is_some());
        tally.basis.extend(share.tally.basis);
        match product {
            Some(product) => sum = Some(sum.map_or(product, |sum| sum.plus(product))),
            None => open = true,
        }
    });
    let nothing = Months { low: 0, high: Some(0), approximate: false };
    let known = if tally.basis.is_empty() { Some(nothing) } else { sum };
    tally.raw = Raw::Months(known.map(|sum| Months { high: sum.high.filter(|_| !open), ..sum }));
    tally
}

fn topics(resolved: &Resolved, gathered: &Gathered) -> Vec<RecordRef> {
    let lists = gathered.activities().map(|(record, _)| resolved.numbers.topics_of(record));
    let mut carried = vec![false; resolved.numbers.all_topics];
    lists.flatten().for_each(|topic| carried[*topic as usize] = true);
    let topics = (0..).zip(carried).filter(|(_, carried)| *carried);
    topics.map(|(index, _)| RecordRef { kind: Kind::Topic, index }).collect()
}

fn outcomes(resolved: &Resolved, gathered: &Gathered, stage: Stage) -> Tally {
    let at_stage = |index: &&u32| resolved.numbers.stages[**index as usize] == stage;
    let outcomes = gathered.outcomes.iter().filter(at_stage);
    Tally::records(outcomes.map(|index| RecordRef { kind: Kind::Outcome, index: *index }).collect())
}

fn planned(resolved: &Resolved, gathered: &Gathered) -> Vec<RecordRef> {
    let is_planned = |record: &&RecordRef| resolved.moments.of(**record).status == Some(Status::Planned);
    gathered.apart.iter().filter(is_planned).copied().collect()
}

/// The first or last day, resting on the activities that have it. Dates of reports are no activity's dates.
fn extreme(
    resolved: &Resolved,
    gathered: &Gathered,
    choose: impl Fn(&mut dyn Iterator<Item = PartialDate>) -> Option<PartialDate>,
) -> Tally {
    let moments = || gathered.activities().map(|(record, _)| (record, resolved.moments.of(record)));
    let date = |moment: super::moment::Moment| moment.date.filter(|_| moment.year.is_some());
    let chosen = choose(&mut moments().filter_map(|(_, moment)| date(moment)));
    let mut tally = Tally::not_applicable();
    for (record, moment) in moments() {
        match date(moment) {
            Some(other) => {
                tally.stated += 1;
                tally.basis.extend((chosen == Some(other)).then_some(record));
            }
            None => tally.silent += 1,
        }
    }
    tally.raw = Raw::Date(chosen);
    tally
}
