//! The way from a list that is cut to the whole of it.

use super::link::LinkView;
use crate::plan::PageKind;
use crate::plan::listing::Heading;
use crate::plan::lists::{ListId, Which};
use crate::plan::pages::index::anchor;
use crate::plan::scope::Scope;

/// Where the whole of a list stands of which this page has `number` entries to show: on pages of its own, and where the
/// theme has none, in the table beside the page. None where the page shows all.
pub fn more(scope: &Scope<'_>, which: Which, number: usize) -> Option<LinkView> {
    let rest = number.saturating_sub(which.most());
    // A page of one year shows all of that year, though the list is longer.
    if rest > 0 || scope.page.kind != PageKind::RegionYear {
        let whole = whole(scope, which);
        if whole.is_some() {
            return whole;
        }
    }
    if rest == 0 {
        return None;
    }
    let href = scope.plan.has_data(scope.page).then(|| scope.href(&format!("{}data.csv", scope.page.path)));
    Some(LinkView { text: scope.count("group_more", rest), href, ..LinkView::default() })
}

/// The pages of a list of this page, from the year on that this page is about.
pub fn whole(scope: &Scope<'_>, which: Which) -> Option<LinkView> {
    let id = ListId { owner: scope.owner()?, which };
    let listing = &scope.routes.book().get(id)?.listing;
    let year = scope.page.year.filter(|_| scope.page.kind == PageKind::RegionYear);
    let section = year.and_then(|year| listing.year(year));
    let part = section.map_or(1, |section| listing.page_of(section.entries.start));
    let path = scope.routes.list(id, part, scope.lang)?;
    let path = match section {
        Some(section) => format!("{path}#{}", anchor(listing, section)),
        None => path,
    };
    let is_timed = listing.sections.first().is_some_and(|section| section.heading != Heading::None);
    let number = scope.count(&which.unit(), listing.len());
    let text = scope.words.fill(if is_timed { "list_all_by_year" } else { "list_all" }, &[("n", &number)]);
    Some(LinkView::to(text, scope.href(&path)))
}
