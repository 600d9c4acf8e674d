//! What stands below a chart: sources, date, the table to download.

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
        /// The same values as a CSV file, if there is one.
        pub csv: Option<String>,
        /// The newest date of the records.
        pub as_of: Option<LinkView>,
    }
}

/// More marks than this are counted.
const MOST_MARKS: usize = 6;

/// The foot of a chart over records with these sources; a page without a list of sources gives none.
pub fn foot(scope: &Scope<'_>, sources: &[u32]) -> ChartFoot {
    let shown: Vec<RecordRef> = sources.iter().take(MOST_MARKS).map(|index| source(*index)).collect();
    let more = sources.len().saturating_sub(MOST_MARKS);
    let csv = scope.plan.has_data(scope.page).then(|| scope.href(&format!("{}data.csv", scope.page.path)));
    ChartFoot {
        marks: scope.marks(&shown),
        more: if more == 0 { String::new() } else { scope.count("more_sources", more) },
        csv,
        as_of: scope.facts.as_of.map(|date| scope.date(date)),
    }
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
