//! Entries of indexes of names: institutions by kind, topics by their broader topic, sources by publisher, years.

use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// Names under a heading.
    pub struct TermGroup {
        /// Its anchor.
        pub anchor: String,
        /// The heading; empty where the names have no groups.
        pub title: LinkView,
        /// Whether it began on the page before.
        pub continued: bool,
        /// The names.
        pub items: Vec<Term>,
    }
}

view! {
    /// A name.
    pub struct Term {
        /// Who or what.
        pub link: LinkView,
        /// Where it lies, when it was published; may be empty.
        pub detail: String,
        /// How many records it has, in words; empty for none.
        pub count: String,
    }
}

/// The entry at `index` of the records of a kind; none means years.
pub fn term(scope: &Scope<'_>, kind: Option<Kind>, index: u32) -> Term {
    match kind {
        None => year(scope, index),
        Some(kind) => record(scope, RecordRef { kind, index }),
    }
}

fn year(scope: &Scope<'_>, index: u32) -> Term {
    let Some((year, subject)) = scope.facts.years.get(index as usize) else { return Term::default() };
    Term {
        link: LinkView {
            text: year.to_string(),
            href: scope.routes.year(*year, scope.lang).map(|path| scope.href(&path)),
            ..LinkView::default()
        },
        detail: String::new(),
        count: scope.count("n_activities", subject.lists.activities()),
    }
}

fn record(scope: &Scope<'_>, record: RecordRef) -> Term {
    let facts = scope.facts;
    let number = match facts.subject(record) {
        Some(subject) => subject.lists.activities(),
        None => facts.referrers(record).len(),
    };
    let key = if facts.subject(record).is_some() { "n_activities" } else { "n_records" };
    let region = |index: Option<u32>| {
        index.map(|index| scope.link(RecordRef { kind: Kind::Region, index }).text).unwrap_or_default()
    };
    let detail = match record.kind {
        Kind::Institution => region(facts.institutions[record.at()].region),
        Kind::Region => region(facts.regions[record.at()].parent),
        Kind::Source => facts.sources[record.at()].published.map_or_else(String::new, |date| scope.format.date(date)),
        _ => String::new(),
    };
    Term { link: scope.link(record), detail, count: if number == 0 { String::new() } else { scope.count(key, number) } }
}
