//! What publishing does to a folder, with a bundle of fixed files.

use super::{Budget, Manner, Outputs, Progress, PublishProblem, Summary, publish};
use crate::render::RenderProblem;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// Files by path; `FAILS` as text fails to render; paths in `copies` come from a file.
#[derive(Default)]
struct Fixed {
    files: Vec<(String, String)>,
    copies: BTreeMap<String, PathBuf>,
}

const FAILS: &str = "{{ nothing }}";

fn fixed(files: &[(&str, &str)]) -> Fixed {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    Fixed { files, copies: BTreeMap::new() }
}

impl Outputs for Fixed {
    fn len(&self) -> usize {
        self.files.len()
    }

    fn path(&self, at: usize) -> &str {
        &self.files[at].0
    }

    fn kind(&self, _: usize) -> &'static str {
        "html"
    }

    fn copied_from(&self, at: usize) -> Option<&Path> {
        self.copies.get(self.path(at)).map(PathBuf::as_path)
    }

    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        let (path, text) = &self.files[at];
        if text == FAILS {
            return Err(RenderProblem {
                path: path.clone(),
                reason: "nothing is not defined".to_owned(),
                in_picture: false,
            });
        }
        out.clear();
        out.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

fn output() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("hasil akhir/é");
    (folder, output)
}

fn run(outputs: &Fixed, output: &Path) -> Result<Summary, PublishProblem> {
    publish(outputs, output, &Manner::default(), Budget::default(), &Progress::new())
}

/// Every file by its path, with its bytes; folders with nothing.
fn tree(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let bytes = (!entry.file_type().is_dir()).then(|| fs::read(entry.path()).unwrap());
        files.insert(path, bytes);
    }
    files
}

fn names(folder: &Path) -> Vec<String> {
    tree(folder).into_iter().filter(|(_, bytes)| bytes.is_some()).map(|(path, _)| path).collect()
}

#[test]
fn a_missing_output_is_made_and_a_second_run_writes_nothing() {
    let (_keep, output) = output();
    let site = fixed(&[("index.html", "1"), ("a/b/index.html", "2")]);
    let summary = run(&site, &output).unwrap();
    assert_eq!(
        (summary.written["html"], summary.unchanged["html"], summary.removed.values().sum::<usize>()),
        (2, 0, 0)
    );
    assert_eq!(names(&output), [".terbit-manifest", "a/b/index.html", "index.html"]);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    for name in names(&output) {
        fs::File::options().write(true).open(output.join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let summary = run(&site, &output).unwrap();
    assert_eq!(
        (summary.written["html"], summary.unchanged["html"], summary.removed.values().sum::<usize>()),
        (0, 2, 0)
    );
    for name in names(&output) {
        assert_eq!(fs::metadata(output.join(&name)).unwrap().modified().unwrap(), long_ago, "{name}");
    }
}

#[test]
fn only_what_differs_is_written_and_what_is_gone_is_removed() {
    let (_keep, output) = output();
    run(&fixed(&[("index.html", "1"), ("a/b/index.html", "2"), ("c/index.html", "3")]), &output).unwrap();
    fs::write(output.join("c/mine.txt"), "mine").unwrap();
    let summary = run(&fixed(&[("index.html", "one"), ("d/index.html", "4")]), &output).unwrap();
    assert_eq!((summary.written["html"], summary.removed.values().sum::<usize>()), (2, 2));
    assert_eq!(names(&output), [".terbit-manifest", "c/mine.txt", "d/index.html", "index.html"]);
    assert!(!output.join("a").exists());
    assert_eq!(fs::read(output.join("index.html")).unwrap(), b"one");
}

#[test]
fn what_a_person_changed_or_lost_is_made_again() {
    let (_keep, output) = output();
    let site = fixed(&[("index.html", "12"), ("b.html", "34")]);
    run(&site, &output).unwrap();
    fs::write(output.join("index.html"), "XX").unwrap();
    fs::remove_file(output.join("b.html")).unwrap();
    assert_eq!(run(&site, &output).unwrap().written["html"], 2);
    assert_eq!(fs::read(output.join("index.html")).unwrap(), b"12");
}

#[test]
fn a_folder_of_someone_else_is_refused_and_untouched() {
    let (_keep, output) = output();
    fs::create_dir_all(&output).unwrap();
    fs::write(output.join("thesis.docx"), "years of work").unwrap();
    let before = tree(&output);
    let refused = run(&fixed(&[("index.html", "1")]), &output);
    assert!(matches!(refused, Err(PublishProblem::Foreign(path)) if path.ends_with("thesis.docx")));
    assert_eq!(tree(&output), before);
}

#[test]
fn placeholders_do_not_make_a_folder_foreign() {
    let (_keep, output) = output();
    fs::create_dir_all(output.join(".git")).unwrap();
    fs::write(output.join(".placeholder"), "").unwrap();
    fs::write(output.join(".gitkeep"), "").unwrap();
    run(&fixed(&[("index.html", "1")]), &output).unwrap();
    run(&fixed(&[]), &output).unwrap();
    assert_eq!(names(&output), [".gitkeep", ".placeholder", ".terbit-manifest"]);
}

#[test]
fn files_that_terbit_did_not_write_are_never_touched() {
    let (_keep, output) = output();
    run(&fixed(&[("index.html", "1")]), &output).unwrap();
    fs::create_dir(output.join("a")).unwrap();
    fs::write(output.join("a/index.html"), "mine").unwrap();
    fs::write(output.join("same.txt"), "same").unwrap();
    let before = tree(&output);
    let refused = run(&fixed(&[("index.html", "2"), ("a/index.html", "yours")]), &output);
    assert!(matches!(refused, Err(PublishProblem::InTheWay(files)) if files == [output.join("a/index.html")]));
    assert_eq!(tree(&output), before);
    // Equal bytes are no conflict, and do not make the file ours.
    assert_eq!(run(&fixed(&[("same.txt", "same")]), &output).unwrap().unchanged["html"], 1);
    run(&fixed(&[]), &output).unwrap();
    assert_eq!(names(&output), [".terbit-manifest", "a/index.html", "same.txt"]);
}

#[test]
fn foreign_files_and_links_in_the_place_of_folders_are_kept() {
    let (keep, output) = output();
    run(&fixed(&[("index.html", "1"), ("old/a.html", "a")]), &output).unwrap();
    fs::write(output.join("a"), "mine").unwrap();
    let refused = run(&fixed(&[("a/index.html", "1")]), &output);
    assert!(matches!(refused, Err(PublishProblem::InTheWay(files)) if files == [output.join("a")]));
    #[cfg(unix)]
    {
        let elsewhere = keep.path().join("elsewhere");
        fs::rename(output.join("old"), &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, output.join("old")).unwrap();
        let refused = run(&fixed(&[("old/b.html", "1")]), &output);
        assert!(matches!(refused, Err(PublishProblem::InTheWay(files)) if files == [output.join("old")]));
        run(&fixed(&[("index.html", "1")]), &output).unwrap();
        assert_eq!(fs::read(elsewhere.join("a.html")).unwrap(), b"a");
    }
}

#[test]
fn a_page_that_fails_leaves_everything_as_it_was() {
    let (keep, output) = output();
    let broken = fixed(&[("index.html", "2"), ("b.html", FAILS), ("c.html", "3"), ("d.html", FAILS)]);
    let problem = run(&broken, &output);
    assert!(matches!(problem, Err(PublishProblem::Render(pages)) if pages.len() == 2 && pages[0].path == "b.html"));
    assert_eq!(tree(keep.path()), BTreeMap::new(), "folders made for nothing are gone");
    run(&fixed(&[("index.html", "1")]), &output).unwrap();
    let before = tree(&output);
    assert!(run(&broken, &output).is_err());
    assert_eq!(tree(&output), before);
}

#[test]
fn stopping_leaves_everything_as_it_was() {
    let (_keep, output) = output();
    run(&fixed(&[("index.html", "1")]), &output).unwrap();
    let before = tree(&output);
    let progress = Progress::new();
    progress.stop();
    let stopped = publish(&fixed(&[("index.html", "2")]), &output, &Manner::default(), Budget::default(), &progress);
    assert!(matches!(stopped, Err(PublishProblem::Interrupted)));
    assert_eq!(tree(&output), before);
}

#[test]
fn files_become_folders_and_folders_files() {
    let (_keep, output) = output();
    let before = [("a", "file"), ("b/c/index.html", "page"), ("b/index.html", "page"), ("p/x/y.html", "page")];
    run(&fixed(&before), &output).unwrap();
    fs::create_dir(output.join("b/empty")).unwrap();
    let summary = run(&fixed(&[("a/index.html", "page"), ("b", "file"), ("p/x", "file")]), &output).unwrap();
    assert_eq!((summary.written["html"], summary.removed.values().sum::<usize>()), (3, 4));
    assert_eq!(names(&output), [".terbit-manifest", "a/index.html", "b", "p/x"]);
}

#[test]
fn what_a_killed_run_left_is_cleared() {
    let (_keep, output) = output();
    fs::create_dir_all(output.join(".terbit-staging-4194399/tree/a")).unwrap();
    fs::write(output.join(".terbit-staging-4194399/tree/a/x.html"), "half").unwrap();
    fs::write(output.join(".terbit-staging-4194399/lock"), "").unwrap();
    run(&fixed(&[("index.html", "1")]), &output).unwrap();
    assert_eq!(names(&output), [".terbit-manifest", "index.html"]);
}

#[test]
fn two_runs_at_once_are_told_apart() {
    let (_keep, output) = output();
    let other = output.join(".terbit-staging-4194399");
    fs::create_dir_all(&other).unwrap();
    let lock = fs::File::create(other.join("lock")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(run(&fixed(&[("index.html", "1")]), &output), Err(PublishProblem::Busy)));
    assert!(other.exists());
}

#[test]
fn a_run_killed_between_two_moves_is_mended() {
    let (_keep, output) = output();
    run(&fixed(&[("index.html", "1"), ("old.html", "o")]), &output).unwrap();
    // What the list names and is not there, and what it names in addition, as after a kill.
    let mut list = fs::read_to_string(output.join(".terbit-manifest")).unwrap();
    list.push_str(&format!("{} 1 never/moved.html\n", blake3::hash(b"n").to_hex()));
    fs::write(output.join(".terbit-manifest"), list).unwrap();
    let summary = run(&fixed(&[("index.html", "1"), ("new.html", "n")]), &output).unwrap();
    assert_eq!((summary.written["html"], summary.removed.values().sum::<usize>()), (1, 1));
    assert_eq!(names(&output), [".terbit-manifest", "index.html", "new.html"]);
}

#[test]
fn copied_files_are_compared_by_their_bytes() {
    let (keep, output) = output();
    let source = keep.path().join("foto satu.jpg");
    let big = vec![7_u8; 200_000];
    fs::write(&source, &big).unwrap();
    let mut site = fixed(&[("media/foto satu.jpg", "")]);
    site.copies.insert("media/foto satu.jpg".to_owned(), source.clone());
    assert_eq!(run(&site, &output).unwrap().written["html"], 1);
    assert_eq!(fs::read(output.join("media/foto satu.jpg")).unwrap(), big);
    assert_eq!(run(&site, &output).unwrap().unchanged["html"], 1);
    let mut other = big;
    other[150_000] = 8;
    fs::write(&source, &other).unwrap();
    assert_eq!(run(&site, &output).unwrap().written["html"], 1);
    fs::remove_file(&source).unwrap();
    assert!(matches!(run(&site, &output), Err(PublishProblem::Input(path, _)) if path == source));
    assert_eq!(fs::read(output.join("media/foto satu.jpg")).unwrap(), other);
}

#[test]
fn outputs_that_exclude_each_other_are_refused() {
    let (_keep, output) = output();
    let clash = run(&fixed(&[("a", "1"), ("a/index.html", "2")]), &output);
    assert!(matches!(clash, Err(PublishProblem::Clash(one, other)) if one == "a" && other == "a/index.html"));
    for path in ["../a", "/a", "a//b", "", ".terbit-manifest", ".terbit-staging-1/a"] {
        assert!(matches!(run(&fixed(&[(path, "1")]), &output), Err(PublishProblem::Unsafe(_))), "{path}");
    }
    assert!(!output.exists());
}

#[test]
fn an_output_that_cannot_be_written_is_said_with_its_path() {
    let (keep, _) = output();
    let file = keep.path().join("file");
    fs::write(&file, "x").unwrap();
    for output in [file.clone(), file.join("below")] {
        assert!(matches!(run(&fixed(&[("a", "1")]), &output), Err(PublishProblem::Io(path, _)) if path == output));
    }
    assert_eq!(fs::read(&file).unwrap(), b"x");
}

#[test]
fn two_outputs_are_equal_whatever_the_threads() {
    let (_keep, output) = output();
    let files: Vec<(String, String)> =
        (0..300).map(|at| (format!("{}/{at}/index.html", at % 7), "x".repeat(at))).collect();
    let site = Fixed { files, copies: BTreeMap::new() };
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    one.install(|| run(&site, &output.join("one"))).unwrap();
    run(&site, &output.join("two")).unwrap();
    assert_eq!(tree(&output.join("one")), tree(&output.join("two")));
}
