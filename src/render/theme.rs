//! A compiled theme.

use crate::diag::Report;
use crate::plan::PageKind;
use crate::read::ThemeFiles;
use std::collections::BTreeSet;

/// Templates, compiled strictly: an unknown name is an error with its place.
pub struct Theme {
    tera: tera::Tera,
    kinds: BTreeSet<PageKind>,
}

impl Theme {
    /// Compiles the templates; findings go to the report, `None` if any is an error.
    pub fn compile(files: &ThemeFiles, report: &mut Report) -> Option<Self> {
        let _ = (files, report);
        Some(Self { tera: tera::Tera::default(), kinds: BTreeSet::new() })
    }

    /// The page kinds that have a template.
    pub fn kinds(&self) -> &BTreeSet<PageKind> {
        &self.kinds
    }

    /// The templates.
    pub(in crate::render) fn tera(&self) -> &tera::Tera {
        &self.tera
    }
}
