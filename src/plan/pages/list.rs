//! A list that is too long for the page of its owner, page by page, by year.

use super::index::{anchor, jump, step, title};
use super::region::{HistoryLine, history};
use crate::plan::listing::{Heading, Listing, Section, is_read};
use crate::plan::lists::book::LongList;
use crate::plan::lists::{ListId, Owner, Which};
use crate::plan::parts::base::Frame;
use crate::plan::parts::item::{Detail, RecordItem, item};
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::parts::pager::{PagerView, pager};
use crate::plan::parts::statement::{EvaluationView, StatementView, evaluation, statement};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::text::Messages;
use crate::value::{Kind, RecordRef};
use std::ops::Range;

view! {
    /// `list.html`: a list that is too long for the page that it belongs to.
    pub struct ListView {
        /// The page that it belongs to.
        pub owner: LinkView,
        /// What is listed: `visits`, `statements`, `planned`, `changes`, …
        pub segment: String,
        /// How many entries there are on all pages, in words.
        pub total: String,
        /// The headings, wherever they stand; empty where there are few or too many.
        pub jump: Vec<LinkView>,
        /// The entries by year, newest first.
        pub groups: Vec<ListGroup>,
        /// The pages of the list; none where there is one alone.
        pub pager: Option<PagerView>,
    }
}

view! {
    /// The entries of a year.
    pub struct ListGroup {
        /// Its anchor.
        pub anchor: String,
        /// Its heading; empty where the entries have no dates.
        pub title: String,
        /// How many there are on all pages, in words.
        pub count: String,
        /// Whether it began on the page before.
        pub continued: bool,
        /// Records.
        pub items: Vec<RecordItem>,
        /// Statements.
        pub statements: Vec<StatementView>,
        /// Evaluations.
        pub evaluations: Vec<EvaluationView>,
        /// Changes of what belongs where.
        pub changes: Vec<HistoryLine>,
    }
}

/// A page of a list.
pub fn view(scope: &Scope<'_>, id: ListId) -> (Frame, ListView) {
    let nothing = LongList::default();
    let list = scope.routes.book().get(id).unwrap_or(&nothing);
    let (listing, page) = (&list.listing, scope.page.part as usize);
    let path = |other: usize| scope.routes.list(id, other, scope.lang);
    let owner = owner(scope, id.owner);
    let matter = ListView {
        segment: segment(id.which).to_owned(),
        total: scope.count(&id.which.unit(), listing.len()),
        jump: jump(scope, listing, page, &path),
        groups: listing.page(page).into_iter().map(|(section, range)| group(scope, id, list, section, range)).collect(),
        pager: pager(scope, page, listing.pages(), &path),
        owner: owner.clone(),
    };
    (frame(scope, id, owner, listing, &path), matter)
}

/// What a list is called: its heading on the page of its owner.
pub fn list_title(words: &Messages, which: Which) -> String {
    let key = which.title();
    let title = words.get(&key);
    match which {
        Which::Referring(_) => words.fill("referring", &[("kind", &title.to_lowercase())]),
        _ => title.to_owned(),
    }
}

fn segment(which: Which) -> &'static str {
    match which {
        Which::Planned => "planned",
        Which::Rotations => "rotations",
        Which::Changes => "changes",
        Which::Kind(kind) | Which::Referring(kind) => kind.plural(),
    }
}

fn owner(scope: &Scope<'_>, owner: Owner) -> LinkView {
    match owner {
        Owner::Record(record) => scope.link(record),
        Owner::Year(year) => {
            let path = scope.routes.year(year, scope.lang);
            LinkView { href: path.map(|path| scope.href(&path)), ..LinkView::plain(year.to_string()) }
        }
    }
}

fn frame(
    scope: &Scope<'_>,
    id: ListId,
    owner: LinkView,
    listing: &Listing,
    path: &dyn Fn(usize) -> Option<String>,
) -> Frame {
    let page = scope.page.part as usize;
    let (section, draft) = match id.owner {
        Owner::Record(record) => (record.kind.plural(), scope.facts.head(record).draft),
        Owner::Year(_) => ("years", false),
    };
    let what = list_title(scope.words, id.which);
    let whole = scope.words.fill("list_heading", &[("what", &what), ("name", &owner.text)]);
    let text = match page {
        1 => whole.clone(),
        _ => scope.words.fill("heading_part", &[("heading", &whole), ("n", &scope.format.number(page as u64))]),
    };
    let mut crumbs = Vec::new();
    if let Some(index) = scope.routes.index(section, scope.lang).filter(|_| scope.plan.has_index(section)) {
        crumbs.push(LinkView::to(scope.word(&format!("nav_{section}")), scope.href(&index)));
    }
    crumbs.push(owner);
    if let Some(first) = path(1).filter(|_| page > 1) {
        crumbs.push(LinkView::to(what, scope.href(&first)));
    }
    let number = scope.count(&id.which.unit(), listing.len());
    Frame {
        description: scope.words.fill("list_description", &[("list", &whole), ("n", &number)]),
        heading: Text { text, lang: None },
        crumbs,
        section: section.to_owned(),
        draft,
        before: if page > 1 { step(scope, path(page - 1), "pager_previous") } else { None },
        after: if page < listing.pages() { step(scope, path(page + 1), "pager_next") } else { None },
        ..Frame::default()
    }
}

fn group(scope: &Scope<'_>, id: ListId, list: &LongList, section: &Section, range: Range<usize>) -> ListGroup {
    let places = &list.listing.entries[range.clone()];
    let mut group = ListGroup {
        anchor: anchor(&list.listing, section),
        title: title(scope, &section.heading),
        count: match section.heading {
            Heading::None => String::new(),
            _ => scope.count(&id.which.unit(), section.entries.len()),
        },
        continued: range.start > section.entries.start,
        ..ListGroup::default()
    };
    if let (Which::Changes, Owner::Record(region)) = (id.which, id.owner) {
        let all = &scope.facts.regions[region.at()].history;
        group.changes = history(scope, places.iter().filter_map(|place| all.get(*place as usize)));
    }
    for record in places.iter().filter_map(|place| list.record(*place)) {
        match record.kind {
            Kind::Statement => group.statements.push(statement(scope, record.index)),
            Kind::Evaluation => group.evaluations.push(evaluation(scope, record.index)),
            _ => group.items.push(entry(scope, record)),
        }
    }
    group
}

/// As in an index: sources stand on the page of each record.
fn entry(scope: &Scope<'_>, record: RecordRef) -> RecordItem {
    let detail = if is_read(record.kind) { Detail::Full } else { Detail::Brief };
    RecordItem { marks: Vec::new(), ..item(scope, record, detail) }
}
