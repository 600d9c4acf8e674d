//! The index of a small invented site, and the rules for words of the carried theme.

use super::SearchPart;
use crate::plan::outputs::{Outputs, with_sample_plan};
use crate::text::Messages;
use crate::text::search::{Stemmer, fold};

fn stemmer(lang: &str) -> Stemmer {
    let words = match lang {
        "id" => include_str!("../../../../themes/warta/messages/id.yaml"),
        _ => include_str!("../../../../themes/warta/messages/en.yaml"),
    };
    Stemmer::new(&Messages::parse(words).expect("the words of the theme"))
}

/// The script of the page is tried on the same file by `tests/browser/search.test.mjs`.
#[test]
fn words_come_to_their_stems_as_in_the_script() {
    let (indonesian, english) = (stemmer("id"), stemmer("en"));
    for line in include_str!("../../../../tests/search/words.csv").lines().skip(1) {
        let [lang, word, folded, stem] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert_eq!(fold(word), [folded], "{word}");
        let stemmer = if lang == "id" { &indonesian } else { &english };
        assert_eq!(stemmer.by_rules(folded), stem, "{word}");
    }
}

#[test]
fn families_hold_together_what_rules_do_not() {
    let stemmer = stemmer("id");
    for family in [["belajar", "pembelajaran", "mengajar"], ["rencana", "perencanaan", "direncanakan"]] {
        let stems = family.map(|word| stemmer.stem(word));
        assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
    }
}

#[test]
fn every_file_of_the_index_holds_its_share() {
    with_sample_plan(|plan| {
        let outputs = Outputs::new(plan);
        let index = &outputs.search()[0];
        assert_eq!((outputs.search().len(), index.lang().as_str()), (2, "id"));
        let head = index.head();
        let (mut words, mut endings, mut stems, mut records) = (0, 0, 0, 0);
        for (name, part) in index.parts() {
            match part {
                SearchPart::Head => assert_eq!(name, "index.json"),
                SearchPart::Words(file) => words += index.words(file).len(),
                SearchPart::Endings(file) => endings += index.endings(file).count(),
                SearchPart::Stems(file) => stems += index.stems(file).len(),
                SearchPart::Records(file) => records += index.records(file).count(),
            }
        }
        assert_eq!((words, records), (endings, head.total));
        assert!(stems > 0 && stems <= words && records > 10);
        assert_eq!(index.records(0).next().expect("a record").href, "wilayah/papua/");
    });
}
