//! What changed.

use super::Heavy;
use std::collections::BTreeMap;
use std::time::Duration;

/// Counts of files, by output kind (`html`, `data`, …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Written, by kind.
    pub written: BTreeMap<String, usize>,
    /// Left as they were, by kind.
    pub unchanged: BTreeMap<String, usize>,
    /// How many of the unchanged were not made again, because all that they are made of is the same.
    pub stayed: usize,
    /// Removed, by kind.
    pub removed: BTreeMap<String, usize>,
    /// What making them cost, by kind.
    pub work: BTreeMap<String, Work>,
    /// Pages over the budget.
    pub heavy: Vec<Heavy>,
}

/// What the files of a kind cost, those included that were left as they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// How many there are.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// The time of all threads together, from the asking for a file until it was compared and written;
    /// nothing where no clock was given.
    pub time: Duration,
}

impl Summary {
    /// Adds what one file cost.
    pub(in crate::publish) fn spend(&mut self, kind: &str, bytes: u64, time: Duration) {
        let work = self.work.entry(kind.to_owned()).or_default();
        work.files += 1;
        work.bytes += bytes;
        work.time += time;
    }

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
