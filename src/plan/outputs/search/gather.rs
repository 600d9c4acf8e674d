//! From records to words, and from words to the records that have them.

use super::document::{Document, level};
use super::encode::encode;
use super::synonyms::Synonyms;
use crate::plan::scope::Scope;
use crate::plan::{PlannedPage, SitePlan, names};
use crate::text::Messages;
use crate::text::search::{Stemmer, fold};
use crate::value::RecordRef;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How many ways there are for a word to belong to a record; see [`level`].
pub const LEVELS: usize = 5;

/// The lists of a stem are together not longer than about this many signs, the best first: what a reader's first question
/// moves stays bounded. A word of which more is left out keeps no record away (`assets/search.js`).
const LONGEST: usize = 8_000;

/// So many records are read by one task.
const TOGETHER: usize = 512;

/// The records of a word: their numbers, one list a level, each record in its best.
type Lists = [Vec<u32>; LEVELS];

/// Where a stem stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posting {
    /// One list a level, as text.
    pub lists: [String; LEVELS],
    /// How many records have the stem and are in no list, because the lists would be too long.
    pub left_out: usize,
}

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub text: String,
    /// The number of its stem.
    pub stem: u32,
    /// It is written so somewhere. Else it is a mere stem, no word that anybody could have meant to type.
    pub written: bool,
}

/// The words of a language and where they stand.
pub(super) struct Terms {
    /// Every word, sorted.
    pub(super) words: Vec<Word>,
    /// Where each stem stands.
    pub(super) postings: Vec<Posting>,
    /// Differs where anything that is found differs.
    pub(super) version: String,
}

/// What the words of the theme say about the words of people.
struct Rules {
    stop: BTreeSet<String>,
    synonyms: Synonyms,
}

impl Terms {
    /// Reads every record.
    pub(super) fn gather(plan: &SitePlan<'_>, page: &PlannedPage, records: &[RecordRef]) -> Self {
        let words = names::words(plan.facts(), &page.lang);
        let rules = Rules { stop: stop_words(words), synonyms: Synonyms::new(plan.facts(), &page.lang) };
        let tasks: Vec<(BTreeMap<String, Lists>, blake3::Hash)> = records
            .par_chunks(TOGETHER)
            .enumerate()
            .map(|(task, records)| read(&Scope::new(plan, page), &rules, task * TOGETHER, records))
            .collect();
        let mut hasher = blake3::Hasher::new();
        let mut all: BTreeMap<String, Lists> = BTreeMap::new();
        for (found, hash) in tasks {
            hasher.update(hash.as_bytes());
            for (word, lists) in found {
                let known = all.entry(word).or_default();
                for (known, mut list) in known.iter_mut().zip(lists) {
                    known.append(&mut list);
                }
            }
        }
        let (words, postings) = by_stem(all, &Stemmer::new(words));
        for posting in &postings {
            for list in &posting.lists {
                hasher.update(list.as_bytes());
            }
        }
        let version = hasher.finalize().to_hex().chars().take(12).collect();
        Self { words, postings, version }
    }
}

/// Words that say nothing of their own, folded.
pub(super) fn stop_words(words: &Messages) -> BTreeSet<String> {
    fold(words.find("search_stop_words").unwrap_or_default()).into_iter().collect()
}

/// The words of some records, the first of which has the number `first`.
fn read(
    scope: &Scope<'_>,
    rules: &Rules,
    first: usize,
    records: &[RecordRef],
) -> (BTreeMap<String, Lists>, blake3::Hash) {
    let mut found: BTreeMap<String, Lists> = BTreeMap::new();
    let mut hasher = blake3::Hasher::new();
    for (number, record) in (u32::try_from(first).unwrap_or(u32::MAX)..).zip(records) {
        let document = Document::new(scope, *record);
        let mut own: BTreeMap<String, usize> = BTreeMap::new();
        for (part, text) in &document.texts {
            hasher.update(text.as_bytes());
            let words = fold(text);
            let told = |word: &&str| !rules.stop.contains(*word);
            let level_of_text = level(*part, words.iter().map(String::as_str).filter(told).count());
            let synonyms = rules.synonyms.of(&words);
            for word in words.iter().map(String::as_str).chain(synonyms).filter(told) {
                match own.get_mut(word) {
                    Some(level) => *level = (*level).min(level_of_text),
                    None => drop(own.insert(word.to_owned(), level_of_text)),
                }
            }
        }
        for (word, level) in own {
            found.entry(word).or_default()[level].push(number);
        }
    }
    (found, hasher.finalize())
}

/// Brings the words of one stem together, and numbers the stems.
fn by_stem(all: BTreeMap<String, Lists>, stemmer: &Stemmer) -> (Vec<Word>, Vec<Posting>) {
    let mut words: BTreeMap<String, (String, bool)> = BTreeMap::new();
    let mut stems: BTreeMap<String, Vec<Lists>> = BTreeMap::new();
    for (word, lists) in all {
        let stem = stemmer.stem(&word);
        stems.entry(stem.clone()).or_default().push(lists);
        words.insert(word, (stem, true));
    }
    let mut numbers = BTreeMap::new();
    let mut postings = Vec::with_capacity(stems.len());
    for (number, (stem, lists)) in (0u32..).zip(stems) {
        postings.push(posting(lists));
        words.entry(stem.clone()).or_insert_with(|| (stem.clone(), false));
        numbers.insert(stem, number);
    }
    for word in stemmer.family_words() {
        words.entry(word.to_owned()).or_insert_with(|| (stemmer.stem(word), true));
    }
    let numbered = words.into_iter().filter_map(|(text, (stem, written))| {
        let stem = *numbers.get(&stem)?;
        Some(Word { text, stem, written })
    });
    (numbered.collect(), postings)
}

/// The lists of all words of a stem as one.
fn posting(mut words: Vec<Lists>) -> Posting {
    let lists = match (words.pop(), words.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            let mut best: BTreeMap<u32, usize> = BTreeMap::new();
            for (level, list) in words.iter().chain(&last).flat_map(|lists| lists.iter().enumerate()) {
                for number in list {
                    best.entry(*number).and_modify(|known| *known = (*known).min(level)).or_insert(level);
                }
            }
            let mut lists = Lists::default();
            for (number, level) in best {
                lists[level].push(number);
            }
            lists
        }
    };
    let mut posting = Posting::default();
    let mut room = LONGEST;
    for (text, list) in posting.lists.iter_mut().zip(&lists) {
        let (encoded, left_out) = encode(list, room);
        room = room.saturating_sub(encoded.len());
        *text = encoded;
        posting.left_out += left_out;
    }
    posting
}
