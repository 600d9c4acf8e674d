//! Paths and what is at each: gathered in any order, the first that asks for a path gets it.

use rayon::prelude::*;

/// Paths in the order in which they were asked for.
pub(super) struct Files<T> {
    all: Vec<(String, T)>,
}

/// Every path once.
pub(super) struct Sorted<T> {
    /// Sorted by path.
    pub(super) all: Vec<(String, T)>,
    /// What asked for a path that was given away.
    pub(super) lost: Vec<(String, T)>,
}

impl<T: Send + Clone> Files<T> {
    /// No paths yet, with room for `number`.
    pub(super) fn new(number: usize) -> Self {
        Self { all: Vec::with_capacity(number) }
    }

    /// Asks for a path.
    pub(super) fn add(&mut self, path: String, file: T) {
        self.all.push((path, file));
    }

    /// Each path once, sorted. Made at the end and in one go: a tree of a hundred thousand paths costs more than all else
    /// about them.
    pub(super) fn sorted(mut self) -> Sorted<T> {
        // Stable, so that the first stays first.
        self.all.par_sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut lost = Vec::new();
        self.all.dedup_by(|(other, file), (one, _)| {
            let is_same = one == other;
            if is_same {
                lost.push((std::mem::take(other), file.clone()));
            }
            is_same
        });
        self.all.shrink_to_fit();
        Sorted { all: self.all, lost }
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn the_first_that_asks_for_a_path_gets_it() {
        let mut files = Files::new(0);
        for (path, file) in [("b", 1), ("a", 2), ("b", 3), ("a/b", 4), ("b", 5)] {
            files.add(path.to_owned(), file);
        }
        let owned = |(path, file): (&str, i32)| (path.to_owned(), file);
        let sorted = files.sorted();
        assert_eq!(sorted.all, [("a", 2), ("a/b", 4), ("b", 1)].map(owned));
        assert_eq!(sorted.lost, [("b", 3), ("b", 5)].map(owned));
    }
}
