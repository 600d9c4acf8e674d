//! What holds for every text, however broken.

use super::{Resolver, Target, render, scan};
use proptest::prelude::*;

/// Leads everything anywhere, dangerous places included.
struct Anywhere;

impl Resolver for Anywhere {
    fn binding(&self, key: &str, block: bool) -> Option<Target> {
        match key.len() % 4 {
            0 => None,
            1 => Some(Target::Text(key.to_owned())),
            _ if block => Some(Target::Block("<p>x</p>".into())),
            _ => Some(Target::Link { href: key.to_owned(), text: key.to_owned(), lang: Some(key.to_owned()) }),
        }
    }

    fn address(&self, address: &str) -> Option<String> {
        Some(address.to_owned())
    }

    fn word(&self, key: &str) -> String {
        key.to_owned()
    }
}

/// Pieces that Markdown and HTML are made of, so that chance meets them in all orders.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[[a]]",
        "![[bb]]",
        "[[a|b]]",
        "[[a\\|b\nc]]",
        "[[a|**b** <c>]]",
        "[[|b]]",
        "[[",
        "]]",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](x)",
        "[^1]",
        "[^1]: ",
        "|",
        "|-|",
        "\n",
        "\n\n",
        "\r\n",
        "> ",
        "- ",
        "1. ",
        "- [ ] ",
        ": ",
        "# ",
        "===",
        "---",
        "```",
        "`",
        "``",
        "~~",
        "*",
        "**",
        "_",
        "\\",
        "!",
        "    ",
        "\t",
        "<sub>",
        "</sub>",
        "<sup>",
        "</sup>",
        "<br>",
        "<details>",
        "</details>",
        "<details open>",
        "<summary>",
        "</summary>",
        "<kbd>",
        "</kbd>",
        "<abbr title=\"",
        "\">",
        "</abbr>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<a href='",
        "'>",
        "&amp;",
        "&#106;",
        "javascript:",
        "data:",
        "[x](javascript:y)",
        "{#a}",
        "[!NOTE]",
        "a",
        "b",
        " ",
        "  \n",
        "é",
        "د",
        "🏙",
        "\u{100000}",
        "\u{10FFFD}",
        "\0",
        "[a]: b",
        "<https://a>",
        "x\n: ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Checks that every tag is closed where it must be, and that attributes are harmless.
fn check(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').ok_or("a tag without end")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        if tag.starts_with('/') {
            let opened = open.pop();
            if opened != Some(name) {
                return Err(format!("</{name}> closes {opened:?}"));
            }
        } else if !["br", "hr", "img", "input"].contains(&name) {
            if name == "a" && open.contains(&"a") {
                return Err("a link in a link".to_owned());
            }
            if matches!(name, "p" | "div" | "ul" | "details" | "table") && open.contains(&"p") {
                return Err(format!("<{name}> in a paragraph"));
            }
            open.push(name);
        }
        for bad in
            ["<script", " style=", " onclick", "href=\"javascript:", "href=\"data:", "src=\"javascript:", "src=\"data:"]
        {
            if format!("<{tag}").to_ascii_lowercase().contains(bad) {
                return Err(format!("{bad} in <{tag}>"));
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

fn holds(markdown: &str) -> Result<(), TestCaseError> {
    let found = scan(markdown);
    let ranges = found.bindings.iter().flat_map(|binding| [binding.range.clone(), binding.key_range.clone()]);
    let ranges = ranges.chain(found.references.iter().map(|reference| reference.range.clone()));
    let ranges = ranges
        .chain(found.raw_html.iter().map(|one| one.range.clone()))
        .chain(found.unread.iter().cloned())
        .chain(found.headings.iter().map(|it| it.range.clone()));
    for range in ranges.chain(found.missing_labels.iter().map(|(_, range)| range.clone())) {
        prop_assert!(markdown.get(range.clone()).is_some(), "{range:?} is no place in {markdown:?}");
    }
    let rendered = render(markdown, 2, &Anywhere);
    prop_assert_eq!(check(&rendered.html), Ok(()), "{:?} gave {}", markdown, rendered.html);
    prop_assert!(
        !rendered.html.contains('\u{100000}') || markdown.contains('\u{100000}'),
        "a mask is left: {markdown:?}"
    );
    let ids = |headings: &[super::Heading]| headings.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    prop_assert_eq!(ids(&found.headings), ids(&rendered.headings));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_scanned_and_rendered(markdown in any::<String>()) {
        holds(&markdown)?;
    }

    #[test]
    fn any_order_of_signs_is_scanned_and_rendered(markdown in pieces()) {
        holds(&markdown)?;
    }
}

/// Found by the test above.
#[test]
fn orders_of_signs_that_once_failed_hold() {
    for markdown in ["[[a]]x\n: [[a]]<sub>\n    <details></sub>", "- <kbd>\n  <details></kbd>\n  </details>"] {
        holds(markdown).unwrap_or_else(|error| panic!("{markdown:?}: {error}"));
    }
}

#[test]
fn long_rows_of_signs_take_no_time() {
    for sign in [
        "[[",
        "![[a]]\n",
        "[[a|b\n",
        "<sub>",
        "<!--",
        "<a ",
        "# a\n",
        "- ",
        "> ",
        "[^1]",
        "a[b][c] ",
        "<details>\n",
        "![",
        "&",
        "|a|",
    ] {
        let text = sign.repeat(20_000 / sign.len());
        holds(&text).unwrap_or_else(|error| panic!("{sign}: {error}"));
    }
}
