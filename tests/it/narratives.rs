//! Links and values of narratives, as pages show them.

use super::project::{COHORT, Project};

/// The page of a story with this Markdown.
fn story(body: &str) -> String {
    let run = Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file("content/media/laporan.pdf", "laporan")
        .file("content/pages/metode.md", "---\ntitle: Metode\n---\n\n## Kata\n\nIsi.\n")
        .file(
            "content/stories/cerita.md",
            &format!("---\ntitle: Cerita\ndate: 2023-02-03\nabout: [kota-malang]\n---\n\n{body}\n"),
        )
        .build(&["--base-url", "https://example.org/m/"])
        .exits(0);
    run.file("cerita/cerita/index.html")
}

#[test]
fn what_follows_the_path_of_an_address_stays_as_it_was_written() {
    let base = "https://example.org/m";
    for (address, expected) in [
        ("/cari/?q=magang".to_owned(), "../../cari/?q=magang"),
        ("/wilayah/papua/?x=a%20b#c%2Fd".to_owned(), "../../wilayah/papua/?x=a%20b#c%2Fd"),
        ("/wilayah/papua/#c".to_owned(), "../../wilayah/papua/#c"),
        ("/metode/?x#kata".to_owned(), "../../metode/?x#kata"),
        ("../pages/metode.md?x=1#kata".to_owned(), "../../metode/?x=1#kata"),
        ("../pages/metode.md#kata".to_owned(), "../../metode/#kata"),
        ("../pages/metode.md?x=1".to_owned(), "../../metode/?x=1"),
        ("../media/laporan.pdf#page=3".to_owned(), "../../media/laporan.pdf#page=3"),
        ("/cerita/cerita/#related".to_owned(), "#related"),
        ("/cerita/cerita/?x#related".to_owned(), "../../cerita/cerita/?x#related"),
        (format!("{base}/wilayah/papua/?x=1#c"), "../../wilayah/papua/?x=1#c"),
        (base.to_owned(), "../../"),
    ] {
        let page = story(&format!("[tautan ini]({address})"));
        let link = format!("<a href=\"{expected}\">tautan ini</a>");
        assert!(page.contains(&link), "{address}: {link} is not in\n{page}");
    }
}

#[test]
fn a_field_on_a_line_of_its_own_is_a_card() {
    for (field, card) in [
        (
            "participants",
            "<p class=\"big\"><a href=\"../../angkatan/papua-2022/#participants\">42</a></p>\n<p>Peserta</p>",
        ),
        ("start", "<p>Mulai</p>"),
        ("updated", "/\">tidak disebutkan</a></p>\n<p>Diubah</p>"),
    ] {
        let page = story(&format!("![[papua-2022#{field}]]"));
        let (_, found) = page.split_once("<aside class=\"card figure-card\">\n").unwrap_or_else(|| panic!("{page}"));
        assert!(found.contains(card), "{field}: {card} is not in\n{found}");
    }
}

#[test]
fn a_value_shows_itself_whatever_text_was_written_for_it() {
    let page = story("Berangkat [[papua-2022#participants|empat puluh]] orang dari [[papua|**tanah** itu]].");
    assert!(page.contains("papua-2022/#participants\">42</a> orang"), "{page}");
    assert!(page.contains("<a href=\"../../wilayah/papua/\"><strong>tanah</strong> itu</a>"), "{page}");
    assert!(!page.contains("empat puluh"), "{page}");
}

#[test]
fn a_text_in_place_of_a_value_is_taken_away_by_repairs() {
    let project = Project::new().file("content/cohorts/2022.yaml", COHORT).file(
        "content/stories/cerita.md",
        "---\ntitle: Cerita\ndate: 2023-02-03\nabout: [kota-malang]\n---\n[[papua-2022#participants | lima]] [[papua|p]]\n",
    );
    project.check(&["--fix"]).exits(0);
    let text = std::fs::read_to_string(project.root().join("content/stories/cerita.md")).expect("the story");
    assert!(text.ends_with("---\n[[papua-2022#participants]] [[papua|p]]\n"), "{text}");
}
