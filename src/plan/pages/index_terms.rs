//! Indexes of names: institutions by kind, topics by their broader topic, sources by publisher, years.

use super::institution::kind_key;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeMap;

view! {
    /// Names under a heading.
    pub struct TermGroup {
        /// The heading; empty where the names have no groups.
        pub title: LinkView,
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

/// The names of a kind; none means years.
pub fn terms(scope: &Scope<'_>, kind: Option<Kind>) -> Vec<TermGroup> {
    match kind {
        None => vec![TermGroup { items: years(scope), ..TermGroup::default() }],
        Some(Kind::Topic) => topics(scope),
        Some(kind) => grouped(scope, kind),
    }
}

fn years(scope: &Scope<'_>) -> Vec<Term> {
    let term = |(year, subject): &(i32, crate::derive::Subject)| Term {
        link: LinkView {
            text: year.to_string(),
            href: scope.routes.year(*year, scope.lang).map(|path| scope.href(&path)),
            ..LinkView::default()
        },
        detail: String::new(),
        count: scope.count("n_activities", subject.lists.activities()),
    };
    scope.facts.years.iter().rev().map(term).collect()
}

/// Each outermost topic is a heading with those below it.
fn topics(scope: &Scope<'_>) -> Vec<TermGroup> {
    let mut groups = Vec::new();
    for (at, fact) in scope.facts.topics.iter().enumerate().filter(|(_, fact)| fact.broader.is_none()) {
        let mut items = Vec::new();
        let own = RecordRef::new(Kind::Topic, at);
        if fact.narrower.is_empty() {
            items.push(term(scope, own));
        }
        gather(scope, &fact.narrower, &mut items, 0);
        groups.push(TermGroup { title: scope.link(own), items });
    }
    groups.sort_by_key(|group| group.title.text.to_lowercase());
    groups
}

fn gather(scope: &Scope<'_>, topics: &[u32], items: &mut Vec<Term>, depth: usize) {
    for index in topics.iter().filter(|_| depth < 16) {
        items.push(term(scope, RecordRef { kind: Kind::Topic, index: *index }));
        gather(scope, &scope.facts.topics[*index as usize].narrower, items, depth + 1);
    }
}

fn grouped(scope: &Scope<'_>, kind: Kind) -> Vec<TermGroup> {
    let mut groups: BTreeMap<String, Vec<Term>> = BTreeMap::new();
    for at in 0..scope.facts.count(kind) {
        let title = match kind {
            Kind::Institution => {
                scope.word(&kind_key(scope.facts.institutions[at].kind).replacen("_kind_", "_kinds_", 1))
            }
            Kind::Source => scope.facts.sources[at].publisher.clone(),
            _ => String::new(),
        };
        groups.entry(title).or_default().push(term(scope, RecordRef::new(kind, at)));
    }
    let group = |(title, mut items): (String, Vec<Term>)| {
        items.sort_by_key(|term| term.link.text.to_lowercase());
        TermGroup { title: LinkView::plain(title), items }
    };
    groups.into_iter().map(group).collect()
}

fn term(scope: &Scope<'_>, record: RecordRef) -> Term {
    let facts = scope.facts;
    let number = match facts.subject(record) {
        Some(subject) => subject.lists.activities(),
        None => facts.referrers(record).len(),
    };
    let key = if facts.subject(record).is_some() { "n_activities" } else { "n_records" };
    let detail = match record.kind {
        Kind::Institution => facts.institutions[record.at()]
            .region
            .map(|index| scope.link(RecordRef { kind: Kind::Region, index }).text)
            .unwrap_or_default(),
        Kind::Source => facts.sources[record.at()].published.map_or_else(String::new, |date| scope.format.date(date)),
        _ => String::new(),
    };
    Term { link: scope.link(record), detail, count: if number == 0 { String::new() } else { scope.count(key, number) } }
}
