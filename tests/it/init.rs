//! `terbit init`: a site that builds at once, and whose every line is right.

use super::project::{NOW, Run, terbit, tree};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn init(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = terbit();
    command.arg("init").arg(folder).args(arguments);
    Run::of(command, folder.join("output"))
}

fn run(verb: &str, root: &Path, arguments: &[&str]) -> Run {
    let mut command = terbit();
    command.arg(verb).arg("--root").arg(root).args(["--now", NOW, "--lang", "en"]).args(arguments);
    Run::of(command, root.join("output"))
}

const LANGUAGES: [&str; 2] = ["id", "en"];

#[test]
fn a_new_site_builds_without_findings() {
    for lang in LANGUAGES {
        for regions in ["none", "id"] {
            let folder = tempfile::tempdir().expect("a folder");
            let root = folder.path().join("laporan/baru");
            init(&root, &["--lang", lang, "--regions", regions]).exits(0).says("README.md");
            let checked = run("check", &root, &["--strict"]).exits(0);
            assert!(
                checked.stderr.contains("\n0 errors, 0 warnings; the site"),
                "{lang} {regions}: {}",
                checked.stderr
            );
            let built = run("build", &root, &[]).exits(0);
            let word = if lang == "id" { "wilayah" } else { "regions" };
            assert_eq!(built.has(&format!("{word}/kota-malang/index.html")), regions == "id", "{lang} {regions}");
            assert!(built.file("index.html").contains(&format!("lang=\"{lang}\"")));
        }
    }
}

/// All 552 regions and the notice that their licence asks for.
#[test]
fn the_regions_of_indonesia_come_with_their_notice() {
    let folder = tempfile::tempdir().expect("a folder");
    init(folder.path(), &["--lang", "id", "--regions", "id"]).exits(0);
    let files = tree(&folder.path().join("content/regions"));
    let kinds = |kind: &str| -> usize {
        files
            .iter()
            .filter(|(path, _)| !path.starts_with("contoh"))
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).matches(&format!("\n  kind: {kind}\n")).count())
            .sum()
    };
    assert_eq!((kinds("province"), kinds("regency") + kinds("city")), (38, 514));
    assert!(String::from_utf8_lossy(&files["README.md"]).contains("Copyright (c) 2017-2025 Cahya DSN"));
}

/// The schemas that the site brings along accept its records, as they are and with every remark made a field.
#[test]
fn every_remark_is_a_field_without_its_sign() {
    for lang in LANGUAGES {
        let folder = tempfile::tempdir().expect("a folder");
        init(folder.path(), &["--lang", lang]).exits(0);
        let files = tree(folder.path());
        let mut seen = 0;
        for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("content/") && path.ends_with(".yaml")) {
            let text = String::from_utf8_lossy(bytes);
            let schema = schema_of(path, &text, &files);
            let full: String = text.replace("\n  # ", "\n  ");
            for text in [&*text, &*full] {
                let record: Value =
                    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
                let errors: Vec<String> = schema.iter_errors(&record).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{path}: {errors:?}\n{text}");
                seen += 1;
            }
        }
        assert_eq!(seen, 2 * 14, "records of thirteen kinds and the settings");
    }
}

fn schema_of(path: &str, text: &str, files: &BTreeMap<String, Vec<u8>>) -> jsonschema::Validator {
    let named = text.lines().next().and_then(|line| line.strip_prefix("# yaml-language-server: $schema="));
    let named = named.unwrap_or_else(|| panic!("{path} names no schema"));
    let up = "../".repeat(path.matches('/').count());
    let schema = named.strip_prefix(&up).unwrap_or_else(|| panic!("{path} leads elsewhere: {named}"));
    let schema: Value = serde_json::from_slice(&files[schema]).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

#[test]
fn editors_find_their_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    init(folder.path(), &[]).exits(0);
    let json = |path: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(folder.path().join(path)).expect("a file")).expect("JSON")
    };
    for schema in json(".vscode/settings.json")["yaml.schemas"].as_object().expect("schemas").keys() {
        assert!(folder.path().join(schema).is_file(), "{schema}");
    }
    assert_eq!(json("content/.obsidian/app.json")["useMarkdownLinks"], false);
    assert_eq!(fs::read_to_string(folder.path().join(".gitignore")).expect("a file"), "output/\n");
}

#[test]
fn a_folder_that_is_not_empty_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("surat.docx"), "x").expect("written");
    init(folder.path(), &["--lang", "en"]).exits(2).says("surat.docx").says("nothing was written");
    assert_eq!(tree(folder.path()).keys().collect::<Vec<_>>(), ["surat.docx"]);
    init(&folder.path().join("surat.docx"), &["--lang", "id"]).exits(2).says("bukan folder");
    init(&folder.path().join("baru"), &["--lang", "xx"]).exits(2);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    let repository = tempfile::tempdir().expect("a folder");
    fs::create_dir(repository.path().join(".git")).expect("made");
    init(repository.path(), &[]).exits(0);
    init(repository.path(), &[]).exits(2);
}

/// Two runs give the same bytes, and none of them says where or by whom it was made.
#[test]
fn a_new_site_is_the_same_everywhere() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    init(one.path(), &["--lang", "id", "--regions", "id"]).exits(0);
    init(other.path(), &["--lang", "id", "--regions", "id"]).exits(0);
    assert!(tree(one.path()) == tree(other.path()));
}
