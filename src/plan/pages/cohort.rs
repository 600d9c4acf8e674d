//! The page of a cohort.

use super::activity::{RecordHead, frame, head, when};
use crate::derive::facts::{BreakdownFact, CohortFact};
use crate::plan::names::capitalized;
use crate::plan::parts::base::Frame;
use crate::plan::parts::figure::measure_text;
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef, State};

view! {
    /// `cohort.html`: people sent together.
    pub struct CohortView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// Its facts.
        pub rows: Vec<Row>,
        /// Breakdowns; hidden whole where a cell is too small.
        pub breakdowns: Vec<BreakdownView>,
        /// Its stages.
        pub phases: Vec<PhaseView>,
        /// Its placements, outcomes, statements and all that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

view! {
    /// A breakdown of the people of a cohort.
    pub struct BreakdownView {
        /// What it is by.
        pub name: String,
        /// Whether it is withheld, because it is about too few people.
        pub hidden: bool,
        /// Its cells.
        pub cells: Vec<BreakdownCell>,
    }
}

view! {
    /// A cell of a breakdown.
    pub struct BreakdownCell {
        /// What it counts.
        pub label: String,
        /// The number in words, or the word for hidden.
        pub text: String,
    }
}

view! {
    /// A stage of a cohort.
    pub struct PhaseView {
        /// What it is.
        pub name: String,
        /// When it was.
        pub when: String,
    }
}

/// The page of a cohort.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, CohortView) {
    let fact = &scope.facts.cohorts[record.at()];
    let head = head(scope, record);
    let frame = frame(scope, record, &head, "");
    let matter = CohortView {
        rows: rows(scope, fact),
        breakdowns: fact.breakdown.iter().map(|one| breakdown(scope, one)).collect(),
        phases: fact
            .phases
            .iter()
            .map(|phase| PhaseView {
                name: word_or_raw(scope, "phase", &phase.kind),
                when: match (phase.start, phase.end) {
                    (None, None) => scope.word("undated"),
                    (start, end) => scope.format.date_range(start, end),
                },
            })
            .collect(),
        referrers: referrers(scope, record),
        head,
    };
    (frame, matter)
}

fn rows(scope: &Scope<'_>, fact: &CohortFact) -> Vec<Row> {
    let program = RecordRef { kind: Kind::Program, index: fact.program };
    let rows = Rows::new(scope)
        .ask("what")
        .records("program", &[program])
        .text("number", fact.number.clone())
        .records("topics", &fact.activity.topics)
        .ask("who")
        .places("origin", &fact.activity.origin)
        .count_or_unknown("participants", fact.participants)
        .count("applicants", fact.applicants)
        .count("selected", fact.selected)
        .count("completed", fact.completed)
        .ask("where")
        .places("host", &fact.activity.host)
        .known_places("coordinators", &fact.coordinators);
    let rows = when(rows, scope, &fact.activity);
    let stated = !matches!(fact.person_months.state, State::Unknown | State::NotApplicable);
    rows.text("person_months", stated.then(|| measure_text(scope, fact.person_months))).done()
}

fn breakdown(scope: &Scope<'_>, fact: &BreakdownFact) -> BreakdownView {
    BreakdownView {
        name: word_or_raw(scope, "breakdown", &fact.name),
        hidden: fact.cells.iter().any(|(_, measure)| measure.state == State::Hidden),
        cells: fact
            .cells
            .iter()
            .map(|(label, measure)| BreakdownCell {
                label: word_or_raw(scope, "breakdown", label),
                text: measure_text(scope, *measure),
            })
            .collect(),
    }
}

/// Dimensions and stages are free words of the record: the theme's word where it has one.
fn word_or_raw(scope: &Scope<'_>, family: &str, raw: &str) -> String {
    let key = format!("{family}_{}", raw.replace('-', "_"));
    scope.words.find(&key).map_or_else(|| capitalized(raw), str::to_owned)
}
