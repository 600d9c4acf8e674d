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

/// The ids of the events of a calendar.
fn events(run: &Run, path: &str) -> Vec<String> {
    let text = run.file(path);
    text.split("\r\n").filter_map(|line| line.strip_prefix("UID:")?.split('@').next().map(str::to_owned)).collect()
}

#[test]
fn calendars_stand_beside_years_and_indexes_of_activities() {
    let run = site();
    assert_eq!(events(&run, "tahun/2022/calendar.ics"), ["cohort-papua-2022"]);
    assert_eq!(events(&run, "tahun/2023/calendar.ics"), ["visit-v1"]);
    assert_eq!(events(&run, "en/visits/calendar.ics"), ["visit-v1"]);
    assert_eq!(events(&run, "angkatan/calendar.ics"), ["cohort-papua-2022"]);
    for index in ["wilayah/calendar.ics", "cerita/calendar.ics", "tahun/calendar.ics"] {
        assert!(!run.has(index), "{index} lists no activities");
    }
    assert!(run.file("kunjungan/calendar.ics").contains("X-WR-CALNAME:Kunjungan"));
    for page in ["tahun/2023/index.html", "en/visits/index.html"] {
        assert!(run.file(page).contains("calendar.ics"), "{page} leads to its calendar");
    }
}

#[test]
fn a_year_of_a_region_has_its_own_calendar() {
    let visit = |number: usize| {
        let year = 2020 + number % 4;
        format!("- {{id: v-{number}, kind: studi-tiru, origin: [papua], host: [kota-malang], start: {year}-05-01}}\n")
    };
    let visits: String = (0..80).map(visit).collect();
    let run = Project::new().file("content/visits/many.yaml", &visits).build(&[]).exits(0);
    let of_year = events(&run, "wilayah/kota-malang/2021/calendar.ics");
    assert!(of_year.len() == 20 && of_year.iter().any(|id| id == "visit-v-1"), "{of_year:?}");
    assert!(run.file("wilayah/kota-malang/2021/index.html").contains("calendar.ics"));
    assert_eq!(events(&run, "wilayah/kota-malang/calendar.ics").len(), 80);
}

#[test]
fn a_calendar_holds_the_newest_thousand() {
    let day =
        |number: usize| chrono::NaiveDate::from_ymd_opt(2018, 1, 1).expect("a day") + chrono::Days::new(number as u64);
    let visit = |number: usize| {
        let day = day(number);
        format!("- {{id: v-{number:04}, kind: studi-tiru, origin: [papua], host: [kota-malang], start: {day}}}\n")
    };
    let visits: String = (0..1002).map(visit).collect();
    let run = Project::new().file("content/visits/many.yaml", &visits).build(&[]).exits(0);
    for calendar in ["kunjungan/calendar.ics", "calendar.ics", "wilayah/papua/calendar.ics"] {
        let events = events(&run, calendar);
        assert_eq!((events.len(), events[0].as_str()), (1000, "visit-v-0002"), "{calendar}");
    }
    let second = "kunjungan/halaman/2/";
    assert!(run.has(&format!("{second}index.html")) && !run.has(&format!("{second}calendar.ics")), "one file an index");
}

#[test]
fn feeds_stand_beside_what_news_is_about_and_beside_its_indexes() {
    let correction = "- {id: ralat-1, date: 2023-05-01, kind: correction, records: [v1], \
                      what: {id: Angka, en: A number}, why: {id: Salah, en: Wrong}}\n";
    let run = Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file(
            "content/visits/v.yaml",
            "- {id: v1, kind: studi-tiru, origin: [papua], host: [kota-malang], start: 2023-03-09}\n\
             - {id: v2, kind: studi-tiru, origin: [papua], host: [kota-malang], start: 2023-04}\n",
        )
        .file(
            "content/stories/lima.md",
            "---\ntitle: Lima\ndate: 2023-01-02\nabout: [papua-2022]\n---\n\nIsi [[v2]].\n",
        )
        .file("content/corrections.yaml", correction)
        .build(&[])
        .exits(0);
    let entries = |path: &str| elements(&run.file(path)).iter().filter(|name| *name == "entry").count();
    for (page, number) in [
        ("angkatan/papua-2022/", 1),
        ("en/cohorts/papua-2022/", 1),
        ("kunjungan/v1/", 1),
        ("tahun/2023/", 2),
        ("cerita/", 1),
        ("ralat/", 1),
        ("", 2),
    ] {
        assert_eq!(entries(&format!("{page}feed.xml")), number, "{page}");
        assert!(run.file(&format!("{page}index.html")).contains("feed.xml"), "{page} leads to its feed");
    }
    for page in ["kunjungan/v2/", "sumber/s1/", "kunjungan/", "cerita/lima/", "ralat/ralat-1/"] {
        assert!(!run.has(&format!("{page}feed.xml")), "no news is about {page}");
    }
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
        let made = [".csv", ".json", ".xlsx", ".zip", ".jsonld", ".ics", "feed.xml", "sitemap.xml"]
            .iter()
            .any(|end| path.ends_with(end));
        assert!(!made || path.starts_with('.'), "{path} was not asked for");
    }
    let index = run.file("wilayah/papua/index.html");
    assert!(!index.contains("data.csv") && !index.contains("feed.xml"), "and nothing links to it");
}

#[test]
fn pages_are_made_even_if_nobody_asks_for_them_and_that_is_said() {
    let site = "title: T\nbase_url: https://example.org/\nlanguages: [id]\noutputs: [data]\n";
    let project = Project::new().file("content/site.yaml", site).file("content/cohorts/a.yaml", COHORT);
    let run = project.build(&["--lang", "en"]).exits(0);
    assert!(run.has("index.html") && run.has("404.html") && run.has("data/data.csv"));
    let run = run.says("F006");
    run.says("Write `outputs: [html, data]`.");
    project.check(&["--strict"]).exits(1);
}

#[test]
fn data_and_catalogue_can_each_be_left_out() {
    let with = |outputs: &str| {
        let site = format!("title: T\nbase_url: https://example.org/\nlanguages: [id]\noutputs: {outputs}\n");
        Project::new().file("content/site.yaml", &site).file("content/cohorts/a.yaml", COHORT).build(&[]).exits(0)
    };
    let data = with("[html, data]");
    assert!(data.has("data/data.xlsx") && data.has("data/data.zip") && !data.has("catalog.jsonld"));
    assert!(!data.file("data/index.html").contains("catalog.jsonld"));
    let both = with("[html, data, catalogue]");
    assert!(both.has("catalog.jsonld") && both.file("data/index.html").contains("catalog.jsonld"));
    let alone = with("[html, catalogue]");
    assert!(!alone.has("catalog.jsonld"), "without data there is nothing to list");
}

#[test]
fn workbooks_stand_beside_regions_that_something_touches() {
    let run = site();
    assert!(run.has("wilayah/papua/data.xlsx") && run.has("en/regions/papua/data.xlsx"));
    assert!(run.file("wilayah/papua/index.html").contains("data.xlsx"));
    assert!(!run.has("wilayah/kota-batu/data.xlsx"), "an empty table is no workbook");
    assert!(!run.file("wilayah/kota-batu/index.html").contains("data.xlsx"));
}

/// The cells of a sheet, by row.
fn sheet(run: &Run, path: &str, name: &str) -> Vec<Vec<calamine::Data>> {
    use calamine::Reader;
    let bytes = std::fs::read(run.output.join(path)).expect(path);
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(name).unwrap_or_else(|error| panic!("{path} has no sheet {name}: {error}"));
    range.rows().map(<[calamine::Data]>::to_vec).collect()
}

#[test]
fn cells_of_workbooks_have_types() {
    use calamine::Data;
    let run = site();
    let rows = sheet(&run, "wilayah/kota-malang/data.xlsx", "Data");
    let find = |head: &str| {
        let at = rows[0].iter().position(|cell| *cell == *head);
        at.unwrap_or_else(|| panic!("no column {head}: {:?}", rows[0]))
    };
    let row = |id: &str| rows.iter().find(|row| row[find("Pengenal")] == Data::String(id.to_owned())).expect(id);
    assert_eq!(row("papua-2022")[find("Peserta")], Data::Float(42.0));
    assert!(matches!(row("papua-2022")[find("Tanggal mulai")], Data::DateTime(_)), "a full date is a date");
    assert_eq!(row("v2")[find("Tanggal mulai")], Data::String("2023-04".to_owned()), "a month is none");
    assert_eq!(row("v1")[find("Anggota delegasi, paling sedikit")], Data::Float(84.0));
    assert_eq!(row("v1")[find("Anggota delegasi")], Data::Empty, "not exact");
    assert_eq!(row("v1")[find("Anggota delegasi, kepastian")], Data::String("at-least".to_owned()));
    assert!(!rows[0].iter().any(|head| *head == "Pendaftar"), "a column that nothing fills");
    let regions = sheet(&run, "data/data.xlsx", "Wilayah");
    assert!(regions.iter().flatten().any(|cell| *cell == Data::String("35.73".to_owned())), "codes are text");
    let english = sheet(&run, "en/data/data.xlsx", "Data Dictionary");
    assert!(english.iter().flatten().any(|cell| *cell == "Participants"));
    let about: Vec<String> =
        sheet(&run, "data/data.xlsx", "Tentang").iter().flatten().map(ToString::to_string).collect();
    assert!(about.iter().any(|cell| cell == "https://example.org/data/"), "{about:?}");
}

#[test]
fn the_dictionary_has_exactly_the_columns_of_the_regulation() {
    let run = site();
    for (page, word) in [("data/", "Peserta [participants]"), ("en/data/", "Participants [participants]")] {
        let text = run.file(&format!("{page}kamus-data.csv"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let heads: Vec<String> = reader.headers().expect("heads").iter().map(str::to_owned).collect();
        assert_eq!(heads, ["konsep", "definisi", "klasifikasi", "ukuran", "satuan"]);
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert!(rows.iter().any(|row| &row[0] == word), "no {word}");
        assert!(rows.iter().all(|row| !row[0].is_empty() && !row[1].is_empty() && !row[3].is_empty()));
        // Every column of every table has a line.
        for (path, bytes) in run.tree() {
            let Some(name) = path.strip_prefix(page).filter(|name| name.ends_with(".csv")) else { continue };
            if name == "kamus-data.csv" {
                continue;
            }
            let mut table = csv::Reader::from_reader(bytes.as_slice());
            for head in table.headers().expect("heads") {
                let named = format!("[{head}]");
                assert!(rows.iter().any(|row| row[0].ends_with(&named)), "{path}: `{head}` is not explained");
            }
        }
    }
}

#[test]
fn the_archive_holds_the_files_of_the_site() {
    let run = site();
    let bytes = std::fs::read(run.output.join("data/data.zip")).expect("an archive");
    let inside = super::project::unpack(&bytes).expect("an archive");
    for name in ["BACA-SAYA.md", "README.md", "LICENSE.txt", "datapackage.json", "en/datapackage.json"] {
        assert!(inside.iter().any(|(other, _)| other == name), "no {name}");
    }
    let mut same = 0;
    for (name, bytes) in &inside {
        let path = name.strip_prefix("en/").map_or_else(|| format!("data/{name}"), |name| format!("en/data/{name}"));
        if run.has(&path) {
            same += 1;
            assert_eq!(std::fs::read(run.output.join(&path)).expect("readable"), *bytes, "{name} is not {path}");
        }
    }
    assert!(same > 20, "{same} files are those of the site");
    let readme = inside.iter().find(|(name, _)| name == "README.md").map(|(_, bytes)| String::from_utf8_lossy(bytes));
    assert!(readme.is_some_and(|text| text.contains("cohorts.csv") && !text.contains('{')));
}

#[test]
fn the_data_page_knows_the_sizes_of_its_files() {
    let run = site();
    let page = run.file("data/index.html");
    for name in ["data.xlsx", "data.zip", "data.csv", "data.json"] {
        let bytes = std::fs::metadata(run.output.join("data").join(name)).expect(name).len();
        let size = if bytes < 1000 { format!("{bytes} byte") } else { format!("{} kB", kilobytes(bytes)) };
        assert!(page.contains(&format!("{name}&nbsp;· {size}")), "{name} has {bytes} bytes, which is `{size}`");
    }
    assert!(run.file("en/data/index.html").contains("../../data/data.zip"), "one archive for all languages");
    let catalogue = run.json("catalog.jsonld");
    let sizes =
        catalogue["@graph"].as_array().expect("a graph").iter().filter(|node| node["dcat:byteSize"].is_object());
    assert!(sizes.count() > 10, "{catalogue:#}");
}

fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{},{}", tenths / 10, tenths % 10) }
}

#[test]
fn no_output_carries_the_time_of_the_build() {
    for (path, bytes) in site().unpacked() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&NOW[..10]) && !text.contains("23 November 2026"), "{path} tells when it was built");
    }
}

/// What a statement does not say of itself is not said for it.
#[test]
fn whether_words_are_exact_may_be_unknown() {
    let statement = |id: &str, more: &str| {
        format!(
            "- {{id: {id}, speaker: Wali Kota, office: Wali Kota, text: Kata {id}, about: [papua], sources: [s1]{more}}}\n"
        )
    };
    let all = [statement("a", ""), statement("b", ", verbatim: false"), statement("c", ", verbatim: true")].concat();
    let run = Project::new().file("content/statements.yaml", &all).build(&[]).exits(0);
    let page = run.file("wilayah/papua/index.html");
    let of =
        |id: &str| page.split("<blockquote").skip(1).find(|part| part.contains(&format!("Kata {id}"))).expect("quoted");
    assert!(of("a").contains("tidak disebut apakah kutipan langsung") && !of("a").contains("intisari"), "{}", of("a"));
    assert!(of("b").contains("(intisari)"), "{}", of("b"));
    assert!(of("c").contains("“Kata c”") && !of("c").contains("intisari"), "{}", of("c"));
    let table = run.file("data/statements.csv");
    let mut rows = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let at = rows.headers().expect("a head").iter().position(|name| name == "verbatim").expect("a column");
    let cells: Vec<String> = rows.records().map(|row| row.expect("a row")[at].to_owned()).collect();
    assert_eq!(cells, ["", "false", "true"]);
}

/// The way to a page in its linked data has the words of the page, not keys of messages.
#[test]
fn the_way_to_a_page_is_in_its_language() {
    let run = site();
    for (path, name) in [
        ("wilayah/papua/index.html", "Wilayah"),
        ("kunjungan/v1/index.html", "Kunjungan"),
        ("en/visits/v1/index.html", "Visits"),
        ("en/visits/index.html", "Visits"),
        ("tahun/index.html", "Tahun"),
        ("data/index.html", "Data"),
    ] {
        let page = run.file(path);
        let way = page.split("BreadcrumbList").nth(1).and_then(|rest| rest.split("</script>").next()).expect(path);
        assert!(way.contains(&format!("\"name\":\"{name}\"")), "{path}: {way}");
    }
}
