//! One tag of raw HTML, read: its name, the one attribute that is kept, and why it does not pass where it does not.

use super::Refusal;

/// Tags of words; they stand anywhere and end where they began.
pub(super) const WORD_TAGS: [&str; 4] = ["sub", "sup", "abbr", "kbd"];
/// Tags of blocks; they stand on lines of their own and may hold any Markdown.
pub(super) const DETAILS: &str = "details";
/// What stands first in details, and is always seen.
pub(super) const SUMMARY: &str = "summary";
/// The tag without an end.
pub(super) const BREAK: &str = "br";

/// What a piece of raw HTML is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Markup {
    /// The name in lower case; empty for comments and the like.
    pub(super) name: String,
    /// It closes.
    pub(super) closing: bool,
    /// `<x/>`.
    pub(super) self_closing: bool,
    /// The one attribute that is kept: `title` of `abbr`, `open` of `details` (empty).
    pub(super) attribute: Option<(&'static str, String)>,
    /// It came in an HTML block, not among words.
    pub(super) in_block: bool,
}

impl Markup {
    /// Reads a piece of markup as it is written, brackets included.
    pub(super) fn read(text: &str, in_block: bool) -> Self {
        let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
        let closing = inner.starts_with('/');
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, rest) = inner.split_at(length);
        let well_named = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '/');
        let name = if well_named { name.to_ascii_lowercase() } else { String::new() };
        let attribute = match name.as_str() {
            "abbr" => attribute(rest, "title").map(|value| ("title", value)),
            DETAILS => attribute(rest, "open").map(|_| ("open", String::new())),
            _ => None,
        };
        Self { name, closing, self_closing: rest.ends_with('/'), attribute, in_block }
    }

    /// It is a tag of blocks.
    pub(super) fn is_block_tag(&self) -> bool {
        self.name == DETAILS || self.name == SUMMARY
    }

    /// Whether words begin to stand between it and its end (true) or cease to (false); neither where it has no end.
    pub(super) fn encloses(&self) -> Option<bool> {
        WORD_TAGS.contains(&self.name.as_str()).then_some(!self.closing)
    }

    /// Why it does not pass, where it does not.
    pub(super) fn refusal(&self) -> Refusal {
        match self.name.as_str() {
            BREAK => Refusal::NotOpened,
            name if !self.is_block_tag() && !WORD_TAGS.contains(&name) => Refusal::Unknown,
            _ if self.is_block_tag() && !self.in_block => Refusal::AmongWords,
            SUMMARY => Refusal::NoDetails,
            _ if self.closing => Refusal::NotOpened,
            DETAILS => Refusal::DetailsNotClosed,
            _ => Refusal::NotClosed,
        }
    }
}

/// The value of an attribute, empty if it has none.
fn attribute(mut rest: &str, wanted: &str) -> Option<String> {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let first = rest.chars().next()?.len_utf8();
        let length = rest[first..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
        let (name, after) = rest.split_at(length.map_or(rest.len(), |length| first + length));
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(value) => attribute_value(value.trim_start()),
            None => ("", after),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
        rest = after;
    }
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(body) = text.strip_prefix(quote) {
            return body.split_once(quote).unwrap_or((body, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn tags_are_read_with_the_one_attribute_that_is_kept() {
        for (text, name, closing, attribute) in [
            ("<sub>", "sub", false, None),
            ("</SUB >", "sub", true, None),
            ("<abbr class='x' title=\"a > b\" onclick=x>", "abbr", false, Some(("title", "a > b"))),
            ("<abbr title=ASN>", "abbr", false, Some(("title", "ASN"))),
            ("<details é=1 open>", "details", false, Some(("open", ""))),
            ("<!-- x -->", "", false, None),
            ("<sub-x>", "", false, None),
        ] {
            let markup = Markup::read(text, false);
            assert_eq!((markup.name.as_str(), markup.closing), (name, closing), "{text}");
            assert_eq!(markup.attribute.as_ref().map(|(key, value)| (*key, value.as_str())), attribute, "{text}");
        }
    }
}
