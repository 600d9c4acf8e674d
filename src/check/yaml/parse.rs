//! From text to nodes, through serde.

use super::any::Any;
use super::events;
use super::{Field, Node, Style, Text, Value, complaint, remark};
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Report, Span};
use serde_saphyr::options::NonFiniteFloatPolicy;
use serde_saphyr::{DuplicateKeyPolicy, MergeKeyPolicy, Options, Spanned};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Deeper nesting than any record has; the budget stops hostile texts long before the stack does.
const MAX_DEPTH: usize = 32;

/// Parses the bytes `start..end` of `text`, the whole text of `file`; places count from its beginning.
///
/// Findings go to the report; `None` if the text is no YAML. Names that come twice are reported and kept.
pub fn parse<'s>(file: FileId, text: &'s str, start: usize, end: usize, report: &mut Report) -> Option<Node<'s>> {
    let part = text.get(start..end).unwrap_or_default();
    let node = match events::plain_tree(file, part, start) {
        Some(node) => node,
        None => with_findings(file, text, start, end, report)?,
    };
    remark::swallowed(&node, text, report);
    Some(node)
}

/// Through serde: slower, but with the words for everything that is wrong.
pub(super) fn with_findings<'s>(
    file: FileId,
    text: &'s str,
    start: usize,
    end: usize,
    report: &mut Report,
) -> Option<Node<'s>> {
    let part = text.get(start..end).unwrap_or_default();
    match serde_saphyr::from_str_with_options::<Spanned<Any>>(part, options()) {
        Ok(any) => {
            let lines = text.get(..start).map_or(0, |before| before.matches('\n').count());
            let mut builder = Builder { file, text: part, offset: start, lines, report, at: 0, breaks: None };
            Some(builder.node(any))
        }
        Err(error) => {
            report.push(complaint::explain(file, part, start, &error));
            None
        }
    }
}

fn options() -> Options {
    serde_saphyr::options! {
        strict_booleans: true,
        with_snippet: false,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        reject_unsupported_tags: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        budget: serde_saphyr::budget! {
            max_nodes: 5_000_000,
            max_events: 20_000_000,
            max_depth: MAX_DEPTH,
            max_aliases: 0,
            max_anchors: 0,
            max_total_scalar_bytes: 1 << 30,
        },
    }
}

/// Walks the values in the order of the text; `at` is the end of what was seen last, so that what
/// stands between two values (`- `, `: |`, `!tag`) can be looked at.
struct Builder<'s, 'r> {
    file: FileId,
    text: &'s str,
    offset: usize,
    /// Lines before the part that is parsed.
    lines: usize,
    report: &'r mut Report,
    at: usize,
    /// Line breaks of the text, looked for when a line number is first asked for.
    breaks: Option<Vec<usize>>,
}

impl<'s> Builder<'s, '_> {
    fn node(&mut self, any: Spanned<Any>) -> Node<'s> {
        let (start, length) = place(&any);
        let between = self.between(start);
        match any.value {
            Any::Empty => {
                self.at = start + length;
                Node { value: Value::Empty, span: self.span(start, start + length) }
            }
            Any::Text(decoded) => self.text_node(&decoded, start, length, &between),
            Any::List(items) => {
                self.at = start;
                let items: Vec<Node<'s>> = items.into_iter().map(|item| self.node(item)).collect();
                Node { value: Value::List(items), span: self.span(start, self.at.max(start + length)) }
            }
            Any::Table(entries) => {
                self.at = start;
                let fields = self.table(entries);
                Node { value: Value::Table(fields), span: self.span(start, self.at.max(start + length)) }
            }
        }
    }

    fn text_node(&mut self, decoded: &str, start: usize, length: usize, between: &str) -> Node<'s> {
        let end = start + length;
        self.at = end;
        let source = self.text.get(start..end).unwrap_or_default();
        let (text, style, end) = if between.contains(['|', '>']) {
            (Cow::Owned(decoded.trim_end().to_owned()), Style::Block, start + source.trim_end().len())
        } else if source.starts_with(['"', '\'']) {
            (Cow::Owned(decoded.to_owned()), Style::Quoted, end)
        } else if source.contains(['\n', '\r']) {
            (Cow::Owned(decoded.to_owned()), Style::Plain, end)
        } else if matches!(source, "~" | "null" | "Null" | "NULL") {
            return Node { value: Value::Empty, span: self.span(start, end) };
        } else {
            (Cow::Borrowed(source), Style::Plain, end)
        };
        Node { value: Value::Text(Text { text, style }), span: self.span(start, end) }
    }

    fn table(&mut self, entries: Vec<(Spanned<Any>, Spanned<Any>)>) -> Vec<Field<'s>> {
        let mut fields: Vec<Field<'s>> = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            let name = self.node(name);
            let value = self.node(value);
            match name.value {
                Value::Text(text) => fields.push(Field::new(text.text, name.span, value)),
                _ => self.report.push(name_is_no_word(name.span)),
            }
        }
        self.twice(&fields);
        for field in fields.iter().filter(|field| field.name == "<<") {
            self.report.push(merge_key(field.name_span()));
        }
        fields
    }

    fn twice(&mut self, fields: &[Field<'s>]) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for field in fields {
            match seen.get(&*field.name) {
                Some(first) => {
                    let line = self.line(first.start as usize - self.offset);
                    self.report.push(same_name_twice(field, line));
                }
                None => {
                    seen.insert(&field.name, field.name_span());
                }
            }
        }
    }

    /// The line of the file, from 1.
    fn line(&mut self, at: usize) -> usize {
        let text = self.text;
        let breaks = self.breaks.get_or_insert_with(|| text.match_indices('\n').map(|(at, _)| at).collect());
        1 + self.lines + breaks.partition_point(|end| *end < at)
    }

    /// What stands between the last value and `start`, without comments; tags are reported.
    fn between(&mut self, start: usize) -> String {
        let gap = self.text.get(self.at..start).unwrap_or_default();
        let mut code = String::new();
        let mut line_start = self.at;
        for line in gap.split_inclusive('\n') {
            let comment = line
                .char_indices()
                .find(|(at, c)| *c == '#' && line[..*at].chars().next_back().is_none_or(char::is_whitespace));
            let kept = comment.map_or(line, |(at, _)| &line[..at]);
            if let Some(at) = kept.find('!') {
                let from = line_start + at;
                let length = kept[at..].find(char::is_whitespace).unwrap_or(kept.len() - at);
                let span = self.span(from, from + length);
                self.report.push(complaint::tag(span));
            }
            code.push_str(kept);
            line_start += line.len();
        }
        code
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offset + start, self.offset + end)
    }
}

fn place(any: &Spanned<Any>) -> (usize, usize) {
    let span = any.referenced.span();
    let number = |value: Option<u64>| value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0);
    (number(span.byte_offset()), number(span.byte_len()))
}

fn name_is_no_word(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y001,
        span,
        Bilingual::new("Nama isian harus berupa satu kata.", "The name of a field must be a single word."),
    )
    .note(Bilingual::new(
        "Bila ini teks yang mengandung kurung, apit dengan tanda kutip: \"{…}\".",
        "If this is a text that holds brackets, put it in quotes: \"{…}\".",
    ))
}

fn merge_key(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Y003,
        span,
        Bilingual::new("Penggabungan dengan `<<` tidak dipakai di sini.", "Merging with `<<` is not used here."),
    )
    .note(Bilingual::new("Tulis isiannya secara lengkap.", "Write the fields out in full."))
}

fn same_name_twice(field: &Field<'_>, line: usize) -> Diagnostic {
    let name = &field.name;
    Diagnostic::at(
        Code::Y002,
        field.name_span(),
        Bilingual::new(format!("Isian `{name}` ditulis dua kali."), format!("The field `{name}` is written twice.")),
    )
    .note(Bilingual::new(
        format!("Yang pertama ada di baris {line}; hapus salah satunya."),
        format!("The first one is on line {line}; remove one of them."),
    ))
}
