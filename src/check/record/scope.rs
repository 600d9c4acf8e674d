//! What a reader knows of its surroundings, and where it reports.

use crate::check::called::Called;
use crate::check::describe::{Description, Shape};
use crate::check::index::Index;
use crate::check::yaml::{Node, Text};
use crate::diag::{Bilingual, Code, Diagnostic, Places, Report, SharedLines, Span};
use crate::value::{Lang, Picture, PictureProblem};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What is the same for every record.
#[derive(Debug)]
pub struct Context<'a> {
    /// The languages of the site; empty if the settings could not be read.
    pub languages: Vec<Lang>,
    /// Every id.
    pub index: &'a Index<'a>,
    /// Lines of places, to say where something stands.
    pub lines: SharedLines<'a>,
    /// Other words by which people call records, worked out when somebody does.
    pub called: OnceLock<Called>,
    /// Files of `media/` by their paths below it.
    pub media: BTreeMap<&'a str, Medium>,
}

/// A file of `media/`: of what should be a picture, whether it can be shown.
pub type Medium = Option<Result<Picture, PictureProblem>>;

impl<'a> Context<'a> {
    /// The surroundings of all records; `files` is how many files `places` has.
    pub fn new(
        languages: Vec<Lang>,
        index: &'a Index<'a>,
        media: BTreeMap<&'a str, Medium>,
        places: &'a (dyn Places + Sync),
        files: usize,
    ) -> Self {
        Self { languages, index, lines: SharedLines::new(places, files), called: OnceLock::new(), media }
    }
}

/// One record that is being read.
#[derive(Debug)]
pub struct Scope<'a> {
    /// What is the same for every record.
    pub context: &'a Context<'a>,
    /// Findings.
    pub report: Report,
    /// The field that is being read.
    pub field: &'static str,
    /// The record is not published.
    pub hidden: bool,
    /// The id of a record that has none of its own.
    pub generated_id: Option<String>,
    /// References that could not be checked, because records did not parse.
    pub unresolved: usize,
    /// Nothing is read: the readers say what they would read.
    pub description: Option<Description>,
}

impl<'a> Scope<'a> {
    /// A scope for one record.
    pub fn new(context: &'a Context<'a>, hidden: bool) -> Self {
        Self {
            context,
            report: Report::new(),
            field: "id",
            hidden,
            generated_id: None,
            unresolved: 0,
            description: None,
        }
    }

    /// Takes down what a reader reads, and tells it that there is nothing to read.
    pub fn describes(&mut self, shape: impl FnOnce() -> Shape) -> bool {
        match &mut self.description {
            Some(description) => {
                description.shape(shape());
                true
            }
            None => false,
        }
    }

    /// Reports a finding about the field that is being read.
    pub fn push(&mut self, finding: Diagnostic) {
        let finding = if finding.field.is_none() { finding.of_field(self.field) } else { finding };
        self.report.push(finding);
    }

    /// The text of a node; anything else is the wrong shape.
    pub fn text_of(&mut self, node: &'a Node<'a>) -> Option<&'a Text<'a>> {
        if self.describes(|| Shape::Text) {
            return None;
        }
        let text = node.text();
        if text.is_none() {
            let repair =
                Bilingual::new("Tulis satu nilai saja, tanpa kurung.", "Write one value only, without brackets.");
            self.wrong_shape(node, &Bilingual::new("satu nilai", "a single value"), Some(repair));
        }
        text
    }

    /// Says that something of another shape is expected.
    pub fn wrong_shape(&mut self, node: &Node<'_>, expected: &Bilingual, repair: Option<Bilingual>) {
        let (field, found) = (self.field, node.shape());
        let finding = Diagnostic::at(
            Code::F003,
            node.span,
            Bilingual::new(
                format!("Isian `{field}` harus {}, bukan {}.", expected.id, found.id),
                format!("The field `{field}` must be {}, not {}.", expected.en, found.en),
            ),
        )
        .note_if(repair);
        self.push(finding);
    }

    /// A finding about a single value, with what is allowed.
    pub fn bad(&mut self, code: Code, span: Span, message: (String, String), allowed: (&str, &str)) {
        let finding =
            Diagnostic::at(code, span, Bilingual::new(message.0, message.1)).note(Bilingual::new(allowed.0, allowed.1));
        self.push(finding);
    }
}

/// A found value as it may be repeated: on one line, not endless.
pub fn shown(text: &str) -> String {
    let mut out: String = text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(60).is_some() {
        out.push('…');
    }
    out
}
