//! Typed records while they are still being checked: a place for every id, empty where reading failed.

use super::catalog::{
    Catalog, Cohort, Common, Correction, Evaluation, Institution, Narrative, Outcome, Placement, Program, Region, Site,
    Source, Statement, Topic, Training, Visit,
};
use super::index::{Index, Origin, Slot};
use super::narrative;
use super::outlines::Outline;
use super::record::{Context, Fields, Scope};
use super::table::RawRecord;
use crate::diag::Report;
use crate::options::Options;
use crate::text::Messages;
use crate::value::{Kind, Lang, Picture, RecordRef};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Every record; the place in its list is the `index` of its reference.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Regions.
    pub regions: Vec<Option<Region>>,
    /// Institutions.
    pub institutions: Vec<Option<Institution>>,
    /// Programs.
    pub programs: Vec<Option<Program>>,
    /// Topics.
    pub topics: Vec<Option<Topic>>,
    /// Sources.
    pub sources: Vec<Option<Source>>,
    /// Cohorts.
    pub cohorts: Vec<Option<Cohort>>,
    /// Placements.
    pub placements: Vec<Option<Placement>>,
    /// Visits.
    pub visits: Vec<Option<Visit>>,
    /// Trainings.
    pub trainings: Vec<Option<Training>>,
    /// Outcomes.
    pub outcomes: Vec<Option<Outcome>>,
    /// Evaluations.
    pub evaluations: Vec<Option<Evaluation>>,
    /// Statements.
    pub statements: Vec<Option<Statement>>,
    /// Corrections.
    pub corrections: Vec<Option<Correction>>,
    /// Stories.
    pub stories: Vec<Option<Narrative>>,
    /// Pages.
    pub pages: Vec<Option<Narrative>>,
}

/// What reading found, beside the records.
#[derive(Debug, Default)]
pub struct Findings {
    /// Findings.
    pub report: Report,
    /// References that could not be checked.
    pub unresolved: usize,
}

impl Tables {
    /// Reads every record, in parallel within a kind. The tree of a record goes when it was read.
    pub fn read(
        context: &Context<'_>,
        records: Vec<RawRecord<'_>>,
        options: &Options,
        findings: &mut Findings,
    ) -> Self {
        let mut raw = Raw { context, records: records.into_iter().map(Some).collect() };
        let tables = Self {
            regions: read_kind(&mut raw, Kind::Region, Region::read, findings),
            institutions: read_kind(&mut raw, Kind::Institution, Institution::read, findings),
            programs: read_kind(&mut raw, Kind::Program, Program::read, findings),
            topics: read_kind(&mut raw, Kind::Topic, Topic::read, findings),
            sources: read_kind(&mut raw, Kind::Source, Source::read, findings),
            cohorts: read_kind(&mut raw, Kind::Cohort, Cohort::read, findings),
            placements: read_kind(&mut raw, Kind::Placement, Placement::read, findings),
            visits: read_kind(&mut raw, Kind::Visit, Visit::read, findings),
            trainings: read_kind(&mut raw, Kind::Training, Training::read, findings),
            outcomes: read_kind(&mut raw, Kind::Outcome, Outcome::read, findings),
            evaluations: read_kind(&mut raw, Kind::Evaluation, Evaluation::read, findings),
            statements: read_kind(&mut raw, Kind::Statement, Statement::read, findings),
            corrections: read_kind(&mut raw, Kind::Correction, Correction::read, findings),
            stories: read_narratives(context, Kind::Story, options, findings),
            pages: read_narratives(context, Kind::Page, options, findings),
        };
        for record in context.index.nameless.iter().filter_map(|at| raw.take(*at)) {
            read_nameless(context, &record, findings);
        }
        tables
    }

    /// The common fields of a record.
    pub fn common(&self, target: RecordRef) -> Option<&Common> {
        let at = target.at();
        match target.kind {
            Kind::Region => get(&self.regions, at).map(|record| &record.common),
            Kind::Institution => get(&self.institutions, at).map(|record| &record.common),
            Kind::Program => get(&self.programs, at).map(|record| &record.common),
            Kind::Topic => get(&self.topics, at).map(|record| &record.common),
            Kind::Source => get(&self.sources, at).map(|record| &record.common),
            Kind::Cohort => get(&self.cohorts, at).map(|record| &record.common),
            Kind::Placement => get(&self.placements, at).map(|record| &record.common),
            Kind::Visit => get(&self.visits, at).map(|record| &record.common),
            Kind::Training => get(&self.trainings, at).map(|record| &record.common),
            Kind::Outcome => get(&self.outcomes, at).map(|record| &record.common),
            Kind::Evaluation => get(&self.evaluations, at).map(|record| &record.common),
            Kind::Statement => get(&self.statements, at).map(|record| &record.common),
            Kind::Correction => get(&self.corrections, at).map(|record| &record.common),
            Kind::Story => get(&self.stories, at).map(|record| &record.common),
            Kind::Page => get(&self.pages, at).map(|record| &record.common),
        }
    }

    /// The common fields of every record, kind by kind.
    pub fn commons<'t>(&'t self, index: &'t Index<'_>) -> impl Iterator<Item = (RecordRef, &'t Common)> {
        Kind::ALL.into_iter().flat_map(move |kind| {
            (0..index.slots(kind).len())
                .map(move |at| RecordRef::new(kind, at))
                .filter_map(move |target| Some((target, self.common(target)?)))
        })
    }

    /// Whether every record could be read.
    pub fn is_whole(&self) -> bool {
        self.regions.iter().all(Option::is_some)
            && self.institutions.iter().all(Option::is_some)
            && self.programs.iter().all(Option::is_some)
            && self.topics.iter().all(Option::is_some)
            && self.sources.iter().all(Option::is_some)
            && self.cohorts.iter().all(Option::is_some)
            && self.placements.iter().all(Option::is_some)
            && self.visits.iter().all(Option::is_some)
            && self.trainings.iter().all(Option::is_some)
            && self.outcomes.iter().all(Option::is_some)
            && self.evaluations.iter().all(Option::is_some)
            && self.statements.iter().all(Option::is_some)
            && self.corrections.iter().all(Option::is_some)
            && self.stories.iter().all(Option::is_some)
            && self.pages.iter().all(Option::is_some)
    }

    /// The catalog. Called when nothing is wrong, so that every place is filled and indices hold.
    pub fn into_catalog(
        self,
        site: Site,
        messages: Vec<(Lang, Messages)>,
        media: BTreeMap<String, Option<Picture>>,
        outlines: Vec<Outline>,
    ) -> Option<Catalog> {
        Some(Catalog {
            site,
            messages,
            media,
            outlines,
            regions: all(self.regions)?,
            institutions: all(self.institutions)?,
            programs: all(self.programs)?,
            topics: all(self.topics)?,
            sources: all(self.sources)?,
            cohorts: all(self.cohorts)?,
            placements: all(self.placements)?,
            visits: all(self.visits)?,
            trainings: all(self.trainings)?,
            outcomes: all(self.outcomes)?,
            evaluations: all(self.evaluations)?,
            statements: all(self.statements)?,
            corrections: all(self.corrections)?,
            stories: all(self.stories)?,
            pages: all(self.pages)?,
            seal: (),
        })
    }
}

fn get<T>(list: &[Option<T>], at: usize) -> Option<&T> {
    list.get(at).and_then(Option::as_ref)
}

fn all<T>(list: Vec<Option<T>>) -> Option<Vec<T>> {
    list.into_iter().collect()
}

type Reader<T> = fn(&mut Fields<'_, '_>) -> Option<T>;

/// Records that were not read yet, by their places among all that were gathered.
struct Raw<'c, 's> {
    context: &'c Context<'c>,
    records: Vec<Option<RawRecord<'s>>>,
}

impl<'s> Raw<'_, 's> {
    fn take(&mut self, at: usize) -> Option<RawRecord<'s>> {
        self.records.get_mut(at).and_then(Option::take)
    }
}

fn read_kind<T: Send>(raw: &mut Raw<'_, '_>, kind: Kind, read: Reader<T>, findings: &mut Findings) -> Vec<Option<T>> {
    let context = raw.context;
    let slots = context.index.slots(kind).iter();
    let records = slots.map(|slot| match slot.origin {
        Origin::Record(at) => (slot, raw.take(at)),
        Origin::Narrative(_) => (slot, None),
    });
    in_pieces(records.collect(), findings, |(slot, record)| read_slot(context, slot, record, read))
}

/// Records that are read in one go by one thread.
const PIECE: usize = 256;

/// Reads records in parallel, order kept; what is found is gathered piece by piece, so that no record is moved twice.
fn in_pieces<R: Send, T: Send>(
    records: Vec<R>,
    findings: &mut Findings,
    read: impl Fn(R) -> (Option<T>, Findings) + Sync,
) -> Vec<Option<T>> {
    let number = records.len();
    let pieces: Vec<(Vec<Option<T>>, Findings)> = records
        .into_par_iter()
        .chunks(PIECE)
        .map(|records| {
            let mut found = Findings::default();
            let records = records.into_iter().map(|record| take(read(record), &mut found)).collect();
            (records, found)
        })
        .collect();
    let mut all = Vec::with_capacity(number);
    for (records, found) in pieces {
        all.extend(records);
        take((None::<T>, found), findings);
    }
    all
}

fn read_slot<T>(
    context: &Context<'_>,
    slot: &Slot<'_>,
    record: Option<RawRecord<'_>>,
    read: Reader<T>,
) -> (Option<T>, Findings) {
    let Some(record) = record else { return (None, Findings::default()) };
    let mut scope = Scope::new(context, slot.hidden);
    scope.generated_id = (!slot.own_id).then(|| slot.id.to_string());
    let mut fields = Fields::new(&mut scope, &record.fields, record.span, &slot.id);
    let value = read(&mut fields);
    fields.finish();
    (value, Findings { report: scope.report, unresolved: scope.unresolved })
}

fn read_narratives(
    context: &Context<'_>,
    kind: Kind,
    options: &Options,
    findings: &mut Findings,
) -> Vec<Option<Narrative>> {
    in_pieces(context.index.slots(kind).iter().collect(), findings, |slot: &Slot<'_>| {
        let mut scope = Scope::new(context, slot.hidden);
        let Origin::Narrative(files) = &slot.origin else { return (None, Findings::default()) };
        let narrative = narrative::read(files, &mut scope, options);
        (narrative, Findings { report: scope.report, unresolved: scope.unresolved })
    })
}

fn take<T>((value, found): (Option<T>, Findings), findings: &mut Findings) -> Option<T> {
    findings.report.append(found.report);
    findings.unresolved += found.unresolved;
    value
}

/// A record without a usable id is read for its findings only.
fn read_nameless(context: &Context<'_>, record: &RawRecord<'_>, findings: &mut Findings) {
    let mut scope = Scope::new(context, false);
    let mut fields = Fields::new(&mut scope, &record.fields, record.span, record.kind.singular());
    match record.kind {
        Kind::Region => drop(Region::read(&mut fields)),
        Kind::Institution => drop(Institution::read(&mut fields)),
        Kind::Program => drop(Program::read(&mut fields)),
        Kind::Topic => drop(Topic::read(&mut fields)),
        Kind::Source => drop(Source::read(&mut fields)),
        Kind::Cohort => drop(Cohort::read(&mut fields)),
        Kind::Placement => drop(Placement::read(&mut fields)),
        Kind::Visit => drop(Visit::read(&mut fields)),
        Kind::Training => drop(Training::read(&mut fields)),
        Kind::Outcome => drop(Outcome::read(&mut fields)),
        Kind::Evaluation => drop(Evaluation::read(&mut fields)),
        Kind::Statement => drop(Statement::read(&mut fields)),
        Kind::Correction => drop(Correction::read(&mut fields)),
        Kind::Story | Kind::Page => {}
    }
    fields.finish();
    findings.report.append(scope.report);
    findings.unresolved += scope.unresolved;
}
