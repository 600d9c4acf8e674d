//! Data sets: of the whole site on its front page and its download page, and of a region beside its page.

use super::{Maker, Node, license_url, sure};
use crate::derive::{FigureName, FigureValue, Subject};
use crate::plan::outputs::{XLSX, words};
use crate::plan::{PageKind, PlannedPage, names};
use crate::value::PartialDate;
use serde_json::Value;

impl Maker<'_> {
    /// The whole data set, as the front page and the download page have it.
    pub(super) fn data_set(&self, page: &PlannedPage) -> Value {
        let site = self.site_title().unwrap_or_default();
        let words = words(self.lang);
        let description = match self.local(self.facts().site.description.as_ref()) {
            Some(text) if page.kind == PageKind::Home => text,
            _ => words.fill("package_description", &[("site", &site)]),
        };
        let title = if page.kind == PageKind::Home { site } else { words.fill("package_title", &[("site", &site)]) };
        let mut files = self.files(page);
        if page.kind == PageKind::Data {
            let archive = self.plan.archive();
            files.extend(archive.map(|path| self.download(&path, "application/zip")));
        }
        let catalogue = self
            .plan
            .catalogue()
            .map(|path| Node::new("DataCatalog").with("name", self.site_title()).with("url", self.url(path)).done());
        self.describe(page, &self.facts().whole, (title, description), files)
            .with("includedInDataCatalog", catalogue)
            .done()
    }

    /// The data of a region.
    pub(super) fn data_of_region(&self, page: &PlannedPage) -> Value {
        let region = crate::value::RecordRef { kind: crate::value::Kind::Region, index: page.subject };
        let (site, name) = (self.site_title().unwrap_or_default(), names::name(self.facts(), region, self.lang).text);
        let fill = |key| words(self.lang).fill(key, &[("page", &name), ("site", &site)]);
        let texts = (fill("page_data_title"), fill("page_data_description"));
        let subject = &self.facts().regions[region.at()].subject;
        self.describe(page, subject, texts, self.files(page))
            .with("spatialCoverage", self.brief("AdministrativeArea", region))
            .done()
    }

    fn describe(
        &self,
        page: &PlannedPage,
        subject: &Subject,
        (title, description): (String, String),
        files: Vec<Value>,
    ) -> Node {
        let license = self.facts().site.license.as_deref().map(license_url);
        Node::new("Dataset")
            .with("name", title)
            .with("description", description)
            .with("url", self.url(&page.path))
            .with("inLanguage", page.lang.as_str())
            .with("license", license)
            .with("isAccessibleForFree", true)
            .with("creator", self.publisher())
            .with("publisher", self.publisher())
            .with("dateModified", self.facts().as_of.and_then(sure))
            .with("temporalCoverage", period(subject))
            .with("distribution", files)
    }

    /// The tables beside the page.
    fn files(&self, page: &PlannedPage) -> Vec<Value> {
        let all = [
            (self.plan.has_data(page), "data.csv", "text/csv"),
            (self.plan.has_workbook(page), "data.xlsx", XLSX),
            (self.plan.has_data(page), "data.json", "application/json"),
        ];
        let there = all.into_iter().filter(|(there, ..)| *there);
        there.map(|(_, name, format)| self.download(&format!("{}{name}", page.path), format)).collect()
    }

    fn download(&self, path: &str, format: &str) -> Value {
        Node::new("DataDownload").with("encodingFormat", format).with("contentUrl", self.url(path)).done()
    }
}

/// From the first to the last activity, as ISO 8601 writes intervals; none where an end is only approximate.
fn period(subject: &Subject) -> Option<String> {
    let date = |name| -> Option<PartialDate> {
        match subject.figure(name)?.value {
            FigureValue::Date(date) => date,
            FigureValue::Number(_) => None,
        }
    };
    let (first, last) = (date(FigureName::FirstActivity)?, date(FigureName::LastActivity)?);
    Some(format!("{}/{}", sure(first)?, sure(last)?))
}
