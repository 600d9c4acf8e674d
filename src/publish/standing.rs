//! Whether the site that stands is the one that would be made: then nothing is planned or made.
//!
//! The list of files says what they were made of. Where that is the same to the last word, the same bytes would come out;
//! it remains to see that they still lie there, so each is read and compared with its hash. Files that are copied
//! are compared with what they are copied from. Whatever is unclear, the site is made.

use super::made_of::MadeOf;
use super::manifest::{self, Entry, is_safe};
use super::target::is_left_over;
use super::{Progress, Summary};
use rayon::prelude::*;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::Duration;

/// The kind of files that are copied as they are.
const COPIED: &str = "media";

/// What publishing would do to `output`, if it is the site made of `made_of` and nothing has to be done. `source` says where
/// the file that is copied to a path comes from.
pub fn stands<'s>(
    output: &Path,
    made_of: &MadeOf,
    source: &(impl Fn(&str) -> Option<&'s Path> + Sync),
    progress: &Progress,
) -> Option<Summary> {
    let list = fs::read_to_string(output.join(manifest::NAME)).ok()?;
    let (before, is_plain) = manifest::made_of(&list)?;
    if !is_plain || before != *made_of || is_left_over(output) {
        return None;
    }
    let files: Vec<&str> = list.lines().skip(2 + made_of.words.len()).collect();
    progress.begin(files.len());
    let look = |buffer: &mut Vec<u8>, line: &&str| {
        let start = progress.time();
        let (path, entry) = manifest::entry(line).filter(|(path, _)| is_safe(path))?;
        let full = output.join(&path);
        let original = source(&path).filter(|_| entry.kind == COPIED);
        let is_same = full.symlink_metadata().is_ok_and(|data| data.is_file())
            && holds(&full, &entry, buffer)
            && original.is_none_or(|original| holds(original, &entry, buffer));
        progress.step();
        is_same.then(|| (entry, original.is_some(), progress.time().saturating_sub(start)))
    };
    let looked: Option<Vec<(Entry, bool, Duration)>> = files.par_iter().map_init(Vec::new, look).collect();
    let mut summary = Summary::default();
    for (entry, is_copy, time) in looked? {
        summary.count(&entry.kind, false);
        summary.spend(&entry.kind, entry.size, time);
        summary.stayed += usize::from(!is_copy);
    }
    Some(summary)
}

/// Whether a file holds what the entry says. `buffer` is used again from file to file.
fn holds(path: &Path, entry: &Entry, buffer: &mut Vec<u8>) -> bool {
    buffer.clear();
    let read = File::open(path).and_then(|file| file.take(entry.size + 1).read_to_end(buffer));
    read.is_ok() && buffer.len() as u64 == entry.size && *blake3::hash(buffer).as_bytes() == entry.hash
}

#[cfg(test)]
mod tests {
    use super::stands;
    use crate::publish::{Budget, MadeOf, Manner, Outputs, Progress, publish};
    use crate::render::RenderProblem;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// Two pages, and a file that is copied.
    struct Site(PathBuf);

    impl Outputs for Site {
        fn len(&self) -> usize {
            3
        }
        fn path(&self, at: usize) -> &str {
            ["a.html", "b/c.html", "d.txt"][at]
        }
        fn kind(&self, at: usize) -> &'static str {
            ["html", "html", "media"][at]
        }
        fn copied_from(&self, at: usize) -> Option<&Path> {
            (at == 2).then_some(self.0.as_path())
        }
        fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
            out.clear();
            out.extend_from_slice(self.path(at).as_bytes());
            Ok(())
        }
    }

    fn made_of(ground: u8) -> MadeOf {
        MadeOf { ground: [ground; 32], words: [("story/a".to_owned(), [1; 32])].into() }
    }

    #[test]
    fn a_site_stands_until_anything_of_it_is_other() {
        let folder = tempfile::tempdir().unwrap();
        let (output, original) = (folder.path().join("keluar"), folder.path().join("asli.txt"));
        let restore = || {
            fs::write(&original, "asli").unwrap();
            let manner = Manner { made_of: Some(made_of(1)), ..Manner::default() };
            publish(&Site(original.clone()), &output, &manner, Budget::default(), &Progress::new()).unwrap();
        };
        let source = |path: &str| (path == "d.txt").then_some(original.as_path());
        let standing = |ground: u8| stands(&output, &made_of(ground), &source, &Progress::new());
        assert_eq!(standing(1), None, "nothing stands yet");
        restore();
        let summary = standing(1).expect("it stands");
        assert_eq!((summary.unchanged["html"], summary.unchanged["media"], summary.stayed), (2, 1, 2));
        assert_eq!(summary.written.values().sum::<usize>() + summary.removed.values().sum::<usize>(), 0);
        assert_eq!(standing(2), None, "made of something else");
        let list = output.join(".terbit-manifest");
        let edits: [(&str, &dyn Fn()); 7] = [
            ("other bytes", &|| fs::write(output.join("a.html"), "A.html").unwrap()),
            ("more bytes", &|| fs::write(output.join("a.html"), "a.html ").unwrap()),
            ("a file is gone", &|| fs::remove_file(output.join("b/c.html")).unwrap()),
            ("another original", &|| fs::write(&original, "lain").unwrap()),
            ("another copy", &|| fs::write(output.join("d.txt"), "lain").unwrap()),
            ("a site with something to say", &|| {
                fs::write(&list, fs::read_to_string(&list).unwrap().replace(" plain\n", "\n")).unwrap();
            }),
            ("what a killed run left", &|| {
                fs::create_dir_all(folder.path().join(".keluar.terbit-next-1/x")).unwrap();
            }),
        ];
        for (what, edit) in edits {
            edit();
            assert_eq!(standing(1), None, "{what}");
            restore();
            assert!(standing(1).is_some(), "mended: {what}");
        }
    }
}
