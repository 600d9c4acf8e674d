//! What a site is made of, in numbers, and what of it is other than the last time.
//!
//! The list of published files remembers the numbers of the run that wrote it. A file of which everything is the same
//! would come out the same, so it is not made again if it still holds the bytes that the list says. Nothing hangs on the
//! memory: without the numbers, with other numbers, or with a file that anybody touched, the file is made and compared as if for
//! the first time.

use crate::render::Shows;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that the bytes of a site depend on, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeOf {
    /// All but the words of narratives: facts, theme, program, what was asked.
    pub ground: [u8; 32],
    /// The words of each narrative, by its name (`story/lima-asn`).
    pub words: BTreeMap<String, [u8; 32]>,
}

/// What is other than the last time.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::publish) enum Since {
    /// It is not known, or everything may be.
    Everything,
    /// The words of these narratives.
    Words(BTreeSet<String>),
}

impl Since {
    /// What is other in `now` than in what `before` was made of.
    pub(in crate::publish) fn between(before: Option<&MadeOf>, now: Option<&MadeOf>) -> Self {
        let (Some(before), Some(now)) = (before, now) else { return Self::Everything };
        if before.ground != now.ground {
            return Self::Everything;
        }
        let names = before.words.keys().chain(now.words.keys());
        Self::Words(names.filter(|name| before.words.get(*name) != now.words.get(*name)).cloned().collect())
    }

    /// Whether a file that shows this can be other.
    pub(in crate::publish) fn touches(&self, shows: impl FnOnce() -> Shows) -> bool {
        let Self::Words(changed) = self else { return true };
        !changed.is_empty()
            && match shows() {
                Shows::NoWords => false,
                Shows::Words(narrative) => changed.contains(&narrative),
                Shows::AllWords => true,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::{MadeOf, Since};
    use crate::publish::{Budget, Manner, Outputs, Progress, publish};
    use crate::render::{RenderProblem, Shows};
    use std::fs;
    use std::path::Path;
    use std::sync::Mutex;

    /// Files that tell what was made of them.
    struct Told {
        files: Vec<(&'static str, String, Shows)>,
        made: Mutex<Vec<&'static str>>,
    }

    impl Outputs for Told {
        fn len(&self) -> usize {
            self.files.len()
        }
        fn path(&self, at: usize) -> &str {
            self.files[at].0
        }
        fn kind(&self, _: usize) -> &'static str {
            "html"
        }
        fn copied_from(&self, _: usize) -> Option<&Path> {
            None
        }
        fn shows(&self, at: usize) -> Shows {
            self.files[at].2.clone()
        }
        fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
            self.made.lock().unwrap().push(self.files[at].0);
            out.clear();
            out.extend_from_slice(self.files[at].1.as_bytes());
            Ok(())
        }
    }

    /// Publishes a page, a story and the search; gives what was made, and what was not.
    fn run(output: &Path, text: &str, made_of: Option<MadeOf>) -> (Vec<&'static str>, usize) {
        let shown = [
            ("a.html", Shows::NoWords),
            ("cerita/a.html", Shows::Words("story/a".to_owned())),
            ("search/0.json", Shows::AllWords),
        ];
        let files = shown.map(|(path, shows)| (path, format!("{path} {text}"), shows)).into();
        let told = Told { files, made: Mutex::default() };
        let manner = Manner { made_of, ..Manner::default() };
        let summary = publish(&told, output, &manner, Budget::default(), &Progress::new()).unwrap();
        let mut made = told.made.into_inner().unwrap();
        made.sort_unstable();
        (made, summary.stayed)
    }

    const ALL: [&str; 3] = ["a.html", "cerita/a.html", "search/0.json"];

    #[test]
    fn what_is_made_of_the_same_and_stands_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("keluar");
        let now = || Some(made_of(1, &[("story/a", 1)]));
        assert_eq!(run(&output, "x", now()), (ALL.to_vec(), 0));
        assert_eq!(run(&output, "x", now()), (vec![], 3));
        // Other words: only what shows them. The numbers are believed, so the text of the others does not count here.
        let other = || Some(made_of(1, &[("story/a", 2)]));
        assert_eq!(run(&output, "y", other()), (ALL[1..].to_vec(), 1));
        assert_eq!(fs::read(output.join("a.html")).unwrap(), b"a.html x");
        assert_eq!(fs::read(output.join("cerita/a.html")).unwrap(), b"cerita/a.html y");
        assert_eq!(run(&output, "z", Some(made_of(2, &[]))), (ALL.to_vec(), 0));
        assert_eq!(run(&output, "z", None), (ALL.to_vec(), 0));
        assert_eq!(run(&output, "z", now()), (ALL.to_vec(), 0), "the last run did not say what it was made of");
    }

    #[test]
    fn a_file_that_anybody_touched_is_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("keluar");
        let now = || Some(made_of(1, &[]));
        run(&output, "x", now());
        for (path, touched) in
            [("a.html", Some("a.html y")), ("cerita/a.html", Some("longer")), ("search/0.json", None)]
        {
            let full = output.join(path);
            match touched {
                Some(text) => fs::write(&full, text).unwrap(),
                None => fs::remove_file(&full).unwrap(),
            }
            assert_eq!(run(&output, "x", now()), (vec![path], 2));
            assert_eq!(fs::read_to_string(full).unwrap(), format!("{path} x"));
        }
        let list = output.join(".terbit-manifest");
        let text = fs::read_to_string(&list).unwrap();
        fs::write(&list, text.replace("made-of", "made of")).unwrap();
        assert_eq!(run(&output, "x", now()), (ALL.to_vec(), 0));
        assert_eq!(fs::read_to_string(&list).unwrap(), text);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn one_file_is_moved_in_where_the_folder_stands() {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("keluar");
        let number = || fs::metadata(&output).unwrap().ino();
        run(&output, "x", None);
        let first = number();
        fs::write(output.join("a.html"), "y").unwrap();
        run(&output, "x", None);
        assert_eq!(number(), first, "one step without another folder");
        assert_eq!(fs::read(output.join("a.html")).unwrap(), b"a.html x");
    }

    fn made_of(ground: u8, words: &[(&str, u8)]) -> MadeOf {
        let words = words.iter().map(|(name, hash)| ((*name).to_owned(), [*hash; 32])).collect();
        MadeOf { ground: [ground; 32], words }
    }

    #[test]
    fn only_files_that_show_other_words_can_be_other() {
        let before = made_of(1, &[("story/a", 1), ("story/b", 1)]);
        let touched = |now: &MadeOf| {
            let since = Since::between(Some(&before), Some(now));
            let shown = [Shows::NoWords, Shows::Words("story/a".to_owned()), Shows::AllWords];
            shown.map(|shows| since.touches(|| shows))
        };
        assert_eq!(touched(&before), [false, false, false]);
        assert_eq!(touched(&made_of(1, &[("story/a", 2), ("story/b", 1)])), [false, true, true]);
        assert_eq!(touched(&made_of(1, &[("story/a", 1), ("story/b", 2)])), [false, false, true]);
        assert_eq!(touched(&made_of(1, &[("story/a", 1)])), [false, false, true]);
        assert_eq!(touched(&made_of(2, &[("story/a", 1), ("story/b", 1)])), [true, true, true]);
    }

    #[test]
    fn what_is_not_known_may_be_other() {
        let known = made_of(1, &[]);
        for (before, now) in [(None, Some(&known)), (Some(&known), None), (None, None)] {
            assert_eq!(Since::between(before, now), Since::Everything);
        }
    }
}
