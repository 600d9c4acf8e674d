//! What stands beside the pages of a small invented site.

use super::sample::{NASTY, lang, record, with_sample_plan};
use super::{Cell, EventStatus, Outputs, Part};
use crate::plan::{PageKind, PlannedPage, SitePlan, json_ld};
use crate::value::{Kind, Lang};

fn with_plan(test: impl FnOnce(&SitePlan<'_>, &Outputs<'_>)) {
    with_sample_plan(|plan| test(plan, &Outputs::new(plan)));
}

fn page(plan: &SitePlan<'_>, kind: PageKind, lang: &str) -> PlannedPage {
    let lang = Lang::new(lang);
    let path = match kind {
        PageKind::Record(kind) => plan.routes().path(record(kind), &lang).unwrap_or_default(),
        PageKind::Index => plan.routes().index("visits", &lang).unwrap_or_default(),
        PageKind::Data => plan.routes().data(&lang).unwrap_or_default(),
        _ => plan.routes().home(&lang),
    };
    let year = matches!(kind, PageKind::RegionYear | PageKind::Year).then_some(2022);
    PlannedPage { path, lang, kind, subject: 0, year, part: 1, list: None, twins: [].into() }
}

#[test]
fn every_row_is_in_the_order_of_its_columns() {
    with_plan(|plan, outputs| {
        let page = page(plan, PageKind::Data, "id");
        let set = outputs.data(&page).expect("data");
        assert_eq!(set.len(), 14);
        for row in set.rows() {
            let mut columns = set.columns.iter();
            for (column, _) in row.iter() {
                assert!(columns.any(|other| other == column), "{column} of {:?} is out of order", row.iter().next());
            }
        }
        for (kind, _) in plan.tables() {
            let table = outputs.table(&page, kind);
            let row = table.rows().next().expect("a row");
            let missing: Vec<String> = table
                .columns
                .iter()
                .filter(|column| !row.iter().any(|(own, _)| own == *column))
                .map(ToString::to_string)
                .collect();
            // Figures are those of the subject, which the invented one has two of.
            let figures = ["regions", "institutions", "programs", "topics"].contains(&kind.plural());
            assert!(figures || missing.is_empty(), "{kind}: {missing:?}");
        }
    });
}

#[test]
fn a_region_has_figures_years_and_what_touches_it() {
    with_plan(|plan, outputs| {
        let page = page(plan, PageKind::Record(Kind::Region), "en");
        assert!(plan.has_data(&page) && plan.has_feed(&page) && plan.has_calendar(&page));
        let set = outputs.data(&page).expect("data");
        assert_eq!(set.head.url, "https://example.go.id/magang/en/regions/papua/");
        let figures: Vec<_> = set.figures().collect();
        assert_eq!((figures[0].name, figures[0].state), ("people_hosted", "at-least"));
        assert_eq!((&figures[0].value, &figures[0].min), (&Cell::Empty, &Cell::Integer(47)));
        // A cohort and a visit share the id, so the reference says which.
        assert_eq!(figures[0].basis, ["cohort:papua-2022"]);
        assert_eq!((figures[1].name, figures[1].state), ("last_activity", "range"));
        assert_eq!(figures[1].max, Cell::Text("2022-12-31".to_owned()));
        assert_eq!(set.by_year[0][0], ("year", Cell::Integer(2022)));
        let rows: Vec<_> = set.rows().collect();
        assert_eq!(rows.len(), 9);
        let cell = |row: usize, name: &str, part: Part| {
            let found = rows[row].iter().find(|(column, _)| column.name == name && column.part == part);
            found.map(|(_, cell)| cell.clone())
        };
        assert_eq!(cell(0, "role", Part::Value), Some(Cell::Text("host".to_owned())));
        assert_eq!(cell(0, "participants", Part::Value), Some(Cell::Empty));
        assert_eq!(cell(0, "participants", Part::Max), Some(Cell::Integer(23)));
        assert_eq!(cell(0, "person_months", Part::Value), Some(Cell::Tenths(242)));
        assert_eq!(cell(0, "breakdown", Part::Value), Some(Cell::List(vec!["gender.female=hidden".to_owned()])));
        assert_eq!(cell(0, "origin_ids", Part::Value), Some(Cell::List(Vec::new())));
        assert_eq!(cell(0, "origin_names", Part::Value), Some(Cell::List(vec!["Bandung".to_owned()])));
        assert_eq!(cell(1, "start", Part::Value), Some(Cell::Empty), "the dates of the cohort are not its own");
        assert_eq!(cell(2, "delegates", Part::State), Some(Cell::Text("unknown".to_owned())));
        assert_eq!(cell(2, "participants", Part::State), None);
    });
}

#[test]
fn a_year_of_a_region_holds_that_year() {
    with_plan(|plan, outputs| {
        let set = outputs.data(&page(plan, PageKind::RegionYear, "id")).map(|set| set.len());
        // Two cohorts' worth of activities and the story; the outcome is of 2023, the correction of 2024.
        assert_eq!(set, Some(5));
        let page = page(plan, PageKind::Index, "id");
        assert_eq!(plan.indexed_kind(&page), Some(Kind::Visit));
        assert_eq!(outputs.data(&page).map(|set| set.len()), Some(1));
    });
}

#[test]
fn a_cohort_comes_with_its_placements_and_other_records_alone() {
    with_plan(|plan, outputs| {
        let rows = |kind| outputs.data(&page(plan, PageKind::Record(kind), "id")).map(|set| set.len());
        assert_eq!(rows(Kind::Cohort), Some(2));
        assert_eq!(rows(Kind::Source), Some(1));
        assert_eq!(rows(Kind::Story), None);
    });
}

#[test]
fn news_is_newest_first_and_knows_no_clock() {
    with_plan(|plan, outputs| {
        let feed = outputs.feed(&page(plan, PageKind::Home, "en")).expect("a feed");
        assert_eq!(feed.updated, "2024-02-03T00:00:00+07:00");
        assert_eq!(feed.self_url, "https://example.go.id/magang/en/feed.xml");
        let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(
            ids,
            ["https://example.go.id/magang/en/corrections/c1/", "https://example.go.id/magang/en/stories/lima/"]
        );
        let story = &feed.entries[1];
        assert_eq!((story.title.as_str(), story.lang.as_str()), (format!("{NASTY} id").as_str(), "id"));
    });
}

#[test]
fn calendars_hold_what_has_full_dates() {
    with_plan(|plan, outputs| {
        let calendar = outputs.calendar(&page(plan, PageKind::Home, "id")).expect("a calendar");
        let events: Vec<(&str, String, String)> = calendar
            .events
            .iter()
            .map(|event| (event.uid.as_str(), event.start.to_string(), event.end.to_string()))
            .collect();
        let of = |uid, start: &str, end: &str| (uid, start.to_owned(), end.to_owned());
        assert_eq!(
            events,
            [
                of("visit-papua-2022@example.go.id", "2022-02-28", "2022-03-01"),
                of("cohort-papua-2022@example.go.id", "2022-11-14", "2022-12-17"),
            ]
        );
        assert_eq!(calendar.events[0].status, Some(EventStatus::Tentative));
        assert_eq!(calendar.events[1].status, None);
        assert!(plan.has_calendar(&page(plan, PageKind::Record(Kind::Visit), "id")));
        assert!(!plan.has_calendar(&page(plan, PageKind::Record(Kind::Training), "id")), "only its month is known");
        assert!(!plan.has_calendar(&page(plan, PageKind::Record(Kind::Placement), "id")), "dates of its cohort");
    });
}

#[test]
fn every_page_says_what_it_is_to_machines() {
    with_plan(|plan, _| {
        for kind in PageKind::ALL {
            let text = json_ld::script(plan, &page(plan, kind, "id"));
            assert!(!text.contains(['<', '>', '&']), "{text}");
            let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(value["@context"], "https://schema.org");
            if kind != PageKind::NotFound {
                assert!(value["@graph"][0]["@type"].is_string(), "{kind:?}: {value}");
            }
        }
        let text = json_ld::script(plan, &page(plan, PageKind::Record(Kind::Visit), "id"));
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["@graph"][0]["startDate"], "2022-02-28");
        assert!(value["@graph"][0].get("endDate").is_none());
        assert_eq!(value["@graph"][1]["@type"], "Quotation");
        assert_eq!(value["@graph"][1]["text"], NASTY);
    });
}

#[test]
fn the_sitemap_names_every_language() {
    with_plan(|plan, outputs| {
        let mut page = page(plan, PageKind::Record(Kind::Correction), "en");
        page.twins = [(lang(), "ralat/c1/".to_owned()), (page.lang.clone(), page.path.clone())].into();
        let entry = outputs.sitemap_entry(&page);
        assert_eq!(entry.changed.as_deref(), Some("2024-02-03"));
        let langs: Vec<&str> = entry.alternates.iter().map(|(lang, _)| lang.as_str()).collect();
        assert_eq!(langs, ["id", "en", "x-default"]);
        assert_eq!(entry.alternates[2].1, "https://example.go.id/magang/ralat/c1/");
    });
}
