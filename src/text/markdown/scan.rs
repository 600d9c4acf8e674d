//! Lists what a narrative binds to, for the checks.

use super::bindings::Masked;
use super::document::{self, Document, Node, Raw};
use super::outline::{outline, push_text};
use super::{RawHtml, Reference, Scan};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// How far back the opening tag of a refused pair is looked for.
const DEEPEST: usize = 16;

/// Lists what a Markdown text binds to.
pub fn scan(markdown: &str) -> Scan {
    let masked = Masked::new(markdown);
    let document = document::read(&masked);
    let headings = outline(&document).headings.into_iter().map(|(_, heading)| heading).collect();
    let mut scanner =
        Scanner { source: markdown, document: &document, scan: Scan::default(), open: vec![], refused: vec![] };
    for (node, range) in &document.nodes {
        scanner.take(node, range);
    }
    let mut scan = scanner.scan;
    scan.references.sort_by_key(|reference| reference.range.start);
    Scan { headings, missing_labels: document.missing, unread: document.unread, ..scan }
}

struct Scanner<'a> {
    source: &'a str,
    document: &'a Document<'a>,
    scan: Scan,
    open: Vec<OpenReference>,
    /// Refused opening tags of this block: the name, and the place among the ranges.
    refused: Vec<(String, usize)>,
}

struct OpenReference {
    reference: Reference,
    link_type: LinkType,
    /// Where its text ends, so far: the address comes after.
    text_end: usize,
}

impl Scanner<'_> {
    fn take(&mut self, node: &Node<'_>, range: &Range<usize>) {
        match node {
            Node::Event(Event::Start(Tag::Link { link_type, dest_url, .. })) => {
                return self.start(*link_type, dest_url, false, range);
            }
            Node::Event(Event::Start(Tag::Image { link_type, dest_url, .. })) => {
                return self.start(*link_type, dest_url, true, range);
            }
            Node::Event(Event::End(TagEnd::Link | TagEnd::Image)) => return self.end(),
            Node::Event(Event::Start(Tag::Paragraph)) => self.refused.clear(),
            Node::Binding(index) => self.scan.bindings.extend(self.document.bindings.get(*index).cloned()),
            Node::Raw(raw) if !raw.passes => self.refuse(raw, range),
            _ => {}
        }
        if let Some(open) = self.open.last_mut() {
            push_text(&mut open.reference.text, node, self.document);
            open.text_end = open.text_end.max(range.end.min(open.reference.range.end));
        }
    }

    fn start(&mut self, link_type: LinkType, address: &str, image: bool, range: &Range<usize>) {
        let address = match link_type {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let reference = Reference { address, text: String::new(), image, range: range.clone() };
        self.open.push(OpenReference { reference, link_type, text_end: 0 });
    }

    fn end(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        if let Some(parent) = self.open.last_mut() {
            parent.reference.text.push_str(&open.reference.text);
            parent.text_end = parent.text_end.max(open.reference.range.end);
        }
        open.reference.range = self.address_range(&open);
        self.scan.references.push(open.reference);
    }

    fn address_range(&self, open: &OpenReference) -> Range<usize> {
        let whole = open.reference.range.clone();
        let address = open.reference.address.as_str();
        let (from, address) = match open.link_type {
            LinkType::Inline => (open.text_end.max(whole.start), address),
            LinkType::Autolink => (whole.start, address),
            LinkType::Email => (whole.start, address.strip_prefix("mailto:").unwrap_or(address)),
            _ => return whole,
        };
        let found =
            self.source.get(from..whole.end).filter(|_| !address.is_empty()).and_then(|rest| rest.find(address));
        found.map_or(whole, |at| from + at..from + at + address.len())
    }

    /// One range for `<b>…</b>`, not two.
    fn refuse(&mut self, raw: &Raw<'_>, range: &Range<usize>) {
        let Some(markup) = &raw.markup else { return };
        if markup.closing {
            let mut recent = self.refused.iter().enumerate().rev().take(DEEPEST);
            let opener = recent.find(|(_, (name, _))| *name == markup.name).map(|(place, (_, index))| (place, *index));
            if let Some((place, index)) = opener {
                self.refused.truncate(place);
                self.scan.raw_html.truncate(index + 1);
                if let Some(opened) = self.scan.raw_html.last_mut() {
                    opened.range.end = range.end;
                }
                return;
            }
        } else if !markup.name.is_empty() {
            self.refused.push((markup.name.clone(), self.scan.raw_html.len()));
        }
        let (name, refusal) = (markup.name.clone(), markup.refusal());
        self.scan.raw_html.push(RawHtml { range: range.clone(), name, refusal });
    }
}

#[cfg(test)]
mod tests {
    use super::scan;
    use crate::text::markdown::Refusal;
    use std::ops::Range;

    fn cut<'s>(source: &'s str, ranges: &[Range<usize>]) -> Vec<&'s str> {
        ranges.iter().map(|range| &source[range.clone()]).collect()
    }

    #[test]
    fn bindings_are_found_wherever_words_are() {
        for (source, bindings) in [
            ("ke [[a]] dan **[[b|kota *itu*]]** 🏙 [[c#n]]", vec!["[[a]]", "[[b|kota *itu*]]", "[[c#n]]"]),
            ("# Judul [[a]]\n\n- satu [[b]]\n- [ ] dua ![[c]]\n\n> [[d]]", vec!["[[a]]", "[[b]]", "![[c]]", "[[d]]"]),
            ("| a | b |\n|---|--:|\n| [[x\\|kota]] | [[y|desa]] |", vec!["[[x\\|kota]]", "[[y|desa]]"]),
            ("[lihat [[a]]](/x) ![gambar [[b]]](c.png)", vec!["[[a]]", "[[b]]"]),
            ("teks[^1]\n\n[^1]: catatan [[a_b_c]]", vec!["[[a_b_c]]"]),
            ("[a]: /x\n\n[[a]] dan [[b]][a]", vec!["[[a]]", "[[b]]"]),
            ("مدينة [[kota-malang|مالانغ]] ثم", vec!["[[kota-malang|مالانغ]]"]),
            ("> satu [[a|dua\r\n> tiga]] empat", vec!["[[a|dua\r\n> tiga]]"]),
            ("&amp;[[a]]&lt; \\*[[b]]", vec!["[[a]]", "[[b]]"]),
            ("`[[a]]` \\[[b]] ``[[c|d]]``\n\n    [[e]]\n\n```\n![[f]]\n```\n\n<div>[[g]]</div>", vec![]),
            ("[x]([[a]]) <https://go.id/[[b]]> [y](/z \"[[c]]\")", vec![]),
        ] {
            let found = scan(source);
            let ranges: Vec<_> = found.bindings.iter().map(|binding| binding.range.clone()).collect();
            assert_eq!(cut(source, &ranges), bindings, "{source}");
            assert_eq!(found.missing_labels, [], "{source}");
        }
    }

    #[test]
    fn a_block_stands_on_its_own_line() {
        for (source, blocks) in [
            ("![[a]]", vec![true]),
            ("kata\n![[a]]\n  ![[b]]  \nkata", vec![true, true]),
            ("- ![[a]]\n- kata\n  ![[b]]", vec![true, true]),
            ("> ![[a]]", vec![true]),
            ("kata ![[a]] kata", vec![false]),
            ("[[a]]", vec![false]),
            ("# ![[a]]", vec![false]),
            ("*x\n![[a]]\nx*", vec![false]),
            ("<sub>x\n![[a]]\nx</sub>\n![[b]]", vec![false, true]),
            ("| a |\n|---|\n| ![[a]] |", vec![false]),
            ("- [x] ![[a]]", vec![false]),
        ] {
            let found: Vec<bool> = scan(source).bindings.iter().map(|binding| binding.block).collect();
            assert_eq!(found, blocks, "{source}");
        }
    }

    #[test]
    fn references_know_where_their_address_stands() {
        for (source, address, text, image, place) in [
            ("[metode](../../pages/metode.md)", "../../pages/metode.md", "metode", false, "../../pages/metode.md"),
            ("[a](a \"a\")", "a", "a", false, "a"),
            ("[](</a b>)", "/a b", "", false, "/a b"),
            ("[x **y** `z`](#bagian)", "#bagian", "x y z", false, "#bagian"),
            ("[x](a&amp;b)", "a&b", "x", false, "[x](a&amp;b)"),
            ("![peta 🗺](peta.png)", "peta.png", "peta 🗺", true, "peta.png"),
            ("<https://go.id/a>", "https://go.id/a", "https://go.id/a", false, "https://go.id/a"),
            ("<a@go.id>", "mailto:a@go.id", "a@go.id", false, "a@go.id"),
            ("[x][y]\n\n[y]: /z", "/z", "x", false, "[x][y]"),
            ("[x]([[a]])", "[[a]]", "x", false, "[[a]]"),
        ] {
            let found = scan(source);
            let it = &found.references[0];
            assert_eq!((it.address.as_str(), it.text.as_str(), it.image), (address, text, image), "{source}");
            assert_eq!(&source[it.range.clone()], place, "{source}");
        }
        let nested = "[![a](b.png) c](d)";
        let found = scan(nested).references;
        assert_eq!(found.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["a", "a c"]);
        assert_eq!(cut(nested, &[found[0].range.clone(), found[1].range.clone()]), ["b.png", "d"]);
        assert_eq!(cut("[a](a) [a](a)", &[scan("[a](a) [a](a)").references[1].range.clone()]), ["a"]);
    }

    #[test]
    fn only_labels_in_two_brackets_can_be_missing() {
        let source = "[a][b] [c][] [d] [x] [^e] ![f][g] `[h][i]` [[j]] [k][l] \\[^m]\n\n[l]: /l";
        let missing = scan(source).missing_labels;
        let labels: Vec<&str> = missing.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["b", "c", "^e", "g"]);
        let ranges: Vec<_> = missing.into_iter().map(|(_, range)| range).collect();
        assert_eq!(cut(source, &ranges), ["[a][b]", "[c][]", "[^e]", "![f][g]"]);
    }

    #[test]
    fn headings_have_stable_ids() {
        let source = "# Hasil\n\n## Hasil\n\n### Lain {#hasil .x onclick=y}\n\nJudul [[kota-malang]]\n===\n\n## مدينة\n\n## !!!\n\n## [[a|Kota]] <b>";
        let found = scan(source).headings;
        let shown: Vec<_> = found.iter().map(|it| (it.level, it.text.as_str(), it.id.as_str())).collect();
        assert_eq!(
            shown,
            [
                (1, "Hasil", "hasil-2"),
                (2, "Hasil", "hasil-3"),
                (3, "Lain", "hasil"),
                (1, "Judul kota-malang", "judul-kota-malang"),
                (2, "مدينة", "mdyn"),
                (2, "!!!", "section"),
                (2, "Kota <b>", "kota-b"),
            ]
        );
    }

    #[test]
    fn raw_html_is_listed_unless_it_passes() {
        for (source, refused) in [
            ("H<sub>2</sub>O <kbd>A</kbd> <abbr title=\"x\">y</abbr> a<br>b<br/>", vec![]),
            ("<details>\n<summary>Judul</summary>\n\n*isi*\n\n</details>", vec![]),
            ("a <b>tebal <i>miring</i></b> c <img src=x>", vec!["<b>tebal <i>miring</i></b>", "<img src=x>"]),
            ("a <sub>b", vec!["<sub>"]),
            ("a <sub><sup>b</sub></sup>", vec!["<sup>b</sub></sup>"]),
            ("*a <sub>b* c</sub>", vec!["<sub>b* c</sub>"]),
            ("<div class=\"x\">\nisi\n</div>", vec!["<div class=\"x\">\nisi\n</div>"]),
            ("<!-- catatan -->", vec!["<!-- catatan -->"]),
            ("kata <details>x</details>", vec!["<details>x</details>"]),
            ("<summary>x</summary>", vec!["<summary>x</summary>"]),
            ("<details>\n<summary>x</summary>\n\nisi", vec!["<details>", "<summary>x</summary>"]),
        ] {
            let ranges: Vec<_> = scan(source).raw_html.into_iter().map(|one| one.range).collect();
            assert_eq!(cut(source, &ranges), refused, "{source}");
        }
    }

    #[test]
    fn a_tag_that_may_stand_says_why_it_does_not_pass() {
        for (source, refusals) in [
            ("a <b>c</b>", vec![Refusal::Unknown]),
            ("a <sub>b", vec![Refusal::NotClosed]),
            ("*a <sub>b* c</sub>", vec![Refusal::NotClosed]),
            ("a</sup> </br>", vec![Refusal::NotOpened, Refusal::NotOpened]),
            ("kata <details open>", vec![Refusal::AmongWords]),
            ("kata <details>x</details>", vec![Refusal::AmongWords]),
            ("<details>\n\nisi", vec![Refusal::DetailsNotClosed]),
            ("isi\n\n</details>", vec![Refusal::NotOpened]),
            ("<summary>x</summary>", vec![Refusal::NoDetails]),
        ] {
            let found: Vec<_> = scan(source).raw_html.into_iter().map(|one| one.refusal).collect();
            assert_eq!(found, refusals, "{source}");
        }
    }
}
