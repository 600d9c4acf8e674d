//! A site in a temporary folder, and what happened when `terbit` ran on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

/// The clock of all tests, unless a test names another.
pub const NOW: &str = "2026-11-23T12:00:00+07:00";

/// A small site: settings, and regions enough to refer to.
pub struct Project {
    folder: Arc<TempDir>,
}

/// A run of the program.
pub struct Run {
    /// The exit code; `None` if a signal ended it.
    pub code: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it printed as messages.
    pub stderr: String,
    /// Where the site was written.
    pub output: PathBuf,
    /// Keeps the project's folder while the run is looked at.
    _folder: Option<Arc<TempDir>>,
}

impl Project {
    /// A project without any file.
    pub fn empty() -> Self {
        Self { folder: Arc::new(tempfile::tempdir().expect("a temporary folder")) }
    }

    /// Two languages, a handful of regions, a program, a topic, a source: enough to refer to.
    pub fn new() -> Self {
        Self::empty()
            .file("content/site.yaml", SITE)
            .file("content/regions.yaml", REGIONS)
            .file("content/institutions.yaml", INSTITUTIONS)
            .file("content/programs.yaml", "- {id: magang, title: Magang ASN}\n")
            .file("content/topics.yaml", "- {id: perencanaan, name: {id: Perencanaan, en: Planning}}\n")
            .file("content/sources.yaml", "- {id: s1, type: press, publisher: Koran, title: Lima orang magang}\n")
    }

    /// Writes a file below the root, folders included.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Writes bytes.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("written");
        self
    }

    /// Copies a folder of files below the root.
    pub fn copy(self, from: &Path, to: &str) -> Self {
        for (path, bytes) in tree(from) {
            let to = self.root().join(to).join(path);
            fs::create_dir_all(to.parent().expect("a parent")).expect("folders");
            fs::write(to, bytes).expect("written");
        }
        self
    }

    /// Removes a file.
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.root().join(path)).expect("removed");
        self
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Runs `terbit build` into `output/`, with the clock of all tests unless `extra` sets one.
    pub fn build(&self, extra: &[&str]) -> Run {
        self.run("build", extra)
    }

    /// Runs `terbit check`.
    pub fn check(&self, extra: &[&str]) -> Run {
        self.run("check", extra)
    }

    fn run(&self, verb: &str, extra: &[&str]) -> Run {
        let output = self.root().join("output");
        let mut command = terbit();
        command.arg(verb).arg("--root").arg(self.root());
        if verb == "build" && !extra.contains(&"-o") {
            command.arg("-o").arg(&output);
        }
        if !extra.contains(&"--now") {
            command.args(["--now", NOW]);
        }
        command.args(extra);
        Run { _folder: Some(Arc::clone(&self.folder)), ..Run::of(command, output) }
    }
}

/// The program, with nothing of the caller's surroundings that could change what it does.
pub fn terbit() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terbit"));
    command.env("NO_COLOR", "1").env_remove("SOURCE_DATE_EPOCH").env_remove("CLICOLOR_FORCE").env_remove("COLUMNS");
    command
}

impl Run {
    /// Runs `command`, which writes into `output`.
    pub fn of(mut command: Command, output: PathBuf) -> Self {
        let done = command.output().expect("the program starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: done.status.code(), stdout: text(&done.stdout), stderr: text(&done.stderr), output, _folder: None }
    }

    /// Everything printed.
    pub fn text(&self) -> String {
        format!("{}\n{}", self.stdout, self.stderr)
    }

    /// Insists on an exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "the exit code; printed:\n{}", self.text());
        self
    }

    /// Insists that something was printed.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.text().contains(words), "`{words}` was not printed:\n{}", self.text());
        self
    }

    /// Whether the site has this file.
    pub fn has(&self, path: &str) -> bool {
        self.output.join(path).is_file()
    }

    /// A file of the site.
    #[track_caller]
    pub fn file(&self, path: &str) -> String {
        let bytes = fs::read(self.output.join(path));
        let bytes = bytes.unwrap_or_else(|error| panic!("{path}: {error}; the site has:\n{}", self.listing()));
        String::from_utf8(bytes).expect("UTF-8")
    }

    /// A JSON file of the site.
    #[track_caller]
    pub fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A figure in the `data.json` beside the page at `page` (`wilayah/papua/`).
    #[track_caller]
    pub fn figure(&self, page: &str, name: &str) -> serde_json::Value {
        let data = self.json(&format!("{page}data.json"));
        let figure = &data["figures"][name];
        assert!(figure.is_object(), "{page}data.json has no figure `{name}`: {data}");
        figure.clone()
    }

    /// Every file of the site with its bytes.
    pub fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.output)
    }

    /// Every file of the site, and beside an archive or workbook also what is packed in it: `data/data.zip!regions.csv`.
    pub fn unpacked(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = self.tree();
        let packed: Vec<_> =
            all.keys().filter(|path| path.ends_with(".zip") || path.ends_with(".xlsx")).cloned().collect();
        for path in packed {
            let inside = unpack(&all[&path]).unwrap_or_else(|error| panic!("{path}: {error}"));
            all.extend(inside.into_iter().map(|(name, bytes)| (format!("{path}!{name}"), bytes)));
        }
        all
    }

    fn listing(&self) -> String {
        if !self.output.is_dir() {
            return "nothing at all".to_owned();
        }
        tree(&self.output).keys().take(200).cloned().collect::<Vec<_>>().join("\n")
    }
}

/// The files in an archive.
pub fn unpack(bytes: &[u8]) -> zip::result::ZipResult<Vec<(String, Vec<u8>)>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))?;
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let mut inside = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut inside)?;
        files.push((file.name()?.into_owned(), inside));
    }
    Ok(files)
}

/// Every file below `folder` with its bytes, by path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
            files.insert(path, fs::read(entry.path()).expect("readable"));
        }
    }
    files
}

/// The folder of this repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The settings of [`Project::new`].
pub const SITE: &str = "\
title: {id: Laporan Magang, en: Internship Reports}
base_url: https://example.org/
languages: [id, en]
";

const REGIONS: &str = "\
- {id: indonesia, name: Indonesia, kind: country}
- {id: wilayah-jawa, name: Wilayah Jawa, kind: island-group, parent: indonesia}
- {id: wilayah-papua, name: Wilayah Papua, kind: island-group, parent: indonesia}
- {id: jawa-timur, name: Jawa Timur, kind: province, parent: wilayah-jawa, codes: [{code: \"35\"}]}
- {id: kota-malang, name: Kota Malang, kind: city, parent: jawa-timur, codes: [{code: \"35.73\"}]}
- {id: kota-batu, name: Kota Batu, kind: city, parent: jawa-timur}
- {id: papua, name: Papua, kind: province, parent: wilayah-papua, codes: [{code: \"91\"}]}
- {id: kota-jayapura, name: Kota Jayapura, kind: city, parent: papua}
";

const INSTITUTIONS: &str = "\
- {id: bappeda-kota-malang, name: Bappeda Kota Malang, kind: agency, region: kota-malang}
- {id: kementerian, name: Kementerian, kind: central}
";

/// A cohort from Papua to Kota Malang that is right in everything; tests add it where they need one.
pub const COHORT: &str = "\
- id: papua-2022
  program: magang
  origin: [papua]
  host: [kota-malang]
  start: 2022-11-07
  end: 2022-12-16
  participants: 42
  topics: [perencanaan]
  sources: [s1]
";
