//! Programs.

use super::Common;
use crate::diag::Located;
use crate::value::{Localized, PartialDate, RecordRef};

/// The form of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Internship.
    Internship,
    /// Exchange.
    Exchange,
    /// Training.
    Training,
    /// Visit.
    Visit,
}

/// A legal basis.
#[derive(Clone, Debug)]
pub struct LegalBasis {
    /// The title.
    pub title: Localized,
    /// The number.
    pub number: Option<String>,
    /// The year.
    pub year: Option<PartialDate>,
    /// Where it stands.
    pub url: Option<String>,
}

/// A program; its title is in the common fields.
#[derive(Clone, Debug)]
pub struct Program {
    /// Common fields.
    pub common: Common,
    /// Who runs it.
    pub organizers: Vec<Located<RecordRef>>,
    /// What forms it takes.
    pub forms: Vec<Form>,
    /// Its legal basis.
    pub legal_basis: Vec<LegalBasis>,
    /// First day.
    pub start: Option<Located<PartialDate>>,
    /// Last day.
    pub end: Option<Located<PartialDate>>,
    /// What it is for.
    pub aims: Option<Localized>,
}
