//! The page of a topic.

use super::activity::{RecordHead, frame, head};
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::group::GroupView;
use crate::plan::parts::link::LinkView;
use crate::plan::parts::referrer::further;
use crate::plan::parts::row::{Row, Rows};
use crate::plan::parts::subject::{SubjectOptions, SubjectView, subject_view};
use crate::plan::parts::{sentence, short_list};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// `topic.html`: what activities are about.
    pub struct TopicView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// One true sentence about its records.
        pub sentence: String,
        /// Its facts.
        pub rows: Vec<Row>,
        /// What is derived about it, narrower topics included.
        #[serde(flatten)]
        pub subject: SubjectView,
        /// The topics directly below.
        pub narrower: Vec<LinkView>,
        /// Further records that refer to it.
        pub further: Vec<GroupView>,
    }
}

/// The page of a topic.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, TopicView) {
    let fact = &scope.facts.topics[record.at()];
    let name = names::name(scope.facts, record, scope.lang).text;
    let sentence = sentence::other(scope, &name, &fact.subject);
    let head = head(scope, record);
    let mut frame = frame(scope, record, &head, &sentence);
    let broader: Vec<LinkView> =
        fact.broader.map(|index| scope.link(RecordRef { kind: Kind::Topic, index })).into_iter().collect();
    frame.crumbs.extend(broader.clone());
    let options = SubjectOptions {
        name: &name,
        roles: false,
        own: Some(record),
        keep: &|_| true,
        part: false,
        year_href: &|_| None,
    };
    let matter = TopicView {
        rows: rows(scope, broader, &fact.also_called),
        subject: subject_view(scope, &fact.subject, &options),
        narrower: short_list::names(scope, Kind::Topic, &fact.narrower),
        further: further(scope, record, &fact.subject),
        sentence,
        head,
    };
    (frame, matter)
}

fn rows(scope: &Scope<'_>, broader: Vec<LinkView>, also_called: &[String]) -> Vec<Row> {
    Rows::new(scope)
        .values("broader", broader)
        .values("words_of_sources", also_called.iter().map(LinkView::plain).collect::<Vec<_>>())
        .done()
}
