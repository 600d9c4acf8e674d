//! Finds `[[…]]` and hides it from the Markdown parser.
//!
//! A parser that meets `[[papua|the province]]` sees brackets, a table's column sign, perhaps a reference link. So each
//! binding is masked by as many bytes of letters: every byte range stays what it was in the source, and where the
//! parser says "code", the source is simply shown.

use super::{Binding, label};
use pulldown_cmark::CowStr;
use std::borrow::Cow;
use std::ops::Range;

/// Masks begin with a character of Unicode's last private plane; its place in the plane is the binding's.
const FIRST_MARK: u32 = 0x10_0000;
/// How many marks there are.
const MARKS: u32 = 0xFFFE;
/// Every mark, and nothing else, begins with this byte in UTF-8.
const MARK_BYTE: u8 = 0xF4;
/// Stands in for characters of the source that look like marks.
const NOT_A_MARK: char = '\u{F0000}';
/// Bytes of a mark, as of [`NOT_A_MARK`].
const MARK_LENGTH: usize = 4;
/// How many line ends a label may hold; more is a bracket that was never closed.
const MOST_LINE_ENDS: usize = 2;

/// A source with its bindings masked.
pub(super) struct Masked<'s> {
    source: &'s str,
    text: Cow<'s, str>,
    bindings: Vec<Binding>,
}

impl<'s> Masked<'s> {
    /// Finds and masks the bindings of `source`, those in code too: what is code only the parser knows.
    pub(super) fn new(source: &'s str) -> Self {
        let bindings = find(source);
        if bindings.is_empty() && !source.as_bytes().contains(&MARK_BYTE) {
            return Self { source, text: Cow::Borrowed(source), bindings };
        }
        let mut text = String::with_capacity(source.len());
        let mut done = 0;
        for (index, binding) in bindings.iter().enumerate() {
            push_unmarked(&mut text, &source[done..binding.range.start]);
            push_mask(&mut text, &source[binding.range.clone()], index);
            done = binding.range.end;
        }
        push_unmarked(&mut text, &source[done..]);
        Self { source, text: Cow::Owned(text), bindings }
    }

    /// What the parser reads: as long as the source.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Every binding, in order.
    pub(super) fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The source of a text that the parser took unchanged from `range`.
    pub(super) fn source_of(&self, text: &str, range: &Range<usize>) -> Option<&'s str> {
        self.text.get(range.clone()).filter(|at| *at == text).and_then(|_| self.source.get(range.clone()))
    }

    /// The source of `range`.
    pub(super) fn source_at(&self, range: &Range<usize>) -> &'s str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// A text of the parser with every mask replaced by what it hides.
    pub(super) fn restore<'t>(&self, text: CowStr<'t>) -> CowStr<'t> {
        if !text.as_bytes().contains(&MARK_BYTE) {
            return text;
        }
        let mut restored = String::with_capacity(text.len());
        let mut rest: &str = &text;
        while let Some(first) = rest.chars().next() {
            let hidden = u32::from(first)
                .checked_sub(FIRST_MARK)
                .and_then(|index| self.bindings.get(usize::try_from(index).ok()?))
                .map(|binding| first_line(&self.source[binding.range.clone()]));
            rest = &rest[first.len_utf8()..];
            let Some(hidden) = hidden else {
                restored.push(first);
                continue;
            };
            restored.push_str(hidden);
            let filler = rest.bytes().take(hidden.len() - MARK_LENGTH).take_while(|byte| *byte == b'x').count();
            rest = &rest[filler..];
        }
        restored.into()
    }
}

fn find(source: &str) -> Vec<Binding> {
    let mut bindings = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find("[[") {
        let open = at + found;
        match binding_at(source, open) {
            Some(binding) => {
                at = binding.range.end;
                bindings.push(binding);
            }
            None => at = open + 1,
        }
    }
    bindings
}

/// The binding whose brackets open at `open`. Stops at the next bracket, so that a whole search is linear.
fn binding_at(source: &str, open: usize) -> Option<Binding> {
    let bytes = source.as_bytes();
    if is_escaped(bytes, open) {
        return None;
    }
    let (bar, close) = ends(source, open + 2)?;
    if bytes.get(close + 2) == Some(&b'(') && is_address(&source[close + 3..]) {
        return None;
    }
    let key_end = match bar {
        Some(bar) if bytes[bar - 1] == b'\\' => bar - 1,
        Some(bar) => bar,
        None => close,
    };
    let written = source.get(open + 2..key_end)?;
    let key = written.trim();
    if key.is_empty() || key.starts_with('^') {
        return None;
    }
    let key_start = open + 2 + (written.len() - written.trim_start().len());
    let (target, figure) = match key.split_once('#') {
        Some((target, figure)) => (target, Some(figure.to_owned())),
        None => (key, None),
    };
    let bang = open > 0 && bytes[open - 1] == b'!' && !is_escaped(bytes, open - 1);
    Some(Binding {
        key: key.to_owned(),
        target: target.to_owned(),
        figure,
        label: bar.and_then(|bar| label::read(&source[bar + 1..close])),
        block: false,
        range: open - usize::from(bang)..close + 2,
        key_range: key_start..key_start + key.len(),
    })
}

/// Where the label's bar stands, if there is one, and where the closing brackets do.
fn ends(source: &str, body: usize) -> Option<(Option<usize>, usize)> {
    let bytes = source.as_bytes();
    let (mut bar, mut line_ends, mut at) = (None, 0, body);
    loop {
        match *bytes.get(at)? {
            b']' => return (bytes.get(at + 1) == Some(&b']')).then_some((bar, at)),
            b'[' | b'`' => return None,
            b'<' | b'>' if bar.is_none() => return None,
            b'|' if bar.is_none() => bar = Some(at),
            b'\n' | b'\r' => {
                line_ends += 1;
                let label_so_far = source.get(bar? + 1..at)?;
                if line_ends > MOST_LINE_ENDS || label_so_far.trim_start().is_empty() {
                    return None;
                }
                at = next_line(bytes, at)?;
            }
            _ => {}
        }
        at += 1;
    }
}

/// The first byte of the words on the next line, after indentation and quote signs, if words are what follows.
fn next_line(bytes: &[u8], line_end: usize) -> Option<usize> {
    let mut at = line_end + usize::from(bytes[line_end] == b'\r' && bytes.get(line_end + 1) == Some(&b'\n')) + 1;
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'>')) {
        at += 1;
    }
    let signs = bytes.get(at..)?.iter().take_while(|byte| matches!(byte, b'*' | b'_' | b'(' | b'"')).count();
    bytes.get(at + signs).filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).map(|_| at)
}

/// Whether a backslash takes its meaning from the sign at `at`.
pub(super) fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// `[[1]](https://…)`, the habit of encyclopedias, is an ordinary link.
fn is_address(after: &str) -> bool {
    let end = after.find(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | ')')).unwrap_or(after.len());
    after[end..].starts_with(')') && after[..end].contains(['/', '.', '#', ':'])
}

fn first_line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or(text)
}

fn push_unmarked(out: &mut String, source: &str) {
    if source.as_bytes().contains(&MARK_BYTE) {
        out.extend(source.chars().map(|c| if u32::from(c) >= FIRST_MARK { NOT_A_MARK } else { c }));
    } else {
        out.push_str(source);
    }
}

/// Line ends and what begins the lines after them stay, for the parser must see its blocks.
fn push_mask(out: &mut String, hidden: &str, index: usize) {
    let fill = |out: &mut String, length: usize| out.extend(std::iter::repeat_n('x', length));
    let first = first_line(hidden);
    let mark = u32::try_from(index).unwrap_or(MARKS).min(MARKS);
    out.push(char::from_u32(FIRST_MARK + mark).unwrap_or(NOT_A_MARK));
    fill(out, first.len() - MARK_LENGTH);
    let mut rest = &hidden[first.len()..];
    while !rest.is_empty() {
        let start = rest.find(|c: char| !matches!(c, '\n' | '\r' | ' ' | '\t' | '>')).unwrap_or(rest.len());
        let length = first_line(&rest[start..]).len();
        out.push_str(&rest[..start]);
        fill(out, length);
        rest = &rest[start + length..];
    }
}

#[cfg(test)]
mod tests {
    use super::{Masked, find};

    #[test]
    fn bindings_are_read_with_their_places() {
        for (source, key, target, figure, label) in [
            ("ke [[papua]].", "papua", "papua", None, None),
            ("[[ papua | tanah \\| air ]]", "papua", "papua", None, Some("tanah | air")),
            ("[[papua\\|provinsi itu]]", "papua", "papua", None, Some("provinsi itu")),
            ("[[c-1#participants|42 🧑‍🎓]]", "c-1#participants", "c-1", Some("participants"), Some("42 🧑‍🎓")),
            ("[[cohort:papua-2022]]", "cohort:papua-2022", "cohort:papua-2022", None, None),
            ("[[مالانغ|مدينة]]", "مالانغ", "مالانغ", None, Some("مدينة")),
            ("[[#people_sent]]", "#people_sent", "", Some("people_sent"), None),
            ("> [[a|satu\n> dua]]", "a", "a", None, Some("satu dua")),
            ("[[a|satu\n**dua**]]", "a", "a", None, Some("satu **dua**")),
            ("[[a|]]", "a", "a", None, None),
            ("[[[a]]]", "a", "a", None, None),
            ("\\![[a]]", "a", "a", None, None),
            ("\\\\[[a]]", "a", "a", None, None),
        ] {
            let found = find(source);
            assert_eq!(found.len(), 1, "{source}");
            let it = &found[0];
            assert_eq!((it.key.as_str(), it.target.as_str()), (key, target));
            assert_eq!((it.figure.as_deref(), it.label.as_deref()), (figure, label), "{source}");
            assert_eq!(&source[it.key_range.clone()], key);
            assert!(source[it.range.clone()].starts_with("[[") && source[it.range.clone()].ends_with("]]"), "{source}");
        }
        assert_eq!(find("lihat ![[a]]")[0].range, 6..12);
    }

    #[test]
    fn what_only_looks_like_a_binding_is_none() {
        for source in [
            "[a]",
            "[[]]",
            "[[ ]]",
            "[[a]",
            "[[a] ]",
            "[[a\nb]]",
            "[[a|b\n\nc]]",
            "[[a|b\n- c]]",
            "[[a|b\n* c]]",
            "\\[[a]]",
            "[[a`b]]",
            "[[<b>]]",
            "[[^1]]",
            "[[1]](https://go.id)",
            "[[a|b\nc\nd\ne]]",
        ] {
            assert_eq!(find(source), [], "{source}");
        }
    }

    #[test]
    fn masks_keep_every_byte_in_its_place() {
        let source = "\u{100000}[[a]] \u{10FFFF} ![[b|é\r\n> د]] z";
        let masked = Masked::new(source);
        assert_eq!(masked.text().len(), source.len());
        assert!(!masked.text().contains('['));
        assert!(masked.text().contains("\r\n> "));
        let first = &masked.text()[4..9];
        assert_eq!(masked.restore(first.into()).as_ref(), "[[a]]");
        assert_eq!(masked.source_of(first, &(4..9)), Some("[[a]]"));
        assert_eq!(masked.source_of("other", &(4..9)), None);
    }
}
