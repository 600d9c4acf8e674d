//! An invented site of some size goes through the whole program.

use super::generated::generate::{Form, generate};
use super::generated::settings;
use super::project::Project;
use std::fs;

#[test]
fn an_invented_site_builds_and_the_generator_is_deterministic() {
    let project = Project::empty();
    let settings = settings(300, Form::Terbit);
    let made = generate(&settings, project.root()).expect("written");
    let again = Project::empty();
    generate(&settings, again.root()).expect("written");
    assert!(super::project::tree(project.root()) == super::project::tree(again.root()), "same seed, same bytes");

    let run = project.build(&[]).exits(0);
    for (folder, expected) in
        [("cohorts", made.cohorts), ("placements", made.placements), ("visits", made.visits), ("stories", made.stories)]
    {
        let prefix = format!("{folder}/");
        let pages = run.tree().into_keys().filter(|path| {
            path.strip_prefix(&prefix)
                .and_then(|rest| rest.strip_suffix("/index.html"))
                .is_some_and(|id| !id.contains('/'))
        });
        assert_eq!(pages.count(), expected, "pages of {folder}");
    }
    assert!(
        run.has("regions/kota-a/index.html") || run.tree().keys().any(|path| path.starts_with("regions/kabupaten-"))
    );
}

/// The numbers that are set beside those of others rest on the same pages for the same facts.
#[test]
fn the_regions_job_makes_one_page_of_each_record_and_no_other() {
    let project = Project::empty();
    let made = generate(&settings(300, Form::TerbitJob), project.root()).expect("written");
    let run = project.build(&[]).exits(0);
    let pages = run.tree().into_keys().filter(|path| path.ends_with(".html"));
    assert_eq!(pages.count(), made.pages());
    assert_eq!(made.pages(), 552 + 15 + 210 + 90 + 30 + 1);
}

#[test]
fn both_forms_of_the_job_hold_the_same_facts() {
    let (ours, others) = (Project::empty(), Project::empty());
    let made = generate(&settings(300, Form::TerbitJob), ours.root()).expect("written");
    assert_eq!(generate(&settings(300, Form::Neutral), others.root()).expect("written"), made);
    for (kind, number) in [("cohorts", made.cohorts), ("placements", made.placements), ("visits", made.visits)] {
        let there = ids(&others, &format!("data/{kind}"));
        assert_eq!(there.len(), number, "{kind}");
        assert_eq!(ids(&ours, &format!("content/{kind}")), there, "{kind}");
    }
}

fn ids(project: &Project, folder: &str) -> Vec<String> {
    let files = fs::read_dir(project.root().join(folder)).expect("a folder").flatten();
    let text: String = files.map(|file| fs::read_to_string(file.path()).expect("text")).collect();
    let mut ids: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("- id: ")).map(str::to_owned).collect();
    ids.sort();
    ids
}
