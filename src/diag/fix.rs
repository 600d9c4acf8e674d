//! A repair that a program can make: new text for places of the input.

use super::{FileId, Span};

/// New text for one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go; empty to put text in.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// The edits that mend one finding, together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The edits, none overlapping another.
    pub edits: Vec<Edit>,
    /// Files that lose their byte-order mark and the line ends of Windows.
    pub cleaned: Vec<FileId>,
}

impl Fix {
    /// The text of one place is replaced.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { edits: vec![Edit { span, text: text.into() }], cleaned: Vec::new() }
    }

    /// Byte-order mark and line ends of Windows leave these files.
    pub fn clean(files: Vec<FileId>) -> Self {
        Self { edits: Vec::new(), cleaned: files }
    }
}
