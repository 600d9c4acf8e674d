//! One number for every subject, so that reach is a table and not a search.

use crate::check::catalog::Catalog;
use crate::value::{Kind, RecordRef};

/// What a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SubjectKind {
    /// A region, by its place.
    Region(u32),
    /// An institution, by its place.
    Institution(u32),
    /// A topic, by its place.
    Topic(u32),
    /// A program, by its place.
    Program(u32),
    /// A year.
    Year,
    /// Everything together.
    Whole,
}

/// Numbers regions, institutions, topics, programs, years and the whole, in this order.
#[derive(Debug)]
pub(super) struct SubjectIndex {
    institutions: u32,
    topics: u32,
    programs: u32,
    first_year: u32,
    /// Every year with an activity or story, oldest first.
    pub(super) years: Vec<i32>,
}

impl SubjectIndex {
    /// Lays out the numbers; `years` must be sorted and without repetition.
    pub(super) fn new(catalog: &Catalog, years: Vec<i32>) -> Self {
        let size = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let institutions = size(catalog.regions.len());
        let topics = institutions + size(catalog.institutions.len());
        let programs = topics + size(catalog.topics.len());
        let first_year = programs + size(catalog.programs.len());
        Self { institutions, topics, programs, first_year, years }
    }

    pub(super) fn region(&self, at: u32) -> u32 {
        at
    }

    pub(super) fn institution(&self, at: u32) -> u32 {
        self.institutions + at
    }

    pub(super) fn topic(&self, at: u32) -> u32 {
        self.topics + at
    }

    pub(super) fn program(&self, at: u32) -> u32 {
        self.programs + at
    }

    pub(super) fn year(&self, year: i32) -> Option<u32> {
        let at = self.years.binary_search(&year).ok()?;
        Some(self.first_year + u32::try_from(at).ok()?)
    }

    pub(super) fn whole(&self) -> u32 {
        self.first_year + u32::try_from(self.years.len()).unwrap_or(0)
    }

    pub(super) fn len(&self) -> usize {
        self.whole() as usize + 1
    }

    /// What the subject numbered `subject` is.
    pub(super) fn kind(&self, subject: u32) -> SubjectKind {
        if subject < self.institutions {
            SubjectKind::Region(subject)
        } else if subject < self.topics {
            SubjectKind::Institution(subject - self.institutions)
        } else if subject < self.programs {
            SubjectKind::Topic(subject - self.topics)
        } else if subject < self.first_year {
            SubjectKind::Program(subject - self.programs)
        } else if subject < self.whole() {
            SubjectKind::Year
        } else {
            SubjectKind::Whole
        }
    }

    /// The record that the subject numbered `subject` is about; none for years and the whole.
    pub(super) fn record(&self, subject: u32) -> Option<RecordRef> {
        let (kind, index) = match self.kind(subject) {
            SubjectKind::Region(index) => (Kind::Region, index),
            SubjectKind::Institution(index) => (Kind::Institution, index),
            SubjectKind::Topic(index) => (Kind::Topic, index),
            SubjectKind::Program(index) => (Kind::Program, index),
            SubjectKind::Year | SubjectKind::Whole => return None,
        };
        Some(RecordRef { kind, index })
    }
}
