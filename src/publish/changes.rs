//! Decides what changes; does nothing.

use super::manifest::{Manifest, is_safe};
use super::{Outputs, PublishProblem};
use std::collections::{BTreeSet, HashSet};

/// Old files that go.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::publish) struct Removals {
    /// Before the new files come: a file where a folder will be, or the reverse.
    pub(in crate::publish) first: Vec<String>,
    /// After the new files are there.
    pub(in crate::publish) last: Vec<String>,
}

impl Removals {
    /// The files of `old` that are not in `new`.
    pub(in crate::publish) fn between(old: &Manifest, new: &Manifest) -> Self {
        if old.files.is_empty() {
            return Self::default();
        }
        let new_folders: BTreeSet<&str> = new.files.keys().flat_map(|path| folders_of(path)).collect();
        let mut removals = Self::default();
        for path in old.files.keys().filter(|path| !new.lists(path)) {
            let is_in_the_way = new_folders.contains(path.as_str()) || folders_of(path).any(|folder| new.lists(folder));
            if is_in_the_way {
                removals.first.push(path.clone());
            } else {
                removals.last.push(path.clone());
            }
        }
        removals
    }

    /// How many go.
    pub(in crate::publish) fn len(&self) -> usize {
        self.first.len() + self.last.len()
    }

    /// Whether nothing goes.
    pub(in crate::publish) fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The folders above a path, outermost first: `a`, `a/b` of `a/b/c.html`.
pub(in crate::publish) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Whether every path stays in the folder, is there once, and no file is another's folder.
///
/// # Errors
/// [`PublishProblem::Unsafe`] or [`PublishProblem::Clash`] for the first that does not.
pub(in crate::publish) fn paths_are_sound<O: Outputs>(outputs: &O) -> Result<(), PublishProblem> {
    let mut seen: HashSet<&str, ahash::RandomState> =
        HashSet::with_capacity_and_hasher(outputs.len(), ahash::RandomState::new());
    for path in (0..outputs.len()).map(|at| outputs.path(at)) {
        if !is_safe(path) {
            return Err(PublishProblem::Unsafe(path.to_owned()));
        }
        if !seen.insert(path) {
            return Err(PublishProblem::Clash(path.to_owned(), path.to_owned()));
        }
    }
    for path in (0..outputs.len()).map(|at| outputs.path(at)) {
        if let Some(folder) = folders_of(path).find(|folder| seen.contains(folder)) {
            return Err(PublishProblem::Clash(folder.to_owned(), path.to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Removals;
    use crate::publish::manifest::{Entry, Manifest};

    fn manifest(paths: &[&str]) -> Manifest {
        let entry = Entry { hash: [0; 32], size: 0, kind: "html".to_owned() };
        Manifest {
            files: paths.iter().map(|path| ((*path).to_owned(), entry.clone())).collect(),
            ..Manifest::default()
        }
    }

    #[test]
    fn files_in_the_way_go_first() {
        let old = manifest(&["a", "b/c.html", "d.html", "e.html"]);
        let new = manifest(&["a/index.html", "b", "e.html"]);
        let removals = Removals::between(&old, &new);
        assert_eq!(removals.first, ["a", "b/c.html"]);
        assert_eq!(removals.last, ["d.html"]);
        assert!(Removals::between(&old, &old).is_empty());
    }
}
