//! An invented site of some size goes through the whole program.

use super::project::Project;

#[path = "../../benches/regions-job/generate.rs"]
mod generate;

#[test]
fn an_invented_site_builds_and_the_generator_is_deterministic() {
    let project = Project::empty();
    let settings = generate::Settings { records: 300, narratives: 20, seed: 1, mistakes: 0 };
    let made = generate::generate(&settings, project.root()).expect("written");
    let again = Project::empty();
    generate::generate(&settings, again.root()).expect("written");
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
