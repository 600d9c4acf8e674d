//! Outcomes, evaluations, statements and corrections as published.

use super::activity::references;
use super::{CorrectionKind, Head, OutcomeKind, PlaceFact, Stage};
use crate::check::catalog::{Correction, Evaluation, Outcome, Statement};
use crate::derive::{Measure, disclose};
use crate::value::{Localized, PartialDate, RecordRef};

/// An outcome.
#[derive(Clone, Debug, Hash)]
pub struct OutcomeFact {
    /// Common fields.
    pub head: Head,
    /// The activities it came of.
    pub of: Vec<RecordRef>,
    /// What it is.
    pub kind: Option<OutcomeKind>,
    /// Where it is applied.
    pub applied_at: Vec<PlaceFact>,
    /// How far it has come.
    pub stage: Stage,
    /// When.
    pub date: Option<PartialDate>,
    /// What shows it.
    pub evidence: Vec<RecordRef>,
    /// Topics.
    pub topics: Vec<RecordRef>,
}

/// An evaluation after disclosure control.
#[derive(Clone, Debug, Hash)]
pub struct EvaluationFact {
    /// Common fields.
    pub head: Head,
    /// The records it is about.
    pub of: Vec<RecordRef>,
    /// What was measured.
    pub indicator: Localized,
    /// How.
    pub method: Option<Localized>,
    /// Over how many people; hidden where they are too few.
    pub n: Measure,
    /// The value as written; none where hidden.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<Localized>,
    /// Its scale.
    pub scale: Option<Localized>,
    /// When.
    pub date: Option<PartialDate>,
}

/// A statement.
#[derive(Clone, Debug, Hash)]
pub struct StatementFact {
    /// Common fields; the id is the anchor, made where the record has none.
    pub head: Head,
    /// Who speaks.
    pub speaker: String,
    /// In which office.
    pub office: Localized,
    /// Of which institution.
    pub institution: Option<u32>,
    /// When.
    pub date: Option<PartialDate>,
    /// The words, or their gist.
    pub text: Localized,
    /// Whether these are the very words; none where nobody says.
    pub verbatim: Option<bool>,
    /// The records it is about.
    pub about: Vec<RecordRef>,
}

/// A correction.
#[derive(Clone, Debug, Hash)]
pub struct CorrectionFact {
    /// Common fields.
    pub head: Head,
    /// When.
    pub date: PartialDate,
    /// What it does.
    pub kind: CorrectionKind,
    /// The records it concerns that are published.
    pub records: Vec<RecordRef>,
    /// Ids of withdrawn records.
    pub gone: Vec<String>,
    /// What was changed.
    pub what: Localized,
    /// Why.
    pub why: Localized,
}

impl OutcomeFact {
    /// Publishes an outcome.
    pub(in crate::derive) fn new(record: Outcome) -> Self {
        Self {
            head: Head::new(record.common),
            of: references(record.of),
            kind: record.kind,
            applied_at: PlaceFact::list(record.applied_at),
            stage: record.stage.value,
            date: record.date.map(|date| date.value),
            evidence: references(record.evidence),
            topics: references(record.topics),
        }
    }
}

impl EvaluationFact {
    /// Publishes an evaluation; where `hidden`, neither how many nor the value.
    pub(in crate::derive) fn new(record: Evaluation, hidden: bool) -> Self {
        Self {
            head: Head::new(record.common),
            of: references(record.of),
            indicator: record.indicator,
            method: record.method,
            n: disclose::evaluated(record.n.value, hidden),
            value: (!hidden).then_some(record.value),
            unit: record.unit,
            scale: record.scale,
            date: record.date.map(|date| date.value),
        }
    }
}

impl StatementFact {
    /// Publishes a statement.
    pub(in crate::derive) fn new(record: Statement) -> Self {
        Self {
            head: Head::new(record.common),
            speaker: record.speaker,
            office: record.office,
            institution: record.institution.map(|institution| institution.value.index),
            date: record.date.map(|date| date.value),
            text: record.text,
            verbatim: record.verbatim,
            about: references(record.about),
        }
    }
}

impl CorrectionFact {
    /// Publishes a correction.
    pub(in crate::derive) fn new(record: Correction) -> Self {
        Self {
            head: Head::new(record.common),
            date: record.date.value,
            kind: record.kind,
            records: references(record.records),
            gone: record.gone,
            what: record.what,
            why: record.why,
        }
    }
}
