//! Where bindings in prose lead: each to a page that is there, and to an anchor that this page has.

use super::html::Document;
use super::project::{COHORT, Project, Run, tree};
use super::real_content::{BASE, broken_links};
use std::collections::BTreeMap;
use terbit::value::{BY_YEAR, FIGURE_WORDS};

/// The links of a site that lead to a page or anchor of it that is not there.
pub fn broken(run: &Run) -> Vec<String> {
    let files = tree(&run.output);
    let read = |(path, bytes): (&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        (path.clone(), Document::parse(&text).unwrap_or_else(|problem| panic!("{path}: {problem}")))
    };
    let pages: BTreeMap<String, Document> =
        files.iter().filter(|(path, _)| path.ends_with(".html")).map(read).collect();
    broken_links(&pages, &files.keys().cloned().collect()).1.into_iter().collect()
}

/// Regions, institutions, programs, topics and years, with much and with nothing to tell.
const SUBJECTS: [&str; 11] = [
    "papua",
    "kota-malang",
    "kota-batu",
    "indonesia",
    "bappeda-kota-malang",
    "kementerian",
    "magang",
    "perencanaan",
    "2022",
    "2023",
    "2024",
];

#[test]
fn every_figure_of_every_subject_leads_to_an_anchor_that_is_there() {
    let mut prose = String::from("---\ntitle: Semua angka\ndate: 2024-01-02\nabout: [papua]\n---\n");
    for subject in SUBJECTS {
        for figure in FIGURE_WORDS {
            prose.push_str(&format!("\nAngka [[{subject}#{figure}]].\n\n![[{subject}#{figure}]]\n"));
        }
        prose.push_str(&format!("\n![[{subject}#{BY_YEAR}]]\n"));
    }
    let run = Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file(
            "content/visits/v.yaml",
            "- {id: v1, kind: studi-tiru, origin: [papua], host: [kota-malang], start: 2023-03-09, delegates: 8}\n",
        )
        .file("content/stories/semua.md", &prose)
        .build(&["--base-url", BASE])
        .exits(0);
    assert_eq!(broken(&run), Vec::<String>::new());
}
