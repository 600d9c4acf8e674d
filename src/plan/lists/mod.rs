//! Lists that belong to a page, and those of them that are too long to stand on it.
//!
//! A page shows the first entries of each of its lists. A list that is longer has pages of its own below that page
//! (`topik/perencanaan/kunjungan/`, `…/kunjungan/halaman/2/`): by year as an index is, and whole. `records` says what
//! is in a list, `book` puts the long ones in order, once.

pub(in crate::plan) mod book;
pub(in crate::plan) mod records;

use crate::value::{Kind, RecordRef};

/// Whose lists they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A record with a page.
    Record(RecordRef),
    /// A year.
    Year(i32),
}

/// Which of the lists of an owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// The records of a kind that belong to it.
    Kind(Kind),
    /// What is planned or cancelled.
    Planned,
    /// Placements that rotated here.
    Rotations,
    /// Further records of a kind that refer to it.
    Referring(Kind),
    /// Changes of what belongs where.
    Changes,
}

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListId {
    /// Whose.
    pub owner: Owner,
    /// Which.
    pub which: Which,
}

impl Which {
    /// As many entries stand on the page of the owner: with four lists of activities it stays within its budget of
    /// bytes. Statements and changes are sentences, and longer.
    pub fn most(self) -> usize {
        match self {
            Self::Kind(Kind::Statement | Kind::Evaluation) | Self::Changes => 40,
            _ => 50,
        }
    }

    /// The kind whose words tell of it; none for changes.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Kind(kind) | Self::Referring(kind) => Some(kind),
            Self::Rotations => Some(Kind::Placement),
            Self::Planned | Self::Changes => None,
        }
    }

    /// The message key of a number of its entries.
    pub fn unit(self) -> String {
        match self {
            Self::Planned => "n_activities".to_owned(),
            Self::Changes => "n_changes".to_owned(),
            _ => self.kind().map_or_else(String::new, |kind| format!("n_{}", kind.plural())),
        }
    }

    /// The message key of its heading.
    pub fn title(self) -> String {
        match self {
            Self::Planned => "planned_or_cancelled".to_owned(),
            Self::Rotations => "rotations_here".to_owned(),
            Self::Changes => "history_heading".to_owned(),
            Self::Kind(kind) | Self::Referring(kind) => format!("kind_{}", kind.plural()),
        }
    }
}
