//! What Terbit wrote into a folder: only these files are ever replaced or removed.
//!
//! A text file in the output: a header; `made-of <blake3>`, with `plain` where nothing is to say about the site, and `words <blake3> <narrative>` where it is known what the
//! files were made of; then `<blake3> <size> <kind> <path>` line by line, sorted by path.

use super::made_of::MadeOf;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The name of the file, in the output's root.
pub(in crate::publish) const NAME: &str = ".terbit-manifest";

const HEADER: &str = "terbit-manifest 1";

const MADE_OF: &str = "made-of ";

const WORDS: &str = "words ";

/// The sign after the number: no page was too heavy, and every file of the site is in the list.
const PLAIN: &str = " plain";

/// What is known of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::publish) struct Entry {
    /// BLAKE3 of its bytes.
    pub(in crate::publish) hash: [u8; 32],
    /// How many bytes.
    pub(in crate::publish) size: u64,
    /// Its output kind, for the summary: `html`, `data`.
    pub(in crate::publish) kind: String,
}

/// Files by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::publish) struct Manifest {
    /// By path relative to the output, with `/`.
    pub(in crate::publish) files: BTreeMap<String, Entry>,
    /// What they were made of, where they were all made of the same.
    pub(in crate::publish) made_of: Option<MadeOf>,
    /// No page was too heavy, and every file of the site is in the list.
    pub(in crate::publish) is_plain: bool,
}

impl Manifest {
    /// Reads a manifest; `None` if the text is none. Lines that make no sense, and paths that lead
    /// out of the folder, are left out: what is not listed is never touched.
    pub(in crate::publish) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return None;
        }
        let (made_of, is_plain) = made_of(text).map_or((None, false), |(made_of, is_plain)| (Some(made_of), is_plain));
        Some(Self { files: lines.filter_map(entry).filter(|(path, _)| is_safe(path)).collect(), made_of, is_plain })
    }

    /// The text of the file.
    pub(in crate::publish) fn text(&self) -> String {
        let mut out = String::with_capacity(128 * (self.files.len() + 1));
        out.push_str(HEADER);
        out.push('\n');
        if let Some(MadeOf { ground, words }) = &self.made_of {
            let sign = if self.is_plain { PLAIN } else { "" };
            let _ = writeln!(out, "{MADE_OF}{}{sign}", blake3::Hash::from_bytes(*ground).to_hex());
            for (narrative, hash) in words {
                let _ = writeln!(out, "{WORDS}{} {narrative}", blake3::Hash::from_bytes(*hash).to_hex());
            }
        }
        for (path, entry) in &self.files {
            let path = escape(path);
            // Writing into a text cannot fail.
            let _ =
                writeln!(out, "{} {} {} {path}", blake3::Hash::from_bytes(entry.hash).to_hex(), entry.size, entry.kind);
        }
        out
    }

    /// What either of the two lists; what it is made of is not said.
    pub(in crate::publish) fn with(&self, other: &Self) -> Self {
        let mut files = self.files.clone();
        files.extend(other.files.iter().map(|(path, entry)| (path.clone(), entry.clone())));
        Self { files, made_of: None, is_plain: false }
    }

    /// Whether `path` is ours.
    pub(in crate::publish) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }
}

/// Whether a path stays below the folder and is no file of our own bookkeeping.
pub(in crate::publish) fn is_safe(path: &str) -> bool {
    path != NAME
        && !path.contains('\0')
        && !path.starts_with(super::target::STAGING)
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// What a manifest says of what the files were made of, and whether nothing is to say about them.
pub(in crate::publish) fn made_of(text: &str) -> Option<(MadeOf, bool)> {
    let mut lines = text.strip_prefix(HEADER)?.trim_start_matches('\n').lines();
    let ground = lines.next()?.strip_prefix(MADE_OF)?;
    let (ground, is_plain) = ground.strip_suffix(PLAIN).map_or((ground, false), |ground| (ground, true));
    let ground = hash(ground)?;
    let words = lines.map_while(|line| line.strip_prefix(WORDS)?.split_once(' '));
    let words = words.map(|(hex, narrative)| Some((narrative.to_owned(), hash(hex)?)));
    Some((MadeOf { ground, words: words.collect::<Option<_>>()? }, is_plain))
}

fn hash(hex: &str) -> Option<[u8; 32]> {
    blake3::Hash::from_hex(hex).ok().map(|hash| *hash.as_bytes())
}

/// A file in its line.
pub(in crate::publish) fn entry(line: &str) -> Option<(String, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let hash = hash(parts.next()?)?;
    let size = parts.next()?.parse().ok()?;
    let kind = parts.next()?.to_owned();
    Some((unescape(parts.next()?), Entry { hash, size, kind }))
}

/// A path on one line. Nearly none has a sign that must be written otherwise.
fn escape(path: &str) -> Cow<'_, str> {
    if !path.contains(['\\', '\n', '\r']) {
        return Cow::Borrowed(path);
    }
    Cow::Owned(path.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r"))
}

fn unescape(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut letters = path.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => {}
            },
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Entry, MadeOf, Manifest};

    #[test]
    fn a_manifest_survives_being_written() {
        let entry = Entry { hash: *blake3::hash(b"x").as_bytes(), size: 1, kind: "html".to_owned() };
        let files = ["a b.html", "é/index.html", "baris\nbaru\\n"].map(|path| (path.to_owned(), entry.clone()));
        let mut manifest = Manifest { files: files.into_iter().collect(), ..Manifest::default() };
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest.clone()));
        for words in [vec![], vec!["page/tentang", "story/lima-asn"]] {
            let words = words.into_iter().map(|narrative| (narrative.to_owned(), [3; 32])).collect();
            manifest.made_of = Some(MadeOf { ground: [7; 32], words });
            manifest.is_plain = !manifest.is_plain;
            assert_eq!(Manifest::parse(&manifest.text()), Some(manifest.clone()));
        }
    }

    #[test]
    fn what_files_were_made_of_is_known_whole_or_not_at_all() {
        let made_of = MadeOf { ground: [7; 32], words: [("page/tentang".to_owned(), [3; 32])].into() };
        let text = Manifest { made_of: Some(made_of), is_plain: true, ..Manifest::default() }.text();
        let known = |text: &str| Manifest::parse(text).unwrap().made_of;
        assert!(known(&text).is_some());
        assert_eq!(known(&text.replace("0707", "07x7")), None);
        assert_eq!(known(&text.replace("0303", "03x3")), None);
        assert_eq!(known(&text.replace("made-of", "made of")), None);
    }

    #[test]
    fn a_damaged_manifest_never_names_what_lies_outside() {
        let hash = blake3::hash(b"x").to_hex();
        let text = format!(
            "terbit-manifest 1\n{hash} 1 html ../a\n{hash} 1 html /etc/passwd\n{hash} 1 html a/../../b\nnonsense\n{hash} 1 html good\n"
        );
        let manifest = Manifest::parse(&text).unwrap();
        assert_eq!(manifest.files.keys().collect::<Vec<_>>(), ["good"]);
        assert_eq!(Manifest::parse("something else"), None);
        assert_eq!(Manifest::parse(""), None);
    }
}
