//! Step 6: the bundle becomes files; only what changed is written, only what Terbit wrote is removed.
//!
//! In: a bundle ([`Outputs`]). Out: a [`Summary`].
//!
//! 1. `target/folder` opens the output, refuses one that is not ours, and clears what a killed run left;
//! 2. `target/stage` asks for every file in parallel and lays what differs beside the output;
//! 3. `changes` decides what goes, and in which order;
//! 4. `target/commit` makes the next site beside the old one and lets the two change places (`target/exchange`), or,
//!    where the system cannot, moves the staged files in and removes the old ones.
//!
//! Where nothing at all is other than the last time, `standing` finds that out without a bundle.
//!
//! Until the end of step 4 the old output is untouched. Where files are moved one by one, a list of what is ours, old and
//! new together, is written before the first move, so that a run that is killed in between is mended by the next.
#![expect(clippy::disallowed_methods, reason = "comparing with the old output means reading it")]

mod changes;
mod made_of;
mod manifest;
mod outputs;
mod precompress;
mod problem;
mod progress;
mod standing;
mod summary;
mod target;
mod weigh;

pub use made_of::MadeOf;
pub use outputs::Outputs;
pub use precompress::Encoding;
pub use problem::PublishProblem;
pub use progress::Progress;
pub use standing::stands;
pub use summary::{Summary, Work};
pub use weigh::{Budget, Heavy, Load, Weighed, findings};

use precompress::Precompressed;
use std::path::Path;

/// How it is published.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// It is on the disk before it takes the old one's place, so that it survives a loss of power.
    pub durable: bool,
    /// Compressed copies beside the files.
    pub precompress: Vec<Encoding>,
    /// A page over the budget is a reason not to publish.
    pub refuses_heavy: bool,
    /// Everything that the bytes depend on: where it is what it was the last time, files that stand are not made again.
    /// None where it is not known.
    pub made_of: Option<MadeOf>,
}

/// Publishes the bundle into `output`; its pages are weighed on the way.
///
/// # Errors
/// [`PublishProblem`]; the old output is untouched then, unless the file system failed between two moves.
pub fn publish<O: Outputs>(
    outputs: &O,
    output: &Path,
    manner: &Manner,
    budget: Budget,
    progress: &Progress,
) -> Result<Summary, PublishProblem> {
    if manner.precompress.is_empty() {
        publish_all(&Weighed::new(outputs, budget), output, manner, progress)
    } else {
        let all = Precompressed::new(outputs, &manner.precompress);
        publish_all(&Weighed::new(&all, budget), output, manner, progress)
    }
}

fn publish_all<O: Outputs>(
    outputs: &Weighed<'_, O>,
    output: &Path,
    manner: &Manner,
    progress: &Progress,
) -> Result<Summary, PublishProblem> {
    progress.begin(outputs.len());
    changes::paths_are_sound(outputs)?;
    let folder = target::Folder::open(output)?;
    let mut staged = target::stage(outputs, &folder, manner.made_of.clone(), progress)?;
    let heavy = outputs.heavy();
    let is_whole = staged.new.files.len() == outputs.len();
    staged.new.is_plain = staged.new.made_of.is_some() && is_whole && heavy.is_empty();
    if manner.refuses_heavy && !heavy.is_empty() {
        return Err(PublishProblem::Heavy(heavy));
    }
    let summary = target::commit(folder, staged, manner.durable)?;
    Ok(Summary { heavy, ..summary })
}

/// The files that Terbit published into `output`, by path; none where it never did.
pub fn published(output: &Path) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(output.join(manifest::NAME)).ok()?;
    manifest::Manifest::parse(&text).map(|manifest| manifest.files.into_keys().collect())
}

#[cfg(test)]
mod tests;
