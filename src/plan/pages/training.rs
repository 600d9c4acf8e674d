//! The page of a training.

use super::activity::{RecordHead, frame, head, when};
use crate::derive::facts::TrainingMode;
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::row::{Row, Rows};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `training.html`: a course, workshop, seminar.
    pub struct TrainingView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// Its facts.
        pub rows: Vec<Row>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// The page of a training.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, TrainingView) {
    let fact = &scope.facts.trainings[record.at()];
    let head = head(scope, record);
    let frame = frame(scope, record, &head, "");
    let kind = names::training_kind(scope.facts, fact.kind, fact.kind_label.as_ref(), scope.lang);
    let mode = fact.mode.map(|mode| match mode {
        TrainingMode::InPerson => "mode_in_person",
        TrainingMode::Online => "mode_online",
        TrainingMode::Mixed => "mode_mixed",
    });
    let rows = Rows::new(scope)
        .ask("what")
        .text("kind", Some(kind))
        .text("mode", mode.map(|key| scope.word(key)))
        .records("topics", &fact.activity.topics)
        .ask("who")
        .places("organizers", &fact.organizers)
        .known_places("participants_from", &fact.activity.origin)
        .count_or_unknown("participants", fact.participants)
        .ask("where")
        .known_places("host", &fact.activity.host)
        .named("venue", fact.venue.as_ref());
    let rows = when(rows, scope, &fact.activity).count("hours", fact.hours).done();
    let referrers = referrers(scope, record);
    (frame, TrainingView { head, rows, referrers })
}
