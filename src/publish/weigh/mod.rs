//! What a reader has to load, against what the site allows itself.
//!
//! Every page that is made passes over the scales on its way. Most are told light by their raw size alone: what is small
//! before it is compressed is small after. Only the others are compressed. A heavy page is remembered with its heaviest
//! parts, so that the finding can say what to shorten.

mod finding;

pub use finding::findings;

use super::Outputs;
use crate::render::RenderProblem;
use flate2::Compression;
use flate2::write::GzEncoder;
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

/// What pages may weigh, in bytes after gzip; no limit where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// HTML and style sheets of a page.
    pub page: Option<u64>,
    /// Scripts of a page.
    pub script: Option<u64>,
    /// Everything that a page loads before it is scrolled: HTML, style sheets, scripts, fonts, pictures.
    pub first_view: Option<u64>,
}

/// What was weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Load {
    /// HTML and style sheets.
    Page,
    /// Scripts.
    Script,
    /// Everything before scrolling.
    FirstView,
}

/// A page over a budget.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Heavy {
    /// What was weighed.
    pub load: Load,
    /// The path of the page's file.
    pub path: String,
    /// Bytes after gzip.
    pub weight: u64,
    /// Bytes allowed.
    pub limit: u64,
    /// The heaviest parts, heaviest first: the anchor of a section or the path of a file, and its bytes.
    pub parts: Vec<(String, u64)>,
}

/// How many parts a finding names.
const NAMED: usize = 3;

/// A bundle whose pages are weighed while they are made.
pub struct Weighed<'o, O> {
    inner: &'o O,
    budget: Budget,
    /// Places of files by path; empty where nothing is weighed.
    places: BTreeMap<&'o str, usize>,
    /// Weights of what pages load, by path. Each is found once; which thread finds it makes no difference.
    loaded: Mutex<BTreeMap<String, u64>>,
    heavy: Mutex<Vec<Heavy>>,
}

impl<'o, O: Outputs> Weighed<'o, O> {
    /// Puts `inner` on the scales.
    pub fn new(inner: &'o O, budget: Budget) -> Self {
        let files = if budget == Budget::default() { 0 } else { inner.len() };
        Self {
            inner,
            budget,
            places: (0..files).map(|at| (inner.path(at), at)).collect(),
            loaded: Mutex::default(),
            heavy: Mutex::default(),
        }
    }

    /// The pages that were found too heavy so far, in a fixed order.
    pub fn heavy(&self) -> Vec<Heavy> {
        let mut heavy = self.heavy.lock().map(|heavy| heavy.clone()).unwrap_or_default();
        heavy.sort();
        heavy.dedup();
        heavy
    }

    fn weigh(&self, path: &str, page: &[u8]) {
        let links = Links::of(path, page);
        let styles = self.all(&links.styles);
        let scripts = self.all(&links.scripts);
        let others = self.all(&links.others);
        let mut found = Vec::new();
        let mut put = |load, limit: Option<u64>, weight: u64, parts: Vec<(String, u64)>| {
            if let Some(limit) = limit.filter(|limit| weight > *limit) {
                found.push(Heavy { load, path: path.to_owned(), weight, limit, parts: heaviest(parts) });
            }
        };
        put(Load::Script, self.budget.script, total(&scripts), scripts.clone());
        let beside = [total(&styles), total(&styles) + total(&scripts) + total(&others)];
        // Parts are told apart only where there is something to tell: each is compressed alone.
        if let Some(html) = self.heavy_html(page, beside) {
            let mut parts = sections(page);
            parts.extend(styles.iter().cloned());
            put(Load::Page, self.budget.page, html + beside[0], parts.clone());
            parts.extend(scripts.iter().chain(&others).cloned());
            put(Load::FirstView, self.budget.first_view, html + beside[1], parts);
        }
        if let (false, Ok(mut heavy)) = (found.is_empty(), self.heavy.lock()) {
            heavy.append(&mut found);
        }
    }

    /// The weight of a page that is over a budget with what it loads; none of one that is not. Most are told light by
    /// their raw size, nearly all others by quick compression, which leaves more bytes than the usual one.
    fn heavy_html(&self, page: &[u8], beside: [u64; 2]) -> Option<u64> {
        let is_over = |html: u64| {
            let limits = [self.budget.page, self.budget.first_view];
            limits.into_iter().zip(beside).any(|(limit, beside)| limit.is_some_and(|limit| html + beside > limit))
        };
        if !is_over(page.len() as u64) || !is_over(compressed(page, Compression::fast())) {
            return None;
        }
        Some(gzip(page)).filter(|html| is_over(*html))
    }

    /// Weights of files by path; what is not of this site weighs nothing.
    fn all(&self, paths: &[String]) -> Vec<(String, u64)> {
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
        if let Ok(mut loaded) = self.loaded.lock() {
            loaded.insert(path.to_owned(), weight);
        }
        Some(weight)
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

    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        self.inner.make(at, out)?;
        if !self.places.is_empty() && self.inner.kind(at) == "html" {
            self.weigh(self.inner.path(at), out);
        }
        Ok(())
    }
}

fn total(parts: &[(String, u64)]) -> u64 {
    parts.iter().map(|(_, weight)| weight).sum()
}

fn heaviest(mut parts: Vec<(String, u64)>) -> Vec<(String, u64)> {
    parts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    parts.truncate(NAMED);
    parts
}

/// The bytes that a server sends of `bytes`.
fn gzip(bytes: &[u8]) -> u64 {
    compressed(bytes, Compression::default())
}

fn compressed(bytes: &[u8], effort: Compression) -> u64 {
    let mut counter = GzEncoder::new(Counter(0), effort);
    let written = counter.write_all(bytes).and_then(|()| counter.finish());
    written.map_or(bytes.len() as u64, |counter| counter.0)
}

/// Counts what is written and keeps nothing.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What a page loads by itself, as paths of the site.
#[derive(Debug, Default, PartialEq, Eq)]
struct Links {
    styles: Vec<String>,
    scripts: Vec<String>,
    /// Fonts that are loaded early, and pictures that do not wait to be seen.
    others: Vec<String>,
}

impl Links {
    fn of(path: &str, page: &[u8]) -> Self {
        let mut links = Self::default();
        // Templates make text.
        let text = std::str::from_utf8(page).unwrap_or_default();
        for (at, _) in text.match_indices('<') {
            let rest = &text[at + 1..];
            // Most tags are told by their first letter.
            if !rest.starts_with(['l', 's', 'i']) {
                continue;
            }
            let tag = rest.split('>').next().unwrap_or_default();
            let (list, attribute) = if tag.starts_with("link ") && tag.contains("\"stylesheet\"") {
                (&mut links.styles, "href")
            } else if tag.starts_with("link ") && tag.contains("\"preload\"") {
                (&mut links.others, "href")
            } else if tag.starts_with("script ") {
                (&mut links.scripts, "src")
            } else if tag.starts_with("img ") && !tag.contains("\"lazy\"") {
                (&mut links.others, "src")
            } else {
                continue;
            };
            if let Some(target) = value(tag, attribute).and_then(|href| locate(path, href)) {
                list.push(target);
            }
        }
        links
    }
}

fn value<'t>(tag: &'t str, attribute: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split('"').next()
}

/// The path that a relative address of a page leads to; none for another server.
fn locate(page: &str, href: &str) -> Option<String> {
    if href.contains("://") || href.starts_with('/') {
        return None;
    }
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in href.split(['?', '#']).next()?.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    Some(percent_decode_str(&folders.join("/")).decode_utf8().ok()?.into_owned())
}

/// The parts of a page by their anchors, each compressed alone.
fn sections(page: &[u8]) -> Vec<(String, u64)> {
    let text = String::from_utf8_lossy(page);
    let starts: Vec<usize> = text.match_indices("<section").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.find("<footer").unwrap_or(text.len())]);
    let piece = |(start, end): (&usize, usize)| {
        let piece = text.get(*start..end.max(*start))?;
        let tag = piece.split('>').next()?;
        let name = value(tag, "id").or_else(|| value(tag, "class"))?;
        Some((format!("#{name}"), gzip(piece.as_bytes())))
    };
    starts.iter().zip(ends).filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::{Budget, Links, Load, Weighed, locate, sections};
    use crate::publish::Outputs;
    use crate::render::RenderProblem;
    use std::path::Path;

    struct Site(Vec<(&'static str, &'static str, String)>);

    impl Outputs for Site {
        fn len(&self) -> usize {
            self.0.len()
        }
        fn path(&self, at: usize) -> &str {
            self.0[at].0
        }
        fn kind(&self, at: usize) -> &'static str {
            self.0[at].1
        }
        fn copied_from(&self, _: usize) -> Option<&Path> {
            None
        }
        fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
            out.clear();
            out.extend_from_slice(self.0[at].2.as_bytes());
            Ok(())
        }
    }

    /// Text that gzip makes hardly smaller.
    fn noise(bytes: usize) -> String {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + (state >> 24) as u8 % 26)
        };
        (0..bytes).map(|_| next()).collect()
    }

    fn weighed(budget: Budget) -> Vec<(Load, String, Vec<String>)> {
        let head = "<link rel=\"stylesheet\" href=\"../assets/a.css\"><script src=\"../assets/a.js\" defer></script>";
        let heavy = format!("{head}<section id=\"small\">x</section><section id=\"large\">{}</section>", noise(4000));
        let site = Site(vec![
            ("assets/a.css", "assets", noise(300)),
            ("assets/a.js", "assets", noise(900)),
            ("berat/index.html", "html", heavy),
            ("ringan/index.html", "html", head.to_owned()),
            ("ulang/index.html", "html", format!("{head}{}", "kata yang sama ".repeat(1000))),
        ]);
        let weighed = Weighed::new(&site, budget);
        let mut page = Vec::new();
        for at in 0..site.len() {
            weighed.make(at, &mut page).expect("made");
        }
        let name =
            |heavy: super::Heavy| (heavy.load, heavy.path, heavy.parts.into_iter().map(|(name, _)| name).collect());
        weighed.heavy().into_iter().map(name).collect()
    }

    #[test]
    fn only_what_is_heavy_after_compression_is_told_with_its_heaviest_parts() {
        let page = weighed(Budget { page: Some(2000), ..Budget::default() });
        let parts = ["#large", "assets/a.css", "#small"].map(str::to_owned).to_vec();
        assert_eq!(page, [(Load::Page, "berat/index.html".to_owned(), parts)]);
        let view = weighed(Budget { first_view: Some(3000), ..Budget::default() });
        assert_eq!(view.len(), 1);
        assert_eq!(view[0].2[..2], ["#large", "assets/a.js"]);
        assert_eq!(weighed(Budget { page: Some(9000), first_view: Some(9000), script: Some(900) }), []);
        assert_eq!(weighed(Budget { script: Some(100), ..Budget::default() }).len(), 3);
        assert_eq!(weighed(Budget::default()), []);
    }

    #[test]
    fn a_page_loads_what_it_names_and_no_picture_that_waits() {
        let page = "<link rel=\"preload\" href=\"../a%20b.woff2\" as=\"font\"><link rel=\"canonical\" href=\"https://x/\">\
                    <img src=\"x.jpg\" alt=\"\"><img loading=\"lazy\" src=\"y.jpg\"><script type=\"application/ld+json\">{}</script>";
        let links = Links::of("w/index.html", page.as_bytes());
        assert_eq!(links.others, ["a b.woff2", "w/x.jpg"]);
        assert!(links.styles.is_empty() && links.scripts.is_empty());
        assert_eq!(locate("index.html", "https://lain.example/a.css"), None);
    }

    #[test]
    fn sections_are_named_by_their_anchor() {
        let names: Vec<String> = sections(b"<section class=\"lead\">a</section><section id=\"b\">c</section><footer>")
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["#lead", "#b"]);
    }
}
