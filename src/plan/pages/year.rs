//! The page of a year.

use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::parts::sentence;
use crate::plan::parts::subject::{SubjectOptions, SubjectView, subject_view};
use crate::plan::scope::Scope;
use crate::plan::view::view;

view! {
    /// `year.html`: what happened in a year.
    pub struct YearView {
        /// The year.
        pub year: String,
        /// One true sentence about its records.
        pub sentence: String,
        /// What is derived about it.
        #[serde(flatten)]
        pub subject: SubjectView,
        /// The year before that has a page.
        pub before: Option<LinkView>,
        /// The year after that has a page.
        pub after: Option<LinkView>,
    }
}

/// The page of the year at `at`.
pub fn view(scope: &Scope<'_>, at: usize) -> (Frame, YearView) {
    let years = &scope.facts.years;
    let (year, subject) = &years[at];
    let text = year.to_string();
    let sentence = sentence::year(scope, &text, subject);
    let options =
        SubjectOptions { name: &text, roles: false, own: None, keep: &|_| true, part: false, year_href: &|_| None };
    let view = subject_view(scope, subject, &options);
    let index = scope.routes.index("years", scope.lang).filter(|_| scope.plan.has_index("years"));
    let (before, after) = (at.checked_sub(1).and_then(|at| neighbour(scope, at)), neighbour(scope, at + 1));
    let frame = Frame {
        heading: Text { text: text.clone(), lang: None },
        kicker: scope.word("year"),
        description: sentence.clone(),
        crumbs: index.map(|path| LinkView::to(scope.word("nav_years"), scope.href(&path))).into_iter().collect(),
        section: "years".to_owned(),
        before: before.clone(),
        after: after.clone(),
        ..Frame::default()
    };
    let matter = YearView { year: text, sentence, subject: view, before, after };
    (frame, matter)
}

fn neighbour(scope: &Scope<'_>, at: usize) -> Option<LinkView> {
    let (year, _) = scope.facts.years.get(at)?;
    let path = scope.routes.year(*year, scope.lang)?;
    Some(LinkView::to(year.to_string(), scope.href(&path)))
}
