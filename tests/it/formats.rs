//! What `terbit check --format …` prints, tried with schemas and validators that we did not write.

use super::project::{Project, Run, repository};
use serde_json::Value;
use std::fs;
use std::process::Command;

/// A site with findings of every kind: with and without place, fixable, masked, with odd signs.
fn broken() -> Project {
    Project::new()
        .file("content/regions.yaml", "- {id: kota-malang, name: Kota Malang, kind: city, codes: [{code: 35.73}]}\n- {id: papua, name: Papua, kind: province}\n")
        .file("content/cohorts/2024.yaml", "- id: papua-2024\n  program: magang\n  origin: [papuaa]\n  host: [kota-malang]\n  tags: [\"100%\", 12:30]\n")
        .file("content/visits/a, b: c.yaml", "- id: v\n  kind: other\n  origin: []\n  host: []\n  start: 31/12/2022\n  note: \"NIK 3573014107900001 rahasia\"\n")
        .file("content/visits/rahasia.yaml", "- id: w\n  draft: true\n  kind: rahasia-jenis\n  origin: []\n  host: []\n")
        .file("content/catatan.docx", "x")
}

fn printed(format: &str) -> Run {
    broken().check(&["--format", format]).exits(1)
}

fn assert_valid(schema: &str, instance: &Value) {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(repository().join(schema)).expect("a schema")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let wrong: Vec<String> =
        validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn json_follows_its_schema() {
    let document: Value = serde_json::from_str(&printed("json").stdout).expect("one document");
    assert_valid("docs/findings.schema.json", &document);
    let findings = document["findings"].as_array().expect("findings");
    let found = |code: &str| findings.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("no {code}"));
    assert_eq!(found("V005")["edits"][0]["text"], "\"35.73\"");
    let place = &found("R001")["place"];
    assert_eq!(
        (place["line"].as_u64(), place["column"].as_u64(), place["end_column"].as_u64()),
        (Some(3), Some(12), Some(18))
    );
    assert!(found("I002")["place"].is_null());
    assert_eq!(document["errors"].as_u64().map(|errors| errors > 3), Some(true));
    let clean: Value =
        serde_json::from_str(&Project::new().check(&["--format", "json"]).exits(0).stdout).expect("JSON");
    assert_valid("docs/findings.schema.json", &clean);
}

#[test]
fn sarif_follows_its_schema() {
    let document: Value = serde_json::from_str(&printed("sarif").stdout).expect("one document");
    assert_valid("tests/schemas/sarif-2.1.0.json", &document);
    let run = &document["runs"][0];
    for result in run["results"].as_array().expect("results") {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    assert!(run["results"].to_string().contains("a%2C%20b%3A%20c.yaml"), "paths are references");
}

#[test]
fn gitlab_follows_its_schema_and_fingerprints_stay() {
    let gitlab = |project: &Project| -> Value {
        let done = super::project::terbit()
            .arg("check")
            .current_dir(project.root())
            .args(["--now", super::project::NOW, "--format", "gitlab"])
            .output()
            .expect("the program starts");
        serde_json::from_slice(&done.stdout).expect("one document")
    };
    let first = gitlab(&broken());
    assert_valid("tests/schemas/gitlab-code-quality.schema.json", &first);
    let moved = broken().file("content/cohorts/2024.yaml", "# satu\n# dua\n- id: papua-2024\n  program: magang\n  origin: [papuaa]\n  host: [kota-malang]\n  tags: [\"100%\", 12:30]\n");
    let second = gitlab(&moved);
    let prints = |report: &Value| -> Vec<String> {
        let all = report.as_array().expect("findings").iter().map(|one| one["fingerprint"].to_string());
        let mut all: Vec<String> = all.collect();
        all.sort();
        all
    };
    assert_eq!(prints(&first), prints(&second), "fingerprints do not follow lines");
    let mut unique = prints(&first);
    unique.dedup();
    assert_eq!(unique.len(), prints(&first).len());
}

/// `xmllint` comes with the packages of the browser tests.
#[test]
fn junit_follows_its_schema() {
    let tool = repository().join("tests/browser/node_modules/xmllint-wasm");
    if !tool.is_dir() {
        assert!(
            std::env::var_os("CI").is_none_or(|ci| ci != "true"),
            "xmllint-wasm is not installed: npm ci in tests/browser"
        );
        eprintln!("\nSKIPPED: junit_follows_its_schema needs `npm ci` in tests/browser\n");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in
        [("broken.xml", printed("junit").stdout), ("clean.xml", Project::new().check(&["--format", "junit"]).stdout)]
    {
        let file = folder.path().join(name);
        fs::write(&file, text).expect("written");
        let done = Command::new("node")
            .arg(repository().join("tests/browser/xmllint.mjs"))
            .arg(repository().join("tests/schemas/junit-10.xsd"))
            .arg(&file)
            .output()
            .expect("node starts");
        assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

#[test]
fn github_gets_ten_annotations_and_a_summary() {
    let mut project = broken();
    for number in 0..12 {
        let yaml = format!("- id: v{number}\n  kind: other\n  origin: []\n  host: []\n  topics: [tidak-ada]\n");
        project = project.file(&format!("content/visits/z{number:02}.yaml"), &yaml);
    }
    let project = project.file("changed.txt", "content/visits/z11.yaml\n");
    let summary = project.root().join("summary.md");
    let done = super::project::terbit()
        .arg("check")
        .current_dir(project.root())
        .args(["--now", super::project::NOW, "--format", "github", "--changed", "changed.txt"])
        .env("GITHUB_STEP_SUMMARY", &summary)
        .output()
        .expect("the program starts");
    let out = String::from_utf8(done.stdout).expect("text");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 10, "{out}");
    assert!(
        lines[0].starts_with(
            "::error file=content/visits/z11.yaml,line=5,endLine=5,col=12,endColumn=21,title=terbit R001::"
        ),
        "{}",
        lines[0]
    );
    assert!(out.contains("file=content/visits/a%2C b%3A c.yaml,"), "{out}");
    let table = fs::read_to_string(summary).expect("a summary");
    assert!(table.lines().filter(|line| line.starts_with("| R001 ")).count() >= 13, "{table}");
}

#[test]
fn no_format_shows_what_is_masked() {
    for format in ["text", "json", "github", "gitlab", "sarif", "junit"] {
        let run = broken().check(&["--format", format, "--all"]).exits(1);
        for secret in ["3573014107900001", "rahasia-jenis", "NIK 3573"] {
            assert!(!run.stdout.contains(secret) && !run.stderr.contains(secret), "{format} shows {secret}");
        }
        assert_eq!(run.stdout.is_empty(), format == "text", "{format}: programs read standard output");
    }
}

#[test]
fn twenty_are_shown_and_the_rest_is_counted() {
    let mut yaml = String::new();
    for number in 0..50 {
        yaml.push_str(&format!("- id: v{number}\n  kind: other\n  origin: []\n  host: []\n  topics: [tidak-ada]\n"));
    }
    let project = Project::new().file("content/visits/2023.yaml", &yaml);
    let some = project.check(&["--lang", "en"]).exits(1);
    assert_eq!(some.stderr.matches("error[R001]").count(), 20, "{}", some.stderr);
    let row = some.stderr.lines().find(|line| line.contains("2023.yaml") && line.ends_with("30 error"));
    assert!(row.is_some_and(|row| row.contains("R001")), "{}", some.stderr);
    assert!(some.stderr.contains("--all"));
    let all = project.check(&["--lang", "en", "--all"]).exits(1);
    assert_eq!(all.stderr.matches("error[R001]").count(), 50);
}

#[test]
fn explain_knows_every_code_in_both_languages() {
    let (nowhere, site) = (Project::empty(), Project::new());
    let run_in = |place: &Project, arguments: &[&str]| {
        let mut command = super::project::terbit();
        let command = command.arg("explain").args(arguments).env("LC_ALL", "C").current_dir(place.root());
        command.output().expect("the program starts")
    };
    let run = |arguments: &[&str]| run_in(&nowhere, arguments);
    let text = |arguments: &[&str]| String::from_utf8(run(arguments).stdout).expect("text");
    assert!(text(&["r001", "--lang", "id"]).starts_with("R001: Rujukan ke"));
    assert!(text(&["R001"]).starts_with("R001: A reference to"));
    let in_site = |arguments: &[&str]| String::from_utf8(run_in(&site, arguments).stdout).expect("text");
    assert!(in_site(&["R001"]).starts_with("R001: Rujukan ke"), "the language of the site comes before the locale's");
    assert!(in_site(&["R001", "--lang", "en"]).starts_with("R001: A reference to"));
    assert_eq!(text(&[]).lines().count(), terbit::diag::Code::ALL.len());
    let wrong = run(&["R01"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("R001"));
}
