//! Why nothing was published.

use super::Heavy;
use crate::render::RenderProblem;
use std::io;
use std::path::PathBuf;

/// Why nothing was published; the old output is as it was.
#[derive(Debug)]
pub enum PublishProblem {
    /// The folder holds files and no mark of Terbit: the first of them.
    Foreign(PathBuf),
    /// Files that Terbit did not write lie where it would write, sorted.
    InTheWay(Vec<PathBuf>),
    /// Another run is publishing into the same folder.
    Busy,
    /// Two outputs exclude each other: one path twice, or one path inside another.
    Clash(String, String),
    /// A path that leads out of the output folder.
    Unsafe(String),
    /// Pages that could not be rendered, in the order of the bundle.
    Render(Vec<RenderProblem>),
    /// Pages over the budget, where that is a reason not to publish.
    Heavy(Vec<Heavy>),
    /// A file that is copied as it is could not be read.
    Input(PathBuf, io::Error),
    /// The file system said no: the path and the reason.
    Io(PathBuf, io::Error),
    /// Ctrl-C.
    Interrupted,
}

impl PublishProblem {
    /// Wraps an error of the file system with the path it happened at.
    pub(in crate::publish) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| Self::Io(path, error)
    }
}
