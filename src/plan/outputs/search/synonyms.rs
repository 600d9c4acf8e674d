//! Acronyms and what they stand for: who looks for one finds the other.
//!
//! They are words of the theme (`search_synonyms`, one a line: `bappeda = badan perencanaan pembangunan daerah`)
//! and the short names of institutions. They are written into the index, so that the script of the page need not know them.

use crate::derive::Facts;
use crate::plan::names;
use crate::text::search::fold;
use crate::value::{Kind, Lang, RecordRef};
use std::collections::BTreeMap;

/// A phrase and what it stands for, both in words.
type Pair = (Vec<String>, Vec<String>);

/// Phrases that mean the same, by the first word of each.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    by_first: BTreeMap<String, Vec<Pair>>,
}

impl Synonyms {
    /// Those of a language.
    pub(super) fn new(facts: &Facts, lang: &Lang) -> Self {
        let mut synonyms = Self::default();
        for line in names::words(facts, lang).find("search_synonyms").unwrap_or_default().lines() {
            if let Some((one, other)) = line.split_once('=') {
                synonyms.add(fold(one), fold(other));
            }
        }
        for (at, fact) in facts.institutions.iter().enumerate() {
            let Some(short) = &fact.short else { continue };
            let name = names::name(facts, RecordRef::new(Kind::Institution, at), lang).text;
            let short = fold(&names::localized(facts, short, lang).text);
            // A short name of several words ("Pemprov DKI Jakarta") holds an acronym of its own.
            if short.len() == 1 {
                synonyms.add(short, fold(&name));
            }
        }
        synonyms
    }

    /// The words that stand for phrases among `words`.
    pub(super) fn of(&self, words: &[String]) -> Vec<&str> {
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for (phrase, other) in self.by_first.get(word).into_iter().flatten() {
                if words[at..].starts_with(phrase) {
                    found.extend(other.iter().map(String::as_str));
                }
            }
        }
        found
    }

    fn add(&mut self, one: Vec<String>, other: Vec<String>) {
        for (from, to) in [(&one, &other), (&other, &one)] {
            if let Some(first) = from.first() {
                self.by_first.entry(first.clone()).or_default().push((from.clone(), to.clone()));
            }
        }
    }
}
