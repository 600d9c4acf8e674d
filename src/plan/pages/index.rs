//! The index of a segment, page by page.

use super::index_regions::{RegionNode, regions};
use super::index_terms::{TermGroup, term};
use crate::plan::listing::{Heading, Listing, Section, is_dated, is_read};
use crate::plan::parts::base::Frame;
use crate::plan::parts::item::{Detail, RecordItem, item};
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::parts::pager::{PagerView, pager};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::cmp::Reverse;
use std::ops::Range;

view! {
    /// `index.html`: every record of a segment.
    pub struct IndexView {
        /// The segment: `regions`, `visits`, `years`, …
        pub segment: String,
        /// How many there are, in words.
        pub total: String,
        /// What the segment is, as a sentence; on the first page alone.
        pub intro: String,
        /// The headings, wherever they stand; empty where there are few or too many.
        pub jump: Vec<LinkView>,
        /// Dated records by year, newest first; planned and cancelled ones apart.
        pub groups: Vec<IndexGroup>,
        /// Regions as they lie in each other.
        pub regions: Vec<RegionNode>,
        /// Institutions, topics, programs, sources, years: names in groups.
        pub terms: Vec<TermGroup>,
        /// The pages of the index; none where there is one alone.
        pub pager: Option<PagerView>,
    }
}

view! {
    /// The records of a year.
    pub struct IndexGroup {
        /// Its anchor.
        pub anchor: String,
        /// Its heading.
        pub title: String,
        /// The page of the year.
        pub link: Option<LinkView>,
        /// How many there are on all pages, in words.
        pub count: String,
        /// Whether it began on the page before.
        pub continued: bool,
        /// The records.
        pub items: Vec<RecordItem>,
    }
}

/// More headings than this are no way to jump.
const MOST_JUMPS: usize = 60;

/// The index of `word`: the page that this is.
pub fn view(scope: &Scope<'_>, word: &str) -> (Frame, IndexView) {
    let kind = Kind::from_folder(word);
    let total = kind.map_or(scope.facts.years.len(), |kind| scope.facts.count(kind));
    let listing = scope.plan.listing(word, scope.lang);
    let page = scope.page.part as usize;
    let path = |other: usize| scope.routes.index_part(word, other, scope.lang);
    let mut matter = IndexView {
        segment: word.to_owned(),
        total: scope.count(&format!("n_{word}"), total),
        intro: if page == 1 { scope.word(&format!("intro_{word}")) } else { String::new() },
        jump: if is_jumped(word, listing) { jump(scope, listing, page, &path) } else { Vec::new() },
        pager: pager(scope, page, listing.pages(), &path),
        ..IndexView::default()
    };
    let here = listing.page(page);
    match kind {
        Some(Kind::Region) if page == 1 => matter.regions = regions(scope),
        Some(kind) if is_dated(kind) => {
            matter.groups =
                here.into_iter().map(|(section, range)| group(scope, listing, kind, section, range)).collect();
        }
        kind => {
            matter.terms =
                here.into_iter().map(|(section, range)| terms(scope, listing, kind, section, range)).collect()
        }
    }
    let frame = frame(scope, word, page, listing.pages());
    (frame, matter)
}

fn frame(scope: &Scope<'_>, word: &str, page: usize, number: usize) -> Frame {
    let title = scope.word(&format!("nav_{word}"));
    let path = |other: usize| scope.routes.index_part(word, other, scope.lang);
    let heading = match page {
        1 => title.clone(),
        _ => scope.words.fill("heading_part", &[("heading", &title), ("n", &scope.format.number(page as u64))]),
    };
    let first = if page == 1 { None } else { scope.routes.index(word, scope.lang) };
    Frame {
        heading: Text { text: heading, lang: None },
        description: scope.word(&format!("intro_{word}")),
        crumbs: first.map(|path| LinkView::to(title, scope.href(&path))).into_iter().collect(),
        section: word.to_owned(),
        before: if page > 1 { step(scope, path(page - 1), "pager_previous") } else { None },
        after: if page < number { step(scope, path(page + 1), "pager_next") } else { None },
        ..Frame::default()
    }
}

/// The page before or after in a list.
pub fn step(scope: &Scope<'_>, path: Option<String>, key: &str) -> Option<LinkView> {
    Some(LinkView::to(scope.word(key), scope.href(&path?)))
}

/// Names are found by the eye on one page; years are jumped to.
fn is_jumped(word: &str, listing: &Listing) -> bool {
    Kind::from_folder(word).is_some_and(is_dated) || listing.pages() > 1
}

/// The headings of a list with the pages they begin on; `path` leads to a page of it.
pub fn jump(
    scope: &Scope<'_>,
    listing: &Listing,
    page: usize,
    path: &dyn Fn(usize) -> Option<String>,
) -> Vec<LinkView> {
    if !(2..=MOST_JUMPS).contains(&listing.sections.len()) {
        return Vec::new();
    }
    let link = |section: &Section| {
        let target = listing.page_of(section.entries.start);
        let anchor = anchor(listing, section);
        let href = if target == page {
            format!("#{anchor}")
        } else {
            let path = path(target).unwrap_or_default();
            scope.href(&format!("{path}#{anchor}"))
        };
        LinkView { lang: None, iso: None, text: title(scope, &section.heading), href: Some(href) }
    };
    listing.sections.iter().map(link).collect()
}

/// The anchor of a heading.
pub fn anchor(listing: &Listing, section: &Section) -> String {
    match &section.heading {
        Heading::Year(Reverse(year)) => format!("year-{year}"),
        Heading::Undated => "undated".to_owned(),
        Heading::Apart => "planned".to_owned(),
        _ => format!(
            "group-{}",
            listing.sections.partition_point(|other| other.entries.start < section.entries.start) + 1
        ),
    }
}

/// A heading in words.
pub fn title(scope: &Scope<'_>, heading: &Heading) -> String {
    match heading {
        Heading::None => String::new(),
        Heading::Year(Reverse(year)) => year.to_string(),
        Heading::Undated => scope.word("undated"),
        Heading::Apart => scope.word("planned_or_cancelled"),
        Heading::Words(words) | Heading::Topic(words, _) => words.clone(),
    }
}

fn group(scope: &Scope<'_>, listing: &Listing, kind: Kind, section: &Section, range: Range<usize>) -> IndexGroup {
    let detail = if is_read(kind) { Detail::Full } else { Detail::Brief };
    let link = match section.heading {
        Heading::Year(Reverse(year)) => scope.routes.year(year, scope.lang),
        _ => None,
    };
    let title = title(scope, &section.heading);
    IndexGroup {
        anchor: anchor(listing, section),
        link: link.map(|path| LinkView::to(title.clone(), scope.href(&path))),
        title,
        count: scope.count(&format!("n_{}", kind.plural()), section.entries.len()),
        continued: range.start > section.entries.start,
        items: listing.entries[range]
            .iter()
            .map(|index| unmarked(item(scope, RecordRef { kind, index: *index }, detail)))
            .collect(),
    }
}

/// An index has no list of sources: they stand on the page of each record.
fn unmarked(item: RecordItem) -> RecordItem {
    RecordItem { marks: Vec::new(), ..item }
}

fn terms(
    scope: &Scope<'_>,
    listing: &Listing,
    kind: Option<Kind>,
    section: &Section,
    range: Range<usize>,
) -> TermGroup {
    let link = match section.heading {
        Heading::Topic(_, index) => scope.link(RecordRef { kind: Kind::Topic, index }),
        _ => LinkView::plain(title(scope, &section.heading)),
    };
    TermGroup {
        anchor: anchor(listing, section),
        title: link,
        continued: range.start > section.entries.start,
        items: listing.entries[range].iter().map(|index| term(scope, kind, *index)).collect(),
    }
}
