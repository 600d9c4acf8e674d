//! The files of the whole data set that are dear to make: each is made once, whoever asks first, and kept packed.
//!
//! The download page and the catalogue tell how large files are, so the archive and the workbooks are asked for twice.
//! Making them is pure: it does not matter who does it, and nobody can see whether it was done before.

use super::outputs::archive::{self, Archive};
use super::outputs::{data_csv, workbook};
use crate::plan::outputs::{Outputs, Sizes};
use crate::plan::{PlannedPage, SitePlan};
use std::sync::OnceLock;

/// A size in bytes, for pages that nobody reads.
const GUESS: u64 = 1_000_000;

type Made<T> = OnceLock<Result<T, String>>;

/// The files of the whole data set.
#[derive(Debug)]
pub(super) struct Whole {
    /// One workbook for each download page, by the place of the page.
    workbooks: Vec<(usize, Made<Vec<u8>>)>,
    archive: Made<Archive>,
    sizes: Made<Sizes>,
}

impl Whole {
    /// Nothing is made yet.
    pub(super) fn new(plan: &SitePlan<'_>) -> Self {
        let workbooks = data_pages(plan).map(|(at, _)| (at, OnceLock::new())).collect();
        Self { workbooks, archive: OnceLock::new(), sizes: OnceLock::new() }
    }

    /// Nothing is made, only guessed how large the files at `paths` are.
    pub(super) fn guessed(paths: impl Iterator<Item = String>) -> Self {
        let sizes = OnceLock::from(Ok(paths.map(|path| (path, GUESS)).collect()));
        Self { workbooks: Vec::new(), archive: OnceLock::new(), sizes }
    }

    /// The archive.
    pub(super) fn archive(&self, outputs: &Outputs<'_>) -> Result<&Archive, String> {
        let pages = || outputs.data_pages();
        let make = || archive::write(outputs, &pages(), outputs.created()).map_err(|error| error.to_string());
        self.archive.get_or_init(make).as_ref().map_err(Clone::clone)
    }

    /// The workbook of the whole beside the download page at `at`.
    pub(super) fn workbook(&self, plan: &SitePlan<'_>, outputs: &Outputs<'_>, at: usize) -> Result<&[u8], String> {
        let Some((_, made)) = self.workbooks.iter().find(|(other, _)| *other == at) else { return Ok(&[]) };
        let make = || outputs.workbook(&plan.pages()[at]).map_or(Ok(Vec::new()), |value| workbook::write(&value));
        made.get_or_init(make).as_deref().map_err(Clone::clone)
    }

    /// The sizes of the files of the whole data set.
    pub(super) fn sizes(&self, plan: &SitePlan<'_>, outputs: &Outputs<'_>) -> Result<&Sizes, String> {
        self.sizes.get_or_init(|| self.measure(plan, outputs)).as_ref().map_err(Clone::clone)
    }

    fn measure(&self, plan: &SitePlan<'_>, outputs: &Outputs<'_>) -> Result<Sizes, String> {
        let Some(path) = plan.archive() else { return Ok(Sizes::new()) };
        let archive = self.archive(outputs)?;
        let mut sizes = archive.sizes.clone();
        sizes.insert(path, archive.bytes.len() as u64);
        for (at, page) in data_pages(plan) {
            sizes.insert(format!("{}data.xlsx", page.path), self.workbook(plan, outputs, at)?.len() as u64);
            if let Some(set) = outputs.sheet(page) {
                let bytes = archive::size_of(|out| data_csv::write(&set.columns, set.rows(), out));
                sizes.insert(format!("{}data.csv", page.path), bytes.map_err(|error| error.to_string())?);
            }
        }
        Ok(sizes)
    }
}

fn data_pages<'p>(plan: &'p SitePlan<'_>) -> impl Iterator<Item = (usize, &'p PlannedPage)> {
    plan.pages().iter().enumerate().filter(|(_, page)| page.kind == crate::plan::PageKind::Data)
}
