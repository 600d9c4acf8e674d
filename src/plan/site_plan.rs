//! The plan of the site.

use super::charts::atlas::Atlas;
use super::directory::Directory;
use super::layout::{aliases, lay_out};
use super::listing::Listing;
use super::mentions::Mentions;
use super::named::Names;
use super::outputs::Sizes;
use super::parts::link::Words;
use super::routes::Ways;
use super::{Named, PageKind, PlannedPage, Routes, View, names, pages};
use crate::derive::Facts;
use crate::value::{Kind, Lang, Picture, RecordRef};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;
use tera::Value;

/// A region with more activities than this has a page per year.
const MANY: usize = 50;

/// Every page of the site, in address order.
#[derive(Debug)]
pub struct SitePlan<'f> {
    facts: &'f Facts,
    routes: Routes<'f>,
    frame: Frame,
}

/// Everything of a plan that rests neither on words of narratives nor on numbers of people: with other ones it stays.
#[derive(Debug)]
pub struct Stays {
    ways: Ways,
    frame: Frame,
}

/// What of that is no address.
#[derive(Debug)]
struct Frame {
    /// Words of indexes, in the order of the content model.
    words: Vec<&'static str>,
    /// The interface words of each language as templates see them, made once.
    tables: Vec<(Lang, Value)>,
    /// The labels of rows of facts by what follows `row_`, made once.
    row_labels: Vec<(Lang, HashMap<String, Words, ahash::RandomState>)>,
    /// What maps share.
    atlas: Atlas,
    /// The order of each index in each language: by word, then language, both in their own order.
    listings: Vec<Vec<Listing>>,
    /// The A–Z of each language; none where the site has no search.
    directories: Vec<(Lang, Directory)>,
    /// Links to what many pages name.
    mentions: Mentions,
    pages: Vec<PlannedPage>,
    means: Means,
    /// What the templates of each kind of page name.
    named: Named,
}

/// What the theme has besides templates, and so what can be made with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Means {
    /// The letters of share images; without them pages are linked without a picture.
    pub share_images: bool,
    /// Pictures that stand for the site; without them a web manifest has nothing to show.
    pub icons: bool,
}

impl<'f> SitePlan<'f> {
    pub(in crate::plan) fn new(facts: &'f Facts, kinds: &BTreeSet<PageKind>, named: Named, means: Means) -> Self {
        let atlas = Atlas::new(facts);
        let routes = Routes::new(facts, kinds, atlas.leads_with_outlines(facts));
        let words = index_words(&routes);
        let tables = facts.site.languages.iter().map(|lang| (lang.clone(), table(facts, lang))).collect();
        let row_labels = facts.site.languages.iter().map(|lang| (lang.clone(), row_labels(facts, lang))).collect();
        let listings = words.iter().map(|word| listings(facts, word)).collect();
        let directories = directories(facts, &routes);
        let mentions = Mentions::new(facts, &routes);
        let pages = Vec::new();
        let frame = Frame { words, tables, row_labels, atlas, listings, directories, mentions, pages, means, named };
        let mut plan = Self { facts, routes, frame };
        plan.frame.pages = lay_out(&plan);
        plan
    }

    /// The plan of facts that differ in words and numbers alone from those of the plan that `stays` is of.
    pub fn within(Stays { ways, frame }: Stays, facts: &'f Facts) -> Self {
        Self { facts, routes: Routes::along(ways, facts), frame }
    }

    /// What stays of the plan when its words or numbers are other.
    pub fn into_stays(self) -> Stays {
        Stays { ways: self.routes.into_ways(), frame: self.frame }
    }

    /// The facts that the plan is made of.
    pub(in crate::plan) fn facts(&self) -> &'f Facts {
        self.facts
    }

    /// What maps share.
    pub(in crate::plan) fn atlas(&self) -> &Atlas {
        &self.frame.atlas
    }

    /// Links to what many pages name.
    pub(in crate::plan) fn mentions(&self) -> &Mentions {
        &self.frame.mentions
    }

    /// The path of the site on its server: `/magang/`.
    pub fn base_path(&self) -> String {
        crate::route::base_path(&self.facts.site.base_url)
    }

    /// The addresses.
    pub fn routes(&self) -> &Routes<'f> {
        &self.routes
    }

    /// Old addresses: the address, where it leads, and the language of the page there.
    pub fn aliases(&self) -> Vec<(String, String, Lang)> {
        aliases(self)
    }

    /// The pages.
    pub fn pages(&self) -> &[PlannedPage] {
        &self.frame.pages
    }

    /// What the template of a page sees.
    pub fn view(&self, page: &PlannedPage) -> View {
        pages::view(self, page)
    }

    /// The same with every field, named or not: where a template fails, the words of the mistake tell what there is.
    pub fn whole_view(&self, page: &PlannedPage) -> View {
        pages::whole_view(self, page)
    }

    /// What the template of the download page sees, with the sizes of the files that it names.
    pub fn data_view(&self, page: &PlannedPage, sizes: &Sizes) -> View {
        pages::data_view(self, page, sizes)
    }

    /// What the words are called that a page shows and hardly another: those of its narrative; none of other pages.
    pub fn telling_of(&self, page: &PlannedPage) -> Option<String> {
        let PageKind::Record(kind @ (Kind::Story | Kind::Page)) = page.kind else { return None };
        Some(self.facts.telling_of(RecordRef { kind, index: page.subject }))
    }

    /// The names that the templates of a kind of page use.
    pub(in crate::plan) fn named(&self, kind: PageKind) -> &Names {
        self.frame.named.of(kind)
    }

    /// The words of the indexes of this site: `regions`, `years`.
    pub fn index_words(&self) -> &[&'static str] {
        &self.frame.words
    }

    /// Whether the site has an index of `word`.
    pub fn has_index(&self, word: &str) -> bool {
        self.frame.words.contains(&word)
    }

    /// The order of the index of `word` in a language.
    pub(in crate::plan) fn listing(&self, word: &str, lang: &Lang) -> &Listing {
        static NONE: LazyLock<Listing> = LazyLock::new(Listing::default);
        let of_word =
            self.frame.words.iter().position(|known| *known == word).and_then(|at| self.frame.listings.get(at));
        let at = self.facts.site.languages.iter().position(|known| known == lang).unwrap_or(0);
        of_word.and_then(|all| all.get(at)).unwrap_or(&NONE)
    }

    /// The word of an index page.
    pub fn index_word(&self, page: &PlannedPage) -> &'static str {
        self.frame.words.get(page.subject as usize).copied().unwrap_or_default()
    }

    /// The years of which a region has pages of their own, oldest first; empty where its page holds everything.
    pub fn split_years(&self, region: u32) -> Vec<i32> {
        let Some(fact) = self.facts.regions.get(region as usize) else { return Vec::new() };
        let has_pages = self.routes.has(PageKind::RegionYear) && self.routes.has(PageKind::Record(Kind::Region));
        if !has_pages || fact.subject.lists.activities() <= MANY {
            return Vec::new();
        }
        let rows = fact.subject.by_year.iter();
        rows.filter(|row| row.activities > 0).filter_map(|row| row.year).collect()
    }

    /// The files of `media/` that are published, by their paths below it: the picture that it is, none for a document.
    pub fn media(&self) -> &'f BTreeMap<String, Option<Picture>> {
        &self.facts.media
    }

    /// Whether share images are made.
    pub(in crate::plan) fn makes_share_images(&self) -> bool {
        self.frame.means.share_images && self.has_output("share") && self.has_output("html")
    }

    /// Whether the theme has pictures that stand for the site.
    pub(in crate::plan) fn has_icons(&self) -> bool {
        self.frame.means.icons
    }

    /// The A–Z of a language; empty where the site has no search.
    pub(in crate::plan) fn directory(&self, lang: &Lang) -> &Directory {
        static NONE: Directory = Directory::none();
        self.frame.directories.iter().find(|(other, _)| other == lang).map_or(&NONE, |(_, directory)| directory)
    }

    /// How many pages the A–Z has.
    pub(in crate::plan) fn search_pages(&self) -> u32 {
        let pages = self.frame.directories.iter().map(|(_, directory)| directory.pages().len()).max();
        pages.and_then(|pages| u32::try_from(pages).ok()).unwrap_or_default()
    }

    /// The label of a row of facts.
    pub(in crate::plan) fn row_label(&self, lang: &Lang, key: &str) -> Words {
        let labels = self.frame.row_labels.iter().find(|(other, _)| other == lang).map(|(_, labels)| labels);
        // A gap in the words is seen by its key.
        labels.and_then(|labels| labels.get(key)).cloned().unwrap_or_else(|| Words(Value::from(format!("row_{key}"))))
    }

    /// The interface words of a language, as a value that is shared and not copied.
    pub(in crate::plan) fn words_value(&self, lang: &Lang) -> Value {
        self.frame.tables.iter().find(|(other, _)| other == lang).map_or_else(Value::none, |(_, table)| table.clone())
    }
}

/// An index exists for each kind that has pages, and for years.
fn index_words(routes: &Routes<'_>) -> Vec<&'static str> {
    if !routes.has(PageKind::Index) {
        return Vec::new();
    }
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page && routes.has(PageKind::Record(*kind)));
    let mut words: Vec<&'static str> = kinds.map(Kind::plural).collect();
    if routes.has(PageKind::Year) {
        words.push("years");
    }
    words
}

fn listings(facts: &Facts, word: &str) -> Vec<Listing> {
    let kind = Kind::from_folder(word);
    facts.site.languages.iter().map(|lang| Listing::new(facts, kind, lang)).collect()
}

fn directories(facts: &Facts, routes: &Routes<'_>) -> Vec<(Lang, Directory)> {
    if !routes.has(PageKind::Search) {
        return Vec::new();
    }
    facts.site.languages.par_iter().map(|lang| (lang.clone(), Directory::new(facts, routes, lang))).collect()
}

fn row_labels(facts: &Facts, lang: &Lang) -> HashMap<String, Words, ahash::RandomState> {
    let words = names::words(facts, lang).iter();
    let labels = words.filter_map(|(key, word)| Some((key.strip_prefix("row_")?, word)));
    labels.map(|(key, word)| (key.to_owned(), Words(Value::normal_string(word)))).collect()
}

fn table(facts: &Facts, lang: &Lang) -> Value {
    let words = names::words(facts, lang);
    let table: BTreeMap<String, Value> =
        words.iter().map(|(key, word)| (key.to_owned(), Value::normal_string(word))).collect();
    Value::from(table)
}
