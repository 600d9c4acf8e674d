//! The repository's own `content/`: it builds, every link holds, no row got lost, the figures are right.

use super::html::Document;
use super::project::{NOW, Run, repository, terbit, tree};
use super::recompute::{Figures, Sum, figures};
use super::yaml::{Any, Content, Region, records};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Where the site of the tests lies.
pub const BASE: &str = "https://example.org/terbit/";

/// The site, built once for all tests of this file.
pub fn site() -> &'static Run {
    static SITE: OnceLock<Run> = OnceLock::new();
    SITE.get_or_init(|| {
        let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("real-content");
        let mut command = terbit();
        command
            .args(["build", "--base-url", BASE, "--now", NOW])
            .arg("--root")
            .arg(repository())
            .arg("-o")
            .arg(&output);
        Run::of(command, output).exits(0)
    })
}

fn content() -> PathBuf {
    repository().join("content")
}

/// The pages of the site, read strictly, by path of the file.
pub fn pages() -> &'static BTreeMap<String, Document> {
    static PAGES: OnceLock<BTreeMap<String, Document>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let files = tree(&site().output);
        let pages = files.into_iter().filter(|(path, _)| path.ends_with(".html"));
        let read = |(path, bytes): (String, Vec<u8>)| {
            let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8"));
            let document = Document::parse(&text).unwrap_or_else(|problem| panic!("{path}: {problem}"));
            (path, document)
        };
        pages.map(read).collect()
    })
}

/// An alias is a page that only leads on.
fn is_alias(page: &Document) -> bool {
    page.all("meta").any(|meta| meta.get("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh")))
}

#[test]
fn every_page_is_whole() {
    let mut wrong = Vec::new();
    for (path, page) in pages() {
        let lang = page.all("html").next().and_then(|html| html.get("lang")).unwrap_or_default();
        let expected = if path.starts_with("en/") { "en" } else { "id" };
        if lang != expected {
            wrong.push(format!("{path}: the language is `{lang}`"));
        }
        if let Err(problem) = page.ids() {
            wrong.push(format!("{path}: {problem}"));
        }
        let titles = page.all("h1").count();
        if titles != 1 && !is_alias(page) {
            wrong.push(format!("{path}: {titles} first headings"));
        }
        if page.tags.iter().any(|tag| tag.get("href") == Some("") || tag.get("src") == Some("")) {
            wrong.push(format!("{path}: an empty address"));
        }
        if page.all("img").any(|image| image.get("alt").is_none()) {
            wrong.push(format!("{path}: a picture without alternative text"));
        }
        if page.text.contains("{{") || page.text.contains("[[") {
            wrong.push(format!("{path}: markup that nothing replaced"));
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn every_link_and_anchor_resolves() {
    let files: BTreeSet<String> = tree(&site().output).into_keys().collect();
    let (checked, wrong) = broken_links(pages(), &files);
    assert!(checked > 10_000, "only {checked} links found");
    let list: Vec<_> = wrong.iter().take(40).cloned().collect();
    assert!(wrong.is_empty(), "{} of {checked} links are broken:\n{}", wrong.len(), list.join("\n"));
}

/// How many links of the pages of a site lead to places of it, and which of these are not there.
pub fn broken_links(pages: &BTreeMap<String, Document>, files: &BTreeSet<String>) -> (usize, BTreeSet<String>) {
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (path.as_str(), page.ids().unwrap_or_default())).collect();
    let mut wrong = BTreeSet::new();
    let mut checked = 0;
    for (path, page) in pages {
        for (tag, address) in addresses(page) {
            let Some((target, fragment)) = locate(path, &address) else { continue };
            checked += 1;
            let file = if target.is_empty() || target.ends_with('/') { format!("{target}index.html") } else { target };
            if !files.contains(&file) {
                wrong.insert(format!("{path}: <{tag}> {address} leads to {file}, which is not there"));
            } else if !fragment.is_empty() && !ids.get(file.as_str()).is_some_and(|ids| ids.contains(fragment.as_str()))
            {
                wrong.insert(format!("{path}: {address}: no such heading or anchor in {file}"));
            }
        }
    }
    (checked, wrong)
}

#[test]
fn nothing_is_asked_of_third_parties() {
    for (path, page) in pages() {
        for tag in &page.tags {
            let rel = tag.get("rel").unwrap_or_default();
            let loaded = match tag.name.as_str() {
                "script" | "img" | "iframe" | "source" | "embed" | "video" | "audio" => tag.get("src"),
                "link" if ["stylesheet", "icon", "preload", "manifest"].iter().any(|word| rel.contains(word)) => {
                    tag.get("href")
                }
                _ => None,
            };
            let outside = loaded.filter(|address| address.contains("//") && !address.starts_with(BASE));
            assert_eq!(outside, None, "{path}: <{}> asks another server", tag.name);
        }
    }
}

/// Every address of a page: links, pictures, scripts, forms, the page's twins.
fn addresses(page: &Document) -> Vec<(&str, String)> {
    let mut all = Vec::new();
    for tag in &page.tags {
        for name in ["href", "src", "action", "poster", "data", "xlink:href"] {
            if let Some(address) = tag.get(name) {
                all.push((tag.name.as_str(), address.to_owned()));
            }
        }
        for candidate in tag.get("srcset").unwrap_or_default().split(',') {
            if let Some(address) = candidate.split_whitespace().next() {
                all.push((tag.name.as_str(), address.to_owned()));
            }
        }
    }
    all
}

/// The path below the site's root that `address` means on the page `from`, and the anchor; nothing
/// for addresses elsewhere.
fn locate(from: &str, address: &str) -> Option<(String, String)> {
    let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
    let address = address.split('?').next().unwrap_or_default();
    let inside = address.strip_prefix(BASE).or_else(|| address.strip_prefix("/terbit/"));
    if inside.is_none() && (address.contains("//") || address.starts_with('/')) {
        // A path from the server's root leaves the base path: a mistake, unless it is another server.
        assert!(!address.starts_with('/') || address.starts_with("//"), "{from}: {address} forgets the base path");
        return None;
    }
    if ["mailto:", "tel:", "data:", "geo:"].iter().any(|scheme| address.starts_with(scheme)) {
        return None;
    }
    let mut path: Vec<String> = match inside {
        Some(_) => Vec::new(),
        None => from.split('/').map(str::to_owned).collect(),
    };
    if inside.is_none() {
        if address.is_empty() {
            return Some((from.to_owned(), percent(fragment)));
        }
        path.pop();
    }
    let mut folder = false;
    for part in inside.unwrap_or(address).split('/') {
        folder = part.is_empty() || part == "." || part == "..";
        match part {
            "" | "." => {}
            ".." => assert!(path.pop().is_some(), "{from}: {address} leaves the site"),
            part => path.push(percent(part)),
        }
    }
    let joined = path.join("/");
    let joined = if folder && !joined.is_empty() { format!("{joined}/") } else { joined };
    Some((joined, percent(fragment)))
}

fn percent(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

#[test]
fn addresses_are_understood() {
    let found = |from: &str, address: &str| locate(from, address).expect("inside").0;
    assert_eq!(found("wilayah/papua/index.html", "../kota-malang/"), "wilayah/kota-malang/");
    assert_eq!(found("wilayah/papua/index.html", "../../"), "");
    assert_eq!(found("wilayah/papua/index.html", "data.csv"), "wilayah/papua/data.csv");
    assert_eq!(found("index.html", "./wilayah/"), "wilayah/");
    assert_eq!(found("404.html", "/terbit/wilayah/"), "wilayah/");
    assert_eq!(locate("a/index.html", "#b%20c"), Some(("a/index.html".into(), "b c".into())));
    assert_eq!(locate("a/index.html", "https://elsewhere.example/"), None);
}

/// Rows of a table of the import.
fn rows(table: &str) -> Vec<csv::StringRecord> {
    let path = repository().join("tools/import/data").join(table);
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader.records().map(|row| row.expect("a row")).collect()
}

#[test]
fn every_row_of_the_tables_became_a_record_and_a_page() {
    let kinds = [
        ("cohorts", 13, Some("angkatan")),
        ("placements", 36, Some("penempatan")),
        ("visits", 84, Some("kunjungan")),
        ("trainings", 21, Some("pelatihan")),
        ("statements", 36, None),
        ("institutions", 173, Some("instansi")),
        ("sources", 153, Some("sumber")),
    ];
    for (kind, expected, segment) in kinds {
        assert_eq!(rows(&format!("real/{kind}.csv")).len(), expected, "rows of {kind}.csv");
        assert_eq!(records::<Any>(&content(), kind).len(), expected, "records of {kind}");
        let Some(segment) = segment else { continue };
        for folder in [segment.to_owned(), format!("en/{kind}")] {
            let pages = pages().iter().filter(|(path, page)| is_record(path, &folder) && !is_alias(page));
            assert_eq!(pages.count(), expected, "pages below {folder}/");
        }
    }
}

fn is_record(path: &str, folder: &str) -> bool {
    let inside = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    inside.and_then(|rest| rest.strip_suffix("/index.html")).is_some_and(|id| !id.contains('/'))
}

#[test]
fn every_region_of_the_decree_is_there_under_its_code() {
    let regions = records::<Region>(&content(), "regions");
    let current = |region: &Region| region.codes.iter().find(|code| code.to.is_none()).map(|code| code.code.clone());
    let by_code: BTreeMap<String, &Region> =
        regions.iter().filter_map(|region| current(region).map(|code| (code, region))).collect();
    let table = rows("regions.csv");
    assert_eq!(table.len(), 552);
    for row in &table {
        let region = by_code.get(&row[0]).unwrap_or_else(|| panic!("no region has the code {}", &row[0]));
        assert_eq!(region.kind, row[2], "{}", &row[1]);
        let parent = region.parent.as_deref().or(region.parents.last().map(|parent| parent.id.as_str()));
        if !row[3].is_empty() {
            let expected = by_code.get(&row[3]).map(|province| province.id.as_str());
            assert_eq!(parent, expected, "the province of {}", &row[1]);
        }
        for page in [format!("wilayah/{}/index.html", region.id), format!("en/regions/{}/index.html", region.id)] {
            assert!(site().has(&page), "{page} is missing");
        }
    }
    for (kind, number) in [("province", 38), ("regency", 416), ("city", 98)] {
        assert_eq!(table.iter().filter(|row| &row[2] == kind).count(), number, "{kind}");
    }
}

#[test]
fn regions_that_changed_in_2022_kept_their_address_and_both_codes() {
    let regions = records::<Region>(&content(), "regions");
    let table = rows("region_changes_2022.csv");
    let changes: Vec<_> = table.iter().filter(|row| row[0] != row[1]).collect();
    assert_eq!((table.len(), changes.len()), (42, 26), "regencies of old, and those that changed");
    for row in changes {
        let codes = |region: &Region| region.codes.iter().map(|code| code.code.clone()).collect::<Vec<_>>();
        let found = regions.iter().any(|region| codes(region) == [row[0].to_owned(), row[1].to_owned()]);
        assert!(found, "{} has not both codes {} and {}", &row[2], &row[0], &row[1]);
    }
}

/// `(state, min, max)` of a published figure.
fn published(page: &str, name: &str) -> (String, Option<u64>, Option<u64>) {
    let figure = site().figure(page, name);
    let state = figure["state"].as_str().unwrap_or_else(|| panic!("{page} {name}: no state in {figure}"));
    let exact = figure["value"].as_u64();
    assert_eq!(exact.is_some(), state == "exact", "{page} {name}: the value is empty unless exact: {figure}");
    (state.to_owned(), figure["min"].as_u64(), figure["max"].as_u64())
}

#[track_caller]
fn same(region: &str, name: &str, expected: Sum) {
    let page = format!("wilayah/{region}/");
    let (state, min, max) = expected.published();
    assert_eq!(published(&page, name), (state.to_owned(), min, max), "{region}: {name}");
    let figure = site().figure(&page, name);
    let rests_on = (figure["stated"].as_u64(), figure["silent"].as_u64());
    assert_eq!(rests_on, (Some(expected.stated), Some(expected.silent)), "{region}: what {name} rests on");
    let basis = figure["basis"].as_array().map(Vec::len);
    assert_eq!(basis, Some((expected.stated + expected.silent) as usize), "{region}: the records of {name}");
}

#[test]
fn five_regions_reckoned_a_second_time() {
    let content = Content::read(&content());
    for region in ["kota-malang", "papua", "papua-tengah", "kabupaten-banyuwangi", "jawa-timur"] {
        let expected = figures(&content, region, &NOW[..10]);
        let number = |number: u64| ("exact".to_owned(), Some(number), Some(number));
        let page = format!("wilayah/{region}/");
        for (name, plain) in [
            ("cohorts", expected.cohorts),
            ("placements", expected.placements),
            ("visits_made", expected.visits_made),
            ("visits_received", expected.visits_received),
            ("trainings", expected.trainings),
        ] {
            assert_eq!(published(&page, name), number(plain), "{region}: {name}");
        }
        same(region, "people_sent", expected.people_sent);
        same(region, "people_hosted", expected.people_hosted);
        same(region, "placement_heads", expected.placement_heads);
        same(region, "delegates_sent", expected.delegates_sent);
        same(region, "delegates_received", expected.delegates_received);
    }
}

#[track_caller]
fn pinned(region: &str, name: &str, state: &str, min: Option<u64>, max: Option<u64>) {
    assert_eq!(published(&format!("wilayah/{region}/"), name), (state.to_owned(), min, max), "{region}: {name}");
    for (page, lang) in [(format!("wilayah/{region}/"), "id"), (format!("en/regions/{region}/"), "en")] {
        let figure = site().figure(&page, name);
        assert_eq!(figure["min"].as_u64(), min, "{region}: {name} in {lang}");
    }
}

// The three regions below were worked out by hand from the tables in tools/import/data/real/.

#[test]
fn kota_malang_by_hand() {
    let (region, exact) = ("kota-malang", "exact");
    // c-lan-papua-2022 (host), c-lan-papteng-2024 (host), c-lan-palu-2024 (host).
    pinned(region, "cohorts", exact, Some(3), Some(3));
    pinned(region, "people_sent", exact, Some(0), Some(0));
    // 2022: 42 people at many hosts, p-001 says 5 were in Malang. 2024: p-025 says 1 of Papua Tengah's
    // 40. Palu: all hosts are in Malang, so the cohort's own "2+". 5 + 1 + 2+ = 8+.
    pinned(region, "people_hosted", "at-least", Some(8), None);
    // p-001, p-025, p-026, p-027; 5 + 1 + 1 + 1.
    pinned(region, "placements", exact, Some(4), Some(4));
    pinned(region, "placement_heads", exact, Some(8), Some(8));
    // v-014: the mayor and the PKK in Yogyakarta, number of delegates not stated.
    pinned(region, "visits_made", exact, Some(1), Some(1));
    pinned(region, "delegates_sent", "unknown", None, None);
    // v-001 to v-010 but v-011 ("Malang", city or regency?): 001, 002, 003, 004, 005, 006, 007, 008, 009, 010.
    pinned(region, "visits_received", exact, Some(10), Some(10));
    // Stated: v-007 62, v-009 40, v-010 12+; seven say nothing, so the sum is open: 114+.
    pinned(region, "delegates_received", "at-least", Some(114), None);
    // Hosted: t-001, t-002, t-003, t-018, t-021; from Malang: t-004 (and t-021 again).
    pinned(region, "trainings", exact, Some(6), Some(6));
}

#[test]
fn papua_by_hand() {
    let (region, exact) = ("papua", "exact");
    // Sent: c-lan-papua-2022; hosted: c-ipdn-jayapura-2026 in Kota Jayapura. The plan of 2023 is planned.
    pinned(region, "cohorts", exact, Some(2), Some(2));
    pinned(region, "people_sent", exact, Some(42), Some(42));
    // The cadets: a title says 23, the director 22.
    pinned(region, "people_hosted", "range", Some(22), Some(23));
    // From Papua: p-001, 002, 003, 005, 006, 007, 008 (there is no p-004); at Kota Jayapura: p-034.
    pinned(region, "placements", exact, Some(8), Some(8));
    // p-001 5 and p-034 22-23; six say nothing.
    pinned(region, "placement_heads", "at-least", Some(27), None);
    // v-023, Biak Numfor in 2021 (Biak stayed with Papua): 46+ delegates.
    pinned(region, "visits_made", exact, Some(1), Some(1));
    pinned(region, "delegates_sent", "at-least", Some(46), None);
    // v-071 and v-073 at the council, v-074 at Kota Jayapura.
    pinned(region, "visits_received", exact, Some(3), Some(3));
    // t-011, t-019, t-020.
    pinned(region, "trainings", exact, Some(3), Some(3));
}

#[test]
fn papua_tengah_by_hand() {
    let (region, exact) = ("papua-tengah", "exact");
    pinned(region, "cohorts", exact, Some(1), Some(1));
    pinned(region, "people_sent", exact, Some(40), Some(40));
    pinned(region, "people_hosted", exact, Some(0), Some(0));
    // p-014 to p-025; only p-025 says how many: one.
    pinned(region, "placements", exact, Some(12), Some(12));
    pinned(region, "placement_heads", "at-least", Some(1), None);
    // v-075: Mimika in 2025, three years after it came to Papua Tengah.
    pinned(region, "visits_made", exact, Some(1), Some(1));
    pinned(region, "delegates_sent", "unknown", None, None);
    pinned(region, "visits_received", exact, Some(0), Some(0));
    pinned(region, "trainings", exact, Some(0), Some(0));
}

#[test]
fn the_recomputation_agrees_with_the_hand() {
    // Guards the second reckoning itself: without the program, the three regions come out as pinned.
    let content = Content::read(&content());
    let open = |low: u64| ("at-least", Some(low), None);
    let malang: Figures = figures(&content, "kota-malang", &NOW[..10]);
    assert_eq!((malang.cohorts, malang.placements, malang.visits_received, malang.trainings), (3, 4, 10, 6));
    assert_eq!(malang.people_hosted.published(), open(8));
    assert_eq!(malang.delegates_received.published(), open(114));
    let papua = figures(&content, "papua", &NOW[..10]);
    assert_eq!((papua.cohorts, papua.placements, papua.visits_received, papua.trainings), (2, 8, 3, 3));
    assert_eq!(papua.people_sent.published(), ("exact", Some(42), Some(42)));
    assert_eq!(papua.people_hosted.published(), ("range", Some(22), Some(23)));
    assert_eq!(papua.placement_heads.published(), open(27));
    let central = figures(&content, "papua-tengah", &NOW[..10]);
    assert_eq!((central.cohorts, central.placements, central.visits_made), (1, 12, 1));
    assert_eq!(central.people_sent.published(), ("exact", Some(40), Some(40)));
}
