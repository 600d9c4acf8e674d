//! Line numbers of places.

use super::{FileId, Places, Span};
use std::collections::BTreeMap;

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
