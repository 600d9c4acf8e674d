//! The site as a value: paths, and how the bytes of each are made.

use super::files::Files;
use super::outputs::web_manifest::{self, Icon};
use super::outputs::{alias, calendar, catalogue, csvw, data_csv, data_json, data_package, dictionary};
use super::outputs::{feed, headers, html, robots, search, sitemap, workbook};
use super::pictures::Pictures;
use super::whole::Whole;
use super::{Shows, Theme};
use crate::plan::outputs::{Outputs, SearchPart};
use crate::plan::{PageKind, PlannedPage, SitePlan};
use crate::read::{RawFile, ThemeFiles};
use crate::route;
use crate::value::{Kind, Lang, PictureForm};
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

/// How the bytes of a file are made. Pages are named by their place in the plan.
#[derive(Clone, Debug)]
enum Make<'p> {
    Page(usize),
    Alias { target: String, lang: Lang },
    Csv(usize),
    Table(usize, Kind),
    Json(usize),
    Workbook(usize),
    WholeWorkbook(usize),
    Package(usize),
    TablesOnTheWeb(usize),
    Dictionary(usize),
    Archive,
    Catalogue,
    Feed(usize),
    Calendar(usize),
    Sitemap { first: usize, last: usize },
    SitemapIndex(Vec<String>),
    Robots { sitemap: bool },
    Headers,
    Manifest(Lang),
    Share(usize),
    Search { index: usize, part: SearchPart },
    Asset(&'p [u8]),
    Picture { original: usize, width: u32 },
    Copy(&'p Path),
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
    ///
    /// Where two want one path, pages win over what stands beside them, and the site's own files over the theme's
    /// and over `robots.txt`.
    pub fn new(plan: &'p SitePlan<'p>, theme: &'p Theme, files: &'p ThemeFiles, raw: &'p [RawFile]) -> Self {
        let outputs = Outputs::new(plan);
        let mut all = Files::new(plan.pages().len());
        add_pages(plan, &mut all);
        for (at, page) in plan.pages().iter().enumerate() {
            if page.path.is_empty() || page.path.ends_with('/') {
                add_beside(plan, at, &mut all);
            }
        }
        let mut pictures = Pictures::default();
        for file in raw {
            add_raw(plan, file, &mut pictures, &mut all);
        }
        let icons: Vec<Icon> = files.assets.keys().filter_map(|path| Icon::of(path)).collect();
        if plan.has_output("html") {
            if !icons.is_empty() {
                add_manifests(plan, &mut all);
            }
            for (path, bytes) in &files.assets {
                all.add(format!("assets/{path}"), Make::Asset(bytes));
            }
        }
        add_search(&outputs, &mut all);
        let mapped = outputs.mapped();
        add_sitemap(plan, mapped.len(), &mut all);
        add_whole(plan, &mut all);
        Self { plan, theme, outputs, whole: Whole::new(plan), pictures, mapped, icons, files: all.sorted() }
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
        match self.files[at].1 {
            Make::Page(_) | Make::Alias { .. } => "html",
            Make::Csv(_) | Make::Table(..) | Make::Json(_) | Make::Workbook(_) | Make::WholeWorkbook(_) => "data",
            Make::Package(_) | Make::TablesOnTheWeb(_) | Make::Dictionary(_) | Make::Archive => "data",
            Make::Catalogue => "catalogue",
            Make::Feed(_) => "feed",
            Make::Calendar(_) => "calendar",
            Make::Sitemap { .. } | Make::SitemapIndex(_) | Make::Robots { .. } => "sitemap",
            Make::Search { .. } => "search",
            Make::Share(_) => "share",
            Make::Headers | Make::Asset(_) | Make::Manifest(_) => "assets",
            Make::Picture { .. } | Make::Copy(_) => "media",
        }
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
        match self.files[at].1 {
            Make::Page(page) => self.plan.telling_of(&self.plan.pages()[page]).map_or(Shows::NoWords, Shows::Words),
            Make::Search { .. } => Shows::AllWords,
            Make::Alias { .. } | Make::Csv(_) | Make::Table(..) | Make::Json(_) | Make::Workbook(_) => Shows::NoWords,
            Make::WholeWorkbook(_) | Make::Package(_) | Make::TablesOnTheWeb(_) | Make::Dictionary(_) => Shows::NoWords,
            Make::Archive | Make::Catalogue | Make::Feed(_) | Make::Calendar(_) | Make::Share(_) => Shows::NoWords,
            Make::Sitemap { .. } | Make::SitemapIndex(_) | Make::Robots { .. } | Make::Headers => Shows::NoWords,
            Make::Manifest(_) | Make::Asset(_) | Make::Picture { .. } | Make::Copy(_) => Shows::NoWords,
        }
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

fn add_pages(plan: &SitePlan<'_>, all: &mut Files<Make<'_>>) {
    if !plan.has_output("html") {
        return;
    }
    for (at, page) in plan.pages().iter().enumerate() {
        all.add(route::file_of(&page.path), Make::Page(at));
    }
    for (alias, target, lang) in plan.aliases() {
        all.add(alias_file(&alias), Make::Alias { target, lang });
    }
}

/// The file at an old address: people write `/lama`, `lama/` and `lama.html`.
fn alias_file(alias: &str) -> String {
    let path = alias.trim_start_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    if last.is_empty() || last.contains('.') { route::file_of(path) } else { format!("{path}/index.html") }
}

/// A file of `static/` is copied. One of `media/` is copied if it is a document that something public links to; a
/// picture becomes files of several widths, and the original stays at home.
fn add_raw<'p>(plan: &'p SitePlan<'p>, file: &'p RawFile, pictures: &mut Pictures<'p>, all: &mut Files<Make<'p>>) {
    let Some(path) = file.address.strip_prefix("media/") else {
        all.add(file.address.clone(), Make::Copy(&file.from));
        return;
    };
    match plan.media().get(path) {
        None => {}
        Some(Some(picture)) if picture.form != PictureForm::Vector => {
            let original = pictures.add(&file.from, picture);
            for width in picture.widths() {
                let make = Make::Picture { original, width };
                all.add(picture.file(path, width), make);
            }
        }
        Some(_) => all.add(file.address.clone(), Make::Copy(&file.from)),
    }
}

fn add_beside(plan: &SitePlan<'_>, at: usize, all: &mut Files<Make<'_>>) {
    let page = &plan.pages()[at];
    let mut add = |file: &str, make| {
        all.add(format!("{}{file}", page.path), make);
    };
    if plan.has_data(page) {
        add("data.csv", Make::Csv(at));
        add("data.json", Make::Json(at));
    }
    if plan.has_data(page) && page.kind == PageKind::Data {
        for (kind, _) in plan.tables() {
            add(&format!("{}.csv", kind.plural()), Make::Table(at, kind));
        }
        add("data.xlsx", Make::WholeWorkbook(at));
        add("datapackage.json", Make::Package(at));
        add("csv-metadata.json", Make::TablesOnTheWeb(at));
        add("kamus-data.csv", Make::Dictionary(at));
    } else if plan.has_workbook(page) {
        add("data.xlsx", Make::Workbook(at));
    }
    if plan.has_feed(page) {
        add("feed.xml", Make::Feed(at));
    }
    if plan.has_calendar(page) {
        add("calendar.ics", Make::Calendar(at));
    }
    if plan.has_own_share(page) {
        add("share.png", Make::Share(at));
    }
}

/// A manifest beside each front page.
fn add_manifests(plan: &SitePlan<'_>, all: &mut Files<Make<'_>>) {
    for page in plan.pages().iter().filter(|page| page.kind == PageKind::Home) {
        all.add(plan.manifest_path(&page.lang), Make::Manifest(page.lang.clone()));
    }
}

/// Files of the whole data set that hold every language.
fn add_whole(plan: &SitePlan<'_>, all: &mut Files<Make<'_>>) {
    if let Some(path) = plan.archive() {
        all.add(path, Make::Archive);
    }
    if let Some(path) = plan.catalogue() {
        all.add(path.to_owned(), Make::Catalogue);
    }
}

fn add_sitemap(plan: &SitePlan<'_>, addresses: usize, all: &mut Files<Make<'_>>) {
    let sitemap = plan.has_output("sitemap") && plan.has_output("html");
    if plan.has_output("html") {
        all.add("robots.txt".to_owned(), Make::Robots { sitemap });
        all.add("_headers".to_owned(), Make::Headers);
    }
    if !sitemap {
        return;
    }
    if addresses <= sitemap::LARGEST {
        all.add("sitemap.xml".to_owned(), Make::Sitemap { first: 0, last: addresses });
        return;
    }
    let mut parts = Vec::new();
    for (number, first) in (0..addresses).step_by(sitemap::LARGEST).enumerate() {
        let part = format!("sitemap-{}.xml", number + 1);
        let last = (first + sitemap::LARGEST).min(addresses);
        all.add(part.clone(), Make::Sitemap { first, last });
        parts.push(part);
    }
    all.add("sitemap.xml".to_owned(), Make::SitemapIndex(parts));
}

fn add_search(outputs: &Outputs<'_>, all: &mut Files<Make<'_>>) {
    for (at, index) in outputs.search().iter().enumerate() {
        for (name, part) in index.parts() {
            all.add(format!("search/{}/{name}", index.lang()), Make::Search { index: at, part });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bundle, alias_file};
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

    #[test]
    fn old_addresses_are_files() {
        assert_eq!(alias_file("/lama"), "lama/index.html");
        assert_eq!(alias_file("a/lama/"), "a/lama/index.html");
        assert_eq!(alias_file("lama.html"), "lama.html");
    }
}
