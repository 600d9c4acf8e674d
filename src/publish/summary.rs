//! What changed.

use std::collections::BTreeMap;

/// Counts of files, by output kind (`html`, `data`, …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Written, by kind.
    pub written: BTreeMap<String, usize>,
    /// Left as they were, by kind.
    pub unchanged: BTreeMap<String, usize>,
    /// Removed.
    pub removed: usize,
}
