//! Step 3: the catalog becomes facts, the only thing that pages are made of.
//!
//! In: a [`crate::check::catalog::Catalog`]. Out: [`Facts`]: the fields that may be published, and figures that went
//! through disclosure control.
//!
//! 1. `visible` drops drafts, records under embargo and what rests on them, and renumbers references;
//! 2. `moment` and `status` say when each activity was, `lineage` which regions lie above a region on a date,
//!    `ends` puts the two together for every origin and host;
//! 3. `reach` and `results` say which records touch which region, institution, topic, program, year;
//! 4. `figures` counts over them, with `people`, `months` and `tally`, from the columns of `numbers`; raw counts never leave this folder;
//! 5. `disclose` is the only way from a tally to a [`Figure`] or a published breakdown;
//! 6. `lists`, `partners`, `years`, `history`, `referrers`, `as_of` gather what a page shows beside figures;
//! 7. `facts/` lists the published fields, one file a kind; `assemble` moves the records into them;
//! 8. for a site that is looked at while it changes, `ledger` counts again what other numbers touch, `retell` hands on
//!    other words.
//! 9. `digest` is one number over all of it, which tells whether other facts are the same.

mod as_of;
mod assemble;
mod digest;
mod disclose;
mod ends;
mod evaluations;
pub mod facts;
mod figure;
mod figures;
mod history;
mod index;
mod ledger;
mod lineage;
mod lists;
mod media;
mod moment;
mod months;
mod numbers;
mod partners;
mod people;
mod reach;
mod referrers;
mod results;
mod retell;
mod statements;
mod status;
mod subject;
mod subjects;
mod tally;
#[cfg(test)]
mod tests;
mod visible;
mod world;
mod years;

pub use digest::Digest;
pub use facts::Facts;
pub use figure::{Figure, FigureName, FigureValue, Measure};
pub use ledger::Ledger;
pub use retell::retell;
pub use subject::{Lists, Partner, Reach, RegionHistory, Subject, YearRow};

use crate::check::catalog::Catalog;
use crate::options::Options;
use chrono::NaiveDate;
use world::Resolved;

/// Derives the facts. It cannot fail: what could be wrong was found by `check`.
///
/// The clock (`options.now`, as a day in the site's zone) decides what lies ahead and what is today's
/// parent where a record's date does not say; nothing else depends on it.
pub fn derive(catalog: Catalog, options: &Options) -> Facts {
    let (catalog, resolved, today) = resolve(catalog, options);
    assemble::assemble(catalog, &resolved, today)
}

/// Derives the facts, and keeps a ledger of what their numbers were counted from.
pub fn derive_with_ledger(catalog: Catalog, options: &Options) -> (Facts, Ledger) {
    let (catalog, resolved, today) = resolve(catalog, options);
    let facts = assemble::assemble(catalog, &resolved, today);
    (facts, Ledger::new(resolved))
}

/// The public part of the catalog, with everything resolved that is not a number of people; and the day of the clock.
fn resolve(mut catalog: Catalog, options: &Options) -> (Catalog, Resolved, NaiveDate) {
    let today = options.now.with_timezone(&catalog.site.time_zone).date_naive();
    visible::keep_public(&mut catalog);
    let resolved = Resolved::new(&catalog, today);
    (catalog, resolved, today)
}
