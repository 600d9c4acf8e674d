//! One finding: what is wrong, where, what was found, what is allowed, how to mend it.

use super::{Bilingual, Code, Fix, Severity, Span};

/// A finding about the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The place of the value; none for findings about the whole.
    pub span: Option<Span>,
    /// A file that is not among the sources (unreadable, unexpected), as people know it.
    pub path: Option<String>,
    /// The field that the value belongs to, by its name in the content model.
    pub field: Option<&'static str>,
    /// One plain sentence saying what is wrong.
    pub message: Bilingual,
    /// The words under the caret: what was found there.
    pub label: Option<Bilingual>,
    /// What is allowed, did you mean, one concrete repair.
    pub notes: Vec<Bilingual>,
    /// The one right repair, where a program can make it (`check --fix`).
    pub fix: Option<Fix>,
    /// The line is not shown: it holds something that must not be published.
    pub masked: bool,
}

impl Diagnostic {
    /// A finding at `span`, with the severity of its code.
    pub fn at(code: Code, span: Span, message: Bilingual) -> Self {
        Self {
            code,
            severity: code.severity(),
            span: Some(span),
            path: None,
            field: None,
            message,
            label: None,
            notes: Vec::new(),
            fix: None,
            masked: false,
        }
    }

    /// A finding about a file that has no text to show.
    pub fn about(code: Code, path: impl Into<String>, message: Bilingual) -> Self {
        Self {
            code,
            severity: code.severity(),
            span: None,
            path: Some(path.into()),
            field: None,
            message,
            label: None,
            notes: Vec::new(),
            fix: None,
            masked: false,
        }
    }

    /// Names the field.
    #[must_use]
    pub fn of_field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// Says what stands at the place.
    #[must_use]
    pub fn label(mut self, label: Bilingual) -> Self {
        self.label = Some(label);
        self
    }

    /// Adds a line: what is allowed, a suggestion, a repair.
    #[must_use]
    pub fn note(mut self, note: Bilingual) -> Self {
        self.notes.push(note);
        self
    }

    /// Adds a line if there is one.
    #[must_use]
    pub fn note_if(mut self, note: Option<Bilingual>) -> Self {
        self.notes.extend(note);
        self
    }

    /// Says how a program can mend it. Only where there is one right repair.
    #[must_use]
    pub fn fixed_by(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Hides the source line, the label and the notes so far: place, code and message remain. Notes
    /// that are added afterwards are shown; they must hold no word of the source.
    #[must_use]
    pub fn masked(mut self) -> Self {
        if self.masked {
            return self;
        }
        self.masked = true;
        self.label = None;
        self.notes.clear();
        self.fix = None;
        self
    }
}
