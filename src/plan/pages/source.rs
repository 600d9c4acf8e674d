//! The page of a source: what it is, and everything that rests on it.

use super::activity::{RecordHead, frame, head, language};
use crate::derive::facts::{SourceFact, SourceType};
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::LinkView;
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `source.html`: where facts were read.
    pub struct SourceView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// Its facts.
        pub rows: Vec<Row>,
        /// All that rests on it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// The page of a source.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, SourceView) {
    let fact = &scope.facts.sources[record.at()];
    let head = head(scope, record);
    let frame = frame(scope, record, &head, &fact.publisher);
    let referrers = referrers(scope, record);
    (frame, SourceView { rows: rows(scope, fact), head, referrers })
}

fn rows(scope: &Scope<'_>, fact: &SourceFact) -> Vec<Row> {
    let address = |url: &Option<String>| url.iter().map(|url| LinkView::to(url, url)).collect::<Vec<_>>();
    Rows::new(scope)
        .text("kind", Some(scope.word(type_key(fact.kind))))
        .text("publisher", Some(fact.publisher.clone()))
        .values("url", address(&fact.url))
        .date("published", fact.published)
        .date("accessed", fact.accessed)
        .values("archived", address(&fact.archived))
        .text("language", fact.language.as_ref().map(|lang| language(scope, lang)))
        .done()
}

/// The message key of what a source is.
pub fn type_key(kind: SourceType) -> &'static str {
    match kind {
        SourceType::Press => "source_type_press",
        SourceType::Release => "source_type_release",
        SourceType::Report => "source_type_report",
        SourceType::Regulation => "source_type_regulation",
        SourceType::Decree => "source_type_decree",
        SourceType::Dataset => "source_type_dataset",
        SourceType::Interview => "source_type_interview",
        SourceType::Web => "source_type_web",
    }
}
