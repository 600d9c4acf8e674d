//! The way through the pages of a list.

use super::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;

view! {
    /// The pages of a list.
    pub struct PagerView {
        /// Which page this is, and of how many, in words.
        pub here: String,
        /// The first page, the last, and those around this one; this one has no link, a gap is an ellipsis without link.
        pub pages: Vec<LinkView>,
    }
}

/// Pages to each side of this one that the way names.
const AROUND: usize = 2;

/// The way through `number` pages from `page`; none where there is one alone.
pub fn pager(
    scope: &Scope<'_>,
    page: usize,
    number: usize,
    path: &dyn Fn(usize) -> Option<String>,
) -> Option<PagerView> {
    if number < 2 {
        return None;
    }
    let digits = |page: usize| scope.format.number(page as u64);
    let link = |shown: Option<usize>| match shown {
        None => LinkView::plain("…"),
        Some(other) if other == page => LinkView::plain(digits(other)),
        Some(other) => LinkView { href: path(other).map(|path| scope.href(&path)), ..LinkView::plain(digits(other)) },
    };
    Some(PagerView {
        here: scope.words.fill("page_of", &[("n", &digits(page)), ("all", &digits(number))]),
        pages: window(page, number).into_iter().map(link).collect(),
    })
}

/// The pages that are named; none is a gap.
fn window(page: usize, number: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for other in 1..=number {
        if other != 1 && other != number && other.abs_diff(page) > AROUND {
            continue;
        }
        if other > last + 1 {
            shown.push(None);
        }
        shown.push(Some(other));
        last = other;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn the_first_the_last_and_the_near_ones_are_named() {
        let text = |page, number| {
            let shown = window(page, number).into_iter();
            shown
                .map(|other| other.map_or_else(|| "…".to_owned(), |other| other.to_string()))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(text(1, 2), "1 2");
        assert_eq!(text(3, 5), "1 2 3 4 5");
        assert_eq!(text(1, 9), "1 2 3 … 9");
        assert_eq!(text(6, 500), "1 … 4 5 6 7 8 … 500");
        assert_eq!(text(500, 500), "1 … 498 499 500");
    }
}
