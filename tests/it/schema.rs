//! The schemas for editors, tried with a validator that we did not write.
//!
//! They must accept what the program accepts, and refuse what is wrong in structure; what only the
//! whole site can tell (references, order of dates) is not theirs.

use super::project::{repository, terbit, tree};
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
