//! What editors need to check while people type: schemas in `.terbit/schemas/`, and the lines that name them.

use super::create::create;
use super::patch::PatchProblem;
use crate::check::describe::{Subject, schema};
use serde_json::json;
use std::fs;
use std::path::Path;

/// Where the schemas lie, below the root.
const FOLDER: &str = ".terbit/schemas";

/// The line by which editors find the schema of a file of records; none for prose.
pub fn schema_line(path: &str) -> String {
    let Some((inside, is_yaml)) = path.strip_prefix("content/").map(|inside| (inside, inside.ends_with(".yaml")))
    else {
        return String::new();
    };
    if !is_yaml {
        return String::new();
    }
    let word = inside.split(['/', '.']).next().unwrap_or_default();
    let up = "../".repeat(path.matches('/').count());
    format!("# yaml-language-server: $schema={up}{FOLDER}/{}\n", file_name(word))
}

/// Every file that editors need, by path below the root.
pub fn editor_files() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Subject::all()
        .map(|subject| (format!("{FOLDER}/{}", file_name(subject.word())), pretty(&schema(subject))))
        .collect();
    let globs = |word: &str| match word {
        "site" => json!(["content/site.yaml"]),
        word => json!([format!("content/{word}.yaml"), format!("content/{word}/**/*.yaml")]),
    };
    let yaml: serde_json::Map<String, serde_json::Value> = Subject::all()
        .map(Subject::word)
        .filter(|word| !matches!(*word, "stories" | "pages"))
        .map(|word| (format!("./{FOLDER}/{}", file_name(word)), globs(word)))
        .collect();
    let settings = json!({
        "yaml.schemas": yaml,
        "files.insertFinalNewline": true,
        "files.trimTrailingWhitespace": true,
        "files.exclude": { "output": true },
        "[yaml]": { "editor.tabSize": 2, "editor.insertSpaces": true },
    });
    let wanted = json!({ "recommendations": ["redhat.vscode-yaml"] });
    files.push((".vscode/settings.json".to_owned(), pretty(&settings)));
    files.push((".vscode/extensions.json".to_owned(), pretty(&wanted)));
    files
}

/// Puts those files below `root` that are not there yet.
///
/// # Errors
/// The first that could not be written.
pub fn put_editor_files(root: &Path) -> Result<usize, PatchProblem> {
    let mut written = 0;
    for (path, bytes) in editor_files() {
        match create(root, &path, &bytes) {
            Ok(()) => written += 1,
            Err(PatchProblem::Exists(_)) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(written)
}

/// Writes every schema into `folder` as it is today; older ones of the same name are replaced.
///
/// # Errors
/// The first that could not be written.
pub fn write_schemas(folder: &Path) -> Result<usize, PatchProblem> {
    let io = |error: std::io::Error| PatchProblem::Io(folder.to_string_lossy().into_owned(), error.to_string());
    fs::create_dir_all(folder).map_err(io)?;
    let mut written = 0;
    for subject in Subject::all() {
        let name = file_name(subject.word());
        let beside = folder.join(format!(".{name}.terbit~"));
        let done = fs::write(&beside, pretty(&schema(subject))).and_then(|()| fs::rename(&beside, folder.join(name)));
        if let Err(error) = done {
            // What was written beside it is of no use to anybody.
            let _ = fs::remove_file(&beside);
            return Err(io(error));
        }
        written += 1;
    }
    Ok(written)
}

fn file_name(word: &str) -> String {
    format!("{word}.schema.json")
}

fn pretty(value: &serde_json::Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{editor_files, schema_line};

    #[test]
    fn lines_lead_to_the_schemas_that_are_there() {
        let line = schema_line("content/cohorts/2024.yaml");
        assert_eq!(line, "# yaml-language-server: $schema=../../.terbit/schemas/cohorts.schema.json\n");
        assert!(schema_line("content/topics.yaml").contains("=../.terbit/schemas/topics.schema.json"));
        assert_eq!(schema_line("content/stories/2024/a.md"), "");
        let files = editor_files();
        for word in ["cohorts", "topics", "site"] {
            let wanted = format!(".terbit/schemas/{word}.schema.json");
            assert!(files.iter().any(|(path, _)| *path == wanted), "{wanted}");
        }
    }
}
