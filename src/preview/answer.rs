//! The response to a request for an address of the site.

use super::address::{Address, file, understand};
use super::edit_link::edit_link;
use super::findings::text;
use super::marks::{Marks, fingerprint, mark, own_page};
use super::nearest::nearest;
use super::stage::{Current, Moment};
use super::standing::Standing;
use super::words;
use crate::diag::{Places, Span};
use crate::pipeline::unrendered;
use crate::plan::Place;
use crate::read::raw_bytes;
use std::path::{Path, PathBuf};

/// A response.
#[derive(Debug, Default)]
pub(in crate::preview) struct Answer {
    /// The status.
    pub(in crate::preview) status: u16,
    /// The media type.
    pub(in crate::preview) media: String,
    /// The bytes.
    pub(in crate::preview) body: Vec<u8>,
    /// Where to go instead.
    pub(in crate::preview) location: Option<String>,
    /// What the page itself comes to, without its bar.
    pub(in crate::preview) page: Option<String>,
}

impl Answer {
    /// A line of plain text.
    pub(in crate::preview) fn plain(status: u16) -> Self {
        Self::new(status, "text/plain; charset=utf-8", words::refused(status).as_bytes().to_vec())
    }

    /// A response of that kind.
    pub(in crate::preview) fn new(status: u16, media: &str, body: Vec<u8>) -> Self {
        Self { status, media: media.to_owned(), body, ..Self::default() }
    }

    fn to(location: String) -> Self {
        Self { location: Some(location), ..Self::new(302, "text/plain; charset=utf-8", Vec::new()) }
    }
}

/// Answers a request for `target` at this `moment`.
pub(in crate::preview) fn answer(target: &str, moment: Moment, root: &Path) -> Answer {
    let Some(current) = moment.current.clone() else {
        return no_site(&moment);
    };
    match understand(target, &current.base) {
        Address::Broken => Answer::plain(400),
        Address::Elsewhere(there) => Answer::to(there),
        Address::Inside(path) => {
            let page = Asked { path, marks: marks(&moment), root: root.to_owned(), current: current.clone() };
            current.questions.ask(move |site| page.answer(site)).unwrap_or_else(|| Answer::plain(500))
        }
    }
}

fn marks(moment: &Moment) -> Marks {
    Marks {
        lang: moment.found.lang.clone(),
        pages: moment.prints.pages.clone(),
        styles: moment.prints.styles.clone(),
        ..Marks::default()
    }
}

/// Before the first good site there is only what was found.
fn no_site(moment: &Moment) -> Answer {
    let (lang, title) = (moment.found.lang.as_str(), words::no_site());
    let page = own_page(lang, title.get(lang), &moment.found.text, &marks(moment));
    Answer::new(503, HTML, page)
}

const HTML: &str = "text/html; charset=utf-8";

/// A request for a path below the site's root.
struct Asked {
    path: String,
    marks: Marks,
    root: PathBuf,
    current: Current,
}

impl Asked {
    fn answer(mut self, site: &Standing<'_>) -> Answer {
        match file(&self.path, |path| site.bundle.find(path).is_some()) {
            Some((_, true)) => {
                let last = self.path.rsplit('/').next().unwrap_or_default();
                Answer::to(format!("{}/", crate::route::encode(last)))
            }
            Some((file, false)) => self.made(site, &file, 200),
            None => {
                let near = nearest(site.bundle, &self.path);
                let base = &self.current.base;
                self.marks.nearest = Some(near.into_iter().map(|path| format!("{base}{path}")).collect());
                match not_found(site, &self.path) {
                    Some(file) => self.made(site, &file, 404),
                    None => Answer::new(404, HTML, own_page(&self.marks.lang, "404", "", &self.marks)),
                }
            }
        }
    }

    /// The file of the site, with its marks if it is a page.
    fn made(mut self, site: &Standing<'_>, file: &str, status: u16) -> Answer {
        let Some(at) = site.bundle.find(file) else { return Answer::plain(404) };
        if let Some(from) = site.bundle.copied_from(at) {
            return match raw_bytes(from) {
                Ok(bytes) => Answer::new(status, &media(file), bytes),
                Err(_) => Answer::plain(404),
            };
        }
        let mut body = Vec::new();
        if let Err(problem) = site.bundle.make(at, &mut body) {
            let (lang, title) = (self.marks.lang.as_str(), words::no_page());
            let said = text(&unrendered(problem), site.sources, lang);
            return Answer::new(500, HTML, own_page(lang, title.get(lang), &said, &self.marks));
        }
        if site.bundle.kind(at) != "html" {
            return Answer::new(status, &media(file), body);
        }
        if let Some(origin) = site.bundle.page(at).and_then(|page| site.plan.origin(page)) {
            self.marks.draft = origin.draft;
            self.marks.source = Some(self.source(site, origin.place));
        }
        let marked = mark(&body, &self.marks);
        Answer { page: Some(fingerprint(&body)), ..Answer::new(status, HTML, marked) }
    }

    /// `content/cohorts/2024.yaml:3` and the link that opens it.
    fn source(&self, site: &Standing<'_>, place: Place) -> (String, String) {
        let (file, line) = match place {
            Place::File(file) => (file, 1),
            Place::Record(span) => (span.file, line(site.text(span.file), span)),
        };
        let path = site.sources.path(file);
        let link = edit_link(self.current.edit_link.as_deref(), &self.root, path, line, 1);
        (format!("{path}:{line}"), link)
    }
}

fn line(text: &str, span: Span) -> usize {
    let before = text.as_bytes().get(..span.start as usize).unwrap_or_default();
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The site's own page for what is not there, in the language of the address.
fn not_found(site: &Standing<'_>, path: &str) -> Option<String> {
    let of_language = path.split_once('/').map(|(first, _)| format!("{first}/404.html"));
    of_language.into_iter().chain(["404.html".to_owned()]).find(|file| site.bundle.find(file).is_some())
}

/// The media type of a file by its name, as servers have it.
fn media(file: &str) -> String {
    let named = match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("ics") => "text/calendar",
        Some("jsonld") => "application/ld+json",
        Some("webmanifest") => "application/manifest+json",
        _ => mime_guess::from_path(file).first_raw().unwrap_or("application/octet-stream"),
    };
    let is_text = named.starts_with("text/")
        || named.ends_with("xml")
        || named.ends_with("json")
        || named.ends_with("javascript");
    if is_text { format!("{named}; charset=utf-8") } else { named.to_owned() }
}
