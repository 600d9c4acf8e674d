//! Cohorts.

use super::common::Titled;
use super::{Common, Place, When};
use crate::check::describe::Shape;
use crate::check::record::{Fields, Scope, count, date, located, place, reference, text};
use crate::check::yaml::{Node, Value};
use crate::diag::Bilingual;
use crate::diag::Located;
use crate::value::Kind;
use crate::value::{Count, PartialDate, RecordRef};

/// People sent together under a program.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// Common fields.
    pub common: Common,
    /// The program.
    pub program: Located<RecordRef>,
    /// Its number within the program, as text.
    pub number: Option<String>,
    /// Where the people come from.
    pub origin: Vec<Place>,
    /// Where they go; the hosts of placements add to it.
    pub host: Vec<Place>,
    /// Who coordinates.
    pub coordinators: Vec<Place>,
    /// Dates, status and `reported`.
    pub when: When,
    /// People.
    pub participants: Option<Located<Count>>,
    /// People who applied.
    pub applicants: Option<Located<Count>>,
    /// People who were selected.
    pub selected: Option<Located<Count>>,
    /// People who completed.
    pub completed: Option<Located<Count>>,
    /// People by gender, rank and so on.
    pub breakdown: Vec<Breakdown>,
    /// Stages of the cohort.
    pub phases: Vec<Phase>,
    /// Topics.
    pub topics: Vec<Located<RecordRef>>,
}

/// One dimension of a breakdown: `gender: {female: 3, male: 2}`.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// The dimension.
    pub name: String,
    /// Its cells, in the order of the record.
    pub cells: Vec<(String, Count)>,
}

/// A stage of a cohort.
#[derive(Clone, Debug)]
pub struct Phase {
    /// What it is, in the words of the record.
    pub kind: String,
    /// First day.
    pub start: Option<Located<PartialDate>>,
    /// Last day.
    pub end: Option<Located<PartialDate>>,
}

impl Cohort {
    /// Reads a cohort.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Optional);
        let program = fields.required("program", reference(&[Kind::Program]));
        let origin = fields.required_list("origin", place);
        let host = fields.required_list("host", place);
        let cohort = Self {
            common,
            number: fields.optional("number", text),
            coordinators: fields.list("coordinators", place).unwrap_or_default(),
            when: When::read(fields),
            participants: fields.optional("participants", located(count)),
            applicants: fields.optional("applicants", located(count)),
            selected: fields.optional("selected", located(count)),
            completed: fields.optional("completed", located(count)),
            breakdown: breakdown(fields),
            phases: fields.list("phases", phase).unwrap_or_default(),
            topics: fields.list("topics", reference(&[Kind::Topic])).unwrap_or_default(),
            program: program?,
            origin: origin?,
            host: host?,
        };
        Some(cohort)
    }
}

/// The dimensions and their cells are the record's own words.
fn breakdown(fields: &mut Fields<'_, '_>) -> Vec<Breakdown> {
    let Some(node) = fields.node("breakdown") else { return Vec::new() };
    let scope = &mut *fields.scope;
    if scope.describes(|| Shape::Breakdown) {
        return Vec::new();
    }
    let Some(dimensions) = table(node, scope) else { return Vec::new() };
    let mut out = Vec::new();
    for dimension in dimensions {
        let mut cells = Vec::new();
        for cell in table(&dimension.value, scope).unwrap_or_default() {
            if cell.value.value != Value::Empty {
                cells.extend(count(&cell.value, scope).map(|count| (cell.name.to_string(), count)));
            }
        }
        if !cells.is_empty() {
            out.push(Breakdown { name: dimension.name.to_string(), cells });
        }
    }
    out
}

fn table<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<&'a [crate::check::yaml::Field<'a>]> {
    let fields = node.fields();
    if fields.is_none() {
        let repair = Bilingual::new(
            "Tulis misalnya {gender: {female: 12, male: 30}}.",
            "Write for example {gender: {female: 12, male: 30}}.",
        );
        scope.wrong_shape(node, &Bilingual::new("kelompok isian", "a group of fields"), Some(repair));
    }
    fields
}

fn phase<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Phase> {
    let mut fields = Fields::nested(scope, node, "{kind: pembekalan, start: 2022-11-07}")?;
    let kind = fields.required("kind", text);
    let (start, end) = (fields.optional("start", located(date)), fields.optional("end", located(date)));
    fields.finish();
    Some(Phase { kind: kind?, start, end })
}
