//! The A–Z of everything that has a page: what the page of the search shows without its script.
//!
//! A small site has it on one page. A large one has the regions there, and the rest on pages of a thousand.

use super::{Routes, names};
use crate::derive::Facts;
use crate::text::search::fold;
use crate::value::{Kind, Lang, RecordRef};
use rayon::prelude::*;

/// What is found and listed, in this order: regions first, what others rest on last.
pub const KINDS: [Kind; 14] = [
    Kind::Region,
    Kind::Institution,
    Kind::Topic,
    Kind::Program,
    Kind::Cohort,
    Kind::Placement,
    Kind::Visit,
    Kind::Training,
    Kind::Outcome,
    Kind::Statement,
    Kind::Story,
    Kind::Page,
    Kind::Correction,
    Kind::Source,
];

/// So many entries stand on one page with all others.
const TOGETHER: usize = 1_500;

/// So many entries stand on a page of their own kind: about 25 KB of HTML when compressed.
const ON_A_PAGE: usize = 1_000;

/// Some records of a kind that follow each other in the A–Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The kind.
    pub kind: Kind,
    /// The place of the first in the list of its kind.
    pub first: usize,
    /// The place after the last.
    pub end: usize,
}

/// Every listed record of a language, by name.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    kinds: Vec<(Kind, Vec<RecordRef>)>,
    /// What stands on each page.
    pages: Vec<Vec<Stretch>>,
}

impl Directory {
    /// That of a site without a search.
    pub const fn none() -> Self {
        Self { kinds: Vec::new(), pages: Vec::new() }
    }

    /// Sorts what has a page in `lang`.
    pub fn new(facts: &Facts, routes: &Routes<'_>, lang: &Lang) -> Self {
        let kinds: Vec<(Kind, Vec<RecordRef>)> =
            KINDS.into_iter().map(|kind| (kind, by_name(facts, listed(facts, routes, kind, lang), lang))).collect();
        let counts: Vec<(Kind, usize)> = kinds.iter().map(|(kind, records)| (*kind, records.len())).collect();
        Self { pages: share_out(&counts), kinds }
    }

    /// What stands on each page; there is always a first.
    pub fn pages(&self) -> &[Vec<Stretch>] {
        &self.pages
    }

    /// The records of a stretch.
    pub fn records(&self, stretch: Stretch) -> &[RecordRef] {
        let of_kind = self.kinds.iter().find(|(kind, _)| *kind == stretch.kind);
        of_kind.and_then(|(_, records)| records.get(stretch.first..stretch.end)).unwrap_or_default()
    }
}

/// The records of a kind that have an address in `lang`, in the order of the facts.
pub fn listed(facts: &Facts, routes: &Routes<'_>, kind: Kind, lang: &Lang) -> Vec<RecordRef> {
    let all = (0..facts.count(kind)).map(|at| RecordRef::new(kind, at));
    all.filter(|record| routes.path(*record, lang).is_some()).collect()
}

/// The words by which a record is sorted: of a region its bare name, so that Kota Malang stands under M.
pub fn sort_words(facts: &Facts, record: RecordRef, lang: &Lang) -> Vec<String> {
    let words = fold(&names::name(facts, record, lang).text);
    if record.kind != Kind::Region {
        return words;
    }
    let kind = facts.regions[record.at()].kind;
    let key = super::pages::region::kind_key(kind);
    // Official names are not translated: the word for the kind is that of the site's own language.
    let own = fold(names::words(facts, facts.site.default_lang()).get(key));
    match words.split_first() {
        Some((first, rest)) if !rest.is_empty() && own.first() == Some(first) => rest.to_vec(),
        _ => words,
    }
}

fn by_name(facts: &Facts, records: Vec<RecordRef>, lang: &Lang) -> Vec<RecordRef> {
    let mut keyed: Vec<(String, RecordRef)> =
        records.into_par_iter().map(|record| (sort_words(facts, record, lang).join(" "), record)).collect();
    keyed.par_sort();
    keyed.into_iter().map(|(_, record)| record).collect()
}

/// What stands on each page.
fn share_out(counts: &[(Kind, usize)]) -> Vec<Vec<Stretch>> {
    let whole = |(kind, count): &(Kind, usize)| Stretch { kind: *kind, first: 0, end: *count };
    if counts.iter().map(|(_, count)| count).sum::<usize>() <= TOGETHER {
        return vec![counts.iter().filter(|(_, count)| *count > 0).map(whole).collect()];
    }
    let mut pages = vec![Vec::new()];
    for entry in counts {
        if entry.0 == Kind::Region && entry.1 <= TOGETHER {
            pages[0].push(whole(entry));
            continue;
        }
        for first in (0..entry.1).step_by(ON_A_PAGE) {
            pages.push(vec![Stretch { kind: entry.0, first, end: (first + ON_A_PAGE).min(entry.1) }]);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{ON_A_PAGE, share_out};
    use crate::value::Kind;

    #[test]
    fn a_large_site_has_regions_first_and_everything_once() {
        let counts = [(Kind::Region, 552), (Kind::Visit, 2_345), (Kind::Topic, 0)];
        let pages = share_out(&counts);
        assert_eq!(pages.len(), 4);
        assert_eq!((pages[0][0].kind, pages[0][0].end), (Kind::Region, 552));
        let visits: usize = pages[1..].iter().flatten().map(|stretch| stretch.end - stretch.first).sum();
        assert_eq!(visits, 2_345);
        assert!(pages[1..].iter().all(|page| page[0].end - page[0].first <= ON_A_PAGE));
        assert_eq!(share_out(&[(Kind::Region, 552), (Kind::Visit, 84)]).len(), 1);
    }
}
