//! `data.csv`: RFC 4180, UTF-8, safe to open in a spreadsheet.

use crate::plan::outputs::{Cell, Column, Part, Row};
use std::fmt::Write as _;
use std::io;

/// Writes a table. A count that makes no sense for a kind of record has the state `not-applicable`.
///
/// # Errors
/// What the stream says.
pub fn write(columns: &[Column], rows: impl Iterator<Item = Row>, out: impl io::Write) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let mut buffer = String::new();
    for column in columns {
        buffer.clear();
        // Writing into a text cannot fail.
        let _ = write!(buffer, "{column}");
        csv.write_field(&buffer)?;
    }
    csv.write_record(None::<&[u8]>)?;
    for row in rows {
        // Rows are in the order of the columns, so one walk along both fills the line.
        let mut cells = row.iter().peekable();
        for column in columns {
            let cell = cells.next_if(|(own, _)| *own == column).map_or(&Cell::Absent, |(_, cell)| cell);
            csv.write_field(field(column, cell, &mut buffer))?;
        }
        debug_assert!(cells.peek().is_none(), "a cell out of order: {:?}", cells.peek());
        csv.write_record(None::<&[u8]>)?;
    }
    csv.flush()
}

/// The text of a cell: its own where it has one, else written into the buffer.
fn field<'t>(column: &Column, cell: &'t Cell, buffer: &'t mut String) -> &'t str {
    buffer.clear();
    // Writing into a text cannot fail.
    let _ = match cell {
        Cell::Absent if column.part == Part::State => return "not-applicable",
        Cell::Absent | Cell::Empty => return "",
        Cell::Text(text) if is_formula(text) => write!(buffer, "'{text}"),
        Cell::Text(text) => return text,
        Cell::Integer(number) => write!(buffer, "{number}"),
        Cell::Tenths(tenths) => write!(buffer, "{}.{}", tenths / 10, tenths % 10),
        Cell::Decimal(number) => write!(buffer, "{number}"),
        Cell::Flag(flag) => return if *flag { "true" } else { "false" },
        Cell::List(items) => {
            for (at, item) in items.iter().enumerate() {
                buffer.push_str(if at > 0 { "; " } else { "" });
                buffer.push_str(item);
            }
            if is_formula(buffer) {
                buffer.insert(0, '\'');
            }
            Ok(())
        }
    };
    buffer
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
pub(super) fn defused(text: String) -> String {
    if is_formula(&text) { format!("'{text}") } else { text }
}

/// Whether a spreadsheet would run a text. A negative number is none.
fn is_formula(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(b'-') => text.parse::<f64>().is_err(),
        Some(b'=' | b'+' | b'@' | b'\t' | b'\r' | b'\n') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::plan::outputs::{Cell, Column, Part, Row};

    const TITLE: Column = Column { name: "title", part: Part::Value };
    const COUNT: Column = Column { name: "count", part: Part::Value };
    const STATE: Column = Column { name: "count", part: Part::State };

    fn table(rows: Vec<Vec<(Column, Cell)>>) -> String {
        let mut out = Vec::new();
        write(&[TITLE, COUNT, STATE], rows.into_iter().map(Row::from), &mut out).expect("written");
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
