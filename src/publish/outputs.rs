//! What publishing needs to know of a bundle.

use crate::render::{Bundle, RenderProblem, Shows};
use std::path::Path;

/// A map from path to how its bytes are made, asked for by place, from many threads at once.
pub trait Outputs: Sync {
    /// How many files there are.
    fn len(&self) -> usize;
    /// The path of file `at`, relative to the output folder, with `/`.
    fn path(&self, at: usize) -> &str;
    /// Its output kind: `html`, `data`, …
    fn kind(&self, at: usize) -> &'static str;
    /// Where a file that is copied as it is comes from.
    fn copied_from(&self, at: usize) -> Option<&Path>;
    /// Whether the path of file `at` names all that it is made of: what an earlier run wrote there need not be made again.
    fn is_named_by_content(&self, at: usize) -> bool {
        let _ = at;
        false
    }
    /// Whose words file `at` shows. Of what is not known, everything is thought to show in it.
    fn shows(&self, at: usize) -> Shows {
        let _ = at;
        Shows::AllWords
    }
    /// What addresses from the root of the server begin with: `/magang/`.
    fn base_path(&self) -> String {
        "/".to_owned()
    }
    /// Is told of a file that is not made again, because it stands as it was written: it has these bytes.
    fn stands(&self, at: usize, bytes: &[u8]) {
        let _ = (at, bytes);
    }
    /// Makes the bytes of file `at` into `out`, which is emptied first.
    ///
    /// # Errors
    /// A template that fails on this page.
    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem>;

    /// Whether there is nothing.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Outputs for Bundle<'_> {
    fn len(&self) -> usize {
        Bundle::len(self)
    }

    fn path(&self, at: usize) -> &str {
        Bundle::path(self, at)
    }

    fn kind(&self, at: usize) -> &'static str {
        Bundle::kind(self, at)
    }

    fn copied_from(&self, at: usize) -> Option<&Path> {
        Bundle::copied_from(self, at)
    }

    fn is_named_by_content(&self, at: usize) -> bool {
        Bundle::is_named_by_content(self, at)
    }

    fn shows(&self, at: usize) -> Shows {
        Bundle::shows(self, at)
    }

    fn base_path(&self) -> String {
        Bundle::base_path(self)
    }

    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        Bundle::make(self, at, out)
    }
}
