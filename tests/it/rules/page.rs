//! A page of `tests/rules/` as a value: its code and its cases.

use super::super::project::tree;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use terbit::options::Options;

/// A page.
pub struct Page {
    /// `R001`.
    pub code: String,
    /// Its cases, in order.
    pub cases: Vec<Case>,
    path: PathBuf,
    text: String,
}

/// A site with one thing wrong, or nearly.
pub struct Case {
    /// What its heading says.
    pub name: String,
    /// `### wrong: …`.
    pub is_wrong: bool,
    /// `CODE path:line:column`, sorted by place.
    pub findings: Vec<String>,
    /// The messages by language.
    pub printed: BTreeMap<String, String>,
    files: Vec<Fence>,
    /// The line after its `findings` fence, and the lines of its `text` fences.
    findings_end: usize,
    texts: Vec<(usize, usize)>,
}

/// A fence: its words, its text, its lines.
#[derive(Clone)]
struct Fence {
    words: Vec<String>,
    text: String,
    first: usize,
    last: usize,
}

impl Page {
    /// Reads a page.
    pub fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a page");
        let code = text.lines().next().and_then(|line| line.strip_prefix("# ")).expect("`# CODE`").to_owned();
        assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(code.as_str()), "the file is named after it");
        let mut page = Self { code, cases: Vec::new(), path: path.to_owned(), text: text.clone() };
        let mut is_cases = false;
        let mut open: Option<(usize, Fence)> = None;
        for (at, line) in text.lines().enumerate() {
            let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
            match &mut open {
                Some((width, fence)) if ticks >= *width && line.len() == ticks => {
                    fence.last = at;
                    let fence = fence.clone();
                    open = None;
                    if is_cases {
                        page.take(fence);
                    }
                }
                Some((_, fence)) => {
                    fence.text.push_str(line);
                    fence.text.push('\n');
                }
                None if ticks >= 3 => {
                    let words = line[ticks..].split_whitespace().map(str::to_owned).collect();
                    open = Some((ticks, Fence { words, text: String::new(), first: at, last: at }));
                }
                None if line == "## Cases" => is_cases = true,
                None => {
                    if let Some(name) = line.strip_prefix("### ").filter(|_| is_cases) {
                        let is_wrong = name.starts_with("wrong: ");
                        assert!(is_wrong || name.starts_with("right: "), "{}: `{name}`", page.code);
                        page.cases.push(Case::named(name, is_wrong));
                    }
                }
            }
        }
        assert!(open.is_none(), "{}: a fence is not closed", page.code);
        page
    }

    fn take(&mut self, fence: Fence) {
        let case = self.cases.last_mut().unwrap_or_else(|| panic!("{}: a fence before the first case", self.code));
        match fence.words.first().map(String::as_str) {
            Some("findings") => {
                case.findings = fence.text.lines().map(str::to_owned).collect();
                case.findings_end = fence.last + 1;
            }
            Some("text") => {
                case.printed.insert(fence.words[1].clone(), fence.text.trim_end().to_owned());
                case.texts.push((fence.first, fence.last));
            }
            _ => case.files.push(fence),
        }
    }

    /// Writes the messages of every case with findings into the page.
    pub fn bless(&self, printed: &[BTreeMap<&'static str, String>]) {
        let mut out = String::new();
        let lines: Vec<&str> = self.text.lines().collect();
        let gone =
            |at: usize| self.cases.iter().flat_map(|case| &case.texts).any(|(first, last)| *first <= at && at <= *last);
        for (at, line) in lines.iter().enumerate() {
            let is_gap = line.is_empty() && out.ends_with("\n\n");
            if !gone(at) && !is_gap {
                out.push_str(line);
                out.push('\n');
            }
            for (case, printed) in self.cases.iter().zip(printed) {
                if case.findings_end == at + 1 && !case.findings.is_empty() {
                    for lang in ["id", "en"] {
                        let text = &printed[lang];
                        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
                        let ticks = "`".repeat(longest.max(2) + 1);
                        out.push_str(&format!("\n{ticks}text {lang}\n{text}\n{ticks}\n"));
                    }
                    out.push('\n');
                }
            }
        }
        fs::write(&self.path, format!("{}\n", out.trim_end())).expect("written");
    }
}

impl Case {
    fn named(name: &str, is_wrong: bool) -> Self {
        Self {
            name: name.to_owned(),
            is_wrong,
            findings: Vec::new(),
            printed: BTreeMap::new(),
            files: Vec::new(),
            findings_end: 0,
            texts: Vec::new(),
        }
    }

    /// Writes the site: the sound one, with the files of the case over it.
    pub fn site(&self, sound: &Path) -> TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, bytes) in tree(sound) {
            write(&folder.path().join(path), &bytes);
        }
        for fence in &self.files {
            let Some(path) = fence.words.get(1) else { continue };
            let path = folder.path().join(path.replace("%20", " "));
            match fence.words[0].as_str() {
                "absent" => fs::remove_file(&path).expect("there is such a file"),
                "link" => link(fence.text.trim(), &path),
                _ => write(&path, &bytes(fence)),
            }
        }
        folder
    }

    /// What `terbit check` is told.
    pub fn options(&self, root: &Path) -> Options {
        let words: Vec<&str> =
            self.files.iter().filter(|fence| fence.words == ["options"]).flat_map(|fence| fence.text.lines()).collect();
        let now = words.iter().find_map(|word| word.strip_prefix("now ")).unwrap_or(super::super::project::NOW);
        Options {
            root: root.to_owned(),
            output: root.join("output"),
            base_url: None,
            drafts: words.contains(&"drafts"),
            now: chrono::DateTime::parse_from_rfc3339(now).expect("an instant"),
            strict: words.contains(&"strict"),
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, bytes).expect("written");
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    std::os::unix::fs::symlink(target, path).expect("a link");
}

/// The bytes of a file: as they stand, with escapes, or with line ends of Windows.
fn bytes(fence: &Fence) -> Vec<u8> {
    let has = |word: &str| fence.words[2..].iter().any(|other| other == word);
    let text = if has("crlf") { fence.text.replace('\n', "\r\n") } else { fence.text.clone() };
    if !has("escaped") {
        return text.into_bytes();
    }
    let mut out = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('\\') {
        out.extend(before.bytes());
        let mut letters = after.chars();
        rest = match letters.next() {
            Some('t') => push(&mut out, b"\t", letters.as_str()),
            Some('r') => push(&mut out, b"\r", letters.as_str()),
            Some('n') => push(&mut out, b"\n", letters.as_str()),
            Some('x') => {
                let (digits, rest) = letters.as_str().split_at(2);
                out.push(u8::from_str_radix(digits, 16).expect("two digits"));
                rest
            }
            Some('u') => {
                let (digits, rest) =
                    letters.as_str().strip_prefix('{').and_then(|rest| rest.split_once('}')).expect("`{…}`");
                let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).expect("a character");
                push(&mut out, code.to_string().as_bytes(), rest)
            }
            _ => push(&mut out, b"\\", letters.as_str()),
        };
    }
    out.extend(rest.bytes());
    out
}

fn push<'a>(out: &mut Vec<u8>, bytes: &[u8], rest: &'a str) -> &'a str {
    out.extend(bytes);
    rest
}
