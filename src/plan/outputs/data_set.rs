//! The table beside a page, and what `data.json` says about the page itself.

use super::Outputs;
use super::cell::{Cell, Column, Row};
use super::dictionary::{Dictionary, Meaning};
use super::figures::{FigureData, YearData, by_year};
use super::schema::{Variable, columns, variables};
use crate::derive::{Lists, Reach, Subject};
use crate::plan::{PageKind, PlannedPage, SitePlan, names};
use crate::value::{Kind, Lang, RecordRef};

/// What `data.json` says first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataHead {
    /// The absolute address of the page.
    pub url: String,
    /// The template of the page: `region`, `home`.
    pub kind: &'static str,
    /// The id of its record, the year, the plural of an index.
    pub id: Option<String>,
    /// The name of its record.
    pub title: Option<String>,
    /// Its language.
    pub lang: Lang,
    /// The name of the site.
    pub site: String,
    /// Who publishes.
    pub publisher: Option<String>,
    /// The licence.
    pub license: Option<String>,
    /// The newest date of the records.
    pub as_of: Option<String>,
}

/// A table. Its rows are made one by one, so that a table of every record needs no more memory than one row.
#[derive(Debug)]
pub struct DataSet<'a> {
    outputs: &'a Outputs<'a>,
    records: Vec<(RecordRef, Option<Reach>)>,
    kinds: Vec<Kind>,
    /// What it is about.
    pub head: DataHead,
    /// The columns.
    pub columns: Vec<Column>,
    /// The numbers of every year, for a page that has them.
    pub by_year: Vec<YearData>,
    subject: Option<&'a Subject>,
}

impl DataSet<'_> {
    /// The rows: each the cells that this kind of record has, in the order of the columns.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.records.iter().map(|(record, reach)| self.outputs.row(&self.head.lang, *record, *reach))
    }

    /// Derived figures, for a page that has them. Each is made when it is asked for: their bases are long.
    pub fn figures(&self) -> impl Iterator<Item = FigureData> + '_ {
        let figures = self.subject.map_or(&[][..], |subject| subject.figures.as_slice());
        figures.iter().map(|figure| self.outputs.figure(figure))
    }

    /// What stands in the columns, in their order.
    pub fn variables(&self) -> Vec<Variable> {
        variables(&self.kinds)
    }

    /// What a column of this table means, in its language.
    pub fn meaning(&self, variable: &Variable) -> Meaning {
        Dictionary::of(&self.head.lang).meaning(variable, &self.kinds)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// Kinds of the records that a subject's table holds.
pub(super) const TOUCHING: [Kind; 9] = [
    Kind::Cohort,
    Kind::Placement,
    Kind::Visit,
    Kind::Training,
    Kind::Outcome,
    Kind::Evaluation,
    Kind::Statement,
    Kind::Correction,
    Kind::Story,
];

impl SitePlan<'_> {
    /// The tables of the download page: each kind that has records; its file is `<plural>.csv` beside the page.
    pub fn tables(&self) -> Vec<(Kind, usize)> {
        Kind::ALL
            .into_iter()
            .filter(|kind| *kind != Kind::Page)
            .map(|kind| (kind, self.facts().count(kind)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The kind that an index lists; none for years.
    pub(in crate::plan) fn indexed_kind(&self, page: &PlannedPage) -> Option<Kind> {
        Kind::ALL
            .into_iter()
            .find(|kind| self.routes().index(kind.plural(), &page.lang).as_deref() == Some(page.path.as_str()))
    }
}

impl Outputs<'_> {
    /// The records for `data.json` (and, but for the download page, `data.csv`) beside a page; none where it has none.
    pub fn data(&self, page: &PlannedPage) -> Option<DataSet<'_>> {
        if !self.plan.has_data(page) {
            return None;
        }
        let subject = self.plan.subject_of(page);
        let record = match page.kind {
            PageKind::Record(kind) => Some(RecordRef { kind, index: page.subject }),
            _ => None,
        };
        let (records, kinds) = match (page.kind, record, subject) {
            (PageKind::RegionYear, _, Some(subject)) => {
                let mut records = touching(&subject.lists);
                records.retain(|(record, _)| page.year.is_some() && self.year_of(*record) == page.year);
                (records, TOUCHING.to_vec())
            }
            (PageKind::Data, _, _) => self.everything(),
            (PageKind::Index, _, _) => self.whole_kind(self.plan.indexed_kind(page)?),
            (_, _, Some(subject)) => (touching(&subject.lists), TOUCHING.to_vec()),
            (_, Some(record), None) => self.single(record),
            (_, None, None) => return None,
        };
        let mut set = self.set(page, records, &kinds);
        if let Some(subject) = subject {
            if page.kind == PageKind::RegionYear {
                set.by_year = by_year(&subject.by_year);
                set.by_year.retain(|row| row[0].1 == page.year.map_or(Cell::Empty, |year| Cell::Integer(year.into())));
            } else {
                set.subject = Some(subject);
                set.by_year = by_year(&subject.by_year);
            }
        }
        Some(set)
    }

    /// The table for `data.csv` beside a page. Everything at once would be a table of two hundred columns: beside the
    /// download page stand the activities and results, and each kind has a file of its own.
    pub fn sheet(&self, page: &PlannedPage) -> Option<DataSet<'_>> {
        match page.kind {
            PageKind::Data if self.plan.has_data(page) => {
                Some(self.set(page, touching(&self.plan.facts().whole.lists), &TOUCHING))
            }
            _ => self.data(page),
        }
    }

    /// The table of all records of a kind, for the download page.
    pub fn table(&self, page: &PlannedPage, kind: Kind) -> DataSet<'_> {
        let (records, kinds) = self.whole_kind(kind);
        self.set(page, records, &kinds)
    }

    fn set(&self, page: &PlannedPage, records: Vec<(RecordRef, Option<Reach>)>, kinds: &[Kind]) -> DataSet<'_> {
        let (head, columns) = (self.head(page), columns(kinds));
        DataSet { outputs: self, records, kinds: kinds.to_vec(), head, columns, by_year: Vec::new(), subject: None }
    }

    pub(super) fn head(&self, page: &PlannedPage) -> DataHead {
        let facts = self.plan.facts();
        let record = match page.kind {
            PageKind::Record(kind) => Some(RecordRef { kind, index: page.subject }),
            PageKind::RegionYear => Some(RecordRef { kind: Kind::Region, index: page.subject }),
            _ => None,
        };
        let publisher = facts.site.publisher.as_ref();
        DataHead {
            url: self.absolute(&page.path),
            kind: page.kind.template(),
            id: match (page.kind, record) {
                (PageKind::RegionYear, Some(record)) => {
                    Some(format!("{}/{}", facts.head(record).id, page.year.unwrap_or_default()))
                }
                (_, Some(record)) => Some(facts.head(record).id.clone()),
                (PageKind::Year, None) => self.plan.year_of_page(page).map(|year| year.to_string()),
                (PageKind::Index, None) => self.plan.indexed_kind(page).map(|kind| kind.plural().to_owned()),
                _ => None,
            },
            title: record.map(|record| names::name(facts, record, &page.lang).text),
            lang: page.lang.clone(),
            site: names::localized(facts, &facts.site.title, &page.lang).text,
            publisher: publisher.map(|publisher| names::localized(facts, &publisher.name, &page.lang).text),
            license: facts.site.license.clone(),
            as_of: facts.as_of.map(|date| date.to_string()),
        }
    }

    fn everything(&self) -> (Vec<(RecordRef, Option<Reach>)>, Vec<Kind>) {
        let kinds: Vec<Kind> = self.plan.tables().into_iter().map(|(kind, _)| kind).collect();
        (kinds.iter().flat_map(|kind| self.whole_kind(*kind).0).collect(), kinds)
    }

    fn whole_kind(&self, kind: Kind) -> (Vec<(RecordRef, Option<Reach>)>, Vec<Kind>) {
        let count = self.plan.facts().count(kind);
        ((0..count).map(|at| (RecordRef::new(kind, at), None)).collect(), vec![kind])
    }

    fn single(&self, record: RecordRef) -> (Vec<(RecordRef, Option<Reach>)>, Vec<Kind>) {
        let placements = match record.kind {
            Kind::Cohort => self.plan.facts().cohorts[record.at()].placements.as_slice(),
            _ => &[],
        };
        let mut records = vec![(record, None)];
        records.extend(placements.iter().map(|index| (RecordRef { kind: Kind::Placement, index: *index }, None)));
        let kinds = if record.kind == Kind::Cohort { vec![Kind::Cohort, Kind::Placement] } else { vec![record.kind] };
        (records, kinds)
    }

    fn year_of(&self, record: RecordRef) -> Option<i32> {
        let (facts, at) = (self.plan.facts(), record.at());
        let date = match record.kind {
            Kind::Outcome => facts.outcomes[at].date,
            Kind::Evaluation => facts.evaluations[at].date,
            Kind::Statement => facts.statements[at].date,
            Kind::Correction => Some(facts.corrections[at].date),
            Kind::Story => facts.stories[at].date,
            _ => return facts.activity(record).and_then(|activity| activity.year),
        };
        date.map(|date| date.year())
    }
}

/// Every record that touches a subject, kind by kind, in the order of its lists; planned and cancelled ones last.
fn touching(lists: &Lists) -> Vec<(RecordRef, Option<Reach>)> {
    let reached = |kind, reaches: &[Reach]| -> Vec<_> {
        reaches.iter().map(|reach| (RecordRef { kind, index: reach.index }, Some(*reach))).collect()
    };
    let listed = |kind, indexes: &[u32]| -> Vec<_> {
        indexes.iter().map(|index| (RecordRef { kind, index: *index }, None)).collect()
    };
    let mut records = reached(Kind::Cohort, &lists.cohorts);
    records.extend(reached(Kind::Placement, &lists.placements));
    records.extend(reached(Kind::Visit, &lists.visits));
    records.extend(reached(Kind::Training, &lists.trainings));
    records.extend(listed(Kind::Outcome, &lists.outcomes));
    records.extend(listed(Kind::Evaluation, &lists.evaluations));
    records.extend(listed(Kind::Statement, &lists.statements));
    records.extend(listed(Kind::Story, &lists.stories));
    records.extend(listed(Kind::Correction, &lists.corrections));
    records.extend(lists.apart.iter().map(|record| (*record, None)));
    records
}
