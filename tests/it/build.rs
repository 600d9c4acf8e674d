//! `terbit build`: what is written, what is left alone, and how it ends.

use super::project::{COHORT, NOW, Project, Run, SITE, terbit};
use std::fs;

fn site() -> Project {
    Project::new().file("content/cohorts/2022.yaml", COHORT)
}

#[test]
fn a_small_site_is_built_in_both_languages() {
    let run = site().build(&[]).exits(0);
    for page in [
        "index.html",
        "en/index.html",
        "404.html",
        "wilayah/index.html",
        "en/regions/index.html",
        "wilayah/papua/index.html",
        "en/regions/papua/index.html",
        "wilayah/kota-batu/index.html",
        "angkatan/papua-2022/index.html",
        "en/cohorts/papua-2022/index.html",
        "instansi/bappeda-kota-malang/index.html",
        "program/magang/index.html",
        "topik/perencanaan/index.html",
        "sumber/s1/index.html",
        "tahun/2022/index.html",
        "en/years/2022/index.html",
    ] {
        assert!(run.has(page), "{page} is missing");
    }
    let figure = run.figure("wilayah/papua/", "people_sent");
    assert_eq!((figure["value"].as_u64(), figure["state"].as_str()), (Some(42), Some("exact")));
    assert_eq!((figure["stated"].as_u64(), figure["silent"].as_u64()), (Some(1), Some(0)));
    assert!(figure["basis"].to_string().contains("papua-2022"), "{figure}");
    assert!(run.file("wilayah/papua/index.html").contains("42"));
}

#[test]
fn the_clock_is_printed_and_comes_from_now_or_source_date_epoch() {
    let project = site();
    project.build(&["--now", "2023-04-05T06:07:08+07:00"]).exits(0).says("2023-04-05");
    let mut command = terbit();
    command.env("SOURCE_DATE_EPOCH", "1700000000").arg("build").arg("--root").arg(project.root());
    command.arg("-o").arg(project.root().join("other"));
    Run::of(command, project.root().join("other")).exits(0).says("2023-11-1");
}

#[test]
fn unchanged_files_are_not_written_again_and_old_ones_are_removed() {
    let project = site();
    let first = project.build(&[]).exits(0);
    let page = first.output.join("wilayah/papua/index.html");
    let written = || fs::metadata(&page).and_then(|data| data.modified()).expect("a time");
    let before = (written(), first.tree());
    project.build(&[]).exits(0);
    assert_eq!((written(), first.tree()), before);

    let other = project.root().join("output/elsewhere.txt");
    fs::write(&other, "not ours").expect("written");
    let project = project.without("content/cohorts/2022.yaml");
    let last = project.build(&[]).exits(0);
    assert!(!last.has("angkatan/papua-2022/index.html"), "what is no longer made is removed");
    assert!(!last.output.join("angkatan/papua-2022").exists(), "and so is its empty folder");
    assert!(other.is_file(), "what Terbit did not write is never touched");
}

#[test]
fn an_error_leaves_the_old_output_as_it_was() {
    let project = site();
    let before = project.build(&[]).exits(0).tree();
    let project =
        project.file("content/visits/a.yaml", "- {id: v1, kind: studi-tiru, origin: [nowhere], host: [papua]}\n");
    let run = project.build(&[]).exits(1).says("content/visits/a.yaml");
    assert_eq!(run.tree(), before);
    let fresh = Project::new().file("content/visits/a.yaml", "- id: v1\n  kind: no-such\n");
    assert!(!fresh.build(&[]).exits(1).output.exists(), "nothing is written");
}

#[test]
fn a_folder_that_is_not_terbits_is_refused() {
    let project = site().file("output/thesis.doc", "years of work");
    let run = project.build(&[]).exits(2).says("output");
    assert_eq!(run.tree().len(), 1, "nothing was added");
    let project = site().file("output/.placeholder", "");
    assert!(project.build(&[]).exits(0).has(".placeholder"), "a dot-file does not make a folder foreign");
}

#[test]
fn usage_and_missing_sites_are_two() {
    let project = site();
    assert_eq!(project.build(&["--no-such-option"]).code, Some(2));
    assert_eq!(project.build(&["--now", "yesterday"]).code, Some(2));
    let empty = Project::empty();
    assert_eq!(empty.build(&[]).code, Some(2));
    let blocked = site().file("blocked", "a file");
    let target = blocked.root().join("blocked/site");
    assert_eq!(blocked.build(&["-o", target.to_str().expect("UTF-8")]).code, Some(2), "the output is not writable");
}

#[test]
fn the_output_option_is_relative_to_the_current_folder() {
    let project = site();
    let mut command = terbit();
    command.current_dir(project.root().join("content")).args(["build", "--root", "..", "-o", "../made site"]);
    let run = Run::of(command, project.root().join("made site"));
    assert!(run.exits(0).has("index.html"));
}

#[test]
fn strict_makes_warnings_errors() {
    let project = site().file("content/cohorts/notes.txt", "left over");
    project.build(&[]).exits(0).says("content/cohorts/notes.txt");
    project.build(&["--strict"]).exits(1);
}

#[test]
fn drafts_and_embargo_exist_only_when_asked_for() {
    let project = site()
        .file(
            "content/cohorts/draft.yaml",
            &COHORT.replace("papua-2022", "draft-one").replace("42", "7\n  draft: true"),
        )
        .file(
            "content/cohorts/later.yaml",
            &COHORT.replace("papua-2022", "later-one").replace("42", "9\n  publish_at: 2027-01-01T00:00:00+07:00"),
        );
    let sent = |run: &Run| run.figure("wilayah/papua/", "people_sent")["value"].as_u64();
    let run = project.build(&[]).exits(0);
    assert_eq!(sent(&run), Some(42));
    assert!(!run.has("angkatan/draft-one/index.html") && !run.has("angkatan/later-one/index.html"));
    let run = project.build(&["--now", "2027-01-01T00:00:00+07:00"]).exits(0);
    assert_eq!(sent(&run), Some(51), "the embargo ends with the instant");
    let run = project.build(&["--drafts"]).exits(0);
    assert_eq!(sent(&run), Some(58));
    assert!(run.has("angkatan/draft-one/index.html"));
}

#[test]
fn check_says_what_build_says_and_writes_nothing() {
    let project = site();
    assert!(!project.check(&[]).exits(0).output.exists());
    let project =
        project.file("content/visits/a.yaml", "- {id: v1, kind: studi-tiru, origin: [nowhere], host: [papua]}\n");
    let lines = |run: Run| {
        run.text().lines().filter(|line| line.contains("content/visits")).map(str::to_owned).collect::<Vec<_>>()
    };
    let (checked, built) = (lines(project.check(&[]).exits(1)), lines(project.build(&[]).exits(1)));
    assert!(!checked.is_empty());
    assert_eq!(checked, built);
}

#[test]
fn base_url_wins_over_the_settings() {
    let run = site().build(&["--base-url", "https://magang.example.go.id/satu/"]).exits(0);
    let sitemap = run.file("sitemap.xml");
    assert!(sitemap.contains("https://magang.example.go.id/satu/wilayah/papua/"), "{sitemap}");
    for (path, bytes) in run.tree() {
        assert!(!String::from_utf8_lossy(&bytes).contains("https://example.org/"), "{path} has the old address");
    }
}

#[test]
fn a_base_url_with_a_query_or_a_fragment_is_refused_wherever_it_is_given() {
    for address in ["https://x.example/satu?b=1", "https://x.example/satu#b"] {
        site().build(&["--base-url", address]).exits(2);
        let settings = format!("title: T\nbase_url: '{address}'\nlanguages: [id]\n");
        let run = site().file("content/site.yaml", &settings).check(&["--lang", "en"]).exits(1);
        run.says("V007").says("Write `https://x.example/satu/`.");
    }
}

#[test]
fn an_alias_leads_on() {
    let run = site().file(
        "content/cohorts/b.yaml",
        &COHORT.replace("papua-2022", "second").replace("42", "1\n  aliases: [/lama/satu/]"),
    );
    let alias = run.build(&[]).exits(0).file("lama/satu/index.html");
    assert!(alias.contains("canonical") && alias.contains("angkatan/second/"), "{alias}");
    assert!(alias.to_ascii_lowercase().contains("refresh"), "{alias}");
}

#[test]
fn a_region_with_many_activities_gets_pages_per_year() {
    let mut visits = String::new();
    for number in 0..80 {
        let year = 2020 + number % 4;
        visits.push_str(&format!(
            "- {{id: v-{number}, kind: studi-tiru, origin: [papua], host: [kota-malang], start: {year}-05-01}}\n"
        ));
    }
    let run = site().file("content/visits/many.yaml", &visits).build(&[]).exits(0);
    for page in ["wilayah/kota-malang/2021/index.html", "en/regions/kota-malang/2021/index.html"] {
        assert!(run.has(page), "{page} is missing");
    }
    assert!(!run.has("wilayah/kota-batu/2021/index.html"));
}

#[test]
fn the_summary_counts_files() {
    let project = site();
    let first = project.build(&[]).exits(0).text();
    assert!(first.contains("html") && first.chars().any(|c| c.is_ascii_digit()), "{first}");
    let quiet = project.build(&["-q"]).exits(0);
    assert!(quiet.text().trim().len() < first.trim().len(), "quiet is quieter:\n{}", quiet.text());
}

#[test]
fn compressed_copies_hold_what_they_are_copies_of() {
    let project = Project::new();
    let plain = project.build(&[]).exits(0).tree();
    let copied = project.build(&["--precompress", "gzip,br"]).exits(0).tree();
    let page = &plain["wilayah/papua/index.html"];
    let gzip = &copied["wilayah/papua/index.html.gz"];
    let mut back = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&gzip[..]), &mut back).expect("gzip");
    assert!(&back == page && gzip.len() < page.len());
    let mut back = Vec::new();
    brotli::BrotliDecompress(&mut &copied["wilayah/papua/index.html.br"][..], &mut back).expect("brotli");
    assert!(&back == page && copied["wilayah/papua/index.html.br"].len() < gzip.len());
    assert!(copied.keys().all(|path| !path.contains(".woff2.")), "what is compressed already is left alone");
    let again = project.build(&["--precompress", "gzip,br"]).exits(0);
    assert!(again.tree() == copied, "the same bytes again");
    assert!(project.build(&[]).exits(0).tree() == plain, "without the wish they go again");
}

#[test]
fn a_page_over_the_budget_is_a_warning_and_under_strict_nothing_is_written() {
    let allowed = "allow: [{code: R010, why: uji}]";
    let budget = |kilobytes: u32| format!("{SITE}{allowed}\nbudget: {{page_kb: {kilobytes}}}\n");
    let project = Project::new().file("content/site.yaml", &budget(2));
    let refused = project.build(&["--strict"]);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(refused.stderr.contains("B001") && refused.stderr.contains("assets/style.css"), "{}", refused.stderr);
    assert!(!refused.output.join("index.html").exists());
    let warned = project.build(&[]);
    assert_eq!(warned.code, Some(0), "{}", warned.stderr);
    assert!(warned.stderr.contains("B001") && warned.output.join("index.html").exists(), "{}", warned.stderr);
    let again = project.build(&["-v", "--lang", "en"]).exits(0).says("B001");
    assert!(
        again.stderr.contains("\n0 files written") || again.stderr.contains(": 0 files written"),
        "{}",
        again.stderr
    );
    assert!(!again.stderr.contains("\n0 files not made again"), "what is not made is weighed too: {}", again.stderr);
    project.build(&["--strict"]).exits(1).says("B001");
    let light = project.file("content/site.yaml", &budget(200)).build(&["--strict"]);
    assert_eq!(light.code, Some(0), "{}", light.stderr);
}

/// A pipe or a device takes the record, and a link is followed and kept: neither becomes a file.
#[cfg(unix)]
#[test]
fn the_record_goes_where_it_is_asked_for() {
    let project = Project::new();
    let (link, target) = (project.root().join("link.json"), project.root().join("site.json"));
    std::os::unix::fs::symlink(&target, &link).expect("a link");
    fs::write(&target, "old").expect("a file");
    project.build(&["--manifest", link.to_str().expect("UTF-8")]).exits(0);
    assert!(link.symlink_metadata().expect("there").is_symlink());
    let whole = fs::read_to_string(&target).expect("the record");
    assert!(whole.starts_with('{') && !project.root().join("site.json.part").exists(), "{whole}");

    let pipe = project.root().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("what was written")
    });
    project.build(&["--manifest", pipe.to_str().expect("UTF-8")]).exits(0);
    assert_eq!(reader.join().expect("a reader"), whole);

    let inside = project.root().join("content/site.json");
    project.build(&["--manifest", inside.to_str().expect("UTF-8"), "--lang", "en"]).exits(2).says("content/");
    assert!(!inside.exists());
}

/// Half a report must not pass for the whole one.
#[cfg(target_os = "linux")]
#[test]
fn what_does_not_arrive_on_standard_output_is_an_error() {
    let project = Project::new();
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("a device that is always full");
    for arguments in [&["schema"][..], &["man"], &["explain"], &["completions", "bash"], &["--help"], &["--version"]] {
        let done = terbit().args(arguments).stdout(full()).output().expect("it ends");
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(!done.stderr.is_empty(), "{arguments:?} says nothing");
    }
    let mut check = terbit();
    check.args(["check", "--format", "json", "--now", NOW, "--root"]).arg(project.root()).stdout(full());
    assert_eq!(check.output().expect("it ends").status.code(), Some(2));
}

/// Whoever puts a page of their own into `static/` is told that it would not be seen.
#[test]
fn a_copied_file_at_the_address_of_a_made_one_is_refused() {
    let project = Project::new().file("content/static/404.html", "own").file("content/static/robots.txt", "own");
    project.check(&["--lang", "en"]).exits(1).says("content/static/404.html").says("already belongs");
    let run = project.build(&["--lang", "en"]).exits(1).says("A001");
    assert!(!run.has("robots.txt"), "nothing was written");
    assert!(!run.stderr.contains("static/robots.txt"), "that one may be the site's own: {}", run.stderr);
    for path in ["data/data.zip", "search/en/index.json", "sitemap.xml", "catalog.jsonld", "site.webmanifest"] {
        let project = site().file(&format!("content/static/{path}"), "own");
        let told = format!("content/static/{path}");
        project.check(&["--lang", "en"]).exits(1).says("A001").says(&told);
        project.build(&["--lang", "en"]).exits(1).says("A001").says(&told);
    }
}
