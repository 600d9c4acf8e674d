//! The index of a segment.

use super::index_regions::{RegionNode, regions};
use super::index_terms::{TermGroup, terms};
use crate::plan::parts::base::Frame;
use crate::plan::parts::item::{Detail, RecordItem, item};
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::cmp::Reverse;
use std::collections::BTreeMap;

view! {
    /// `index.html`: every record of a segment.
    pub struct IndexView {
        /// The segment: `regions`, `visits`, `years`, …
        pub segment: String,
        /// How many there are, in words.
        pub total: String,
        /// What the segment is, as a sentence.
        pub intro: String,
        /// Dated records by year, newest first; planned and cancelled ones apart.
        pub groups: Vec<IndexGroup>,
        /// Regions as they lie in each other.
        pub regions: Vec<RegionNode>,
        /// Institutions, topics, programs, sources, years: names in groups.
        pub terms: Vec<TermGroup>,
    }
}

view! {
    /// The records of a year.
    pub struct IndexGroup {
        /// Its anchor.
        pub anchor: String,
        /// Its heading.
        pub title: String,
        /// The page of the year.
        pub link: Option<LinkView>,
        /// How many there are, in digits.
        pub count: String,
        /// The records.
        pub items: Vec<RecordItem>,
    }
}

/// The index of `word`.
pub fn view(scope: &Scope<'_>, word: &str) -> (Frame, IndexView) {
    let kind = Kind::from_folder(word);
    let total = kind.map_or(scope.facts.years.len(), |kind| scope.facts.count(kind));
    let mut matter = IndexView {
        segment: word.to_owned(),
        total: scope.count(&format!("n_{word}"), total),
        intro: scope.word(&format!("intro_{word}")),
        ..IndexView::default()
    };
    match kind {
        Some(Kind::Region) => matter.regions = regions(scope),
        Some(kind) if is_dated(kind) => matter.groups = groups(scope, kind),
        other => matter.terms = terms(scope, other),
    }
    let frame = Frame {
        heading: Text { text: scope.word(&format!("nav_{word}")), lang: None },
        description: matter.intro.clone(),
        section: word.to_owned(),
        ..Frame::default()
    };
    (frame, matter)
}

fn is_dated(kind: Kind) -> bool {
    Kind::ACTIVITIES.contains(&kind) || matches!(kind, Kind::Outcome | Kind::Correction | Kind::Story)
}

/// How the groups of an index follow each other: years, the undated, then what is planned or cancelled.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Year(Reverse<i32>),
    Undated,
    Apart,
}

fn groups(scope: &Scope<'_>, kind: Kind) -> Vec<IndexGroup> {
    let mut placed: BTreeMap<Place, Vec<RecordRef>> = BTreeMap::new();
    for at in 0..scope.facts.count(kind) {
        let record = RecordRef::new(kind, at);
        placed.entry(place(scope, record)).or_default().push(record);
    }
    placed.into_iter().map(|(place, records)| group(scope, place, records)).collect()
}

fn place(scope: &Scope<'_>, record: RecordRef) -> Place {
    use crate::derive::facts::Status;
    let at = record.at();
    if let Some(activity) = scope.facts.activity(record) {
        if matches!(activity.status, Some(Status::Planned | Status::Cancelled)) {
            return Place::Apart;
        }
        return activity.year.map_or(Place::Undated, |year| Place::Year(Reverse(year)));
    }
    let date = match record.kind {
        Kind::Outcome => scope.facts.outcomes[at].date,
        Kind::Correction => Some(scope.facts.corrections[at].date),
        _ => scope.facts.stories[at].date,
    };
    date.map_or(Place::Undated, |date| Place::Year(Reverse(date.year())))
}

fn group(scope: &Scope<'_>, place: Place, mut records: Vec<RecordRef>) -> IndexGroup {
    records.sort_by_key(|record| (Reverse(sort_date(scope, *record)), *record));
    // Stories and corrections are few and are read; activities are looked up.
    let detail = match records.first().map(|record| record.kind) {
        Some(Kind::Story | Kind::Correction | Kind::Outcome) => Detail::Full,
        _ => Detail::Brief,
    };
    let (anchor, title, link) = match place {
        Place::Year(Reverse(year)) => {
            let path = scope.routes.year(year, scope.lang);
            let link = path.map(|path| LinkView::to(year.to_string(), scope.href(&path)));
            (format!("year-{year}"), year.to_string(), link)
        }
        Place::Undated => ("undated".to_owned(), scope.word("undated"), None),
        Place::Apart => ("planned".to_owned(), scope.word("planned_or_cancelled"), None),
    };
    IndexGroup {
        anchor,
        title,
        link,
        count: scope.format.number(records.len() as u64),
        items: records.into_iter().map(|record| item(scope, record, detail)).map(unmarked).collect(),
    }
}

/// An index has no list of sources: they stand on the page of each record.
fn unmarked(item: RecordItem) -> RecordItem {
    RecordItem { marks: Vec::new(), ..item }
}

fn sort_date(scope: &Scope<'_>, record: RecordRef) -> Option<(chrono::NaiveDate, crate::value::Precision, bool)> {
    let at = record.at();
    let date = match record.kind {
        Kind::Outcome => scope.facts.outcomes[at].date,
        Kind::Correction => Some(scope.facts.corrections[at].date),
        Kind::Story => scope.facts.stories[at].date,
        _ => scope.facts.activity(record)?.date,
    };
    date.map(crate::value::PartialDate::sort_key)
}
