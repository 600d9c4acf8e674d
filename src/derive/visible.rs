//! Drops what may not be seen, and renumbers every reference to what is left.
//!
//! Drafts and records under embargo exist nowhere (content model, section 4, rule 6), nor does what
//! cannot stand without one of them: a placement of a hidden cohort, an outcome of hidden activities only.

use crate::check::catalog::{Catalog, Common, Link, Narrative, Place};
use crate::diag::Located;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeSet;

/// Takes everything hidden out of the catalog; lists stay sorted by id.
pub(super) fn keep_public(catalog: &mut Catalog) {
    let hidden = hidden_records(catalog);
    let numbers = Numbers::new(catalog, &hidden);
    keep(&mut catalog.regions, &hidden[Kind::Region as usize]);
    keep(&mut catalog.institutions, &hidden[Kind::Institution as usize]);
    keep(&mut catalog.programs, &hidden[Kind::Program as usize]);
    keep(&mut catalog.topics, &hidden[Kind::Topic as usize]);
    keep(&mut catalog.sources, &hidden[Kind::Source as usize]);
    keep(&mut catalog.cohorts, &hidden[Kind::Cohort as usize]);
    keep(&mut catalog.placements, &hidden[Kind::Placement as usize]);
    keep(&mut catalog.visits, &hidden[Kind::Visit as usize]);
    keep(&mut catalog.trainings, &hidden[Kind::Training as usize]);
    keep(&mut catalog.outcomes, &hidden[Kind::Outcome as usize]);
    keep(&mut catalog.evaluations, &hidden[Kind::Evaluation as usize]);
    keep(&mut catalog.statements, &hidden[Kind::Statement as usize]);
    keep(&mut catalog.corrections, &hidden[Kind::Correction as usize]);
    keep(&mut catalog.stories, &hidden[Kind::Story as usize]);
    keep(&mut catalog.pages, &hidden[Kind::Page as usize]);
    name_statements(catalog);
    if numbers.moved {
        renumber_reference(catalog, &numbers);
        renumber_activities(catalog, &numbers);
        renumber_results(catalog, &numbers);
    }
}

/// Statements without an id of their own are anchors by number. Hidden ones must not leave a gap that
/// tells of them, so the public ones are numbered anew.
fn name_statements(catalog: &mut Catalog) {
    let own = catalog.statements.iter().filter(|statement| statement.has_own_id);
    let taken: BTreeSet<String> = own.map(|statement| statement.common.id.value.clone()).collect();
    let mut names = (1..).map(|number: u32| format!("statement-{number:06}")).filter(|name| !taken.contains(name));
    for statement in catalog.statements.iter_mut().filter(|statement| !statement.has_own_id) {
        if let Some(name) = names.next() {
            statement.common.id.value = name;
        }
    }
}

fn keep<T>(list: &mut Vec<T>, hidden: &[bool]) {
    let mut at = 0;
    list.retain(|_| {
        at += 1;
        !hidden[at - 1]
    });
}

/// For each kind, which records are hidden: by themselves, or by what they cannot stand without.
fn hidden_records(catalog: &Catalog) -> Vec<Vec<bool>> {
    let mut hidden: Vec<Vec<bool>> = Vec::with_capacity(Kind::ALL.len());
    for kind in Kind::ALL {
        let own = flags(catalog, kind);
        let gone = |target: &Located<RecordRef>| is_hidden(&hidden, target.value);
        let all_gone = |list: &[Located<RecordRef>]| !list.is_empty() && list.iter().all(gone);
        let by_others: Vec<bool> = match kind {
            Kind::Cohort => catalog.cohorts.iter().map(|record| gone(&record.program)).collect(),
            Kind::Placement => catalog.placements.iter().map(|record| gone(&record.cohort)).collect(),
            Kind::Outcome => catalog.outcomes.iter().map(|record| all_gone(&record.of)).collect(),
            Kind::Evaluation => catalog.evaluations.iter().map(|record| all_gone(&record.of)).collect(),
            // Words about hidden records only would tell of them.
            Kind::Statement => catalog.statements.iter().map(|record| all_gone(&record.about)).collect(),
            Kind::Correction => {
                let lost =
                    |record: &crate::check::catalog::Correction| record.gone.is_empty() && all_gone(&record.records);
                catalog.corrections.iter().map(lost).collect()
            }
            _ => Vec::new(),
        };
        let either = |(at, own): (usize, bool)| own || by_others.get(at).copied().unwrap_or(false);
        let merged = own.into_iter().enumerate().map(either).collect();
        hidden.push(merged);
    }
    hidden
}

fn is_hidden(hidden: &[Vec<bool>], target: RecordRef) -> bool {
    // A kind that comes later is not known yet: such a reference hides nothing.
    hidden.get(target.kind as usize).is_some_and(|kind| kind.get(target.at()).copied().unwrap_or(true))
}

fn flags(catalog: &Catalog, kind: Kind) -> Vec<bool> {
    fn of<'c, T: 'c>(list: &'c [T], common: impl Fn(&'c T) -> &'c Common) -> Vec<bool> {
        list.iter().map(|record| common(record).hidden).collect()
    }
    match kind {
        Kind::Region => of(&catalog.regions, |record| &record.common),
        Kind::Institution => of(&catalog.institutions, |record| &record.common),
        Kind::Program => of(&catalog.programs, |record| &record.common),
        Kind::Topic => of(&catalog.topics, |record| &record.common),
        Kind::Source => of(&catalog.sources, |record| &record.common),
        Kind::Cohort => of(&catalog.cohorts, |record| &record.common),
        Kind::Placement => of(&catalog.placements, |record| &record.common),
        Kind::Visit => of(&catalog.visits, |record| &record.common),
        Kind::Training => of(&catalog.trainings, |record| &record.common),
        Kind::Outcome => of(&catalog.outcomes, |record| &record.common),
        Kind::Evaluation => of(&catalog.evaluations, |record| &record.common),
        Kind::Statement => of(&catalog.statements, |record| &record.common),
        Kind::Correction => of(&catalog.corrections, |record| &record.common),
        Kind::Story => of(&catalog.stories, |record| &record.common),
        Kind::Page => of(&catalog.pages, |record| &record.common),
    }
}

/// Old place to new place, kind by kind.
struct Numbers {
    new: Vec<Vec<Option<u32>>>,
    above: Vec<Vec<Option<RecordRef>>>,
    moved: bool,
}

impl Numbers {
    fn new(catalog: &Catalog, hidden: &[Vec<bool>]) -> Self {
        let number = |flags: &Vec<bool>| {
            let mut next = 0;
            flags
                .iter()
                .map(|hidden| {
                    next += u32::from(!hidden);
                    (!hidden).then(|| next - 1)
                })
                .collect()
        };
        let value = |target: &Option<Located<RecordRef>>| target.as_ref().map(|target| target.value);
        let mut above = vec![Vec::new(); Kind::ALL.len()];
        above[Kind::Region as usize] =
            catalog.regions.iter().map(|record| record.parents.last().map(|parent| parent.region.value)).collect();
        above[Kind::Institution as usize] = catalog.institutions.iter().map(|record| value(&record.parent)).collect();
        above[Kind::Topic as usize] = catalog.topics.iter().map(|record| value(&record.broader)).collect();
        Self { new: hidden.iter().map(number).collect(), above, moved: hidden.iter().flatten().any(|hidden| *hidden) }
    }

    fn to(&self, old: RecordRef) -> Option<RecordRef> {
        let index = self.new.get(old.kind as usize)?.get(old.at()).copied().flatten()?;
        Some(RecordRef { kind: old.kind, index })
    }

    /// The record, or the nearest visible one above: a hidden province does not cut its regencies off.
    fn or_above(&self, old: RecordRef) -> Option<RecordRef> {
        let mut at = old;
        for _ in 0..64 {
            if let Some(new) = self.to(at) {
                return Some(new);
            }
            at = self.above.get(at.kind as usize)?.get(at.at()).copied().flatten()?;
        }
        None
    }

    fn list(&self, list: &mut Vec<Located<RecordRef>>) {
        list.retain_mut(|target| match self.to(target.value) {
            Some(new) => {
                target.value = new;
                true
            }
            None => false,
        });
    }

    fn required(&self, target: &mut Located<RecordRef>) {
        if let Some(new) = self.to(target.value) {
            target.value = new;
        }
    }

    fn option(&self, target: &mut Option<Located<RecordRef>>, find: impl Fn(&Self, RecordRef) -> Option<RecordRef>) {
        *target = target.take().and_then(|old| find(self, old.value).map(|new| Located::new(new, old.span)));
    }

    /// A place whose party is hidden keeps its label. One without label stays as an empty place: it
    /// shows nowhere, but "all origins lie in Papua" must not become true by hiding the other origin.
    fn places(&self, places: &mut [Place]) {
        for place in places {
            place.party = place.party.and_then(|party| self.to(party));
        }
    }
}

fn renumber_reference(catalog: &mut Catalog, numbers: &Numbers) {
    for region in &mut catalog.regions {
        numbers.list(&mut region.common.sources);
        region.parents.retain_mut(|parent| match numbers.or_above(parent.region.value) {
            Some(new) => {
                parent.region.value = new;
                true
            }
            None => false,
        });
    }
    for institution in &mut catalog.institutions {
        numbers.list(&mut institution.common.sources);
        numbers.option(&mut institution.region, Numbers::or_above);
        numbers.option(&mut institution.parent, Numbers::or_above);
    }
    for program in &mut catalog.programs {
        numbers.list(&mut program.common.sources);
        numbers.list(&mut program.organizers);
    }
    for topic in &mut catalog.topics {
        numbers.list(&mut topic.common.sources);
        numbers.option(&mut topic.broader, Numbers::or_above);
    }
    for source in &mut catalog.sources {
        numbers.list(&mut source.common.sources);
    }
}

fn renumber_activities(catalog: &mut Catalog, numbers: &Numbers) {
    for cohort in &mut catalog.cohorts {
        numbers.list(&mut cohort.common.sources);
        numbers.required(&mut cohort.program);
        numbers.places(&mut cohort.origin);
        numbers.places(&mut cohort.host);
        numbers.places(&mut cohort.coordinators);
        numbers.list(&mut cohort.topics);
    }
    for placement in &mut catalog.placements {
        numbers.list(&mut placement.common.sources);
        numbers.required(&mut placement.cohort);
        numbers.places(placement.origin.as_deref_mut().unwrap_or_default());
        numbers.places(std::slice::from_mut(&mut placement.host));
        numbers.places(&mut placement.coordinators);
        numbers.places(&mut placement.rotations);
        numbers.list(&mut placement.topics);
    }
    for visit in &mut catalog.visits {
        numbers.list(&mut visit.common.sources);
        numbers.places(&mut visit.origin);
        numbers.places(&mut visit.host);
        numbers.list(&mut visit.topics);
        numbers.option(&mut visit.return_of, Numbers::to);
    }
    for training in &mut catalog.trainings {
        numbers.list(&mut training.common.sources);
        numbers.places(&mut training.organizers);
        numbers.places(&mut training.origin);
        numbers.places(&mut training.host);
        numbers.list(&mut training.topics);
    }
}

fn renumber_results(catalog: &mut Catalog, numbers: &Numbers) {
    for outcome in &mut catalog.outcomes {
        numbers.list(&mut outcome.common.sources);
        numbers.list(&mut outcome.of);
        numbers.places(&mut outcome.applied_at);
        numbers.list(&mut outcome.evidence);
        numbers.list(&mut outcome.topics);
    }
    for evaluation in &mut catalog.evaluations {
        numbers.list(&mut evaluation.common.sources);
        numbers.list(&mut evaluation.of);
    }
    for statement in &mut catalog.statements {
        numbers.list(&mut statement.common.sources);
        numbers.option(&mut statement.institution, Numbers::to);
        numbers.list(&mut statement.about);
    }
    for correction in &mut catalog.corrections {
        numbers.list(&mut correction.common.sources);
        numbers.list(&mut correction.records);
    }
    for narrative in catalog.stories.iter_mut().chain(&mut catalog.pages) {
        renumber_narrative(narrative, numbers);
    }
}

fn renumber_narrative(narrative: &mut Narrative, numbers: &Numbers) {
    numbers.list(&mut narrative.common.sources);
    numbers.list(&mut narrative.about);
    for text in &mut narrative.texts {
        text.links.retain(|_, link| match link {
            Link::Record { target, .. } | Link::Narrative { target, .. } => match numbers.to(*target) {
                Some(new) => {
                    *target = new;
                    true
                }
                None => false,
            },
            _ => true,
        });
    }
}
