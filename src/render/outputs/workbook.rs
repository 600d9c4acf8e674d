//! `data.xlsx`: the data of a page as a workbook, the dictionary of its columns, and what to know about it.
//!
//! Cells have types: numbers are numbers, full dates are dates; codes, partial dates and every other text are text, so
//! that `11.10` stays `11.10` and nothing that begins with `=` is run. A column that no record fills is left out.

use crate::plan::outputs::{Cell, Column, Meaning, Part, Row, Shape, Variable, Words, Workbook, WorkbookSheet};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Book, Worksheet, XlsxError};

/// Rows of longer tables wait in a temporary file of the system until the sheet is packed.
const LONG: usize = 20_000;

/// The most characters that a cell holds, in units of UTF-16.
const LONGEST_TEXT: usize = 32_767;

/// How hard to pack: larger levels cost twice the time for a tenth of the size.
const COMPRESSION: u8 = 2;

/// Makes the bytes of a workbook.
///
/// # Errors
/// What the writer says; a full disk, for a long table.
pub fn write(workbook: &Workbook<'_>) -> Result<Vec<u8>, String> {
    book(workbook, LONG).map_err(|error| error.to_string())
}

fn book(workbook: &Workbook<'_>, long: usize) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new();
    book.set_zip_compression_level(COMPRESSION);
    book.set_properties(&properties(workbook)?);
    let look = Look::new();
    let mut explained: Vec<(&str, Vec<(Variable, Meaning)>)> = Vec::new();
    for sheet in &workbook.sheets {
        let columns = filled(sheet);
        let target = if sheet.rows() > long { book.add_worksheet_with_low_memory()? } else { book.add_worksheet() };
        target.set_name(&sheet.name)?;
        fill(target, sheet, &columns, &look)?;
        explained.push((&sheet.name, columns));
    }
    dictionary(book.add_worksheet(), &explained, workbook.words, &look)?;
    about(book.add_worksheet(), workbook, &look)?;
    book.save_to_buffer()
}

/// Who and when: the day of the records, for the clock has no place in what we publish.
fn properties(workbook: &Workbook<'_>) -> Result<DocProperties, XlsxError> {
    let created = workbook.created.unwrap_or_default();
    let (year, month, day) = ymd(created);
    // Spreadsheets know no day before 1900.
    let created = ExcelDateTime::from_ymd(year, month, day).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let properties = DocProperties::new().set_title(&workbook.title).set_author(&workbook.publisher);
    Ok(properties.set_creation_datetime(&created))
}

fn ymd(day: chrono::NaiveDate) -> (u16, u8, u8) {
    use chrono::Datelike;
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (u16::try_from(day.year()).unwrap_or(2000), small(day.month()), small(day.day()))
}

/// The few formats, made once a workbook.
struct Look {
    head: Format,
    date: Format,
    wrapped: Format,
}

impl Look {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            head: top.clone().set_bold().set_text_wrap(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            wrapped: top.set_text_wrap(),
        }
    }
}

/// The columns that a record fills, with what they mean. A count that no record states fills none.
fn filled(sheet: &WorkbookSheet<'_>) -> Vec<(Variable, Meaning)> {
    let variables = sheet.set.variables();
    let mut used = vec![false; variables.len()];
    for row in sheet.set.rows().take(sheet.rows()) {
        each_cell(&variables, &row, |at, cell| used[at] = used[at] || says_something(&variables[at].column, cell));
    }
    // All four columns of a count, or none.
    for at in 0..variables.len() {
        if variables[at].column.part == Part::Value && variables[at].shape.is_measure() {
            let any = used[at..at + 4].iter().any(|used| *used);
            used[at..at + 4].fill(any);
        }
    }
    let kept = variables.into_iter().zip(used).filter(|(_, used)| *used).map(|(variable, _)| variable);
    kept.map(|variable| (variable, sheet.set.meaning(&variable))).collect()
}

fn says_something(column: &Column, cell: &Cell) -> bool {
    match cell {
        Cell::Absent | Cell::Empty => false,
        Cell::Text(text) if column.part == Part::State => text != "unknown" && text != "not-applicable",
        Cell::Text(text) => !text.is_empty(),
        Cell::List(items) => !items.is_empty(),
        _ => true,
    }
}

/// Gives each column of a table its cell of a row. Both are in the order of the schema, so one walk along both is enough.
fn each_cell(columns: &[Variable], row: &Row, mut take: impl FnMut(usize, &Cell)) {
    let mut cells = row.iter().peekable();
    for (at, variable) in columns.iter().enumerate() {
        let cell = cells.next_if(|(own, _)| **own == variable.column).map_or(&Cell::Absent, |(_, cell)| cell);
        take(at, cell);
    }
}

fn fill(
    target: &mut Worksheet,
    sheet: &WorkbookSheet<'_>,
    columns: &[(Variable, Meaning)],
    look: &Look,
) -> Result<(), XlsxError> {
    let variables = sheet.set.variables();
    let mut kept = (0u16..).zip(columns).peekable();
    // Where each column of the table stands; none where it is left out.
    let places: Vec<Option<u16>> = variables
        .iter()
        .map(|variable| kept.next_if(|(_, (own, _))| own.column == variable.column).map(|(at, _)| at))
        .collect();
    target.set_freeze_panes(1, 0)?;
    for (at, (variable, meaning)) in (0u16..).zip(columns) {
        target.set_column_width(at, width(variable))?;
        target.write_string_with_format(0, at, &meaning.concept, &look.head)?;
    }
    let mut line = 0;
    for row in sheet.set.rows().take(sheet.rows()) {
        line += 1;
        let mut wrong = Ok(());
        each_cell(&variables, &row, |at, cell| {
            let Some(column) = places[at] else { return };
            let written = put(target, (line, column), &variables[at], cell, look);
            wrong = std::mem::replace(&mut wrong, Ok(())).and(written);
        });
        wrong?;
    }
    if let Some(last) = u16::try_from(columns.len()).ok().and_then(|count| count.checked_sub(1)) {
        target.autofilter(0, 0, line, last)?;
    }
    Ok(())
}

fn put(
    target: &mut Worksheet,
    (row, column): (u32, u16),
    variable: &Variable,
    cell: &Cell,
    look: &Look,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Absent if variable.column.part == Part::State => target.write_string(row, column, "not-applicable")?,
        Cell::Absent | Cell::Empty => target,
        Cell::Text(text) if variable.shape == Shape::Date => match full_date(text) {
            Some(date) => target.write_datetime_with_format(row, column, &date, &look.date)?,
            None => target.write_string(row, column, text)?,
        },
        Cell::Text(text) if text.is_empty() => target,
        Cell::Text(text) => target.write_string(row, column, fitting(text))?,
        Cell::Integer(number) => number_cell(target, (row, column), *number)?,
        #[expect(clippy::cast_precision_loss, reason = "person-months stay far below 2^53 tenths")]
        Cell::Tenths(tenths) => target.write_number(row, column, *tenths as f64 / 10.0)?,
        Cell::Decimal(number) => target.write_number(row, column, *number)?,
        Cell::Flag(flag) => target.write_boolean(row, column, *flag)?,
        Cell::List(items) if items.is_empty() => target,
        Cell::List(items) => target.write_string(row, column, fitting(&items.join("; ")))?,
    };
    Ok(())
}

/// A spreadsheet holds fifteen digits; a longer number stays whole as text.
fn number_cell(target: &mut Worksheet, (row, column): (u32, u16), number: i64) -> Result<&mut Worksheet, XlsxError> {
    match i32::try_from(number) {
        Ok(small) => target.write_number(row, column, small),
        #[expect(clippy::cast_precision_loss, reason = "below 10^15, exact")]
        Err(_) if number.unsigned_abs() < 1_000_000_000_000_000 => target.write_number(row, column, number as f64),
        Err(_) => target.write_string(row, column, number.to_string()),
    }
}

/// A date that is exact to the day, as spreadsheets count days; they know none before 1900.
fn full_date(text: &str) -> Option<ExcelDateTime> {
    let day = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    let (year, month, date) = ymd(day);
    if text.len() == 10 && year >= 1900 { ExcelDateTime::from_ymd(year, month, date).ok() } else { None }
}

/// A text as long as a cell can hold; the rest is in `data.csv`.
fn fitting(text: &str) -> String {
    if text.len() < LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units < LONGEST_TEXT
    });
    let mut short: String = kept.collect();
    short.push('…');
    short
}

/// The width of a column in characters.
fn width(variable: &Variable) -> f64 {
    match (variable.shape, variable.column.part) {
        (Shape::Count | Shape::Tenths | Shape::Integer | Shape::Decimal | Shape::Flag | Shape::Date, _) => 13.0,
        (Shape::Word(_) | Shape::Code | Shape::Language | Shape::Duration, _) => 15.0,
        (Shape::Text, _) if matches!(variable.column.name, "title" | "summary" | "note" | "text" | "what") => 48.0,
        _ => 26.0,
    }
}

fn dictionary(
    target: &mut Worksheet,
    explained: &[(&str, Vec<(Variable, Meaning)>)],
    words: &Words,
    look: &Look,
) -> Result<(), XlsxError> {
    target.set_name(words.get("sheet_dictionary"))?;
    target.set_freeze_panes(1, 0)?;
    let heads = [
        ("head_concept", 30.0),
        ("head_definition", 70.0),
        ("head_classification", 40.0),
        ("head_measure", 15.0),
        ("head_unit", 18.0),
        ("head_column", 28.0),
        ("head_sheet", 15.0),
    ];
    // Where there is one sheet, nobody needs to be told which.
    let shown = if explained.len() > 1 { heads.len() } else { heads.len() - 1 };
    for (at, (key, width)) in (0u16..).zip(&heads[..shown]) {
        target.set_column_width(at, *width)?;
        target.write_string_with_format(0, at, words.get(key), &look.head)?;
    }
    let mut line = 0;
    for (sheet, columns) in explained {
        for (variable, meaning) in columns {
            line += 1;
            let name = variable.column.to_string();
            let (concept, definition, classes) = (&meaning.concept, &meaning.definition, &meaning.classes());
            let cells = [concept, definition, classes, &meaning.measure, &meaning.unit, &name, *sheet];
            for (at, text) in (0u16..).zip(&cells[..shown]).filter(|(_, text)| !text.is_empty()) {
                target.write_string_with_format(line, at, *text, &look.wrapped)?;
            }
        }
    }
    Ok(())
}

fn about(target: &mut Worksheet, workbook: &Workbook<'_>, look: &Look) -> Result<(), XlsxError> {
    target.set_name(workbook.words.get("sheet_about"))?;
    target.set_column_width(0, 26.0)?;
    target.set_column_width(1, 100.0)?;
    for (line, (what, text)) in (0u32..).zip(&workbook.about) {
        target.write_string_with_format(line, 0, what, &look.head)?;
        target.write_string_with_format(line, 1, text, &look.wrapped)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{LONG, LONGEST_TEXT, book, fitting, full_date};
    use crate::plan::PageKind;
    use crate::plan::outputs::{Outputs, with_sample_plan};
    use calamine::Reader;

    fn cells(bytes: Vec<u8>) -> Vec<(String, Vec<String>)> {
        let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
        let sheets = book.worksheets();
        let text = |cell: &calamine::Data| format!("{cell:?}");
        sheets.into_iter().map(|(name, range)| (name, range.rows().flatten().map(text).collect())).collect()
    }

    #[test]
    fn long_tables_read_the_same_and_twice_is_the_same() {
        with_sample_plan(|plan| {
            let outputs = Outputs::new(plan);
            for page in plan.pages().iter().filter(|page| plan.has_workbook(page)) {
                let workbook = outputs.workbook(page).expect("a workbook");
                let (short, long) = (book(&workbook, LONG).expect("made"), book(&workbook, 0).expect("made"));
                assert_eq!(short, book(&workbook, LONG).expect("made"));
                assert_eq!(long, book(&workbook, 0).expect("made"));
                let read = cells(short);
                assert_eq!(read, cells(long), "{}", page.path);
                assert!(read.len() > 2 && read[0].1.len() > 100, "{}: {read:?}", page.path);
            }
            assert!(plan.pages().iter().any(|page| page.kind == PageKind::Data));
        });
    }

    #[test]
    fn rows_that_do_not_fit_are_left_out_and_the_workbook_says_so() {
        with_sample_plan(|plan| {
            let outputs = Outputs::new(plan);
            let page = plan.pages().iter().find(|page| page.kind == PageKind::Data).expect("a download page");
            let all = outputs.workbook(page).expect("a workbook");
            assert!(all.about.iter().all(|(_, text)| !text.contains("3 baris pertama")));
            let cut = outputs.workbook_within(page, 3).expect("a workbook");
            assert!(
                cut.about.iter().any(|(_, text)| text.contains("Lembar Data memuat 3 baris pertama")),
                "{:?}",
                cut.about
            );
            for long in [LONG, 0] {
                let bytes = book(&cut, long).expect("made");
                let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
                let heights: Vec<usize> = book.worksheets().iter().map(|(_, range)| range.height()).collect();
                assert_eq!(heights[0], 4, "the heading and three rows");
            }
        });
    }

    #[test]
    fn only_full_dates_are_dates() {
        assert!(full_date("2022-11-07").is_some());
        for text in ["2022", "2022-11", "2022-11-07~", "1899-12-31", "", "besok"] {
            assert!(full_date(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_text_fits_its_cell() {
        assert_eq!(fitting(&"a".repeat(LONGEST_TEXT)).len(), LONGEST_TEXT);
        for long in ["a".repeat(LONGEST_TEXT + 1), "🌴".repeat(LONGEST_TEXT)] {
            let text = fitting(&long);
            assert!(text.ends_with('…') && text.encode_utf16().count() <= LONGEST_TEXT);
        }
    }
}
