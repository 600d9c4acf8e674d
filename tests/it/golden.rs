//! Small whole sites with invented records, and what they must become.
//!
//! A case is a folder of `tests/golden/`:
//!
//! - `content/` (and perhaps `themes/`): the site;
//! - `figures.json`: figures reckoned by hand, `{"wilayah/papua/": {"people_sent": "16"}}`; a figure is
//!   written as in records (`5`, `~40`, `22-23`, `84+`), or as its state (`unknown`, `hidden`);
//! - `expected/`: output files, compared to the byte. A file there that the site does not have fails.
//!   `TERBIT_BLESS=1 cargo test golden` writes them anew; read the difference before you commit it.

use super::project::{Project, Run, repository, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn case(name: &str) -> Run {
    let folder = repository().join("tests/golden").join(name);
    let mut project = Project::empty().copy(&folder.join("content"), "content");
    if folder.join("themes").is_dir() {
        project = project.copy(&folder.join("themes"), "themes");
    }
    let case = Case { run: project.build(&[]).exits(0), folder };
    case.figures();
    case.files();
    case.run
}

struct Case {
    run: Run,
    folder: PathBuf,
}

impl Case {
    fn figures(&self) {
        let Ok(text) = fs::read_to_string(self.folder.join("figures.json")) else { return };
        let expected: BTreeMap<String, BTreeMap<String, String>> =
            serde_json::from_str(&text).expect("a table of tables");
        let mut wrong = Vec::new();
        for (page, figures) in &expected {
            for (name, expected) in figures {
                let found = written(&self.run.figure(page, name));
                if found != *expected {
                    wrong.push(format!("{page} {name}: expected {expected}, found {found}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}:\n{}", self.folder.display(), wrong.join("\n"));
    }

    fn files(&self) {
        let folder = self.folder.join("expected");
        if !folder.is_dir() {
            return;
        }
        let made = self.run.tree();
        for (path, expected) in tree(&folder) {
            let Some(found) = made.get(&path) else {
                panic!("{}/{path} is expected, but the site has no such file", folder.display())
            };
            if std::env::var_os("TERBIT_BLESS").is_some() {
                fs::write(folder.join(&path), found).expect("written");
            } else {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                assert_eq!(text(found), text(&expected), "{}/{path}; TERBIT_BLESS=1 writes it anew", folder.display());
            }
        }
    }
}

/// A published figure as records would write it.
fn written(figure: &serde_json::Value) -> String {
    let (min, max) = (figure["min"].as_u64(), figure["max"].as_u64());
    let state = figure["state"].as_str().unwrap_or("no state");
    match (state, min, max) {
        ("exact", Some(min), Some(max)) if min == max && figure["value"].as_u64() == Some(min) => min.to_string(),
        ("approximate", Some(min), Some(max)) if min == max => format!("~{min}"),
        ("range", Some(min), Some(max)) => format!("{min}-{max}"),
        ("at-least", Some(min), None) => format!("{min}+"),
        ("unknown" | "hidden" | "not-applicable", None, None) => state.to_owned(),
        _ => figure.to_string(),
    }
}

#[test]
fn merauke_before_and_after_the_split() {
    let run = case("merauke-split");
    // The region's own page says where it belonged, and that some records could not be placed surely.
    let page = run.file("wilayah/kabupaten-merauke/index.html");
    assert!(page.contains("UU 14/2022"), "the law is named");
    assert!(run.file("en/regions/papua-selatan/index.html").contains("UU 14/2022"));
}

#[test]
fn cohorts_with_several_origins_and_hosts() {
    case("several-origins");
}

#[test]
fn counts_are_intervals_and_know_what_they_rest_on() {
    let run = case("counts");
    let figure = run.figure("wilayah/kota-sebagian/", "delegates_received");
    assert_eq!((figure["stated"].as_u64(), figure["silent"].as_u64()), (Some(1), Some(2)));
}

#[test]
fn dates_are_never_more_precise_than_their_record() {
    let run = case("partial-dates");
    let calendar = run.file("wilayah/kota-tujuan/calendar.ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "one date is exact to the day:\n{calendar}");
    for year in ["2021", "2022", "2023"] {
        assert!(run.has(&format!("tahun/{year}/index.html")), "{year}");
    }
    assert!(!run.has("tahun/2024/index.html"), "an undated visit, reported in 2024, is in no year");
    for page in ["kunjungan/v-month/index.html", "kunjungan/v-year/index.html"] {
        assert!(!run.file(page).contains("1 November 2022") && !run.file(page).contains("1 Januari 2021"), "{page}");
    }
}

#[test]
fn small_groups_are_hidden_everywhere() {
    let run = case("hidden-breakdown");
    for (path, bytes) in run.tree() {
        let text = String::from_utf8_lossy(&bytes);
        for hidden in ["7919", "7.919", "7,919", "6.75", "6,75"] {
            assert!(!text.contains(hidden), "{path} shows {hidden}, which tells the size of a small group");
        }
    }
    let page = run.file("en/cohorts/large/index.html");
    assert!(page.contains("5,003"), "a breakdown without small cells is shown");
}

#[test]
fn a_bare_theme_makes_a_bare_site() {
    let run = case("bare-theme");
    let pages: Vec<_> = run.tree().into_keys().filter(|path| path.ends_with(".html")).collect();
    let expected = [
        "en/regions/indonesia/index.html",
        "en/regions/kota-satu/index.html",
        "wilayah/indonesia/index.html",
        "wilayah/kota-satu/index.html",
    ];
    assert_eq!(pages, expected);
}
