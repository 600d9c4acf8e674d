//! Derived figures as data: every one with its state and the records it rests on.

use super::Outputs;
use super::cell::{Cell, Cells, ends, push, push_measure};
use crate::derive::{Figure, FigureValue, Subject, YearRow};
use crate::value::PartialDate;

/// A figure of `data.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureData {
    /// Its name in the content model.
    pub name: &'static str,
    /// The value; of a number only where it is exact.
    pub value: Cell,
    /// The lower end; of a date the first day that it can mean.
    pub min: Cell,
    /// The upper end; of a date the last day that it can mean.
    pub max: Cell,
    /// What kind of value.
    pub state: &'static str,
    /// Records that state it.
    pub stated: u32,
    /// Records that do not.
    pub silent: u32,
    /// The records it rests on.
    pub basis: Vec<String>,
}

/// A year of `by_year`: names and numbers, the year first.
pub type YearData = [(&'static str, Cell); 8];

impl Outputs<'_> {
    /// A figure as data.
    pub(super) fn figure(&self, figure: &Figure) -> FigureData {
        let (cells, state) = match figure.value {
            FigureValue::Number(measure) => (ends(measure), measure.state.word()),
            FigureValue::Date(date) => (date_ends(date), date_state(date)),
        };
        let [value, min, max] = cells;
        let basis = figure.basis.iter().map(|record| self.reference(*record)).collect();
        let (stated, silent) = (figure.stated, figure.silent);
        FigureData { name: figure.name.word(), value, min, max, state, stated, silent, basis }
    }
}

/// The numbers of every year.
pub(super) fn by_year(rows: &[YearRow]) -> Vec<YearData> {
    rows.iter().map(year).collect()
}

/// Adds the figures of a subject to its row in a table.
pub(super) fn push_figures(row: &mut Cells, subject: &Subject) {
    for figure in &subject.figures {
        match figure.value {
            FigureValue::Number(measure) => push_measure(row, figure.name.word(), measure),
            FigureValue::Date(date) => push(row, figure.name.word(), Cell::date(date)),
        }
    }
}

fn year(row: &YearRow) -> YearData {
    let number = |number: u32| Cell::Integer(i64::from(number));
    [
        ("year", row.year.map_or(Cell::Empty, |year| Cell::Integer(i64::from(year)))),
        ("cohorts_sent", number(row.cohorts_sent)),
        ("cohorts_hosted", number(row.cohorts_hosted)),
        ("placements", number(row.placements)),
        ("visits_made", number(row.visits_made)),
        ("visits_received", number(row.visits_received)),
        ("trainings", number(row.trainings)),
        ("activities", number(row.activities)),
    ]
}

fn date_ends(date: Option<PartialDate>) -> [Cell; 3] {
    // The days at the ends are what the calendar says of a month or year; "about" has no such ends.
    let sure = date.filter(|date| !date.is_approximate());
    [
        Cell::date(date),
        Cell::text(sure.map(|date| date.first().to_string())),
        Cell::text(sure.map(|date| date.last().to_string())),
    ]
}

fn date_state(date: Option<PartialDate>) -> &'static str {
    match date {
        None => "unknown",
        Some(date) if date.is_approximate() => "approximate",
        Some(date) if date.day().is_none() => "range",
        Some(_) => "exact",
    }
}
