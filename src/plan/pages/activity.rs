//! What the pages of single records have in common.

use crate::derive::facts::Activity;
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::glance::glance;
use crate::plan::parts::item::{status_key, when_active};
use crate::plan::parts::link::{LinkView, SourceMark, Text};
use crate::plan::parts::row::Rows;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, Lang, RecordRef};

view! {
    /// The head of the page of a record.
    pub struct RecordHead {
        /// One or two sentences.
        pub summary: Option<Text>,
        /// In one phrase what it was, where no summary says it; empty for records that are no activity.
        pub glance: String,
        /// A remark of the editors.
        pub note: Option<Text>,
        /// Its sources, as marks into the list of sources of the page.
        pub marks: Vec<SourceMark>,
        /// Free words.
        pub tags: Vec<String>,
        /// The day of the last change of substance.
        pub updated: Option<LinkView>,
    }
}

/// The head of a record's page. Made first, so that its own sources have the first numbers.
pub fn head(scope: &Scope<'_>, record: RecordRef) -> RecordHead {
    let head = scope.facts.head(record);
    RecordHead {
        summary: head.summary.as_ref().map(|text| scope.prose(text)),
        glance: if head.summary.is_some() { String::new() } else { glance(scope, record) },
        note: head.note.as_ref().map(|text| scope.prose(text)),
        marks: scope.shown("marks", || scope.marks(&head.sources)),
        tags: scope.shown("tags", || head.tags.clone()),
        updated: head.updated.filter(|_| scope.shows("updated")).map(|date| scope.date(date)),
    }
}

/// The frame of a record's page.
pub fn frame(scope: &Scope<'_>, record: RecordRef, head: &RecordHead, sentence: &str) -> Frame {
    let word = record.kind.plural();
    let index = || scope.routes.index(word, scope.lang).filter(|_| scope.plan.has_index(word));
    let crumb = |path: String| LinkView::to(scope.word(&format!("nav_{word}")), scope.href(&path));
    Frame {
        heading: heading(scope, record),
        kicker: scope.shown("kicker", || scope.word(&format!("one_{}", record.kind.singular()))),
        description: match &head.summary {
            Some(text) => text.text.clone(),
            None if sentence.is_empty() => head.glance.clone(),
            None => sentence.to_owned(),
        },
        crumbs: scope.shown("crumbs", || index().map(crumb).into_iter().collect()),
        section: scope.shown("nav", || word.to_owned()),
        draft: scope.facts.head(record).draft,
        ..Frame::default()
    }
}

/// The heading of a record's page. Official names are not translated, so only titles fall back visibly.
fn heading(scope: &Scope<'_>, record: RecordRef) -> Text {
    let name = names::name(scope.facts, record, scope.lang);
    match record.kind {
        Kind::Region | Kind::Institution | Kind::Source => Text { lang: scope.lang_mark(&name.lang), text: name.text },
        _ => scope.prose_in(&name.lang, name.text),
    }
}

/// When an activity was: its dates, else why there are none; duration, report, status.
pub fn when<'s, 'p>(rows: Rows<'s, 'p>, scope: &Scope<'_>, activity: &Activity) -> Rows<'s, 'p> {
    let rows = rows.ask("when");
    let rows = if activity.dates_of_cohort {
        rows.text("when", Some(when_active(scope, activity, false).0))
    } else if activity.start.is_none() && activity.end.is_none() {
        rows.values_or_unknown("when", Vec::<LinkView>::new())
    } else {
        rows.date("start", activity.start).date("end", activity.end)
    };
    let rows = rows.duration(activity.duration).date("reported", activity.reported);
    rows.text("status", activity.status.map(|status| scope.word(status_key(status))))
}

/// A language in words.
pub fn language(scope: &Scope<'_>, lang: &Lang) -> String {
    let key = format!("language_{}", lang.as_str().replace('-', "_"));
    scope.words.find(&key).map_or_else(|| lang.to_string(), str::to_owned)
}
