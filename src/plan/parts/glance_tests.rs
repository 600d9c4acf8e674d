//! Random activities: the phrase says of each what its record states, all of it, and nothing else.

use super::glance;
use crate::derive::facts::{Facts, PlaceFact, Status};
use crate::plan::PageKind;
use crate::plan::outputs::sample::{sample_facts, with_plan_of};
use crate::plan::scope::Scope;
use crate::text::Messages;
use crate::value::{Count, Kind, Lang, Localized, PartialDate, RecordRef};
use proptest::prelude::*;

/// What the record of an activity states.
#[derive(Clone, Debug)]
struct Stated {
    kind: Kind,
    people: Option<Count>,
    origin: usize,
    host: usize,
    start: Option<&'static str>,
    end: Option<&'static str>,
    reported: Option<&'static str>,
    of_cohort: bool,
    status: Option<Status>,
}

const KINDS: [Kind; 4] = [Kind::Cohort, Kind::Placement, Kind::Visit, Kind::Training];
const DATES: [Option<&str>; 5] = [None, Some("2021"), Some("2021-03"), Some("2021-03-04"), Some("2020~")];
const LATER: [Option<&str>; 4] = [None, Some("2023"), Some("2023-06"), Some("2022-12-16")];
const STATUS: [Option<Status>; 5] =
    [None, Some(Status::Planned), Some(Status::Ongoing), Some(Status::Completed), Some(Status::Cancelled)];

fn people() -> impl Strategy<Value = Option<Count>> {
    prop_oneof![
        1 => Just(None),
        2 => (1_u64..50).prop_map(|number| Some(Count::exact(number))),
        1 => (1_u64..50).prop_map(|low| Some(Count { low, high: None, approximate: false })),
        1 => (1_u64..50, 1_u64..9)
            .prop_map(|(low, more)| Some(Count { low, high: Some(low + more), approximate: false })),
        1 => (1_u64..50).prop_map(|low| Some(Count { low, high: Some(low), approximate: true })),
    ]
}

fn stated() -> impl Strategy<Value = Stated> {
    let date = |all: &'static [Option<&'static str>]| prop::sample::select(all);
    let when = (date(&DATES), date(&LATER), date(&DATES), any::<bool>());
    let what = (prop::sample::select(&KINDS), people(), 0_usize..6, 0_usize..6, prop::sample::select(&STATUS));
    (what, when).prop_map(|((kind, people, origin, host, status), (start, end, reported, of_cohort))| Stated {
        kind,
        people,
        origin,
        host,
        start,
        end,
        reported,
        // Only placements can lie within the dates of their cohort.
        of_cohort: of_cohort && kind == Kind::Placement,
        status,
    })
}

fn messages(lang: &str) -> Messages {
    let yaml = match lang {
        "id" => include_str!("../../../themes/warta/messages/id.yaml"),
        _ => include_str!("../../../themes/warta/messages/en.yaml"),
    };
    Messages::parse(yaml).expect("the theme's words")
}

fn date(text: Option<&str>) -> Option<PartialDate> {
    text.map(|text| PartialDate::parse(text).expect("a date"))
}

fn facts(stated: &Stated) -> Facts {
    let mut facts = sample_facts();
    facts.messages = ["id", "en"].map(|lang| (Lang::new(lang), messages(lang))).into();
    let places = |name: &str, number: usize| -> Vec<PlaceFact> {
        let place = |at| PlaceFact { party: None, label: Some(Localized::Plain(format!("{name}{at}"))) };
        (0..number).map(place).collect()
    };
    let activity = match stated.kind {
        Kind::Cohort => {
            facts.cohorts[0].participants = stated.people;
            &mut facts.cohorts[0].activity
        }
        Kind::Placement => {
            facts.placements[0].count = stated.people;
            &mut facts.placements[0].activity
        }
        Kind::Visit => {
            facts.visits[0].delegates = stated.people;
            &mut facts.visits[0].activity
        }
        _ => {
            facts.trainings[0].participants = stated.people;
            &mut facts.trainings[0].activity
        }
    };
    activity.origin = places("Asal", stated.origin);
    activity.host = places("Tujuan", stated.host);
    activity.start = date(stated.start);
    activity.end = date(stated.end);
    activity.reported = date(stated.reported);
    activity.dates_of_cohort = stated.of_cohort;
    activity.year =
        if stated.of_cohort { Some(2024) } else { date(stated.start.or(stated.end)).map(PartialDate::year) };
    activity.status = stated.status;
    facts
}

fn phrase(plan_facts: &Facts, kind: Kind, lang: &str) -> String {
    let mut text = String::new();
    with_plan_of(plan_facts, |plan| {
        let record = RecordRef { kind, index: 0 };
        let is_page = |page: &&crate::plan::PlannedPage| {
            page.kind == PageKind::Record(kind) && page.subject == 0 && page.lang.as_str() == lang
        };
        let page = plan.pages().iter().find(is_page).expect("a page");
        text = glance(&Scope::new(plan, page), record);
    });
    text
}

/// The numbers of a text, in order of size; those in the names of places left out.
fn numbers(text: &str) -> Vec<String> {
    let mut plain = text.to_owned();
    for name in ["Asal", "Tujuan"] {
        for at in 0..6 {
            plain = plain.replace(&format!("{name}{at}"), "");
        }
    }
    let words = plain.split(|letter: char| !letter.is_ascii_digit()).filter(|word| !word.is_empty());
    let mut all: Vec<String> = words.map(str::to_owned).collect();
    all.sort();
    all
}

/// The numbers that the record states: people, places that are only counted, days and years.
fn expected(stated: &Stated) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    if let Some(count) = stated.people {
        all.push(count.low.to_string());
        all.extend(count.high.filter(|high| *high != count.low).map(|high| high.to_string()));
    }
    // Of more than three places two are named.
    all.extend(
        [stated.origin, stated.host].iter().filter(|number| **number > 3).map(|number| (number - 2).to_string()),
    );
    for date in dates(stated) {
        let mut parts = date.trim_end_matches('~').split('-');
        all.extend(parts.next().map(str::to_owned));
        all.extend(parts.nth(1).map(|day| day.trim_start_matches('0').to_owned()));
    }
    all.sort();
    all
}

/// The dates that may be told: an activity's own, else when it was reported; of a placement perhaps its cohort's year.
fn dates(stated: &Stated) -> Vec<&'static str> {
    if stated.of_cohort {
        return vec!["2024"];
    }
    match (stated.start, stated.end) {
        (None, None) => stated.reported.into_iter().collect(),
        (start, end) => start.into_iter().chain(end).collect(),
    }
}

/// The places of a name that a text tells, in its order.
fn named(text: &str, name: &str) -> Vec<usize> {
    text.split(name).skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).map(|at| at as usize).collect()
}

fn all_named(number: usize) -> Vec<usize> {
    (0..if number > 3 { 2 } else { number }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_phrase_of_an_activity_is_never_false(stated in stated()) {
        let facts = facts(&stated);
        let (text, twin) = (phrase(&facts, stated.kind, "en"), phrase(&facts, stated.kind, "id"));
        for text in [&text, &twin] {
            prop_assert!(!text.contains(['{', '}']) && text.ends_with('.'), "{}", text);
            prop_assert_eq!(numbers(text), expected(&stated), "{} of {:?}", text, stated);
            prop_assert_eq!(named(text, "Asal"), all_named(stated.origin), "{}", text);
            prop_assert_eq!(named(text, "Tujuan"), all_named(stated.host), "{}", text);
        }
        // Whence comes before whither, each behind its word.
        let (from, to) = (text.find(" from Asal"), text.find(if stated.kind == Kind::Visit { " to Tujuan" } else { " at Tujuan" }));
        prop_assert_eq!((from.is_some(), to.is_some()), (stated.origin > 0, stated.host > 0), "{}", text);
        prop_assert!(from.is_none() || to.is_none() || from < to, "{}", text);
        // Plans are told as plans, and nothing else is.
        let is = |word: &str| text.starts_with(word);
        prop_assert_eq!(is("Planned: "), stated.status == Some(Status::Planned), "{}", text);
        prop_assert_eq!(is("Cancelled: "), stated.status == Some(Status::Cancelled), "{}", text);
        // A number is as sure as its record.
        if let Some(count) = stated.people {
            let low = count.low;
            let sure = format!(" of {low} ");
            let worded = match (count.approximate, count.high) {
                (true, _) => format!(" of about {low} "),
                (false, None) => format!(" of at least {low} "),
                (false, Some(high)) if high != low => format!(" of {low}–{high} "),
                _ => sure.clone(),
            };
            prop_assert!(text.contains(&worded), "{} of {:?}", text, stated);
            prop_assert_eq!(text.contains(&sure), worded == sure, "{}", text);
        }
        // The day of a report is told as such.
        let only_reported = !stated.of_cohort && stated.start.is_none() && stated.end.is_none() && stated.reported.is_some();
        prop_assert_eq!(text.contains(", reported "), only_reported, "{}", text);
        prop_assert_eq!(text.contains(" March "), dates(&stated).iter().any(|date| date.contains("-03")), "{}", text);
    }
}

#[test]
fn records_without_a_phrase_have_none() {
    let facts = sample_facts();
    assert_eq!(phrase(&facts, Kind::Outcome, "id"), "");
}
