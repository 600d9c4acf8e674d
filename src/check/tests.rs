//! Small sites, each with one thing wrong.

use super::check;
use crate::check::catalog::Catalog;
use crate::diag::emit::{Style, print_report};
use crate::diag::{Places, Report};
use crate::options::Options;
use crate::read::Sources;
use chrono::DateTime;
use std::path::PathBuf;

const SITE: &str = "title: T\nbase_url: https://x.id/t\nlanguages: [id, en]\n";
const REGIONS: &str = "\
- {id: papua, name: Papua, kind: province}
- {id: kota-malang, name: Kota Malang, kind: city}
- {id: kota-batu, name: Kota Batu, kind: city}
";
const PROGRAMS: &str = "- {id: magang, title: Magang}\n";
const SOURCES: &str = "- {id: s001, type: press, publisher: P, title: S}\n";
const TOPICS: &str = "- {id: tata-ruang, name: Tata ruang}\n";
const COHORTS: &str = "\
- id: papua-2022
  program: magang
  origin: [papua]
  host: [kota-malang]
  start: 2022-11-07
  end: 2022-12-16
  participants: 42
";

fn options(drafts: bool) -> Options {
    Options {
        root: PathBuf::new(),
        output: PathBuf::new(),
        base_url: None,
        drafts,
        now: DateTime::parse_from_rfc3339("2026-11-23T12:00:00+07:00").expect("an instant"),
        strict: false,
    }
}

/// The sound site with `files` over it.
fn run_with(files: &[(&str, &str)], drafts: bool) -> (Option<Catalog>, Report, Sources) {
    let sound = [
        ("site.yaml", SITE),
        ("regions.yaml", REGIONS),
        ("programs.yaml", PROGRAMS),
        ("sources.yaml", SOURCES),
        ("topics.yaml", TOPICS),
        ("cohorts/2022.yaml", COHORTS),
    ];
    let all: Vec<(&str, &str)> = sound
        .into_iter()
        .filter(|(path, _)| files.iter().all(|(other, _)| other != path))
        .chain(files.iter().copied())
        .collect();
    let sources = Sources::for_tests(&all);
    let mut report = Report::new();
    let catalog = check(&sources, &options(drafts), &mut report);
    (catalog, report, sources)
}

fn run(files: &[(&str, &str)]) -> (Option<Catalog>, Report, Sources) {
    run_with(files, false)
}

/// `code path:line:column` of every finding, sorted.
fn spots(report: &Report, sources: &Sources) -> Vec<String> {
    let mut out: Vec<String> = report
        .diagnostics()
        .iter()
        .map(|finding| match finding.span {
            Some(span) => {
                let before = &sources.text(span.file)[..span.start as usize];
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                format!("{} {}:{line}:{column}", finding.code.word(), sources.path(span.file))
            }
            None => format!("{} {}", finding.code.word(), finding.path.clone().unwrap_or_default()),
        })
        .collect();
    out.sort();
    out
}

fn printed(report: &Report, sources: &Sources) -> String {
    let mut out = Vec::new();
    for lang in ["id", "en"] {
        let style = Style { lang: lang.to_owned(), color: false, width: 100 };
        print_report(report, sources, &style, &mut out).expect("memory takes it");
    }
    String::from_utf8(out).expect("text")
}

/// Asserts that the sound site with `text` at `path` has exactly the findings `expected`: code, line, column.
fn expect(path: &str, text: &str, expected: &[(&str, usize, usize)]) {
    let (_, report, sources) = run(&[(path, text)]);
    let wanted: Vec<String> =
        expected.iter().map(|(code, line, column)| format!("{code} content/{path}:{line}:{column}")).collect();
    assert_eq!(spots(&report, &sources), wanted, "{text}\n{}", printed(&report, &sources));
}

#[test]
fn a_sound_site_has_no_findings() {
    let (catalog, report, sources) = run(&[]);
    assert_eq!(spots(&report, &sources), [""; 0], "{}", printed(&report, &sources));
    let catalog = catalog.expect("a catalog");
    assert_eq!(catalog.site.base_url, "https://x.id/t/");
    assert_eq!(catalog.regions[1].common.id.value, "kota-malang");
    assert_eq!(catalog.cohorts[0].host[0].party.map(|party| party.at()), Some(1));
    assert_eq!(catalog.site.outputs.len(), 8);
}
