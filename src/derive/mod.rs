//! Step 3: the catalog becomes facts, the only thing that pages are made of.
//!
//! In: a [`crate::check::catalog::Catalog`]. Out: [`Facts`]: the fields that may be published, and figures that went
//! through disclosure control.
//!
//! 1. `visible` drops drafts, records under embargo and what rests on them, and renumbers references;
//! 2. `lineage` answers which regions lie above a region on a date;
//! 3. `reach` says which records touch which region, institution, topic, program, year;
//! 4. `tally` counts over them; raw counts never leave it;
//! 5. `disclose` is the only way from a tally to a [`Figure`] or a published breakdown;
//! 6. `facts/` lists the published fields, one file a kind.

pub mod facts;
mod figure;
mod subject;

pub use facts::Facts;
pub use figure::{Figure, FigureName, FigureValue, Measure};
pub use subject::{Lists, Partner, Reach, RegionHistory, Subject, YearRow};

use crate::check::catalog::Catalog;
use crate::options::Options;

/// Derives the facts. It cannot fail: what could be wrong was found by `check`.
pub fn derive(catalog: Catalog, options: &Options) -> Facts {
    let _ = (catalog, options);
    unimplemented!("written next")
}
