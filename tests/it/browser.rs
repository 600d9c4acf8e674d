//! The repository's own site in a real Chromium, by the tests in `tests/browser`.
//!
//! They need Chromium, Node and the packages of `tests/browser`. Where one is missing this says so
//! loudly and passes, but with `CI=true` it fails: `.ci/run` installs them.

use super::real_content::site;
use std::path::{Path, PathBuf};
use std::process::Command;

const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

#[test]
fn the_site_holds_in_a_browser() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    if let Some(missing) = missing(&tests) {
        let must = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!must, "the browser tests need {missing}");
        eprintln!("\n!! BROWSER TESTS SKIPPED: {missing} is missing. docs/tests.md says how to install it.\n");
        return;
    }
    let status = Command::new("node")
        .args(["--test", "--test-concurrency=1"])
        .current_dir(&tests)
        .env("TERBIT_SITE", &site().output)
        .env("TERBIT_BINARY", env!("CARGO_BIN_EXE_terbit"))
        .env("TERBIT_ROOT", env!("CARGO_MANIFEST_DIR"))
        .env_remove("NODE_OPTIONS")
        .status()
        .expect("node runs");
    assert!(status.success(), "the browser tests failed; what they found stands above");
}

/// What is not there, in words; nothing where all is.
fn missing(tests: &Path) -> Option<&'static str> {
    let chromium = std::env::var_os("CHROMIUM").map(PathBuf::from).is_some_and(|path| path.exists())
        || BROWSERS.iter().any(|path| Path::new(path).exists());
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    if !chromium {
        Some("Chromium")
    } else if !node {
        Some("Node")
    } else if !tests.join("node_modules/playwright-core").exists() {
        Some("the packages of tests/browser (npm ci)")
    } else {
        None
    }
}
