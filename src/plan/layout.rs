//! Which pages there are, in every language, each with its twins.

use super::charts::measure::MapMeasure;
use super::{ListId, PageKind, PlannedPage, Routes, SitePlan};
use crate::value::{Kind, Lang, RecordRef};
use rayon::prelude::*;
use std::sync::Arc;

/// Every page, sorted by address; no address twice.
pub(in crate::plan) fn lay_out(plan: &SitePlan<'_>) -> Vec<PlannedPage> {
    let mut pages = Pages { plan, made: Vec::new() };
    pages.fixed();
    pages.records();
    pages.years();
    pages.maps();
    pages.lists();
    pages.made.par_sort_by(|a, b| a.path.cmp(&b.path));
    // Two records on one address are an error that `check` reports; here only one can be written.
    pages.made.dedup_by(|b, a| a.path == b.path);
    pages.made
}

/// Old addresses of records: the address, where it leads, the language of the page there.
pub(in crate::plan) fn aliases(plan: &SitePlan<'_>) -> Vec<(String, String, Lang)> {
    let facts = plan.facts();
    let mut all = Vec::new();
    for kind in Kind::ALL {
        for at in 0..facts.count(kind) {
            let record = RecordRef::new(kind, at);
            for alias in &facts.head(record).aliases {
                let Some(path) = alias_path(alias) else { continue };
                let lang = alias_lang(plan, &path);
                if let Some(target) = plan.routes().path(record, &lang) {
                    all.push((path, target, lang));
                }
            }
        }
    }
    all.sort();
    all.dedup_by(|b, a| a.0 == b.0);
    all.retain(|(path, _, _)| plan.pages().binary_search_by(|page| page.path.as_str().cmp(path)).is_err());
    all
}

/// What part of its subject a page shows.
#[derive(Clone, Copy)]
struct Part {
    /// Of a year.
    year: Option<i32>,
    /// The how-manieth page of a list, from 1.
    number: u32,
    /// Of a list.
    list: Option<ListId>,
}

impl Part {
    /// The whole.
    const WHOLE: Self = Self { year: None, number: 1, list: None };
}

struct Pages<'p> {
    plan: &'p SitePlan<'p>,
    made: Vec<PlannedPage>,
}

impl Pages<'_> {
    fn fixed(&mut self) {
        let routes = self.plan.routes();
        if routes.has(PageKind::Home) {
            self.add(PageKind::Home, 0, Part::WHOLE, &|_: &Routes<'_>, lang: &Lang| Some(routes.home(lang)));
        }
        for (at, word) in (0u32..).zip(self.plan.index_words()) {
            let pages = self.plan.listing(word, self.plan.facts().site.default_lang()).pages();
            for (part, number) in (1..=pages).zip(1u32..) {
                let address = |routes: &Routes<'_>, lang: &Lang| routes.index_part(word, part, lang);
                self.add(PageKind::Index, at, Part { number, ..Part::WHOLE }, &address);
            }
        }
        self.add(PageKind::Data, 0, Part::WHOLE, &|routes: &Routes<'_>, lang: &Lang| routes.data(lang));
        for part in 0..self.plan.search_pages() {
            self.add(PageKind::Search, part, Part::WHOLE, &|routes: &Routes<'_>, lang: &Lang| {
                routes.search(part, lang)
            });
        }
        self.add(PageKind::NotFound, 0, Part::WHOLE, &|routes: &Routes<'_>, lang: &Lang| routes.not_found(lang));
    }

    fn records(&mut self) {
        for kind in Kind::ALL {
            if matches!(kind, Kind::Statement | Kind::Evaluation) {
                continue;
            }
            for at in 0..self.plan.facts().count(kind) {
                let record = RecordRef::new(kind, at);
                let address = |routes: &Routes<'_>, lang: &Lang| routes.path(record, lang);
                self.add(PageKind::Record(kind), record.index, Part::WHOLE, &address);
                if kind == Kind::Region {
                    self.region_years(record.index);
                }
            }
        }
    }

    fn region_years(&mut self, region: u32) {
        for year in self.plan.split_years(region) {
            let address = |routes: &Routes<'_>, lang: &Lang| routes.region_year(region, year, lang);
            self.add(PageKind::RegionYear, region, Part { year: Some(year), ..Part::WHOLE }, &address);
        }
    }

    fn years(&mut self) {
        for (at, (year, _)) in (0u32..).zip(&self.plan.facts().years) {
            let address = |routes: &Routes<'_>, lang: &Lang| routes.year(*year, lang);
            self.add(PageKind::Year, at, Part { year: Some(*year), ..Part::WHOLE }, &address);
        }
    }

    /// After the records: should a region have the id that is the map's word, its page stays.
    fn maps(&mut self) {
        let atlas = self.plan.atlas();
        for (outlined, there) in [(false, !atlas.tiles.is_empty()), (true, atlas.has_outlines())] {
            for at in (0..MapMeasure::COUNT).filter(|_| there) {
                let address = |routes: &Routes<'_>, lang: &Lang| routes.map(at, outlined, lang);
                self.add(PageKind::Map, MapMeasure::page(at, outlined), Part::WHOLE, &address);
            }
        }
        if !atlas.pairs.flows.is_empty() {
            self.add(PageKind::Flows, 0, Part::WHOLE, &|routes: &Routes<'_>, lang: &Lang| routes.flows(lang));
        }
    }

    /// Lists come last: their pages lie below those of their owners, where nothing else but years and maps lies.
    fn lists(&mut self) {
        for (id, list) in self.plan.routes().book().iter() {
            for (part, number) in (1..=list.listing.pages()).zip(1u32..) {
                let address = |routes: &Routes<'_>, lang: &Lang| routes.list(*id, part, lang);
                self.add(PageKind::List, 0, Part { number, list: Some(*id), ..Part::WHOLE }, &address);
            }
        }
    }

    /// One page in every language that has an address for it.
    fn add(
        &mut self,
        kind: PageKind,
        subject: u32,
        part: Part,
        address: &dyn Fn(&Routes<'_>, &Lang) -> Option<String>,
    ) {
        let languages = &self.plan.facts().site.languages;
        let twins: Arc<[(Lang, String)]> =
            languages.iter().filter_map(|lang| Some((lang.clone(), address(self.plan.routes(), lang)?))).collect();
        for (lang, path) in twins.iter() {
            self.made.push(PlannedPage {
                path: path.clone(),
                lang: lang.clone(),
                kind,
                subject,
                year: part.year,
                part: part.number,
                list: part.list,
                twins: Arc::clone(&twins),
            });
        }
    }
}

/// An old address as a path below the root; none for what would leave it.
fn alias_path(alias: &str) -> Option<String> {
    let path = alias.trim_start_matches('/');
    let is_safe = !path.is_empty()
        && !path.contains(['\\', ':', '?', '#', '\0'])
        && !path.split('/').any(|part| matches!(part, "." | ".."))
        && !path.contains("//");
    let last = path.rsplit('/').next().unwrap_or_default();
    is_safe.then(|| if last.is_empty() || last.contains('.') { path.to_owned() } else { format!("{path}/") })
}

/// The language of an old address: by its first segment, else the default.
fn alias_lang(plan: &SitePlan<'_>, path: &str) -> Lang {
    let site = &plan.facts().site;
    let first = path.split('/').next().unwrap_or_default();
    let named = site.languages.iter().skip(1).find(|lang| lang.as_str() == first);
    named.unwrap_or_else(|| site.default_lang()).clone()
}

#[cfg(test)]
mod tests {
    use super::alias_path;

    #[test]
    fn an_alias_stays_below_the_root() {
        assert_eq!(alias_path("/lama/kota").as_deref(), Some("lama/kota/"));
        assert_eq!(alias_path("lama.html").as_deref(), Some("lama.html"));
        for bad in ["", "/", "../x", "a/../b", "https://x", "a//b", "a#b"] {
            assert_eq!(alias_path(bad), None, "{bad}");
        }
    }
}
