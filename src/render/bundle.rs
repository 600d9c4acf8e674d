//! The site as a value: paths, and how the bytes of each are made.

use super::contents::{ASSETS, Contents, SEARCH, search_files};
use super::make::Make;
use super::outputs::{alias, calendar, catalogue, csvw, data_csv, data_json, data_package, dictionary};
use super::outputs::{feed, headers, html, robots, search, sitemap, web_manifest, workbook};
use super::whole::Whole;
use super::{Shows, Theme};
use crate::plan::outputs::Outputs;
use crate::plan::{PageKind, PlannedPage, SitePlan};
use crate::read::{RawFile, ThemeFiles};
use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;

/// Why a page could not be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderProblem {
    /// The path of the page.
    pub path: String,
    /// The template and its line, where known, and what went wrong.
    pub reason: String,
    /// It is a picture that cannot be decoded, not a template that fails.
    pub in_picture: bool,
}

/// The site as a map from path to how its bytes are made. Paths are unique and sorted.
pub struct Bundle<'p> {
    plan: &'p SitePlan<'p>,
    theme: &'p Theme,
    files: &'p ThemeFiles,
    raw: &'p [RawFile],
    outputs: Outputs<'p>,
    whole: Whole,
    contents: Contents,
    /// Files that are found by their path and not counted: those of the search in a site that is only looked at.
    unlisted: OnceLock<Vec<(String, Make)>>,
}

impl<'p> Bundle<'p> {
    /// The words of [`Bundle::kind`], in the order of a summary.
    pub const KINDS: [&'static str; 10] =
        ["html", "data", "catalogue", "feed", "calendar", "sitemap", "search", "share", "assets", "media"];

    /// Gathers every output of the site.
    pub fn new(plan: &'p SitePlan<'p>, theme: &'p Theme, files: &'p ThemeFiles, raw: &'p [RawFile]) -> Self {
        let outputs = Outputs::new(plan);
        let contents = Contents::new(plan, &outputs, (files, raw), true);
        let unlisted = OnceLock::from(Vec::new());
        Self { plan, theme, files, raw, outputs, whole: Whole::new(plan), contents, unlisted }
    }

    /// The outputs of a site that is looked at: the files of the search are there, but nobody counts them before someone
    /// searches, for all words of the site have to be read for it. `known` are the contents of the same site before words or
    /// numbers of it were other.
    pub(crate) fn live(
        plan: &'p SitePlan<'p>,
        theme: &'p Theme,
        files: &'p ThemeFiles,
        raw: &'p [RawFile],
        known: Option<Contents>,
    ) -> Self {
        let outputs = Outputs::new(plan);
        let gather = || Contents::new(plan, &outputs, (files, raw), false);
        let contents = known.unwrap_or_else(gather);
        let unlisted = OnceLock::new();
        Self { plan, theme, files, raw, outputs, whole: Whole::new(plan), contents, unlisted }
    }

    /// The outputs of a site that is checked: as one that is looked at, and the files of the whole data set are not made
    /// for their sizes, which are guessed.
    pub(crate) fn tried(plan: &'p SitePlan<'p>, theme: &'p Theme, files: &'p ThemeFiles, raw: &'p [RawFile]) -> Self {
        let live = Self::live(plan, theme, files, raw, None);
        let paths = live.contents.files.iter().filter(|(_, make)| make.is_whole(plan)).map(|(path, _)| path.clone());
        Self { whole: Whole::guessed(paths), ..live }
    }

    /// What stays of the bundle when words or numbers are other.
    pub(crate) fn into_contents(self) -> Contents {
        self.contents
    }

    fn file(&self, at: usize) -> &(String, Make) {
        let listed = &self.contents.files;
        listed.get(at).unwrap_or_else(|| &self.unlisted()[at - listed.len()])
    }

    fn unlisted(&self) -> &[(String, Make)] {
        self.unlisted.get_or_init(|| search_files(&self.outputs))
    }

    /// How many files there are, those apart that are found by their path alone.
    pub fn len(&self) -> usize {
        self.contents.files.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.contents.files.is_empty()
    }

    /// The path of file `at`, relative to the output folder, with `/`.
    pub fn path(&self, at: usize) -> &str {
        &self.file(at).0
    }

    /// The place of the file at `path`.
    pub fn find(&self, path: &str) -> Option<usize> {
        let find = |files: &[(String, Make)]| files.binary_search_by(|(other, _)| other.as_str().cmp(path)).ok();
        let listed = &self.contents.files;
        find(listed).or_else(|| {
            let unlisted = path.starts_with(SEARCH).then(|| self.unlisted())?;
            find(unlisted).map(|at| listed.len() + at)
        })
    }

    /// The page that file `at` holds; none for what is no page.
    pub fn page(&self, at: usize) -> Option<&'p PlannedPage> {
        match self.file(at).1 {
            Make::Page(page) => self.plan.pages().get(page),
            _ => None,
        }
    }

    /// The output kind of file `at`: `html`, `data`, `catalogue`, `feed`, `calendar`, `sitemap`, `search`, `share`, `assets`, `media`.
    pub fn kind(&self, at: usize) -> &'static str {
        self.file(at).1.kind()
    }

    /// A file that is copied as it is: where it comes from. None for made files.
    pub fn copied_from(&self, at: usize) -> Option<&Path> {
        match self.file(at).1 {
            Make::Copy(from) => self.raw.get(from).map(|file| file.from.as_path()),
            _ => None,
        }
    }

    /// Whether the path of file `at` names all that it is made of, so that a file of that name need not be made again.
    pub fn is_named_by_content(&self, at: usize) -> bool {
        matches!(self.file(at).1, Make::Picture { .. })
    }

    /// Files of the site itself whose path belongs to something that is made.
    pub fn lost(&self) -> &[String] {
        &self.contents.lost
    }

    /// How many of them are pages.
    pub fn pages(&self) -> usize {
        self.contents.files.iter().filter(|(_, make)| make.kind() == "html").count()
    }

    /// Whether file `at` is one of the whole data set: long, and nothing in it could fail.
    pub fn is_whole(&self, at: usize) -> bool {
        self.file(at).1.is_whole(self.plan)
    }

    /// Whose words file `at` shows.
    pub fn shows(&self, at: usize) -> Shows {
        self.file(at).1.shows(self.plan)
    }

    /// The path of the site on its server: `/magang/`.
    pub fn base_path(&self) -> String {
        self.plan.base_path()
    }

    /// Makes the bytes of file `at` into `out`, which is emptied first. A copied file has none here.
    ///
    /// # Errors
    /// A template that fails on this page.
    pub fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        out.clear();
        let (path, make) = self.file(at);
        self.write(path, make, out).map_err(|reason| match make {
            Make::Picture { original, .. } => {
                RenderProblem { path: self.contents.pictures.place(*original), reason, in_picture: true }
            }
            _ => RenderProblem { path: path.clone(), reason, in_picture: false },
        })
    }

    fn write(&self, path: &str, make: &Make, out: &mut Vec<u8>) -> Result<(), String> {
        let pages = self.plan.pages();
        let written = match make {
            Make::Page(page) => {
                let page = &pages[*page];
                let view = match page.kind {
                    PageKind::Data => self.plan.data_view(page, self.whole.sizes(self.plan, &self.outputs)?),
                    _ => self.plan.view(page),
                };
                let template = page.kind.template();
                return html::write(self.theme, template, &view, out).or_else(|_| {
                    out.clear();
                    html::write(self.theme, template, &self.plan.whole_view(page), out)
                });
            }
            Make::Alias { target, lang } => {
                let canonical = self.outputs.file_url(target);
                alias::write(path, target, &canonical, lang.as_str(), out)
            }
            Make::Csv(page) => match self.outputs.sheet(&pages[*page]) {
                Some(set) => data_csv::write(&set.columns, set.rows(), out),
                None => Ok(()),
            },
            Make::Table(page, kind) => {
                let set = self.outputs.table(&pages[*page], *kind);
                data_csv::write(&set.columns, set.rows(), out)
            }
            Make::Json(page) => self.outputs.data(&pages[*page]).map_or(Ok(()), |set| data_json::write(&set, out)),
            Make::Workbook(page) => {
                let value = self.outputs.workbook(&pages[*page]);
                return value.map_or(Ok(()), |value| workbook::write(&value).map(|bytes| *out = bytes));
            }
            Make::WholeWorkbook(page) => out.write_all(self.whole.workbook(self.plan, &self.outputs, *page)?),
            Make::Package(page) => data_package::write(&self.outputs.package(&pages[*page]), out),
            Make::TablesOnTheWeb(page) => csvw::write(&self.outputs.package(&pages[*page]), out),
            Make::Dictionary(page) => dictionary::write(&self.outputs.package(&pages[*page]), out),
            Make::Archive => out.write_all(&self.whole.archive(&self.outputs)?.bytes),
            Make::Catalogue => {
                let sizes = self.whole.sizes(self.plan, &self.outputs)?;
                catalogue::write(&self.outputs.catalogue(sizes), out)
            }
            Make::Feed(page) => self.outputs.feed(&pages[*page]).map_or(Ok(()), |value| feed::write(&value, out)),
            Make::Calendar(page) => {
                self.outputs.calendar(&pages[*page]).map_or(Ok(()), |value| calendar::write(&value, out))
            }
            Make::Sitemap { first, last } => {
                let entries =
                    self.contents.mapped[*first..*last].iter().map(|at| self.outputs.sitemap_entry(&pages[*at]));
                sitemap::write(entries, out)
            }
            Make::SitemapIndex(parts) => {
                sitemap::write_index(parts.iter().map(|part| self.outputs.file_url(part)), out)
            }
            Make::Robots { sitemap } => {
                let url = sitemap.then(|| self.outputs.file_url("sitemap.xml"));
                robots::write(url.as_deref(), out)
            }
            Make::Headers => headers::write(out),
            Make::Share(page) => match self.theme.press() {
                Some(press) => press.write(&self.outputs.share_card(&pages[*page]), out),
                None => Ok(()),
            },
            Make::Manifest(lang) => {
                web_manifest::write(&self.outputs.web_manifest(lang), self.theme.brand(), self.theme.icons(), out)
            }
            Make::Search { index, part } => search::write(self.outputs.search()[*index], *part, &mut *out),
            Make::Asset => {
                let name = path.strip_prefix(ASSETS).unwrap_or_default();
                self.files.assets.get(name).map_or(Ok(()), |bytes| out.write_all(bytes))
            }
            Make::Picture { original, width } => {
                return self.contents.pictures.file(*original, *width).map(|file| *out = file);
            }
            Make::Copy(_) => Ok(()),
        };
        written.map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Bundle;
    use crate::diag::Report;
    use crate::plan::PageKind;
    use crate::plan::outputs::with_sample_plan;
    use crate::read::{RawFile, ThemeFiles};
    use crate::render::Theme;

    fn theme() -> ThemeFiles {
        let templates = PageKind::ALL.map(|kind| (format!("{}.html", kind.template()), "x".to_owned())).into();
        let assets = [("style.css", "a"), ("own.css", "b")].map(|(path, text)| (path.to_owned(), text.into())).into();
        ThemeFiles { name: "coba".to_owned(), templates, assets, ..ThemeFiles::default() }
    }

    fn with_bundle(test: impl FnOnce(&Bundle<'_>)) {
        let files = theme();
        let theme = Theme::compile(&files, &mut Report::new()).expect("a theme");
        let raw = ["_headers", "assets/own.css", "media/a.jpg", "robots.txt"].map(raw_file);
        with_sample_plan(|plan| test(&Bundle::new(plan, &theme, &files, &raw)));
    }

    fn raw_file(address: &str) -> RawFile {
        RawFile { address: address.to_owned(), from: address.into(), ..RawFile::default() }
    }

    #[test]
    fn paths_are_sorted_unique_and_below_the_output() {
        with_bundle(|bundle| {
            let paths: Vec<&str> = (0..bundle.len()).map(|at| bundle.path(at)).collect();
            assert!(paths.is_sorted_by(|one, other| one < other), "{paths:?}");
            assert!(paths.iter().all(|path| !path.starts_with('/') && !path.ends_with('/') && !path.contains("//")));
            assert!(["assets/style.css", "sitemap.xml"].iter().all(|path| paths.contains(path)), "{paths:?}");
        });
    }

    #[test]
    fn files_of_the_site_win_over_the_theme() {
        with_bundle(|bundle| {
            let at = |path: &str| (0..bundle.len()).find(|at| bundle.path(*at) == path).expect(path);
            assert_eq!(bundle.find("media/a.jpg"), None, "nothing public shows it");
            for path in ["_headers", "assets/own.css", "robots.txt"] {
                assert_eq!(bundle.copied_from(at(path)), Some(std::path::Path::new(path)));
                assert_eq!(bundle.kind(at(path)), "media");
            }
            assert_eq!(bundle.kind(at("assets/style.css")), "assets");
        });
    }

    #[test]
    fn nothing_that_is_made_of_the_content_gives_way_to_a_file_of_the_site() {
        let files = theme();
        let theme = Theme::compile(&files, &mut Report::new()).expect("a theme");
        with_sample_plan(|plan| {
            let made = Bundle::new(plan, &theme, &files, &[]);
            let is_replaceable = |path: &str| path.starts_with("assets/") || ["robots.txt", "_headers"].contains(&path);
            let paths: Vec<&str> =
                (0..made.len()).map(|at| made.path(at)).filter(|path| !is_replaceable(path)).collect();
            assert!(paths.contains(&"data/data.zip") && paths.contains(&"search/id/index.json"), "{paths:?}");
            let raw: Vec<RawFile> = paths.iter().map(|path| raw_file(path)).collect();
            assert_eq!(Bundle::new(plan, &theme, &files, &raw).lost(), paths);
            // The search is not made for a check, which finds the same.
            assert_eq!(Bundle::tried(plan, &theme, &files, &raw).lost(), paths);
        });
    }

    #[test]
    fn a_site_that_is_looked_at_finds_the_same_files_before_and_after_its_words_are_other() {
        let files = theme();
        let theme = Theme::compile(&files, &mut Report::new()).expect("a theme");
        with_sample_plan(|plan| {
            let whole = Bundle::new(plan, &theme, &files, &[]);
            let same = |live: &Bundle<'_>| {
                for at in 0..whole.len() {
                    let found = live.find(whole.path(at)).expect("found");
                    let (mut one, mut other) = (Vec::new(), Vec::new());
                    whole.make(at, &mut one).expect("made");
                    live.make(found, &mut other).expect("made");
                    assert_eq!((one, whole.kind(at)), (other, live.kind(found)), "{}", whole.path(at));
                }
                assert_eq!(live.find("search/none.json"), None);
            };
            let live = Bundle::live(plan, &theme, &files, &[], None);
            let searched = (0..whole.len()).filter(|at| whole.kind(*at) == "search").count();
            assert!(searched > 4 && live.len() == whole.len() - searched, "nobody searched yet");
            same(&live);
            same(&Bundle::live(plan, &theme, &files, &[], Some(live.into_contents())));
        });
    }

    #[test]
    fn a_file_is_the_same_bytes_whatever_was_made_before() {
        with_bundle(|bundle| {
            let mut shared = b"left over".to_vec();
            for at in (0..bundle.len()).rev().chain(0..bundle.len()) {
                let mut own = Vec::new();
                bundle.make(at, &mut own).expect("made");
                bundle.make(at, &mut shared).expect("made");
                assert_eq!(own, shared, "{}", bundle.path(at));
                assert!(Bundle::KINDS.contains(&bundle.kind(at)));
            }
        });
    }
}
