//! The site as a value: paths, and how the bytes of each are made.

use super::contents::contents;
use super::make::Make;
use super::outputs::web_manifest::{self, Icon};
use super::outputs::{alias, calendar, catalogue, csvw, data_csv, data_json, data_package, dictionary};
use super::outputs::{feed, headers, html, robots, search, sitemap, workbook};
use super::pictures::Pictures;
use super::whole::Whole;
use super::{Shows, Theme};
use crate::plan::outputs::Outputs;
use crate::plan::{PageKind, PlannedPage, SitePlan};
use crate::read::{RawFile, ThemeFiles};
use std::io::Write;
use std::path::Path;

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
    outputs: Outputs<'p>,
    whole: Whole,
    pictures: Pictures<'p>,
    mapped: Vec<usize>,
    icons: Vec<Icon>,
    files: Vec<(String, Make<'p>)>,
}

impl<'p> Bundle<'p> {
    /// The words of [`Bundle::kind`], in the order of a summary.
    pub const KINDS: [&'static str; 10] =
        ["html", "data", "catalogue", "feed", "calendar", "sitemap", "search", "share", "assets", "media"];

    /// Gathers every output of the site.
    pub fn new(plan: &'p SitePlan<'p>, theme: &'p Theme, files: &'p ThemeFiles, raw: &'p [RawFile]) -> Self {
        let outputs = Outputs::new(plan);
        let icons: Vec<Icon> = files.assets.keys().filter_map(|path| Icon::of(path)).collect();
        let mapped = outputs.mapped();
        let (files, pictures) = contents(plan, &outputs, (files, raw), mapped.len(), !icons.is_empty());
        Self { plan, theme, outputs, whole: Whole::new(plan), pictures, mapped, icons, files }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The path of file `at`, relative to the output folder, with `/`.
    pub fn path(&self, at: usize) -> &str {
        &self.files[at].0
    }

    /// The place of the file at `path`.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|(other, _)| other.as_str().cmp(path)).ok()
    }

    /// The page that file `at` holds; none for what is no page.
    pub fn page(&self, at: usize) -> Option<&'p PlannedPage> {
        match self.files[at].1 {
            Make::Page(page) => self.plan.pages().get(page),
            _ => None,
        }
    }

    /// The output kind of file `at`: `html`, `data`, `catalogue`, `feed`, `calendar`, `sitemap`, `search`, `share`, `assets`, `media`.
    pub fn kind(&self, at: usize) -> &'static str {
        self.files[at].1.kind()
    }

    /// A file that is copied as it is: where it comes from. None for made files.
    pub fn copied_from(&self, at: usize) -> Option<&Path> {
        match self.files[at].1 {
            Make::Copy(from) => Some(from),
            _ => None,
        }
    }

    /// Whether the path of file `at` names all that it is made of, so that a file of that name need not be made again.
    pub fn is_named_by_content(&self, at: usize) -> bool {
        matches!(self.files[at].1, Make::Picture { .. })
    }

    /// Whose words file `at` shows.
    pub fn shows(&self, at: usize) -> Shows {
        self.files[at].1.shows(self.plan)
    }

    /// Makes the bytes of file `at` into `out`, which is emptied first. A copied file has none here.
    ///
    /// # Errors
    /// A template that fails on this page.
    pub fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        out.clear();
        let (path, make) = &self.files[at];
        self.write(path, make, out).map_err(|reason| RenderProblem {
            path: path.clone(),
            reason,
            in_picture: matches!(make, Make::Picture { .. }),
        })
    }

    fn write(&self, path: &str, make: &Make<'p>, out: &mut Vec<u8>) -> Result<(), String> {
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
                let entries = self.mapped[*first..*last].iter().map(|at| self.outputs.sitemap_entry(&pages[*at]));
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
                web_manifest::write(&self.outputs.web_manifest(lang), self.theme.brand(), &self.icons, out)
            }
            Make::Search { index, part } => search::write(&self.outputs.search()[*index], *part, &mut *out),
            Make::Asset(bytes) => {
                out.extend_from_slice(bytes);
                Ok(())
            }
            Make::Picture { original, width } => {
                return self.pictures.file(*original, *width).map(|file| *out = file);
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
        let raw = ["assets/own.css", "media/a.jpg", "robots.txt"].map(|address| RawFile {
            address: address.to_owned(),
            from: address.into(),
            ..RawFile::default()
        });
        with_sample_plan(|plan| test(&Bundle::new(plan, &theme, &files, &raw)));
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
            for path in ["assets/own.css", "robots.txt"] {
                assert_eq!(bundle.copied_from(at(path)), Some(std::path::Path::new(path)));
                assert_eq!(bundle.kind(at(path)), "media");
            }
            assert_eq!(bundle.kind(at("assets/style.css")), "assets");
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
