//! A workbook for people: the data of a page, the dictionary of its columns, and what to know about it.

use super::Outputs;
use super::data_set::{DataSet, TOUCHING};
use super::words::{Words, words};
use crate::plan::{PageKind, PlannedPage, names};

/// More rows than this a sheet of a spreadsheet program cannot hold, its heading included.
pub const LARGEST_SHEET: usize = 1_048_576;

/// A workbook.
#[derive(Debug)]
pub struct Workbook<'a> {
    /// Its title.
    pub title: String,
    /// Who publishes it; may be empty.
    pub publisher: String,
    /// The day that it is dated with: the newest of its records, never that of the clock.
    pub created: Option<chrono::NaiveDate>,
    /// Its tables, the one of the page first.
    pub sheets: Vec<WorkbookSheet<'a>>,
    /// What to know about it: what, and the words.
    pub about: Vec<(String, String)>,
    /// The words of files in its language.
    pub words: &'static Words,
}

/// A table of a workbook.
#[derive(Debug)]
pub struct WorkbookSheet<'a> {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub set: DataSet<'a>,
    /// So many rows fit.
    most: usize,
}

impl WorkbookSheet<'_> {
    /// How many rows stand in it: the first, where not all fit. The sheet about the workbook says so.
    pub fn rows(&self) -> usize {
        self.set.len().min(self.most)
    }
}

impl Outputs<'_> {
    /// The workbook beside a page; none where it has none. The whole has a sheet for each kind of reference record, too.
    pub fn workbook(&self, page: &PlannedPage) -> Option<Workbook<'_>> {
        self.workbook_within(page, LARGEST_SHEET - 1)
    }

    /// The same, with at most so many rows a sheet.
    pub(crate) fn workbook_within(&self, page: &PlannedPage, most: usize) -> Option<Workbook<'_>> {
        if !self.plan.has_workbook(page) {
            return None;
        }
        let words = words(&page.lang);
        let sheet = |name: &str, set| WorkbookSheet { name: words.get(name).to_owned(), set, most };
        let mut sheets = vec![sheet("sheet_data", self.sheet(page)?)];
        if page.kind == PageKind::Data {
            let kinds = self.plan.tables().into_iter().map(|(kind, _)| kind);
            let reference = kinds.filter(|kind| !TOUCHING.contains(kind));
            sheets.extend(reference.map(|kind| sheet(&format!("table_{}", kind.plural()), self.table(page, kind))));
        }
        let head = &sheets[0].set.head;
        let title = self.workbook_title(page, words);
        Some(Workbook {
            about: self.about(page, &title, &sheets, words),
            publisher: head.publisher.clone().unwrap_or_default(),
            created: self.created(),
            title,
            words,
            sheets,
        })
    }

    /// The title of the data of a page.
    pub(in crate::plan) fn workbook_title(&self, page: &PlannedPage, words: &Words) -> String {
        let head = self.head(page);
        match &head.title {
            Some(title) => words.fill("page_data_title", &[("page", title), ("site", &head.site)]),
            None => words.fill("package_title", &[("site", &head.site)]),
        }
    }

    fn about(
        &self,
        page: &PlannedPage,
        title: &str,
        sheets: &[WorkbookSheet<'_>],
        words: &Words,
    ) -> Vec<(String, String)> {
        let head = &sheets[0].set.head;
        let none = words.get("about_license_none");
        let mut lines = vec![
            ("about_title", title.to_owned()),
            ("about_page", head.url.clone()),
            ("about_site", head.site.clone()),
            ("about_publisher", head.publisher.clone().unwrap_or_default()),
            ("about_license", head.license.clone().unwrap_or_else(|| none.to_owned())),
            ("about_as_of", self.date(page, words)),
            ("about_language", names::words(self.plan.facts(), &page.lang).get("language_name").to_owned()),
            ("about_rows", sheets[0].set.len().to_string()),
            ("about_cite", self.cite(page, title, head, words)),
            ("about_columns", words.get("about_columns_text").to_owned()),
            ("about_counts", words.get("about_counts_text").to_owned()),
            ("about_dates", words.get("about_dates_text").to_owned()),
            ("about_people", words.get("about_people_text").to_owned()),
        ];
        lines.retain(|(_, text)| !text.is_empty());
        if let Some(cut) = sheets.iter().find(|sheet| sheet.rows() < sheet.set.len()) {
            let (name, most) = (&cut.name, cut.most.to_string());
            lines.push(("about_rows", words.fill("about_cut", &[("n", &most), ("sheet", name)])));
        }
        lines.into_iter().map(|(key, text)| (words.get(key).to_owned(), text)).collect()
    }
}
