//! The documents say what is so.

use super::project::{repository, terbit};
use std::fs;

fn document(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_readme_names_the_two_commands() {
    let readme = document("README.md");
    for command in ["cargo run --release -- build", "cargo test"] {
        assert!(readme.lines().any(|line| line.trim() == command), "`{command}` is not in README.md");
    }
    assert!(document(".ci/run").contains("cargo test") && document(".ci/run").contains("-- build"), "and CI runs them");
}

#[test]
fn links_between_documents_hold() {
    for path in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "NOTICE.md",
        "docs/codes.md",
        "docs/figures.md",
        "docs/formats.md",
        "docs/performance.md",
        "docs/records.md",
        "docs/tests.md",
        "docs/tutorial.md",
    ] {
        let text = document(path);
        let folder = repository().join(path);
        for part in text.split("](").skip(1) {
            let target = part.split([')', '#']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") {
                let file = folder.parent().expect("a folder").join(target);
                assert!(file.exists(), "{path} links to {target}, which is not there");
            }
        }
    }
}

/// `docs/cli.md` is the program's own help: `TERBIT_BLESS=1 cargo test docs` writes it.
#[test]
fn the_command_line_reference_is_the_help() {
    let help = |arguments: &[&str]| {
        let done = terbit().args(arguments).arg("--help").env("COLUMNS", "100").output().expect("the program starts");
        assert!(done.status.success(), "{arguments:?} --help fails");
        String::from_utf8(done.stdout).expect("UTF-8").lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    };
    let mut text = "# The command line\n\nGenerated from the program's own help.\n".to_owned();
    for arguments in [
        &[][..],
        &["init"],
        &["build"],
        &["check"],
        &["serve"],
        &["diff"],
        &["new"],
        &["rename"],
        &["explain"],
        &["schema"],
        &["completions"],
        &["man"],
    ] {
        let name = ["terbit"].iter().chain(arguments).copied().collect::<Vec<_>>().join(" ");
        text.push_str(&format!("\n## `{name}`\n\n```text\n{}\n```\n", help(arguments).trim_end()));
    }
    let path = repository().join("docs/cli.md");
    if std::env::var_os("TERBIT_BLESS").is_some() {
        fs::write(&path, &text).expect("written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == text, "docs/cli.md is behind; TERBIT_BLESS=1 writes it anew:\n{text}");
    assert!(text.contains("--root") && text.contains("--now") && text.contains("--strict"));
}

/// `docs/records.md` is told by the readers of records: `TERBIT_BLESS=1 cargo test docs` writes it.
#[test]
fn the_reference_of_records_is_what_readers_read() {
    let text = terbit::check::describe::reference();
    let path = repository().join("docs/records.md");
    if std::env::var_os("TERBIT_BLESS").is_some() {
        fs::write(&path, &text).expect("written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == text, "docs/records.md is behind; TERBIT_BLESS=1 writes it anew");
}

/// `docs/codes.md` lists every code: `TERBIT_BLESS=1 cargo test docs` writes it.
#[test]
fn the_list_of_codes_is_complete() {
    use terbit::diag::{Code, Severity, explanation};
    let mut text = "# Kode temuan · Codes of findings\n\n\
        Dibuat dari halaman-halaman `terbit explain`. Generated from the pages of `terbit explain`.\n\n\
        Huruf · letter: **Y** YAML, **F** isian · fields, **V** nilai · values, **R** rujukan · references, **S** masuk akal · sense, \
        **P** privasi · privacy, **N** naskah · narratives, **A** alamat · addresses, **I** berkas · files, **T** tema · themes.\n\n\
        | kode · code | | temuan | finding | `allow` |\n|---|---|---|---|---|\n"
        .to_owned();
    for code in Code::ALL {
        let word = code.word();
        let page = explanation(code).expect("a page");
        let severity = match code.severity() {
            Severity::Error => "galat · error",
            Severity::Warning => "peringatan · warning",
            Severity::Hint => "saran · hint",
        };
        // Of an error some cases may harm nobody: they are printed as warnings.
        let cases = fs::read_to_string(repository().join(format!("tests/rules/{word}.md"))).expect("a page");
        let is_also = code.severity() == Severity::Error && cases.contains(&format!("\nwarning[{word}]"));
        let severity = if is_also { format!("{severity}; peringatan · warning") } else { severity.to_owned() };
        let allow = if code.can_be_allowed() { "ya · yes" } else { "–" };
        text.push_str(&format!(
            "| [{word}](../tests/rules/{word}.md) | {severity} | {} | {} | {allow} |\n",
            page.title.id, page.title.en
        ));
    }
    let path = repository().join("docs/codes.md");
    if std::env::var_os("TERBIT_BLESS").is_some() {
        fs::write(&path, &text).expect("written");
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == text,
        "docs/codes.md is behind; TERBIT_BLESS=1 writes it anew"
    );
}

/// A table without a place would be measured for a quarter of an hour and then thrown away.
#[test]
fn every_table_that_is_measured_has_its_place() {
    let parts = document("benches/regions-job/measure/parts/mod.rs");
    let performance = document("docs/performance.md");
    let names: Vec<&str> = parts
        .lines()
        .filter_map(|line| line.trim().strip_prefix("(\"")?.split_once('"'))
        .map(|(name, _)| name.strip_suffix("-1m").unwrap_or(name))
        .collect();
    assert!(names.len() >= 8, "{names:?}");
    for name in names {
        for marker in [format!("<!-- measured: {name} -->"), format!("<!-- end: {name} -->")] {
            assert_eq!(performance.matches(&marker).count(), 1, "{marker}");
        }
    }
}
