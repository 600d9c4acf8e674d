//! Records of published sites, and what changed between two of them.

use super::project::{NOW, Project, Run, terbit};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn site() -> Project {
    Project::new()
        .file(
            "content/cohorts/2022.yaml",
            "- id: malang-2022\n  title: Angkatan Malang\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2022\n  participants: 5\n  sources: [s1]\n",
        )
        .file("content/stories/lima.md", "---\ntitle: Lima orang\ndate: 2022-10-01\nabout: [malang-2022]\n---\nCerita.\n")
}

/// Builds into a folder of its own and records it.
fn publish(project: &Project, name: &str) {
    let path = |suffix: &str| project.root().join(format!("{name}{suffix}")).to_string_lossy().into_owned();
    project.build(&["-o", &path(""), "--manifest", &path(".json")]).exits(0);
}

fn diff(root: &Path, arguments: &[&str]) -> Run {
    let mut command = terbit();
    command.current_dir(root).args(["diff", "--lang", "en"]).args(arguments);
    Run::of(command, root.join("output"))
}

#[test]
fn a_record_of_the_site_holds_every_file_and_the_clock() {
    let project = site();
    publish(&project, "old");
    let record: Value = serde_json::from_slice(&fs::read(project.root().join("old.json")).unwrap()).unwrap();
    assert_eq!(record["now"], NOW);
    let files = record["files"].as_object().expect("files");
    let page = &files["angkatan/malang-2022/index.html"];
    let bytes = fs::read(project.root().join("old/angkatan/malang-2022/index.html")).unwrap();
    assert_eq!(page["size"], bytes.len());
    let sum = std::process::Command::new("sha256sum")
        .arg(project.root().join("old/angkatan/malang-2022/index.html"))
        .output();
    if let Ok(sum) = sum {
        assert!(String::from_utf8_lossy(&sum.stdout).starts_with(page["sha256"].as_str().expect("a hash")));
    }
    assert_eq!(page["from"], "content/cohorts/2022.yaml");
    assert_eq!(record["figures"]["wilayah/papua/"]["people_sent"]["value"], "5");
    let written = walk(&project.root().join("old"));
    assert_eq!(files.len(), written, "every file and no other");
}

fn walk(folder: &Path) -> usize {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files.filter(|entry| !entry.file_name().to_string_lossy().starts_with(".terbit")).count()
}

#[test]
fn the_same_input_gives_the_same_record_anywhere() {
    let (one, other) = (site(), site());
    publish(&one, "a");
    publish(&other, "b");
    assert_eq!(fs::read(one.root().join("a.json")).unwrap(), fs::read(other.root().join("b.json")).unwrap());
    let same = diff(one.root(), &["a.json", other.root().join("b.json").to_str().unwrap(), "--exit-code"]).exits(0);
    assert!(same.stdout.contains("Nothing changed."), "{}", same.stdout);
}

#[test]
fn what_changed_is_told_with_its_cause() {
    let project = site();
    publish(&project, "old");
    let cohorts = project.root().join("content/cohorts/2022.yaml");
    let text = fs::read_to_string(&cohorts).unwrap();
    fs::write(&cohorts, text.replace("participants: 5", "participants: 7+")).unwrap();
    let project = project
        .file("content/cohorts/2023.yaml", "- id: batu-2023\n  title: Angkatan Batu\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2023\n  participants: 2\n  sources: [s1]\n")
        .without("content/stories/lima.md");
    publish(&project, "new");
    let run = diff(project.root(), &["old.json", "new.json", "--exit-code"]).exits(3);
    for line in [
        "/wilayah/papua/ people_sent: 5 → ≥9 +batu-2023",
        "/wilayah/papua/ cohorts: 1 → 2 +batu-2023",
        "/angkatan/malang-2022/ (content/cohorts/2022.yaml)",
        "/angkatan/batu-2023/ (content/cohorts/2023.yaml)",
        "/cerita/lima/ (content/stories/lima.md)",
    ] {
        assert!(run.stdout.contains(line), "{line} in\n{}", run.stdout);
    }
    let folders = diff(project.root(), &["old", "new"]).exits(0);
    assert!(folders.stdout.contains("people_sent: 5 → ≥9"), "figures are known of folders, too: {}", folders.stdout);
    let markdown = diff(project.root(), &["old.json", "new", "--format", "markdown"]).exits(0).stdout;
    assert!(markdown.starts_with("<!-- terbit-diff -->\n"), "{markdown}");
    let json: Value =
        serde_json::from_str(&diff(project.root(), &["old", "new", "--format", "json"]).exits(0).stdout).unwrap();
    assert_eq!(json["removed"][0]["page"], "cerita/lima/");
}

#[test]
fn a_renamed_record_has_moved() {
    let project = site();
    publish(&project, "old");
    let mut command = terbit();
    command.args(["rename", "cohort", "malang-2022", "kota-malang-2022", "--now", NOW, "--root"]).arg(project.root());
    Run::of(command, project.root().join("output")).exits(0);
    publish(&project, "new");
    let run = diff(project.root(), &["old", "new"]).exits(0);
    assert!(run.stdout.contains("/angkatan/malang-2022/ → /angkatan/kota-malang-2022/"), "{}", run.stdout);
    assert!(!run.stdout.contains("gone (1"), "{}", run.stdout);
}

#[test]
fn what_is_hidden_never_shows() {
    let secret = "- id: rahasia-besar\n  title: Kunjungan rahasia\n  kind: other\n  origin: [papua]\n  host: [kota-malang]\n  start: 2024\n  draft: true\n";
    let project = site();
    publish(&project, "old");
    let project = project.file("content/visits/2027-rahasia.yaml", secret);
    publish(&project, "new");
    let record = fs::read_to_string(project.root().join("new.json")).unwrap();
    assert!(!record.contains("rahasia"), "names of files that no page is made of are not in the record");
    let run = diff(project.root(), &["old.json", "new.json", "--exit-code"]).exits(0);
    assert!(run.stdout.contains("Nothing changed."), "{}", run.stdout);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let project = site().file("kosong/readme.txt", "x").file("rusak.json", "{}");
    publish(&project, "old");
    for other in ["kosong", "rusak.json", "tidak-ada"] {
        diff(project.root(), &["old", other]).exits(2).says(other);
    }
    let inside = project.root().join("output/site.json");
    project.build(&["--manifest", inside.to_str().unwrap()]).exits(2).says("lies inside the output");
    let broken = Project::new().file("content/cohorts.yaml", "- {id: x}\n");
    let path = broken.root().join("x.json");
    broken.build(&["--manifest", path.to_str().unwrap()]).exits(1);
    assert!(!path.exists(), "nothing is recorded of a site that was not published");
}
