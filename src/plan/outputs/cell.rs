//! The cells and columns of tables.

use crate::derive::Measure;
use crate::value::{Count, PartialDate};
use std::fmt;
use std::sync::Arc;

/// A raw value: nothing is formatted for a language.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// The question makes no sense for this kind of record.
    Absent,
    /// Not known, or not published.
    Empty,
    /// A text, an id, a date as the content model writes it.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number of tenths: 15 is 1.5.
    Tenths(u64),
    /// Any other number.
    Decimal(f64),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    List(Vec<String>),
}

impl Cell {
    /// A text, empty where there is none.
    pub(in crate::plan) fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A date as the content model writes it.
    pub(in crate::plan) fn date(date: Option<PartialDate>) -> Self {
        Self::text(date.map(|date| date.to_string()))
    }

    /// A number of whole units or of tenths.
    pub(in crate::plan) fn number(number: Option<u64>, tenths: bool) -> Self {
        match (number, tenths) {
            (None, _) => Self::Empty,
            (Some(number), true) => Self::Tenths(number),
            (Some(number), false) => Self::Integer(i64::try_from(number).unwrap_or(i64::MAX)),
        }
    }
}

/// Which part of a count a column holds (content model, section 4, rule 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The value itself; of a count only where it is exact.
    Value,
    /// The lower end.
    Min,
    /// The upper end.
    Max,
    /// What kind of number it is.
    State,
}

impl Part {
    /// The four columns of a count, in order.
    pub const COUNT: [Self; 4] = [Self::Value, Self::Min, Self::Max, Self::State];
}

/// A column of a table; shown as its heading: `participants_min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name of the field or figure.
    pub name: &'static str,
    /// Which part of it.
    pub part: Part,
}

impl fmt::Display for Column {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)?;
        out.write_str(match self.part {
            Part::Value => "",
            Part::Min => "_min",
            Part::Max => "_max",
            Part::State => "_state",
        })
    }
}

/// The cells of a record, in the order of the columns.
pub(in crate::plan) type Cells = Vec<(Column, Cell)>;

/// The field that says how a record touches the subject of a table: all others are the same wherever it stands.
pub(in crate::plan) const ROLE: &str = "role";

/// A record's cells in a table, in the order of the columns. They are shared between the tables that the record is in.
#[derive(Clone, Debug)]
pub struct Row {
    cells: Arc<Cells>,
    role: Option<Cell>,
}

impl Row {
    /// The cells of a record that has a `role` in a table, or none.
    pub(in crate::plan) fn new(cells: Arc<Cells>, role: Option<Cell>) -> Self {
        Self { cells, role }
    }

    /// The cells.
    pub fn iter(&self) -> impl Iterator<Item = (&Column, &Cell)> {
        self.cells.iter().map(|(column, cell)| match &self.role {
            Some(role) if column.name == ROLE => (column, role),
            _ => (column, cell),
        })
    }
}

impl From<Vec<(Column, Cell)>> for Row {
    fn from(cells: Vec<(Column, Cell)>) -> Self {
        Self { cells: Arc::new(cells), role: None }
    }
}

/// Adds a field.
pub(in crate::plan) fn push(row: &mut Cells, name: &'static str, cell: Cell) {
    row.push((Column { name, part: Part::Value }, cell));
}

/// Adds a count with its ends and its state.
pub(in crate::plan) fn push_measure(row: &mut Cells, name: &'static str, measure: Measure) {
    let [value, min, max] = ends(measure);
    let cells = [value, min, max, Cell::Text(measure.state.word().to_owned())];
    row.extend(Part::COUNT.into_iter().zip(cells).map(|(part, cell)| (Column { name, part }, cell)));
}

/// Adds a stated count.
pub(in crate::plan) fn push_count(row: &mut Cells, name: &'static str, count: Option<Count>) {
    push_measure(row, name, Measure::from_count(count));
}

/// The value, only where exact, and both ends.
pub(in crate::plan) fn ends(measure: Measure) -> [Cell; 3] {
    let exact = (measure.state == crate::value::State::Exact).then_some(measure.low).flatten();
    [exact, measure.low, measure.high].map(|number| Cell::number(number, measure.tenths))
}

#[cfg(test)]
mod tests {
    use super::{Cell, ends, push_count};
    use crate::derive::Measure;
    use crate::value::Count;

    #[test]
    fn a_count_has_a_value_only_where_it_is_exact() {
        let of = |text| ends(Measure::from_count(Count::parse(text).ok()));
        assert_eq!(of("5"), [Cell::Integer(5), Cell::Integer(5), Cell::Integer(5)]);
        assert_eq!(of("~40"), [Cell::Empty, Cell::Integer(40), Cell::Integer(40)]);
        assert_eq!(of("22-23"), [Cell::Empty, Cell::Integer(22), Cell::Integer(23)]);
        assert_eq!(of("84+"), [Cell::Empty, Cell::Integer(84), Cell::Empty]);
        assert_eq!(ends(Measure::HIDDEN), [Cell::Empty, Cell::Empty, Cell::Empty]);
    }

    #[test]
    fn a_count_is_four_columns() {
        let mut row = Vec::new();
        push_count(&mut row, "participants", None);
        let heads: Vec<String> = row.iter().map(|(column, _)| column.to_string()).collect();
        assert_eq!(heads, ["participants", "participants_min", "participants_max", "participants_state"]);
        assert_eq!(row[3].1, Cell::Text("unknown".to_owned()));
    }
}
