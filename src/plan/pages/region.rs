//! The page of a region: the heart of the site.

use super::activity::{RecordHead, frame, head};
use crate::derive::facts::{RegionFact, RegionKind};
use crate::derive::{RegionHistory, Subject};
use crate::plan::charts::tiles::{MiniMap, orientation};
use crate::plan::lists::Which;
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::child::{ChildRow, child};
use crate::plan::parts::group::GroupView;
use crate::plan::parts::link::{LinkView, Mention};
use crate::plan::parts::referrer::further;
use crate::plan::parts::row::{Row, Rows};
use crate::plan::parts::subject::{SubjectOptions, SubjectView, subject_view};
use crate::plan::parts::whole_list::more;
use crate::plan::parts::{sentence, short_list};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Count, Kind, RecordRef};

view! {
    /// `region.html`: everything known about a region and what lies below it.
    pub struct RegionView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// What it is: province, regency, city.
        pub kind: String,
        /// Its official code; may be empty.
        pub code: String,
        /// The region above.
        pub parent: Option<LinkView>,
        /// One true sentence about its records.
        pub sentence: String,
        /// The small map with its province lit.
        pub map: Option<MiniMap>,
        /// Its facts: population, area, codes, other names.
        pub rows: Vec<Row>,
        /// What is derived about it.
        #[serde(flatten)]
        pub subject: SubjectView,
        /// Pages of single years, newest first; empty where this page holds everything.
        pub years: Vec<LinkView>,
        /// Said where this page lists the newest year only; may be empty.
        pub part_note: String,
        /// Changes of what belongs where, one line for all that moved together.
        pub history: Vec<HistoryLine>,
        /// Where all changes stand, if these are too many for this page.
        pub history_more: Option<LinkView>,
        /// Said where records were counted by today's boundaries for want of a date; may be empty.
        pub uncertain: String,
        /// The records that this concerns.
        pub uncertain_records: Vec<Mention>,
        /// Regions directly below.
        pub children: Vec<ChildRow>,
        /// Institutions that lie here.
        pub institutions: Vec<LinkView>,
        /// Further records that refer to it.
        pub further: Vec<GroupView>,
    }
}

view! {
    /// A change in time.
    pub struct HistoryLine {
        /// From where to where, when, by which law.
        pub text: String,
        /// The regions that moved.
        pub regions: Vec<LinkView>,
    }
}

/// The page of a region.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, RegionView) {
    let fact = &scope.facts.regions[record.at()];
    let name = names::name(scope.facts, record, scope.lang).text;
    let sentence = sentence::region(scope, &name, &fact.subject);
    let head = head(scope, record);
    let mut frame = frame(scope, record, &head, &sentence);
    frame.kicker = scope.word(kind_key(fact.kind));
    frame.crumbs.extend(above(scope, fact));
    let years = scope.plan.split_years(record.index);
    let newest = years.last().copied();
    let keep = |other: RecordRef| {
        let year = scope.facts.activity(other).and_then(|activity| activity.year);
        newest.is_none() || year.is_none() || year == newest
    };
    let year_href = |year: i32| {
        let path = scope.routes.region_year(record.index, year, scope.lang)?;
        years.contains(&year).then(|| scope.href(&path))
    };
    let options = SubjectOptions {
        name: &name,
        roles: true,
        own: Some(record),
        keep: &keep,
        part: newest.is_some(),
        year_href: &year_href,
    };
    let matter = RegionView {
        kind: scope.word(kind_key(fact.kind)),
        code: fact.code.clone().unwrap_or_default(),
        parent: fact.parent.map(|index| scope.link(RecordRef { kind: Kind::Region, index })),
        sentence,
        map: scope.shown("map", || orientation(scope, record.index)),
        rows: scope.shown("rows", || rows(scope, fact)),
        subject: subject_view(scope, &fact.subject, &options),
        years: years.iter().rev().filter_map(|year| Some(LinkView::to(year.to_string(), year_href(*year)?))).collect(),
        part_note: newest
            .map_or_else(String::new, |year| scope.words.fill("part_note", &[("year", &year.to_string())])),
        history: scope.shown("history", || history(scope, newest_changes(&fact.history))),
        history_more: more(scope, Which::Changes, fact.history.len()),
        uncertain: uncertain(scope, &fact.subject),
        uncertain_records: scope.links(&fact.subject.uncertain_parent[..fact.subject.uncertain_parent.len().min(30)]),
        children: scope.shown("children", || children(scope, fact)),
        institutions: scope.shown("institutions", || short_list::names(scope, Kind::Institution, &fact.institutions)),
        further: scope.shown("further", || further(scope, record, &fact.subject)),
        head,
    };
    (frame, matter)
}

/// The regions below, those without activity too; of very many the first, and the way to all.
fn children(scope: &Scope<'_>, fact: &RegionFact) -> Vec<ChildRow> {
    let first = fact.children.iter().take(short_list::MOST_NAMES).map(|index| child(scope, *index));
    let rest = short_list::rest(scope, Kind::Region, fact.children.len());
    first.chain(rest.map(|link| ChildRow { link, ..ChildRow::default() })).collect()
}

/// The regions above, from the outermost in.
pub fn above(scope: &Scope<'_>, fact: &RegionFact) -> Vec<LinkView> {
    let mut chain = Vec::new();
    let mut at = fact.parent;
    while let Some(index) = at.filter(|_| chain.len() < 32) {
        chain.push(scope.link(RecordRef { kind: Kind::Region, index }));
        at = scope.facts.regions.get(index as usize).and_then(|fact| fact.parent);
    }
    chain.reverse();
    chain
}

/// The message key of what a region is.
pub fn kind_key(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Country => "region_kind_country",
        RegionKind::IslandGroup => "region_kind_island_group",
        RegionKind::Province => "region_kind_province",
        RegionKind::Regency => "region_kind_regency",
        RegionKind::City => "region_kind_city",
        RegionKind::District => "region_kind_district",
        RegionKind::Other => "region_kind_other",
    }
}

fn rows(scope: &Scope<'_>, fact: &RegionFact) -> Vec<Row> {
    let former = fact.former_codes.iter().map(|(code, until)| match until {
        Some(until) => scope.words.fill("code_until", &[("code", code), ("date", &scope.format.date(*until))]),
        None => code.clone(),
    });
    Rows::new(scope)
        .text("code", fact.code.clone())
        .values("former_codes", former.map(LinkView::plain).collect::<Vec<_>>())
        .text("iso", fact.iso.clone())
        .count("population", fact.population.map(Count::exact))
        .text("area", fact.area_km2.map(|area| area_text(scope, area)))
        .values("also_called", fact.also_called.iter().map(LinkView::plain).collect::<Vec<_>>())
        .done()
}

/// Square kilometres without decimals; what lies beyond a number of the earth's size is not shown as one.
fn area_text(scope: &Scope<'_>, area: f64) -> String {
    let rounded = format!("{:.0}", area.clamp(0.0, 1e9));
    let text = rounded.parse::<u64>().map_or(rounded, |whole| scope.format.number(whole));
    scope.words.fill("square_kilometres", &[("n", &text)])
}

/// Of very many the last: the order is that of time.
fn newest_changes(all: &[RegionHistory]) -> &[RegionHistory] {
    &all[all.len().saturating_sub(Which::Changes.most())..]
}

/// Changes on one day, by one law, from one region to another, are one line.
pub fn history<'h>(scope: &Scope<'_>, changes: impl IntoIterator<Item = &'h RegionHistory>) -> Vec<HistoryLine> {
    let mut lines: Vec<HistoryLine> = Vec::new();
    for change in changes {
        let text = history_text(scope, change);
        let link = scope.link(RecordRef { kind: Kind::Region, index: change.region });
        match lines.iter_mut().find(|line| line.text == text) {
            Some(line) => line.regions.push(link),
            None => lines.push(HistoryLine { text, regions: vec![link] }),
        }
    }
    lines
}

fn history_text(scope: &Scope<'_>, change: &RegionHistory) -> String {
    let parent = |index: Option<u32>| match index {
        Some(index) => names::name(scope.facts, RecordRef { kind: Kind::Region, index }, scope.lang).text,
        None => scope.word("no_region"),
    };
    let (from, to) = (parent(change.from_parent), parent(change.to_parent));
    let date = change.date.map_or_else(|| scope.word("undated"), |date| scope.format.date(date));
    let basis = change.basis.as_deref().unwrap_or_default();
    let key = if basis.is_empty() { "history_line" } else { "history_line_law" };
    scope.words.fill(key, &[("from", &from), ("to", &to), ("date", &date), ("basis", basis)])
}

fn uncertain(scope: &Scope<'_>, subject: &Subject) -> String {
    match subject.uncertain_parent.len() {
        0 => String::new(),
        number => scope.count("uncertain_parent", number),
    }
}
