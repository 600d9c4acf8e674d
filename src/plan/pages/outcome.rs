//! The page of an outcome.

use super::activity::{RecordHead, frame, head};
use crate::derive::facts::Stage;
use crate::plan::names::{capitalized, outcome_kind_key};
use crate::plan::parts::base::Frame;
use crate::plan::parts::item::stage_key;
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `outcome.html`: what came of activities, or is expected to.
    pub struct OutcomeView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// How far it has come: `expected`, `planned`, `in_progress`, `reported`, `verified`, `dropped`.
        pub stage: String,
        /// What that stage means, as a sentence.
        pub stage_note: String,
        /// Its facts.
        pub rows: Vec<Row>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// The page of an outcome.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, OutcomeView) {
    let fact = &scope.facts.outcomes[record.at()];
    let head = head(scope, record);
    let mut frame = frame(scope, record, &head, "");
    if fact.stage == Stage::Expected {
        frame.kicker = scope.word("one_outcome_expected");
    }
    let stage = stage_key(fact.stage);
    let rows = Rows::new(scope)
        .ask("what")
        .text("stage", Some(capitalized(&scope.word(stage))))
        .text("kind", fact.kind.map(|kind| capitalized(&scope.word(outcome_kind_key(Some(kind))))))
        .records("topics", &fact.topics)
        .ask("whence")
        .records("of", &fact.of)
        .ask("where")
        .known_places("applied_at", &fact.applied_at)
        .ask("when")
        .date("date", fact.date)
        .ask("basis")
        .records("evidence", &fact.evidence)
        .done();
    let matter = OutcomeView {
        stage: stage.trim_start_matches("stage_").to_owned(),
        stage_note: scope.word(&format!("{stage}_note")),
        rows,
        referrers: referrers(scope, record),
        head,
    };
    (frame, matter)
}
