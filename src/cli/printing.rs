//! In which format findings leave the program.

use super::console::{Console, Nowhere};
use super::exit::Exit;
use super::shared_args::{Format, SharedArgs};
use super::standard_output;
use crate::diag::emit::{Setting, print_github, print_gitlab, print_json, print_junit, print_sarif, step_summary};
use crate::diag::{Bilingual, Places, Report};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The chosen format and what it needs.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Printing {
    format: Format,
    base: String,
    changed: Vec<String>,
    /// Where GitHub collects the summary of a step.
    summary: Option<PathBuf>,
}

impl Printing {
    /// The format that was asked for.
    pub(in crate::cli) fn of(typed: &SharedArgs) -> Result<Self, Bilingual> {
        let changed = match &typed.changed {
            None => Vec::new(),
            Some(path) => std::fs::read_to_string(path)
                .map_err(|error| unreadable(path, &error))?
                .lines()
                .map(|line| unquoted(line.trim()))
                .collect(),
        };
        let summary = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(PathBuf::from);
        Ok(Self { format: typed.format, base: base(&typed.root), changed, summary })
    }

    /// Prints the findings: for people to the console, for programs to standard output. Gives how the command ends if
    /// that does not take them; it was said already.
    pub(in crate::cli) fn report(
        &self,
        report: &Report,
        places: Option<&dyn Places>,
        console: &Console,
    ) -> Option<Exit> {
        let places = places.unwrap_or(&Nowhere);
        let setting = Setting { lang: console.lang.clone(), base: self.base.clone(), changed: self.changed.clone() };
        let mut out = io::BufWriter::new(io::stdout().lock());
        let printed = match self.format {
            Format::Text => {
                console.report(report, Some(places));
                Ok(())
            }
            Format::Json => print_json(report, places, &setting, &mut out),
            Format::Github => {
                self.summarise(&step_summary(report, places, &setting), console);
                print_github(report, places, &setting, &mut out)
            }
            Format::Gitlab => print_gitlab(report, places, &setting, &mut out),
            Format::Sarif => print_sarif(report, places, &setting, &mut out),
            Format::Junit => print_junit(report, places, &setting, &mut out),
        };
        standard_output::arrived(printed.and_then(|()| out.flush()), console)
    }

    /// Adds the table to the summary of the step; elsewhere there is none.
    fn summarise(&self, table: &str, console: &Console) {
        let Some(path) = &self.summary else { return };
        let written = OpenOptions::new().append(true).create(true).open(path);
        if let Err(error) = written.and_then(|mut file| file.write_all(table.as_bytes())) {
            console.fail(&Bilingual::new(
                format!("ringkasan langkah tidak dapat ditulis: {error}"),
                format!("the summary of the step cannot be written: {error}"),
            ));
        }
    }
}

/// What stands before `content/` in paths: the root as it is seen from the current folder.
fn base(root: &Path) -> String {
    let here = std::env::current_dir().ok();
    let root = here.as_deref().and_then(|here| root.strip_prefix(here).ok()).unwrap_or(root);
    let text = root.to_string_lossy().replace('\\', "/");
    let text = text.trim_start_matches("./").trim_end_matches('/');
    if text.is_empty() || text == "." { String::new() } else { format!("{text}/") }
}

/// A path as git writes it where it has letters beyond ASCII, quotes or blanks of other kinds: in quotes, with bytes in
/// octal (`git-config`, `core.quotePath`). Any other line is the path itself.
fn unquoted(line: &str) -> String {
    let Some(quoted) = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return line.to_owned() };
    let mut bytes = Vec::with_capacity(quoted.len());
    let mut rest = quoted.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'\\' {
            bytes.push(*first);
            continue;
        }
        let octal = rest.get(..3).filter(|digits| digits.iter().all(|digit| (b'0'..=b'7').contains(digit)));
        if let Some(byte) = octal.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok()) {
            bytes.push(byte);
            rest = &rest[3..];
        } else if let Some((letter, after)) = rest.split_first() {
            rest = after;
            bytes.push(match letter {
                b'n' => b'\n',
                b't' => b'\t',
                b'r' => b'\r',
                b'a' => 7,
                b'b' => 8,
                b'f' => 12,
                b'v' => 11,
                other => *other,
            });
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn unreadable(path: &Path, error: &io::Error) -> Bilingual {
    let path = path.display();
    Bilingual::new(
        format!("daftar berkas yang berubah tidak dapat dibaca: {path}: {error}"),
        format!("the list of changed files cannot be read: {path}: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn paths_are_read_as_git_quotes_them() {
        for (line, path) in [
            ("content/visits/2023.yaml", "content/visits/2023.yaml"),
            (r#""content/visits/2023 \303\251,x:y.yaml""#, "content/visits/2023 é,x:y.yaml"),
            (r#""a\"b\\c\td""#, "a\"b\\c\td"),
            (r#""ends with \""#, "ends with "),
        ] {
            assert_eq!(unquoted(line), path, "{line}");
        }
    }
}
