//! The data files of the repository's own site, validated by tools that we did not write: `tests/validators/validate.py`.
//!
//! They need Python with the packages of `tests/validators/requirements.txt`, and the packages of `tests/browser` (the schema
//! of sitemaps). Where one is missing this says so loudly and passes, but with `CI=true` it fails: `.ci/run` installs them.

use super::project::{Project, repository};
use super::real_content::site;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Python that has the packages.
pub fn python() -> Option<PathBuf> {
    let own = repository().join("tests/validators/venv/bin/python");
    let named = std::env::var_os("TERBIT_VALIDATORS").map(|folder| PathBuf::from(folder).join("bin/python"));
    named.into_iter().chain([own]).find(|path| path.is_file())
}

/// Runs the validators over a site: whether all is well, and what they said. None where they are not installed.
fn validate(output: &Path) -> Option<(bool, String)> {
    let sitemap = repository().join("tests/browser/node_modules/sitemap/schema/sitemap.xsd");
    let Some(python) = python().filter(|_| sitemap.is_file()) else {
        let must = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!must, "the validators of data files are missing: `.ci/run` installs them");
        eprintln!(
            "\n!! VALIDATORS SKIPPED: tests/validators/venv or tests/browser/node_modules/sitemap is missing; docs/tests.md says how to install them.\n"
        );
        return None;
    };
    let done = Command::new(python)
        .arg(repository().join("tests/validators/validate.py"))
        .arg(output)
        .arg(repository().join("tests/schemas"))
        .arg(sitemap)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("Python starts");
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    Some((done.status.success(), said))
}

const FORMATS: [&str; 9] =
    ["datapackage", "archive", "csvw", "dcat", "schema.org", "atom", "sitemap", "calendar", "workbook"];

#[test]
fn every_format_is_valid_to_tools_of_others() {
    let Some((valid, said)) = validate(&site().output) else { return };
    assert!(valid, "{said}");
    for format in FORMATS {
        assert!(said.contains(&format!("{format}: ")), "{format} was not looked at:\n{said}");
    }
}

#[test]
fn names_that_would_break_a_format_are_valid_and_what_is_broken_is_found() {
    let run = super::escape::site();
    let Some((valid, said)) = validate(&run.output) else { return };
    assert!(valid, "{said}");
    // One mistake in each format: a validator that finds nothing here would find nothing anywhere.
    let change = |path: &str, from: &str, to: &str| {
        let text = run.file(path);
        assert!(text.contains(from), "{path} has no `{from}`");
        std::fs::write(run.output.join(path), text.replace(from, to)).expect("written");
    };
    change("data/cohorts.csv", ",evil-program,", ",no-program,");
    change("catalog.jsonld", "\"dcterms:title\"", "\"dcterms:alternative\"");
    change("index.html", "\"@type\":\"WebSite\"", "\"@type\":\"WebSitte\"");
    change("feed.xml", "<updated>2", "<updated>x2");
    change("sitemap.xml", "<loc>", "<lok/><loc>");
    change("calendar.ics", "UID:", "X-UID:");
    let (valid, said) = validate(&run.output).expect("they were there before");
    assert!(!valid, "{said}");
    for format in ["datapackage", "csvw", "dcat", "schema.org", "atom", "sitemap", "calendar"] {
        let line = said.lines().find(|line| line.starts_with(&format!("{format}: "))).unwrap_or_default();
        assert!(!line.is_empty() && !line.ends_with(" 0 complaints"), "{format} is blind:\n{said}");
    }
}

#[test]
fn a_site_that_names_no_publisher_is_valid_too_and_each_of_several_ids_is_a_key() {
    let run = Project::new()
        .file("content/site.yaml", "title: {id: Laporan, en: Reports}\nbase_url: https://example.org/\nlanguages: [id, en]\n")
        .file("content/topics.yaml", "- {id: perencanaan, name: Perencanaan}\n- {id: perizinan, name: Perizinan}\n")
        .file(
            "content/cohorts/a.yaml",
            "- {id: c1, program: magang, origin: [papua], host: [kota-malang], start: 2022-01-03, end: 2022-02-04, topics: [perencanaan, perizinan], sources: [s1]}\n",
        )
        .file("content/stories/lima.md", "---\ntitle: Lima orang\ndate: 2022-03-04\nabout: [kota-malang]\n---\n\nIsi.\n")
        .build(&[])
        .exits(0);
    let Some((valid, said)) = validate(&run.output) else { return };
    assert!(valid, "{said}");
    let catalogue = run.file("catalog.jsonld");
    assert!(catalogue.contains("#publisher") && catalogue.contains("\"Laporan\""), "{catalogue}");
    let cohorts = run.file("data/cohorts.csv").replace("; perizinan", "; perijinan");
    std::fs::write(run.output.join("data/cohorts.csv"), cohorts).expect("written");
    let (valid, said) = validate(&run.output).expect("they were there before");
    let csvw = said.lines().find(|line| line.starts_with("csvw: ")).unwrap_or_default();
    assert!(!valid && !csvw.ends_with(" 0 complaints"), "{said}");
}

/// The profile of the standard itself, too: the library reads more than the standard allows.
#[test]
fn data_packages_follow_the_profile_of_the_standard() {
    let read = |path: PathBuf| -> serde_json::Value {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).expect("JSON")
    };
    let profile = read(repository().join("tests/schemas/datapackage-2.0.json"));
    let validator = jsonschema::validator_for(&profile).expect("a schema");
    for page in ["data", "en/data"] {
        let package = read(site().output.join(page).join("datapackage.json"));
        let wrong: Vec<String> =
            validator.iter_errors(&package).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{page}: {}", wrong.join("\n"));
        assert!(package["resources"].as_array().is_some_and(|all| all.len() > 10));
    }
}
