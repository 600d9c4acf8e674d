//! One record as cells: raw values, in the order of the columns.

use super::Outputs;
use super::cell::{Cell, Cells, ROLE, push, push_count, push_measure};
use super::figures::push_figures;
use crate::derive::facts::{
    Activity, CohortFact, CorrectionFact, EvaluationFact, NarrativeFact, OutcomeFact, PlaceFact, PlacementFact,
    StatementFact, TrainingFact, VisitFact,
};
use crate::derive::{Measure, Reach};
use crate::plan::names;
use crate::value::{Kind, Lang, Localized, RecordRef, State};
use std::fmt;

/// The cells of a record. Its role is not known here: it differs from table to table.
pub(super) fn cells(outputs: &Outputs<'_>, lang: &Lang, record: RecordRef) -> Cells {
    let maker = RowMaker { outputs, lang };
    let mut row = Cells::with_capacity(48);
    maker.start(&mut row, record);
    if Kind::ACTIVITIES.contains(&record.kind) {
        push(&mut row, ROLE, Cell::Empty);
    }
    let (facts, at) = (outputs.plan.facts(), record.at());
    match record.kind {
        Kind::Region | Kind::Institution | Kind::Program | Kind::Topic | Kind::Source => {
            maker.reference(&mut row, record);
        }
        Kind::Cohort => maker.cohort(&mut row, &facts.cohorts[at]),
        Kind::Placement => maker.placement(&mut row, &facts.placements[at]),
        Kind::Visit => maker.visit(&mut row, &facts.visits[at]),
        Kind::Training => maker.training(&mut row, &facts.trainings[at]),
        Kind::Outcome => maker.outcome(&mut row, &facts.outcomes[at]),
        Kind::Evaluation => maker.evaluation(&mut row, &facts.evaluations[at]),
        Kind::Statement => maker.statement(&mut row, &facts.statements[at]),
        Kind::Correction => maker.correction(&mut row, &facts.corrections[at]),
        Kind::Story => maker.narrative(&mut row, &facts.stories[at]),
        Kind::Page => maker.narrative(&mut row, &facts.pages[at]),
    }
    maker.finish(&mut row, record);
    row
}

/// The word of records for a variant: `StudiTiru` is `studi-tiru`. The variants are named after the words.
pub(in crate::plan) fn word(variant: impl fmt::Debug) -> String {
    let mut out = String::new();
    for letter in format!("{variant:?}").chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// How a record touches the subject of a table.
pub(super) fn role(reach: Reach) -> Cell {
    Cell::text(match (reach.origin, reach.host) {
        (true, true) => Some("both"),
        (true, false) => Some("origin"),
        (false, true) => Some("host"),
        (false, false) => None,
    })
}

/// Makes the cells of a row in one language.
pub(super) struct RowMaker<'a, 'p> {
    pub(super) outputs: &'a Outputs<'p>,
    pub(super) lang: &'a Lang,
}

impl RowMaker<'_, '_> {
    fn start(&self, row: &mut Cells, record: RecordRef) {
        let plan = self.outputs.plan;
        push(row, "kind", Cell::Text(record.kind.singular().to_owned()));
        push(row, "id", Cell::Text(plan.facts().head(record).id.clone()));
        push(row, "title", Cell::Text(names::name(plan.facts(), record, self.lang).text));
        let url = plan.routes().path(record, self.lang).map(|path| self.outputs.absolute(&path));
        push(row, "url", Cell::text(url));
    }

    fn finish(&self, row: &mut Cells, record: RecordRef) {
        let head = self.outputs.plan.facts().head(record);
        push(row, "sources", self.ids(&head.sources));
        push(row, "summary", self.local(head.summary.as_ref()));
        push(row, "note", self.local(head.note.as_ref()));
        push(row, "tags", Cell::List(head.tags.clone()));
        push(row, "updated", Cell::date(head.updated));
        if let Some(subject) = self.outputs.plan.facts().subject(record) {
            push_figures(row, subject);
        }
    }

    fn times(&self, row: &mut Cells, activity: &Activity) {
        let own = !activity.dates_of_cohort;
        push(row, "start", Cell::date(activity.start.filter(|_| own)));
        push(row, "end", Cell::date(activity.end.filter(|_| own)));
        push(row, "duration", Cell::text(activity.duration.map(|duration| duration.to_string())));
        push(row, "reported", Cell::date(activity.reported));
        push(row, "status", Cell::text(activity.status.map(word)));
        push(row, "year", activity.year.map_or(Cell::Empty, |year| Cell::Integer(i64::from(year))));
    }

    fn ends(&self, row: &mut Cells, activity: &Activity) {
        for (ids, names, places) in
            [("origin_ids", "origin_names", &activity.origin), ("host_ids", "host_names", &activity.host)]
        {
            push(row, ids, self.party_ids(places));
            push(row, names, self.place_names(places));
        }
    }

    fn cohort(&self, row: &mut Cells, fact: &CohortFact) {
        self.times(row, &fact.activity);
        push(row, "program", self.id(Some(RecordRef { kind: Kind::Program, index: fact.program })));
        push(row, "number", Cell::text(fact.number.clone()));
        self.ends(row, &fact.activity);
        push(row, "coordinators", self.places(&fact.coordinators));
        push_count(row, "participants", fact.participants);
        push_count(row, "applicants", fact.applicants);
        push_count(row, "selected", fact.selected);
        push_count(row, "completed", fact.completed);
        push_measure(row, "person_months", fact.person_months);
        let cells = fact.breakdown.iter().flat_map(|breakdown| {
            breakdown.cells.iter().map(|(cell, n)| format!("{}.{cell}={}", breakdown.name, plain(*n)))
        });
        push(row, "breakdown", Cell::List(cells.collect()));
        push(row, "topics", self.ids(&fact.activity.topics));
    }

    fn placement(&self, row: &mut Cells, fact: &PlacementFact) {
        self.times(row, &fact.activity);
        push(row, "within_cohort_dates", Cell::Flag(fact.activity.dates_of_cohort));
        let program = self.outputs.plan.facts().cohorts.get(fact.cohort as usize).map(|cohort| cohort.program);
        push(row, "program", self.id(program.map(|index| RecordRef { kind: Kind::Program, index })));
        push(row, "cohort", self.id(Some(RecordRef { kind: Kind::Cohort, index: fact.cohort })));
        self.ends(row, &fact.activity);
        push(row, "unit", self.local(fact.unit.as_ref()));
        push(row, "coordinators", self.places(&fact.coordinators));
        push(row, "rotations", self.places(&fact.rotations));
        push_count(row, "count", fact.count);
        push(row, "reason", self.local(fact.reason.as_ref()));
        push(row, "topics", self.ids(&fact.activity.topics));
    }

    fn visit(&self, row: &mut Cells, fact: &VisitFact) {
        push(row, "type", Cell::Text(word(fact.kind)));
        push(row, "type_label", self.local(fact.kind_label.as_ref()));
        self.times(row, &fact.activity);
        self.ends(row, &fact.activity);
        push(row, "venue", self.local(fact.venue.as_ref()));
        push(row, "return_of", self.id(fact.return_of));
        push_count(row, "delegates", fact.delegates);
        push(row, "topics", self.ids(&fact.activity.topics));
    }

    fn training(&self, row: &mut Cells, fact: &TrainingFact) {
        push(row, "type", Cell::Text(word(fact.kind)));
        push(row, "type_label", self.local(fact.kind_label.as_ref()));
        self.times(row, &fact.activity);
        self.ends(row, &fact.activity);
        push(row, "organizers", self.places(&fact.organizers));
        push(row, "venue", self.local(fact.venue.as_ref()));
        push(row, "mode", Cell::text(fact.mode.map(word)));
        push_count(row, "participants", fact.participants);
        push_count(row, "hours", fact.hours);
        push(row, "topics", self.ids(&fact.activity.topics));
    }

    fn outcome(&self, row: &mut Cells, fact: &OutcomeFact) {
        push(row, "type", Cell::text(fact.kind.map(word)));
        push(row, "date", Cell::date(fact.date));
        push(row, "of", self.references(&fact.of));
        push(row, "stage", Cell::Text(word(fact.stage)));
        push(row, "applied_at_ids", self.party_ids(&fact.applied_at));
        push(row, "applied_at_names", self.place_names(&fact.applied_at));
        push(row, "evidence", self.ids(&fact.evidence));
        push(row, "topics", self.ids(&fact.topics));
    }

    fn evaluation(&self, row: &mut Cells, fact: &EvaluationFact) {
        push(row, "date", Cell::date(fact.date));
        push(row, "unit", self.local(fact.unit.as_ref()));
        push(row, "of", self.references(&fact.of));
        push(row, "indicator", self.local(Some(&fact.indicator)));
        push(row, "method", self.local(fact.method.as_ref()));
        push_measure(row, "n", fact.n);
        push(row, "value", Cell::text(fact.value.clone()));
        push(row, "scale", self.local(fact.scale.as_ref()));
    }

    fn statement(&self, row: &mut Cells, fact: &StatementFact) {
        push(row, "date", Cell::date(fact.date));
        push(row, "speaker", Cell::Text(fact.speaker.clone()));
        push(row, "office", self.local(Some(&fact.office)));
        push(row, "institution", self.id(fact.institution.map(|index| RecordRef { kind: Kind::Institution, index })));
        push(row, "text", self.local(Some(&fact.text)));
        push(row, "verbatim", fact.verbatim.map_or(Cell::Empty, Cell::Flag));
        push(row, "about", self.references(&fact.about));
    }

    fn correction(&self, row: &mut Cells, fact: &CorrectionFact) {
        push(row, "type", Cell::Text(word(fact.kind)));
        push(row, "date", Cell::date(Some(fact.date)));
        push(row, "records", self.references(&fact.records));
        push(row, "gone", Cell::List(fact.gone.clone()));
        push(row, "what", self.local(Some(&fact.what)));
        push(row, "why", self.local(Some(&fact.why)));
    }

    fn narrative(&self, row: &mut Cells, fact: &NarrativeFact) {
        push(row, "date", Cell::date(fact.date));
        push(row, "about", self.references(&fact.about));
        push(row, "author", Cell::text(fact.author.clone()));
    }

    /// A text in the language of the table.
    pub(super) fn local(&self, text: Option<&Localized>) -> Cell {
        Cell::text(text.map(|text| names::localized(self.outputs.plan.facts(), text, self.lang).text))
    }

    /// The id of a record whose kind the column says.
    pub(super) fn id(&self, record: Option<RecordRef>) -> Cell {
        Cell::text(record.map(|record| self.outputs.plan.facts().head(record).id.clone()))
    }

    /// Ids of records whose kind the column says.
    pub(super) fn ids(&self, records: &[RecordRef]) -> Cell {
        Cell::List(records.iter().map(|record| self.outputs.plan.facts().head(*record).id.clone()).collect())
    }

    fn references(&self, records: &[RecordRef]) -> Cell {
        Cell::List(records.iter().map(|record| self.outputs.reference(*record)).collect())
    }

    fn party_ids(&self, places: &[PlaceFact]) -> Cell {
        Cell::List(
            places
                .iter()
                .filter_map(|place| place.party)
                .map(|party| self.outputs.plan.facts().head(party).id.clone())
                .collect(),
        )
    }

    fn place_names(&self, places: &[PlaceFact]) -> Cell {
        let facts = self.outputs.plan.facts();
        Cell::List(places.iter().map(|place| names::place(facts, place, self.lang).text).collect())
    }

    /// One entry a place: its id, or where it has none the words of the source.
    fn places(&self, places: &[PlaceFact]) -> Cell {
        let facts = self.outputs.plan.facts();
        let one = |place: &PlaceFact| match place.party {
            Some(party) => facts.head(party).id.clone(),
            None => names::place(facts, place, self.lang).text,
        };
        Cell::List(places.iter().map(one).collect())
    }
}

/// A measure in the words of the content model: `5`, `~40`, `22-23`, `84+`, `hidden`.
fn plain(measure: Measure) -> String {
    match (measure.state, measure.low, measure.high) {
        (State::Approximate, Some(low), _) => format!("~{low}"),
        (State::Range, Some(low), Some(high)) => format!("{low}-{high}"),
        (State::AtLeast, Some(low), _) => format!("{low}+"),
        (State::Exact, Some(low), _) => low.to_string(),
        (state, _, _) => state.word().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, word};
    use crate::derive::Measure;
    use crate::derive::facts::{OutcomeKind, Stage, TrainingMode, VisitKind};
    use crate::value::Count;

    #[test]
    fn variants_have_the_words_of_records() {
        assert_eq!(word(VisitKind::StudiTiru), "studi-tiru");
        assert_eq!(word(OutcomeKind::ActionPlan), "action-plan");
        assert_eq!(word(Stage::InProgress), "in-progress");
        assert_eq!(word(TrainingMode::InPerson), "in-person");
    }

    #[test]
    fn cells_of_a_breakdown_are_plain() {
        assert_eq!(plain(Measure::HIDDEN), "hidden");
        for text in ["5", "~40", "22-23", "84+"] {
            assert_eq!(plain(Measure::from_count(Count::parse(text).ok())), text);
        }
    }
}
