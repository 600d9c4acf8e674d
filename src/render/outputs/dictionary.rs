//! `kamus-data.csv`: the data dictionary with exactly the columns that Satu Data Indonesia asks for (Perpres 39/2019).
//!
//! The five columns have no room for the name of a variable; it stands in square brackets after the concept, so that
//! a reader of a table finds its column here. The headings are Indonesian in every language: they are the standard's.

use super::data_csv::defused;
use crate::plan::outputs::{Column, Described, Package};
use std::collections::BTreeSet;
use std::io;

/// Writes one line for each column of the tables; a column that means the same in several tables has one. Columns of
/// `data.csv` that no table of this site has come last.
///
/// # Errors
/// What the stream says.
pub fn write(package: &Package, out: impl io::Write) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(["konsep", "definisi", "klasifikasi", "ukuran", "satuan"])?;
    let mut written = BTreeSet::new();
    for column in package.tables.iter().flat_map(|table| &table.columns) {
        let line = line(column);
        if written.insert(line.clone()) {
            csv.write_record(line.map(defused))?;
        }
    }
    let in_tables = |name: &Column| {
        package.tables.iter().flat_map(|table| &table.columns).any(|column| column.variable.column == *name)
    };
    for column in package.activities.iter().filter(|column| !in_tables(&column.variable.column)) {
        csv.write_record(line(column).map(defused))?;
    }
    csv.flush()
}

fn line(column: &Described) -> [String; 5] {
    let meaning = &column.meaning;
    [
        format!("{} [{}]", meaning.concept, column.variable.column),
        meaning.definition.clone(),
        meaning.classes(),
        meaning.measure.clone(),
        meaning.unit.clone(),
    ]
}
