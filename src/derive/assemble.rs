//! Moves the records of the catalog into the facts, each with what was derived about it.

use super::facts::{
    CohortFact, CorrectionFact, EvaluationFact, Facts, InstitutionFact, NarrativeFact, OutcomeFact, PlaceFact,
    PlacementFact, ProgramFact, RegionFact, SiteFact, SourceFact, Standing, StatementFact, TopicFact, TrainingFact,
    VisitFact,
};
use super::moment::Moment;
use super::statements::statements;
use super::subject::{RegionHistory, Subject};
use super::world::{Resolved, World};
use super::{as_of, evaluations, history, media, referrers, subjects};
use crate::check::catalog::{Catalog, Cohort, Placement};
use crate::check::outlines::Outline;
use crate::value::{Kind, PartialDate, RecordRef};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Everything that is worked out before the records move.
struct Derived {
    moments: [Vec<Moment>; 4],
    statements: [Vec<Vec<u32>>; 4],
    subjects: std::vec::IntoIter<Subject>,
    years: Vec<i32>,
    standings: Vec<Standing>,
    histories: Vec<Vec<RegionHistory>>,
    /// Institutions directly below each institution, topics directly below each topic.
    below: (Vec<Vec<u32>>, Vec<Vec<u32>>),
    rotations: Vec<Vec<RecordRef>>,
    /// The hosts of each cohort, with those of its placements, and its placements by date.
    cohorts: Vec<(Vec<PlaceFact>, Vec<u32>)>,
    hidden_evaluations: Vec<bool>,
    referrers: Vec<Vec<Vec<RecordRef>>>,
    as_of: Option<PartialDate>,
}

/// Derives what is to be derived from the public `catalog`, of which `resolved` was resolved, and takes it apart.
pub(super) fn assemble(catalog: Catalog, resolved: &Resolved, today: NaiveDate) -> Facts {
    let derived = Derived::new(&World::new(&catalog, resolved));
    let media = media::shown(&catalog);
    let Catalog { site, messages, outlines, regions, institutions, programs, topics, sources, .. } = catalog;
    let smallest_group = site.smallest_group;
    let mut subjects = derived.subjects;
    let mut next = || subjects.next().unwrap_or_default();
    let [of_cohorts, of_placements, of_visits, of_trainings] = together(derived.moments, derived.statements);

    // The order of subjects is that of `SubjectIndex`: regions, institutions, topics, programs, years, the whole.
    let places = regions.into_iter().zip(derived.standings).zip(derived.histories);
    let regions: Vec<RegionFact> =
        places.map(|((record, standing), changes)| RegionFact::new(record, standing, changes, next(), today)).collect();
    let bodies = institutions.into_iter().zip(derived.below.0).zip(derived.rotations);
    let institutions =
        bodies.map(|((record, below), rotations)| InstitutionFact::new(record, below, rotations, next())).collect();
    let narrower = topics.into_iter().zip(derived.below.1);
    let topics = narrower.map(|(record, narrower)| TopicFact::new(record, narrower, next())).collect();
    let programs = programs.into_iter().map(|record| ProgramFact::new(record, next())).collect();
    let years = derived.years.into_iter().map(|year| (year, next())).collect();
    let whole = next();

    let cohorts = catalog.cohorts.into_iter().zip(&resolved.numbers.cohorts).zip(of_cohorts).zip(derived.cohorts);
    let cohorts: Vec<CohortFact> = cohorts
        .map(|(((record, numbers), (moment, statements)), hosts)| {
            CohortFact::new(record, numbers, moment, statements, hosts, smallest_group)
        })
        .collect();
    let placement = |(record, (moment, statements)): (Placement, (Moment, Vec<u32>))| {
        let origin = cohorts.get(record.cohort.value.at()).map_or(&[][..], |cohort| &cohort.activity.origin);
        PlacementFact::new(record, moment, statements, origin)
    };
    let placements = catalog.placements.into_iter().zip(of_placements).map(placement).collect();
    let visits = catalog.visits.into_iter().zip(of_visits);
    let trainings = catalog.trainings.into_iter().zip(of_trainings);
    let measured = catalog.evaluations.into_iter().zip(derived.hidden_evaluations);
    Facts {
        site: SiteFact::new(site, today),
        messages,
        media,
        outlines: placed(outlines, &regions),
        as_of: derived.as_of,
        regions,
        institutions,
        programs,
        topics,
        sources: sources.into_iter().map(SourceFact::new).collect(),
        placements,
        cohorts,
        visits: visits.map(|(record, (moment, statements))| VisitFact::new(record, moment, statements)).collect(),
        trainings: trainings
            .map(|(record, (moment, statements))| TrainingFact::new(record, moment, statements))
            .collect(),
        outcomes: catalog.outcomes.into_iter().map(OutcomeFact::new).collect(),
        evaluations: measured.map(|(record, hidden)| EvaluationFact::new(record, hidden)).collect(),
        statements: catalog.statements.into_iter().map(StatementFact::new).collect(),
        corrections: catalog.corrections.into_iter().map(CorrectionFact::new).collect(),
        stories: catalog.stories.into_iter().map(NarrativeFact::new).collect(),
        pages: catalog.pages.into_iter().map(NarrativeFact::new).collect(),
        years,
        whole,
        referrers: derived.referrers,
        seal: (),
    }
}

fn together(moments: [Vec<Moment>; 4], statements: [Vec<Vec<u32>>; 4]) -> [Vec<(Moment, Vec<u32>)>; 4] {
    let mut statements = statements.into_iter();
    moments.map(|moments| moments.into_iter().zip(statements.next().unwrap_or_default()).collect())
}

/// The outlines of public regions; regions stand by id.
fn placed(outlines: Vec<Outline>, regions: &[RegionFact]) -> Vec<(u32, Vec<Vec<[f64; 2]>>)> {
    let place = |outline: Outline| {
        let at = regions.binary_search_by(|region| region.head.id.as_str().cmp(&outline.region)).ok()?;
        Some((u32::try_from(at).ok()?, outline.rings))
    };
    outlines.into_iter().filter_map(place).collect()
}

impl Derived {
    fn new(world: &World<'_>) -> Self {
        let catalog = world.catalog;
        let institutions = catalog.institutions.iter().map(|record| record.parent.as_ref().map(|up| up.value.index));
        let topics = catalog.topics.iter().map(|record| record.broader.as_ref().map(|up| up.value.index));
        // What goes through all records one by one, beside the subjects, which are built by whoever is free.
        let (subjects, (statements, cohorts, referrers, as_of)) = rayon::join(
            || subjects::subjects(world),
            || {
                (
                    statements(world),
                    cohorts(world),
                    referrers::referrers(catalog),
                    as_of::as_of(catalog, world.resolved.today),
                )
            },
        );
        Self {
            moments: Kind::ACTIVITIES.map(|kind| world.resolved.moments.list(kind).to_vec()),
            statements,
            subjects: subjects.into_iter(),
            years: world.resolved.index.years.clone(),
            standings: standings(world),
            histories: history::histories(catalog),
            below: (
                below(world, Kind::Institution, institutions, catalog.institutions.len()),
                below(world, Kind::Topic, topics, catalog.topics.len()),
            ),
            rotations: rotations(world),
            cohorts,
            hidden_evaluations: evaluations::hidden(world),
            referrers,
            as_of,
        }
    }
}

fn standings(world: &World<'_>) -> Vec<Standing> {
    let count = world.catalog.regions.len();
    let parents: Vec<Option<u32>> =
        (0..).take(count).map(|region| world.resolved.lineages.parent_today(region)).collect();
    let children = below(world, Kind::Region, parents.iter().copied(), count);
    let institutions =
        below(world, Kind::Institution, world.resolved.lineages.institution_region.iter().copied(), count);
    let parts = parents.into_iter().zip(children).zip(institutions);
    parts.map(|((parent, children), institutions)| Standing { parent, children, institutions }).collect()
}

/// For each of `count` records, those of `kind` that name it as the one above, by name.
fn below(world: &World<'_>, kind: Kind, above: impl Iterator<Item = Option<u32>>, count: usize) -> Vec<Vec<u32>> {
    let mut below = vec![Vec::new(); count];
    for (at, parent) in (0..).zip(above) {
        if let Some(list) = parent.and_then(|parent| below.get_mut(parent as usize)) {
            list.push(at);
        }
    }
    for list in &mut below {
        world.by_name(kind, list);
    }
    below
}

/// The placements that rotated through each institution, newest first.
fn rotations(world: &World<'_>) -> Vec<Vec<RecordRef>> {
    let mut rotations: Vec<Vec<RecordRef>> = vec![Vec::new(); world.catalog.institutions.len()];
    for (index, placement) in (0..).zip(&world.catalog.placements) {
        let parties = placement.rotations.iter().filter_map(|place| place.party);
        for party in parties.filter(|party| party.kind == Kind::Institution) {
            if let Some(list) = rotations.get_mut(party.at()) {
                list.push(RecordRef { kind: Kind::Placement, index });
            }
        }
    }
    for list in &mut rotations {
        list.dedup();
        list.sort_unstable_by(|left, right| world.newest_first(*left, *right));
    }
    rotations
}

fn cohorts(world: &World<'_>) -> Vec<(Vec<PlaceFact>, Vec<u32>)> {
    let mut placements: Vec<Vec<u32>> = vec![Vec::new(); world.catalog.cohorts.len()];
    for (index, placement) in (0..).zip(&world.catalog.placements) {
        placements[placement.cohort.value.at()].push(index);
    }
    let build = |((at, cohort), mut own): ((usize, &Cohort), Vec<u32>)| {
        let mut host = PlaceFact::list(cohort.host.clone());
        let mut named: BTreeSet<RecordRef> = host.iter().filter_map(|place| place.party).collect();
        let hosts =
            world.resolved.ends.placements_of[at].iter().map(|index| &world.catalog.placements[*index as usize].host);
        for place in hosts.flat_map(|place| PlaceFact::list(vec![place.clone()])) {
            let is_new = place.party.map_or_else(|| !host.contains(&place), |party| named.insert(party));
            if is_new {
                host.push(place);
            }
        }
        // By date and id, the order in which things happened; the undated last.
        let key = |index: u32| world.date(RecordRef { kind: Kind::Placement, index }).map(PartialDate::sort_key);
        own.sort_by_key(|index| (key(*index).is_none(), key(*index), *index));
        (host, own)
    };
    world.catalog.cohorts.iter().enumerate().zip(placements).map(build).collect()
}
