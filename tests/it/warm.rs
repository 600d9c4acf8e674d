//! A build over an old output gives what a clean one gives, byte for byte, whatever was edited in between.
//!
//! 50 random edits; `TERBIT_EDITS=500 cargo test --test it warm` makes five hundred.

use super::project::{NOW, Project, Run, terbit, tree};
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
struct Site {
    cohorts: Vec<(String, u32)>,
    stories: Vec<(String, u32)>,
    made: u32,
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
            "---\ntitle: Cerita {id}\ndate: 2024-01-02\nabout: [{about}]\n---\nAda {count} orang, lihat [[kota-malang]].\n"
        );
        fs::write(root.join(format!("content/stories/{id}.md")), text).expect("written");
    }
}

/// One edit; says what it was.
fn edit(site: &mut Site, root: &Path, dice: &mut Dice) -> String {
    site.made += 1;
    let made = site.made;
    let done = match dice.below(10) {
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
            fs::write(path, format!("{}\ndescription: {{id: Uraian {made}, en: Text {made}}}\n", rest.join("\n")))
                .expect("written");
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
            return format!("renamed {new}");
        }
        _ => "nothing".to_owned(),
    };
    site.write(root);
    (0..site.stories.len()).for_each(|at| site.write_story(root, at));
    done
}

#[test]
fn a_warm_build_is_a_clean_one() {
    let edits: usize = std::env::var("TERBIT_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(50);
    let project = Project::new();
    let root = project.root();
    fs::create_dir_all(root.join("content/stories")).expect("made");
    let mut site = Site { cohorts: vec![("awal".to_owned(), 7)], stories: Vec::new(), made: 0 };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for round in 0..edits {
        let what = edit(&mut site, root, &mut dice);
        let warm = project.build(&[]).exits(0).tree();
        let folder = tempfile::tempdir().expect("a folder");
        let elsewhere = folder.path().join("bersih");
        project.build(&["-o", elsewhere.to_str().expect("a path")]).exits(0);
        let clean = tree(&elsewhere);
        let paths = warm.keys().chain(clean.keys());
        let differing: Vec<_> = paths.filter(|path| warm.get(*path) != clean.get(*path)).take(3).collect();
        assert!(differing.is_empty(), "edit {round} ({what}): {differing:?}");
    }
}
