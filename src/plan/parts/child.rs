//! A region as a line of the list of regions directly below another, or of the whole.

use super::figure::measure_text;
use super::link::LinkView;
use crate::derive::{FigureName, FigureValue};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// A region directly below.
    pub struct ChildRow {
        /// The region.
        pub link: LinkView,
        /// Its official code; may be empty.
        pub code: String,
        /// How many activities it has, in words; empty for none.
        pub count: String,
        /// People it sent.
        pub people_sent: String,
        /// People it hosted.
        pub people_hosted: String,
        /// Visits it made.
        pub visits_made: String,
        /// Visits it received.
        pub visits_received: String,
    }
}

/// A region as a line.
pub fn child(scope: &Scope<'_>, index: u32) -> ChildRow {
    let fact = &scope.facts.regions[index as usize];
    let activities = fact.subject.lists.activities();
    let figure = |name| match fact.subject.figure(name).map(|figure| &figure.value) {
        Some(FigureValue::Number(measure)) => measure_text(scope, *measure),
        _ => String::new(),
    };
    ChildRow {
        link: scope.link(RecordRef { kind: Kind::Region, index }),
        code: fact.code.clone().unwrap_or_default(),
        count: if activities == 0 { String::new() } else { scope.count("n_activities", activities) },
        people_sent: figure(FigureName::PeopleSent),
        people_hosted: figure(FigureName::PeopleHosted),
        visits_made: figure(FigureName::VisitsMade),
        visits_received: figure(FigureName::VisitsReceived),
    }
}
