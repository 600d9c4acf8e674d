//! Names with `<`, `&` and quotes stay names, in every format.

use super::data::elements;
use super::html::Document;
use super::project::{Project, Run};

/// Would be an element, an attribute, an entity, and the end of a script, if anything forgot to escape.
const NAME: &str = "Kota <evil onload=x>&lt; \\\"onclick=\\\"y\\\" 'satu' </script><evil>";

/// A site whose every name would break a format that forgot to escape it.
pub fn site() -> Run {
    let name = format!("\"{NAME}\"");
    Project::new()
        .file("content/site.yaml", &format!("title: {name}\ndescription: {name}\nbase_url: https://example.org/\nlanguages: [id, en]\nlicense: CC-BY-4.0\npublisher: {{name: {name}, url: \"https://example.org/?a=1&b=2\", email: redaksi@example.go.id}}\n"))
        .file(
            "content/regions/evil.yaml",
            &format!("- {{id: evil, name: {name}, kind: city, parent: papua, also_called: [{name}], note: {name}, summary: {name}}}\n"),
        )
        .file("content/institutions/evil.yaml", &format!("- {{id: evil-office, name: {name}, short: {name}, kind: agency, region: evil}}\n"))
        .file("content/topics/evil.yaml", &format!("- {{id: evil-topic, name: {name}}}\n"))
        .file("content/programs/evil.yaml", &format!("- {{id: evil-program, title: {name}, aims: {name}}}\n"))
        .file("content/sources/evil.yaml", &format!("- {{id: evil-source, type: press, publisher: {name}, title: {name}, url: \"https://example.net/?a=1&b='2'\"}}\n"))
        .file(
            "content/cohorts/evil.yaml",
            &format!("- {{id: evil-cohort, title: {name}, program: evil-program, origin: [evil], host: [evil-office], start: 2022-01-03, end: 2022-02-04, participants: 8, summary: {name}, note: {name}, topics: [evil-topic], sources: [evil-source], tags: [{name}]}}\n"),
        )
        .file(
            "content/visits/evil.yaml",
            &format!("- {{id: evil-visit, kind: other, kind_label: {name}, origin: [{{label: {name}}}], host: [evil-office], venue: {name}, start: 2022-05-06, sources: [evil-source]}}\n\
                      - {{id: formula, title: \"=cmd|'/C calc'!A0\", kind: other, origin: [evil], host: [{{label: \"@SUM(1)\"}}], start: 2022-05-07, sources: [evil-source], note: \"-1+1\"}}\n"),
        )
        .file(
            "content/statements/evil.yaml",
            &format!("- {{speaker: {name}, office: {name}, institution: evil-office, text: {name}, about: [evil-cohort], sources: [evil-source]}}\n"),
        )
        .file(
            "content/stories/evil.md",
            &format!("---\ntitle: {name}\ndate: 2022-03-04\nsummary: {name}\nauthor: {name}\nabout: [\"region:evil\"]\n---\n\nA & B < C \"d\" <evil>x</evil> [[region:evil]] [y](https://example.net/?a=1&b=2)\n"),
        )
        .build(&[])
        .exits(0)
}

#[test]
fn html_shows_names_as_they_are() {
    let plain = NAME.replace('\\', "");
    let run = site();
    let mut shown = 0;
    for (path, bytes) in run.tree().into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let page = Document::parse(&text).unwrap_or_else(|problem| panic!("{path}: {problem}"));
        assert!(page.all("evil").next().is_none(), "{path} has an element out of a name");
        for tag in &page.tags {
            assert_eq!(tag.get("onload").or(tag.get("onclick")), None, "{path}: <{}> has a handler", tag.name);
        }
        for script in page.scripts.iter().filter(|script| script.contains("schema.org")) {
            serde_json::from_str::<serde_json::Value>(script).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        shown += usize::from(page.text.contains(&plain));
    }
    assert!(shown > 10, "the name is shown on {shown} pages only");
    let page = Document::parse(&run.file("wilayah/evil/index.html")).expect("whole");
    assert!(page.text.contains(&plain), "{}", page.text);
    assert!(!page.text.contains("&amp;") && !page.text.contains("&lt;script"), "nothing is escaped twice");
}

#[test]
fn xml_json_and_calendars_hold() {
    let run = site();
    for (path, bytes) in run.unpacked() {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".xml") {
            assert!(!elements(&text).iter().any(|name| name == "evil"), "{path}");
        } else if path.ends_with(".json") || path.ends_with(".jsonld") {
            serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        } else if path.ends_with(".ics") {
            let unfolded = text.replace("\r\n ", "");
            for line in unfolded.split_terminator("\r\n") {
                let known = line
                    .split([':', ';'])
                    .next()
                    .is_some_and(|name| name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'));
                assert!(known, "{path}: a line of no property: {line}");
            }
        }
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let run = site();
    let mut cells = 0;
    let mut disarmed = false;
    for (path, bytes) in run.tree().into_iter().filter(|(path, _)| path.ends_with(".csv")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        for row in reader.records() {
            for cell in &row.unwrap_or_else(|error| panic!("{path}: {error}")) {
                cells += 1;
                let formula = cell.starts_with(['=', '+', '@', '\t', '\r'])
                    || (cell.starts_with('-') && cell.parse::<f64>().is_err());
                assert!(!formula, "{path}: a spreadsheet would run `{cell}`");
                disarmed |= cell.contains("=cmd|");
            }
        }
    }
    assert!(cells > 100 && disarmed, "the formula is in no table: {cells} cells");
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    use calamine::Reader;
    let plain = NAME.replace('\\', "");
    let run = site();
    let (mut names, mut formulas) = (0, 0);
    for (path, bytes) in run.tree().into_iter().filter(|(path, _)| path.ends_with(".xlsx")) {
        let mut book =
            calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (sheet, range) in book.worksheets() {
            for (_, _, cell) in range.used_cells() {
                let text = cell.to_string();
                names += usize::from(text.contains(&plain));
                // As it is, without the apostrophe that CSV needs: the type of the cell keeps it from running.
                formulas += usize::from(text == "=cmd|'/C calc'!A0" && matches!(cell, calamine::Data::String(_)));
            }
            let run = book.worksheet_formula(&sheet).expect("a sheet");
            assert!(run.used_cells().all(|(_, _, formula)| formula.is_empty()), "{path}: {sheet} has a formula");
        }
    }
    assert!(names > 10 && formulas > 0, "{names} names, {formulas} formulas as text");
    for (path, bytes) in
        run.unpacked().into_iter().filter(|(path, _)| path.contains(".xlsx!") && path.ends_with(".xml"))
    {
        assert!(!elements(&String::from_utf8(bytes).expect("UTF-8")).iter().any(|name| name == "evil"), "{path}");
    }
}
