//! The files beside a page.

use crate::plan::PageKind;
use crate::plan::outputs::XLSX;
use crate::plan::scope::Scope;
use crate::plan::view::view;

view! {
    /// A file beside the page.
    pub struct FileLink {
        /// `csv`, `xlsx`, `json`, `calendar`, `feed`; on the download page also `zip` and `catalogue`.
        pub kind: String,
        /// Its address, relative to this page.
        pub href: String,
        /// Its media type.
        pub media_type: String,
        /// What it is, in words.
        pub text: String,
    }
}

/// The files that the outputs make beside this page; on the download page also those of the whole site.
pub(in crate::plan::parts) fn files(scope: &Scope<'_>) -> Vec<FileLink> {
    let (plan, page) = (scope.plan, scope.page);
    let all = [
        (plan.has_data(page), "csv", "data.csv", "text/csv"),
        (plan.has_workbook(page), "xlsx", "data.xlsx", XLSX),
        (plan.has_data(page), "json", "data.json", "application/json"),
        (plan.has_calendar(page), "calendar", "calendar.ics", "text/calendar"),
        (plan.has_feed(page), "feed", "feed.xml", "application/atom+xml"),
    ];
    let link = |kind: &str, path: &str, media_type: &str| FileLink {
        kind: kind.to_owned(),
        href: scope.href(path),
        media_type: media_type.to_owned(),
        text: scope.word(&format!("file_{kind}")),
    };
    let there = all.into_iter().filter(|(there, ..)| *there);
    let mut links: Vec<FileLink> =
        there.map(|(_, kind, name, media_type)| link(kind, &format!("{}{name}", page.path), media_type)).collect();
    if page.kind == PageKind::Data {
        links.extend(plan.archive().map(|path| link("zip", &path, "application/zip")));
        links.extend(plan.catalogue().map(|path| link("catalogue", path, "application/ld+json")));
    }
    links
}
