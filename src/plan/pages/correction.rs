//! The page of a correction.

use super::activity::{RecordHead, frame, head};
use crate::derive::facts::CorrectionKind;
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `correction.html`: what was changed after it was published.
    pub struct CorrectionView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// What was changed.
        pub what: Text,
        /// Why.
        pub why: Text,
        /// Its facts.
        pub rows: Vec<Row>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// The page of a correction.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, CorrectionView) {
    let fact = &scope.facts.corrections[record.at()];
    let head = head(scope, record);
    let what = scope.prose(&fact.what);
    let frame = frame(scope, record, &head, &what.text);
    let kind = match fact.kind {
        CorrectionKind::Correction => "correction_kind_correction",
        CorrectionKind::Update => "correction_kind_update",
        CorrectionKind::Withdrawal => "correction_kind_withdrawal",
    };
    let rows = Rows::new(scope)
        .text("kind", Some(scope.word(kind)))
        .date("date", Some(fact.date))
        .records("corrected", &fact.records)
        .values("gone", fact.gone.iter().map(LinkView::plain).collect::<Vec<_>>())
        .done();
    let matter = CorrectionView { what, why: scope.prose(&fact.why), rows, referrers: referrers(scope, record), head };
    (frame, matter)
}
