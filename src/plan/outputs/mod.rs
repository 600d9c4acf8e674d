//! What stands beside the pages: tables, feeds, calendars, the sitemap, the search, each as a closed value.
//!
//! In: the plan and a page of it. Out: values that `render/outputs` writes without asking anything
//! more. `has_data`, `has_feed` and `has_calendar` say cheaply whether a page has them, so that a
//! page links to exactly what is made.

mod beside;
mod calendar;
mod catalogue;
mod cell;
mod data_set;
mod dictionary;
mod feed;
mod fields;
mod figures;
mod package;
mod presence;
mod reference;
mod reference_row;
mod row;
mod rows;
#[cfg(test)]
pub(in crate::plan) mod sample;
mod schema;
mod search;
mod share;
mod sitemap;
#[cfg(test)]
mod tests;
mod web_manifest;
mod words;
mod workbook;

pub use calendar::{Calendar, Event, EventStatus};
pub use catalogue::{Catalogue, CatalogueFile, CatalogueSet, Spoken};
pub use cell::{Cell, Column, Part, Row};
pub use data_set::{DataHead, DataSet};
pub use dictionary::{Dictionary, Meaning};
pub use feed::{Feed, FeedEntry};
pub use fields::Shape;
pub use figures::{FigureData, YearData};
pub use package::{Described, Package, PackageTable};
pub use reference::data_reference;
#[cfg(test)]
pub(crate) use sample::with_sample_plan;
pub use schema::{Machine, Variable};
pub use search::{Posting, SearchHead, SearchIndex, SearchKind, SearchPart, Summary, Word};
pub use share::{ShareCard, ShareFigure, ShareTile};
pub use sitemap::SitemapEntry;
pub use web_manifest::WebManifest;
pub use words::{Words, words};
pub use workbook::{Workbook, WorkbookSheet};

pub(in crate::plan) use row::word;
pub(in crate::plan) use schema::variables;

use super::SitePlan;
use crate::value::{Kind, RecordRef};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The sizes in bytes of files of the whole data set, by path. What is not known is not said.
pub type Sizes = BTreeMap<String, u64>;

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes the values of a plan's outputs.
#[derive(Debug)]
pub struct Outputs<'p> {
    plan: &'p SitePlan<'p>,
    /// Made by the first who asks: a page that is looked at needs neither the ids of all records nor an index of all words.
    shared_ids: OnceLock<BTreeSet<String>>,
    search: OnceLock<Vec<search::Entries>>,
    rows: rows::Rows,
}

impl<'p> Outputs<'p> {
    /// The outputs of a plan.
    pub fn new(plan: &'p SitePlan<'p>) -> Self {
        let rows = rows::Rows::new(plan.facts());
        Self { plan, shared_ids: OnceLock::new(), search: OnceLock::new(), rows }
    }

    /// The indexes of the search, one a language; none where the site has no search.
    pub fn search(&self) -> Vec<SearchIndex<'_>> {
        let all = self.search.get_or_init(|| search::Entries::all(self.plan));
        all.iter().map(|entries| SearchIndex::new(self.plan, entries)).collect()
    }

    /// Ids that records of two kinds share.
    fn shared_ids(&self) -> &BTreeSet<String> {
        self.shared_ids.get_or_init(|| {
            let facts = self.plan.facts();
            let mut ids: Vec<&str> = Vec::new();
            for kind in Kind::ALL {
                ids.extend((0..facts.count(kind)).map(|at| facts.head(RecordRef::new(kind, at)).id.as_str()));
            }
            ids.sort_unstable();
            ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect()
        })
    }

    /// How a record is named where its kind is not known from the place: its id, and where two kinds
    /// share it `cohort:papua-2022` (content model, section 2).
    fn reference(&self, record: RecordRef) -> String {
        let id = &self.plan.facts().head(record).id;
        if self.shared_ids().contains(id.as_str()) { format!("{}:{id}", record.kind) } else { id.clone() }
    }

    /// The day that files are dated with: the newest of the records, never that of the clock.
    pub fn created(&self) -> Option<chrono::NaiveDate> {
        self.plan.facts().as_of.map(crate::value::PartialDate::first)
    }

    /// The absolute address of a path of the site.
    fn absolute(&self, path: &str) -> String {
        absolute(&self.plan.facts().site.base_url, path)
    }
}

/// The absolute address of a path of the site; a `#` begins the anchor.
pub(in crate::plan) fn absolute(base: &str, path: &str) -> String {
    let encoded = match path.split_once('#') {
        Some((path, anchor)) => format!("{}#{}", crate::route::encode(path), crate::route::encode(anchor)),
        None => crate::route::encode(path),
    };
    format!("{base}{encoded}")
}
