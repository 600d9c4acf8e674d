//! Texts and the trees that they become, or what is found in them.

use super::events::plain_tree;
use super::parse::{parse, with_findings};
use super::{Node, Style, Value};
use crate::diag::{Code, FileId, Report};

fn read(text: &str) -> (Option<Node<'_>>, Vec<(Code, u32)>) {
    let mut report = Report::new();
    let node = parse(FileId(0), text, 0, text.len(), &mut report);
    let found = report.diagnostics().iter().map(|d| (d.code, d.span.map_or(0, |span| span.start))).collect();
    (node, found)
}

/// Pieces of YAML, put together in any way: most are no YAML, and those that are use everything.
const PIECES: [&str; 34] = [
    "a", "b: ", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "\"", "'", "|\n", ">-\n", "# c", "!x ",
    "!!str ", "&x ", "*x", "~", "null", "NO", "012", "1.5", "é", "? ", "%", "---\n", "<<: ", "\\n", "\t", " ",
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
    let texts: Vec<&str> =
        node.fields().expect("fields").iter().map(|field| field.value.text().map_or("", |text| &*text.text)).collect();
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
