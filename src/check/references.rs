//! Every reference between records, with its place.

use super::catalog::{Common, Link, Place};
use super::tables::Tables;
use crate::diag::{Located, Span};
use crate::value::{Kind, RecordRef};

/// A reference of one record to another.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Who refers.
    pub from: RecordRef,
    /// To what.
    pub target: RecordRef,
    /// Where the id stands; none for links in prose.
    pub span: Option<Span>,
}

/// Hands every reference of every record that could be read to `take`, kind by kind.
pub fn each(tables: &Tables, take: &mut dyn FnMut(Reference)) {
    let mut out = Walk { from: RecordRef::new(Kind::Region, 0), take };
    for (from, record) in numbered(Kind::Region, &tables.regions) {
        out.record(from, &record.common);
        record.parents.iter().for_each(|parent| out.one(&parent.region));
    }
    for (from, record) in numbered(Kind::Institution, &tables.institutions) {
        out.record(from, &record.common);
        record.region.iter().chain(&record.parent).for_each(|target| out.one(target));
    }
    for (from, record) in numbered(Kind::Program, &tables.programs) {
        out.record(from, &record.common);
        out.all(&record.organizers);
    }
    for (from, record) in numbered(Kind::Topic, &tables.topics) {
        out.record(from, &record.common);
        record.broader.iter().for_each(|target| out.one(target));
    }
    for (from, record) in numbered(Kind::Source, &tables.sources) {
        out.record(from, &record.common);
    }
    activities(tables, &mut out);
    for (from, record) in numbered(Kind::Outcome, &tables.outcomes) {
        out.record(from, &record.common);
        out.all(&record.of);
        out.places(&record.applied_at);
        out.all(&record.evidence);
        out.all(&record.topics);
    }
    for (from, record) in numbered(Kind::Evaluation, &tables.evaluations) {
        out.record(from, &record.common);
        out.all(&record.of);
    }
    for (from, record) in numbered(Kind::Statement, &tables.statements) {
        out.record(from, &record.common);
        record.institution.iter().for_each(|target| out.one(target));
        out.all(&record.about);
    }
    for (from, record) in numbered(Kind::Correction, &tables.corrections) {
        out.record(from, &record.common);
        out.all(&record.records);
    }
    let stories = numbered(Kind::Story, &tables.stories);
    for (from, record) in stories.chain(numbered(Kind::Page, &tables.pages)) {
        out.record(from, &record.common);
        out.all(&record.about);
        for link in record.texts.iter().flat_map(|text| text.links.values()) {
            if let Link::Record { target, .. } | Link::Narrative { target, .. } = link {
                (out.take)(Reference { from, target: *target, span: None });
            }
        }
    }
}

fn activities(tables: &Tables, out: &mut Walk<'_>) {
    for (from, record) in numbered(Kind::Cohort, &tables.cohorts) {
        out.record(from, &record.common);
        out.one(&record.program);
        out.places(&record.origin);
        out.places(&record.host);
        out.places(&record.coordinators);
        out.all(&record.topics);
    }
    for (from, record) in numbered(Kind::Placement, &tables.placements) {
        out.record(from, &record.common);
        out.one(&record.cohort);
        out.places(record.origin.as_deref().unwrap_or_default());
        out.places(std::slice::from_ref(&record.host));
        out.places(&record.coordinators);
        out.places(&record.rotations);
        out.all(&record.topics);
    }
    for (from, record) in numbered(Kind::Visit, &tables.visits) {
        out.record(from, &record.common);
        out.places(&record.origin);
        out.places(&record.host);
        out.all(&record.topics);
        record.return_of.iter().for_each(|target| out.one(target));
    }
    for (from, record) in numbered(Kind::Training, &tables.trainings) {
        out.record(from, &record.common);
        out.places(&record.organizers);
        out.places(&record.origin);
        out.places(&record.host);
        out.all(&record.topics);
    }
}

fn numbered<T>(kind: Kind, list: &[Option<T>]) -> impl Iterator<Item = (RecordRef, &T)> {
    list.iter().enumerate().filter_map(move |(at, record)| Some((RecordRef::new(kind, at), record.as_ref()?)))
}

struct Walk<'t> {
    from: RecordRef,
    take: &'t mut dyn FnMut(Reference),
}

impl Walk<'_> {
    fn record(&mut self, from: RecordRef, common: &Common) {
        self.from = from;
        self.all(&common.sources);
    }

    fn one(&mut self, target: &Located<RecordRef>) {
        (self.take)(Reference { from: self.from, target: target.value, span: Some(target.span) });
    }

    fn all(&mut self, targets: &[Located<RecordRef>]) {
        targets.iter().for_each(|target| self.one(target));
    }

    fn places(&mut self, places: &[Place]) {
        for place in places {
            if let Some(target) = place.party {
                (self.take)(Reference { from: self.from, target, span: place.party_span });
            }
        }
    }
}
