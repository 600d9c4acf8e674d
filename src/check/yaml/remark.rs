//! Y009: a text that goes on behind ` #`. YAML takes the rest of the line for a remark, and the page would show half a
//! title: `Cohort #3 of 2025` is published as `Cohort`.

use super::{Field, Node, Style, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Report, Span};

/// Reports what stands behind a text without quotes as if it belonged to it. `text` is the whole text of the file.
pub(super) fn swallowed(node: &Node<'_>, text: &str, report: &mut Report) {
    let start = node.span.start as usize;
    let (first, last) = (line_start(text, start), line_end(text, node.span.end as usize));
    // Hardly any text has such a sign: then no node is looked at.
    let part = text.get(first..last).unwrap_or_default();
    if memchr::memchr_iter(b'#', part.as_bytes()).any(|at| is_glued(part.as_bytes(), at)) {
        look(node, text, report);
    }
}

fn look(node: &Node<'_>, text: &str, report: &mut Report) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| look(item, text, report)),
        Value::Table(fields) => {
            for field in fields {
                if field.value.value == Value::Empty {
                    look_behind(field, text, report);
                }
                look(&field.value, text, report);
            }
        }
        Value::Text(own) if own.style == Style::Plain => {
            let end = node.span.end as usize;
            let rest = text.get(end..line_end(text, end)).unwrap_or_default();
            let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            if blanks > 0 && is_glued(rest.as_bytes(), blanks) {
                report.push(finding(Span::new(node.span.file, end + blanks, end + rest.trim_end().len())));
            }
        }
        Value::Text(_) | Value::Empty => {}
    }
}

/// A value that is all remark: `venue: #3`.
fn look_behind(field: &Field<'_>, text: &str, report: &mut Report) {
    let name = field.name_span();
    let end = name.end as usize;
    let line = text.get(end..line_end(text, end)).unwrap_or_default();
    let rest = line.trim_start_matches(' ').strip_prefix(':').map(|rest| rest.trim_start_matches([' ', '\t']));
    let at = rest.map_or(0, |rest| line.len() - rest.len());
    if is_glued(line.as_bytes(), at) {
        report.push(finding(Span::new(name.file, end + at, end + line.trim_end().len())));
    }
}

/// Whether a `#` stands at `at`, after a blank, with a word right behind it: a remark has a blank there.
fn is_glued(bytes: &[u8], at: usize) -> bool {
    let is_word = |byte: &u8| !byte.is_ascii_whitespace() && !matches!(byte, b'#' | b'!');
    bytes.get(at) == Some(&b'#')
        && at.checked_sub(1).is_some_and(|before| matches!(bytes[before], b' ' | b'\t'))
        && bytes.get(at + 1).is_some_and(is_word)
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |length| at + length)
}

fn finding(span: Span) -> Diagnostic {
    let message = Bilingual::new(
        "Yang ditulis setelah ` #` dianggap keterangan dan tidak diterbitkan.",
        "What stands after ` #` is taken for a remark and not published.",
    );
    Diagnostic::at(Code::Y009, span, message).note(Bilingual::new(
        "Jika itu bagian dari teks, tulis seluruh teks di antara tanda kutip; jika keterangan, beri spasi setelah `#`.",
        "If it belongs to the text, put the whole text in quotes; if it is a remark, write a blank after the `#`.",
    ))
}
