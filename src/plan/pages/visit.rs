//! The page of a study visit.

use super::activity::{RecordHead, frame, head, when};
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::columns::regions_and_above;
use crate::plan::parts::link::Mention;
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `visit.html`: a study visit.
    pub struct VisitView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// Its facts.
        pub rows: Vec<Row>,
        /// The regions in which its hosts lie, each followed by those above it.
        pub regions: Vec<Mention>,
        /// All that refers to it: outcomes first of all, since a reader asks what was taken home.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// The page of a visit.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, VisitView) {
    let fact = &scope.facts.visits[record.at()];
    let head = head(scope, record);
    let frame = frame(scope, record, &head, "");
    let kind = names::visit_kind(scope.facts, fact.kind, fact.kind_label.as_ref(), scope.lang);
    let returned: Vec<RecordRef> = fact.return_of.into_iter().collect();
    let rows = Rows::new(scope)
        .ask("what")
        .text("kind", Some(kind))
        .records("topics", &fact.activity.topics)
        .records("return_of", &returned)
        .ask("who")
        .places("origin", &fact.activity.origin)
        .count_or_unknown("delegates", fact.delegates)
        .ask("where")
        .places("host", &fact.activity.host)
        .named("venue", fact.venue.as_ref());
    let rows = when(rows, scope, &fact.activity).done();
    let referrers = referrers(scope, record);
    let regions = scope.shown("regions", || regions_and_above(scope, &fact.activity));
    (frame, VisitView { head, rows, regions, referrers })
}
