//! Which address every record, index and year has.
//!
//! A kind without a template has no pages, and so no address: its records are shown as text.

use super::PageKind;
use super::charts::measure::MapMeasure;
use super::lists::book::Book;
use super::lists::{ListId, Owner, Which};
use crate::derive::Facts;
use crate::value::{Kind, Lang, RecordRef, SEGMENT_WORDS, default_segment};
use std::collections::BTreeSet;

/// Addresses of a site: what has a page, and where.
#[derive(Clone, Debug)]
pub struct Routes<'f> {
    facts: &'f Facts,
    ways: Ways,
}

/// What of the addresses rests neither on words of narratives nor on numbers of people.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Ways {
    kinds: BTreeSet<PageKind>,
    /// For each language the beginnings of addresses by word: `en/regions/`. Asked for with every link.
    begins: Vec<(Lang, Vec<(&'static str, String)>)>,
    outlines_lead: bool,
    /// Lists that have pages of their own.
    book: Book,
}

impl<'f> Routes<'f> {
    /// The addresses of a site whose theme makes pages of `kinds`, and whose map shows outlines first or not.
    pub fn new(facts: &'f Facts, kinds: &BTreeSet<PageKind>, outlines_lead: bool) -> Self {
        let mut kinds = kinds.clone();
        if !facts.site.has_output("search") {
            kinds.remove(&PageKind::Search);
        }
        let ways = Ways { kinds, begins: Vec::new(), outlines_lead, book: Book::default() };
        let mut routes = Self { facts, ways };
        let begin = |lang: &Lang, word: &str| format!("{}{}/", routes.prefix(lang), routes.segment(word, lang));
        let of_lang = |lang: &Lang| SEGMENT_WORDS.iter().map(|(word, _)| (*word, begin(lang, word))).collect();
        let begins = facts.site.languages.iter().map(|lang| (lang.clone(), of_lang(lang))).collect();
        routes.ways.begins = begins;
        routes.ways.book = Book::new(facts, &routes);
        routes
    }

    /// The addresses of facts that differ in words and numbers alone from those that `ways` were found for.
    pub(in crate::plan) fn along(ways: Ways, facts: &'f Facts) -> Self {
        Self { facts, ways }
    }

    /// What stays of the addresses when words or numbers are other.
    pub(in crate::plan) fn into_ways(self) -> Ways {
        self.ways
    }

    /// Whether the theme makes pages of `kind`.
    pub fn has(&self, kind: PageKind) -> bool {
        self.ways.kinds.contains(&kind)
    }

    /// The address of a record relative to the root (`wilayah/kota-malang/`), with `#anchor` for
    /// statements and evaluations; none where it has no page.
    pub fn path(&self, record: RecordRef, lang: &Lang) -> Option<String> {
        match record.kind {
            Kind::Statement => self.anchored(self.home_of_statement(record.at())?, "statement", record, lang),
            Kind::Evaluation => self.anchored(self.home_of_evaluation(record.at())?, "evaluation", record, lang),
            kind if !self.has(PageKind::Record(kind)) => None,
            Kind::Page => Some(format!("{}{}/", self.prefix(lang), self.facts.pages.get(record.at())?.slug)),
            Kind::Story => self.below("stories", &self.facts.stories.get(record.at())?.slug, lang),
            kind => self.below(kind.plural(), &self.facts.head(record).id, lang),
        }
    }

    /// The record on whose page a statement or evaluation stands; none for other kinds.
    pub fn host_record(&self, record: RecordRef) -> Option<RecordRef> {
        match record.kind {
            Kind::Statement => self.home_of_statement(record.at()),
            Kind::Evaluation => self.home_of_evaluation(record.at()),
            _ => None,
        }
    }

    /// The id that a statement or evaluation has on its page.
    pub fn anchor(&self, record: RecordRef) -> String {
        format!("{}-{}", record.kind.singular(), self.facts.head(record).id)
    }

    /// The address segment of a word (`regions`, `data`, `search`) in a language.
    pub fn segment(&self, word: &str, lang: &Lang) -> String {
        if let Some(own) = self.facts.site.segments.get(&(lang.clone(), word.to_owned())) {
            return own.clone();
        }
        default_segment(lang, word).unwrap_or(word).to_owned()
    }

    /// The index of a segment: `wilayah/`, `en/regions/`.
    pub fn index(&self, word: &str, lang: &Lang) -> Option<String> {
        self.has(PageKind::Index).then(|| format!("{}{}/", self.prefix(lang), self.segment(word, lang)))
    }

    /// A page of an index, counted from 1: `kunjungan/`, `kunjungan/halaman/2/`. No record has such an address: an id has
    /// no slash.
    pub fn index_part(&self, word: &str, part: usize, lang: &Lang) -> Option<String> {
        let index = self.index(word, lang)?;
        Some(if part < 2 { index } else { format!("{index}{}/{part}/", self.segment("page", lang)) })
    }

    /// Lists that have pages of their own.
    pub(in crate::plan) fn book(&self) -> &Book {
        &self.ways.book
    }

    /// A page of a list that is too long for the page of its owner, counted from 1: `topik/perencanaan/kunjungan/`,
    /// `topik/perencanaan/kunjungan/halaman/2/`.
    pub(in crate::plan) fn list(&self, list: ListId, part: usize, lang: &Lang) -> Option<String> {
        self.ways.book.get(list)?;
        let owner = match list.owner {
            Owner::Record(record) => self.path(record, lang)?,
            Owner::Year(year) => self.year(year, lang)?,
        };
        let which = match list.which {
            Which::Kind(kind) => self.segment(kind.plural(), lang),
            Which::Planned => self.segment("planned", lang),
            Which::Rotations => self.segment("rotations", lang),
            Which::Changes => self.segment("changes", lang),
            Which::Referring(kind) => {
                format!("{}/{}", self.segment("referring", lang), self.segment(kind.plural(), lang))
            }
        };
        let first = format!("{owner}{which}/");
        Some(if part < 2 { first } else { format!("{first}{}/{part}/", self.segment("page", lang)) })
    }

    /// The page of a year: `tahun/2022/`.
    pub fn year(&self, year: i32, lang: &Lang) -> Option<String> {
        if !self.has(PageKind::Year) || self.facts.year(year).is_none() {
            return None;
        }
        self.below("years", &year.to_string(), lang)
    }

    /// One year of a region: `wilayah/papua/2022/`. Whether the region has such pages is for the plan to say.
    pub fn region_year(&self, region: u32, year: i32, lang: &Lang) -> Option<String> {
        if !self.has(PageKind::RegionYear) {
            return None;
        }
        let region = RecordRef { kind: Kind::Region, index: region };
        self.path(region, lang).map(|path| format!("{path}{year}/"))
    }

    /// The page of a measure on the map, by its place: `wilayah/peta/`, `wilayah/peta/kunjungan/`. The kind of map that
    /// the site does not lead with lies below: `wilayah/peta/kunjungan/garis-batas/`.
    pub fn map(&self, at: u32, outlined: bool, lang: &Lang) -> Option<String> {
        if !self.has(PageKind::Map) {
            return None;
        }
        let word = |indonesian: &'static str, english: &'static str| {
            if lang.as_str() == "id" { indonesian } else { english }
        };
        let mut path = self.below("regions", &self.segment("map", lang), lang)?;
        if at > 0 {
            path.push_str(MapMeasure::at(at).segment(lang));
            path.push('/');
        }
        if outlined != self.ways.outlines_lead {
            path.push_str(if outlined { word("garis-batas/", "outlines/") } else { word("petak/", "tiles/") });
        }
        Some(path)
    }

    /// The page of all flows: `wilayah/arus/`.
    pub fn flows(&self, lang: &Lang) -> Option<String> {
        if self.has(PageKind::Flows) { self.below("regions", &self.segment("flows", lang), lang) } else { None }
    }

    /// Where the addresses of a language begin: empty, `en/`. Whether a page stands there is for [`Routes::front`] to say.
    pub fn home(&self, lang: &Lang) -> String {
        self.prefix(lang)
    }

    /// The front page: empty, `en/`; none where the theme makes none.
    pub fn front(&self, lang: &Lang) -> Option<String> {
        self.has(PageKind::Home).then(|| self.home(lang))
    }

    /// The page of downloads.
    pub fn data(&self, lang: &Lang) -> Option<String> {
        self.has(PageKind::Data).then(|| format!("{}{}/", self.prefix(lang), self.segment("data", lang)))
    }

    /// The search; further pages of its A–Z are numbered from 1, and in their addresses from 2.
    pub fn search(&self, part: u32, lang: &Lang) -> Option<String> {
        let home = format!("{}{}/", self.prefix(lang), self.segment("search", lang));
        self.has(PageKind::Search).then(|| if part == 0 { home } else { format!("{home}{}/", part + 1) })
    }

    /// The page that is shown where there is none: `404.html`, `en/404.html`.
    pub fn not_found(&self, lang: &Lang) -> Option<String> {
        self.has(PageKind::NotFound).then(|| format!("{}404.html", self.prefix(lang)))
    }

    fn prefix(&self, lang: &Lang) -> String {
        if lang == self.facts.site.default_lang() { String::new() } else { format!("{lang}/") }
    }

    fn below(&self, word: &str, last: &str, lang: &Lang) -> Option<String> {
        let known = self.ways.begins.iter().find(|(other, _)| other == lang).map(|(_, begins)| begins);
        let Some((_, begin)) = known.and_then(|begins| begins.iter().find(|(other, _)| *other == word)) else {
            return Some(format!("{}{}/{last}/", self.prefix(lang), self.segment(word, lang)));
        };
        let mut path = String::with_capacity(begin.len() + last.len() + 1);
        path.push_str(begin);
        path.push_str(last);
        path.push('/');
        Some(path)
    }

    fn anchored(&self, host: RecordRef, word: &str, record: RecordRef, lang: &Lang) -> Option<String> {
        let path = match self.ways.book.place(record) {
            Some((list, part)) => self.list(list, part, lang),
            None => self.path(host, lang),
        };
        path.map(|path| format!("{path}#{word}-{}", self.facts.head(record).id))
    }

    fn home_of_statement(&self, at: usize) -> Option<RecordRef> {
        let fact = self.facts.statements.get(at)?;
        let institution = fact.institution.map(|index| RecordRef { kind: Kind::Institution, index });
        fact.about.iter().copied().chain(institution).find(|record| self.has_page(*record))
    }

    fn home_of_evaluation(&self, at: usize) -> Option<RecordRef> {
        self.facts.evaluations.get(at)?.of.iter().copied().find(|record| self.has_page(*record))
    }

    fn has_page(&self, record: RecordRef) -> bool {
        !matches!(record.kind, Kind::Statement | Kind::Evaluation) && self.has(PageKind::Record(record.kind))
    }
}
