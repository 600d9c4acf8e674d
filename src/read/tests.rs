//! What a folder may hold, and what is said about it.

use super::{SourceKind, Sources, read};
use crate::diag::{Code, Places, Report};
use crate::options::Options;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in [("content/site.yaml", b"title: x\n".as_slice())].iter().chain(files) {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

fn read_root(root: &Path) -> (Option<Sources>, Report) {
    let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    let options = Options {
        root: root.to_owned(),
        output: root.join("output"),
        base_url: None,
        drafts: false,
        now,
        strict: false,
    };
    let mut report = Report::new();
    (read(&options, &mut report), report)
}

fn codes(report: &Report) -> Vec<(Code, String)> {
    report.diagnostics().iter().map(|found| (found.code, found.path.clone().unwrap_or_default())).collect()
}

fn paths(sources: &Sources) -> Vec<&str> {
    sources.files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn files_come_in_path_order_whatever_was_made_first() {
    let root = site(&[
        ("content/topics.yaml", b""),
        ("content/cohorts/b.yaml", b""),
        ("content/cohorts.yaml", b""),
        ("content/cohorts/a/z.yml", b""),
        ("content/stories/2022/lima.en.md", b""),
        ("content/media/foto satu.jpg", b"jpg"),
        ("content/static/robots.txt", b""),
    ]);
    let (sources, report) = read_root(root.path());
    let sources = sources.unwrap();
    assert_eq!(codes(&report), []);
    assert_eq!(
        paths(&sources),
        [
            "content/cohorts.yaml",
            "content/cohorts/a/z.yml",
            "content/cohorts/b.yaml",
            "content/site.yaml",
            "content/stories/2022/lima.en.md",
            "content/topics.yaml"
        ]
    );
    assert_eq!(sources.files[1].kind, SourceKind::Records("cohorts".to_owned()));
    let raw: Vec<&str> = sources.raw.iter().map(|file| file.address.as_str()).collect();
    assert_eq!(raw, ["media/foto satu.jpg", "robots.txt"]);
}

#[test]
fn no_site_is_said() {
    let root = tempfile::tempdir().unwrap();
    let (sources, report) = read_root(root.path());
    assert!(sources.is_none());
    assert!(report.diagnostics()[0].message.en.contains("no folder `content/`"));
    fs::create_dir(root.path().join("content")).unwrap();
    let (sources, report) = read_root(root.path());
    assert!(sources.is_none());
    assert_eq!(report.diagnostics()[0].code, Code::I006);
    assert!(report.diagnostics()[0].message.en.contains("`content/site.yaml` is missing"));
}

#[test]
fn leftovers_are_ignored_and_strangers_named() {
    let root = site(&[
        ("content/.hidden/a.yaml", b""),
        ("content/cohorts/a.yaml~", b""),
        ("content/cohorts/README.md", b""),
        ("content/cohorts/catatan.docx", b""),
        ("content/cohort/a.yaml", b""),
        ("content/cohort/b.yaml", b""),
    ]);
    let (sources, report) = read_root(root.path());
    assert_eq!(paths(&sources.unwrap()), ["content/site.yaml"]);
    assert_eq!(
        codes(&report),
        [(Code::I002, "content/cohorts/catatan.docx".to_owned()), (Code::I001, "content/cohort/a.yaml".to_owned())]
    );
    assert!(report.diagnostics()[1].notes[0].en.contains("`cohorts`"));
}

#[test]
fn text_is_utf8_and_loses_only_its_mark() {
    let root = site(&[
        ("content/cohorts/a.yaml", b"\xEF\xBB\xBFid: a\r\n"),
        ("content/cohorts/b.yaml", b"id: b\nname: caf\xE9\n"),
    ]);
    let (sources, report) = read_root(root.path());
    let sources = sources.unwrap();
    assert_eq!(paths(&sources), ["content/cohorts/a.yaml", "content/site.yaml"]);
    assert_eq!(sources.text(crate::diag::FileId(0)), "id: a\r\n");
    assert_eq!(codes(&report), [(Code::I004, "content/cohorts/b.yaml".to_owned())]);
    assert!(report.diagnostics()[0].message.en.contains("line 2, column 10"));
}

#[test]
fn a_folder_named_like_a_file_is_told_apart() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("content/site.yaml")).unwrap();
    fs::create_dir_all(root.path().join("content/cohorts/2022.yaml")).unwrap();
    let (sources, report) = read_root(root.path());
    assert!(sources.unwrap().files.is_empty());
    assert_eq!(
        codes(&report),
        [(Code::I003, "content/cohorts/2022.yaml".to_owned()), (Code::I003, "content/site.yaml".to_owned())]
    );
}

#[test]
fn names_that_cannot_be_addresses_are_errors() {
    let root = site(&[
        ("content/stories/Lima ASN.md", b""),
        ("content/stories/dua\nbaris.md", b""),
        ("content/stories/baik.en.md", b""),
    ]);
    let (_, report) = read_root(root.path());
    assert_eq!(
        codes(&report),
        [
            (Code::I007, "content/stories/Lima ASN.md".to_owned()),
            (Code::I007, "content/stories/dua\\nbaris.md".to_owned())
        ]
    );
    assert!(report.diagnostics()[0].notes[1].en.contains("`lima-asn`"));
}

#[cfg(unix)]
#[test]
fn links_stay_inside_and_are_followed_once() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.yaml"), "secret").unwrap();
    let root = site(&[("content/cohorts/a.yaml", b"id: a"), ("content/media/a.jpg", b"a")]);
    let content = root.path().join("content");
    symlink(outside.path().join("secret.yaml"), content.join("cohorts/b.yaml")).unwrap();
    symlink(outside.path(), content.join("visits")).unwrap();
    symlink(&content, content.join("cohorts/again")).unwrap();
    symlink("a.yaml", content.join("cohorts/copy.yaml")).unwrap();
    symlink("a.jpg", content.join("media/b.jpg")).unwrap();
    symlink("nowhere", content.join("cohorts/gone.yaml")).unwrap();
    symlink("nowhere", content.join("cohorts/.#lock")).unwrap();
    let (sources, report) = read_root(root.path());
    let sources = sources.unwrap();
    assert_eq!(paths(&sources), ["content/cohorts/a.yaml", "content/site.yaml"]);
    assert_eq!(sources.raw.len(), 2);
    assert_eq!(
        codes(&report),
        [
            (Code::I002, "content/cohorts/again".to_owned()),
            (Code::I005, "content/cohorts/b.yaml".to_owned()),
            (Code::I003, "content/cohorts/gone.yaml".to_owned()),
            (Code::I005, "content/visits".to_owned()),
        ]
    );
}

#[cfg(unix)]
#[test]
fn pipes_are_not_opened() {
    let root = site(&[]);
    let pipe = root.path().join("content/cohorts.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        let (_, report) = read_root(root.path());
        assert_eq!(codes(&report), [(Code::I003, "content/cohorts.yaml".to_owned())]);
    }
}

#[test]
fn the_site_lays_its_theme_over_the_carried_one() {
    let root = site(&[("themes/warta/templates/region.html", b"mine"), ("themes/warta/assets/x.css", b"css")]);
    let (sources, report) = read_root(root.path());
    let theme = sources.unwrap().theme;
    assert_eq!(codes(&report), []);
    assert_eq!(theme.name, "warta");
    assert_eq!(theme.templates["region.html"], "mine");
    assert_eq!(theme.assets["x.css"], b"css");
}

#[test]
fn a_theme_that_does_not_exist_is_an_error_at_its_name() {
    let root = site(&[("themes/polos/templates/region.html", b"x")]);
    let settings = root.path().join("content/site.yaml");
    fs::write(&settings, "title: x\ntheme: poles # my own\n").unwrap();
    let (sources, report) = read_root(root.path());
    assert_eq!(sources.unwrap().theme.name, "warta");
    let found = &report.diagnostics()[0];
    assert_eq!(found.code, Code::T001);
    assert_eq!(found.span.map(|span| (span.start, span.end)), Some((16, 21)));
    assert!(found.notes[0].en.contains("`polos`"));
    fs::write(&settings, "theme: polos\n").unwrap();
    let (sources, report) = read_root(root.path());
    assert_eq!(codes(&report), []);
    assert_eq!(sources.unwrap().theme.templates.keys().collect::<Vec<_>>(), ["region.html"]);
    fs::write(&settings, "theme: ../themes/polos\n").unwrap();
    assert_eq!(read_root(root.path()).1.diagnostics()[0].code, Code::T001);
}

#[test]
fn texts_that_are_as_they_were_are_shared() {
    let before = Sources::for_tests(&[("site.yaml", "title: A\n"), ("topics.yaml", "- id: a\n")]);
    let mut now = Sources::for_tests(&[("site.yaml", "title: B\n"), ("topics.yaml", "- id: a\n"), ("visits.yaml", "")]);
    now.share_texts(&before);
    let texts: Vec<&str> = now.files.iter().map(|file| &*file.text).collect();
    assert_eq!(texts, ["title: B\n", "- id: a\n", ""]);
    assert!(Arc::ptr_eq(&now.files[1].text, &before.files[1].text), "held twice");
}
