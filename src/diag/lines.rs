//! Line numbers of places.

use super::{FileId, Places, Span};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

/// Line starts of the files that findings are about, each file looked at once.
#[derive(Debug, Default)]
pub struct Lines {
    starts: BTreeMap<FileId, Vec<usize>>,
}

impl Lines {
    /// The first byte of every line of `text`, the text of `file`.
    pub fn starts(&mut self, file: FileId, text: &str) -> &[usize] {
        self.starts
            .entry(file)
            .or_insert_with(|| std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// `content/cohorts.yaml:12`: where a place begins.
    pub fn place(&mut self, span: Span, places: &dyn Places) -> String {
        let starts = self.starts(span.file, places.text(span.file));
        let line = starts.partition_point(|first| *first <= span.start as usize).max(1);
        format!("{}:{line}", places.path(span.file))
    }
}

/// Lines of files, for findings that are made on several threads; each file is looked at when first asked for.
pub struct SharedLines<'p> {
    places: &'p (dyn Places + Sync),
    starts: Vec<OnceLock<Vec<usize>>>,
}

impl<'p> SharedLines<'p> {
    /// The lines of the first `files` files of `places`.
    pub fn new(places: &'p (dyn Places + Sync), files: usize) -> Self {
        Self { places, starts: (0..files).map(|_| OnceLock::new()).collect() }
    }

    /// `content/cohorts.yaml:12`: where a place begins.
    pub fn place(&self, span: Span) -> String {
        let path = self.places.path(span.file);
        let Some(starts) = self.starts.get(span.file.0 as usize) else { return path.to_owned() };
        let starts = starts.get_or_init(|| {
            let text = self.places.text(span.file);
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        });
        format!("{path}:{}", starts.partition_point(|first| *first <= span.start as usize).max(1))
    }
}

impl fmt::Debug for SharedLines<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SharedLines({} files)", self.starts.len())
    }
}
