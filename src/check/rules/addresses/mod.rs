//! The addresses that the site will have.

mod anchors;
mod claim;
mod page;

pub use page::pages_of;

use crate::check::catalog::Site;
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Lines, Places, Report, Span, suggest};
use crate::read::{RawFile, ThemeFiles};
use crate::value::{INNER_WORDS, Kind, Lang, RecordRef};
use page::{Language, years};
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
    /// The address that the site is published at; empty where it is not known.
    base: String,
    /// The pages of narratives, with their language.
    narratives: BTreeMap<String, (RecordRef, Lang)>,
    /// Anchors that the theme writes on the pages of narratives.
    anchors: BTreeMap<Kind, BTreeSet<String>>,
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
            base: ground.site.map(|site| site.base_url.clone()).unwrap_or_default(),
            anchors: anchors::written(ground.theme),
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

    /// The address within the site, if `address` begins with that of the site: `https://example.go.id/m/wilayah/` is
    /// `/wilayah/`. None where the site has a whole host: other programs may answer there beside it (`/handbook/`), and nobody
    /// knows of them here.
    pub fn within(&self, address: &str) -> Option<String> {
        let base = self.base.trim_end_matches('/');
        // Scheme and host are the same in capitals; what follows is not.
        let host_end = base.find("://").and_then(|at| base[at + 3..].find('/').map(|end| at + 3 + end));
        let (host, path) = base.split_at(host_end.unwrap_or(base.len()));
        let start = address.get(..host.len()).filter(|start| !path.is_empty() && start.eq_ignore_ascii_case(host))?;
        let rest = address[start.len()..].strip_prefix(path)?;
        match rest.chars().next() {
            None | Some('/' | '?' | '#') => Some(format!("/{}", rest.trim_start_matches('/'))),
            Some(_) => None,
        }
    }

    /// The narrative that a page shows, and the language of the page.
    pub fn narrative(&self, page: &str) -> Option<(RecordRef, &Lang)> {
        self.narratives.get(page).map(|(target, lang)| (*target, lang))
    }

    /// Whether the theme writes an anchor on the pages of narratives of this kind.
    pub fn has_anchor(&self, kind: Kind, anchor: &str) -> bool {
        self.anchors.get(&kind).is_some_and(|anchors| anchors.contains(anchor))
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
}

fn is_referring(segment: &str) -> bool {
    INNER_WORDS
        .iter()
        .any(|(english, indonesian)| *english == "referring" && [*english, *indonesian].contains(&segment))
}

#[cfg(test)]
mod tests {
    use super::Addresses;

    #[test]
    fn addresses_of_the_site_itself_are_told_from_others() {
        let addresses = Addresses { base: "https://contoh.go.id/m/".into(), ..Addresses::default() };
        for (address, within) in [
            ("https://contoh.go.id/m/wilayah/?x=1#y", Some("/wilayah/?x=1#y")),
            ("HTTPS://Contoh.go.id/m/", Some("/")),
            ("https://contoh.go.id/m", Some("/")),
            ("https://contoh.go.id/m#y", Some("/#y")),
            ("https://contoh.go.id/m//a", Some("/a")),
            ("https://contoh.go.id/M/", None),
            ("https://contoh.go.id/media/", None),
            ("https://contoh.go.id/", None),
            ("http://contoh.go.id/m/", None),
            ("https://contoh.go.id.example/m/", None),
        ] {
            assert_eq!(addresses.within(address).as_deref(), within, "{address}");
        }
        let at_root = Addresses { base: "https://contoh.go.id/".into(), ..Addresses::default() };
        assert_eq!(at_root.within("https://contoh.go.id/a/"), None);
        assert_eq!(Addresses::default().within("https://contoh.go.id/"), None);
    }
}
