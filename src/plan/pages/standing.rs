//! A standing page: about, method, contact.

use super::activity::{RecordHead, head};
use super::story::{CoverView, TocItem, body, cover, text, title, toc};
use crate::plan::charts::embed::ProsePart;
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Mention};
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `page.html`: a standing page.
    pub struct StandingView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// When it is from, if it says so.
        pub date: Option<LinkView>,
        /// Who wrote it; may be empty.
        pub author: String,
        /// The picture at its head.
        pub cover: Option<CoverView>,
        /// What it is about.
        pub about: Vec<Mention>,
        /// Its text as HTML.
        pub html: String,
        /// The same in parts, for themes that draw its charts.
        pub parts: Vec<ProsePart>,
        /// The language of the text where it is not the page's.
        pub html_lang: Option<String>,
        /// Its headings.
        pub toc: Vec<TocItem>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

/// A standing page.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, StandingView) {
    let fact = &scope.facts.pages[record.at()];
    let head = head(scope, record);
    let mut frame = Frame { section: fact.head.id.clone(), draft: fact.head.draft, ..Frame::default() };
    if let Some(summary) = &head.summary {
        frame.description.clone_from(&summary.text);
    }
    let own = text(scope, fact);
    title(scope, &mut frame, own);
    let (rendered, parts, html_lang) = body(scope, own, fact.cover.is_some());
    let matter = StandingView {
        date: fact.date.map(|date| scope.date(date)),
        author: scope.shown("author", || fact.author.clone().unwrap_or_default()),
        cover: cover(scope, fact),
        about: scope.links(&fact.about),
        toc: toc(&rendered),
        html: rendered.html,
        parts,
        html_lang,
        referrers: referrers(scope, record),
        head,
    };
    (frame, matter)
}
