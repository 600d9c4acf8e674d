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
fn with_findings<'s>(file: FileId, text: &'s str, start: usize, end: usize, report: &mut Report) -> Option<Node<'s>> {
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

#[cfg(test)]
mod tests {
    use super::{parse, with_findings};
    use crate::check::yaml::events::plain_tree;
    use crate::check::yaml::{Node, Style, Value};
    use crate::diag::{Code, FileId, Report};

    fn read(text: &str) -> (Option<Node<'_>>, Vec<(Code, u32)>) {
        let mut report = Report::new();
        let node = parse(FileId(0), text, 0, text.len(), &mut report);
        let found = report.diagnostics().iter().map(|d| (d.code, d.span.map_or(0, |span| span.start))).collect();
        (node, found)
    }

    /// Pieces of YAML, put together in any way: most are no YAML, and those that are use everything.
    const PIECES: [&str; 34] = [
        "a", "b: ", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "\"", "'", "|\n", ">-\n", "# c",
        "!x ", "!!str ", "&x ", "*x", "~", "null", "NO", "012", "1.5", "é", "? ", "%", "---\n", "<<: ", "\\n", "\t",
        " ",
    ];

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(4000))]
        #[test]
        fn both_ways_give_the_same_tree(picks in proptest::collection::vec(0..PIECES.len(), 0..14)) {
            let text: String = picks.iter().map(|at| PIECES[*at]).collect();
            let mut report = Report::new();
            if let Some(tree) = plain_tree(FileId(0), &text, 0) {
                let other = with_findings(FileId(0), &text, 0, text.len(), &mut report);
                proptest::prop_assert_eq!((Some(tree), 0), (other, report.diagnostics().len()), "{}", text);
            }
        }
    }

    #[test]
    fn texts_in_order_go_the_short_way() {
        let text = "- id: a\n  name: {id: x, en: \"y\"}\n  of: [a, b]\n  note: |\n    one\n    two\n\n- id: b # c\n  x:\n  y: >\n    folded\n    text\n";
        let tree = plain_tree(FileId(0), text, 0);
        assert!(tree.is_some());
        assert_eq!(tree, with_findings(FileId(0), text, 0, text.len(), &mut Report::new()));
        assert_eq!(plain_tree(FileId(0), "a: 1\na: 2\n", 0), None);
        assert_eq!(plain_tree(FileId(0), "a: !x 1\n", 0), None);
        assert_eq!(plain_tree(FileId(0), "%|\n---\na", 0), None);
    }

    #[test]
    fn plain_words_stay_verbatim() {
        let (node, found) = read(
            "a: NO\nb: 012\nc: 1_000\nd: 12:30\ne: 1.10\nf: 0x1F\ng: 1e999\nh: .nan\ni: true\nj: 2022-11-07 # c\nk: 9999999999999999999999999999999999999999999\nl: -0\n",
        );
        assert!(found.is_empty(), "{found:?}");
        let node = node.expect("a tree");
        let texts: Vec<&str> = node
            .fields()
            .expect("fields")
            .iter()
            .map(|field| field.value.text().map_or("", |text| &*text.text))
            .collect();
        assert_eq!(
            texts,
            [
                "NO",
                "012",
                "1_000",
                "12:30",
                "1.10",
                "0x1F",
                "1e999",
                ".nan",
                "true",
                "2022-11-07",
                "9999999999999999999999999999999999999999999",
                "-0"
            ]
        );
    }

    #[test]
    fn styles_and_places_are_known() {
        let source = "a: 'x'\nb: |\n  one\n  two\nc: [é, \"y\"]\nd:\n";
        let (node, _) = read(source);
        let node = node.expect("a tree");
        let fields = node.fields().expect("fields");
        assert_eq!(fields[0].value.text().map(|text| text.style), Some(Style::Quoted));
        let block = fields[1].value.text().expect("a text");
        assert_eq!((&*block.text, block.style), ("one\ntwo", Style::Block));
        let list = &fields[2].value;
        assert_eq!(&source[list.span.start as usize..list.span.end as usize], "[é, \"y\"");
        assert!(matches!(fields[3].value.value, Value::Empty));
        assert_eq!(node.span.start, 0);
    }

    #[test]
    fn what_yaml_can_do_and_records_must_not() {
        assert_eq!(read("a: 1\na: 2\n").1, [(Code::Y002, 5)]);
        assert_eq!(read("a: !!str 5 # !x\n").1, [(Code::Y003, 3)]);
        assert_eq!(read("a: !x 5\n").1[0].0, Code::Y003);
        assert_eq!(read("a: &x 5\n").1[0], (Code::Y003, 3));
        assert_eq!(read("a: *x\n").1[0], (Code::Y003, 3));
        assert_eq!(read("<<: {a: 1}\n").1, [(Code::Y003, 0)]);
        assert_eq!(read("a: 1\n---\nb: 2\n").1[0].0, Code::Y005);
        assert_eq!(read("a: {{ x }}\n").1[0].0, Code::Y001);
        assert_eq!(read("a: hello! # &c !d\nb: x & y\n").1, []);
    }

    #[test]
    fn hostile_texts_end_quickly() {
        for text in ["[".repeat(1 << 20), "{a: ".repeat(1 << 18), "- ".repeat(1 << 19), "a: ".repeat(1 << 18)] {
            let (node, found) = read(&text);
            assert!(node.is_none() && found.len() == 1, "{}", &text[..8]);
        }
        let mut deep = String::new();
        for level in 0..1000 {
            deep.push_str(&" ".repeat(level));
            deep.push_str("a:\n");
        }
        assert_eq!(read(&deep).1[0].0, Code::Y004);
        assert_eq!(read(&format!("{}{}", "[".repeat(40), "]".repeat(40))).1[0].0, Code::Y004);
    }
}
