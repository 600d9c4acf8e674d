//! One rule, one file: what can only be seen across fields, records and pages.

pub mod addresses;
mod aliases;
mod allow;
mod beside;
mod circles;
mod consent;
mod evidence;
mod funnel;
mod order;
mod periods;
pub mod personal_data;
mod within;
mod words;

pub use allow::{Silence, silence};
pub use words::messages;

use super::index::Index;
use super::tables::Tables;
use crate::diag::Report;
use crate::options::Options;
use crate::read::Sources;
use rayon::prelude::*;

/// Looks for personal data in every text and every file name, comments and published files included.
pub fn personal(sources: &Sources) -> Report {
    let found: Vec<Report> = sources
        .ids()
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(id, file)| {
            let mut report = Report::new();
            personal_data::check_name(&file.path, &mut report);
            personal_data::check_text(id, 0, &file.text, &mut report);
            report
        })
        .collect();
    let mut all = Report::new();
    found.into_iter().for_each(|report| all.append(report));
    sources.raw.iter().for_each(|file| personal_data::check_name(&file.address, &mut all));
    all
}

/// Runs every rule that looks at records.
pub fn run(tables: &Tables, index: &Index<'_>, options: &Options, report: &mut Report) {
    order::check(tables, report);
    within::check(tables, report);
    periods::check(tables, report);
    evidence::check(tables, report);
    funnel::check(tables, report);
    circles::check(tables, index, report);
    beside::check(tables, index, report);
    consent::check(tables, index, options, report);
}
