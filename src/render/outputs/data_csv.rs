//! `data.csv`: RFC 4180, UTF-8, safe to open in a spreadsheet.

use crate::plan::outputs::{Cell, Column, Part, Row};
use std::io;

/// Writes a table. A count that makes no sense for a kind of record has the state `not-applicable`.
///
/// # Errors
/// What the stream says.
pub fn write(columns: &[Column], rows: impl Iterator<Item = Row>, out: impl io::Write) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(columns.iter().map(ToString::to_string))?;
    for row in rows {
        // Rows are in the order of the columns, so one walk along both fills the line.
        let mut cells = row.into_iter().peekable();
        for column in columns {
            let cell = cells.next_if(|(own, _)| own == column).map_or(Cell::Absent, |(_, cell)| cell);
            csv.write_field(field(column, cell))?;
        }
        debug_assert!(cells.peek().is_none(), "a cell out of order: {:?}", cells.peek());
        csv.write_record(None::<&[u8]>)?;
    }
    csv.flush()
}

fn field(column: &Column, cell: Cell) -> String {
    match cell {
        Cell::Absent if column.part == Part::State => "not-applicable".to_owned(),
        Cell::Absent | Cell::Empty => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Tenths(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        Cell::Decimal(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(items) => defused(items.join("; ")),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
/// A negative number is none.
pub(super) fn defused(text: String) -> String {
    if text.starts_with('-') && text.parse::<f64>().is_ok() {
        return text;
    }
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::plan::outputs::{Cell, Column, Part, Row};

    const TITLE: Column = Column { name: "title", part: Part::Value };
    const COUNT: Column = Column { name: "count", part: Part::Value };
    const STATE: Column = Column { name: "count", part: Part::State };

    fn table(rows: Vec<Row>) -> String {
        let mut out = Vec::new();
        write(&[TITLE, COUNT, STATE], rows.into_iter(), &mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn every_text_comes_back_as_it_was() {
        let texts =
            ["a,b", "say \"no\"", "two\nlines", "two\r\nlines", "a;b", "<b>&amp;</b>", "Jayapura 🌴", "", " x "];
        let text = table(texts.iter().map(|text| vec![(TITLE, Cell::Text((*text).to_owned()))]).collect());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let back: Vec<String> = reader.records().map(|row| row.expect("a row")[0].to_owned()).collect();
        assert_eq!(back, texts);
        assert!(text.starts_with("title,count,count_state\r\n"));
    }

    #[test]
    fn formulas_are_only_text() {
        for formula in ["=cmd()", "+1", "-1+1", "@x", "\tx", "\rx"] {
            let text = table(vec![vec![(TITLE, Cell::List(vec![formula.to_owned(), "b".to_owned()]))]]);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let row = reader.records().next().expect("a row").expect("a row");
            assert_eq!(row[0], format!("'{formula}; b"));
        }
    }

    #[test]
    fn numbers_are_numbers_and_what_makes_no_sense_says_so() {
        let text = table(vec![vec![(COUNT, Cell::Integer(-5)), (STATE, Cell::Text("exact".to_owned()))], vec![]]);
        assert_eq!(text, "title,count,count_state\r\n,-5,exact\r\n,,not-applicable\r\n");
        assert!(table(vec![vec![(COUNT, Cell::Tenths(15))]]).contains(",1.5,"));
        assert!(table(vec![vec![(TITLE, Cell::Text("-0.5".to_owned()))]]).contains("\n-0.5,"));
    }
}
