//! Every class of the style sheets is named by something that writes HTML: a style for nothing would never be found.
//! And what styles add is only for the eye.

use super::project::{repository, tree};
use std::collections::BTreeSet;

/// Classes that the program makes of values: the theme writes `class="{{ f.tone }}"`, and these are the values.
///
/// Kinds of pages and records are asked of the program; the rest is told here.
const VALUES: [&str; 21] = [
    // Tones of figures, fills of maps, states of figures.
    "host",
    "origin",
    "visit",
    "training",
    "outcome",
    "m0",
    "m1",
    "m2",
    "m3",
    "m4",
    "lit",
    "unknown",
    "hidden",
    "not-applicable",
    // `t-{{ m.tone }}`.
    "t-host",
    "t-origin",
    "t-visit",
    "t-outcome",
    // Kinds of pages.
    "home",
    "region",
    "story",
];

fn theme(ends: &[&str]) -> Vec<(String, String)> {
    let files = tree(&repository().join("themes/warta")).into_iter();
    files
        .filter(|(path, _)| ends.iter().any(|end| path.ends_with(end)))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

/// The classes in the selectors of a style sheet.
fn selected(css: &str) -> BTreeSet<String> {
    let mut rest = css;
    let mut plain = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").expect("a comment ends").1;
    }
    plain.push_str(rest);
    // What stands before a `{` and after the brace or semicolon before it is a selector (or `@media`, without classes).
    let selectors = plain.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default());
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let mut classes = BTreeSet::new();
    for selector in selectors.filter(|selector| !selector.trim_start().starts_with('@')) {
        for after in selector.split('.').skip(1) {
            let name: String = after.chars().take_while(|letter| is_name(*letter)).collect();
            if name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                classes.insert(name);
            }
        }
    }
    classes
}

/// The words in the values of an attribute `class`, template expressions taken out but for the words they may print.
fn classes(text: &str, quote: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for after in text.split(&format!("class={quote}")).skip(1) {
        let mut value = String::new();
        let mut rest = after;
        // A quotation mark inside of `{% … %}` or `{{ … }}` ends nothing.
        loop {
            let end = rest.find(quote).unwrap_or(rest.len());
            match rest.find('{').filter(|at| *at < end) {
                Some(at) => {
                    value.push_str(&rest[..at]);
                    let close = rest[at..].find('}').map_or(rest.len(), |close| at + close + 1);
                    value.push(' ');
                    rest = rest[close..].trim_start_matches('}');
                }
                None => {
                    value.push_str(&rest[..end]);
                    break;
                }
            }
        }
        found.extend(value.split_whitespace().map(str::to_owned));
    }
    found
}

#[test]
fn every_class_of_the_style_sheets_is_written_somewhere() {
    let mut written: BTreeSet<String> = VALUES.iter().map(|value| (*value).to_owned()).collect();
    for (_, text) in theme(&[".html"]) {
        written.extend(classes(&text, "\""));
    }
    for (path, bytes) in tree(&repository().join("src")) {
        if path.ends_with(".rs") {
            written.extend(classes(&String::from_utf8_lossy(&bytes), "\\\""));
        }
    }
    // Scripts name the classes of what they make as whole texts.
    for (_, text) in theme(&[".js"]) {
        written.extend(text.split(['"', '`', '\'']).flat_map(str::split_whitespace).map(str::to_owned));
    }
    // Components take classes as attributes.
    for (_, text) in theme(&[".html"]) {
        written.extend(text.split("class={\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    let mut dead = Vec::new();
    for (path, css) in theme(&[".css"]) {
        dead.extend(
            selected(&css)
                .into_iter()
                .filter(|class| !written.contains(class))
                .map(|class| format!("{path}: .{class}")),
        );
    }
    assert!(dead.is_empty(), "no template and no code writes:\n{}", dead.join("\n"));
    let all: BTreeSet<String> = theme(&[".css"]).iter().flat_map(|(_, css)| selected(css)).collect();
    let idle: Vec<&str> = VALUES.into_iter().filter(|value| !all.contains(*value)).collect();
    assert!(idle.is_empty(), "told here, and in no style sheet: {idle:?}");
}

#[test]
fn classes_are_read_from_style_sheets_and_templates() {
    let css =
        "/* .gone { } */ .a > .b-c:hover, p.d { margin: .5rem; }\n@media (min-width: 48.5rem) { .e .f { color: red } }";
    assert_eq!(selected(css), ["a", "b-c", "d", "e", "f"].map(str::to_owned).into());
    let html = r#"<p class="one{% if x == "y" %} two{% endif %} t-{{ z }}"><b class="three">"#;
    assert_eq!(classes(html, "\""), ["one", "two", "t-", "three"].map(str::to_owned).into());
}

/// A sign that a style sheet adds is for the eye: screen readers would say "slash" or "up arrow" in the middle of words.
#[test]
fn signs_of_style_sheets_are_not_read_aloud() {
    let mut signs = 0;
    for (path, css) in theme(&[".css"]) {
        for part in css.split(" content: ").skip(1) {
            let value = part.split([';', '}']).next().unwrap_or_default().trim();
            // Nothing at all, or the address of an attribute, which is said on purpose.
            if matches!(value, "none" | "\"\"") || value.contains("attr(") {
                continue;
            }
            signs += 1;
            assert!(value.ends_with("/ \"\""), "{path}: {value} would be read aloud");
        }
    }
    assert!(signs > 3, "only {signs} signs were found");
}
