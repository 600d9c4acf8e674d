//! The ways through the site that every page has: above its matter, and in its footer.

use super::link::{LinkView, Text};
use crate::plan::names;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// An entry of the navigation.
    pub struct NavItem {
        /// Its words.
        pub text: String,
        /// Where it leads.
        pub href: String,
        /// Whether this page belongs to it.
        pub current: bool,
    }
}

/// The way from the front page to this one, which has no link.
pub(in crate::plan::parts) fn crumbs(scope: &Scope<'_>, between: Vec<LinkView>, heading: &Text) -> Vec<LinkView> {
    let front = scope.routes.front(scope.lang).map(|path| scope.href(&path));
    let mut crumbs = vec![LinkView { text: scope.word("home"), href: front, ..LinkView::default() }];
    crumbs.extend(between);
    crumbs.push(LinkView { text: heading.text.clone(), lang: heading.lang.clone(), ..LinkView::default() });
    crumbs
}

/// The words of `navigation` that lead to a page of this site.
pub(in crate::plan::parts) fn nav(scope: &Scope<'_>, section: &str) -> Vec<NavItem> {
    let entry = |word: &String| {
        let standing = scope.facts.pages.iter().position(|page| page.head.id == *word);
        let (text, path) = match (word.as_str(), standing) {
            ("data", _) => (scope.word("nav_data"), scope.routes.data(scope.lang)?),
            (_, Some(at)) => {
                let record = RecordRef::new(Kind::Page, at);
                (names::name(scope.facts, record, scope.lang).text, scope.routes.path(record, scope.lang)?)
            }
            (word, None) if scope.plan.has_index(word) => {
                (scope.word(&format!("nav_{word}")), scope.routes.index(word, scope.lang)?)
            }
            _ => return None,
        };
        Some(NavItem { text, href: scope.href(&path), current: word == section })
    };
    scope.facts.site.navigation.iter().filter_map(entry).collect()
}

/// Every index, and the data.
pub(in crate::plan::parts) fn indexes(scope: &Scope<'_>) -> Vec<LinkView> {
    let words = scope.plan.index_words();
    let mut links: Vec<LinkView> = words
        .iter()
        .filter_map(|word| {
            let path = scope.routes.index(word, scope.lang)?;
            Some(LinkView::to(scope.word(&format!("nav_{word}")), scope.href(&path)))
        })
        .collect();
    if let Some(path) = scope.routes.data(scope.lang) {
        links.push(LinkView::to(scope.word("nav_data"), scope.href(&path)));
    }
    links
}

/// Standing pages.
pub(in crate::plan::parts) fn standing(scope: &Scope<'_>) -> Vec<LinkView> {
    let pages = 0..scope.facts.pages.len();
    pages.map(|at| scope.link(RecordRef::new(Kind::Page, at))).filter(|link| link.href.is_some()).collect()
}
