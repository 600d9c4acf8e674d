//! A build over an old output gives what a clean one gives, byte for byte and finding for finding, whatever was edited in
//! between: content, theme, settings, options, the output itself, the list of what was published.
//!
//! 50 random edits; `TERBIT_EDITS=500 cargo test --test it warm` makes five hundred. It is counted how many files were not
//! made again: an edit that cannot show in them leaves them alone, each time.

use super::project::{NOW, Project, Run, terbit, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// xorshift: the same edits in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("small")
    }
}

/// The records and files of the site as the test knows them.
#[derive(Default)]
struct Site {
    cohorts: Vec<(String, u32)>,
    stories: Vec<(String, u32)>,
    made: u32,
    /// What builds are asked: a place in [`ASKED`].
    asked: usize,
    /// The files are not those that the next edit writes.
    is_renamed: bool,
}

/// What builds are asked beside the site. The clock also stands before and after the end of an embargo.
const ASKED: [&[&str]; 5] = [
    &["--now", NOW],
    &["--now", NOW, "--drafts"],
    &["--now", NOW, "--base-url", "https://lain.example/bawah/"],
    &["--now", NOW, "--precompress", "gzip"],
    &["--now", "2027-06-01T00:00:00+07:00"],
];

/// What an edit leaves as it is.
enum Leaves {
    /// Everything.
    All,
    /// Everything but the words of a narrative.
    AllButWords(String),
    /// Who knows.
    Unsaid,
}

impl Site {
    fn write(&self, root: &Path) {
        let cohorts: String = self
            .cohorts
            .iter()
            .map(|(id, count)| {
                format!("- id: {id}\n  title: {{id: Angkatan {id}, en: Cohort {id}}}\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 20{:02}\n  participants: {count}\n  sources: [s1]\n", 10 + count % 12)
            })
            .collect();
        let file = root.join("content/cohorts.yaml");
        if cohorts.is_empty() {
            let _ = fs::remove_file(file);
        } else {
            fs::write(file, cohorts).expect("written");
        }
    }

    fn write_story(&self, root: &Path, at: usize) {
        let (id, count) = &self.stories[at];
        let about = self.cohorts.first().map_or("papua", |(id, _)| id);
        let text = format!(
            "---\ntitle: Cerita {id}\ndate: 2024-01-02\nabout: [{about}]\n---\nAda {count} orang, lihat [[kota-malang]].\n{}",
            ["", "\n## Bab\n\nLebih di [sini](https://example.org/).\n"][*count as usize % 2]
        );
        fs::write(root.join(format!("content/stories/{id}.md")), text).expect("written");
    }
}

/// One edit; says what it was, and what it leaves as it is.
fn edit(site: &mut Site, root: &Path, dice: &mut Dice) -> (String, Leaves) {
    site.made += 1;
    let (turn, was_renamed) = (dice.below(16), site.is_renamed);
    if let Some(done) = beside(turn, site, root, dice) {
        return done;
    }
    site.is_renamed = false;
    let before = site.stories.clone();
    let turn = if turn == 15 { 4 } else { turn.min(9) };
    let done = content(turn, site, root, dice);
    let retold = site.stories.iter().zip(&before).find(|(now, before)| now.1 != before.1).map(|(now, _)| now.0.clone());
    match retold.filter(|_| turn == 4 && !was_renamed) {
        Some(story) => (done, Leaves::AllButWords(story)),
        None => (done, Leaves::Unsaid),
    }
}

/// An edit of something else than content: of the output, of the list, of what is asked, of remarks, of nothing.
fn beside(turn: usize, site: &mut Site, root: &Path, dice: &mut Dice) -> Option<(String, Leaves)> {
    let output = root.join("output");
    Some(match turn {
        10 => ("nothing".to_owned(), Leaves::All),
        11 => {
            let path = root.join("content/topics.yaml");
            let text = fs::read_to_string(&path).expect("readable");
            fs::write(path, format!("# {}\n{text}", site.made)).expect("written");
            ("a remark".to_owned(), Leaves::All)
        }
        12 => {
            site.asked = dice.below(ASKED.len());
            (format!("asked {:?}", ASKED[site.asked]), Leaves::Unsaid)
        }
        13 => {
            let list = output.join(".terbit-manifest");
            let text = fs::read_to_string(&list).ok()?;
            let text =
                [text.replacen("made-of ", "", 1), text.replacen("made-of ", "made-of 0", 1)][dice.below(2)].clone();
            fs::write(list, text).expect("written");
            ("the list does not say what files were made of".to_owned(), Leaves::Unsaid)
        }
        14 => {
            let files: Vec<String> = tree(&output).into_keys().filter(|path| !path.starts_with('.')).collect();
            let path = files.get(dice.below(files.len().max(1)))?;
            let full = output.join(path);
            let mut bytes = fs::read(&full).expect("readable");
            // The old site may share the file by a link: it is another file that stands there then.
            fs::remove_file(&full).expect("removed");
            match (dice.below(3), bytes.first_mut()) {
                (0, Some(first)) => *first ^= 1,
                (1, _) => bytes.push(b'x'),
                _ => return Some((format!("{path} is gone from the output"), Leaves::Unsaid)),
            }
            fs::write(full, bytes).expect("written");
            (format!("{path} in the output was edited"), Leaves::Unsaid)
        }
        _ => return None,
    })
}

/// An edit of content or theme.
fn content(turn: usize, site: &mut Site, root: &Path, dice: &mut Dice) -> String {
    let made = site.made;
    let done = match turn {
        0 => {
            site.cohorts.push((format!("angkatan-{made}"), made));
            format!("a new cohort {made}")
        }
        1 if !site.cohorts.is_empty() => {
            let at = dice.below(site.cohorts.len());
            site.cohorts[at].1 += 1;
            format!("another count {at}")
        }
        2 if site.cohorts.len() > 1 => {
            let at = dice.below(site.cohorts.len());
            format!("a cohort is gone: {}", site.cohorts.remove(at).0)
        }
        3 => {
            site.stories.push((format!("cerita-{made}"), made));
            format!("a new story {made}")
        }
        4 if !site.stories.is_empty() => {
            let at = dice.below(site.stories.len());
            site.stories[at].1 += 1;
            format!("another text {at}")
        }
        5 if !site.stories.is_empty() => {
            let at = dice.below(site.stories.len());
            let (id, _) = site.stories.remove(at);
            fs::remove_file(root.join(format!("content/stories/{id}.md"))).expect("removed");
            format!("a story is gone: {id}")
        }
        6 => {
            let path = root.join(format!("content/static/gambar-{}.txt", dice.below(3)));
            if path.exists() && dice.below(2) == 0 {
                fs::remove_file(path).expect("removed");
                "a picture is gone".to_owned()
            } else {
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(path, format!("gambar {made}")).expect("written");
                "a picture".to_owned()
            }
        }
        7 => {
            let path = root.join("content/site.yaml");
            let text = fs::read_to_string(&path).expect("readable");
            let rest: Vec<&str> = text.lines().filter(|line| !line.starts_with("description:")).collect();
            let rest: Vec<&str> = rest.into_iter().filter(|line| !line.starts_with("budget:")).collect();
            let rest = rest.join("\n");
            let kilobytes = [1, 6, 7, 60][dice.below(4)];
            let text = format!(
                "{rest}\ndescription: {{id: Uraian {made}, en: Text {made}}}\nbudget: {{page_kb: {kilobytes}}}\n"
            );
            fs::write(path, text).expect("written");
            "the settings".to_owned()
        }
        8 => {
            let folder = root.join("themes/warta/assets");
            fs::create_dir_all(&folder).expect("made");
            fs::write(folder.join("tambahan.css"), format!("p {{ order: {made} }}")).expect("written");
            let templates = root.join("themes/warta/templates");
            fs::create_dir_all(&templates).expect("made");
            let base = include_str!("../../themes/warta/templates/404.html");
            fs::write(templates.join("404.html"), base.replacen("<p", &format!("<p data-edit=\"{made}\""), 1))
                .expect("written");
            "the theme".to_owned()
        }
        _ if !site.cohorts.is_empty() => {
            site.write(root);
            (0..site.stories.len()).for_each(|at| site.write_story(root, at));
            let (at, new) = (dice.below(site.cohorts.len()), format!("nama-baru-{made}"));
            let mut command = terbit();
            command.args(["rename", "cohort", &site.cohorts[at].0, &new, "--now", NOW, "--root"]).arg(root);
            Run::of(command, root.join("output")).exits(0);
            site.cohorts[at].0.clone_from(&new);
            // As the file stands now, with its alias; the next edit writes it without.
            site.is_renamed = true;
            return format!("renamed {new}");
        }
        _ => "nothing".to_owned(),
    };
    site.write(root);
    (0..site.stories.len()).for_each(|at| site.write_story(root, at));
    done
}

/// What a build did not make again.
fn stayed(run: &Run) -> usize {
    let line = run.stderr.lines().find(|line| line.contains(" not made again")).expect("said with -v");
    line.split(' ').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// Insists that a build made nothing again that an edit left as it is.
#[track_caller]
fn made_no_more(run: &Run, site: &BTreeMap<String, Vec<u8>>, copies: usize, leaves: &Leaves) {
    let files = site.len() - 1 - copies;
    let made = files.checked_sub(stayed(run)).expect("no more than there are");
    let shows_words =
        |path: &&String, story: &str| path.starts_with("search/") || path.contains(&format!("/{story}/index.html"));
    match leaves {
        Leaves::All => assert_eq!(made, 0, "{}", run.stderr),
        Leaves::AllButWords(story) => {
            let shown = site.keys().filter(|path| shows_words(path, story)).count();
            assert_eq!(made, shown, "{}", run.stderr);
        }
        Leaves::Unsaid => {}
    }
}

#[test]
fn a_warm_build_is_a_clean_one() {
    let edits: usize = std::env::var("TERBIT_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(50);
    let project = Project::new().file(
        "content/stories/nanti.md",
        "---\ntitle: Nanti\ndate: 2024-01-02\npublish_at: 2027-01-01T00:00:00+07:00\n---\nBelum waktunya.\n",
    );
    let root = project.root();
    let mut site =
        Site { cohorts: vec![("awal".to_owned(), 7)], stories: vec![("cerita-awal".to_owned(), 1)], ..Site::default() };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut stood, mut retold) = (0, 0);
    for round in 0..edits {
        let (what, leaves) = edit(&mut site, root, &mut dice);
        let build = |more: &[&str]| project.build(&[ASKED[site.asked], more].concat()).exits(0);
        let run = build(&["-v", "--lang", "en", "--format", "json"]);
        let warm = run.tree();
        let folder = tempfile::tempdir().expect("a folder");
        let elsewhere = folder.path().join("bersih");
        let again = build(&["--format", "json", "-o", elsewhere.to_str().expect("a path")]);
        let clean = tree(&elsewhere);
        let paths = warm.keys().chain(clean.keys());
        let differing: Vec<_> = paths.filter(|path| warm.get(*path) != clean.get(*path)).take(3).collect();
        assert!(differing.is_empty(), "edit {round} ({what}): {differing:?}");
        assert_eq!(run.stdout, again.stdout, "findings after edit {round} ({what})");
        if round > 0 {
            let copies = fs::read_dir(root.join("content/static")).map_or(0, Iterator::count);
            made_no_more(&run, &warm, copies, &leaves);
            stood += usize::from(matches!(leaves, Leaves::All));
            retold += usize::from(matches!(leaves, Leaves::AllButWords(_)));
        }
    }
    assert!(edits < 50 || (stood >= edits / 20 && retold >= edits / 50), "{stood} times nothing, {retold} times words");
}
