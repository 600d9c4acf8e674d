//! One value of a YAML text and its place.

use crate::diag::{Bilingual, Span};
use std::borrow::Cow;

/// How a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: taken verbatim from the source.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// After `|` or `>`.
    Block,
}

/// A single text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'s> {
    /// The text: verbatim if plain, decoded if quoted, without line break at its end if a block.
    pub text: Cow<'s, str>,
    /// How it was written.
    pub style: Style,
}

/// A field of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'s> {
    /// Its name.
    pub name: Cow<'s, str>,
    /// The bytes of the name in the file of the value: a large site has millions of fields in memory at once.
    name_at: (u32, u32),
    /// What stands after the colon.
    pub value: Node<'s>,
}

impl<'s> Field<'s> {
    /// A field whose name stands at `name_span`, in the same file as its value.
    pub fn new(name: Cow<'s, str>, name_span: Span, value: Node<'s>) -> Self {
        Self { name, name_at: (name_span.start, name_span.end), value }
    }

    /// The place of the name.
    pub fn name_span(&self) -> Span {
        Span { file: self.value.span.file, start: self.name_at.0, end: self.name_at.1 }
    }

    /// Name and value.
    pub fn span(&self) -> Span {
        Span { start: self.name_at.0, end: self.value.span.end.max(self.name_at.1), ..self.value.span }
    }
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'s> {
    /// Nothing, or `~`.
    Empty,
    /// A text.
    Text(Text<'s>),
    /// A list.
    List(Vec<Node<'s>>),
    /// Fields with names, in the order of the text; a name that comes twice is here twice.
    Table(Vec<Field<'s>>),
}

/// A value and its place. The place of a list or table reaches to the end of its last entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'s> {
    /// The value.
    pub value: Value<'s>,
    /// The place.
    pub span: Span,
}

impl<'s> Node<'s> {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&Text<'s>> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The fields, if it is a table.
    pub fn fields(&self) -> Option<&[Field<'s>]> {
        if let Value::Table(fields) = &self.value { Some(fields) } else { None }
    }

    /// What it is, in words.
    pub fn shape(&self) -> Bilingual {
        match self.value {
            Value::Empty => Bilingual::new("kosong", "nothing"),
            Value::Text(_) => Bilingual::new("satu nilai", "a single value"),
            Value::List(_) => Bilingual::new("daftar", "a list"),
            Value::Table(_) => Bilingual::new("kelompok isian", "a group of fields"),
        }
    }
}
