//! Programs.

use super::Common;
use super::common::Titled;
use crate::check::record::{Fields, Scope, date, localized, located, reference, text, url, word};
use crate::check::yaml::Node;
use crate::diag::Located;
use crate::value::Kind;
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
#[derive(Clone, Debug, Hash)]
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

const FORMS: [(&str, Form); 4] = [
    ("internship", Form::Internship),
    ("exchange", Form::Exchange),
    ("training", Form::Training),
    ("visit", Form::Visit),
];

impl Program {
    /// Reads a program.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Required);
        Some(Self {
            common,
            organizers: fields.list("organizers", reference(&[Kind::Institution])).unwrap_or_default(),
            forms: fields.list("forms", word(&FORMS)).unwrap_or_default(),
            legal_basis: fields.list("legal_basis", legal_basis).unwrap_or_default(),
            start: fields.optional("start", located(date)),
            end: fields.optional("end", located(date)),
            aims: fields.optional("aims", localized),
        })
    }
}

fn legal_basis<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<LegalBasis> {
    let mut fields = Fields::nested(scope, node, "{title: …, number: \"14\", year: 2022}")?;
    let title = fields.required("title", localized);
    let number = fields.optional("number", text);
    let year = fields.optional("year", date);
    let url = fields.optional("url", url);
    fields.finish();
    Some(LegalBasis { title: title?, number, year, url })
}
