//! A table that is being read, field by field.

use super::Scope;
use crate::check::describe::{Described, NOTHING, Shape};
use crate::check::yaml::{Field, Node, Style, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Severity, Span, suggest};

/// Words that people write for a field, beside misspellings.
const HABITS: [(&str, &str); 14] = [
    ("title", "name"),
    ("name", "title"),
    ("nama", "name"),
    ("judul", "title"),
    ("tanggal", "date"),
    ("asal", "origin"),
    ("from", "origin"),
    ("tujuan", "host"),
    ("to", "host"),
    ("mulai", "start"),
    ("selesai", "end"),
    ("peserta", "participants"),
    ("source", "sources"),
    ("notes", "note"),
];

/// The fields of a record or of a group of fields within one.
pub struct Fields<'a, 'x> {
    /// The record that is being read.
    pub scope: &'x mut Scope<'a>,
    fields: &'a [Field<'a>],
    span: Span,
    label: String,
    known: Vec<&'static str>,
    /// Required fields that were not found: told at the end, unless a misspelled one explains them.
    missing: Vec<&'static str>,
    outer: &'static str,
}

impl<'a, 'x> Fields<'a, 'x> {
    /// The fields of the record `label` at `span`.
    pub fn new(scope: &'x mut Scope<'a>, fields: &'a [Field<'a>], span: Span, label: &str) -> Self {
        let outer = scope.field;
        Self { scope, fields, span, label: label.to_owned(), known: Vec::new(), missing: Vec::new(), outer }
    }

    /// The fields of a node within a record; `None` and a finding if it is no table.
    pub fn nested(scope: &'x mut Scope<'a>, node: &'a Node<'a>, example: &str) -> Option<Self> {
        if let Some(description) = &mut scope.description {
            description.open();
            return Some(Self::new(scope, &[], node.span, ""));
        }
        let Some(fields) = node.fields() else {
            let repair = Bilingual::new(format!("Tulis misalnya {example}."), format!("Write for example {example}."));
            scope.wrong_shape(node, &Bilingual::new("kelompok isian", "a group of fields"), Some(repair));
            return None;
        };
        let label = scope.field.to_owned();
        Some(Self::new(scope, fields, node.span, &label))
    }

    /// The whole record.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The field called `name`, if it is there and not empty.
    pub fn node(&mut self, name: &'static str) -> Option<&'a Node<'a>> {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
        self.scope.field = name;
        if let Some(description) = &mut self.scope.description {
            description.begin(name);
            return Some(&NOTHING);
        }
        let field = self.fields.iter().find(|field| field.name == name)?;
        (field.value.value != Value::Empty).then_some(&field.value)
    }

    /// A field that may be absent.
    pub fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(name)?;
        read(node, self.scope)
    }

    /// A field that must be there.
    pub fn required<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(name);
        self.describe(|field| field.required = true);
        let Some(node) = node else {
            self.missing.push(name);
            return None;
        };
        let before = self.scope.report.diagnostics().len();
        let read = read(node, self.scope);
        if read.is_none() {
            self.in_no_language(name, node, before);
        }
        read
    }

    /// A text in other languages than the site's harms nobody where there is another; where one is required, it is missing.
    fn in_no_language(&mut self, name: &'static str, node: &Node<'_>, before: usize) {
        let found = &self.scope.report.diagnostics()[before..];
        if !found.is_empty()
            && found.iter().all(|found| found.code == Code::V008 && found.severity == Severity::Warning)
        {
            self.scope.bad(
                Code::V009,
                node.span,
                (
                    format!("`{name}` tidak punya teks dalam bahasa situs ini."),
                    format!("`{name}` has no text in a language of this site."),
                ),
                ("Tulis teksnya dalam bahasa utama situs.", "Write the text in the main language of the site."),
            );
        }
    }

    /// A list that may be absent. What cannot be read is left out.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let node = self.node(name)?;
        if self.scope.description.is_some() {
            self.describe(|field| field.list = true);
            read(node, self.scope);
            return None;
        }
        match &node.value {
            Value::List(items) => {
                let mut out = Vec::with_capacity(items.len());
                for item in items {
                    if item.value == Value::Empty {
                        self.empty_item(item.span);
                    } else if let Some(value) = read(item, self.scope) {
                        out.push(value);
                    }
                    self.scope.field = name;
                }
                Some(out)
            }
            _ => {
                let repair = node.text().filter(|text| text.style != Style::Block).map(|text| {
                    let written = format!("{name}: [{}]", super::scope::shown(&text.text));
                    Bilingual::new(format!("Tulis `{written}`."), format!("Write `{written}`."))
                });
                self.scope.wrong_shape(node, &Bilingual::new("daftar", "a list"), repair);
                None
            }
        }
    }

    /// A list that must be there, perhaps empty.
    pub fn required_list<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let node = self.node(name);
        self.describe(|field| field.required = true);
        if node.is_none() {
            self.missing.push(name);
            return None;
        }
        self.list(name, read)
    }

    /// A list that must be there; one value may stand without brackets.
    pub fn required_one_or_more<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&'a Node<'a>, &mut Scope<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let single = self.node(name).is_some_and(|node| node.text().is_some());
        self.describe(|field| field.single = true);
        if single {
            return self.required(name, read).map(|one| vec![one]);
        }
        self.required_list(name, read)
    }

    /// Leaves a field alone, whatever it holds.
    pub fn skip(&mut self, name: &'static str) {
        let _ = self.node(name);
    }

    /// Leaves a field alone that another place has read as `shape`.
    pub fn read_elsewhere(&mut self, name: &'static str, shape: Shape) {
        self.skip(name);
        self.scope.describes(|| shape);
    }

    /// The field called `name`, whose absence the caller reports in words of its own.
    pub fn expected(&mut self, name: &'static str) -> Option<&'a Node<'a>> {
        let node = self.node(name);
        self.describe(|field| field.required = true);
        node
    }

    fn describe(&mut self, change: impl FnOnce(&mut Described)) {
        if let Some(field) = self.scope.description.as_mut().and_then(|description| description.field()) {
            change(field);
        }
    }

    /// Whether `name` stands among the fields, even if empty.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    fn tell_missing(&mut self, name: &'static str) {
        let label = &self.label;
        let empty = self.fields.iter().find(|field| field.name == name);
        let finding = match empty {
            Some(field) => Diagnostic::at(
                Code::F002,
                field.name_span(),
                Bilingual::new(
                    format!("Isian `{name}` wajib diisi, tetapi kosong (`{label}`)."),
                    format!("The field `{name}` must be filled, but is empty (`{label}`)."),
                ),
            ),
            None => Diagnostic::at(
                Code::F002,
                self.head(),
                Bilingual::new(
                    format!("Isian `{name}` wajib ada pada `{label}`."),
                    format!("The field `{name}` is required in `{label}`."),
                ),
            ),
        };
        let finding = finding.note(Bilingual::new(format!("Tambahkan `{name}: …`."), format!("Add `{name}: …`.")));
        self.scope.report.push(finding.of_field(name));
    }

    /// The first field: the beginning of a record stands for the whole.
    fn head(&self) -> Span {
        self.fields.first().map_or(self.span, Field::span)
    }

    fn empty_item(&mut self, span: Span) {
        let finding = Diagnostic::at(
            Code::F003,
            span,
            Bilingual::new("Butir daftar ini kosong.", "This item of the list is empty."),
        )
        .note(Bilingual::new("Isi atau hapus butirnya.", "Fill it or remove it."));
        self.scope.push(finding);
    }

    /// Reports every field that nobody asked for, and every one that is missing.
    pub fn finish(mut self) {
        for field in self.fields {
            if field.name != "<<" && !self.known.contains(&&*field.name) {
                let meant = self.unknown(field);
                self.missing.retain(|name| Some(*name) != meant);
            }
        }
        for name in std::mem::take(&mut self.missing) {
            self.tell_missing(name);
        }
        if let Some(description) = &mut self.scope.description {
            description.close();
        }
        self.scope.field = self.outer;
    }

    /// Reports a field that nobody asked for; the field that was probably meant.
    fn unknown(&mut self, field: &Field<'_>) -> Option<&'static str> {
        let name = super::scope::shown(&field.name);
        let habit = HABITS.iter().find(|(word, meant)| *word == field.name && self.known.contains(meant));
        let mut close: Vec<&'static str> = habit.iter().map(|(_, meant)| *meant).collect();
        for word in suggest(&field.name, self.known.iter().copied()) {
            if !close.contains(&word) {
                close.push(word);
            }
        }
        let mut finding = Diagnostic::at(
            Code::F001,
            field.name_span(),
            Bilingual::new(
                format!("Isian `{name}` tidak dikenal di sini."),
                format!("The field `{name}` is not known here."),
            ),
        )
        .note_if(did_you_mean(&close));
        if close.is_empty() {
            let all = self.known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            finding = finding.note(Bilingual::new(format!("Isian yang ada: {all}."), format!("The fields are {all}.")));
        }
        // The name of an unknown field is the record's own text: it is no name for `of_field`.
        self.scope.report.push(finding);
        close.first().copied()
    }
}

/// "Did you mean `a`, `b` or `c`?"
pub fn did_you_mean(close: &[&str]) -> Option<Bilingual> {
    let quoted: Vec<String> = close.iter().take(3).map(|word| format!("`{word}`")).collect();
    (!quoted.is_empty()).then(|| {
        Bilingual::new(
            format!("Mungkin maksudnya {}?", quoted.join(" atau ")),
            format!("Did you mean {}?", quoted.join(" or ")),
        )
    })
}
