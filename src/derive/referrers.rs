//! What refers to each record, over every reference field and every link in prose.

use crate::check::catalog::{Catalog, Common, Link, Narrative, Place};
use crate::diag::Located;
use crate::value::{Kind, RecordRef};

/// The referrers of each record, by kind and place; sorted, each once, never the record itself.
pub(super) fn referrers(catalog: &Catalog) -> Vec<Vec<Vec<RecordRef>>> {
    let mut index = Index { lists: sizes(catalog).into_iter().map(|size| vec![Vec::new(); size]).collect() };
    index.reference(catalog);
    index.activities(catalog);
    index.results(catalog);
    index.narratives(Kind::Story, &catalog.stories);
    index.narratives(Kind::Page, &catalog.pages);
    for list in index.lists.iter_mut().flatten() {
        list.sort_unstable();
        list.dedup();
        list.shrink_to_fit();
    }
    index.lists
}

/// In the order of [`Kind::ALL`].
fn sizes(catalog: &Catalog) -> [usize; 15] {
    [
        catalog.regions.len(),
        catalog.institutions.len(),
        catalog.programs.len(),
        catalog.topics.len(),
        catalog.sources.len(),
        catalog.cohorts.len(),
        catalog.placements.len(),
        catalog.visits.len(),
        catalog.trainings.len(),
        catalog.outcomes.len(),
        catalog.evaluations.len(),
        catalog.statements.len(),
        catalog.corrections.len(),
        catalog.stories.len(),
        catalog.pages.len(),
    ]
}

struct Index {
    lists: Vec<Vec<Vec<RecordRef>>>,
}

impl Index {
    fn add(&mut self, from: RecordRef, to: RecordRef) {
        if from == to {
            return;
        }
        if let Some(list) = self.lists.get_mut(to.kind as usize).and_then(|kind| kind.get_mut(to.at())) {
            list.push(from);
        }
    }

    fn list<'r>(&mut self, from: RecordRef, targets: impl IntoIterator<Item = &'r Located<RecordRef>>) {
        for target in targets {
            self.add(from, target.value);
        }
    }

    fn places<'p>(&mut self, from: RecordRef, places: impl IntoIterator<Item = &'p Place>) {
        for party in places.into_iter().filter_map(|place| place.party) {
            self.add(from, party);
        }
    }

    fn common(&mut self, kind: Kind, index: u32, common: &Common) -> RecordRef {
        let from = RecordRef { kind, index };
        self.list(from, &common.sources);
        from
    }

    fn reference(&mut self, catalog: &Catalog) {
        for (at, record) in (0..).zip(&catalog.regions) {
            let from = self.common(Kind::Region, at, &record.common);
            self.list(from, record.parents.iter().map(|parent| &parent.region));
        }
        for (at, record) in (0..).zip(&catalog.institutions) {
            let from = self.common(Kind::Institution, at, &record.common);
            self.list(from, record.region.iter().chain(&record.parent));
        }
        for (at, record) in (0..).zip(&catalog.programs) {
            let from = self.common(Kind::Program, at, &record.common);
            self.list(from, &record.organizers);
        }
        for (at, record) in (0..).zip(&catalog.topics) {
            let from = self.common(Kind::Topic, at, &record.common);
            self.list(from, &record.broader);
        }
        for (at, record) in (0..).zip(&catalog.sources) {
            self.common(Kind::Source, at, &record.common);
        }
    }

    fn activities(&mut self, catalog: &Catalog) {
        for (at, record) in (0..).zip(&catalog.cohorts) {
            let from = self.common(Kind::Cohort, at, &record.common);
            self.add(from, record.program.value);
            self.places(from, record.origin.iter().chain(&record.host).chain(&record.coordinators));
            self.list(from, &record.topics);
        }
        for (at, record) in (0..).zip(&catalog.placements) {
            let from = self.common(Kind::Placement, at, &record.common);
            self.add(from, record.cohort.value);
            self.places(from, record.origin.iter().flatten().chain([&record.host]));
            self.places(from, record.coordinators.iter().chain(&record.rotations));
            self.list(from, &record.topics);
        }
        for (at, record) in (0..).zip(&catalog.visits) {
            let from = self.common(Kind::Visit, at, &record.common);
            self.places(from, record.origin.iter().chain(&record.host));
            self.list(from, record.topics.iter().chain(&record.return_of));
        }
        for (at, record) in (0..).zip(&catalog.trainings) {
            let from = self.common(Kind::Training, at, &record.common);
            self.places(from, record.origin.iter().chain(&record.host).chain(&record.organizers));
            self.list(from, &record.topics);
        }
    }

    fn results(&mut self, catalog: &Catalog) {
        for (at, record) in (0..).zip(&catalog.outcomes) {
            let from = self.common(Kind::Outcome, at, &record.common);
            self.list(from, record.of.iter().chain(&record.evidence).chain(&record.topics));
            self.places(from, &record.applied_at);
        }
        for (at, record) in (0..).zip(&catalog.evaluations) {
            let from = self.common(Kind::Evaluation, at, &record.common);
            self.list(from, &record.of);
        }
        for (at, record) in (0..).zip(&catalog.statements) {
            let from = self.common(Kind::Statement, at, &record.common);
            self.list(from, record.about.iter().chain(&record.institution));
        }
        for (at, record) in (0..).zip(&catalog.corrections) {
            let from = self.common(Kind::Correction, at, &record.common);
            self.list(from, &record.records);
        }
    }

    fn narratives(&mut self, kind: Kind, narratives: &[Narrative]) {
        for (at, record) in (0..).zip(narratives) {
            let from = self.common(kind, at, &record.common);
            self.list(from, &record.about);
            for link in record.texts.iter().flat_map(|text| text.links.values()) {
                if let Link::Record { target, .. } | Link::Narrative { target, .. } = link {
                    self.add(from, *target);
                }
            }
        }
    }
}
