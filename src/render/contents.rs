//! Which files a site has: every output of the plan, the theme's files, the site's own.

use super::files::{Files, Sorted};
use super::make::Make;
use super::outputs::sitemap;
use super::pictures::Pictures;
use crate::plan::outputs::Outputs;
use crate::plan::{PageKind, SitePlan};
use crate::read::{RawFile, ThemeFiles};
use crate::route;
use crate::value::{Lang, PictureForm};

/// The files of a site, and what is asked of them as a whole. Nothing of it depends on the words of narratives or on the
/// numbers of records, but for the files of the search, which may be left out.
#[derive(Debug)]
pub(crate) struct Contents {
    /// Every file by its path, sorted, each once.
    pub(super) files: Vec<(String, Make)>,
    /// The pictures among them.
    pub(super) pictures: Pictures,
    /// The pages that stand in the sitemap.
    pub(super) mapped: Vec<usize>,
    /// Files of the site itself whose path belongs to something that is made.
    pub(super) lost: Vec<String>,
}

impl Contents {
    /// All files. Where two want one path, pages win over what stands beside them, all that is made of the content over the
    /// site's own files, and those over the theme's, `robots.txt` and `_headers`: what says something of the records is
    /// never replaced.
    pub(super) fn new(
        plan: &SitePlan<'_>,
        outputs: &Outputs<'_>,
        (files, raw): (&ThemeFiles, &[RawFile]),
        with_search: bool,
    ) -> Self {
        let mapped = outputs.mapped();
        let mut all = Files::new(plan.pages().len());
        add_pages(plan, &mut all);
        for (at, page) in plan.pages().iter().enumerate() {
            if page.path.is_empty() || page.path.ends_with('/') {
                add_beside(plan, at, &mut all);
            }
        }
        add_manifests(plan, &mut all);
        if with_search {
            add_search(outputs, &mut all);
        }
        add_sitemap(plan, mapped.len(), &mut all);
        add_whole(plan, &mut all);
        let mut pictures = Pictures::default();
        for (at, file) in raw.iter().enumerate() {
            add_raw(plan, (at, file), &mut pictures, &mut all);
        }
        add_replaceable(plan, files, &mut all);
        let Sorted { all: files, lost } = all.sorted();
        let copied = lost.into_iter().filter(|(_, make)| matches!(make, Make::Copy(_)));
        let mut lost: Vec<String> = copied.map(|(path, _)| path).collect();
        lost.extend(in_search(plan, &files));
        lost.sort_unstable();
        lost.dedup();
        Self { files, pictures, mapped, lost }
    }
}

/// The folder of the theme's files.
pub(super) const ASSETS: &str = "assets/";

/// The folder of the search.
pub(super) const SEARCH: &str = "search/";

/// The files of the search, as [`Contents`] has them.
pub(super) fn search_files(outputs: &Outputs<'_>) -> Vec<(String, Make)> {
    let mut all = Files::new(0);
    add_search(outputs, &mut all);
    all.sorted().all
}

fn add_pages(plan: &SitePlan<'_>, all: &mut Files<Make>) {
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
fn add_raw(plan: &SitePlan<'_>, (at, file): (usize, &RawFile), pictures: &mut Pictures, all: &mut Files<Make>) {
    let Some(path) = file.address.strip_prefix("media/") else {
        all.add(file.address.clone(), Make::Copy(at));
        return;
    };
    match plan.media().get(path) {
        None => {}
        Some(Some(picture)) if picture.form != PictureForm::Vector => {
            let original = pictures.add(file, picture);
            for width in picture.widths() {
                let make = Make::Picture { original, width };
                all.add(picture.file(path, width), make);
            }
        }
        Some(_) => all.add(file.address.clone(), Make::Copy(at)),
    }
}

fn add_beside(plan: &SitePlan<'_>, at: usize, all: &mut Files<Make>) {
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
fn add_manifests(plan: &SitePlan<'_>, all: &mut Files<Make>) {
    for page in plan.pages().iter().filter(|page| page.kind == PageKind::Home) {
        if let Some(path) = plan.manifest_path(&page.lang) {
            all.add(path, Make::Manifest(page.lang.clone()));
        }
    }
}

/// Files of the whole data set that hold every language.
fn add_whole(plan: &SitePlan<'_>, all: &mut Files<Make>) {
    if let Some(path) = plan.archive() {
        all.add(path, Make::Archive);
    }
    if let Some(path) = plan.catalogue() {
        all.add(path.to_owned(), Make::Catalogue);
    }
}

/// What the site may have of its own instead: files for servers, and the look.
fn add_replaceable(plan: &SitePlan<'_>, files: &ThemeFiles, all: &mut Files<Make>) {
    if !plan.has_output("html") {
        return;
    }
    for path in files.assets.keys() {
        all.add(format!("{ASSETS}{path}"), Make::Asset);
    }
    all.add("robots.txt".to_owned(), Make::Robots { sitemap: has_sitemap(plan) });
    all.add("_headers".to_owned(), Make::Headers);
}

fn has_sitemap(plan: &SitePlan<'_>) -> bool {
    plan.has_output("sitemap") && plan.has_output("html")
}

/// Files of the site itself in a folder of the search. The whole folder is taken: how many files the search has rests on
/// the words of all records, and a check does not read them.
fn in_search(plan: &SitePlan<'_>, files: &[(String, Make)]) -> Vec<String> {
    if !plan.routes().has(PageKind::Search) {
        return Vec::new();
    }
    let mut folders: Vec<String> = plan
        .pages()
        .iter()
        .filter(|page| page.kind == PageKind::Search)
        .map(|page| search_folder(&page.lang))
        .collect();
    folders.dedup();
    let copied = files.iter().filter(|(_, make)| matches!(make, Make::Copy(_)));
    let inside = copied.filter(|(path, _)| folders.iter().any(|folder| path.starts_with(folder)));
    inside.map(|(path, _)| path.clone()).collect()
}

fn search_folder(lang: &Lang) -> String {
    format!("{SEARCH}{lang}/")
}

fn add_sitemap(plan: &SitePlan<'_>, addresses: usize, all: &mut Files<Make>) {
    if !has_sitemap(plan) {
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

fn add_search(outputs: &Outputs<'_>, all: &mut Files<Make>) {
    for (at, index) in outputs.search().iter().enumerate() {
        for (name, part) in index.parts() {
            all.add(format!("{}{name}", search_folder(index.lang())), Make::Search { index: at, part });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::alias_file;

    #[test]
    fn old_addresses_are_files() {
        assert_eq!(alias_file("/lama"), "lama/index.html");
        assert_eq!(alias_file("a/lama/"), "a/lama/index.html");
        assert_eq!(alias_file("lama.html"), "lama.html");
    }
}
