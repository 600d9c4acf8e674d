//! The workflows that `init` writes, and those of this repository: their shell steps run, their actions are pinned.
#![cfg(unix)]

use super::project::{Project, repository, terbit};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const STARTER: &str = "src/edit/init/starter/all";

fn yaml(path: &str) -> Value {
    let text = fs::read_to_string(repository().join(path)).expect(path);
    serde_saphyr::from_str(&text).expect("YAML")
}

/// A site in a repository of git: the first commit is the base, the second adds a cohort.
fn repository_of_a_site() -> (Project, String) {
    let project = Project::new()
        .file("content/stories/lima.md", "---\ntitle: Lima orang\ndate: 2022-10-01\nabout: [papua]\n---\nCerita.\n");
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .current_dir(project.root())
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .output()
            .expect("git");
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "base"]);
    let base = git(&["rev-parse", "HEAD"]);
    let cohorts = "- id: malang-2022\n  title: Angkatan Malang\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2022\n  participants: 5\n  sources: [s1]\n";
    fs::write(project.root().join("content/cohorts.yaml"), cohorts).expect("written");
    git(&["add", "."]);
    git(&["commit", "-qm", "cohort"]);
    (project, base)
}

/// Runs the lines of a step as the runner does: bash, ending at the first that fails.
fn shell(script: &str, folder: &Path, environment: &BTreeMap<&str, String>) -> (bool, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_terbit")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let done = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path)
        .env("HOME", folder)
        .envs(environment)
        .output()
        .expect("bash");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.success(), format!("{}{}", text(&done.stdout), text(&done.stderr)))
}

#[test]
fn the_steps_of_github_run() {
    for file in [format!("{STARTER}/.github/workflows/site.yml"), ".github/workflows/site.yml".to_owned()] {
        let workflow = yaml(&file);
        let (project, base) = repository_of_a_site();
        let temp = tempfile::tempdir().expect("a folder");
        let place = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
        let mut environment: BTreeMap<&str, String> = [
            ("GITHUB_ENV", place("env")),
            ("GITHUB_STEP_SUMMARY", place("summary.md")),
            ("RUNNER_TEMP", temp.path().to_string_lossy().into_owned()),
            ("GITHUB_ACTIONS", "true".to_owned()),
            ("BASE", base),
            ("BASE_URL", "https://contoh.github.io/magang".to_owned()),
        ]
        .into();
        let mut ran = Vec::new();
        for job in ["check", "publish"] {
            for step in workflow["jobs"][job]["steps"].as_array().expect("steps") {
                let (Some(name), Some(script)) = (step["name"].as_str(), step["run"].as_str()) else { continue };
                if name == "Install terbit" {
                    continue;
                }
                let (done, said) = shell(script, project.root(), &environment);
                assert!(done, "{file}, {name}:\n{said}");
                if let Ok(lines) = fs::read_to_string(temp.path().join("env"))
                    && let Some((_, now)) = lines.lines().last().and_then(|line| line.split_once('='))
                {
                    environment.insert("NOW", now.to_owned());
                }
                ran.push(name.to_owned());
            }
        }
        assert_eq!(ran, ["Clock", "Check", "What changes on the site", "Clock", "Build"]);
        let summary = fs::read_to_string(temp.path().join("summary.md")).expect("a summary");
        assert!(summary.contains("<!-- terbit-diff -->") && summary.contains("`/angkatan/malang-2022/`"), "{summary}");
        assert!(summary.contains("people_sent: 0 → 5"), "{summary}");
        let home = fs::read_to_string(temp.path().join("site/index.html")).expect("a site");
        assert!(home.contains("https://contoh.github.io/magang/"), "the address of the pages is used");
    }
}

#[test]
fn the_lines_of_gitlab_run() {
    for file in [format!("{STARTER}/.gitlab-ci.yml"), ".gitlab-ci.yml".to_owned()] {
        let pipeline = yaml(&file);
        let (project, base) = repository_of_a_site();
        let inner = project.root().join("checkout");
        let cloned = Command::new("git").args(["clone", "-q", "."]).arg(&inner).current_dir(project.root()).status();
        assert!(cloned.is_ok_and(|status| status.success()));
        let environment: BTreeMap<&str, String> = [
            ("NOW", "2026-11-23T00:00:00Z".to_owned()),
            ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base),
            ("CI_PAGES_URL", "https://contoh.gitlab.io/magang".to_owned()),
        ]
        .into();
        for job in ["check", "pages"] {
            let lines = pipeline[job]["script"].as_array().expect("a script").iter().filter_map(Value::as_str);
            let script: Vec<&str> = lines.collect();
            let (done, said) = shell(&script.join("\n"), &inner, &environment);
            assert!(done, "{file}, {job}:\n{said}");
        }
        assert!(fs::read_to_string(inner.join("changes.md")).expect("changes").contains("malang-2022"));
        let report: Value =
            serde_json::from_slice(&fs::read(inner.join("gl-code-quality-report.json")).expect("a report"))
                .expect("JSON");
        assert!(report.is_array() && inner.join("public/index.html").exists());
    }
}

#[test]
fn actions_are_pinned_and_permissions_are_least() {
    for file in [
        format!("{STARTER}/.github/workflows/site.yml"),
        ".github/workflows/site.yml".to_owned(),
        ".github/workflows/ci.yml".to_owned(),
    ] {
        let text = fs::read_to_string(repository().join(&file)).expect("a workflow");
        for line in text.lines().filter(|line| line.contains("uses:")) {
            let commit =
                line.split_once('@').map(|(_, rest)| rest.split(' ').next().unwrap_or_default()).unwrap_or_default();
            assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{file}: {line}");
        }
        assert_eq!(yaml(&file)["permissions"], serde_json::json!({"contents": "read"}), "{file}");
    }
}

/// A cache that is kept while the sources change must not hold the program itself.
#[test]
fn this_repository_is_checked_by_the_program_of_its_own_commit() {
    let pipeline = yaml(".gitlab-ci.yml");
    let cached = pipeline["default"]["cache"]["paths"].to_string();
    let lines = pipeline["default"]["before_script"].to_string();
    assert!(
        !cached.contains("bin") && lines.contains("cargo install --locked --path . ") && !lines.contains("test -x")
    );
    let text = fs::read_to_string(repository().join(".github/workflows/site.yml")).expect("a workflow");
    assert!(text.contains("hashFiles('Cargo.lock', 'src/**', 'themes/**')"), "{text}");
}

/// This repository and a new site do the same, but for where terbit comes from.
#[test]
fn both_workflows_do_the_same() {
    let steps = |file: &str| -> Vec<Value> {
        let workflow = yaml(file);
        let jobs = ["check", "publish"].map(|job| workflow["jobs"][job]["steps"].as_array().expect("steps").clone());
        let is_other = |step: &Value| {
            step["name"] == "Install terbit"
                || step["uses"].as_str().is_some_and(|uses| uses.starts_with("actions/cache"))
        };
        jobs.into_iter().flatten().filter(|step| !is_other(step)).collect()
    };
    assert_eq!(steps(&format!("{STARTER}/.github/workflows/site.yml")), steps(".github/workflows/site.yml"));
}

#[test]
fn a_new_site_has_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("laporan");
    let done = terbit().arg("init").arg(&site).output().expect("it starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for file in [".github/workflows/site.yml", ".gitlab-ci.yml"] {
        assert!(site.join(file).exists(), "{file}");
    }
}
