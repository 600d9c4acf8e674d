//! Finds `[[…]]` that was meant as a binding and is none: `[[]]`, `[[|kota]]`, a text that holds brackets or backticks,
//! a name broken over a line end. It would be published with its brackets.

use super::bindings::is_escaped;
use std::ops::Range;

/// The bytes of such brackets if they open at `open`, where the parser found a text.
///
/// Brackets around a link (`[[x](y)]`) or a footnote (`[[^1]]`) are brackets, as are those that never close in their
/// paragraph.
pub(super) fn unread_at(source: &str, open: usize) -> Option<Range<usize>> {
    let rest = source.get(open..)?;
    let body = rest.strip_prefix("![[").or_else(|| rest.strip_prefix("[["))?;
    if body.starts_with('^') || is_escaped(source.as_bytes(), open) {
        return None;
    }
    let start = source.len() - body.len();
    closing(body).map(|end| open..start + end + "]]".len())
}

/// Where the two brackets stand that close `body`.
fn closing(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 1,
            b'`' => at = code_end(bytes, at),
            b'[' if bytes.get(at + 1) == Some(&b'[') => return None,
            b'[' => depth += 1,
            b']' if depth > 0 => depth -= 1,
            b']' => return (bytes.get(at + 1) == Some(&b']')).then_some(at),
            b'\n' if is_blank_line(&bytes[at + 1..]) => return None,
            _ => {}
        }
        at += 1;
    }
}

/// The last byte of the code that begins at `at`, of its backticks where it never ends.
fn code_end(bytes: &[u8], at: usize) -> usize {
    let run = |from: usize| bytes[from..].iter().take_while(|byte| **byte == b'`').count();
    let length = run(at);
    let mut next = at + length;
    while let Some(found) = bytes[next..].iter().position(|byte| *byte == b'`') {
        let other = run(next + found);
        next += found + other;
        if other == length {
            return next - 1;
        }
    }
    at + length - 1
}

fn is_blank_line(rest: &[u8]) -> bool {
    let mut bytes = rest.iter().skip_while(|byte| matches!(**byte, b' ' | b'\t' | b'\r' | b'>'));
    bytes.next().is_none_or(|byte| *byte == b'\n')
}

#[cfg(test)]
mod tests {
    use crate::text::markdown::scan;

    #[test]
    fn brackets_that_were_meant_as_a_binding_are_found() {
        for (source, unread) in [
            ("ke [[]] dan [[ ]]", vec!["[[]]", "[[ ]]"]),
            ("ke [[|x]]", vec!["[[|x]]"]),
            ("![[]]", vec!["![[]]"]),
            ("[[kota-\nmalang]]", vec!["[[kota-\nmalang]]"]),
            ("[[a|\n**b** c]]", vec!["[[a|\n**b** c]]"]),
            ("[[a|b `c` d]] [[e|f [g] h]]", vec!["[[a|b `c` d]]", "[[e|f [g] h]]"]),
            ("[[a|lihat [x](y)]]", vec!["[[a|lihat [x](y)]]"]),
            ("*[[|x]]* # [[|y]]\n\n| a |\n|---|\n| [[]] |", vec!["[[|x]]", "[[|y]]", "[[]]"]),
            ("[[[]]]", vec!["[[[]]]"]),
        ] {
            let found: Vec<_> = scan(source).unread.into_iter().map(|range| &source[range]).collect();
            assert_eq!(found, unread, "{source}");
        }
    }

    #[test]
    fn brackets_that_are_brackets_are_left_alone() {
        for source in [
            "[[a]] [[b|c]]",
            "\\[\\[x\\]\\] \\[[]] [\\[]]",
            "`[[]]` ``[[|x]]``",
            "```\n[[]]\n```\n\n    [[]]",
            "[[^1]]\n\n[^1]: x",
            "[[1]](https://go.id) [[x](y)] [[x][y]]\n\n[y]: z",
            "[[ belum ditutup\n\n]]",
            "[[ belum ` ditutup ]` ]",
            "<https://go.id/[[]]>",
            "a [[ b",
        ] {
            assert_eq!(scan(source).unread, [], "{source}");
        }
    }
}
