//! Programs that are measured beside each other.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A program with all it needs to make one site.
#[derive(Clone, Debug)]
pub enum Contender {
    /// Terbit on the site at `root`.
    Terbit { root: PathBuf },
    /// Hugo on the job at `source`.
    Hugo { program: PathBuf, version: String, source: PathBuf },
    /// `cp -r` of a site that stands.
    Copy { site: PathBuf },
    /// The files of a list, from memory.
    Limit { list: PathBuf },
}

/// The clock of every run of Terbit: nothing of what is measured may depend on the day.
pub const NOW: &str = "2026-11-23T12:00:00+07:00";
/// So many threads write at the limit: as many as Terbit and Hugo have.
pub const THREADS: &str = "2";

impl Contender {
    /// What it is called in tables.
    pub fn name(&self) -> String {
        match self {
            Self::Terbit { .. } => "**Terbit**".to_owned(),
            Self::Hugo { version, .. } => format!("Hugo {version}"),
            Self::Copy { .. } => "`cp -r` of Terbit's output".to_owned(),
            Self::Limit { .. } => format!("write limit, {THREADS} threads"),
        }
    }

    /// Whether its pages are counted: copies have those of the original.
    pub fn makes_pages(&self) -> bool {
        matches!(self, Self::Terbit { .. } | Self::Hugo { .. })
    }

    /// The command that makes the site at `out`.
    pub fn command(&self, out: &Path) -> Command {
        match self {
            Self::Terbit { root } => build(root, out),
            Self::Hugo { program, source, .. } => {
                let mut command = Command::new(program);
                command.arg("--quiet").arg("--source").arg(source).arg("--destination").arg(out);
                command
            }
            Self::Copy { site } => {
                let mut command = Command::new("cp");
                command.arg("-r").arg(site).arg(out);
                command
            }
            Self::Limit { list } => {
                let own = std::env::current_exe().unwrap_or_default();
                let mut command = Command::new(own);
                command.arg("--write-limit").arg(list).arg(out).arg(THREADS);
                command
            }
        }
    }
}

/// `terbit build`, with every check on.
pub fn build(root: &Path, out: &Path) -> Command {
    let mut command = terbit("build", root);
    command.arg("-o").arg(out);
    command
}

/// `terbit check`.
pub fn check(root: &Path) -> Command {
    terbit("check", root)
}

fn terbit(verb: &str, root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terbit"));
    command.arg(verb).arg("--root").arg(root).args(["--now", NOW, "-v", "--lang", "en"]);
    command
}
