//! The schemas for editors, tried with a validator that we did not write.
//!
//! They must accept what the program accepts, and refuse what is wrong in structure; what only the
//! whole site can tell (references, order of dates) is not theirs.

use super::project::{repository, terbit, tree};
use super::rules::page::Page;
use serde_json::Value;
use std::collections::BTreeMap;

/// A validator for every kind and for `site.yaml`.
fn validators() -> BTreeMap<String, jsonschema::Validator> {
    let done = terbit().arg("schema").output().expect("the program starts");
    assert!(done.status.success(), "terbit schema fails");
    let all: BTreeMap<String, Value> = serde_json::from_slice(&done.stdout).expect("a table of schemas");
    all.into_iter()
        .map(|(word, schema)| {
            assert!(jsonschema::meta::is_valid(&schema), "{word} is no schema of draft 2020-12");
            (word, jsonschema::validator_for(&schema).expect("a schema"))
        })
        .collect()
}

/// YAML as an editor's checker reads it; none where it is no YAML.
fn yaml(text: &str) -> Option<Value> {
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(text, options).ok()
}

/// The schema's word and the text to be checked.
fn subject<'t>(path: &str, text: &'t str) -> Option<(String, &'t str)> {
    let path = path.strip_prefix("content/")?;
    if let Some(front) = path.strip_suffix(".md").map(|_| text.trim_start_matches('\u{feff}')) {
        let kind = path.split('/').next()?;
        let front = front.strip_prefix("---")?.split("\n---").next()?;
        return (kind == "stories" || kind == "pages").then(|| (kind.to_owned(), front));
    }
    let stem = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"))?;
    Some((stem.split('/').next()?.to_owned(), text))
}

#[test]
fn all_of_our_content_is_accepted() {
    let validators = validators();
    let mut checked = 0;
    for (path, bytes) in tree(&repository().join("content")) {
        let path = format!("content/{path}");
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let Some((word, text)) = subject(&path, &text) else { continue };
        if path.starts_with("content/media/") || path.starts_with("content/static/") || path.ends_with("README.md") {
            continue;
        }
        let value = yaml(text).unwrap_or_else(|| panic!("{path} is no YAML"));
        // The date of a story stands in its original; a translation need not repeat it.
        let wrong: Vec<String> = validators[&word]
            .iter_errors(&value)
            .map(|error| format!("{path} at {}: {error}", error.instance_path()))
            .filter(|error| !(path.ends_with(".en.md") && error.contains("\"date\" is a required property")))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        checked += 1;
    }
    assert!(checked > 20, "only {checked} files were looked at");
}

#[test]
fn every_example_is_accepted_by_its_own_field() {
    let done = terbit().arg("schema").output().expect("the program starts");
    let all: BTreeMap<String, Value> = serde_json::from_slice(&done.stdout).expect("a table of schemas");
    let mut seen = 0;
    for (word, schema) in &all {
        let record = schema.pointer("/$defs/record").unwrap_or(schema);
        for (field, property) in record["properties"].as_object().expect("properties") {
            let validator = jsonschema::validator_for(property).expect("a schema");
            for example in property["examples"].as_array().into_iter().flatten() {
                assert!(validator.is_valid(example), "{word}.{field}: {example} is refused by its own schema");
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "only {seen} examples");
}

#[test]
fn what_is_wrong_in_structure_is_refused() {
    let validators = validators();
    for (word, text) in [
        ("cohorts", "- {id: a, origin: [papua], host: [kota-malang]}"),
        ("cohorts", "- {id: a, program: p, origin: papua, host: [kota-malang]}"),
        ("cohorts", "- {id: a, program: p, origin: [papua], host: [kota-malang], hots: x}"),
        ("cohorts", "- {id: A b, program: p, origin: [papua], host: [kota-malang]}"),
        ("cohorts", "- {id: a, program: p, origin: [papua], host: [kota-malang], start: 2022-13-40}"),
        ("cohorts", "- {id: a, program: p, origin: [papua], host: [kota-malang], participants: empat}"),
        ("regions", "- {id: a, name: A, kind: kota}"),
        ("regions", "- {id: a, name: A, kind: city, codes: [{code: 35.73}]}"),
        ("evaluations", "- {id: a, indicator: x, n: 3, value: 4}"),
        ("site", "{title: T, base_url: contoh.id, languages: [id]}"),
        ("stories", "{title: T}"),
    ] {
        let value = yaml(text).expect("YAML");
        assert!(!validators[word].is_valid(&value), "{word}: {text} is accepted");
    }
}

/// Codes whose mistakes structure can tell: unknown, missing, misshapen fields, words and values of the wrong form.
const STRUCTURAL: [&str; 11] = ["F001", "F002", "F003", "F004", "V001", "V002", "V003", "V004", "V005", "V006", "V007"];

/// What a schema cannot tell: it does not reckon, and sees `42.000` and `1_200` only after YAML made numbers of them.
const BEYOND: [(&str, &str); 4] = [
    ("V003", "wrong: a range that runs backwards"),
    ("V004", "wrong: a range that runs backwards"),
    ("V004", "wrong: a point for thousands"),
    ("V004", "wrong: an underscore for thousands"),
];

/// Every mistake in structure of the pages of `tests/rules/` is refused, every near miss accepted.
#[test]
fn the_mistakes_of_the_rules_are_refused() {
    let validators = validators();
    let (mut refused, mut accepted, mut beyond) = (0, 0, 0);
    let mut wrong = Vec::new();
    for code in STRUCTURAL {
        let page = Page::read(&repository().join(format!("tests/rules/{code}.md")));
        for case in &page.cases {
            let folder = case.site(&repository().join("tests/rules/site"));
            let blamed: Vec<&str> = case
                .findings
                .iter()
                .filter_map(|finding| finding.strip_prefix(code)?.trim_start().split(':').next())
                .collect();
            for (path, bytes) in tree(&folder.path().join("content")) {
                let path = format!("content/{path}");
                let Ok(text) = String::from_utf8(bytes) else { continue };
                let Some((word, text)) = subject(&path, &text) else { continue };
                let Some(validator) = validators.get(&word) else { continue };
                let is_right = yaml(text).is_some_and(|value| validator.is_valid(&value));
                let is_blamed = blamed.contains(&path.as_str());
                let is_beyond = BEYOND.contains(&(code, case.name.as_str()));
                let is_translation = path.ends_with(".en.md");
                match (is_blamed, is_right) {
                    (true, false) => refused += 1,
                    (true, true) if is_beyond => beyond += 1,
                    (false, true) => accepted += 1,
                    (false, false) if is_translation || case.is_wrong => {}
                    _ => wrong.push(format!(
                        "{code} `{}`: {path} is {}",
                        case.name,
                        if is_right { "accepted" } else { "refused" }
                    )),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(beyond, BEYOND.len(), "nothing is excused that needs no excuse");
    assert!(refused > 20 && accepted > 100, "{refused} refused, {accepted} accepted");
}

/// A site that an older program began gets the schemas of this one.
#[test]
fn schemas_are_written_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let schemas = folder.path().join("schemas");
    let write = || terbit().args(["schema", "--into"]).arg(&schemas).output().expect("the program starts").status;
    assert!(write().success());
    let first = tree(&schemas);
    std::fs::write(schemas.join("cohorts.schema.json"), "{}").expect("written");
    std::fs::write(schemas.join("mine.json"), "{}").expect("written");
    assert!(write().success());
    let mut second = tree(&schemas);
    assert!(second.remove("mine.json").is_some() && second == first && first.len() == 16);
    let done = terbit().args(["schema", "cohorts"]).output().expect("the program starts");
    assert_eq!(done.stdout, first["cohorts.schema.json"]);
}
