//! `terbit new`: the record in the right file, checked, everything else as it was.

use super::project::{COHORT, NOW, Project, Run, terbit, tree};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

fn new(root: &Path, arguments: &[&str]) -> Run {
    let mut command = terbit();
    command.arg("new").args(arguments).arg("--root").arg(root).args(["--now", NOW, "--lang", "en"]);
    Run::of(command.stdin_closed(), root.join("output"))
}

/// Nobody sits at these tests.
trait StdinClosed {
    fn stdin_closed(self) -> Self;
}

impl StdinClosed for Command {
    fn stdin_closed(mut self) -> Self {
        self.stdin(Stdio::null());
        self
    }
}

fn text(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.root().join("content").join(path)).expect("a file")
}

const GIVEN: [&str; 6] = ["--set", "program=magang", "--set", "origin=papua", "--set", "host=kota-malang, kota-batu"];

#[test]
fn a_record_is_added_and_the_file_stays_otherwise() {
    let project = Project::new().file("content/cohorts/2022.yaml", COHORT);
    let given = [&["cohort"], &GIVEN[..], &["--set", "start=2022-11-09"]].concat();
    let run = new(project.root(), &given).exits(0);
    let after = text(&project, "cohorts/2022.yaml");
    assert!(after.starts_with(&format!("{COHORT}\n- id: papua-kota-malang-2022\n  program: magang\n")), "{after}");
    assert!(after.contains("\n  host: [kota-malang, kota-batu]\n  start: 2022-11-09\n  # "), "{after}");
    let line = COHORT.lines().count() + 2;
    let (path, at) = run.stdout.trim().rsplit_once(':').expect("a place");
    assert!(path.ends_with("content/cohorts/2022.yaml") && at == line.to_string(), "{}", run.stdout);
    project.check(&[]).exits(0);
    // The same once more is another record.
    new(project.root(), &given).exits(0);
    assert!(text(&project, "cohorts/2022.yaml").contains("- id: papua-kota-malang-2022-2\n"));
    project.build(&[]).exits(0);
}

#[test]
fn a_new_file_names_its_schema_and_the_schema_is_there() {
    let project = Project::new();
    new(project.root(), &[&["cohort", "satu"], &GIVEN[..], &["--set", "start=2023"]].concat()).exits(0);
    let file = text(&project, "cohorts/2023.yaml");
    let schema = file.lines().next().and_then(|line| line.split_once("$schema=")).expect("a schema").1;
    let schema = project.root().join("content/cohorts").join(schema);
    let schema: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(schema).expect("the schema")).expect("JSON");
    let record: serde_json::Value = serde_saphyr::from_str(&file).expect("YAML");
    assert!(jsonschema::is_valid(&schema, &record), "{file}");
    let settings = std::fs::read_to_string(project.root().join(".vscode/settings.json")).expect("settings");
    assert!(settings.contains("./.terbit/schemas/cohorts.schema.json"));
}

#[test]
fn settings_of_an_editor_are_left_alone() {
    let project = Project::new().file(".vscode/settings.json", "{}");
    new(project.root(), &[&["cohort", "satu"], &GIVEN[..]].concat()).exits(0);
    assert_eq!(std::fs::read_to_string(project.root().join(".vscode/settings.json")).expect("settings"), "{}");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let project = Project::new().file("content/cohorts/2022.yaml", COHORT);
    let before = tree(project.root());
    new(project.root(), &["cohort"]).exits(2).says("--set 'host=kota-malang'");
    new(project.root(), &[&["cohort", "x"], &GIVEN[..], &["--set", "host=kota-bat"]].concat())
        .exits(1)
        .says("R001")
        .says("kota-batu")
        .says("nothing was written");
    new(project.root(), &[&["cohort", "x"], &GIVEN[..], &["--set", "hots=x"]].concat()).exits(1).says("F001");
    new(project.root(), &[&["cohort", "x"], &GIVEN[..], &["--set", "start=2022-13"]].concat()).exits(1).says("V0");
    let backwards = ["--set", "start=2022-11-07", "--set", "end=2022-11-01"];
    new(project.root(), &[&["cohort", "x"], &GIVEN[..], &backwards].concat()).exits(1);
    new(project.root(), &[&["cohort", "papua-2022"], &GIVEN[..]].concat()).exits(1).says("taken");
    new(project.root(), &[&["cohort", "Papua 2022"], &GIVEN[..]].concat()).exits(1).says("papua-2022");
    new(project.root(), &["angkatan"]).exits(2);
    new(project.root(), &["cohort", "--set", "host"]).exits(2);
    assert_eq!(tree(project.root()), before);
    let broken = Project::new().file("content/cohorts.yaml", "- id: [\n");
    let before = tree(broken.root());
    new(broken.root(), &[&["cohort", "x"], &GIVEN[..]].concat()).exits(1).says("Y001");
    assert_eq!(tree(broken.root()), before);
    new(Project::empty().root(), &["cohort"]).exits(2).says("I006");
}

#[test]
fn mistakes_elsewhere_do_not_stand_in_the_way() {
    let project = Project::new().file("content/visits.yaml", "- {id: v, kind: other, origin: [papua]}\n");
    project.check(&[]).exits(1).says("F002");
    let run = new(project.root(), &[&["cohort", "x"], &GIVEN[..]].concat()).exits(0);
    assert!(!run.stderr.contains("F002"), "{}", run.stderr);
}

#[test]
fn a_story_gets_its_file_and_its_date() {
    let project = Project::new().file("content/cohorts/2022.yaml", COHORT);
    let run = new(project.root(), &["story", "Lima ASN: belajar", "--about", "papua-2022", "--about", "kota-malang"]);
    assert!(run.exits(0).stdout.contains("content/stories/2026/lima-asn-belajar.md:1"));
    let story = text(&project, "stories/2026/lima-asn-belajar.md");
    let head = "---\ntitle: \"Lima ASN: belajar\"\ndate: 2026-11-23\nabout: [papua-2022, kota-malang]\n# ";
    assert!(story.starts_with(head) && story.ends_with("\n---\n\n"), "{story}");
    project.build(&[]).exits(0);
    new(project.root(), &["story", "X", "--about", "papua-2021"]).exits(1).says("R001");
    new(project.root(), &["story"]).exits(2).says("title");
    new(project.root(), &["story", "!!!"]).exits(2).says("--set id=");
    new(project.root(), &["story", "!!!", "--set", "id=seru"]).exits(0);
}

#[test]
fn line_ends_and_indentation_are_kept() {
    let indented = "# awal\r\n  - id: a\r\n    name: {id: A, en: A}\r\n";
    let project = Project::new().file("content/topics.yaml", indented);
    new(project.root(), &["topic", "b", "--set", "name.id=Bé", "--set", "name.en=No"]).exits(0);
    let after = text(&project, "topics.yaml");
    let added = after.strip_prefix(indented).expect("what was there comes first");
    assert!(added.starts_with("\r\n  - id: b\r\n    name: {id: Bé, en: \"No\"}\r\n"), "{added}");
    assert_eq!(added.matches('\n').count(), added.matches("\r\n").count());
    project.check(&[]).exits(0);
}

/// One record of every kind, one after the other; the site is right all the time.
#[test]
fn every_kind_can_be_added() {
    let project = Project::new();
    for (kind, given) in [
        ("region", &["name=Kabupaten Malang", "kind=regency", "parent=jawa-timur"][..]),
        ("institution", &["name=Dinas Sosial Kota Malang", "kind=agency", "region=kota-malang"]),
        ("program", &["title=Program Magang"]),
        ("topic", &["name.id=Tata ruang", "name.en=Planning"]),
        ("source", &["title=Berita: satu", "type=press", "publisher=Koran", "published=2026-01-02"]),
        (
            "cohort",
            &[
                "program=program-magang",
                "origin=papua",
                "host=kota-malang",
                "start=2025-02",
                "sources=koran-2026-01-02",
            ],
        ),
        ("placement", &["cohort=papua-kota-malang-2025", "host=dinas-sosial-kota-malang", "count=~5"]),
        ("visit", &["kind=studi-tiru", "origin=papua", "host=kabupaten-malang", "start=2025-03-01", "delegates=22-23"]),
        ("training", &["kind=bimtek", "host=kota-malang", "origin=papua", "start=2025-04"]),
        ("outcome", &["of=papua-kota-malang-2025", "stage=reported", "kind=report", "sources=s1"]),
        ("evaluation", &["of=papua-kota-malang-2025", "indicator=Kepuasan", "n=38", "value=4.2"]),
        ("statement", &["speaker=Nama Pejabat", "office=Wali Kota", "text=Kami: siap, selalu.", "sources=s1"]),
        (
            "correction",
            &["date=2026-01-05", "what=Angka diubah", "why=Sumber meralat", "records=papua-kota-malang-2025"],
        ),
        ("story", &["title=Cerita"]),
        ("page", &["title=Tentang"]),
    ] {
        let set: Vec<&str> = given.iter().flat_map(|pair| ["--set", pair]).collect();
        let run = new(project.root(), &[&[kind], &set[..]].concat()).exits(0);
        assert!(run.stdout.contains("content/"), "{kind}: {}", run.stdout);
        project.check(&["--lang", "en"]).exits(0);
    }
    assert!(project.root().join("content/placements/2025.yaml").exists());
}

/// Whatever is typed, it is written and read back, or refused; nothing breaks.
#[test]
fn anything_may_be_typed() {
    let project = Project::new();
    let long = "a".repeat(5000);
    for text in [
        "",
        " ",
        "- a",
        "a: b",
        "#",
        "'",
        "\"",
        "{",
        "[a",
        "]}",
        "\\",
        "*a",
        "&a",
        "!!x",
        "%",
        "\n\n- id: x",
        "🙂",
        "~",
        "null",
        long.as_str(),
    ] {
        for field in ["name.id", "broader", "also_called", "draft", "internal", "tidak-ada"] {
            let before = tree(&project.root().join("content"));
            let run = new(project.root(), &["topic", "--set", "name=Tata: ruang", "--set", &format!("{field}={text}")]);
            assert!(matches!(run.code, Some(0..=2)), "{field}={text:?}: {}", run.stderr);
            if run.code != Some(0) {
                assert!(tree(&project.root().join("content")) == before, "{field}={text:?} was refused and written");
            }
        }
        project.check(&["--lang", "en"]).exits(0);
    }
}

/// On a terminal it asks, says what is wrong with an answer, and asks again.
#[cfg(unix)]
#[test]
fn on_a_terminal_it_asks() {
    let project = Project::new();
    let mut child = on_a_terminal(&project, "cohort");
    let (mut keys, mut screen) = (child.stdin.take().expect("keys"), child.stdout.take().expect("a screen"));
    let mut seen = String::new();
    for (question, answer) in [
        ("? program", "magan"),
        ("R001", "magang"),
        // Tab takes what is offered.
        ("? origin", "papu\t"),
        ("? host", "kota-malang, kota-batu"),
        ("? start", "2026-3"),
        ("V002", "2026-03"),
        ("? id", ""),
    ] {
        wait_for(question, &mut screen, &mut seen);
        // After a finding the question comes again.
        match question {
            "R001" => wait_for("? program", &mut screen, &mut seen),
            "V002" => wait_for("? start", &mut screen, &mut seen),
            _ => {}
        }
        let _ = write!(keys, "{answer}\r");
        keys.flush().expect("typed");
    }
    wait_for("2026.yaml:2", &mut screen, &mut seen);
    assert!(child.wait().expect("an end").success(), "{seen}");
    let file = text(&project, "cohorts/2026.yaml");
    assert!(file.contains("- id: papua-kota-malang-2026\n  program: magang\n  origin: [papua]\n"), "{file}\n{seen}");
    project.check(&[]).exits(0);
}

/// Ctrl-C ends it, and nothing is written; who gave everything is not asked.
#[cfg(unix)]
#[test]
fn a_terminal_can_be_left() {
    let project = Project::new();
    let before = tree(project.root());
    let mut child = on_a_terminal(&project, "cohort");
    let (mut keys, mut screen) = (child.stdin.take().expect("keys"), child.stdout.take().expect("a screen"));
    wait_for("? program", &mut screen, &mut String::new());
    let _ = write!(keys, "\u{3}");
    keys.flush().expect("typed");
    let mut rest = Vec::new();
    let _ = screen.read_to_end(&mut rest);
    assert_eq!(child.wait().expect("an end").code(), Some(130));
    assert_eq!(tree(project.root()), before);

    let mut child = on_a_terminal(&project, "cohort --set program=magang --set origin=papua --set host=kota-malang");
    let (_keys, mut screen) = (child.stdin.take().expect("keys"), child.stdout.take().expect("a screen"));
    wait_for("undated.yaml:2", &mut screen, &mut String::new());
    assert!(child.wait().expect("an end").success());
}

/// `terbit new` with a terminal, which `script` gives it.
#[cfg(unix)]
fn on_a_terminal(project: &Project, arguments: &str) -> std::process::Child {
    let program = terbit();
    let (program, root) = (program.get_program().to_string_lossy(), project.root().display());
    let call = format!("'{program}' new {arguments} --root '{root}' --now {NOW} --lang en");
    let mut script = Command::new("script");
    script.args(["-qec", &call, "/dev/null"]).env("NO_COLOR", "1").stdin(Stdio::piped()).stdout(Stdio::piped());
    script.spawn().expect("`script` (util-linux) is there")
}

/// Reads the screen until `words` were there; what was read before them is done with.
fn wait_for(words: &str, screen: &mut impl Read, seen: &mut String) {
    let mut bytes = [0; 4096];
    loop {
        if let Some(at) = seen.find(words) {
            seen.drain(..at + words.len());
            return;
        }
        let read = screen.read(&mut bytes).expect("a screen");
        assert!(read > 0, "`{words}` never came; the screen: {seen}");
        seen.push_str(&String::from_utf8_lossy(&bytes[..read]));
    }
}
