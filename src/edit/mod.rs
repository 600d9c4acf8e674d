//! The only room that writes into `content/`: repairs and new names, each as a set of text edits.
//!
//! In: [`Sources`](crate::read::Sources) and edits with their places. Out: a [`Patch`], which can be
//! shown before it is written. Everything but the edited bytes stays as it is.
//!
//! 1. `fix` gathers the repairs of findings; `rename` those of a new id; `new` makes a record of what is known of it;
//! 2. `patch` puts the edits into the texts, and compares with what lies on the disk;
//! 3. `diff` shows a patch as `git apply` reads it; `write` writes it, file by file; `create` writes files that are not
//!    there yet, `schemas` those that editors need; `init` begins a whole site.
#![expect(clippy::disallowed_methods, reason = "this room writes the content, and reads it once more before it does")]

mod create;
mod diff;
mod fix;
pub mod init;
pub mod new;
mod patch;
mod rename;
mod schemas;
mod write;

pub use fix::fix;
pub use patch::{Change, Patch, PatchProblem};
pub use rename::{RenameProblem, rename};
pub use schemas::{put_editor_files, write_schemas};
