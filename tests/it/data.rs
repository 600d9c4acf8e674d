//! The outputs beside the pages: each format is read back with a reader of its own.

use super::html::Document;
use super::project::{COHORT, NOW, Project, Run};

fn site() -> Run {
    Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file(
            "content/visits/v.yaml",
            "- {id: v1, kind: studi-tiru, origin: [papua], host: [kota-malang], start: 2023-03-09, delegates: \"84+\"}\n\
             - {id: v2, kind: studi-tiru, origin: [papua], host: [kota-malang], start: 2023-04}\n",
        )
        .file("content/stories/lima.md", "---\ntitle: Lima orang\ndate: 2023-01-02\nabout: [papua]\n---\n\nIsi tentang [[papua]].\n")
        .build(&[])
        .exits(0)
}

/// Reads XML to its end and gives the names of its elements.
pub fn elements(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in\n{xml}")) {
            quick_xml::events::Event::Eof => return names,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                names.push(String::from_utf8_lossy(tag.name().as_ref()).into_owned());
            }
            _ => {}
        }
    }
}

#[test]
fn csv_has_an_interval_and_a_state_for_every_count() {
    let run = site();
    let text = run.file("wilayah/kota-malang/data.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().expect("a head").clone();
    let find = |name: &str| heads.iter().position(|head| head == name);
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row of the same length")).collect();
    assert!(!rows.is_empty());
    let count = heads.iter().find_map(|head| head.strip_suffix("_state")).expect("a count").to_owned();
    for part in ["", "_min", "_max", "_state"] {
        assert!(find(&format!("{count}{part}")).is_some(), "no column {count}{part} in {heads:?}");
    }
    let visit = rows.iter().find(|row| row.iter().any(|cell| cell == "v1")).expect("the visit is there");
    assert!(visit.iter().any(|cell| cell == "at-least") && visit.iter().any(|cell| cell == "84"), "{visit:?}");
}

#[test]
fn json_is_json_and_names_the_states() {
    let run = site();
    let figure = run.figure("wilayah/kota-malang/", "delegates_received");
    assert_eq!(figure["state"], "at-least");
    assert_eq!((figure["min"].as_u64(), figure["max"].is_null(), figure["value"].is_null()), (Some(84), true, true));
    assert_eq!((figure["stated"].as_u64(), figure["silent"].as_u64()), (Some(1), Some(1)));
    assert_eq!(run.figure("wilayah/kota-batu/", "people_hosted")["value"].as_u64(), Some(0), "zero is not unknown");
    for (path, bytes) in run.tree().into_iter().filter(|(path, _)| path.ends_with(".json")) {
        serde_json::from_slice::<serde_json::Value>(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

#[test]
fn xml_is_well_formed_and_the_sitemap_knows_the_languages() {
    let run = site();
    for (path, bytes) in run.tree().into_iter().filter(|(path, _)| path.ends_with(".xml") || path.ends_with(".svg")) {
        assert!(!elements(std::str::from_utf8(&bytes).expect("UTF-8")).is_empty(), "{path} is empty");
    }
    let sitemap = run.file("sitemap.xml");
    assert!(
        sitemap.contains("https://example.org/wilayah/papua/")
            && sitemap.contains("https://example.org/en/regions/papua/")
    );
    assert!(sitemap.contains("hreflang=\"en\"") && !sitemap.contains("404"), "{sitemap}");
    assert!(run.file("robots.txt").contains("sitemap.xml"));
    let feed = elements(&run.file("feed.xml"));
    assert!(feed.iter().any(|name| name == "entry") && feed[0] == "feed", "{feed:?}");
    assert!(run.has("wilayah/papua/feed.xml") && run.has("en/feed.xml"));
    assert!(!run.has("wilayah/kota-batu/feed.xml"), "no news, no feed");
}

#[test]
fn calendars_hold_full_dates_only() {
    let run = site();
    let calendar = run.file("wilayah/kota-malang/calendar.ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    assert!(
        calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')),
        "lines are folded:\n{calendar}"
    );
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "the cohort and v1, not v2 of `2023-04`:\n{calendar}");
    // The end is exclusive (RFC 5545, 3.6.1): a visit of one day ends on the next.
    assert!(calendar.contains("DTSTART;VALUE=DATE:20230309"), "{calendar}");
    assert!(!calendar.contains("DTEND;VALUE=DATE:20230309"), "{calendar}");
    assert!(calendar.contains("DTEND;VALUE=DATE:20221217"), "the cohort ends after 16 December:\n{calendar}");
    assert!(!run.has("wilayah/kota-batu/calendar.ics"), "no dates, no calendar");
}

#[test]
fn pages_carry_linked_data() {
    let run = site();
    for page in ["index.html", "wilayah/papua/index.html", "angkatan/papua-2022/index.html", "cerita/lima/index.html"] {
        let document = Document::parse(&run.file(page)).unwrap_or_else(|problem| panic!("{page}: {problem}"));
        let data: Vec<serde_json::Value> =
            document.scripts.iter().filter_map(|script| serde_json::from_str(script).ok()).collect();
        assert!(data.iter().any(|value| value.to_string().contains("schema.org")), "{page} has no JSON-LD");
    }
}

#[test]
fn outputs_are_chosen_in_the_settings() {
    let site = "title: T\nbase_url: https://example.org/\nlanguages: [id]\noutputs: [html]\n";
    let project = Project::new().file("content/site.yaml", site).file("content/cohorts/a.yaml", COHORT);
    let run = project.build(&[]).exits(0);
    assert!(run.has("angkatan/papua-2022/index.html"));
    for (path, _) in run.tree() {
        let made = [".csv", ".json", ".ics", "feed.xml", "sitemap.xml"].iter().any(|end| path.ends_with(end));
        assert!(!made || path.starts_with('.'), "{path} was not asked for");
    }
    let index = run.file("wilayah/papua/index.html");
    assert!(!index.contains("data.csv") && !index.contains("feed.xml"), "and nothing links to it");
}

#[test]
fn no_output_carries_the_time_of_the_build() {
    for (path, bytes) in site().tree() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&NOW[..10]) && !text.contains("23 November 2026"), "{path} tells when it was built");
    }
}
