//! A resolved reference: which record of which kind.

use super::Kind;

/// Points at one record of a catalog or of the facts.
///
/// `index` is the place of the record in the list of its kind; lists are sorted by id, so that
/// nothing depends on how the files are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// The kind, which names the list.
    pub kind: Kind,
    /// The place in that list.
    pub index: u32,
}

impl RecordRef {
    /// Makes a reference to the record at `index` of the list of `kind`.
    pub fn new(kind: Kind, index: usize) -> Self {
        Self { kind, index: u32::try_from(index).unwrap_or(u32::MAX) }
    }

    /// The place as a list index.
    pub fn at(self) -> usize {
        self.index as usize
    }
}
