//! `docs/tutorial.md`, done step by step: what it says happens, happens.
//!
//! Fences say what is done: `console` runs the lines after `$` and compares what is printed (with a number: the exit
//! code of the last one); `diff FILE` replaces lines of a file, `markdown FILE` adds to it. `console serve` starts the
//! preview, `text serve` waits for what it prints next. `…` stands for anything, on a line of its own for any lines.
#![cfg(unix)]

use super::project::{repository, terbit};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A step of the tutorial: the words after the three signs, the text between, and the line where it stands.
struct Step {
    info: Vec<String>,
    text: String,
    line: usize,
}

#[test]
fn the_tutorial_works_in_indonesian() {
    follow("## Bahasa Indonesia");
}

#[test]
fn the_tutorial_works_in_english() {
    follow("## English");
}

/// What the reader meets is the same in both languages: the same steps of the same kinds.
#[test]
fn both_languages_tell_the_same() {
    let kinds = |heading: &str| -> Vec<String> {
        steps(heading).iter().map(|step| step.info.iter().take(1).cloned().collect::<String>()).collect()
    };
    assert_eq!(kinds("## Bahasa Indonesia"), kinds("## English"));
    assert!(kinds("## English").len() > 10);
}

fn follow(heading: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut reader = Reader { folder: folder.path().to_path_buf(), preview: None };
    for step in steps(heading) {
        let words: Vec<&str> = step.info.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["console", "serve"] => reader.preview = preview(&reader.folder),
            ["text", "serve"] => {}
            ["console"] => reader.run(&step, 0),
            ["console", code] => reader.run(&step, code.parse().expect("an exit code")),
            ["diff", file] => reader.change(file, &step),
            ["markdown", file] => reader.add(file, &step.text),
            other => panic!("line {}: a fence {other:?}", step.line),
        }
        if words.get(1) == Some(&"serve")
            && let Some(preview) = &mut reader.preview
        {
            preview.says(&step);
        }
    }
}

fn steps(heading: &str) -> Vec<Step> {
    let text = std::fs::read_to_string(repository().join("docs/tutorial.md")).expect("the tutorial");
    let mut steps: Vec<Step> = Vec::new();
    let (mut is_here, mut is_open) = (false, false);
    for (at, line) in text.lines().enumerate() {
        if line.starts_with("## ") {
            is_here = line == heading;
        }
        match line.strip_prefix("```") {
            Some("") => is_open = false,
            Some(info) => {
                is_open = true;
                let info = info.split_whitespace().map(str::to_owned).collect();
                if is_here {
                    steps.push(Step { info, text: String::new(), line: at + 1 });
                }
            }
            None if is_open && is_here => {
                if let Some(step) = steps.last_mut() {
                    step.text.push_str(line);
                    step.text.push('\n');
                }
            }
            None => {}
        }
    }
    steps
}

/// Somebody who does what the tutorial says.
struct Reader {
    folder: PathBuf,
    preview: Option<Preview>,
}

impl Reader {
    fn run(&mut self, step: &Step, code: i32) {
        let mut commands: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in step.text.lines() {
            match (line.strip_prefix("$ "), commands.last_mut()) {
                (Some(command), _) => commands.push((command, Vec::new())),
                (None, Some((_, expected))) => expected.push(line),
                (None, None) => panic!("line {}: output before a command", step.line),
            }
        }
        let last = commands.len() - 1;
        for (at, (command, expected)) in commands.iter().enumerate() {
            if let Some(folder) = command.strip_prefix("cd ") {
                self.folder.push(folder);
                continue;
            }
            let done = shell(&self.folder).args(["-c", &format!("{{ {command}\n}} 2>&1")]).output().expect("a shell");
            let printed = String::from_utf8_lossy(&done.stdout).into_owned();
            let wanted = if at == last { code } else { 0 };
            assert_eq!(done.status.code(), Some(wanted), "line {}: {command}\n{printed}", step.line);
            let lines: Vec<&str> = printed.lines().collect();
            assert!(is_like(&lines, expected), "line {}: {command}\nprinted:\n{printed}", step.line);
        }
    }

    fn change(&self, file: &str, step: &Step) {
        let path = self.folder.join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("line {}: {file}: {error}", step.line));
        let side = |sign: char| -> String {
            step.text.lines().filter_map(|line| line.strip_prefix(sign)).map(|line| format!("{line}\n")).collect()
        };
        let (old, new) = (side('-'), side('+'));
        assert_eq!(text.matches(&old).count(), 1, "line {}: {file} has not\n{old}", step.line);
        std::fs::write(path, text.replace(&old, &new)).expect("written");
    }

    fn add(&self, file: &str, more: &str) {
        let path = self.folder.join(file);
        let text = std::fs::read_to_string(&path).expect("the file");
        std::fs::write(path, format!("{text}{more}")).expect("written");
    }
}

/// A shell as the reader has it: with `terbit`, a clock that stands still, and no language of its own.
fn shell(folder: &Path) -> Command {
    let program = PathBuf::from(terbit().get_program());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = program.parent().map(Path::to_path_buf).into_iter().chain(std::env::split_paths(&path));
    let mut shell = Command::new("sh");
    shell
        .current_dir(folder)
        .env("PATH", std::env::join_paths(folders).expect("a path"))
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1795406400")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("COLUMNS")
        .stdin(Stdio::null());
    shell
}

/// The preview that runs beside.
struct Preview {
    child: Child,
    screen: Receiver<String>,
}

/// Starts it on any free port; none where the program has no preview.
fn preview(folder: &Path) -> Option<Preview> {
    let help = terbit().arg("--help").output().expect("the program starts");
    if !String::from_utf8_lossy(&help.stdout).lines().any(|line| line.trim_start().starts_with("serve ")) {
        return None;
    }
    let mut child = shell(folder)
        .args(["-c", "exec terbit serve --port 0 2>&1"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the preview starts");
    let mut screen = child.stdout.take().expect("a screen");
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let (mut rest, mut bytes) = (Vec::new(), [0; 4096]);
        while let Ok(read @ 1..) = screen.read(&mut bytes) {
            rest.extend(&bytes[..read]);
            while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = rest.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line).trim_end().to_owned();
                if sender.send(line).is_err() {
                    return;
                }
            }
        }
    });
    Some(Preview { child, screen: receiver })
}

impl Preview {
    /// Waits until the screen shows what the step says.
    fn says(&mut self, step: &Step) {
        let expected: Vec<&str> = step.text.lines().filter(|line| !line.starts_with("$ ")).collect();
        let mut seen: Vec<String> = Vec::new();
        loop {
            match self.screen.recv_timeout(Duration::from_secs(60)) {
                Ok(line) => seen.push(same_port(&line)),
                Err(error) => panic!("line {}: {error}; the preview showed:\n{}", step.line, seen.join("\n")),
            }
            let lines: Vec<&str> = seen.iter().map(String::as_str).collect();
            if is_like(&lines, &expected) {
                return;
            }
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Any free port is as good as the one in the tutorial.
fn same_port(line: &str) -> String {
    let Some((before, after)) = line.split_once("127.0.0.1:") else { return line.to_owned() };
    format!("{before}127.0.0.1:8080{}", after.trim_start_matches(|c: char| c.is_ascii_digit()))
}

/// Whether lines are as expected; `…` is anything.
fn is_like(lines: &[&str], expected: &[&str]) -> bool {
    match (lines, expected) {
        (_, []) => lines.is_empty(),
        (_, ["…", rest @ ..]) => (0..=lines.len()).any(|at| is_like(&lines[at..], rest)),
        ([], _) => false,
        ([line, lines @ ..], [wanted, rest @ ..]) => is_like_line(line, wanted) && is_like(lines, rest),
    }
}

fn is_like_line(line: &str, wanted: &str) -> bool {
    let mut parts = wanted.split('…');
    let Some(mut rest) = parts.next().and_then(|first| line.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[test]
fn the_comparison_can_fail() {
    assert!(is_like(&["a", "b", "c 12 d"], &["…", "c … d"]) && is_like(&[], &["…"]) && is_like(&["x"], &["x"]));
    for (lines, expected) in
        [(&["a"][..], &["b"][..]), (&["a", "b"], &["a"]), (&["a"], &["a", "b"]), (&["ab"], &["a…c"])]
    {
        assert!(!is_like(lines, expected), "{lines:?} {expected:?}");
    }
}
