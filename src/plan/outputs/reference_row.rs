//! Reference records as rows: regions, institutions, programs, topics, sources.

use super::cell::{Cell, Cells, push};
use super::row::{RowMaker, word};
use crate::derive::facts::{InstitutionFact, ProgramFact, RegionFact, SourceFact, TopicFact};
use crate::value::{Kind, RecordRef};

impl RowMaker<'_, '_> {
    /// Adds the fields of a reference record.
    pub(super) fn reference(&self, row: &mut Cells, record: RecordRef) {
        let (facts, at) = (self.outputs.plan.facts(), record.at());
        match record.kind {
            Kind::Region => self.region(row, &facts.regions[at]),
            Kind::Institution => self.institution(row, &facts.institutions[at]),
            Kind::Program => self.program(row, &facts.programs[at]),
            Kind::Topic => self.topic(row, &facts.topics[at]),
            Kind::Source => self.source(row, &facts.sources[at]),
            _ => {}
        }
    }

    fn region(&self, row: &mut Cells, fact: &RegionFact) {
        push(row, "type", Cell::Text(word(fact.kind)));
        push(row, "parent", self.one(Kind::Region, fact.parent));
        push(row, "code", Cell::text(fact.code.clone()));
        push(row, "former_codes", Cell::List(fact.former_codes.iter().map(|(code, _)| code.clone()).collect()));
        push(row, "iso", Cell::text(fact.iso.clone()));
        push(row, "population", Cell::number(fact.population, false));
        push(row, "area_km2", fact.area_km2.map_or(Cell::Empty, Cell::Decimal));
        push(row, "also_called", Cell::List(fact.also_called.clone()));
    }

    fn institution(&self, row: &mut Cells, fact: &InstitutionFact) {
        push(row, "type", Cell::Text(word(fact.kind)));
        push(row, "short", self.local(fact.short.as_ref()));
        push(row, "parent", self.one(Kind::Institution, fact.parent));
        push(row, "region", self.one(Kind::Region, fact.region));
        push(row, "also_called", Cell::List(fact.also_called.clone()));
        push(row, "homepage", Cell::text(fact.url.clone()));
    }

    fn program(&self, row: &mut Cells, fact: &ProgramFact) {
        push(row, "forms", Cell::List(fact.forms.iter().map(word).collect()));
        let titles = fact.legal_basis.iter().filter_map(|basis| match self.local(Some(&basis.title)) {
            Cell::Text(title) => Some(title),
            _ => None,
        });
        push(row, "legal_basis", Cell::List(titles.collect()));
        push(row, "aims", self.local(fact.aims.as_ref()));
        push(row, "start", Cell::date(fact.start));
        push(row, "end", Cell::date(fact.end));
        push(row, "organizers", self.ids(&fact.organizers));
    }

    fn topic(&self, row: &mut Cells, fact: &TopicFact) {
        push(row, "broader", self.one(Kind::Topic, fact.broader));
        push(row, "also_called", Cell::List(fact.also_called.clone()));
    }

    fn source(&self, row: &mut Cells, fact: &SourceFact) {
        push(row, "type", Cell::Text(word(fact.kind)));
        push(row, "homepage", Cell::text(fact.url.clone()));
        push(row, "publisher", Cell::Text(fact.publisher.clone()));
        push(row, "published", Cell::date(fact.published));
        push(row, "accessed", Cell::date(fact.accessed));
        push(row, "archived", Cell::text(fact.archived.clone()));
        push(row, "language", Cell::text(fact.language.as_ref().map(ToString::to_string)));
    }

    fn one(&self, kind: Kind, index: Option<u32>) -> Cell {
        self.id(index.map(|index| RecordRef { kind, index }))
    }
}
