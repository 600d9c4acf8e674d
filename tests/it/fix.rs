//! `terbit check --fix`: mends what has one right repair, and nothing else.

use super::project::{Project, tree};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

type Files = BTreeMap<String, Vec<u8>>;

fn content(project: &Project) -> Files {
    tree(&project.root().join("content"))
}

/// Takes a printed difference back, with a tool that we did not write.
pub fn undo(diff: &str, root: &Path) {
    let mut git = Command::new("git")
        .args(["apply", "-R", "--unidiff-zero", "--whitespace=nowarn", "-"])
        .current_dir(root)
        .env("GIT_CEILING_DIRECTORIES", root.parent().expect("a parent"))
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("git starts");
    git.stdin.take().expect("a pipe").write_all(diff.as_bytes()).expect("git reads");
    let done = git.wait_with_output().expect("git ends");
    assert!(done.status.success(), "{}\n{diff}", String::from_utf8_lossy(&done.stderr));
}

/// The differences among the messages of a run.
pub fn diffs(stderr: &str) -> String {
    let is_diff = |line: &&str| {
        ["diff ", "rename ", "--- ", "+++ ", "@@ ", "-", "+", "\\"].iter().any(|start| line.starts_with(start))
    };
    let lines: Vec<&str> =
        stderr.lines().take_while(|line| !line.starts_with("waktu") && !line.starts_with("clock")).collect();
    lines.into_iter().filter(is_diff).map(|line| format!("{line}\n")).collect()
}

const REGIONS: &str = "# daftar daerah\n- id: kota-malang   # kota\n  name: Kota Malang\n  kind: city\n  codes: [{code: 35.73}]   # tanpa kutip\n- {id: papua, name: Papua, kind: province}\n";

#[test]
fn codes_names_titles_and_dates_are_mended() {
    let visits = "- id: v\n  kind: other\n  title: Kunjungan: hari pertama   # judul\n  origin: [\"35.73\"]\n  host: ['Papua']\n  start: 19/04/2023\n  tags: [12:30]\n";
    let project = Project::new().file("content/regions.yaml", REGIONS).file("content/visits.yaml", visits);
    let run = project.check(&["--fix", "--lang", "en"]).exits(0);
    let fixed = content(&project);
    let text = |name: &str| String::from_utf8(fixed[name].clone()).expect("text");
    assert_eq!(text("regions.yaml"), REGIONS.replace("35.73", "\"35.73\""));
    let expected = visits
        .replace("Kunjungan: hari pertama ", "\"Kunjungan: hari pertama\" ")
        .replace("\"35.73\"", "\"kota-malang\"")
        .replace("'Papua'", "'papua'")
        .replace("19/04/2023", "2023-04-19")
        .replace("12:30", "\"12:30\"");
    assert_eq!(text("visits.yaml"), expected);
    assert!(
        run.stderr.contains("\n-  start: 19/04/2023\n") && run.stderr.contains("\n+  start: 2023-04-19\n"),
        "{}",
        run.stderr
    );
    project.check(&["--fix"]).exits(0);
    assert_eq!(content(&project), fixed, "a second run changes nothing");
}

#[test]
fn a_dry_run_writes_nothing() {
    let project = Project::new().file("content/regions.yaml", REGIONS);
    let before = content(&project);
    let run = project.check(&["--fix", "--dry-run", "--lang", "en"]).exits(1);
    assert!(run.stderr.contains("+  codes: [{code: \"35.73\"}]"), "{}", run.stderr);
    assert!(run.stderr.contains("nothing was written"));
    assert_eq!(content(&project), before);
}

#[test]
fn marks_and_line_ends_of_windows_go() {
    let text = "\u{feff}- id: perencanaan\r\n  name: {id: Perencanaan, en: Planning}\r\n";
    let project = Project::new().file("content/topics.yaml", text);
    project.check(&["--fix"]).exits(0);
    let after = String::from_utf8(content(&project)["topics.yaml"].clone()).expect("text");
    assert_eq!(after, text.trim_start_matches('\u{feff}').replace('\r', ""));
}

#[test]
fn other_lines_are_never_shown() {
    let visits = "- id: v\n  kind: other\n  origin: []\n  host: []\n  internal: {catatan: rahasia-satu}\n  start: 19/04/2023\n  people: [{name: rahasia-dua, consent: {date: 2023-01-01, scope: s}}]\n";
    let project = Project::new().file("content/visits.yaml", visits);
    let run = project.check(&["--fix"]).exits(0);
    assert!(run.stderr.contains("2023-04-19") && !run.stderr.contains("rahasia"), "{}", run.stderr);
}

/// A mistake with one right repair: the line, and what becomes of it.
fn mistake() -> impl Strategy<Value = (String, String)> {
    prop_oneof![
        (1u32..=28, 1u32..=12, 1990u32..2030).prop_map(|(day, month, year)| {
            let day = day.max(13);
            (format!("start: {day:02}/{month:02}/{year}"), format!("start: {year}-{month:02}-{day:02}"))
        }),
        "[A-Z][a-z]{2,8}: [a-z]{2,8}".prop_map(|title| (format!("title: {title}"), format!("title: \"{title}\""))),
        "0[0-9]{2,4}".prop_map(|word| (format!("tags: [{word}]"), format!("tags: [\"{word}\"]"))),
        Just(("topics: [perencanaan]".to_owned(), "topics: [perencanaan]".to_owned())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// After --fix the site builds, a second run changes nothing, comments and layout stay, and undoing gives the
    /// original bytes.
    #[test]
    fn fixing_is_safe(mistakes in prop::collection::vec((mistake(), "( |  )# [a-z é🏙]{0,12}"), 1..6)) {
        let (mut broken, mut right) = (String::new(), String::new());
        for (number, ((wrong, good), comment)) in mistakes.iter().enumerate() {
            let head = format!("# catatan {number}\n- id: v{number}\n  kind: other\n  origin:   []\n  host: []\n");
            broken.push_str(&format!("{head}  {wrong}{comment}\n"));
            right.push_str(&format!("{head}  {good}{comment}\n"));
        }
        let project = Project::new().file("content/visits.yaml", &broken);
        let before = content(&project);
        let run = project.check(&["--fix", "--lang", "en"]).exits(0);
        let after = content(&project);
        prop_assert_eq!(String::from_utf8_lossy(&after["visits.yaml"]), right.as_str());
        project.build(&[]).exits(0);
        project.check(&["--fix"]).exits(0);
        prop_assert_eq!(&content(&project), &after);
        // Each round printed its own difference; they are taken back in turn.
        let all = diffs(&run.stderr);
        let rounds: Vec<&str> = all.split_inclusive("diff --git").collect();
        let mut patches: Vec<String> = Vec::new();
        for part in rounds {
            let body = part.strip_suffix("diff --git").unwrap_or(part);
            if !body.is_empty() {
                patches.push(format!("diff --git{body}"));
            }
        }
        for patch in patches.iter().rev() {
            undo(patch, project.root());
        }
        prop_assert_eq!(content(&project), before);
    }
}
