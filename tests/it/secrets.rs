//! Nothing of drafts, of records under embargo or of `internal` is in any byte we give away.
//!
//! Every kind of record carries secret words in each of the three ways. They must be in no file of the
//! site and in nothing that is printed: when the build succeeds, when it fails because of a public
//! record, and when it fails because of a secret one.

use super::project::{COHORT, Project, Run};

/// Each kind with the fields it needs, its words given by `@`.
const KINDS: [(&str, &str); 13] = [
    ("regions", "name: '@', kind: city, parent: papua, also_called: ['@']"),
    ("institutions", "name: '@', kind: agency, region: papua, short: '@'"),
    ("programs", "title: '@', aims: '@'"),
    ("topics", "name: '@', also_called: ['@']"),
    ("sources", "type: press, publisher: '@', title: '@', url: 'https://example.net/@'"),
    (
        "cohorts",
        "title: '@', program: magang, origin: [papua], host: [kota-malang], start: 2022-11-08, participants: 77123, note: '@'",
    ),
    ("placements", "title: '@', cohort: papua-2022, host: kota-malang, unit: '@', count: 41, reason: '@'"),
    (
        "visits",
        "title: '@', kind: other, kind_label: '@', origin: [{label: '@'}], host: [kota-malang], venue: '@', delegates: 77123",
    ),
    ("trainings", "title: '@', kind: other, kind_label: '@', host: [papua], venue: '@', participants: 77123"),
    ("outcomes", "title: '@', of: [papua-2022], stage: expected, note: '@'"),
    ("evaluations", "title: '@', of: [papua-2022], indicator: '@', n: 77123, value: 4, method: '@'"),
    ("statements", "speaker: '@', office: '@', text: '@', about: [papua-2022], sources: [s1]"),
    ("corrections", "date: 2023-01-02, records: [papua-2022], what: '@', why: '@'"),
];

const WAYS: [(&str, &str); 2] = [("draft", "draft: true"), ("embargo", "publish_at: '2027-05-06T00:00:00+07:00'")];

/// A word that stands nowhere else; ids are lower case, so all of it is.
fn secret(way: &str, kind: &str) -> String {
    format!("zqx{way}{kind}")
}

fn site() -> Project {
    let mut project = Project::new().file("content/cohorts/2022.yaml", COHORT);
    for (kind, fields) in KINDS {
        for (way, hidden) in WAYS {
            let word = secret(way, kind);
            let line = format!(
                "- {{id: {word}, {}, tags: ['{word}'], summary: '{word}', {hidden}}}\n",
                fields.replace('@', &word)
            );
            project = project.file(&format!("content/{kind}/{way}.yaml"), &line);
        }
        // A public record whose `internal` holds the secret, in every shape YAML has.
        let word = secret("internal", kind);
        let public = fields.replace('@', "terbuka").replace("77123", "8");
        let internal = format!("{{a: '{word}', b: ['{word}', {{c: '{word}'}}], {word}: 1}}");
        project = project.file(
            &format!("content/{kind}/public.yaml"),
            &format!("- {{id: public-{kind}, {public}, internal: {internal}}}\n"),
        );
    }
    for (folder, more) in [("stories", "date: 2023-02-03\nabout: [papua]\n"), ("pages", "")] {
        for (way, hidden) in WAYS {
            let word = secret(way, folder);
            let text =
                format!("---\ntitle: '{word}'\n{more}summary: '{word}'\n{hidden}\n---\n\n# {word}\n\nIsi {word}.\n");
            project = project.file(&format!("content/{folder}/{word}.md"), &text);
        }
        let word = secret("internal", folder);
        let text = format!("---\ntitle: Terbuka\n{more}internal: {{a: '{word}'}}\n---\n\nIsi.\n");
        project = project.file(&format!("content/{folder}/terbuka-{folder}.md"), &text);
    }
    project
}

#[track_caller]
fn silent(run: &Run, when: &str) {
    let find = |text: &str| {
        text.to_lowercase().find("zqx").map(|at| text.chars().skip(at.saturating_sub(60)).take(160).collect::<String>())
    };
    assert_eq!(find(&run.stdout), None, "{when}: on stdout");
    assert_eq!(find(&run.stderr), None, "{when}: on stderr");
    if !run.output.is_dir() {
        return;
    }
    // What is packed counts as well: a search over packed bytes would find nothing in them.
    for (path, bytes) in run.unpacked() {
        assert!(!path.contains("zqx"), "{when}: the file name {path}");
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(find(&text), None, "{when}: in {path}");
        for number in ["77123", "77.123", "77,123"] {
            assert!(!text.contains(number), "{when}: {path} shows a secret number");
        }
    }
}

#[test]
fn secrets_are_in_no_byte_of_a_built_site() {
    let project = site();
    silent(&project.build(&[]).exits(0), "build");
    silent(&project.build(&["-v"]).exits(0), "build -v");
    silent(&project.check(&[]).exits(0), "check");
}

#[test]
fn the_test_would_see_them() {
    // With `--drafts` they are all there but for `internal`: the search above is not blind.
    let run = site().build(&["--drafts"]).exits(0);
    let all: String = run.tree().values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    let packed = |end: &str| -> String {
        let inside = run.unpacked().into_iter().filter(|(path, _)| path.contains(end));
        inside.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
    };
    for kind in ["cohorts", "visits", "sources", "statements"] {
        let word = secret("draft", kind);
        assert!(
            packed("data.zip!").contains(&word) && packed("data/data.xlsx!").contains(&word),
            "{kind} is not packed"
        );
    }
    for (kind, _) in KINDS {
        assert!(all.contains(&secret("draft", kind)), "the draft of {kind} is nowhere, even with --drafts");
        assert!(!all.contains(&secret("internal", kind)), "`internal` of {kind} is published with --drafts");
    }
    assert!(all.contains(&secret("embargo", "stories")) && !all.contains("zqxinternal"));
    assert!(!run.text().contains("zqxinternal"));
}

#[test]
fn failing_builds_keep_secrets_too() {
    // A public record is wrong, and its reference is one letter away from secret ids.
    for (kind, field) in
        [("cohorts", "of: [zqdraftcohorts]"), ("regions", "of: [papua-2022], applied_at: [zqdraftregions]")]
    {
        let project =
            site().file("content/outcomes/wrong.yaml", &format!("- {{id: wrong, {field}, stage: expected}}\n"));
        let run = project.build(&[]).exits(1).says("content/outcomes/wrong.yaml");
        silent(&run, kind);
    }
}

#[test]
fn findings_inside_secret_records_show_no_words_of_theirs() {
    for (way, hidden) in WAYS {
        for (what, field) in [
            ("an unknown field", "zqxfield: 'zqxword'"),
            ("no date", "start: 'zqxword'"),
            ("no count", "participants: 'zqxword'"),
            ("an unknown reference", "topics: ['zqxword']"),
            ("a wrong type", "summary: ['zqxword']"),
            ("an unknown word", "status: 'zqxword'"),
        ] {
            let line = format!(
                "- {{id: zqxid, {hidden}, title: 'zqxtitle', program: magang, origin: [], host: [], {field}}}\n"
            );
            let run = site().file("content/cohorts/wrong.yaml", &line).build(&[]).exits(1);
            silent(&run.says("content/cohorts/wrong.yaml"), &format!("{way}: {what}"));
        }
    }
    let story = "---\ntitle: zqxtitle\ndate: 2022\ndraft: true\n---\n\nIsi [[zqxreference]] [zqx](/zqxaddress/) <b>zqxhtml</b>\n";
    silent(&site().file("content/stories/wrong.md", story).build(&[]).exits(1), "a story");
}

/// Where front matter cannot be told from the body, words of secrecy anywhere hide the whole file; where it can, words
/// of the body hide nothing.
#[test]
fn a_narrative_that_does_not_parse_is_hidden_by_its_front_matter() {
    let check = |text: &str| {
        let project = Project::new().file("content/stories/a.md", text);
        project.check(&["--lang", "en"]).exits(1).text()
    };
    for hidden in [
        "Rahasia besar\n---\ntitle: A\ndraft: true\n---\nText.\n",
        "---\ntitle: Rahasia besar: dua\ndraft: true\n---\nText.\n",
        "---\ntitle: Rahasia besar: dua\ndraft: true\nText without an end.\n",
    ] {
        let said = check(hidden);
        assert!(!said.contains("Rahasia") && said.contains("a.md"), "{said}");
    }
    let said = check("---\ntitle A\ndate: 2023\n---\nMany people came: [[x#people_hosted]]. draft: no field\n");
    assert!(said.contains("Y001") && said.contains("title A") && !said.contains("not shown"), "{said}");
}
