//! What changed.

use super::Heavy;
use std::collections::BTreeMap;

/// Counts of files, by output kind (`html`, `data`, …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Written, by kind.
    pub written: BTreeMap<String, usize>,
    /// Left as they were, by kind.
    pub unchanged: BTreeMap<String, usize>,
    /// Removed, by kind.
    pub removed: BTreeMap<String, usize>,
    /// Pages over the budget.
    pub heavy: Vec<Heavy>,
}

impl Summary {
    /// Counts one file.
    pub(in crate::publish) fn count(&mut self, kind: &str, is_written: bool) {
        let (counts, others) = if is_written {
            (&mut self.written, &mut self.unchanged)
        } else {
            (&mut self.unchanged, &mut self.written)
        };
        others.entry(kind.to_owned()).or_insert(0);
        *counts.entry(kind.to_owned()).or_insert(0) += 1;
    }
}
