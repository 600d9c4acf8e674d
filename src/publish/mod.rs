//! Step 6: the bundle becomes files; only what changed is written, only what Terbit wrote is removed.
//!
//! In: a [`Bundle`]. Out: a [`Summary`].

mod summary;

pub use summary::Summary;

use crate::render::{Bundle, RenderProblem};
use std::path::Path;

/// Why nothing was published; the old output is as it was.
#[derive(Debug)]
pub enum PublishProblem {
    /// The folder holds files and no mark of Terbit.
    Foreign,
    /// A page could not be rendered.
    Render(Vec<RenderProblem>),
    /// The file system said no: the path and the reason.
    Io(std::path::PathBuf, std::io::Error),
    /// Ctrl-C.
    Interrupted,
}

/// Publishes the bundle into `output`.
///
/// # Errors
/// [`PublishProblem`]; the old output is untouched then.
pub fn publish(bundle: &Bundle<'_>, output: &Path) -> Result<Summary, PublishProblem> {
    let _ = (bundle, output);
    Ok(Summary::default())
}
