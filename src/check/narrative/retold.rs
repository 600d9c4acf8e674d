//! A narrative that tells the same in other words: nothing but its own pages can differ.

use super::raw::body_of;
use crate::check::rules::personal_data;
use crate::diag::{FileId, Report};
use crate::text::markdown::{Scan, scan};
use std::collections::BTreeSet;

/// A narrative in other words: its file, and all of its Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retold {
    /// The file.
    pub file: FileId,
    /// The Markdown; its links are those that it had.
    pub body: String,
}

/// The narrative as `new` tells it, if only words of a checked narrative changed, so that a check finds no error in it that was
/// not there before.
///
/// The front matter is the same to the byte, so are headings and raw HTML, and what its links, pictures and bindings
/// lead to; and no text holds personal data.
pub fn retold(file: FileId, old: &str, new: &str) -> Option<Retold> {
    let (before, after) = (body_of(old)?, body_of(new)?);
    if old[..before] != new[..after] {
        return None;
    }
    let (old, new) = (old.get(before..)?, new.get(after..)?);
    let mut personal = Report::new();
    personal_data::check_text(file, after, new, &mut personal);
    let is_same = personal.diagnostics().is_empty() && leads(&scan(old), old) == leads(&scan(new), new);
    is_same.then(|| Retold { file, body: new.to_owned() })
}

/// Everything of a narrative that findings and other pages rest on, beside its words.
#[derive(PartialEq, Eq)]
struct Leads<'s> {
    bindings: BTreeSet<(&'s str, Option<&'s str>, bool)>,
    references: BTreeSet<(&'s str, bool, &'s str)>,
    missing: Vec<&'s str>,
    headings: Vec<(u8, &'s str, &'s str)>,
    raw_html: Vec<&'s str>,
    unread: Vec<&'s str>,
}

fn leads<'s>(scan: &'s Scan, text: &'s str) -> Leads<'s> {
    let bindings = scan.bindings.iter().map(|one| (one.key.as_str(), one.label.as_deref(), one.block));
    let references = scan.references.iter().map(|one| (one.address.as_str(), one.image, one.text.as_str()));
    Leads {
        bindings: bindings.collect(),
        references: references.collect(),
        missing: scan.missing_labels.iter().map(|(label, _)| label.as_str()).collect(),
        headings: scan.headings.iter().map(|one| (one.level, one.id.as_str(), one.text.as_str())).collect(),
        raw_html: scan.raw_html.iter().filter_map(|one| text.get(one.range.clone())).collect(),
        unread: scan.unread.iter().filter_map(|range| text.get(range.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::retold;
    use crate::diag::FileId;

    const OLD: &str =
        "---\ntitle: A\n---\n# Satu\n\nLima orang dari [[papua|sana]] ke [sini](../b.md).\n\n![Foto](f.jpg)\n";

    fn after(from: &str, to: &str) -> Option<String> {
        let new = OLD.replace(from, to);
        assert_ne!(new, OLD, "{from}");
        retold(FileId(0), OLD, &new).map(|retold| retold.body)
    }

    #[test]
    fn words_may_change() {
        let told = after("Lima orang", "Enam orang **baru**").expect("only words");
        assert!(told.starts_with("# Satu\n\nEnam orang **baru** dari [[papua|sana]]"), "{told}");
        assert!(after("ke [sini]", "pergi ke\n\n- [sini]").is_some(), "its shape, too");
        assert!(after("Lima orang dari [[papua|sana]]", "[[papua|sana]], ya [[papua|sana]]").is_some());
    }

    #[test]
    fn whatever_else_may_be_wrong_or_show_elsewhere_is_checked_as_a_whole() {
        for (from, to) in [
            ("title: A", "title: B"),
            ("---\n# Satu", "# Satu"),
            ("# Satu", "# Dua"),
            ("# Satu", "## Satu"),
            ("papua|sana", "papua"),
            ("[[papua|sana]]", "sana"),
            ("Lima", "[[maluku]] lima"),
            ("../b.md", "../c.md"),
            ("![Foto]", "![]"),
            ("orang", "<i>orang</i>"),
            ("orang", "[orang][tiada]"),
            ("orang", "[[|orang]]"),
            ("Lima orang", "NIK 3573041508900003"),
        ] {
            assert_eq!(after(from, to), None, "{from} -> {to}");
        }
    }
}
