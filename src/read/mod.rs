//! Step 1: every input file once, in path order, with its content hash.
//!
//! In: the root folder. Out: [`Sources`]. The only room that reads: `content/`, the theme's folder
//! (over the theme that the binary carries), and nothing else.

mod sources;
mod theme;

pub use sources::{RawFile, SourceFile, SourceKind, Sources};
pub use theme::ThemeFiles;

use crate::diag::Report;
use crate::options::Options;

/// Reads everything. Findings (unreadable files, names, links) go to the report; `None` when there is no site.
pub fn read(options: &Options, report: &mut Report) -> Option<Sources> {
    let _ = (options, report);
    unimplemented!("written next")
}
