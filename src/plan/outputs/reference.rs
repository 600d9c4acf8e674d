//! The reference of data files, made of the schema and the dictionary: `docs/data.md`.

use super::schema::variables;
use super::{Dictionary, Machine, Meaning, Part, Shape, Variable};
use crate::value::{Kind, Lang};

const OPENING: &str = "\
# Data files

The tables are made from the program's schema by `terbit::plan::outputs::data_reference`; a test compares this file with it.

| file | where | what |
|---|---|---|
| `data.csv`, `data.json` | beside every page with records | the table of the page; in JSON also its figures, each with the records it rests on |
| `data.xlsx` | beside the download page, and beside every region that anything touches | the same table with typed cells, the dictionary of its columns, and what to know about it |
| `<kind>.csv` | beside the download page | all records of a kind |
| `data.zip` | beside the download page of the default language | all tables in all languages, README, licence, descriptions |
| `kamus-data.csv` | beside the download page and in the archive | the data dictionary: konsep, definisi, klasifikasi, ukuran, satuan (Satu Data Indonesia, Perpres 39/2019) |
| `datapackage.json` | the same | Data Package 2, with foreign keys |
| `csv-metadata.json` | the same | CSV on the Web |
| `catalog.jsonld` | at the root | DCAT 3, in the profile DCAT-AP |

`outputs: [html, data]` in `site.yaml` makes all of them but the catalogue; `catalogue` makes that one, where there is `data`.

## Rules

- **CSV** is UTF-8 after RFC 4180: comma, CRLF, names of columns in the first row. Several values in a cell are separated by `; `.
- **Formulas are defused.** In CSV a text that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe in front
  (OWASP, *CSV Injection*). Numbers do not: `-5` and `-0.5` stay numbers, since a minus and digits run nothing, and a number
  with an apostrophe would be none. In workbooks every text is a text cell, which nothing runs, and stays as it is.
- **Codes are text**: `11.10` keeps its zero. In CSV that is for the reader to say (a table has no types); `datapackage.json`,
  `csv-metadata.json` and `data.xlsx` say it.
- **Keys.** `datapackage.json` and `csv-metadata.json` say which columns hold ids of which table. Columns with several ids (`topics`, `sources`,
  `evidence`) are such keys in `csv-metadata.json` alone: Data Package compares a whole cell with a key, and its profile has no lists. `origin_ids`,
  `host_ids`, `of`, `about` and `records` hold ids of more than one table, which neither standard can say.
- **Dates** are as precise as their record (`2022`, `2022-11`, `2022-11-07`, `~` for about). In a workbook a full date is a date, any other is text.
- **Every count** x has x (empty unless exact), `x_min`, `x_max`, `x_state`. A count that makes no sense for a kind of record has the state `not-applicable`.
- **Nothing is dated by the clock.** Workbooks and the archive carry the newest date of the records.
- A workbook leaves out columns that no record fills, and counts that none states; `data.csv` has them all. Headings of a workbook are the
  concepts in the language of the page; its dictionary tells the column of `data.csv`.
- `kamus-data.csv` has exactly the five columns of the regulation, which has none for the name of a variable: the name stands in square brackets
  after the concept.
";

/// The reference as Markdown.
pub fn data_reference() -> String {
    let mut out = OPENING.to_owned();
    out.push_str("\n## Columns of records\n");
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page) {
        out.push_str(&format!("\n### {}.csv\n\n", kind.plural()));
        let own = variables(&[kind]).into_iter().filter(|variable| !variable.is_figure);
        table(&mut out, own, kind);
    }
    out.push_str("\n## Derived figures\n\nThe last columns of regions, institutions, programs and topics, and the figures in `data.json`.\n");
    out.push_str("[figures.md](figures.md) tells how they are counted.\n\n");
    let all = variables(&[Kind::Region]).into_iter().filter(|variable| variable.is_figure);
    table(&mut out, all, Kind::Region);
    out
}

fn table(out: &mut String, variables: impl Iterator<Item = Variable>, kind: Kind) {
    let dictionary = Dictionary::of(&Lang::new("en"));
    out.push_str("| column | is | unit | meaning |\n|---|---|---|---|\n");
    for variable in variables.filter(|variable| variable.column.part == Part::Value) {
        let meaning = dictionary.meaning(&variable, &[kind]);
        let words = if meaning.classification.is_empty() { String::new() } else { classes(&meaning) };
        out.push_str(&format!(
            "| `{}` | {} | {} | {}{words} |\n",
            variable.column,
            values(&variable),
            meaning.unit,
            meaning.definition,
        ));
    }
}

fn classes(meaning: &Meaning) -> String {
    let one = |(word, name): &(String, String)| format!("`{word}` {name}");
    format!(" {}.", meaning.classification.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// What stands in a column, in the words of this reference.
fn values(variable: &Variable) -> String {
    match variable.shape {
        Shape::Key => "id of the record".to_owned(),
        Shape::Id(kind) => format!("id in `{}.csv`", kind.plural()),
        Shape::IdsOf(kind) => format!("ids in `{}.csv`", kind.plural()),
        Shape::Ids => "ids".to_owned(),
        Shape::Texts => "texts".to_owned(),
        Shape::Word(_) => "one word of a list".to_owned(),
        Shape::Words(_) => "words of a list".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Duration => "duration".to_owned(),
        Shape::Url => "address".to_owned(),
        Shape::Language => "language".to_owned(),
        Shape::Code => "text, also where it looks like a number".to_owned(),
        Shape::Count => "count, four columns".to_owned(),
        Shape::Tenths => "count in tenths, four columns".to_owned(),
        _ => match variable.machine() {
            Machine::Integer => "whole number",
            Machine::Decimal => "number",
            Machine::Flag => "true or false",
            Machine::Text => "text",
        }
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::data_reference;

    /// `TERBIT_BLESS=1 cargo test data_reference` writes the file anew.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test compares a file of the repository, and writes it when asked")]
    fn data_reference_says_what_the_schema_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data.md");
        let made = data_reference();
        if std::env::var_os("TERBIT_BLESS").is_some() {
            std::fs::write(path, &made).expect("docs/data.md can be written");
        }
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(written, made, "TERBIT_BLESS=1 writes docs/data.md anew");
    }
}
