//! The page of the search: a form, and without its script the A–Z of everything.

use crate::plan::directory::{Stretch, sort_words};
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// `search.html`: the search, and a part of the A–Z.
    pub struct SearchView {
        /// What can be found, as a sentence.
        pub intro: String,
        /// Where the form leads.
        pub action: String,
        /// The index that the script reads, relative to this page.
        pub index: String,
        /// Whether this is the page of the search itself and not a further page of the A–Z.
        pub first: bool,
        /// The A–Z of this page, by kind.
        pub groups: Vec<SearchGroup>,
        /// The other pages of the A–Z; none where it has one page.
        pub parts: Vec<SearchPartLink>,
    }
}

view! {
    /// The names of a kind.
    pub struct SearchGroup {
        /// Its anchor.
        pub anchor: String,
        /// The kind in the plural.
        pub title: String,
        /// How many names stand here, in digits.
        pub count: String,
        /// The names by their first letter.
        pub letters: Vec<SearchLetter>,
    }
}

view! {
    /// Names with the same first letter.
    pub struct SearchLetter {
        /// The letter; `#` for signs and digits.
        pub letter: String,
        /// The names.
        pub items: Vec<LinkView>,
    }
}

view! {
    /// A further page of the A–Z.
    pub struct SearchPartLink {
        /// What it holds: the kind, and from which letters to which.
        pub text: String,
        /// Where it is; none for this page.
        pub href: Option<String>,
        /// How many names it holds, in digits.
        pub count: String,
    }
}

/// Page `part` of the search, the first is 0.
pub fn view(scope: &Scope<'_>, part: u32) -> (Frame, SearchView) {
    let directory = scope.plan.directory(scope.lang);
    let pages = directory.pages();
    let here = pages.get(part as usize).map(Vec::as_slice).unwrap_or_default();
    let home = scope.routes.search(0, scope.lang).unwrap_or_default();
    let matter = SearchView {
        intro: scope.word("intro_search"),
        action: scope.href(&home),
        index: scope.href(&format!("search/{}/index.json", scope.lang)),
        first: part == 0,
        groups: here.iter().map(|stretch| group(scope, *stretch)).collect(),
        parts: parts(scope, part),
    };
    let own = here.first().filter(|_| part > 0).map(|stretch| title(scope, *stretch));
    let frame = Frame {
        heading: Text { text: own.unwrap_or_else(|| scope.word("search_heading")), lang: None },
        description: matter.intro.clone(),
        crumbs: if part == 0 {
            Vec::new()
        } else {
            vec![LinkView::to(scope.word("search_heading"), matter.action.clone())]
        },
        section: "search".to_owned(),
        ..Frame::default()
    };
    (frame, matter)
}

fn group(scope: &Scope<'_>, stretch: Stretch) -> SearchGroup {
    let mut letters: Vec<SearchLetter> = Vec::new();
    for record in scope.plan.directory(scope.lang).records(stretch) {
        let letter = letter(scope, *record);
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(SearchLetter { letter, items: Vec::new() });
        }
        if let Some(last) = letters.last_mut() {
            last.items.push(scope.link(*record));
        }
    }
    SearchGroup {
        anchor: format!("a-z-{}", stretch.kind.plural()),
        title: kind_title(scope, stretch.kind),
        count: scope.format.number((stretch.end - stretch.first) as u64),
        letters,
    }
}

/// The pages of a divided A–Z.
fn parts(scope: &Scope<'_>, part: u32) -> Vec<SearchPartLink> {
    let pages = scope.plan.directory(scope.lang).pages();
    let link = |(at, stretches): (u32, &Vec<Stretch>)| {
        let stretch = *stretches.first()?;
        let href = scope.routes.search(at, scope.lang).filter(|_| at != part).map(|path| scope.href(&path));
        let count = scope.format.number((stretch.end - stretch.first) as u64);
        Some(SearchPartLink { text: title(scope, stretch), href, count })
    };
    if pages.len() < 2 { Vec::new() } else { (0u32..).zip(pages).filter_map(link).collect() }
}

/// `Kunjungan, B–D`: a kind that fills one page is named without letters.
fn title(scope: &Scope<'_>, stretch: Stretch) -> String {
    let directory = scope.plan.directory(scope.lang);
    let kind = kind_title(scope, stretch.kind);
    let records = directory.records(stretch);
    let (Some(first), Some(last)) = (records.first(), records.last()) else { return kind };
    let is_whole = directory.pages().iter().flatten().filter(|other| other.kind == stretch.kind).count() == 1;
    if is_whole {
        return kind;
    }
    let ends = [beginning(scope, *first), beginning(scope, *last)];
    scope.words.fill("search_part", &[("kind", &kind), ("first", &ends[0]), ("last", &ends[1])])
}

/// The first letters of a name, enough to find one's way.
fn beginning(scope: &Scope<'_>, record: RecordRef) -> String {
    let words = sort_words(scope.facts, record, scope.lang).join(" ");
    names::capitalized(words.chars().take(12).collect::<String>().trim_end())
}

fn letter(scope: &Scope<'_>, record: RecordRef) -> String {
    let words = sort_words(scope.facts, record, scope.lang);
    let first = words.first().and_then(|word| word.chars().next()).filter(|letter| letter.is_alphabetic());
    first.map_or_else(|| "#".to_owned(), |letter| letter.to_uppercase().collect())
}

fn kind_title(scope: &Scope<'_>, kind: Kind) -> String {
    scope.word(&format!("kind_{}", kind.plural()))
}
