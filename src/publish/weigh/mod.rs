//! What a reader has to load, against what the site allows itself.
//!
//! Every page passes over the scales, whether it is made or stands. Most are told light by their raw size alone: what is small
//! before it is compressed is small after. Only the others are compressed. Pictures are dear to make, and are made on
//! their own way: pages that show one wait until the end, when its size is known. A heavy page is remembered with its
//! heaviest parts, so that the finding can say what to shorten.

mod budget;
mod finding;
mod links;
mod scales;
#[cfg(test)]
mod tests;

pub use budget::{Budget, Heavy, Load};
pub use finding::findings;

use super::Outputs;
use crate::render::{RenderProblem, Shows};
use links::Links;
use scales::{gzip, gzip_at_most, sections};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

/// How many parts a finding names.
const NAMED: usize = 3;

/// Files that a page loads, with their weights.
type Parts = Vec<(String, u64)>;

/// A bundle whose pages are weighed while they are made.
pub struct Weighed<'o, O> {
    inner: &'o O,
    budget: Budget,
    /// What addresses from the root of the server begin with.
    base: String,
    /// Places of files by path; empty where nothing is weighed.
    places: BTreeMap<&'o str, usize>,
    /// Weights of what pages load, by path. Each is found once; which thread finds it makes no difference.
    loaded: Mutex<BTreeMap<String, u64>>,
    /// Pages that show pictures before they are scrolled, and those pictures.
    waiting: Mutex<Vec<Waiting>>,
    heavy: Mutex<Vec<Heavy>>,
}

/// A page whose first view is weighed once the sizes of its pictures are known.
struct Waiting {
    page: usize,
    /// Bytes of the HTML before it is compressed.
    raw: u64,
    /// What else it loads.
    parts: Parts,
    pictures: Vec<String>,
}

impl<'o, O: Outputs> Weighed<'o, O> {
    /// Puts `inner` on the scales.
    pub fn new(inner: &'o O, budget: Budget) -> Self {
        let files = if budget == Budget::default() { 0 } else { inner.len() };
        Self {
            inner,
            budget,
            base: inner.base_path(),
            places: (0..files).map(|at| (inner.path(at), at)).collect(),
            loaded: Mutex::default(),
            waiting: Mutex::default(),
            heavy: Mutex::default(),
        }
    }

    /// The pages that were found too heavy so far, in a fixed order.
    pub fn heavy(&self) -> Vec<Heavy> {
        let waiting = self.waiting.lock().map(|mut waiting| std::mem::take(&mut *waiting)).unwrap_or_default();
        waiting.into_iter().for_each(|page| self.weigh_with_pictures(page));
        let mut heavy = self.heavy.lock().map(|heavy| heavy.clone()).unwrap_or_default();
        heavy.sort();
        heavy.dedup();
        heavy
    }

    fn weigh(&self, at: usize, page: &[u8]) {
        let links = Links::of((&self.base, self.inner.path(at)), page);
        let (styles, scripts) = (self.all(&links.styles), self.all(&links.scripts));
        self.put(at, Load::Script, self.budget.script, total(&scripts), || scripts.clone());
        let (pictures, others): (Vec<String>, Vec<String>) =
            links.others.into_iter().partition(|path| self.is_picture(path));
        let first_view: Parts = styles.iter().cloned().chain(scripts.clone()).chain(self.all(&others)).collect();
        let may_be = |limit: Option<u64>, beside: u64| limit.is_some_and(|limit| page.len() as u64 + beside > limit);
        let is_whole = pictures.is_empty();
        if may_be(self.budget.page, total(&styles)) || (is_whole && may_be(self.budget.first_view, total(&first_view)))
        {
            let first_view = if is_whole { self.budget.first_view.map(|limit| (limit, &first_view)) } else { None };
            self.weigh_html(at, page, [self.budget.page.map(|limit| (limit, &styles)), first_view]);
        }
        if let (false, Ok(mut waiting)) = (is_whole, self.waiting.lock()) {
            waiting.push(Waiting { page: at, raw: page.len() as u64, parts: first_view, pictures });
        }
    }

    /// Weighs a page that may be over a limit with what it loads: first quickly, which leaves more bytes than the usual
    /// way and tells nearly all pages light. Sections are told apart only where there is something to tell.
    fn weigh_html(&self, at: usize, page: &[u8], loads: [Option<(u64, &Parts)>; 2]) {
        let is_over = |html: u64| loads.iter().flatten().any(|(limit, beside)| html + total(beside) > *limit);
        if !is_over(gzip_at_most(page)) {
            return;
        }
        let html = gzip(page);
        for (load, beside) in [Load::Page, Load::FirstView].into_iter().zip(loads) {
            if let Some((limit, beside)) = beside {
                let parts = || sections(page).into_iter().chain(beside.iter().cloned()).collect();
                self.put(at, load, Some(limit), html + total(beside), parts);
            }
        }
    }

    /// The first view of a page that shows pictures. Their sizes are known by now; the page is made again where it may be
    /// over the limit.
    fn weigh_with_pictures(&self, waiting: Waiting) {
        let mut parts = waiting.parts;
        parts.extend(self.all(&waiting.pictures));
        let Some(limit) = self.budget.first_view.filter(|limit| waiting.raw + total(&parts) > *limit) else { return };
        let mut page = Vec::new();
        if self.inner.make(waiting.page, &mut page).is_ok() {
            self.weigh_html(waiting.page, &page, [None, Some((limit, &parts))]);
        }
    }

    fn put(&self, at: usize, load: Load, limit: Option<u64>, weight: u64, parts: impl FnOnce() -> Parts) {
        let Some(limit) = limit.filter(|limit| weight > *limit) else { return };
        let found = Heavy { load, path: self.inner.path(at).to_owned(), weight, limit, parts: heaviest(parts()) };
        if let Ok(mut heavy) = self.heavy.lock() {
            heavy.push(found);
        }
    }

    /// Whether a file is a picture that is made here, and so will pass by.
    fn is_picture(&self, path: &str) -> bool {
        self.places.get(path).is_some_and(|at| self.inner.is_named_by_content(*at))
    }

    /// Weights of files by path; what is not of this site weighs nothing.
    fn all(&self, paths: &[String]) -> Parts {
        paths.iter().filter_map(|path| Some((path.clone(), self.one(path)?))).collect()
    }

    fn one(&self, path: &str) -> Option<u64> {
        let known = |loaded: &BTreeMap<String, u64>| loaded.get(path).copied();
        if let Some(weight) = self.loaded.lock().ok().and_then(|loaded| known(&loaded)) {
            return Some(weight);
        }
        let at = *self.places.get(path)?;
        let weight = match self.inner.copied_from(at) {
            Some(from) => from.metadata().ok()?.len(),
            None => {
                let mut bytes = Vec::new();
                self.inner.make(at, &mut bytes).ok()?;
                // Fonts and pictures are compressed already; gzip would only add to them.
                gzip(&bytes).min(bytes.len() as u64)
            }
        };
        self.note(path, weight);
        Some(weight)
    }

    fn note(&self, path: &str, weight: u64) {
        if let Ok(mut loaded) = self.loaded.lock() {
            loaded.insert(path.to_owned(), weight);
        }
    }
}

impl<O: Outputs> Outputs for Weighed<'_, O> {
    fn len(&self) -> usize {
        self.inner.len()
    }

    fn path(&self, at: usize) -> &str {
        self.inner.path(at)
    }

    fn kind(&self, at: usize) -> &'static str {
        self.inner.kind(at)
    }

    fn copied_from(&self, at: usize) -> Option<&Path> {
        self.inner.copied_from(at)
    }

    fn is_named_by_content(&self, at: usize) -> bool {
        self.inner.is_named_by_content(at)
    }

    fn shows(&self, at: usize) -> Shows {
        self.inner.shows(at)
    }

    fn stands(&self, at: usize, bytes: &[u8]) {
        if self.places.is_empty() {
            return;
        }
        if self.inner.kind(at) == "html" {
            self.weigh(at, bytes);
        } else if self.inner.is_named_by_content(at) {
            self.note(self.inner.path(at), bytes.len() as u64);
        }
    }

    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        self.inner.make(at, out)?;
        self.stands(at, out);
        Ok(())
    }
}

fn total(parts: &[(String, u64)]) -> u64 {
    parts.iter().map(|(_, weight)| weight).sum()
}

fn heaviest(mut parts: Parts) -> Parts {
    parts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    parts.truncate(NAMED);
    parts
}
