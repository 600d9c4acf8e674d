//! `terbit rename`: the id, every reference, links, the old address as an alias; nothing else.

use super::fix::{diffs, undo};
use super::project::{NOW, Project, Run, repository, terbit, tree};
use std::path::Path;

fn rename(root: &Path, arguments: &[&str]) -> Run {
    let mut command = terbit();
    command.arg("rename").args(arguments).arg("--root").arg(root).args(["--now", NOW, "--lang", "en"]);
    Run::of(command, root.join("output"))
}

fn site() -> Project {
    Project::new()
        .file("content/cohorts.yaml", "- id: papua-2022   # angkatan\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2022-11-07\n")
        .file("content/placements.yaml", "- {id: p1, cohort: papua-2022, host: kota-malang}\n- {id: p2, cohort: \"papua-2022\", host: kota-malang, note: papua-2022 tetap}\n")
        .file("content/statements.yaml", "- speaker: S\n  office: O\n  text: T\n  about: [\"cohort:papua-2022\"]\n")
        .file("content/stories/a.md", "---\ntitle: papua-2022\ndate: 2023\nabout: [papua-2022]\n---\n[[papua-2022]] [[cohort:papua-2022#participants|x]] `[[papua-2022]]` [y](/angkatan/papua-2022/#sumber)\n\n![[papua-2022]]\n")
        .file("content/stories/a.en.md", "---\ntitle: A\nabout: [papua-2022]\n---\n[z](/en/cohorts/papua-2022/) [w](a.md)\n")
}

fn text(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.root().join("content").join(path)).expect("a file")
}

#[test]
fn a_cohort_is_renamed_everywhere_and_nothing_else() {
    let project = site();
    let before = tree(&project.root().join("content"));
    let run = rename(project.root(), &["cohort", "papua-2022", "papua-malang-2022"]).exits(0);
    assert_eq!(
        text(&project, "cohorts.yaml"),
        "- id: papua-malang-2022   # angkatan\n  aliases: [/angkatan/papua-2022/, /en/cohorts/papua-2022/]\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2022-11-07\n"
    );
    assert_eq!(
        text(&project, "placements.yaml"),
        "- {id: p1, cohort: papua-malang-2022, host: kota-malang}\n- {id: p2, cohort: \"papua-malang-2022\", host: kota-malang, note: papua-2022 tetap}\n"
    );
    assert!(text(&project, "statements.yaml").contains("about: [\"cohort:papua-malang-2022\"]"));
    assert_eq!(
        text(&project, "stories/a.md"),
        "---\ntitle: papua-2022\ndate: 2023\nabout: [papua-malang-2022]\n---\n[[papua-malang-2022]] [[cohort:papua-malang-2022#participants|x]] `[[papua-2022]]` [y](/angkatan/papua-malang-2022/#sumber)\n\n![[papua-malang-2022]]\n"
    );
    assert_eq!(
        text(&project, "stories/a.en.md"),
        "---\ntitle: A\nabout: [papua-malang-2022]\n---\n[z](/en/cohorts/papua-malang-2022/) [w](a.md)\n"
    );
    project.build(&[]).exits(0);
    rename(project.root(), &["cohort", "papua-2022", "papua-malang-2022"]).exits(1).says("no cohort");
    undo(&diffs(&run.stderr), project.root());
    assert_eq!(tree(&project.root().join("content")), before, "undoing gives the original bytes");
}

#[test]
fn what_is_internal_is_not_shown() {
    let project = site().file(
        "content/visits.yaml",
        "- {id: v, kind: other, origin: [papua], host: [kota-malang], return_of: w, internal: {catatan: rahasia}}\n- {id: w, kind: other, origin: [papua], host: [kota-malang]}\n",
    );
    let run = rename(project.root(), &["visit", "w", "kunjungan-balasan"]).exits(0);
    assert!(!run.stderr.contains("rahasia") && run.stderr.contains("+•••"), "{}", run.stderr);
    assert!(text(&project, "visits.yaml").contains("return_of: kunjungan-balasan, internal: {catatan: rahasia}"));
}

#[test]
fn a_story_takes_its_files_along() {
    let project = site();
    rename(project.root(), &["stories", "a", "lima-orang"]).exits(0);
    assert!(!project.root().join("content/stories/a.md").exists());
    assert!(
        text(&project, "stories/lima-orang.md")
            .starts_with("---\naliases: [/cerita/a/, /en/stories/a/]\ntitle: papua-2022\n")
    );
    assert!(text(&project, "stories/lima-orang.en.md").contains("[w](lima-orang.md)"));
    project.build(&[]).exits(0);
}

#[test]
fn what_cannot_be_renamed_is_said_and_nothing_is_written() {
    let project = site();
    let before = tree(&project.root().join("content"));
    rename(project.root(), &["cohort", "papua-2023", "x"]).exits(1).says("papua-2022");
    rename(project.root(), &["cohort", "papua-2022", "Nama Baru"]).exits(1).says("not an id");
    rename(project.root(), &["region", "papua", "kota-malang"]).exits(1).says("taken");
    let mut command = terbit();
    command
        .args(["rename", "cohort", "papua-2023", "x", "--now", NOW, "--root"])
        .arg(project.root())
        .env("LC_ALL", "C");
    Run::of(command, project.root().join("output")).exits(1).says("tidak ada");
    rename(project.root(), &["angkatan", "papua-2022", "x"]).exits(2);
    rename(project.root(), &["cohort", "papua-2022", "x", "--dry-run"]).exits(0).says("nothing was written");
    assert_eq!(tree(&project.root().join("content")), before);
    let broken = site().file("content/visits.yaml", "- id: [\n");
    rename(broken.root(), &["cohort", "papua-2022", "x"]).exits(1).says("Y001");
}

/// References may name a record by its id alone: with two records of one id nobody could tell them apart.
#[test]
fn the_id_of_a_record_of_another_kind_is_taken() {
    let project = site();
    let before = tree(&project.root().join("content"));
    rename(project.root(), &["cohort", "papua-2022", "kota-malang"]).exits(1).says("taken");
    assert_eq!(before, tree(&project.root().join("content")));
}

/// One record of every kind of the real content, renamed in a copy: the site still checks clean, and undoing gives
/// the original bytes.
#[test]
fn every_kind_of_the_real_content_can_be_renamed() {
    let root = repository();
    let project = Project::empty().copy(&root.join("content"), "content");
    let before = tree(&project.root().join("content"));
    let (first, _) = before
        .iter()
        .find(|(path, _)| path.starts_with("stories/") && path.ends_with(".md") && !path.ends_with(".en.md"))
        .expect("a story");
    let story = first.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).expect("a name").to_owned();
    for kind in [
        "regions",
        "institutions",
        "programs",
        "topics",
        "sources",
        "cohorts",
        "placements",
        "visits",
        "trainings",
        "outcomes",
        "stories",
    ] {
        let id = if kind == "stories" { story.clone() } else { first_id(&before, kind) };
        let run = rename(project.root(), &[kind, &id, "nama-baru-sekali"]).exits(0);
        project.check(&[]).exits(0);
        let patch = diffs(&run.stderr);
        undo(&patch, project.root());
        assert!(tree(&project.root().join("content")) == before, "{kind} {id}: undoing gives the original bytes");
    }
}

fn first_id(files: &std::collections::BTreeMap<String, Vec<u8>>, kind: &str) -> String {
    let of_kind =
        files.iter().filter(|(path, _)| path.starts_with(&format!("{kind}/")) || **path == format!("{kind}.yaml"));
    let texts = of_kind.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let ids = texts.flat_map(|text| {
        let ids: Vec<String> = text
            .lines()
            .filter_map(|line| line.trim_start_matches("- ").trim_start().trim_start_matches('{').strip_prefix("id:"))
            .map(|rest| rest.split([',', '#', '}']).next().unwrap_or_default().trim().to_owned())
            .collect();
        ids
    });
    ids.into_iter().next().unwrap_or_else(|| panic!("no {kind}"))
}
