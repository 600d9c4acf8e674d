//! Outcomes.

use super::{Common, Place};
use crate::diag::Located;
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
