//! Same input, same bytes: whatever the machine, the folder, the locale, the number of threads.

use super::project::{NOW, Project, Run, repository, terbit, tree};
use super::yaml;
use std::path::Path;

#[test]
fn two_builds_of_the_real_content_are_byte_identical() {
    let first = Project::empty().copy(&repository().join("content"), "content");
    let second = Project::empty().copy(&repository().join("content"), "a b/ç/content");
    let one = first.build(&[]).exits(0);
    let mut command = terbit();
    command.current_dir(second.root().join("a b"));
    command
        .env("TZ", "Asia/Jayapura")
        .env("LANG", "tr_TR.UTF-8")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("RAYON_NUM_THREADS", "1");
    command.args(["build", "--root", "ç", "-o", "../site", "--now", NOW]);
    let two = Run::of(command, second.root().join("site")).exits(0);
    same(&one, &two);
}

#[test]
fn building_twice_changes_nothing() {
    let project = Project::empty().copy(&repository().join("content"), "content");
    let one = project.build(&[]).exits(0).tree();
    assert_eq!(project.build(&[]).exits(0).tree().len(), one.len());
    assert!(project.build(&[]).exits(0).tree() == one, "a third build differs");
}

#[test]
fn how_files_are_split_does_not_matter() {
    // Every list is cut into a file a record, under names that sort the other way round.
    let from = repository().join("content");
    let mut project = Project::empty().copy(&from, "content");
    for kind in ["cohorts", "placements", "visits", "trainings", "institutions", "topics"] {
        for path in tree(&from).into_keys().filter(|path| path.starts_with(kind) && path.ends_with(".yaml")) {
            project = split(project, &from, kind, &path);
        }
    }
    let whole = Project::empty().copy(&from, "content").build(&[]).exits(0);
    same(&whole, &project.build(&[]).exits(0));
}

fn split(mut project: Project, from: &Path, kind: &str, path: &str) -> Project {
    let text = std::fs::read_to_string(from.join(path)).expect("readable");
    project = project.without(&format!("content/{path}"));
    let starts: Vec<usize> = text.match_indices("\n- ").map(|(at, _)| at + 1).collect();
    let starts: Vec<usize> = text.starts_with("- ").then_some(0).into_iter().chain(starts).collect();
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(text.len());
        let name = format!("content/{kind}/{:05}/{}.yml", 99_999 - number, path.replace('/', "-"));
        project = project.file(&name, &text[*start..end]);
    }
    project
}

#[test]
fn the_split_loses_no_record() {
    let from = repository().join("content");
    let mut project = Project::empty();
    for path in tree(&from).into_keys().filter(|path| path.starts_with("visits") && path.ends_with(".yaml")) {
        project = split(project.copy(&from, "content"), &from, "visits", &path);
    }
    let count = |root: &Path| yaml::records::<yaml::Any>(root, "visits").len();
    assert!(count(&project.root().join("content")) >= count(&from));
}

#[track_caller]
fn same(one: &Run, two: &Run) {
    let (one, two) = (one.tree(), two.tree());
    let names = |tree: &std::collections::BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&two));
    let different: Vec<_> = one.iter().filter(|(path, bytes)| two[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(different.is_empty(), "{} files differ: {:?}", different.len(), &different[..different.len().min(20)]);
}
