//! Lists of names that stay short: the first of them, then the way to all.

use super::link::LinkView;
use crate::plan::scope::Scope;
use crate::value::{Kind, RecordRef};

/// More names than this under one heading are a list of their own.
pub const MOST_NAMES: usize = 150;

/// Links to the first of `indexes`; the last leads to the index of the kind if there are more.
pub fn names(scope: &Scope<'_>, kind: Kind, indexes: &[u32]) -> Vec<LinkView> {
    let mut links: Vec<LinkView> =
        indexes.iter().take(MOST_NAMES).map(|index| scope.link(RecordRef { kind, index: *index })).collect();
    links.extend(rest(scope, kind, indexes.len()));
    links
}

/// The way to those that a list of [`MOST_NAMES`] leaves out; none if it holds all.
pub fn rest(scope: &Scope<'_>, kind: Kind, number: usize) -> Option<LinkView> {
    let rest = number.checked_sub(MOST_NAMES).filter(|rest| *rest > 0)?;
    let index = scope.routes.index(kind.plural(), scope.lang).filter(|_| scope.plan.has_index(kind.plural()));
    let text = scope.count("group_rest", rest);
    Some(LinkView { text, href: index.map(|path| scope.href(&path)), ..LinkView::default() })
}
