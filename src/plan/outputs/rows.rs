//! Rows that are made once and stand in many tables: of its regions and all above them, of its topics, programs, year, of
//! its own page, of the whole, each as CSV, JSON and workbook.
//!
//! Making one is pure: it does not matter who asks first. A large site makes them anew each time, for its rows would take
//! more memory than its facts.

use super::Outputs;
use super::cell::{Cells, Row};
use super::row::{cells, role};
use crate::derive::{Facts, Reach};
use crate::value::{Kind, Lang, RecordRef};
use std::sync::{Arc, OnceLock};

/// So many rows are kept: about 30 MB.
const MOST: usize = 12_000;

/// Rows by language, kind and place; none of a large site.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Where the rows of each kind begin, in the order of [`Kind::ALL`].
    firsts: Vec<usize>,
    /// How many rows a language has.
    all: usize,
    languages: Vec<Lang>,
    made: Vec<OnceLock<Arc<Cells>>>,
}

impl Rows {
    /// No row is made yet.
    pub(super) fn new(facts: &Facts) -> Self {
        let languages = facts.site.languages.clone();
        let mut firsts = Vec::with_capacity(Kind::ALL.len());
        let mut all = 0;
        for kind in Kind::ALL {
            firsts.push(all);
            all += facts.count(kind);
        }
        if all * languages.len() > MOST {
            return Self::default();
        }
        let made = (0..all * languages.len()).map(|_| OnceLock::new()).collect();
        Self { firsts, all, languages, made }
    }

    fn slot(&self, lang: &Lang, record: RecordRef) -> Option<&OnceLock<Arc<Cells>>> {
        let language = self.languages.iter().position(|other| other == lang)?;
        let kind = Kind::ALL.iter().position(|kind| *kind == record.kind)?;
        self.made.get(language * self.all + self.firsts.get(kind)? + record.at())
    }
}

impl Outputs<'_> {
    /// The row of a record in a table. `reach` says how it touches the subject of the table, if it has one.
    pub(super) fn row(&self, lang: &Lang, record: RecordRef, reach: Option<Reach>) -> Row {
        let make = || Arc::new(cells(self, lang, record));
        let cells = match self.rows.slot(lang, record) {
            Some(slot) => Arc::clone(slot.get_or_init(make)),
            None => make(),
        };
        Row::new(cells, reach.map(role))
    }
}
