//! One rule, one file: what can only be seen across fields, records and pages.

pub mod addresses;
mod aliases;
mod alike;
mod allow;
mod at_home;
mod beside;
mod circles;
mod consent;
mod evidence;
pub mod files;
mod foretold;
mod funnel;
mod heads;
mod lineage;
mod order;
mod periods;
pub mod personal_data;
mod translation;
mod uncited;
mod within;
mod words;

pub use aliases::former_id;
pub use allow::{Silence, silence};
pub use consent::consent_repair;
pub use words::messages;

use super::index::Index;
use super::tables::Tables;
use crate::diag::{Code, Places, Report};
use crate::options::Options;
use crate::read::Sources;
use crate::value::Lang;
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
    files::metadata(sources, &mut all);
    all
}

/// Runs every rule that looks at records.
pub fn run(tables: &Tables, index: &Index<'_>, options: &Options, report: &mut Report) {
    let rules: [Rule<'_>; 12] = [
        &|report| order::check(tables, report),
        &|report| within::check(tables, report),
        &|report| periods::check(tables, report),
        &|report| evidence::check(tables, report),
        &|report| funnel::check(tables, report),
        &|report| circles::check(tables, index, report),
        &|report| beside::check(tables, index, report),
        &|report| consent::check(tables, index, options, report),
        &|report| heads::check(tables, report),
        &|report| at_home::check(tables, report),
        &|report| foretold::check(tables, report),
        &|report| lineage::check(tables, report),
    ];
    run_all(&rules, report);
}

/// A rule with all that it looks at.
type Rule<'r> = &'r (dyn Fn(&mut Report) + Sync);

/// Runs rules beside each other; what they find stays in their order.
fn run_all(rules: &[Rule<'_>], report: &mut Report) {
    let found: Vec<Report> = rules
        .par_iter()
        .with_max_len(1)
        .map(|rule| {
            let mut report = Report::new();
            rule(&mut report);
            report
        })
        .collect();
    found.into_iter().for_each(|found| report.append(found));
}

/// Runs the rules that need every link of every narrative.
pub fn run_on_whole(tables: &Tables, index: &Index<'_>, languages: &[Lang], places: &dyn Places, report: &mut Report) {
    let of_reference = |code: Code| matches!(code, Code::R001 | Code::R003 | Code::R004);
    let is_astray = report.diagnostics().iter().any(|found| of_reference(found.code));
    let rules: [Rule<'_>; 4] = [
        &|report| translation::check(tables, index, languages, report),
        &|report| lineage::check_prose(tables, places, report),
        &|report| uncited::check(tables, index, is_astray, report),
        &|report| alike::check(tables, index, places, report),
    ];
    run_all(&rules, report);
}
