//! Which results and narratives belong to which subject.
//!
//! A result belongs to the subjects of the activities that it is about, and to the regions, institutions,
//! topics and programs that it names, with everything above them.

use super::ends::resolve;
use super::index::SubjectIndex;
use super::lineage::Lineages;
use super::moment::Moments;
use super::reach::{Gathered, Reached};
use crate::check::catalog::Catalog;
use crate::diag::Located;
use crate::value::{Kind, PartialDate, RecordRef};

/// What is needed to find the subjects of a result.
struct Finder<'a> {
    index: &'a SubjectIndex,
    lineages: &'a mut Lineages,
    reached: &'a mut Reached,
    /// The subjects of outcomes, evaluations, statements and stories, so far.
    found: [Vec<Vec<u32>>; 4],
}

/// Adds outcomes, evaluations, statements, stories and corrections to the subjects they belong to.
pub(super) fn gather(
    catalog: &Catalog,
    index: &SubjectIndex,
    lineages: &mut Lineages,
    moments: &Moments,
    reached: &mut Reached,
) {
    let mut finder = Finder { index, lineages, reached, found: Default::default() };
    finder.outcomes(catalog, moments);
    for (at, record) in (0..).zip(&catalog.evaluations) {
        let subjects = finder.about(&record.of, located(&record.date));
        finder.add(RecordRef { kind: Kind::Evaluation, index: at }, subjects);
    }
    for (at, record) in (0..).zip(&catalog.statements) {
        let date = located(&record.date);
        let mut subjects = finder.about(&record.about, date);
        if let Some(institution) = &record.institution {
            finder.mention(institution.value, date, &mut subjects);
        }
        subjects.extend(date.and_then(|date| index.year(date.year())));
        finder.add(RecordRef { kind: Kind::Statement, index: at }, subjects);
    }
    for (at, record) in (0..).zip(&catalog.stories) {
        let date = located(&record.date);
        let mut subjects = finder.about(&record.about, date);
        subjects.extend(date.and_then(|date| index.year(date.year())));
        finder.add(RecordRef { kind: Kind::Story, index: at }, subjects);
    }
    for (at, record) in (0..).zip(&catalog.corrections) {
        let subjects = finder.about(&record.records, Some(record.date.value));
        finder.add(RecordRef { kind: Kind::Correction, index: at }, subjects);
    }
}

fn located(date: &Option<Located<PartialDate>>) -> Option<PartialDate> {
    date.as_ref().map(|date| date.value)
}

impl Finder<'_> {
    /// An outcome belongs to its activities' subjects, to where it is applied, and to its topics. It
    /// does not come in by a planned or cancelled activity: those enter no figure.
    fn outcomes(&mut self, catalog: &Catalog, moments: &Moments) {
        for (at, record) in (0..).zip(&catalog.outcomes) {
            let mut subjects = Vec::new();
            for activity in record.of.iter().map(|activity| activity.value) {
                if !moments.of(activity).is_apart() {
                    subjects.extend_from_slice(self.reached.subjects_of(activity));
                }
            }
            for party in record.applied_at.iter().filter_map(|place| place.party) {
                self.mention(party, located(&record.date), &mut subjects);
            }
            for topic in &record.topics {
                self.mention(topic.value, None, &mut subjects);
            }
            self.add(RecordRef { kind: Kind::Outcome, index: at }, subjects);
        }
    }

    fn about(&mut self, records: &[Located<RecordRef>], date: Option<PartialDate>) -> Vec<u32> {
        let mut subjects = Vec::new();
        for record in records {
            self.mention(record.value, date, &mut subjects);
        }
        subjects
    }

    /// Adds the subjects that a reference to `record` leads to.
    fn mention(&mut self, record: RecordRef, date: Option<PartialDate>, subjects: &mut Vec<u32>) {
        match record.kind {
            Kind::Region | Kind::Institution => {
                let epochs = self.lineages.epochs(date);
                let line = resolve(Some(record), epochs, self.lineages).line;
                let regions = line.map(|line| &self.lineages.get(line).regions);
                subjects.extend(regions.into_iter().flatten().map(|at| self.index.region(*at)));
                if record.kind == Kind::Institution {
                    let chain = self.lineages.institutions.get(record.at()).into_iter().flatten();
                    subjects.extend(chain.map(|at| self.index.institution(*at)));
                }
            }
            Kind::Topic => {
                let chain = self.lineages.topics.get(record.at()).into_iter().flatten();
                subjects.extend(chain.map(|at| self.index.topic(*at)));
            }
            Kind::Program => subjects.push(self.index.program(record.index)),
            Kind::Outcome | Kind::Evaluation | Kind::Statement | Kind::Story => {
                let known = slot(record.kind).and_then(|slot| self.found[slot].get(record.at()));
                subjects.extend(known.into_iter().flatten());
            }
            _ => subjects.extend_from_slice(self.reached.subjects_of(record)),
        }
    }

    fn add(&mut self, record: RecordRef, mut subjects: Vec<u32>) {
        subjects.push(self.index.whole());
        subjects.sort_unstable();
        subjects.dedup();
        for subject in &subjects {
            list_of(&mut self.reached.subjects[*subject as usize], record.kind).push(record.index);
        }
        if let Some(slot) = slot(record.kind) {
            self.found[slot].push(subjects);
        }
    }
}

fn slot(kind: Kind) -> Option<usize> {
    [Kind::Outcome, Kind::Evaluation, Kind::Statement, Kind::Story].iter().position(|other| *other == kind)
}

fn list_of(gathered: &mut Gathered, kind: Kind) -> &mut Vec<u32> {
    match kind {
        Kind::Outcome => &mut gathered.outcomes,
        Kind::Evaluation => &mut gathered.evaluations,
        Kind::Statement => &mut gathered.statements,
        Kind::Story => &mut gathered.stories,
        _ => &mut gathered.corrections,
    }
}
