//! What the columns of a table are, worked out from the one table of [`super::fields`].

use super::data_set::TOUCHING;
use super::fields::{FIELDS, Shape, belongs};
use super::{Column, Part};
use crate::derive::FigureName;
use crate::value::Kind;
use std::sync::LazyLock;

/// A column of a table of some kinds of record, and what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name in the heading.
    pub column: Column,
    /// What its values are; of a count what the value itself is.
    pub shape: Shape,
    /// A figure that is derived, not a field of records.
    pub is_figure: bool,
}

/// What a program takes the values of a column for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// `true` or `false`.
    Flag,
}

impl Variable {
    /// What a program takes the values for. Partial dates are text: `2022-11` is no date to most programs.
    pub fn machine(&self) -> Machine {
        match (self.shape, self.column.part) {
            (_, Part::State) => Machine::Text,
            (Shape::Count | Shape::Integer, _) => Machine::Integer,
            (Shape::Tenths | Shape::Decimal, _) => Machine::Decimal,
            (Shape::Flag, _) => Machine::Flag,
            _ => Machine::Text,
        }
    }

    /// The words that can stand in the column, where they are counted out.
    pub fn choices(&self) -> &'static [&'static str] {
        match (self.shape, self.column.part) {
            (Shape::Count | Shape::Tenths, Part::State) => super::fields::STATES,
            (Shape::Word(words) | Shape::Words(words), _) => words,
            _ => &[],
        }
    }

    /// Whether a cell can hold several values.
    pub fn is_list(&self) -> bool {
        matches!(self.shape, Shape::IdsOf(_) | Shape::Ids | Shape::Texts | Shape::Words(_))
    }
}

/// The columns of a table of records of these kinds. Figures stand last.
pub(in crate::plan) fn columns(kinds: &[Kind]) -> Vec<Column> {
    variables(kinds).into_iter().map(|variable| variable.column).collect()
}

/// The columns of such a table with what stands in them. Where kinds differ in what a field holds, it is text.
pub(in crate::plan) fn variables(kinds: &[Kind]) -> Vec<Variable> {
    if kinds == TOUCHING { ACTIVITIES.clone() } else { made(kinds) }
}

/// The columns of the table that stands beside most pages.
static ACTIVITIES: LazyLock<Vec<Variable>> = LazyLock::new(|| made(&TOUCHING));

fn made(kinds: &[Kind]) -> Vec<Variable> {
    let mut variables: Vec<Variable> = Vec::new();
    for &(name, letters, shape) in FIELDS {
        if !kinds.iter().any(|kind| belongs(letters, *kind)) {
            continue;
        }
        match variables.last_mut().filter(|last| last.column.name == name) {
            Some(last) => last.shape = Shape::Text,
            None => variables.extend(parts(name, shape, false)),
        }
    }
    if kinds.iter().any(|kind| has_figures(*kind)) {
        for name in FigureName::ALL {
            variables.extend(parts(name.word(), figure_shape(name), true));
        }
    }
    variables
}

/// The kinds among `kinds` whose records have the field `name`.
pub(super) fn having(name: &str, kinds: &[Kind]) -> Vec<Kind> {
    let has = |kind: &Kind| FIELDS.iter().any(|(other, letters, _)| *other == name && belongs(letters, *kind));
    kinds.iter().copied().filter(has).collect()
}

/// Whether rows of this kind carry derived figures.
pub(in crate::plan) fn has_figures(kind: Kind) -> bool {
    matches!(kind, Kind::Region | Kind::Institution | Kind::Program | Kind::Topic)
}

fn figure_shape(name: FigureName) -> Shape {
    match name {
        FigureName::FirstActivity | FigureName::LastActivity => Shape::Date,
        FigureName::PersonMonths => Shape::Tenths,
        _ => Shape::Count,
    }
}

fn parts(name: &'static str, shape: Shape, is_figure: bool) -> impl Iterator<Item = Variable> {
    let count = if shape.is_measure() { 4 } else { 1 };
    let variable = move |part| Variable { column: Column { name, part }, shape, is_figure };
    Part::COUNT.into_iter().take(count).map(variable)
}

#[cfg(test)]
mod tests {
    use super::{Machine, columns, variables};
    use crate::plan::outputs::Shape;
    use crate::value::Kind;
    use std::collections::BTreeSet;

    #[test]
    fn no_table_has_a_column_twice() {
        for kind in Kind::ALL {
            let names: Vec<String> = columns(&[kind]).iter().map(ToString::to_string).collect();
            let distinct: BTreeSet<&String> = names.iter().collect();
            assert_eq!(names.len(), distinct.len(), "{kind}: {names:?}");
        }
    }

    #[test]
    fn codes_are_text_and_counts_are_numbers() {
        let regions = variables(&[Kind::Region]);
        let of = |name: &str| regions.iter().find(|one| one.column.to_string() == name).expect(name);
        assert_eq!((of("code").machine(), of("population").machine()), (Machine::Text, Machine::Integer));
        assert_eq!(
            (of("person_months_max").machine(), of("person_months_state").machine()),
            (Machine::Decimal, Machine::Text)
        );
        assert_eq!(of("parent").shape, Shape::Id(Kind::Region));
        assert_eq!(of("first_activity").shape, Shape::Date);
    }

    #[test]
    fn what_differs_by_kind_is_text_in_a_table_of_both() {
        let both = variables(&[Kind::Region, Kind::Institution]);
        for name in ["type", "parent"] {
            let found = both.iter().filter(|one| one.column.name == name).map(|one| one.shape);
            assert_eq!(found.collect::<Vec<_>>(), [Shape::Text]);
        }
    }
}
