//! `data.json`: what is known on a page, with every figure and the records it rests on.

use crate::plan::outputs::{Cell, Column, DataHead, DataSet, FigureData, Part, Row, YearData};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::cell::RefCell;
use std::io;

/// Writes the data of a page on one line.
///
/// # Errors
/// What the stream says.
pub fn write(set: &DataSet<'_>, mut out: impl io::Write) -> io::Result<()> {
    let (figures, rows) = (Figures(RefCell::new(set.figures())), Rows(RefCell::new(set.rows())));
    serde_json::to_writer(&mut out, &Document { head: &set.head, figures, by_year: &set.by_year, rows })?;
    out.write_all(b"\n")
}

struct Document<'a, F, R> {
    head: &'a DataHead,
    figures: Figures<F>,
    by_year: &'a [YearData],
    rows: Rows<R>,
}

impl<F: Iterator<Item = FigureData>, R: Iterator<Item = Row>> Serialize for Document<'_, F, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("page", &Page(self.head))?;
        map.serialize_entry("site", &self.head.site)?;
        map.serialize_entry("publisher", &self.head.publisher)?;
        map.serialize_entry("as_of", &self.head.as_of)?;
        map.serialize_entry("license", &self.head.license)?;
        map.serialize_entry("figures", &self.figures)?;
        map.serialize_entry("by_year", &Years(self.by_year))?;
        map.serialize_entry("records", &self.rows)?;
        map.end()
    }
}

struct Page<'a>(&'a DataHead);

impl Serialize for Page<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("url", &self.0.url)?;
        map.serialize_entry("kind", self.0.kind)?;
        map.serialize_entry("id", &self.0.id)?;
        map.serialize_entry("title", &self.0.title)?;
        map.serialize_entry("lang", self.0.lang.as_str())?;
        map.end()
    }
}

/// Figures that are made while they are written; they can be written once.
struct Figures<I>(RefCell<I>);

impl<I: Iterator<Item = FigureData>> Serialize for Figures<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for figure in self.0.borrow_mut().by_ref() {
            map.serialize_entry(figure.name, &One(&figure))?;
        }
        map.end()
    }
}

struct One<'a>(&'a FigureData);

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, cell) in [("value", &self.0.value), ("min", &self.0.min), ("max", &self.0.max)] {
            map.serialize_entry(name, &Value(cell))?;
        }
        map.serialize_entry("state", self.0.state)?;
        map.serialize_entry("stated", &self.0.stated)?;
        map.serialize_entry("silent", &self.0.silent)?;
        map.serialize_entry("basis", &self.0.basis)?;
        map.end()
    }
}

struct Years<'a>(&'a [YearData]);

impl Serialize for Years<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Year))
    }
}

struct Year<'a>(&'a YearData);

impl Serialize for Year<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, cell)| (name, Value(cell))))
    }
}

/// Rows that are made while they are written; they can be written once.
struct Rows<I>(RefCell<I>);

impl<I: Iterator<Item = Row>> Serialize for Rows<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for row in self.0.borrow_mut().by_ref() {
            sequence.serialize_element(&Record(&row))?;
        }
        sequence.end()
    }
}

struct Record<'a>(&'a Row);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (column, cell) in self.0.iter().filter(|(_, cell)| !matches!(cell, Cell::Absent)) {
            map.serialize_entry(&Name(column), &Value(cell))?;
        }
        map.end()
    }
}

struct Name<'a>(&'a Column);

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.part {
            Part::Value => serializer.serialize_str(self.0.name),
            _ => serializer.collect_str(self.0),
        }
    }
}

struct Value<'a>(&'a Cell);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Absent | Cell::Empty => serializer.serialize_none(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Integer(number) => serializer.serialize_i64(*number),
            // Exact in binary up to 2^53 and printed with at most one decimal.
            #[expect(clippy::cast_precision_loss, reason = "person-months stay far below 2^53 tenths")]
            Cell::Tenths(tenths) => serializer.serialize_f64(*tenths as f64 / 10.0),
            Cell::Decimal(number) => serializer.serialize_f64(*number),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::List(items) => items.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Document, Figures, RefCell, Rows};
    use crate::plan::outputs::{Cell, Column, DataHead, FigureData, Part, Row};
    use crate::value::Lang;

    #[test]
    fn the_document_keeps_names_types_and_characters() {
        let head = DataHead {
            url: "https://example.go.id/wilayah/papua/".to_owned(),
            kind: "region",
            id: Some("papua".to_owned()),
            title: Some("Papua \"<&>\"\n🌴".to_owned()),
            lang: Lang::new("id"),
            site: "Situs".to_owned(),
            publisher: None,
            license: None,
            as_of: Some("2024-08".to_owned()),
        };
        let figure = FigureData {
            name: "person_months",
            value: Cell::Empty,
            min: Cell::Tenths(15),
            max: Cell::Empty,
            state: "at-least",
            stated: 1,
            silent: 2,
            basis: vec!["a".to_owned()],
        };
        let column = |name, part| Column { name, part };
        let row = vec![
            (column("title", Part::Value), Cell::Text("=cmd()".to_owned())),
            (column("count", Part::Min), Cell::Integer(5)),
            (column("tags", Part::Value), Cell::List(vec!["x; y".to_owned()])),
            (column("unit", Part::Value), Cell::Absent),
        ];
        let figures = Figures(RefCell::new(std::iter::once(figure)));
        let rows = Rows(RefCell::new(std::iter::once(Row::from(row))));
        let document = Document { head: &head, figures, by_year: &[], rows };
        let text = serde_json::to_string(&document).expect("written");
        let back: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back["page"]["title"], "Papua \"<&>\"\n🌴");
        assert_eq!(back["figures"]["person_months"]["min"], 1.5);
        assert!(back["figures"]["person_months"]["value"].is_null());
        assert_eq!(back["records"], serde_json::json!([{"title": "=cmd()", "count_min": 5, "tags": ["x; y"]}]));
    }
}
