//! What `terbit explain` says: the page of a code, in two languages.
//!
//! The pages are the Markdown files of `tests/rules/`, which also hold the cases that test each
//! code. A page is `# CODE`, then a `##` section in Indonesian, one in English, and `## Cases`.

use super::{Bilingual, Code};
use include_dir::{Dir, include_dir};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/rules");

/// The page of a code, without its cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong, in a few words.
    pub title: Bilingual,
    /// Why it matters, an example, how to mend it; Markdown.
    pub text: Bilingual,
}

/// What is told about `code`; none only where its page is missing, which a test forbids.
pub fn explanation(code: Code) -> Option<Explanation> {
    let page = PAGES.get_file(format!("{}.md", code.word()))?.contents_utf8()?;
    let mut sections = sections(page).into_iter();
    let ((id_title, id), (en_title, en)) = (sections.next()?, sections.next()?);
    Some(Explanation { title: Bilingual::new(id_title, en_title), text: Bilingual::new(id, en) })
}

/// Title and text of every `##` section; a `##` inside a fence is text.
fn sections(page: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut fence: Option<usize> = None;
    for line in page.lines() {
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        match fence {
            Some(open) if ticks >= open && line.len() == ticks => fence = None,
            None if ticks >= 3 => fence = Some(ticks),
            _ => {}
        }
        match (fence, line.strip_prefix("## ")) {
            (None, Some(title)) => out.push((title.trim().to_owned(), String::new())),
            _ => {
                if let Some((_, text)) = out.last_mut() {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
    }
    for (_, text) in &mut out {
        *text = text.trim().to_owned();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::sections;

    #[test]
    fn a_heading_inside_a_fence_is_text() {
        let page = "# R001\n\n## Satu\n\nteks\n\n```yaml\n## bukan\n```\n\n## One\n\ntext\n\n## Cases\n";
        let found = sections(page);
        assert_eq!(found.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>(), ["Satu", "One", "Cases"]);
        assert_eq!(found[0].1, "teks\n\n```yaml\n## bukan\n```");
    }
}
