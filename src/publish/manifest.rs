//! What Terbit wrote into a folder: only these files are ever replaced or removed.
//!
//! A text file in the output, sorted by path: a header, then `<blake3> <size> <kind> <path>` line by line.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The name of the file, in the output's root.
pub(in crate::publish) const NAME: &str = ".terbit-manifest";

const HEADER: &str = "terbit-manifest 1";

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
}

impl Manifest {
    /// Reads a manifest; `None` if the text is none. Lines that make no sense, and paths that lead
    /// out of the folder, are left out: what is not listed is never touched.
    pub(in crate::publish) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return None;
        }
        Some(Self { files: lines.filter_map(entry).filter(|(path, _)| is_safe(path)).collect() })
    }

    /// The text of the file.
    pub(in crate::publish) fn text(&self) -> String {
        let mut out = String::with_capacity(128 * (self.files.len() + 1));
        out.push_str(HEADER);
        out.push('\n');
        for (path, entry) in &self.files {
            let path = path.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
            // Writing into a text cannot fail.
            let _ =
                writeln!(out, "{} {} {} {path}", blake3::Hash::from_bytes(entry.hash).to_hex(), entry.size, entry.kind);
        }
        out
    }

    /// What either of the two lists.
    pub(in crate::publish) fn with(&self, other: &Self) -> Self {
        let mut files = self.files.clone();
        files.extend(other.files.iter().map(|(path, entry)| (path.clone(), entry.clone())));
        Self { files }
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

fn entry(line: &str) -> Option<(String, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let hash = blake3::Hash::from_hex(parts.next()?).ok()?;
    let size = parts.next()?.parse().ok()?;
    let kind = parts.next()?.to_owned();
    Some((unescape(parts.next()?), Entry { hash: *hash.as_bytes(), size, kind }))
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
    use super::{Entry, Manifest};

    #[test]
    fn a_manifest_survives_being_written() {
        let entry = Entry { hash: *blake3::hash(b"x").as_bytes(), size: 1, kind: "html".to_owned() };
        let files = ["a b.html", "é/index.html", "baris\nbaru\\n"].map(|path| (path.to_owned(), entry.clone()));
        let manifest = Manifest { files: files.into_iter().collect() };
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
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
