//! The page of a placement.

use super::activity::{RecordHead, frame, head, when};
use crate::plan::parts::base::Frame;
use crate::plan::parts::columns::regions_and_above;
use crate::plan::parts::link::Mention;
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// `placement.html`: some of a cohort at one host.
    pub struct PlacementView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// Its facts.
        pub rows: Vec<Row>,
        /// The regions in which its hosts lie, each followed by those above it.
        pub regions: Vec<Mention>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// The page of a placement.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, PlacementView) {
    let fact = &scope.facts.placements[record.at()];
    let head = head(scope, record);
    let frame = frame(scope, record, &head, "");
    let rows = Rows::new(scope)
        .ask("what")
        .records("cohort", &[RecordRef { kind: Kind::Cohort, index: fact.cohort }])
        .records("topics", &fact.activity.topics)
        .prose("reason", fact.reason.as_ref())
        .ask("who")
        .places("origin", &fact.activity.origin)
        .count_or_unknown("count", fact.count)
        .ask("where")
        .places("host", &fact.activity.host)
        .named("unit", fact.unit.as_ref())
        .known_places("rotations", &fact.rotations)
        .known_places("coordinators", &fact.coordinators);
    let rows = when(rows, scope, &fact.activity).done();
    let referrers = referrers(scope, record);
    let regions = scope.shown("regions", || regions_and_above(scope, &fact.activity));
    (frame, PlacementView { head, rows, regions, referrers })
}
