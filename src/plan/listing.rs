//! The order of the indexes, made once: what stands under which heading, and on which page.
//!
//! An index of any length is cut into pages of a bounded size. The first stands at the address of the index, the others
//! below it; a page is a slice of the order, so making all pages costs no more than going through the list once.

use super::names;
use super::pages::institution::kind_key;
use crate::derive::Facts;
use crate::derive::facts::Status;
use crate::value::{Kind, Lang, PartialDate, RecordRef};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// More regions than this are too many for one tree: the rest is listed from A to Z on the pages after it.
pub(in crate::plan) const LARGEST_TREE: usize = 1200;

/// What entries of an index stand under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::plan) enum Heading {
    /// No heading: the index is one list.
    None,
    /// A year, newest first.
    Year(Reverse<i32>),
    /// Records without a date.
    Undated,
    /// Planned and cancelled activities.
    Apart,
    /// Words: a publisher, a kind of institution, a letter.
    Words(String),
    /// A topic with those below it, by name.
    Topic(String, u32),
}

/// A heading with the places of its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plan) struct Section {
    /// The heading.
    pub heading: Heading,
    /// Where its entries stand in [`Listing::entries`].
    pub entries: Range<usize>,
}

/// An index in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::plan) struct Listing {
    /// The headings in order; none is empty.
    pub sections: Vec<Section>,
    /// The records (or years) by their places in the facts.
    pub entries: Vec<u32>,
    /// How many entries a page has.
    size: usize,
    /// Whether the first page shows something else than the first entries: the tree of regions.
    after_tree: bool,
}

impl Listing {
    /// The order of the index of `kind`; none means years.
    pub fn new(facts: &Facts, kind: Option<Kind>, lang: &Lang) -> Self {
        let entries = match kind {
            None => (0..facts.years.len())
                .rev()
                .filter_map(|at| u32::try_from(at).ok().map(|at| (Heading::None, at)))
                .collect(),
            Some(Kind::Region) if facts.regions.len() <= LARGEST_TREE => Vec::new(),
            Some(Kind::Topic) => topics(facts, lang),
            Some(kind) if is_dated(kind) => dated(facts, kind),
            Some(kind) => named(facts, kind, lang),
        };
        Self { after_tree: kind == Some(Kind::Region), ..Self::of(entries, size(kind)) }
    }

    /// Entries that are in order, cut into pages of `size`.
    pub fn of(entries: impl IntoIterator<Item = (Heading, u32)>, size: usize) -> Self {
        let mut listing = Self { size, ..Self::default() };
        for (heading, index) in entries {
            let at = listing.entries.len();
            listing.entries.push(index);
            match listing.sections.last_mut() {
                Some(last) if last.heading == heading => last.entries.end = at + 1,
                _ => listing.sections.push(Section { heading, entries: at..at + 1 }),
            }
        }
        listing
    }

    /// How many pages the index has, at least one.
    pub fn pages(&self) -> usize {
        (self.entries.len().div_ceil(self.size.max(1)) + usize::from(self.after_tree)).max(1)
    }

    /// The sections of a page, counted from 1, each with the part of its entries that stands there.
    pub fn page(&self, page: usize) -> Vec<(&Section, Range<usize>)> {
        let Some(page) = page.checked_sub(1 + usize::from(self.after_tree)) else { return Vec::new() };
        let shown = page * self.size..(page + 1) * self.size;
        let first = self.sections.partition_point(|section| section.entries.end <= shown.start);
        let here = self.sections[first..].iter().take_while(|section| section.entries.start < shown.end);
        here.map(|section| {
            let (start, end) = (section.entries.start.max(shown.start), section.entries.end.min(shown.end));
            (section, start..end)
        })
        .collect()
    }

    /// How many entries there are on all pages.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The section of a year.
    pub fn year(&self, year: i32) -> Option<&Section> {
        self.sections.iter().find(|section| section.heading == Heading::Year(Reverse(year)))
    }

    /// The page on which an entry stands, counted from 1.
    pub fn page_of(&self, entry: usize) -> usize {
        entry / self.size.max(1) + 1 + usize::from(self.after_tree)
    }
}

/// Whether the records of a kind are listed by year.
pub(in crate::plan) fn is_dated(kind: Kind) -> bool {
    Kind::ACTIVITIES.contains(&kind) || is_read(kind)
}

/// Whether records of a kind have a day of their own.
pub(in crate::plan) fn has_day(kind: Kind) -> bool {
    is_dated(kind) || matches!(kind, Kind::Statement | Kind::Evaluation)
}

/// Stories, corrections and outcomes are few and are read; activities are looked up.
pub(in crate::plan) fn is_read(kind: Kind) -> bool {
    matches!(kind, Kind::Outcome | Kind::Correction | Kind::Story)
}

/// Entries of a page, so that it weighs some ten kilobytes packed.
pub(in crate::plan) fn size(kind: Option<Kind>) -> usize {
    match kind {
        Some(Kind::Statement | Kind::Evaluation) => 40,
        Some(kind) if is_read(kind) => 40,
        Some(kind) if is_dated(kind) => 100,
        _ => 300,
    }
}

fn dated(facts: &Facts, kind: Kind) -> Vec<(Heading, u32)> {
    let mut keyed: Vec<_> = (0..facts.count(kind))
        .map(|at| {
            let record = RecordRef::new(kind, at);
            let date = date(facts, record);
            let heading = match (facts.activity(record), date) {
                (Some(activity), _) if matches!(activity.status, Some(Status::Planned | Status::Cancelled)) => {
                    Heading::Apart
                }
                (Some(activity), _) => activity.year.map_or(Heading::Undated, |year| Heading::Year(Reverse(year))),
                (None, date) => date.map_or(Heading::Undated, |date| Heading::Year(Reverse(date.year()))),
            };
            (heading, Reverse(date.map(PartialDate::sort_key)), record.index)
        })
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(heading, _, index)| (heading, index)).collect()
}

/// The day that an entry is sorted by.
pub(in crate::plan) fn date(facts: &Facts, record: RecordRef) -> Option<PartialDate> {
    let at = record.at();
    match record.kind {
        Kind::Statement => facts.statements[at].date,
        Kind::Evaluation => facts.evaluations[at].date,
        Kind::Outcome => facts.outcomes[at].date,
        Kind::Correction => Some(facts.corrections[at].date),
        Kind::Story => facts.stories[at].date,
        _ => facts.activity(record)?.date,
    }
}

/// Names under words, each in the order of the alphabet.
fn named(facts: &Facts, kind: Kind, lang: &Lang) -> Vec<(Heading, u32)> {
    let mut keyed: Vec<_> = (0..facts.count(kind))
        .map(|at| {
            let record = RecordRef::new(kind, at);
            let name = names::name(facts, record, lang).text.to_lowercase();
            let heading = match kind {
                Kind::Institution => {
                    let key = kind_key(facts.institutions[at].kind).replacen("_kind_", "_kinds_", 1);
                    Heading::Words(names::words(facts, lang).get(&key).to_owned())
                }
                Kind::Source => Heading::Words(facts.sources[at].publisher.clone()),
                Kind::Region => Heading::Words(name.chars().next().unwrap_or('?').to_uppercase().to_string()),
                _ => Heading::None,
            };
            (heading, name, record.index)
        })
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(heading, _, index)| (heading, index)).collect()
}

/// Each outermost topic is a heading with those below it.
fn topics(facts: &Facts, lang: &Lang) -> Vec<(Heading, u32)> {
    let name = |at: usize| names::name(facts, RecordRef::new(Kind::Topic, at), lang).text;
    let roots = facts.topics.iter().enumerate().filter(|(_, fact)| fact.broader.is_none());
    let roots: BTreeMap<(String, usize), usize> = roots.map(|(at, _)| ((name(at).to_lowercase(), at), at)).collect();
    let mut entries = Vec::new();
    for root in roots.into_values() {
        let own = RecordRef::new(Kind::Topic, root).index;
        let heading = Heading::Topic(name(root), own);
        if facts.topics[root].narrower.is_empty() {
            entries.push((heading.clone(), own));
        }
        gather(facts, &facts.topics[root].narrower, &heading, &mut entries, 0);
    }
    entries
}

fn gather(facts: &Facts, topics: &[u32], heading: &Heading, entries: &mut Vec<(Heading, u32)>, depth: usize) {
    // Topics form no circle (a rule of `check`); the bound keeps a mistake there from hanging here.
    for index in topics.iter().filter(|_| depth < 16) {
        entries.push((heading.clone(), *index));
        gather(facts, &facts.topics[*index as usize].narrower, heading, entries, depth + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::{Heading, Listing, Section};
    use std::cmp::Reverse;

    fn listing(years: &[(i32, usize)], size: usize) -> Listing {
        let mut listing = Listing { size, ..Listing::default() };
        for (year, number) in years {
            let start = listing.entries.len();
            listing.entries.extend((start..start + number).map(|at| u32::try_from(at).expect("small")));
            let heading = Heading::Year(Reverse(*year));
            listing.sections.push(Section { heading, entries: start..start + number });
        }
        listing
    }

    #[test]
    fn every_entry_stands_on_one_page_once_and_in_order() {
        for size in 1..12 {
            for numbers in [vec![], vec![1], vec![5], vec![3, 4], vec![1, 1, 1, 9], vec![10, 2, 10]] {
                let years: Vec<(i32, usize)> = (0..).map(|at| 2030 - at).zip(numbers).collect();
                let listing = listing(&years, size);
                let mut seen = Vec::new();
                for page in 1..=listing.pages() {
                    let before = seen.len();
                    for (section, entries) in listing.page(page) {
                        assert!(!entries.is_empty() && section.entries.start <= entries.start);
                        assert!(entries.clone().all(|entry| listing.page_of(entry) == page));
                        seen.extend(entries);
                    }
                    assert!(seen.len() - before <= size);
                }
                assert_eq!(seen, (0..listing.entries.len()).collect::<Vec<_>>());
                assert!(listing.page(listing.pages() + 1).is_empty());
            }
        }
    }

    #[test]
    fn a_tree_comes_before_the_list() {
        let listing = Listing { after_tree: true, ..listing(&[(2020, 5)], 3) };
        assert_eq!(listing.pages(), 3);
        assert!(listing.page(1).is_empty());
        assert_eq!(listing.page(2)[0].1, 0..3);
        assert_eq!(listing.page_of(3), 3);
    }
}
