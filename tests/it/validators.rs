//! The data files of the repository's own site, validated by tools that we did not write: `tests/validators/validate.py`.
//!
//! They need Python with the packages of `tests/validators/requirements.txt`, and the packages of `tests/browser` (the schema
//! of sitemaps). Where one is missing this says so loudly and passes, but with `CI=true` it fails: `.ci/run` installs them.

use super::project::repository;
use super::real_content::site;
use std::path::PathBuf;
use std::process::Command;

/// The Python that has the packages.
pub fn python() -> Option<PathBuf> {
    let own = repository().join("tests/validators/venv/bin/python");
    let named = std::env::var_os("TERBIT_VALIDATORS").map(|folder| PathBuf::from(folder).join("bin/python"));
    named.into_iter().chain([own]).find(|path| path.is_file())
}

#[test]
fn every_format_is_valid_to_tools_of_others() {
    let sitemap = repository().join("tests/browser/node_modules/sitemap/schema/sitemap.xsd");
    let Some(python) = python().filter(|_| sitemap.is_file()) else {
        let must = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(
            !must,
            "the validators of data files are missing: see tests/validators/requirements.txt and npm ci in tests/browser"
        );
        eprintln!(
            "\n!! VALIDATORS SKIPPED: tests/validators/venv or tests/browser/node_modules/sitemap is missing; docs/tests.md says how to install them.\n"
        );
        return;
    };
    let done = Command::new(python)
        .arg(repository().join("tests/validators/validate.py"))
        .arg(&site().output)
        .arg(repository().join("tests/schemas"))
        .arg(sitemap)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("Python starts");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}\n{}", String::from_utf8_lossy(&done.stderr));
    for format in ["datapackage", "archive", "csvw", "dcat", "schema.org", "atom", "sitemap", "calendar", "workbook"] {
        assert!(said.contains(&format!("{format}: ")), "{format} was not looked at:\n{said}");
    }
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
