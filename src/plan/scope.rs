//! What every part of a page is made with: the facts, the language, the way to other pages, and
//! the memory of which sources the page has cited.

use super::named::{EVERYTHING, Names};
use super::parts::link::{LinkView, Mention, SourceMark, Text};
use super::{Owner, PageKind, PlannedPage, Routes, SitePlan, names};
use crate::derive::Facts;
use crate::derive::facts::PlaceFact;
use crate::route;
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::{Kind, Lang, Localized, PartialDate, RecordRef};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The making of one page.
pub(in crate::plan) struct Scope<'p> {
    /// The plan.
    pub plan: &'p SitePlan<'p>,
    /// The facts.
    pub facts: &'p Facts,
    /// Addresses.
    pub routes: &'p Routes<'p>,
    /// The page's language.
    pub lang: &'p Lang,
    /// The words of that language.
    pub words: &'p Messages,
    /// Values to text in that language.
    pub format: Formatter<'p>,
    /// The page.
    pub page: &'p PlannedPage,
    named: &'p Names,
    root: String,
    cited: RefCell<Vec<u32>>,
    fallbacks: RefCell<BTreeSet<Lang>>,
    quoted: RefCell<BTreeSet<u32>>,
}

impl<'p> Scope<'p> {
    /// Opens the making of `page`.
    pub fn new(plan: &'p SitePlan<'p>, page: &'p PlannedPage) -> Self {
        let facts = plan.facts();
        let words = names::words(facts, &page.lang);
        // A page that stands for every missing address cannot know how deep it is asked for.
        let root = match page.kind {
            PageKind::NotFound => plan.base_path(),
            _ => route::root_from(&page.path),
        };
        Self {
            plan,
            facts,
            routes: plan.routes(),
            lang: &page.lang,
            words,
            format: Formatter::new(words),
            page,
            named: plan.named(page.kind),
            root,
            cited: RefCell::default(),
            fallbacks: RefCell::default(),
            quoted: RefCell::default(),
        }
    }

    /// Whose lists this page shows.
    pub fn owner(&self) -> Option<Owner> {
        let record = |kind| Owner::Record(RecordRef { kind, index: self.page.subject });
        match self.page.kind {
            PageKind::Record(kind) => Some(record(kind)),
            PageKind::RegionYear => Some(record(Kind::Region)),
            PageKind::Year => self.plan.year_of_page(self.page).map(Owner::Year),
            _ => self.page.list.map(|list| list.owner),
        }
    }

    /// Opens the making of `page` with every field, named or not.
    pub fn whole(plan: &'p SitePlan<'p>, page: &'p PlannedPage) -> Self {
        Self { named: &EVERYTHING, ..Self::new(plan, page) }
    }

    /// Whether the templates of this page name a field: what nobody can see is left empty.
    pub fn shows(&self, field: &str) -> bool {
        self.named.has(field)
    }

    /// The names that the templates of this page use.
    pub fn names(&self) -> &'p Names {
        self.named
    }

    /// What `make` gives, where the templates name `field`; else what is empty.
    pub fn shown<T: Default>(&self, field: &str, make: impl FnOnce() -> T) -> T {
        if self.shows(field) { make() } else { T::default() }
    }

    /// The prefix that leads to the root; never empty.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// A word of the interface.
    pub fn word(&self, key: &str) -> String {
        self.words.get(key).to_owned()
    }

    /// A number of things in words: `3 kunjungan`.
    pub fn count(&self, key: &str, number: usize) -> String {
        let number = number as u64;
        self.words.count(key, Some(number), &self.format.number(number))
    }

    /// The address of a page (perhaps with `#anchor`) as this page writes it.
    pub fn href(&self, path: &str) -> String {
        let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
        let same = path == self.page.path && anchor.is_some();
        let mut href =
            String::with_capacity(self.root.len() + path.len() + anchor.map_or(0, |anchor| anchor.len() + 1));
        if !same {
            href.push_str(&self.root);
            route::encode_into(path, &mut href);
        }
        if let Some(anchor) = anchor {
            href.push('#');
            route::encode_into(anchor, &mut href);
        }
        href
    }

    /// The address of a record's page, where it has one.
    pub fn record_href(&self, record: RecordRef) -> Option<String> {
        self.routes.path(record, self.lang).map(|path| self.href(&path))
    }

    /// A record under its name.
    pub fn link(&self, record: RecordRef) -> LinkView {
        self.link_as(record, names::name(self.facts, record, self.lang))
    }

    /// A record under a name of the caller.
    pub fn link_as(&self, record: RecordRef, name: names::Name) -> LinkView {
        let lang = self.lang_mark(&name.lang);
        LinkView { text: name.text, href: self.record_href(record), lang, iso: None }
    }

    /// A record under its name, for templates alone.
    pub fn mention(&self, record: RecordRef) -> Mention {
        let shared = self.plan.mentions().get(record, self.lang, &self.root);
        shared.map_or_else(|| Mention::Made(self.link(record)), |value| Mention::Shared(value.clone()))
    }

    /// Links to several records of one kind.
    pub fn links_to(&self, kind: Kind, indexes: &[u32]) -> Vec<Mention> {
        indexes.iter().map(|index| self.mention(RecordRef { kind, index: *index })).collect()
    }

    /// Links to several records.
    pub fn links(&self, records: &[RecordRef]) -> Vec<Mention> {
        records.iter().map(|record| self.mention(*record)).collect()
    }

    /// A place in the words of its source, linked to the party it resolves to.
    pub fn place(&self, place: &PlaceFact) -> Mention {
        if let (None, Some(party)) = (&place.label, place.party) {
            return self.mention(party);
        }
        let name = names::place(self.facts, place, self.lang);
        let lang = self.lang_mark(&name.lang);
        let href = place.party.and_then(|party| self.record_href(party));
        Mention::Made(LinkView { text: name.text, href, lang, iso: None })
    }

    /// Several places.
    pub fn places(&self, places: &[PlaceFact]) -> Vec<Mention> {
        places.iter().map(|place| self.place(place)).collect()
    }

    /// Prose of a record; a fallback to another language is remembered, so that the page says so.
    pub fn prose(&self, text: &Localized) -> Text {
        let name = names::localized(self.facts, text, self.lang);
        self.prose_in(&name.lang, name.text)
    }

    /// A name or title of office: marked with its language, but no gap in the translation.
    pub fn named(&self, text: &Localized) -> Text {
        let name = names::localized(self.facts, text, self.lang);
        Text { lang: self.lang_mark(&name.lang), text: name.text }
    }

    /// Prose that is known to be in `lang`.
    pub fn prose_in(&self, lang: &Lang, text: String) -> Text {
        if lang != self.lang {
            self.fallbacks.borrow_mut().insert(lang.clone());
        }
        Text { text, lang: self.lang_mark(lang) }
    }

    /// The mark that a text in another language than the page's carries.
    pub fn lang_mark(&self, lang: &Lang) -> Option<String> {
        (lang != self.lang).then(|| lang.as_str().to_owned())
    }

    /// A date in words with its machine form.
    pub fn date(&self, date: PartialDate) -> LinkView {
        let iso = self.shows("iso").then(|| iso(date));
        LinkView { text: self.format.date(date), iso, ..LinkView::default() }
    }

    /// Marks of the sources of a record, numbered in the order in which the page cites them.
    pub fn marks(&self, sources: &[RecordRef]) -> Vec<SourceMark> {
        sources.iter().filter(|source| source.kind == Kind::Source).map(|source| self.mark(source.index)).collect()
    }

    /// The sources cited so far, in the order of their numbers.
    pub fn cited(&self) -> Vec<u32> {
        self.cited.borrow().clone()
    }

    /// Whether a statement is quoted here for the first time: a page says nothing twice.
    pub fn quote(&self, statement: u32) -> bool {
        self.quoted.borrow_mut().insert(statement)
    }

    /// Whether a statement was quoted beside its record.
    pub fn is_quoted(&self, statement: u32) -> bool {
        self.quoted.borrow().contains(&statement)
    }

    /// The languages that the page fell back to.
    pub fn fallbacks(&self) -> Vec<Lang> {
        self.fallbacks.borrow().iter().cloned().collect()
    }

    fn mark(&self, source: u32) -> SourceMark {
        let mut cited = self.cited.borrow_mut();
        let at = cited.iter().position(|known| *known == source).unwrap_or_else(|| {
            cited.push(source);
            cited.len() - 1
        });
        let id = &self.facts.sources[source as usize].head.id;
        SourceMark { number: at + 1, href: format!("#source-{id}") }
    }
}

/// A date for `datetime`: as precise as it is known, without the mark of "about".
pub(in crate::plan) fn iso(date: PartialDate) -> String {
    date.to_string().trim_end_matches('~').to_owned()
}
