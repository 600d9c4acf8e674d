//! The index of the search, one a language: small files that a script asks for as it needs them.
//!
//! - the **head**: how many records there are, where each kind begins, with which word each file of words begins;
//! - **words**: every word with the number of its stem, by word. What people type is looked up here, and what begins so;
//! - **endings**: the same words sorted from behind, for typing errors at their beginning;
//! - **stems**: for each stem the numbers of the records that have it, in five lists from names to prose;
//! - **records**: what a result shows, by number.
//!
//! A question moves the head, a file of words and one of stems for each of its words, and those files of records from
//! which results are shown, however many records there are.

mod document;
mod encode;
mod gather;
mod order;
mod summary;
mod synonyms;
#[cfg(test)]
mod tests;

pub use gather::{Posting, Word};
pub use summary::Summary;

use crate::plan::scope::Scope;
use crate::plan::{PageKind, PlannedPage, SitePlan, names};
use crate::value::{Lang, RecordRef};
use gather::{Terms, stop_words};
use order::KindRange;
use rayon::prelude::*;

/// A file of words or endings is about so many bytes long.
const BYTES_OF_WORDS: usize = 6_000;

/// A file of stems is about so many bytes long; one with a single stem may be longer.
const BYTES_OF_STEMS: usize = 6_000;

/// So many records share a file.
const RECORDS_TOGETHER: usize = 24;

/// A file of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchPart {
    /// What the others are.
    Head,
    /// Words, by their beginning.
    Words(usize),
    /// Words, by their end.
    Endings(usize),
    /// Where stems stand.
    Stems(usize),
    /// What results show.
    Records(usize),
}

/// A kind in the head of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchKind {
    /// Its word: `region`.
    pub word: String,
    /// Its name in the plural, in the language of the index.
    pub title: String,
    /// The number of its first record.
    pub first: u32,
}

/// The head of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHead<'i> {
    /// Changes with the index: files of another version do not fit.
    pub version: &'i str,
    /// How many records there are.
    pub total: usize,
    /// How many records share a file.
    pub together: usize,
    /// The kinds, in the order of their records.
    pub kinds: Vec<SearchKind>,
    /// The first word of each file of words.
    pub words: Vec<&'i str>,
    /// The first word of each file of endings.
    pub endings: Vec<&'i str>,
    /// The first stem of each file of stems.
    pub stems: &'i [usize],
    /// Words that say nothing of their own.
    pub stop: Vec<String>,
    /// The rules for endings, as in the words of the theme.
    pub suffixes: String,
    /// The rules for beginnings.
    pub prefixes: String,
}

/// The index of one language.
#[derive(Clone, Copy, Debug)]
pub struct SearchIndex<'p> {
    plan: &'p SitePlan<'p>,
    page: &'p PlannedPage,
    entries: &'p Entries,
}

/// What an index holds: gathered once from all words of its language.
#[derive(Debug)]
pub(super) struct Entries {
    /// The place of the page that asks it.
    page: usize,
    records: Vec<RecordRef>,
    kinds: Vec<KindRange>,
    version: String,
    words: Vec<Word>,
    /// Places among the words, in the order of the words read from behind.
    endings: Vec<usize>,
    postings: Vec<Posting>,
    word_files: Vec<usize>,
    ending_files: Vec<usize>,
    stem_files: Vec<usize>,
}

impl Entries {
    /// Those of a plan, one a language; none where the site has no search.
    pub(super) fn all(plan: &SitePlan<'_>) -> Vec<Self> {
        let pages = plan.pages().iter().enumerate();
        let is_search = |(_, page): &(usize, &PlannedPage)| page.kind == PageKind::Search && page.subject == 0;
        let firsts: Vec<(usize, &PlannedPage)> = pages.filter(is_search).collect();
        firsts.into_par_iter().map(|(at, page)| Self::new(plan, at, page)).collect()
    }

    fn new(plan: &SitePlan<'_>, at: usize, page: &PlannedPage) -> Self {
        let (records, kinds) = order::order(plan, &page.lang);
        let Terms { words, postings, version } = Terms::gather(plan, page, &records);
        let mut endings: Vec<usize> = (0..words.len()).collect();
        endings.sort_by(|one, other| words[*one].text.chars().rev().cmp(words[*other].text.chars().rev()));
        let length_of_word = |at: usize| words[at].text.len() + 9;
        let length_of_stem = |at: usize| 12 + postings[at].lists.iter().map(String::len).sum::<usize>();
        Self {
            page: at,
            word_files: cut((0..words.len()).map(length_of_word), BYTES_OF_WORDS),
            ending_files: cut(endings.iter().map(|at| length_of_word(*at)), BYTES_OF_WORDS),
            stem_files: cut((0..postings.len()).map(length_of_stem), BYTES_OF_STEMS),
            records,
            kinds,
            version,
            words,
            endings,
            postings,
        }
    }
}

impl<'p> SearchIndex<'p> {
    pub(super) fn new(plan: &'p SitePlan<'p>, entries: &'p Entries) -> Self {
        Self { plan, page: &plan.pages()[entries.page], entries }
    }

    /// The language.
    pub fn lang(&self) -> &'p Lang {
        &self.page.lang
    }

    /// Every file with its name.
    pub fn parts(&self) -> Vec<(String, SearchPart)> {
        let mut parts = vec![("index.json".to_owned(), SearchPart::Head)];
        let mut add = |count: usize, word: &str, part: fn(usize) -> SearchPart| {
            parts.extend((0..count).map(|number| (format!("{word}-{number}.json"), part(number))));
        };
        add(self.entries.word_files.len(), "words", SearchPart::Words);
        add(self.entries.ending_files.len(), "endings", SearchPart::Endings);
        add(self.entries.stem_files.len(), "stems", SearchPart::Stems);
        add(self.entries.records.len().div_ceil(RECORDS_TOGETHER), "records", SearchPart::Records);
        parts
    }

    /// The head.
    pub fn head(&self) -> SearchHead<'p> {
        let messages = names::words(self.plan.facts(), self.lang());
        let kind = |range: &KindRange| SearchKind {
            word: range.kind.singular().to_owned(),
            title: messages.get(&format!("kind_{}", range.kind.plural())).to_owned(),
            first: range.first,
        };
        let rules = |key: &str| messages.find(key).unwrap_or_default().to_owned();
        SearchHead {
            version: &self.entries.version,
            total: self.entries.records.len(),
            together: RECORDS_TOGETHER,
            kinds: self.entries.kinds.iter().map(kind).collect(),
            words: self.entries.word_files.iter().map(|at| self.entries.words[*at].text.as_str()).collect(),
            endings: self
                .entries
                .ending_files
                .iter()
                .map(|at| self.entries.words[self.entries.endings[*at]].text.as_str())
                .collect(),
            stems: &self.entries.stem_files,
            stop: stop_words(messages).into_iter().collect(),
            suffixes: rules("search_suffixes"),
            prefixes: rules("search_prefixes"),
        }
    }

    /// The words of a file.
    pub fn words(&self, file: usize) -> &'p [Word] {
        &self.entries.words[bounds(&self.entries.word_files, file, self.entries.words.len())]
    }

    /// The words of a file of endings.
    pub fn endings(&self, file: usize) -> impl Iterator<Item = &'p Word> + use<'p> {
        let places = &self.entries.endings[bounds(&self.entries.ending_files, file, self.entries.endings.len())];
        places.iter().map(|at| &self.entries.words[*at])
    }

    /// The stems of a file.
    pub fn stems(&self, file: usize) -> &'p [Posting] {
        &self.entries.postings[bounds(&self.entries.stem_files, file, self.entries.postings.len())]
    }

    /// The records of a file.
    pub fn records(&self, file: usize) -> impl Iterator<Item = Summary> + use<'p> {
        let scope = Scope::new(self.plan, self.page);
        let all = self.entries.records.iter().skip(file * RECORDS_TOGETHER).take(RECORDS_TOGETHER);
        all.map(move |record| summary::summary(&scope, *record))
    }
}

/// The first of each file, if things of these lengths are put into files of about `most` bytes.
fn cut(lengths: impl Iterator<Item = usize>, most: usize) -> Vec<usize> {
    let mut firsts = Vec::new();
    let mut filled = 0;
    for (at, length) in lengths.enumerate() {
        if firsts.is_empty() || filled + length > most {
            firsts.push(at);
            filled = 0;
        }
        filled += length;
    }
    firsts
}

fn bounds(firsts: &[usize], file: usize, all: usize) -> std::ops::Range<usize> {
    let end = firsts.get(file + 1).copied().unwrap_or(all);
    firsts.get(file).map_or(0..0, |first| *first..end)
}
