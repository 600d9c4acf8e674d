//! Small sites, each with one thing wrong.

use super::check;
use crate::check::catalog::Catalog;
use crate::diag::emit::{Style, print_report};
use crate::diag::{Code, Places, Report};
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
    // The small sites of these tests have sources and topics that nobody uses; tests/rules looks at that.
    let is_advice =
        |code: Code| matches!(code, Code::R010 | Code::R011 | Code::V010 | Code::N008 | Code::N009 | Code::I009);
    let mut out: Vec<String> = report
        .diagnostics()
        .iter()
        .filter(|finding| !is_advice(finding.code))
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
        let style = Style { lang: lang.to_owned(), color: false, width: 100, limit: usize::MAX };
        print_report(report, sources, &style, &mut out).expect("memory takes it");
    }
    String::from_utf8(out).expect("text")
}

/// Asserts that the sound site with `text` at `path` has, in that file, exactly the findings
/// `expected`: code, line, column; sorted by code.
fn expect(path: &str, text: &str, expected: &[(&str, usize, usize)]) {
    let (_, report, sources) = run(&[(path, text)]);
    let wanted: Vec<String> =
        expected.iter().map(|(code, line, column)| format!("{code} content/{path}:{line}:{column}")).collect();
    let here = format!(" content/{path}");
    let found: Vec<String> = spots(&report, &sources).into_iter().filter(|spot| spot.contains(&here)).collect();
    assert_eq!(found, wanted, "{text}\n{}", printed(&report, &sources));
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

#[test]
fn yaml_that_does_not_parse() {
    expect("visits.yaml", "- id: a\n  kind: b: c\n", &[("Y007", 2, 10)]);
    expect("visits.yaml", "- id: a\n\tkind: b\n", &[("Y008", 2, 1)]);
    expect("visits.yaml", "- id: 'a\n", &[("Y001", 1, 7)]);
    expect("visits.yaml", "- id: &x a\n", &[("Y003", 1, 7)]);
    expect("visits.yaml", "- a\n---\n- b\n", &[("Y005", 2, 1)]);
    expect("visits.yaml", "", &[("Y006", 1, 1)]);
    expect("visits.yaml", "# nothing\r\n", &[("Y006", 1, 1)]);
    expect("visits.yaml", "[]\n", &[("Y006", 1, 1)]);
    expect("visits.yaml", "just words\n", &[("F003", 1, 1)]);
    expect("visits.yaml", "- just words\n", &[("F003", 1, 3)]);
}

#[test]
fn fields_that_are_wrong() {
    expect("topics.yaml", "- id: a\n  name: A\n  naem: B\n", &[("F001", 3, 3)]);
    expect("topics.yaml", "- id: a\n  name: A\n  name: B\n", &[("Y002", 3, 3)]);
    expect("topics.yaml", "- id: a\n", &[("F002", 1, 3)]);
    expect("topics.yaml", "- name: A\n", &[("F002", 1, 3)]);
    expect("topics.yaml", "- id: a\n  name:\n", &[("F002", 2, 3)]);
    expect("topics.yaml", "- id: a\n  name: [A]\n", &[("F003", 2, 9)]);
    expect("topics.yaml", "- id: a\n  name: A\n  also_called: B\n", &[("F003", 3, 16)]);
    expect("topics.yaml", "- id: a\n  name: A\n  also_called: [B, ]\n", &[]);
    expect("topics.yaml", "- id: a\n  name: A\n  tags: [B, ~]\n", &[("F003", 3, 13)]);
    expect("topics.yaml", "- id: A b\n  name: A\n", &[("V001", 1, 7)]);
    expect("topics.yaml", "- id: a\n  name: ''\n", &[("V009", 2, 9)]);
    expect("topics.yaml", "- id: a\n  name: {id: A, eng: B}\n", &[("V008", 2, 17)]);
    expect(
        "topics.yaml",
        "- id: a\n  name: NO\n  tags: [012, 12:30, 1.10, true]\n",
        &[("V011", 2, 9), ("V011", 3, 10), ("V011", 3, 15), ("V011", 3, 28)],
    );
    expect("regions.yaml", "- {id: a, name: A, kind: town}\n", &[("F004", 1, 26)]);
}

#[test]
fn values_that_are_wrong() {
    let visit = |line: &str| format!("- id: v\n  kind: other\n  origin: []\n  host: []\n  {line}\n");
    let one = |line: &str, code: &str, column: usize| expect("visits.yaml", &visit(line), &[(code, 5, column)]);
    one("start: 2022-13-01", "V002", 10);
    one("start: 2023-02-29", "V002", 10);
    one("start: 31/12/2022", "V002", 10);
    one("start: besok", "V002", 10);
    one("start: [2022]", "F003", 10);
    one("duration: 1 bulan", "V003", 13);
    one("duration: P3M/P2M", "V003", 13);
    one("delegates: -5", "V004", 14);
    one("delegates: 1_000", "V004", 14);
    one("delegates: 23-22", "V004", 14);
    one("delegates: 99999999999999999999", "V004", 14);
    one("publish_at: 2020-12-01", "V006", 15);
    one("status: done", "F004", 11);
    one("draft: no", "F004", 10);
    one("origins: []", "F001", 3);
    one("sources: s001", "F003", 12);
    one("aliases: ['https://y.id/']", "A002", 13);
    let good = "start: 2022-11~\n  delegates: '~40'\n  duration: ~P1M\n  sources: [s001]\n  status: completed";
    expect("visits.yaml", &visit(good), &[]);
    expect("sources.yaml", "- {id: a, type: press, publisher: P, title: S, url: 'ftp://x.id'}\n", &[("V007", 1, 53)]);
    expect("sources.yaml", "- {id: a, type: press, publisher: P, title: S, language: indonesia}\n", &[("V008", 1, 58)]);
}

#[test]
fn embargoed_values_are_wrong_too_but_masked() {
    let (_, report, sources) =
        run(&[("topics.yaml", "- id: a\n  name: A\n  publish_at: besok-rahasia\n  tags: rahasia\n")]);
    assert_eq!(spots(&report, &sources), ["F003 content/topics.yaml:4:9", "V006 content/topics.yaml:3:15"]);
    let text = printed(&report, &sources);
    assert!(!text.contains("rahasia"), "{text}");
    assert!(text.contains("The field `tags` is wrong here"), "{text}");
}

#[test]
fn codes_are_quoted() {
    let region = |line: &str| format!("- id: a\n  name: A\n  kind: city\n  {line}\n");
    expect("regions.yaml", &region("codes: [{code: 35.73}]"), &[("V005", 4, 18)]);
    expect("regions.yaml", &region("codes: [35.73]"), &[("V005", 4, 11)]);
    expect("regions.yaml", &region("codes: [{code: \"35.73\"}]"), &[]);
    expect("regions.yaml", &region("tile: [1]"), &[("F003", 4, 9)]);
    expect("regions.yaml", &region("parent: a"), &[("R005", 4, 11)]);
    expect("regions.yaml", &region("codes: [{code: '1', to: 2022}, {code: '2', from: 2022}]"), &[]);
    expect("regions.yaml", &region("codes: [{code: '1'}, {code: '2', from: 2022}]"), &[("S003", 4, 31)]);
    expect("regions.yaml", &region("codes: [{code: '1', from: 2023, to: 2022}]"), &[("S003", 4, 18)]);
}

#[test]
fn references_that_lead_nowhere() {
    let visit = |line: &str| format!("- id: v\n  kind: other\n  origin: []\n  host: []\n  {line}\n");
    let one = |line: &str, code: &str, column: usize| expect("visits.yaml", &visit(line), &[(code, 5, column)]);
    one("topics: [tata-ruan]", "R001", 12);
    one("topics: [papua]", "R004", 12);
    one("topics: ['region:papua']", "R004", 12);
    one("return_of: v", "R005", 14);
    expect("visits.yaml", &visit("topics: ['topic:tata-ruang']"), &[]);
    let places = "- id: v\n  kind: other\n  origin: [{label: X, region: kota-malng}, {region: papua}]\n  host: [kota-malang, papua-2022]\n";
    expect("visits.yaml", places, &[("F002", 3, 45), ("R001", 3, 31), ("R004", 4, 23)]);
    let (_, report, sources) = run(&[("visits.yaml", &visit("topics: [tata-ruan]"))]);
    assert!(printed(&report, &sources).contains("Did you mean `tata-ruang` (content/topics.yaml:1)?"));
    let same =
        "- {id: papua-2022, type: press, publisher: P, title: S}\n- {id: s001, type: press, publisher: P, title: S}\n";
    let about = "- {speaker: S, office: O, text: T, about: [papua-2022]}\n- {speaker: S, office: O, text: T, about: ['cohort:papua-2022']}\n";
    let (_, report, sources) = run(&[("sources.yaml", same), ("statements.yaml", about)]);
    assert_eq!(spots(&report, &sources), ["R003 content/statements.yaml:1:44"]);
}

#[test]
fn ids_that_come_twice() {
    let twice = "- {id: papua, name: Papua, kind: other}\n";
    let (_, report, sources) = run(&[("institutions.yaml", twice)]);
    assert_eq!(spots(&report, &sources), ["R002 content/regions.yaml:1:8"]);
    assert!(printed(&report, &sources).contains("content/institutions.yaml:1"));
    expect("topics.yaml", "- {id: tata-ruang, name: A}\n- {id: tata-ruang, name: B}\n", &[("R002", 2, 8)]);
}

#[test]
fn one_broken_file_does_not_break_the_others() {
    let (_, report, sources) = run(&[("regions.yaml", "- id: papua\n  name: 'P\n")]);
    assert_eq!(spots(&report, &sources), ["R008 content/", "Y001 content/regions.yaml:2:9"]);
    // A record with a wrong field is still known by its id.
    let (_, report, sources) = run(&[("programs.yaml", "- {id: magang, title: Magang, starts: 2022}\n")]);
    assert_eq!(spots(&report, &sources), ["F001 content/programs.yaml:1:31"]);
}

#[test]
fn records_that_make_no_sense() {
    let cohort = |line: &str| format!("{COHORTS}  {line}\n");
    expect("cohorts/2022.yaml", &cohort("phases: [{kind: a, start: 2023, end: 2022}]"), &[("S001", 8, 40)]);
    expect("cohorts/2022.yaml", &COHORTS.replace("2022-12-16", "2022-11"), &[]);
    expect("cohorts/2022.yaml", &COHORTS.replace("2022-12-16", "2021"), &[("S001", 6, 8)]);
    expect("cohorts/2022.yaml", &cohort("applicants: 10\n  selected: 12\n  completed: 12"), &[("S005", 9, 13)]);
    let placement = |line: &str| format!("- id: p\n  cohort: papua-2022\n  host: kota-malang\n  {line}\n");
    expect("placements.yaml", &placement("start: 2022-11-06"), &[("S002", 4, 10)]);
    expect("placements.yaml", &placement("end: 2023"), &[("S002", 4, 8)]);
    expect("placements.yaml", &placement("start: 2022"), &[]);
    expect("placements.yaml", &placement("start: 2022-11~"), &[]);
    let outcome = |line: &str| format!("- id: o\n  of: [papua-2022]\n  {line}\n");
    expect("outcomes.yaml", &outcome("stage: verified"), &[("S004", 3, 10)]);
    expect("outcomes.yaml", &outcome("stage: reported"), &[("S004", 3, 10)]);
    expect("outcomes.yaml", &outcome("stage: reported\n  sources: [s001]"), &[]);
    expect("outcomes.yaml", &outcome("stage: verified\n  evidence: [s001]"), &[]);
    expect("outcomes.yaml", "- {id: o, of: [papua], stage: expected}\n", &[("R004", 1, 16)]);
}

#[test]
fn a_region_beside_its_institution_is_a_hint() {
    let institution = "- {id: bappeda, name: B, kind: agency, region: kota-malang}\n";
    let visit = "- {id: v, kind: other, origin: [], host: [bappeda, kota-malang]}\n";
    let (catalog, report, sources) = run(&[("institutions.yaml", institution), ("visits.yaml", visit)]);
    assert_eq!(spots(&report, &sources), ["R007 content/visits.yaml:1:52"]);
    assert!(catalog.is_some());
}

#[test]
fn named_people_need_consent_and_are_never_shown() {
    let visit = |people: &str| format!("- id: v\n  kind: other\n  origin: []\n  host: []\n  people: [{people}]\n");
    for people in [
        "{name: Budi Rahasia}",
        "{name: Budi Rahasia, consent: {date: 2027-01-01, scope: s}}",
        "{name: Budi Rahasia, consent: {date: 2020, scope: s, until: 2021-12}}",
    ] {
        let (_, report, sources) = run(&[("visits.yaml", &visit(people))]);
        assert!(
            spots(&report, &sources).iter().all(|spot| spot.starts_with("P001 content/visits.yaml:5:")),
            "{people}"
        );
        assert!(report.has_errors());
        assert!(!printed(&report, &sources).contains("Rahasia"));
    }
    expect("visits.yaml", &visit("{name: B, consent: {date: 2020, scope: s, until: 2026-12}}"), &[]);
    let (_, report, sources) =
        run(&[("visits.yaml", &visit("{name: Budi Rahasia, consent: {date: 2020-13, scope: s}}"))]);
    assert_eq!(spots(&report, &sources).len(), 1);
    assert!(!printed(&report, &sources).contains("Rahasia"));
}

#[test]
fn settings_that_are_wrong() {
    let site = |line: &str| format!("{SITE}{line}\n");
    expect("site.yaml", "title: T\nlanguages: [id]\n", &[("F002", 1, 1)]);
    expect("site.yaml", "base_url: x\nlanguages: [id]\ntitle: T\n", &[("V007", 1, 11)]);
    expect("site.yaml", "base_url: https://x.id\nlanguages: []\ntitle: T\n", &[("F002", 2, 12)]);
    expect("site.yaml", "base_url: https://x.id\nlanguages: [id, Bahasa]\ntitle: T\n", &[("V008", 2, 17)]);
    expect("site.yaml", &site("time_zone: Jakarta"), &[("F004", 4, 12)]);
    expect("site.yaml", &site("outputs: [html, pdf]"), &[("F004", 4, 17)]);
    expect("site.yaml", &site("navigation: [regions, tentang]"), &[("F004", 4, 23)]);
    expect("site.yaml", &site("privacy: {smallest_group: 0}"), &[("V004", 4, 27)]);
    expect("site.yaml", &site("segments: {regions: {id: Wilayah Kita}}"), &[("V001", 4, 26)]);
    expect("site.yaml", &site("segments: {region: wilayah}"), &[("F001", 4, 12)]);
    expect("site.yaml", &site("publisher: {name: P, email: nobody}"), &[("V007", 4, 29)]);
    let (_, report, sources) = run(&[("site.yaml", &site("segments: {regions: {id: sama}, cohorts: {id: sama}}"))]);
    assert_eq!(spots(&report, &sources), ["A001 content/site.yaml"]);
    let (_, report, _) = run(&[("site.yaml", "- x\n")]);
    assert!(report.has_errors());
    let mut report = Report::new();
    assert!(check(&Sources::for_tests(&[]), &options(false), &mut report).is_none());
    assert!(report.has_errors());
}

#[test]
fn findings_can_be_allowed_with_a_reason() {
    let topic = "- {id: a, name: A}\n";
    let site = |line: &str| format!("{SITE}allow:\n  - {line}\n");
    let files = |line: &str| site(line);
    let (_, report, sources) =
        run(&[("site.yaml", &files("{code: Y006, path: 'visits/**', why: x}")), ("visits/a.yaml", "")]);
    assert_eq!(spots(&report, &sources), [""; 0]);
    let (_, report, sources) =
        run(&[("site.yaml", &files("{code: Y006, path: 'trainings/**', why: x}")), ("visits/a.yaml", "")]);
    assert_eq!(spots(&report, &sources), ["S006 content/site.yaml:5:12", "Y006 content/visits/a.yaml:1:1"]);
    let (_, report, sources) =
        run(&[("site.yaml", &files("{code: F001, why: x}")), ("topics.yaml", "- {id: a, name: A, x: B}\n")]);
    assert_eq!(spots(&report, &sources), ["F001 content/topics.yaml:1:20", "S006 content/site.yaml:5:12"]);
    let (_, report, sources) = run(&[("site.yaml", &files("{code: Q999, why: x}")), ("topics.yaml", topic)]);
    assert_eq!(spots(&report, &sources), ["S006 content/site.yaml:5:12"]);
    let visits = "- {id: a, kind: other, origin: [], host: [], allow: [{code: R007, why: x}]}\n";
    expect("visits.yaml", visits, &[("S006", 1, 61)]);
}

const STORY: &str = "---\ntitle: C\ndate: 2022-12-16\n---\n";

/// Like [`expect`], for the Markdown of a story; its first line is line 5.
fn expect_story(body: &str, expected: &[(&str, usize, usize)]) {
    let others = [
        ("media/foto.jpg", ""),
        ("pages/metode.md", "---\ntitle: M\n---\n## Orang dihitung\n"),
        ("stories/2021/lain.md", "---\ntitle: L\ndate: 2021\n---\nx\n"),
        ("stories/2021/lain.en.md", "---\ntitle: L\n---\nx\n"),
    ];
    let text = format!("{STORY}{body}\n");
    let files: Vec<(&str, &str)> = others.into_iter().chain([("stories/2022/cerita.md", text.as_str())]).collect();
    let (_, report, sources) = run(&files);
    let wanted: Vec<String> = expected
        .iter()
        .map(|(code, line, column)| format!("{code} content/stories/2022/cerita.md:{line}:{column}"))
        .collect();
    assert_eq!(spots(&report, &sources), wanted, "{body}\n{}", printed(&report, &sources));
}

#[test]
fn bindings_lead_to_records_and_figures() {
    for good in [
        "[[papua]] [[papua|orang]] [[region:papua]] [[papua#people_sent]] [[papua-2022#participants]]",
        "[[papua-2022#start]] [[s001#published]] [[2022#cohorts]] [[2022]] [[magang#outcomes_in-progress]] [[lain]]",
        "![[papua#by_year]]\n\n![[papua-2022]]",
        "`[[tidak-ada]]`",
    ] {
        expect_story(good, &[]);
    }
    expect_story("a [[papuaa]]", &[("R001", 5, 5)]);
    expect_story("é [[papua#people_snt]]", &[("N003", 5, 5)]);
    expect_story("[[papua#by_year]] x", &[("N003", 5, 3)]);
    expect_story("[[papua-2022#people_sent]]", &[("N003", 5, 3)]);
    expect_story("x\n\n[[1999]]", &[("R001", 7, 3)]);
    expect_story("[[cohort:papua]]", &[("R004", 5, 3)]);
}

#[test]
fn links_lead_somewhere() {
    for good in [
        "[a](https://x.id) [b](mailto:a@x.id) <https://x.id>",
        "[a](../../pages/metode.md) [b](../../pages/metode.md#orang-dihitung) [c](../2021/lain.en.md)",
        "## Judul kita\n\n[a](#judul-kita)",
        "![a](../../media/foto.jpg) [b](/media/foto.jpg) ![c](media/foto.jpg)",
        "[a](/wilayah/papua/) [b](/en/regions/papua/) [c](/) [d](/en/) [e](/metode/) [f](/tahun/2022/)",
        "[a](/wilayah/papua/data.csv) [b](/angkatan/) [c](/cerita/lain/) [d](/wilayah/papua/2022/)",
    ] {
        expect_story(good, &[]);
    }
    expect_story("[a](/metode/?x#orang-dihitung) [b](/wilayah/papua/#x) [c](https://x.id/t/metode/)", &[]);
    expect_story("[a](/wilayah/papa/)", &[("N001", 5, 5)]);
    expect_story("[a](/cerita/lain/#x)", &[("N001", 5, 5)]);
    expect_story("[a](https://x.id/t/wilayah/papa/)", &[("N001", 5, 5)]);
    expect_story("[a](/wilayah/papua)", &[("N001", 5, 5)]);
    expect_story("[a](../2021/lian.md)", &[("N001", 5, 5)]);
    expect_story("[a](../../pages/metode.md#tidak-ada)", &[("N001", 5, 5)]);
    expect_story("[a](#tidak-ada)", &[("N001", 5, 5)]);
    expect_story("[a](lain)", &[("N001", 5, 5)]);
    expect_story("![a](../../media/fotto.jpg)", &[("N007", 5, 6)]);
    expect_story("![a](https://x.id/a.jpg)", &[("N007", 5, 6)]);
    expect_story("[a](javascript:alert)", &[("N006", 5, 5)]);
    expect_story("[a](//x.id/)", &[("N006", 5, 5)]);
    expect_story("[a][tidak]", &[("N001", 5, 1)]);
    expect_story("a <b>x</b>", &[("N002", 5, 3)]);
    expect_story("H<sub>2</sub>O", &[]);
}

#[test]
fn front_matter_is_checked() {
    let one = |text: &str, expected: &[(&str, usize, usize)]| expect("stories/a.md", text, expected);
    one("# Judul\n", &[("N004", 1, 1)]);
    one("---\ntitle: A\n", &[("N004", 1, 1)]);
    one("---\r\ntitle: A\r\ndate: 2022-13\r\n---\r\nx\r\n", &[("V002", 3, 7)]);
    one("---\ntitle: A\n---\n", &[("F002", 2, 1)]);
    one("---\n---\n", &[("F002", 2, 1), ("F002", 2, 1)]);
    one("---\ntitle: A\ndate: 2022\nabout: [papuaa]\n---\n", &[("R001", 4, 9)]);
    one("---\ntitle: A\ndate: 2022\ncover: {src: media/x.jpg, alt: X}\n---\n", &[("N007", 4, 14)]);
    one("---\ntitle: A\ndate: 2022\nslug: A b\n---\n", &[("V001", 4, 7)]);
    one("---\ntitle: A\ndate: 2022\nid: x\ntitle: B\n---\n", &[("F001", 4, 1), ("Y002", 5, 1)]);
    expect("stories/a.en.md", "---\ntitle: A\ndate: 2022\n---\n", &[("N005", 1, 1)]);
    expect("stories/a.fr.md", "---\ntitle: A\ndate: 2022\n---\n", &[("N005", 1, 1), ("V008", 1, 1)]);
    let (_, report, sources) = run(&[("stories/Nama Salah.md", STORY)]);
    assert_eq!(spots(&report, &sources), ["I007 content/stories/Nama Salah.md"]);
    let (_, report, sources) = run(&[("stories/1/a.md", STORY), ("stories/2/a.md", STORY)]);
    assert_eq!(spots(&report, &sources), ["R002 content/stories/2/a.md:2:1"]);
}

#[test]
fn translations_join_their_original() {
    let (catalog, report, sources) = run(&[
        ("stories/a.md", "---\ntitle: Satu\ndate: 2022\nabout: [papua]\n---\n[[papua]]\n"),
        ("stories/a.en.md", "---\ntitle: One\nsummary: S\n---\n[[papua-2022#start]]\n"),
        ("stories/b.md", "---\ntitle: Dua\ndate: 2022\n---\n"),
        ("stories/b.en.md", "---\ntitle: Two\ndraft: true\n---\n"),
    ]);
    assert_eq!(spots(&report, &sources), [""; 0]);
    let stories = catalog.expect("a catalog").stories;
    let titles = |at: usize| stories[at].texts.iter().map(|text| text.title.as_str()).collect::<Vec<_>>();
    assert_eq!((titles(0), titles(1)), (vec!["Satu", "One"], vec!["Dua"]));
    assert_eq!(stories[0].about.len(), 1);
    assert_eq!(stories[0].texts[1].links.keys().collect::<Vec<_>>(), ["papua-2022#start"]);
}

#[test]
fn two_pages_share_no_address() {
    let page = "---\ntitle: P\n---\n";
    let of = |files: &[(&str, &str)]| {
        let (_, report, sources) = run(files);
        spots(&report, &sources)
    };
    assert_eq!(of(&[("pages/wilayah.md", page)]), ["A001 content/pages/wilayah.md:2:1"]);
    assert_eq!(of(&[("pages/en.md", page)]), ["A001 content/pages/en.md:2:1"]);
    assert_eq!(of(&[("pages/a.md", page), ("static/a/index.html", "")]), ["A001 content/static/a/index.html"]);
    let slug = "---\ntitle: P\ndate: 2022\nslug: sama\n---\n";
    let twice = of(&[("stories/a.md", slug), ("stories/b.md", slug)]);
    assert_eq!(twice, ["A001 content/stories/b.md:2:1", "A001 content/stories/b.md:2:1"]);
    let alias = "---\ntitle: P\naliases: [/wilayah/papua/]\n---\n";
    assert_eq!(of(&[("pages/a.md", alias)]), ["A001 content/pages/a.md:3:11"]);
    assert_eq!(of(&[("pages/a.md", "---\ntitle: P\naliases: [/lama/, /baru.html]\n---\n")]), [""; 0]);
}

/// Strings that must be in no finding, in drafts, under embargo, in `internal`, however broken the file.
#[test]
fn secrets_are_in_no_message() {
    let later = "publish_at: 2027-01-01T00:00:00+07:00";
    let hidden = |how: &str| {
        format!(
            "- id: rahasia-1\n  {how}\n  kind: rahasia-2\n  rahasia-3: x\n  origin: [rahasia-4]\n  start: rahasia-5\n  origin: rahasia-6\n"
        )
    };
    let cases: Vec<(&str, String)> = vec![
        ("visits.yaml", hidden("draft: true")),
        ("visits.yaml", hidden(later)),
        ("visits.yaml", format!("{}- 'x\n", hidden("draft: true"))),
        ("visits.yaml", "- id: a\n  internal: {rahasia: *rahasia}\n".to_owned()),
        ("visits.yaml", "- {id: a, strat: 2022, internal: {rahasia: 1}}\n".to_owned()),
        ("visits.yaml", "- id: a\n  internl: rahasia\n".to_owned()),
        ("visits.yaml", "- id: a\n  internal:\n    rahasia: 1\n    rahasia: 2\n".to_owned()),
        ("visits.yaml", "id: a\ninternal:\n- rahasia: 'x\n".to_owned()),
        ("visits.yaml", "- id: a\n  draft: true\n  note: rahasia: x\n".to_owned()),
        (
            "stories/a.md",
            "---\ntitle: rahasia\ndraft: true\nx: rahasia\n---\n[[rahasia-x]] <b>rahasia</b>\n".to_owned(),
        ),
        ("stories/a.md", "---\ntitle: rahasia: x\ndraft: true\n---\n".to_owned()),
    ];
    for (path, text) in &cases {
        let (_, report, sources) = run(&[(path, text)]);
        assert!(!report.diagnostics().is_empty(), "{text}");
        let shown = printed(&report, &sources);
        assert!(!shown.contains("rahasia"), "{text}\n{shown}");
    }
    let (_, report, sources) = run_with(&[("visits.yaml", &hidden("draft: true"))], true);
    assert!(printed(&report, &sources).contains("rahasia-2"), "drafts are shown with --drafts");
}

#[test]
fn ids_that_are_not_published_are_never_suggested() {
    let topics = "- {id: tata-ruang-x, name: A, draft: true}\n- {id: lain, name: B}\n";
    let visit = "- {id: v, kind: other, origin: [], host: [], topics: [tata-ruang-y]}\n";
    let (_, report, sources) = run(&[("topics.yaml", topics), ("visits.yaml", visit)]);
    assert_eq!(spots(&report, &sources), ["R001 content/visits.yaml:1:55"]);
    assert!(!printed(&report, &sources).contains("tata-ruang-x"));
    let (_, report, sources) = run_with(&[("topics.yaml", topics), ("visits.yaml", visit)], true);
    assert!(printed(&report, &sources).contains("tata-ruang-x"));
    // What rests on a hidden record is hidden; what only refers to it is warned of, without naming it.
    let cohort = COHORTS.replace("papua-2022", "rahasia").replace("  program", "  draft: true\n  program");
    let placement = "- {id: p-rahasia, cohort: rahasia, host: kota-malang}\n";
    let story = "---\ntitle: A\ndate: 2022\n---\n[[rahasia]] [[p-rahasia|x]]\n";
    let files = [("cohorts/2022.yaml", cohort.as_str()), ("placements.yaml", placement), ("stories/a.md", story)];
    let (catalog, report, sources) = run(&files);
    assert_eq!(spots(&report, &sources), ["R006 content/stories/a.md:5:15", "R006 content/stories/a.md:5:3"]);
    assert!(!printed(&report, &sources).contains("rahasia"));
    let catalog = catalog.expect("only warnings");
    assert!(catalog.placements[0].common.hidden && catalog.cohorts[0].common.hidden);
}

#[test]
fn statements_without_id_have_a_steady_one() {
    let one = "- {speaker: A, office: O, text: T1}\n";
    let two = "- {speaker: B, office: O, text: T2}\n";
    let names = |files: &[(&str, &str)]| {
        let catalog = run(files).0.expect("a catalog");
        catalog
            .statements
            .iter()
            .map(|s| (s.common.id.value.clone(), s.speaker.clone(), s.has_own_id))
            .collect::<Vec<_>>()
    };
    let first = names(&[("statements/a.yaml", one), ("statements/b.yaml", two)]);
    assert_eq!(first, names(&[("statements/a.yaml", two), ("statements/b.yaml", one)]));
    assert!(first.iter().all(|(_, _, own)| !own));
}

#[test]
fn personal_data_is_an_error_that_repeats_nothing() {
    let number = "0812-3456-7890";
    let visit = format!("- id: v\n  kind: other\n  origin: []\n  host: []\n  note: hubungi {number}\n");
    let (catalog, report, sources) = run(&[("visits.yaml", &visit)]);
    assert!(catalog.is_none());
    assert_eq!(spots(&report, &sources), ["P004 content/visits.yaml:5:17"]);
    assert!(!printed(&report, &sources).contains("3456"));

    let allowed = format!("{visit}  allow: [{{code: P004, why: nomor contoh}}]\n");
    let (catalog, report, sources) = run(&[("visits.yaml", &allowed)]);
    assert_eq!(spots(&report, &sources), [""; 0]);
    assert!(catalog.is_some());

    let internal = visit.replace("note: hubungi", "internal:\n    telepon:");
    let (catalog, report, sources) = run(&[("visits.yaml", &internal)]);
    assert_eq!(spots(&report, &sources), [""; 0]);
    assert!(catalog.is_some(), "what stands in `internal` is nobody's business");
}
