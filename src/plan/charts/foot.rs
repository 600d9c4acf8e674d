//! What stands below a chart: sources, date, the table to download.

use crate::plan::PageKind;
use crate::plan::parts::link::{LinkView, SourceMark};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// What a chart rests on.
    pub struct ChartFoot {
        /// Marks of its first sources.
        pub marks: Vec<SourceMark>,
        /// How many more sources there are, in words; may be empty.
        pub more: String,
        /// The index of sources, where a chart rests on too many to name any.
        pub all: Option<LinkView>,
        /// The same values as a CSV file, if there is one.
        pub csv: Option<String>,
        /// The newest date of the records.
        pub as_of: Option<LinkView>,
    }
}

/// More marks than this are counted.
const MOST_MARKS: usize = 6;

/// The foot of a chart over records with these sources. The front page, which cites nothing, leads to all sources.
pub fn foot(scope: &Scope<'_>, sources: &[u32]) -> ChartFoot {
    let is_home = scope.page.kind == PageKind::Home;
    let shown: &[u32] = if is_home { &[] } else { &sources[..sources.len().min(MOST_MARKS)] };
    let shown: Vec<RecordRef> = shown.iter().map(|index| source(*index)).collect();
    let more = if is_home { 0 } else { sources.len().saturating_sub(MOST_MARKS) };
    let all = scope.routes.index("sources", scope.lang).filter(|_| is_home && scope.plan.has_index("sources"));
    ChartFoot {
        marks: scope.marks(&shown),
        more: if more == 0 { String::new() } else { scope.count("more_sources", more) },
        all: all.map(|path| LinkView::to(scope.word("kind_sources"), scope.href(&path))),
        csv: csv_beside(scope, &scope.page.path),
        as_of: scope.facts.as_of.map(|date| scope.date(date)),
    }
}

/// The table beside the page at `path`, if there is one.
pub fn csv_beside(scope: &Scope<'_>, path: &str) -> Option<String> {
    let pages = scope.plan.pages();
    let page = match path == scope.page.path {
        true => scope.page,
        false => &pages[pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok()?],
    };
    scope.plan.has_data(page).then(|| scope.href(&format!("{path}data.csv")))
}

/// The sources of records, by id, each once.
pub fn sources_of(scope: &Scope<'_>, records: impl IntoIterator<Item = RecordRef>) -> Vec<u32> {
    let mut all: Vec<u32> = records
        .into_iter()
        .flat_map(|record| scope.facts.head(record).sources.iter())
        .filter(|source| source.kind == Kind::Source)
        .map(|source| source.index)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn source(index: u32) -> RecordRef {
    RecordRef { kind: Kind::Source, index }
}
