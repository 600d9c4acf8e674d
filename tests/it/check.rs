//! Diagnostics of a whole run: all at once, in order, each with its place.
//!
//! What each code says stands in `tests/rules/`; here is what only a run can show.

use super::project::{COHORT, Project};

#[test]
fn every_error_of_a_run_is_reported_in_order() {
    let run = Project::new()
        .file(
            "content/cohorts/b.yaml",
            "- id: one\n  program: magan\n  origin: [papua]\n  host: [kota-malng]\n  start: 2022-13-01\n",
        )
        .file(
            "content/cohorts/a.yaml",
            "- id: two\n  programme: magang\n  program: magang\n  origin: papua\n  host: [papua]\n",
        )
        .file("content/visits/c.yaml", "- id: three\n  kind: studi-tiruan\n  host: [papua]\n")
        .build(&[])
        .exits(1);
    let text = run.text();
    let places = [
        "cohorts/a.yaml:2:3",
        "cohorts/a.yaml:4:11",
        "cohorts/b.yaml:2:12",
        "cohorts/b.yaml:4:10",
        "cohorts/b.yaml:5:10",
        "visits/c.yaml:2:9",
    ];
    let mut last = 0;
    for place in places {
        let at = text.find(place).unwrap_or_else(|| panic!("{place} is not reported:\n{text}"));
        assert!(at >= last, "{place} comes too early:\n{text}");
        last = at;
    }
    for suggestion in ["kota-malang", "magang", "program", "studi-tiru"] {
        assert!(text.contains(suggestion), "`{suggestion}` is not suggested:\n{text}");
    }
    assert!(text.contains("origin") && text.contains('^'), "a missing field is named, and carets are drawn:\n{text}");
}

#[test]
fn each_kind_of_mistake_is_an_error_with_a_place() {
    let cases = [
        ("does not parse", "- id: a\n  origin: [papua\n", "cohorts/x.yaml"),
        ("duplicate key", "- id: a\n  id: b\n", "cohorts/x.yaml:2:3"),
        ("wrong type", "- id: [a]\n", "cohorts/x.yaml:1:7"),
        ("impossible date", &COHORT.replace("2022-12-16", "2022-02-30"), "cohorts/x.yaml:6:8"),
        ("end before start", &COHORT.replace("2022-12-16", "2022-10-01"), "cohorts/x.yaml:6:8"),
        ("no count", &COHORT.replace("42", "many"), "cohorts/x.yaml:7:17"),
        ("unknown topic", &COHORT.replace("[perencanaan]", "[perencanan]"), "cohorts/x.yaml:8:12"),
        ("unknown source", &COHORT.replace("[s1]", "[s2]"), "cohorts/x.yaml:9:13"),
        ("not an id", &COHORT.replace("papua-2022", "Papua_2022"), "cohorts/x.yaml:1:7"),
    ];
    for (what, yaml, place) in cases {
        let run = Project::new().file("content/cohorts/x.yaml", yaml).build(&[]);
        assert_eq!(run.code, Some(1), "{what}:\n{}", run.text());
        assert!(run.text().contains(place), "{what}: expected at {place}:\n{}", run.text());
    }
}

#[test]
fn what_needs_two_records_is_found_too() {
    let placement = "- {id: p1, cohort: papua-2022, host: kota-malang, start: 2023-05-01, end: 2023-06-01}\n";
    let cases = [
        ("placement outside its cohort", "content/placements/x.yaml", placement),
        ("duplicate id", "content/cohorts/x.yaml", COHORT),
        (
            "region and institution share ids",
            "content/institutions/x.yaml",
            "- {id: papua, name: Papua, kind: other}\n",
        ),
        ("code not quoted", "content/regions/x.yaml", "- {id: a, name: A, kind: city, codes: [{code: 35.73}]}\n"),
        (
            "a circle",
            "content/regions/x.yaml",
            "- {id: a, name: A, kind: city, parent: b}\n- {id: b, name: B, kind: city, parent: a}\n",
        ),
        ("two pages on one address", "content/pages/wilayah.md", "---\ntitle: Wilayah\n---\nIsi.\n"),
        ("unknown kind", "content/cohort/x.yaml", COHORT),
        ("unknown record in prose", "content/stories/x.md", "---\ntitle: X\ndate: 2022\n---\n\n[[kota-malng]]\n"),
        ("unknown figure in prose", "content/stories/x.md", "---\ntitle: X\ndate: 2022\n---\n\n[[papua#people_snt]]\n"),
        (
            "unknown address in prose",
            "content/stories/x.md",
            "---\ntitle: X\ndate: 2022\n---\n\n[x](/wilayah/nowhere/)\n",
        ),
        ("missing picture", "content/stories/x.md", "---\ntitle: X\ndate: 2022\n---\n\n![x](../media/x.jpg)\n"),
        (
            "a participant named",
            "content/cohorts/x.yaml",
            "- id: n\n  program: magang\n  origin: []\n  host: []\n  people: [{name: A B}]\n",
        ),
    ];
    for (what, path, text) in cases {
        let run = Project::new().file("content/cohorts/2022.yaml", COHORT).file(path, text).build(&[]);
        assert_eq!(run.code, Some(1), "{what}:\n{}", run.text());
        assert!(run.text().contains(path), "{what}: {path} is not named:\n{}", run.text());
    }
}

#[test]
fn a_rule_on_order_needs_certainty() {
    // 2022-12 can lie behind 2022-12-07, and "about" can be anything near: no errors.
    for (start, end) in
        [("2022-12-07", "2022-12"), ("2022-12-07", "2022"), ("2022-12-07", "2022-11~"), ("2022", "2022-01-01")]
    {
        let yaml = COHORT.replace("2022-11-07", start).replace("2022-12-16", end);
        Project::new().file("content/cohorts/x.yaml", &yaml).build(&[]).exits(0);
    }
}

#[test]
fn a_finding_can_be_silenced_with_a_reason() {
    let site = "title: T\nbase_url: https://example.org/\nlanguages: [id]\nallow: [{code: I002, path: \"cohorts/**\", why: kept for the auditors}, {code: R010, why: a list of its own}]\n";
    let project = Project::new()
        .file("content/site.yaml", site)
        .file("content/topics.yaml", "- {id: perencanaan, name: Perencanaan}\n")
        .file("content/cohorts/notes.txt", "x");
    project.build(&["--strict"]).exits(0);
    let project = project.file("content/visits/notes.txt", "x");
    project.build(&["--strict"]).exits(1).says("content/visits/notes.txt");
}
