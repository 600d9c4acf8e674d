//! Bad input of any kind gives a diagnostic, never a panic.

use super::project::{COHORT, Project, Run};
use std::time::Instant;

/// Builds, insists that the program neither panicked nor was killed nor took long, and names the file.
#[track_caller]
fn survives(project: &Project, named: &str) -> Run {
    let start = Instant::now();
    let run = project.build(&[]);
    assert!(matches!(run.code, Some(0..=2)), "{named}: exit {:?}:\n{}", run.code, short(&run));
    assert!(!run.text().contains("panicked"), "{named}:\n{}", short(&run));
    assert!(run.code == Some(0) || run.text().contains(named), "{named} is not named:\n{}", short(&run));
    assert!(run.text().len() < 200_000, "{named}: the message is {} bytes long", run.text().len());
    assert!(start.elapsed().as_secs() < 60, "{named}: took {:?}", start.elapsed());
    run
}

fn short(run: &Run) -> String {
    run.text().chars().take(4000).collect()
}

fn with(bytes: &[u8]) -> Project {
    Project::new().bytes("content/cohorts/x.yaml", bytes)
}

#[test]
fn harmless_oddities_pass() {
    let crlf = COHORT.replace('\n', "\r\n");
    let bom = format!("\u{feff}{COHORT}");
    let comment = "# nothing here\n";
    for (what, bytes) in
        [("CRLF", crlf.as_bytes()), ("BOM", bom.as_bytes()), ("comment", comment.as_bytes()), ("empty", b"")]
    {
        let run = survives(&with(bytes), "cohorts/x.yaml");
        assert_eq!(run.code, Some(0), "{what}:\n{}", run.text());
        assert_eq!(run.has("angkatan/papua-2022/index.html"), bytes.len() > 20, "{what}");
    }
}

#[test]
fn broken_bytes_are_errors_with_a_place() {
    let mut invalid = COHORT.as_bytes().to_vec();
    invalid.extend_from_slice(b"  note: \xff\xfe\n");
    let deep = "[".repeat(1_000_000);
    let deep_maps = format!("- id: a\n  x: {}", "{a: ".repeat(100_000));
    let mut indented = String::new();
    for level in 0..3000 {
        indented.push_str(&format!("{}a:\n", " ".repeat(level)));
    }
    let cases: [(&str, &[u8]); 12] = [
        ("invalid UTF-8", &invalid),
        ("UTF-16", b"\xff\xfe-\0 \0i\0d\0:\0"),
        ("NUL", b"- id: a\0b\n"),
        ("tabs", b"- id: a\n\tprogram: magang\n"),
        ("a scalar", b"hello\n"),
        ("deep lists", deep.as_bytes()),
        ("deep maps", deep_maps.as_bytes()),
        ("deep blocks", indented.as_bytes()),
        ("an anchor", b"- &a {id: x, program: magang, origin: [], host: []}\n- *a\n"),
        ("a bomb", BOMB.as_bytes()),
        ("a tag", b"- id: !!binary aGVsbG8=\n"),
        ("two documents", b"- id: a\n---\n- id: b\n"),
    ];
    for (what, bytes) in cases {
        let run = survives(&with(bytes), "content/cohorts/x.yaml");
        assert_eq!(run.code, Some(1), "{what}:\n{}", short(&run));
        assert!(!run.output.exists(), "{what}: something was written");
    }
}

const BOMB: &str = "\
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
h: [*g, *g, *g, *g, *g, *g, *g, *g, *g]
";

#[test]
fn huge_values_are_errors() {
    let long = "9".repeat(100_000);
    for (field, value) in [
        ("participants: 42", "participants: 99999999999999999999999".to_owned()),
        ("participants: 42", "participants: 1e400".to_owned()),
        ("participants: 42", format!("participants: {long}")),
        ("participants: 42", "participants: -1".to_owned()),
        ("participants: 42", "participants: .inf".to_owned()),
        ("start: 2022-11-07", "start: 99999-01-01".to_owned()),
        ("start: 2022-11-07", "start: -2022".to_owned()),
        ("end: 2022-12-16", "duration: P99999999999999999999Y".to_owned()),
        ("id: papua-2022", format!("id: {}", "a".repeat(100_000))),
    ] {
        let run = survives(&with(COHORT.replace(field, &value).as_bytes()), "content/cohorts/x.yaml");
        assert_eq!(run.code, Some(1), "{}:\n{}", &value[..value.len().min(60)], short(&run));
    }
}

#[test]
fn a_very_long_line_makes_a_short_message() {
    let note = "panjang ".repeat(100_000);
    survives(&with(format!("{COHORT}  note: {note}\n  nota: x\n").as_bytes()), "content/cohorts/x.yaml");
    survives(&with(format!("- {{id: a, nota: x, note: \"{note}\"}}\n").as_bytes()), "content/cohorts/x.yaml");
}

#[test]
fn many_errors_are_all_counted() {
    let mut yaml = String::new();
    for number in 0..500 {
        yaml.push_str(&format!("- {{id: c-{number}, program: nothing, origin: [], host: []}}\n"));
    }
    let run = with(yaml.as_bytes()).build(&[]).exits(1);
    assert!(run.text().contains("500"), "the number of errors is told:\n{}", short(&run));
}

#[test]
#[cfg(unix)]
fn any_file_name_is_survived() {
    for name in [
        "dua kata.yaml",
        "ceria-é-ñ-漢.yaml",
        "a'b\"c<d>&.yaml",
        "baris\nbaru.yaml",
        "-x.yaml",
        "%41.yaml",
        "\u{202e}txt.yaml",
    ] {
        let good = Project::new().file(&format!("content/cohorts/{name}"), COHORT);
        let run = survives(&good, "");
        assert!(matches!(run.code, Some(0 | 1)), "{name:?}:\n{}", run.text());
        let bad = Project::new().file(&format!("content/cohorts/{name}"), "- id: [\n");
        let run = survives(&bad, "content/cohorts/");
        assert_eq!(run.code, Some(1), "{name:?}");
        assert!(!run.text().contains("baris\nbaru"), "a newline in a name breaks no message:\n{}", run.text());
    }
    for name in ["dua kata.md", "é.md", "baris\nbaru.md", "UPPER.md", "..md", "a.b.c.md"] {
        let story = "---\ntitle: T\ndate: 2022-01-01\n---\n\nIsi.\n";
        survives(&Project::new().file(&format!("content/stories/{name}"), story), "content/stories/");
    }
    for name in ["foto satu.jpg", "é&<>.jpg", "baris\nbaru.jpg"] {
        survives(&Project::new().file(&format!("content/media/{name}"), "not a picture"), "content/media/");
    }
}

#[test]
#[cfg(unix)]
fn a_file_name_that_is_not_utf8_is_survived() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new();
    let folder = project.root().join("content/cohorts");
    std::fs::create_dir_all(&folder).expect("a folder");
    let name = std::ffi::OsStr::from_bytes(b"a\xffb.yaml");
    if std::fs::write(folder.join(name), COHORT).is_ok() {
        survives(&project, "content/cohorts/");
    }
}

#[test]
fn a_folder_where_a_file_is_expected() {
    for path in [
        "content/site.yaml/a.yaml",
        "content/topics.yaml/a.yaml",
        "content/stories/x.md/y.md",
        "content/cohorts/a.yaml/b.yaml",
    ] {
        let project = Project::empty().file(path, "- {id: a, name: A}\n");
        let project = if path.contains("site") {
            project
        } else {
            project.file("content/site.yaml", "title: T\nbase_url: https://example.org/\nlanguages: [id]\n")
        };
        survives(&project, "content");
    }
}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let project = with(COHORT.as_bytes());
    let path = project.root().join("content/cohorts/x.yaml");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    if std::fs::read(&path).is_ok() {
        return; // Root reads everything: there is nothing to see.
    }
    assert_eq!(survives(&project, "content/cohorts/x.yaml").code, Some(1));
}

#[test]
#[cfg(unix)]
fn links_that_leave_the_content_are_errors_and_circles_end() {
    let outside = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(outside.path(), COHORT).expect("written");
    let project = Project::new().file("content/cohorts/.keep", "");
    std::os::unix::fs::symlink(outside.path(), project.root().join("content/cohorts/x.yaml")).expect("a link");
    assert_eq!(survives(&project, "content/cohorts/x.yaml").code, Some(1));
    let project = Project::new().file("content/cohorts/.keep", "");
    std::os::unix::fs::symlink("..", project.root().join("content/cohorts/again")).expect("a link");
    survives(&project, "content/cohorts/again");
    let project = Project::new().file("content/cohorts/.keep", "");
    std::os::unix::fs::symlink("gone.yaml", project.root().join("content/cohorts/x.yaml")).expect("a link");
    assert_eq!(survives(&project, "content/cohorts/x.yaml").code, Some(1));
}

#[test]
fn broken_settings_are_errors() {
    let cases: [&[u8]; 8] = [
        b"",
        b"title: T\n",
        b"- a\n",
        b"title: T\nbase_url: javascript:x\nlanguages: [id]\n",
        b"title: T\nbase_url: https://example.org/\nlanguages: []\n",
        b"title: T\nbase_url: https://example.org/\nlanguages: [id]\ntime_zone: Mars/Olympus\n",
        b"title: T\nbase_url: https://example.org/\nlanguages: [id]\ntheme: ../../etc\n",
        b"title: T\nbase_url: https://example.org/\nlanguages: [id]\noutputs: [htlm]\n",
    ];
    for settings in cases {
        let run = survives(&Project::new().bytes("content/site.yaml", settings), "content/site.yaml");
        assert_eq!(run.code, Some(1), "{}:\n{}", String::from_utf8_lossy(settings), run.text());
    }
}

#[test]
fn broken_narratives_are_survived() {
    let head = "---\ntitle: T\ndate: 2022-01-01\n---\n";
    let long = format!("{head}{}", "[".repeat(200_000));
    let quotes = format!("{head}{}", "> ".repeat(50_000));
    let links = format!("{head}{}", "[[".repeat(50_000));
    let emphasis = format!("{head}{}", "*a _b ".repeat(50_000));
    let cases: [(&str, &str, Option<i32>); 10] = [
        ("no front matter", "Isi.\n", Some(1)),
        ("not closed", "---\ntitle: T\n", Some(1)),
        ("empty", "", Some(1)),
        ("front matter is a list", "---\n- a\n---\n", Some(1)),
        ("brackets", &long, None),
        ("quotes", &quotes, None),
        ("links", &links, None),
        ("emphasis", &emphasis, None),
        ("a dangerous link", "---\ntitle: T\ndate: 2022-01-01\n---\n[x](javascript:alert(1))\n", Some(1)),
        ("an empty link", "---\ntitle: T\ndate: 2022-01-01\n---\n[[]] [[#]] [[|]] ![[]]\n", Some(1)),
    ];
    for (what, text, code) in cases {
        let run = survives(&Project::new().file("content/stories/x.md", text), "content/stories/x.md");
        assert!(code.is_none() || run.code == code, "{what}: exit {:?}:\n{}", run.code, short(&run));
    }
}

#[test]
fn broken_themes_are_errors_with_their_place() {
    for (path, text) in [
        ("themes/warta/templates/region.html", "{% if %}"),
        ("themes/warta/templates/region.html", "{{ no_such_name }}"),
        ("themes/warta/templates/region.html", "{{ 1 | no_such_filter }}"),
        ("themes/warta/messages/id.yaml", "a: [\n"),
    ] {
        let run = survives(&Project::new().file(path, text), path.rsplit('/').next().expect("a name"));
        assert_eq!(run.code, Some(1), "{path}: {text}:\n{}", run.text());
    }
    let site = "title: T\nbase_url: https://example.org/\nlanguages: [id]\ntheme: wrta\n";
    Project::new().file("content/site.yaml", site).build(&[]).exits(1).says("warta");
}
