//! New records: what is known of one becomes text in the right file, once the readers have nothing against it.
//!
//! In: the sources and a [`Draft`]. Out: an [`Addition`], which says where the record would stand and what the check
//! says of it, and can then be written.
//!
//! 1. `draft` is what is known, and how it is written; `yaml_text` writes each value;
//! 2. `propose` makes an id that nobody has; `home` finds the file;
//! 3. the whole site is checked as if the record stood there already: nothing is written that is wrong.

mod draft;
mod home;
mod propose;
mod yaml_text;

pub use draft::{Draft, head};
pub use propose::{is_taken, propose};

use super::create::create;
use super::patch::{Patch, PatchProblem, Plan};
use super::schemas::schema_line;
use crate::check::check;
use crate::check::ids::{Known, languages};
use crate::diag::{Code, Diagnostic, Edit, FileId, Places, Report, Severity, Span};
use crate::options::Options;
use crate::read::Sources;
use crate::value::is_id;
use home::{Home, home, indent};
use std::collections::BTreeMap;

/// Why a record is not added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewProblem {
    /// The id is no id.
    NoId(String),
    /// Another record has the id.
    Taken(String),
    /// The file cannot be written.
    Patch(PatchProblem),
}

/// A record in its place, not written yet.
#[derive(Debug)]
pub struct Addition {
    /// The file, as people know it.
    pub path: String,
    /// The line where the record begins.
    pub line: usize,
    /// The sources as they will be: findings have their places there.
    pub sources: Sources,
    /// What is wrong with the record, and what became wrong elsewhere by it.
    pub report: Report,
    write: Write,
}

#[derive(Debug)]
enum Write {
    Change(Patch),
    Create(Vec<u8>),
}

/// The record of `draft` in its place, checked. Comments are in `lang`.
///
/// # Errors
/// An id that is none or taken; a file that changed meanwhile or lies outside `content/`.
pub fn add(
    sources: &Sources,
    options: &Options,
    draft: &Draft,
    known: &[Known],
    lang: &str,
) -> Result<Addition, NewProblem> {
    if let Some(id) = &draft.id {
        if !is_id(id) {
            return Err(NewProblem::NoId(id.clone()));
        }
        if is_taken(id, draft.kind, known) {
            return Err(NewProblem::Taken(id.clone()));
        }
    }
    let written = draft.written(lang, &languages(sources));
    let (path, before, text, write) = match home(draft, sources, known) {
        Home::End(at) => {
            let file = &sources.files[at];
            let added = appended(&file.text, &written);
            let start = added.len() - added.trim_start_matches(['\n', '\r']).len();
            let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
            let span = Span::new(id, file.text.len(), file.text.len());
            let mut plan = Plan::default();
            plan.add(&[Edit { span, text: added.clone() }]);
            let patch = plan.patch(sources, &options.root).map_err(NewProblem::Patch)?;
            (file.path.clone(), file.text.len() + start, format!("{}{added}", file.text), Write::Change(patch))
        }
        Home::New(path) => {
            let head = schema_line(&path);
            let text = format!("{head}{written}");
            (path, head.len(), text.clone(), Write::Create(text.into_bytes()))
        }
    };
    let line = text.get(..before).map_or(0, |before| before.matches('\n').count()) + 1;
    let Some(after) = sources.with(&path, text) else {
        return Err(NewProblem::Patch(PatchProblem::Changed(path)));
    };
    let report = what_is_new(sources, &after, options, &path, before);
    Ok(Addition { path, line, sources: after, report, write })
}

impl Addition {
    /// Writes it. What is there already is never overwritten.
    ///
    /// # Errors
    /// What stood in the way; nothing is written then.
    pub fn write(&self, options: &Options) -> Result<(), PatchProblem> {
        match &self.write {
            Write::Change(patch) => patch.write(),
            Write::Create(bytes) => create(&options.root, &self.path, bytes),
        }
    }
}

/// What is put behind the last record of a file, with its indentation and line ends.
fn appended(text: &str, record: &str) -> String {
    let indent = indent(text).unwrap_or_default();
    let mut out = String::new();
    if !text.ends_with('\n') {
        out.push('\n');
    }
    // An empty line would belong to a text that keeps its line breaks (`|+`).
    if !text.contains("|+") && !text.contains(">+") && !text.ends_with("\n\n") {
        out.push('\n');
    }
    for line in record.lines() {
        out.push_str(indent);
        out.push_str(line);
        out.push('\n');
    }
    if text.contains("\r\n") { out.replace('\n', "\r\n") } else { out }
}

/// The findings about the record, errors in its file (it might not be read for them), and errors that were not there before.
fn what_is_new(before: &Sources, after: &Sources, options: &Options, path: &str, start: usize) -> Report {
    let (mut old, mut new) = (Report::new(), Report::new());
    check(before, options, &mut old);
    check(after, options, &mut new);
    let told = |finding: &Diagnostic, places: &Sources| -> (Code, String, String) {
        let path =
            finding.span.map_or(finding.path.clone().unwrap_or_default(), |span| places.path(span.file).to_owned());
        (finding.code, path, finding.message.en.clone())
    };
    let mut earlier: BTreeMap<(Code, String, String), usize> = BTreeMap::new();
    for finding in old.diagnostics() {
        *earlier.entry(told(finding, before)).or_default() += 1;
    }
    new.retain(|finding| {
        let is_error = finding.severity == Severity::Error;
        if let Some(span) = finding.span.filter(|span| after.path(span.file) == path) {
            return span.start as usize >= start || is_error;
        }
        let count = earlier.entry(told(finding, after)).or_default();
        let was_there = *count > 0;
        *count = count.saturating_sub(1);
        is_error && !was_there
    });
    new
}

#[cfg(test)]
mod tests {
    use super::appended;

    #[test]
    fn a_record_follows_the_ways_of_its_file() {
        let record = "- id: b\n  x: y\n";
        assert_eq!(appended("- id: a\n", record), "\n- id: b\n  x: y\n");
        assert_eq!(appended("- id: a", record), "\n\n- id: b\n  x: y\n");
        assert_eq!(appended("  - id: a\n\n", record), "  - id: b\n    x: y\n");
        assert_eq!(appended("- id: a\r\n", record), "\r\n- id: b\r\n  x: y\r\n");
        assert_eq!(appended("- id: |+\n    a\n", record), record);
    }
}
