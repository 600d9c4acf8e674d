//! Outcomes.

use super::common::Titled;
use super::{Common, Place};
use crate::check::kinds::ACTIVITY;
use crate::check::record::{Fields, date, located, place, reference, word};
use crate::diag::Located;
use crate::value::Kind;
use crate::value::{PartialDate, RecordRef};

/// What an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeKind {
    /// An action plan.
    ActionPlan,
    /// A report.
    Report,
    /// A change project.
    ChangeProject,
    /// Something taken over.
    Adoption,
    /// A rule.
    Policy,
    /// An agreement.
    Agreement,
}

/// How far an outcome has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Hoped for.
    Expected,
    /// Announced.
    Planned,
    /// Under way.
    InProgress,
    /// Somebody says it is done.
    Reported,
    /// Confirmed by evidence.
    Verified,
    /// Given up.
    Dropped,
}

/// What came of activities.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Common fields.
    pub common: Common,
    /// The activities it came of.
    pub of: Vec<Located<RecordRef>>,
    /// What it is.
    pub kind: Option<OutcomeKind>,
    /// Where it is applied.
    pub applied_at: Vec<Place>,
    /// How far it has come.
    pub stage: Located<Stage>,
    /// When.
    pub date: Option<Located<PartialDate>>,
    /// What shows it; references to sources.
    pub evidence: Vec<Located<RecordRef>>,
    /// Topics.
    pub topics: Vec<Located<RecordRef>>,
}

const KINDS: [(&str, OutcomeKind); 6] = [
    ("action-plan", OutcomeKind::ActionPlan),
    ("report", OutcomeKind::Report),
    ("change-project", OutcomeKind::ChangeProject),
    ("adoption", OutcomeKind::Adoption),
    ("policy", OutcomeKind::Policy),
    ("agreement", OutcomeKind::Agreement),
];

const STAGES: [(&str, Stage); 6] = [
    ("expected", Stage::Expected),
    ("planned", Stage::Planned),
    ("in-progress", Stage::InProgress),
    ("reported", Stage::Reported),
    ("verified", Stage::Verified),
    ("dropped", Stage::Dropped),
];

impl Outcome {
    /// Reads an outcome.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let of = fields.required_list("of", reference(ACTIVITY));
        let stage = fields.required("stage", located(word(&STAGES)));
        let outcome = Self {
            common,
            kind: fields.optional("kind", word(&KINDS)),
            applied_at: fields.list("applied_at", place).unwrap_or_default(),
            date: fields.optional("date", located(date)),
            evidence: fields.list("evidence", reference(&[Kind::Source])).unwrap_or_default(),
            topics: fields.list("topics", reference(&[Kind::Topic])).unwrap_or_default(),
            of: of?,
            stage: stage?,
        };
        Some(outcome)
    }
}
