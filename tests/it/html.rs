//! A strict reader of the HTML that Terbit writes.
//!
//! Browsers forgive; this does not: attributes are quoted or plain words, none stands twice, every
//! element is closed in order. What it refuses would mostly still work, and is a mistake anyway.

use std::collections::BTreeSet;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// The element, in lower case.
    pub name: String,
    /// Attributes with decoded values.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A document: its start tags in order, and the text between them, raw text elements included.
#[derive(Debug, Default)]
pub struct Document {
    /// The start tags.
    pub tags: Vec<Tag>,
    /// The decoded text outside of `script` and `style`.
    pub text: String,
    /// The contents of `script` elements.
    pub scripts: Vec<String>,
}

const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    /// The first thing that is not as it should be, with some of the text there.
    pub fn parse(html: &str) -> Result<Self, String> {
        let mut document = Self::default();
        let mut open: Vec<String> = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            document.text.push_str(&decode(&rest[..at])?);
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").ok_or("a comment is not closed")?.1;
            } else if rest.starts_with("<!") {
                rest = rest.split_once('>').ok_or("a declaration is not closed")?.1;
            } else if let Some(end) = rest.strip_prefix("</") {
                let (name, after) = end.split_once('>').ok_or_else(|| near("an end tag is not closed", rest))?;
                let name = name.trim().to_ascii_lowercase();
                let expected = open.pop();
                if expected.as_ref() != Some(&name) {
                    return Err(near(&format!("</{name}> closes {expected:?}"), rest));
                }
                rest = after;
            } else {
                rest = document.start_tag(rest, &mut open)?;
            }
        }
        document.text.push_str(&decode(rest)?);
        if open.is_empty() { Ok(document) } else { Err(format!("not closed: {open:?}")) }
    }

    fn start_tag<'a>(&mut self, text: &'a str, open: &mut Vec<String>) -> Result<&'a str, String> {
        let (tag, closed, mut rest) = tag(text)?;
        let name = tag.name.clone();
        self.tags.push(tag);
        if closed || VOID.contains(&name.as_str()) {
            return Ok(rest);
        }
        if name == "script" || name == "style" {
            let end = format!("</{name}>");
            let (inside, after) = rest.split_once(&end).ok_or_else(|| format!("<{name}> is not closed"))?;
            if inside.contains("<!--") || inside.to_ascii_lowercase().contains("<script") {
                return Err(near("markup inside raw text", inside));
            }
            if name == "script" {
                self.scripts.push(inside.to_owned());
            }
            rest = after;
        } else {
            open.push(name);
        }
        Ok(rest)
    }

    /// Every `id`.
    ///
    /// # Errors
    /// An id that stands twice.
    pub fn ids(&self) -> Result<BTreeSet<&str>, String> {
        let mut ids = BTreeSet::new();
        for id in self.tags.iter().filter_map(|tag| tag.get("id")) {
            if id.is_empty() || id.contains(char::is_whitespace) {
                return Err(format!("the id `{id}` is empty or has a blank"));
            }
            if !ids.insert(id) {
                return Err(format!("the id `{id}` stands twice"));
            }
        }
        Ok(ids)
    }

    /// The elements called `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }
}

/// Reads `<name a="b" c>`: the tag, whether it closes itself, and what follows.
fn tag(text: &str) -> Result<(Tag, bool, &str), String> {
    let body = &text[1..];
    let length = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(body.len());
    if length == 0 || !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(near("a bare `<`", text));
    }
    let mut tag = Tag { name: body[..length].to_ascii_lowercase(), attributes: Vec::new() };
    let mut rest = &body[length..];
    loop {
        let trimmed = rest.trim_start();
        if let Some(after) = trimmed.strip_prefix("/>") {
            return Ok((tag, true, after));
        }
        if let Some(after) = trimmed.strip_prefix('>') {
            return Ok((tag, false, after));
        }
        if trimmed.len() == rest.len() {
            return Err(near("no blank before an attribute", text));
        }
        let (key, value, after) = attribute(trimmed).ok_or_else(|| near("a broken attribute", text))?;
        if tag.get(&key).is_some() {
            return Err(near(&format!("the attribute `{key}` stands twice"), text));
        }
        tag.attributes.push((key, decode(value)?));
        rest = after;
    }
}

fn attribute(text: &str) -> Option<(String, &str, &str)> {
    let length = text.find(|c: char| c.is_whitespace() || "=>/\"'<".contains(c))?;
    if length == 0 {
        return None;
    }
    let key = text[..length].to_ascii_lowercase();
    let Some(value) = text[length..].strip_prefix('=') else { return Some((key, "", &text[length..])) };
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (inside, after) = quoted.split_once(quote)?;
            return (!inside.contains('<')).then_some((key, inside, after));
        }
    }
    let length = value.find(|c: char| c.is_whitespace() || c == '>')?;
    (length > 0 && !value[..length].contains(['"', '\'', '<', '=', '`'])).then_some((
        key,
        &value[..length],
        &value[length..],
    ))
}

/// Replaces character references; a bare `&` is a mistake.
fn decode(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (name, after) = rest[at + 1..].split_once(';').ok_or_else(|| near("a bare `&`", &rest[at..]))?;
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            "ndash" => '–',
            "mdash" => '—',
            "hellip" => '…',
            "middot" => '·',
            "times" => '×',
            "rarr" => '→',
            "larr" => '←',
            "copy" => '©',
            _ => number.and_then(char::from_u32).ok_or_else(|| near("an unknown reference", &rest[at..]))?,
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn near(what: &str, text: &str) -> String {
    format!("{what}, at: {}", text.chars().take(80).collect::<String>())
}

#[test]
fn the_reader_reads() {
    let document = Document::parse(
        "<!doctype html><html lang=\"id\"><!-- < --><p id='a' hidden>A &amp; B<br>&lt;<svg><path d=\"M0\"/></svg></p>\
         <script>if (1 < 2) {}</script></html>",
    )
    .expect("well-formed");
    assert_eq!(document.text, "A & B<");
    assert_eq!(document.tags[1].attributes, [("id".into(), "a".into()), ("hidden".into(), String::new())]);
    assert_eq!(document.scripts, ["if (1 < 2) {}"]);
    assert_eq!(document.ids().expect("once").into_iter().collect::<Vec<_>>(), ["a"]);
}

#[test]
fn the_reader_is_strict() {
    for bad in [
        "<p>a",
        "<p>a</b>",
        "<p a=\"1\" a=\"2\"></p>",
        "<p a=\"1\"b=\"2\"></p>",
        "<p a=\"<\"></p>",
        "a < b",
        "a & b",
        "&nothing;",
        "<script><!--</script>",
    ] {
        assert!(Document::parse(bad).is_err(), "{bad}");
    }
    assert!(Document::parse("<i id=a></i><i id=a></i>").expect("well-formed").ids().is_err());
}
