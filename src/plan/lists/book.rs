//! The lists that are too long for the page of their owner, each in order: made once, before any address is asked for,
//! since a statement stands on the page of such a list where there are many.

use super::{ListId, Owner, Which, records};
use crate::derive::Facts;
use crate::plan::listing::{Heading, Listing, date, has_day, size};
use crate::plan::{PageKind, Routes};
use crate::value::{Kind, PartialDate, RecordRef};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Every long list.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct Book {
    lists: BTreeMap<ListId, LongList>,
    /// Statements and evaluations that stand on the page of a list, and on which of its pages.
    places: BTreeMap<RecordRef, (ListId, usize)>,
}

/// A list in order.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct LongList {
    /// The order: entries are places in `records`, and of changes in the history of the region.
    pub listing: Listing,
    records: Vec<RecordRef>,
}

impl LongList {
    /// The record at a place; none in a list of changes.
    pub fn record(&self, place: u32) -> Option<RecordRef> {
        self.records.get(place as usize).copied()
    }
}

impl Book {
    /// The long lists of a site; none where the theme has no page for them.
    pub fn new(facts: &Facts, routes: &Routes<'_>) -> Self {
        if !routes.has(PageKind::List) {
            return Self::default();
        }
        let lists: Vec<(ListId, LongList)> =
            owners(facts, routes).into_par_iter().flat_map_iter(|owner| long(facts, owner)).collect();
        let mut places = BTreeMap::new();
        for (id, list) in &lists {
            let Owner::Record(owner) = id.owner else { continue };
            if !matches!(id.which, Which::Kind(Kind::Statement | Kind::Evaluation)) {
                continue;
            }
            for (at, place) in list.listing.entries.iter().enumerate() {
                let record = list.record(*place).filter(|record| routes.host_record(*record) == Some(owner));
                places.extend(record.map(|record| (record, (*id, list.listing.page_of(at)))));
            }
        }
        Self { lists: lists.into_iter().collect(), places }
    }

    /// A list, if it is long.
    pub fn get(&self, id: ListId) -> Option<&LongList> {
        self.lists.get(&id)
    }

    /// Every long list.
    pub fn iter(&self) -> impl Iterator<Item = (&ListId, &LongList)> {
        self.lists.iter()
    }

    /// The list on whose page a statement or evaluation stands, and the number of that page.
    pub fn place(&self, record: RecordRef) -> Option<(ListId, usize)> {
        self.places.get(&record).copied()
    }
}

fn owners(facts: &Facts, routes: &Routes<'_>) -> Vec<Owner> {
    let kinds = Kind::ALL.into_iter().filter(|kind| routes.has(PageKind::Record(*kind)));
    let records = kinds.flat_map(|kind| (0..facts.count(kind)).map(move |at| Owner::Record(RecordRef::new(kind, at))));
    let years = facts.years.iter().filter(|_| routes.has(PageKind::Year)).map(|(year, _)| Owner::Year(*year));
    records.chain(years).collect()
}

/// The long lists of an owner.
fn long(facts: &Facts, owner: Owner) -> Vec<(ListId, LongList)> {
    let fewest = Which::Changes.most();
    if records::at_most(facts, owner) <= fewest {
        return Vec::new();
    }
    let lists = records::lists(facts, owner).into_iter().filter(|(which, records)| records.len() > which.most());
    let mut long: Vec<(ListId, LongList)> =
        lists.map(|(which, records)| (ListId { owner, which }, ordered(facts, which, records))).collect();
    if let Owner::Record(RecordRef { kind: Kind::Region, index }) = owner {
        let dates: Vec<Option<PartialDate>> =
            facts.regions[index as usize].history.iter().map(|change| change.date).collect();
        if dates.len() > Which::Changes.most() {
            let headings = dates.iter().map(|date| year_heading(date.map(PartialDate::year)));
            let listing = sorted(headings.zip(dates.iter().copied()), CHANGES);
            long.push((ListId { owner, which: Which::Changes }, LongList { listing, records: Vec::new() }));
        }
    }
    long
}

/// Changes of a page: a line each.
const CHANGES: usize = 100;

fn ordered(facts: &Facts, which: Which, records: Vec<RecordRef>) -> LongList {
    let entry = |record: &RecordRef| {
        if !has_day(record.kind) {
            return (Heading::None, None);
        }
        let date = date(facts, *record);
        let year = facts.activity(*record).map_or(date.map(PartialDate::year), |activity| activity.year);
        (year_heading(year), date)
    };
    let kind = which.kind().unwrap_or(Kind::Cohort);
    let listing = sorted(records.iter().map(entry), size(Some(kind)));
    LongList { listing, records }
}

fn year_heading(year: Option<i32>) -> Heading {
    year.map_or(Heading::Undated, |year| Heading::Year(Reverse(year)))
}

/// Under their headings the newest come first; what has no date keeps its order.
fn sorted(entries: impl Iterator<Item = (Heading, Option<PartialDate>)>, size: usize) -> Listing {
    let mut keyed: Vec<(Heading, Reverse<Option<_>>, u32)> = entries
        .zip(0u32..)
        .map(|((heading, date), place)| (heading, Reverse(date.map(PartialDate::sort_key)), place))
        .collect();
    keyed.sort();
    Listing::of(keyed.into_iter().map(|(heading, _, place)| (heading, place)), size)
}
