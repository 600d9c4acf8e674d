//! What can be shown at once: narratives of which only words changed, records of which only numbers did.
//!
//! Everything else that was read stays as it is in the site that stands; that nothing else is other is decided by
//! [`Revised`]. The check of everything follows all the same, and its site takes the place of this one.

use super::stage::Stage;
use crate::pipeline::Revised;
use crate::read::{Sources, text_again};
use crossbeam_channel::Receiver;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// More files at once are no person who writes.
const FEW: usize = 8;

/// Hands new words and numbers of the `touched` files to the site that stands, if nothing else that it is made of was
/// touched; gives where it is told when it has them.
pub(in crate::preview) fn revise(stage: &Stage, root: &Path, touched: &BTreeSet<PathBuf>) -> Option<Receiver<()>> {
    let moment = stage.now();
    let current = moment.current?;
    let sources = &current.sources;
    let known: Vec<(&Path, String)> = touched.iter().filter_map(|path| known(sources, root, path)).collect();
    if known.is_empty() || known.len() > FEW {
        return None;
    }
    let (mut revised, mut files, mut print) = (Revised::default(), Vec::new(), blake3::Hasher::new());
    print.update(moment.prints.pages.as_bytes());
    for (path, name) in known {
        let text = text_again(path)?;
        let file = revised.take(sources, &name, &text)?;
        print.update(&file.0.to_le_bytes()).update(text.as_bytes());
        files.push((file, text));
    }
    stage.revise(sources, revised, files, print.finalize().to_hex()[..16].to_owned())
}

/// A path as the sources name it, if the site is made of it, or of something that the sources cannot name: a theme.
fn known<'p>(sources: &Sources, root: &Path, path: &'p Path) -> Option<(&'p Path, String)> {
    let below: Vec<&str> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str().unwrap_or_default()).collect();
    let name = below.join("/");
    let is_known =
        name.starts_with("themes/") || sources.files.binary_search_by(|file| file.path.as_str().cmp(&name)).is_ok();
    is_known.then_some((path, name))
}
