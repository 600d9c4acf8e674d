//! What a build says of its progress: a bar for those who watch, times for those who ask, nothing for machines.

use super::project::{NOW, Project};
use crate::generated::invented;
use std::process::Command;

/// Where to begin looking for a build that takes longer than anybody is patient, and where to give up.
const RECORDS: usize = if cfg!(debug_assertions) { 1_000 } else { 30_000 };
const MOST_RECORDS: usize = RECORDS * 64;

/// What a terminal is sent to wipe a line away.
#[cfg(target_os = "linux")]
const WIPED: &str = "\u{1b}[2K";

/// Runs a build on a terminal: `script` gives it one, and shows what the terminal was sent.
#[cfg(target_os = "linux")]
fn on_a_terminal(project: &Project, flags: &str, environment: &[(&str, &str)]) -> String {
    let (program, root) = (env!("CARGO_BIN_EXE_terbit"), project.root().display());
    let line = format!("'{program}' build --root '{root}' -o '{root}/site' --now {NOW} --lang en {flags}");
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).env_remove("NO_COLOR").env("TERM", "xterm");
    let out = command.envs(environment.iter().copied()).output().expect("`script` of util-linux");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// A project so large that this machine, however fast, is watched while it counts files; and what was seen.
#[cfg(target_os = "linux")]
fn watched(flags: &str, environment: &[(&str, &str)]) -> (usize, Project, String) {
    let mut records = RECORDS;
    loop {
        let project = invented(records);
        let seen = on_a_terminal(&project, flags, environment);
        if seen.contains(" files  ") {
            return (records, project, seen);
        }
        records *= 2;
        assert!(records <= MOST_RECORDS, "no bar that counts files: {flags:?} {environment:?} {seen:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_bar_shows_on_a_terminal_and_is_gone_before_findings() {
    let (_, _project, seen) = watched("", &[]);
    let bar = seen.rfind(" files  ").expect("a bar that counts files");
    let findings = seen.find("hint").expect("hints about institutions that nothing refers to");
    assert!(bar < findings, "the bar is drawn after findings");
    let between = &seen[bar..findings];
    assert!(between.contains(WIPED), "the bar is not wiped away: {between:?}");
    assert!(!seen[findings..].contains(WIPED), "the bar comes back");
    assert!(seen.contains("\u{1b}[36m"), "the bar has a colour");
}

#[cfg(target_os = "linux")]
#[test]
fn no_color_quiet_and_pipes_are_obeyed() {
    let mut enough = RECORDS;
    for (flags, environment) in [("", &[("NO_COLOR", "1")] as &[_]), ("--color never", &[])] {
        let (records, _project, plain) = watched(flags, environment);
        assert!(!plain.contains("\u{1b}[3"), "colours in spite of {flags:?} {environment:?}");
        enough = enough.max(records);
    }
    let project = invented(enough * 2);
    assert!(!on_a_terminal(&project, "--quiet", &[]).contains(WIPED), "a bar in spite of --quiet");
    assert!(!on_a_terminal(&project, "", &[("TERM", "dumb")]).contains(WIPED), "a bar that the terminal cannot draw");
    let piped = project.build(&[]).exits(0).stderr;
    assert!(!piped.contains('\r') && !piped.contains('\u{1b}'), "a bar without a terminal: {piped:?}");
}

#[test]
fn verbose_tells_the_times_of_steps_and_outputs() {
    let run = Project::new().build(&["-v", "--lang", "en"]).exits(0);
    let steps = run.stderr.lines().find(|line| line.starts_with("read ")).expect("the times of the steps");
    for step in ["read", "check", "derive", "plan", "render", "publish"] {
        assert!(steps.contains(&format!("{step} ")), "{step} is missing: {steps}");
    }
    let html =
        run.stderr.lines().find(|line| line.starts_with("  html ") && line.contains(" MB")).expect("a line of pages");
    let pages = run.tree().keys().filter(|path| path.ends_with(".html")).count();
    assert!(html.contains(&format!("{pages} files")) && html.ends_with(" s"), "{html}");
    let quiet = Project::new().build(&["--lang", "en"]).exits(0);
    assert!(!quiet.stderr.contains(" MB"), "{}", quiet.stderr);
}
