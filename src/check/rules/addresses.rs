//! The addresses that the site will have. A001: two pages on one.

use super::aliases::{alias_page, bad_alias};
use crate::check::catalog::Site;
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Lines, Located, Places, Report, Span, suggest};
use crate::read::{RawFile, ThemeFiles};
use crate::value::{INNER_WORDS, Kind, Lang, PartialDate, RecordRef, SEGMENT_WORDS, default_segment, segment_word};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Files that stand beside pages.
const BESIDE: [&str; 6] = ["data.csv", "data.json", "calendar.ics", "feed.xml", "share.png", "site.webmanifest"];

/// Files at the root of every site.
const AT_ROOT: [&str; 4] = ["404.html", "robots.txt", "sitemap.xml", "kamus-data.csv"];

/// Every address, without the leading slash; a folder ends with `/`.
#[derive(Debug, Default)]
pub struct Addresses {
    /// All records and settings could be read, so that an unknown address is a wrong one.
    pub complete: bool,
    /// Years with an activity or story.
    pub years: BTreeSet<i32>,
    pages: HashMap<String, Option<Span>, ahash::RandomState>,
    files: BTreeSet<String>,
    region_folders: Vec<String>,
    /// Maps and flows, with what lies below them.
    chart_folders: Vec<String>,
    /// Segments of lists that are too long for a page: `kunjungan`, `rujukan`.
    lists: BTreeSet<String>,
    /// Segments before the number of a list's page: `halaman`.
    numbered: BTreeSet<&'static str>,
    /// Former addresses, with the page of today.
    moved: BTreeMap<String, String>,
    lines: Lines,
}

/// What addresses are made of.
pub struct Ground<'g> {
    /// The settings, if they could be read.
    pub site: Option<&'g Site>,
    /// Records.
    pub tables: &'g Tables,
    /// Ids.
    pub index: &'g Index<'g>,
    /// The theme decides which kinds have pages.
    pub theme: &'g ThemeFiles,
    /// Files that are copied.
    pub raw: &'g [RawFile],
    /// Paths and texts.
    pub places: &'g dyn Places,
}

impl Addresses {
    /// Works out every address; two pages on one are reported.
    pub fn new(ground: &Ground<'_>, report: &mut Report) -> Self {
        let mut addresses = Self {
            complete: ground.site.is_some() && !ground.index.is_incomplete(&Kind::ALL),
            years: years(ground),
            ..Self::default()
        };
        // The fixed parts of every language come first: whatever takes their place is in the wrong.
        let languages = ground.site.map(Language::of).unwrap_or_default();
        for language in &languages {
            addresses.add_fixed(language, ground, report);
        }
        for language in &languages {
            addresses.add_records(language, ground, report);
        }
        addresses.files.extend(AT_ROOT.map(str::to_owned));
        for file in ground.raw {
            addresses.add_raw(&file.address, report);
        }
        addresses.add_aliases(ground, report);
        addresses
    }

    /// Whether the site will have the address.
    pub fn has(&self, wanted: &str) -> bool {
        let page = wanted.strip_suffix("index.html").unwrap_or(wanted);
        if self.pages.contains_key(page) || self.files.contains(wanted) {
            return true;
        }
        let (folder, name) = wanted.trim_end_matches('/').rsplit_once('/').unwrap_or(("", wanted));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        if BESIDE.contains(&name) && !wanted.ends_with('/') {
            return self.has(&folder);
        }
        if wanted.ends_with('/') && (self.is_of_list(wanted) || self.is_chart(wanted)) {
            return true;
        }
        // Pages per year exist where a region has many activities; which those are is worked out later.
        wanted.ends_with('/')
            && name.parse().is_ok_and(|year| self.years.contains(&year))
            && self.pages.contains_key(&folder)
            && self.region_folders.iter().any(|regions| folder.starts_with(regions.as_str()))
    }

    /// Whether `wanted` may be a page of a long list: `kunjungan/halaman/2/`, `topik/perizinan/kunjungan/`. Which lists
    /// are long is worked out later.
    fn is_of_list(&self, wanted: &str) -> bool {
        let parts: Vec<&str> = wanted.trim_end_matches('/').split('/').collect();
        let folder = |parts: &[&str]| format!("{}/", parts.join("/"));
        let is_list = |parts: &[&str]| match parts {
            [page @ .., first, second] if is_referring(first) && self.lists.contains(*second) => {
                self.pages.contains_key(&folder(page))
            }
            [page @ .., word] => self.lists.contains(*word) && self.pages.contains_key(&folder(page)),
            [] => false,
        };
        match parts.as_slice() {
            [list @ .., page, number] if self.numbered.contains(page) && number.parse().is_ok_and(|at: u32| at > 1) => {
                self.pages.contains_key(&folder(list)) || is_list(list)
            }
            parts => is_list(parts),
        }
    }

    /// Whether `wanted` is a map or the flows, or may be one of their measures.
    fn is_chart(&self, wanted: &str) -> bool {
        self.chart_folders.iter().any(|folder| wanted.starts_with(folder.as_str()))
    }

    /// The page of today, if `wanted` is a former address: with slashes, as links are written.
    pub fn moved(&self, wanted: &str) -> Option<String> {
        let page = wanted.strip_suffix("index.html").unwrap_or(wanted);
        self.moved.get(page).map(|page| format!("/{page}"))
    }

    /// Addresses like `wanted`, as they are written.
    pub fn close(&self, wanted: &str) -> Vec<String> {
        let folder = format!("{wanted}/");
        if self.pages.contains_key(&folder) {
            return vec![format!("/{folder}")];
        }
        let pages: BTreeSet<&str> = self.pages.keys().map(String::as_str).collect();
        suggest(wanted, pages).into_iter().map(|page| format!("/{page}")).collect()
    }

    fn add_fixed(&mut self, language: &Language, ground: &Ground<'_>, report: &mut Report) {
        self.claim(language.prefix.clone(), None, ground.places, report);
        for folder in language.segments.values() {
            self.claim(folder.clone(), None, ground.places, report);
        }
        self.region_folders.extend(language.segments.get("regions").cloned());
        for word in ["map", "flows"].into_iter().filter(|word| has_page(ground.theme, word)) {
            let regions = language.segments.get("regions");
            let folder =
                regions.zip(default_segment(&language.lang, word)).map(|(folder, word)| format!("{folder}{word}/"));
            self.chart_folders.extend(folder);
        }
        self.numbered.extend(default_segment(&language.lang, "page"));
        if has_page(ground.theme, "list") {
            let kinds = language.segments.values().filter_map(|folder| folder.strip_prefix(&language.prefix));
            self.lists.extend(kinds.map(|folder| folder.trim_end_matches('/').to_owned()));
            let inner = INNER_WORDS.iter().filter_map(|(word, _)| default_segment(&language.lang, word));
            self.lists.extend(inner.map(str::to_owned));
        }
        if let Some(folder) = language.segments.get("years").filter(|_| has_page(ground.theme, "year")) {
            for year in self.years.clone() {
                self.claim(format!("{folder}{year}/"), None, ground.places, report);
            }
        }
    }

    fn add_records(&mut self, language: &Language, ground: &Ground<'_>, report: &mut Report) {
        for kind in Kind::ALL.into_iter().filter(|kind| has_page(ground.theme, kind.singular())) {
            match segment_word(kind).and_then(|word| language.segments.get(word)) {
                Some(folder) => self.add_kind(kind, folder, ground, report),
                None if kind == Kind::Page => self.add_kind(kind, &language.prefix, ground, report),
                None => {}
            }
        }
    }

    fn add_kind(&mut self, kind: Kind, folder: &str, ground: &Ground<'_>, report: &mut Report) {
        let narratives = match kind {
            Kind::Story => Some(&ground.tables.stories),
            Kind::Page => Some(&ground.tables.pages),
            _ => None,
        };
        for (at, slot) in ground.index.slots(kind).iter().enumerate().filter(|(_, slot)| !slot.hidden) {
            let narrative = narratives.and_then(|list| list.get(at)?.as_ref());
            let last = narrative.and_then(|narrative| narrative.slug.as_deref()).unwrap_or(&slot.id);
            self.claim(format!("{folder}{last}/"), Some(slot.span), ground.places, report);
        }
    }

    fn claim(&mut self, page: String, span: Option<Span>, places: &dyn Places, report: &mut Report) {
        match self.pages.get(&page) {
            Some(first) => {
                let other = first.map(|first| self.lines.place(first, places));
                report.push(two_on_one(&page, span, other));
            }
            None => {
                self.pages.insert(page, span);
            }
        }
    }

    fn add_raw(&mut self, address: &str, report: &mut Report) {
        let page = address.strip_suffix("index.html").unwrap_or(address);
        if self.pages.contains_key(page) {
            report.push(
                Diagnostic::about(
                    Code::A001,
                    format!("content/static/{address}"),
                    Bilingual::new(
                        format!("Alamat `/{address}` sudah dipakai sebuah halaman."),
                        format!("The address `/{address}` already belongs to a page."),
                    ),
                )
                .note(Bilingual::new("Ganti nama atau hapus berkas ini.", "Rename or remove this file.")),
            );
        }
        self.files.insert(address.to_owned());
    }

    fn add_aliases(&mut self, ground: &Ground<'_>, report: &mut Report) {
        let base = ground.site.map_or("", |site| site.base_url.as_str());
        for (target, common) in ground.tables.commons(ground.index) {
            for alias in &common.aliases {
                match alias_page(&alias.value) {
                    Some(page) if !common.hidden => {
                        if let Some(now) = page_of(target, &page, ground) {
                            self.moved.insert(page.clone(), now);
                        }
                        self.add_alias(page, alias, ground.places, report);
                    }
                    Some(_) => {}
                    None => report.push(bad_alias(alias, base)),
                }
            }
        }
    }

    fn add_alias(&mut self, page: String, alias: &Located<String>, places: &dyn Places, report: &mut Report) {
        if self.files.contains(&page) {
            report.push(two_on_one(&page, Some(alias.span), None).of_field("aliases"));
        } else {
            self.claim(page, Some(alias.span), places, report);
        }
    }
}

fn is_referring(segment: &str) -> bool {
    INNER_WORDS
        .iter()
        .any(|(english, indonesian)| *english == "referring" && [*english, *indonesian].contains(&segment))
}

/// The folders of a language.
struct Language {
    lang: Lang,
    prefix: String,
    segments: BTreeMap<&'static str, String>,
}

impl Language {
    fn of(site: &Site) -> Vec<Self> {
        let one = |lang: &Lang| {
            let prefix = if lang == site.default_lang() { String::new() } else { format!("{lang}/") };
            let segment = |word: &'static str| {
                let own = site.segments.get(&(lang.clone(), word.to_owned())).map(String::as_str);
                own.or_else(|| default_segment(lang, word)).map(|segment| (word, format!("{prefix}{segment}/")))
            };
            let segments = SEGMENT_WORDS.iter().filter_map(|(word, _)| segment(word)).collect();
            Self { lang: lang.clone(), prefix, segments }
        };
        site.languages.iter().map(one).collect()
    }
}

/// The pages of a record, the default language first; none if its kind has no pages.
pub fn pages_of(target: RecordRef, ground: &Ground<'_>) -> Vec<String> {
    let languages = ground.site.map(Language::of).unwrap_or_default();
    languages.iter().filter_map(|language| page_of(target, &format!("{}x", language.prefix), ground)).collect()
}

/// The page of a record, in the language of a former address of it.
fn page_of(target: RecordRef, alias: &str, ground: &Ground<'_>) -> Option<String> {
    let languages = ground.site.map(Language::of)?;
    let own = languages.iter().rev().find(|language| alias.starts_with(&language.prefix))?;
    let folder = match segment_word(target.kind) {
        Some(word) => own.segments.get(word)?,
        None if target.kind == Kind::Page => &own.prefix,
        None => return None,
    };
    if !has_page(ground.theme, target.kind.singular()) {
        return None;
    }
    let narratives = match target.kind {
        Kind::Story => Some(&ground.tables.stories),
        Kind::Page => Some(&ground.tables.pages),
        _ => None,
    };
    let narrative = narratives.and_then(|list| list.get(target.at())?.as_ref());
    let slot = ground.index.slot(target)?;
    let last = narrative.and_then(|narrative| narrative.slug.as_deref()).unwrap_or(&slot.id);
    Some(format!("{folder}{last}/"))
}

/// Whether the theme makes pages of a kind. Without any template nothing can be said, and all count.
fn has_page(theme: &ThemeFiles, name: &str) -> bool {
    theme.templates.is_empty() || theme.templates.contains_key(&format!("{name}.html"))
}

/// The years of activities and stories that are published: of the start, else the end, else of the cohort.
fn years(ground: &Ground<'_>) -> BTreeSet<i32> {
    let tables = ground.tables;
    let year = |date: &Option<Located<PartialDate>>| date.as_ref().map(|date| date.value.year());
    let of = |when: &crate::check::catalog::When| year(&when.start).or_else(|| year(&when.end));
    let mut years = BTreeSet::new();
    years.extend(tables.cohorts.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.placements.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.visits.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.trainings.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.stories.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| year(&r.date)));
    years
}

fn two_on_one(page: &str, span: Option<Span>, first: Option<String>) -> Diagnostic {
    let message = Bilingual::new(
        format!("Dua halaman memakai alamat `/{page}`."),
        format!("Two pages share the address `/{page}`."),
    );
    let finding = match span {
        Some(span) => Diagnostic::at(Code::A001, span, message),
        None => Diagnostic::about(Code::A001, "content/site.yaml", message).of_field("segments"),
    };
    match first {
        Some(other) => {
            finding.note(Bilingual::new(
                format!("Yang lain ada di {other}; ubah `slug`, id atau alias salah satunya."),
                format!("The other is at {other}; change the `slug`, id or alias of one of them."),
            ))
        }
        None => finding.note(Bilingual::new(
            "Alamat itu milik bagian tetap situs; ubah `slug`, id, alias, atau `segments` di site.yaml.",
            "That address belongs to a fixed part of the site; change the `slug`, id, alias, or `segments` in site.yaml.",
        )),
    }
}
