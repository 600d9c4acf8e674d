//! Rule 3: roll-up by the parent on the record's date.

use super::say::{facts, figure, find};
use super::spec::a;
use crate::derive::Facts;
use crate::derive::FigureName::{Cohorts, PeopleHosted, VisitsMade};
use crate::value::Kind;

fn visit(date: &str) -> Facts {
    facts(&[a(Kind::Visit, "v").from(&["kabupaten-merauke"]).to(&["kota-malang"]).on(date)])
}

fn uncertain(facts: &Facts, region: &str) -> usize {
    let subject = find(facts, Kind::Region, region).and_then(|record| facts.subject(record)).expect("a region");
    subject.uncertain_parent.len()
}

#[test]
fn merauke_moves_on_the_day_of_the_law() {
    for (date, papua, south, doubt) in [
        ("2022-07-24", 1, 0, 0),
        ("2022-07-25", 0, 1, 0),
        ("2022-06", 1, 0, 0),
        ("2022-07", 0, 1, 1),
        ("2022", 0, 1, 1),
        ("2021", 1, 0, 0),
        ("2023", 0, 1, 0),
        ("", 0, 1, 1),
    ] {
        let facts = visit(date);
        assert_eq!(figure(&facts, "papua", VisitsMade), format!("{papua} ({papua}/{papua})"), "{date}");
        assert_eq!(figure(&facts, "papua-selatan", VisitsMade), format!("{south} ({south}/{south})"), "{date}");
        assert_eq!(figure(&facts, "wilayah-papua", VisitsMade), "1 (1/1)", "{date}");
        assert_eq!(figure(&facts, "kabupaten-merauke", VisitsMade), "1 (1/1)", "{date}");
        assert_eq!(uncertain(&facts, "papua-selatan"), doubt, "{date}");
        assert_eq!(uncertain(&facts, "kabupaten-merauke"), doubt, "{date}");
        assert_eq!(uncertain(&facts, "indonesia"), 0, "{date}");
    }
}

#[test]
fn without_own_date_the_cohorts_decides() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["kota-malang"]).to(&["lan"]).count("9").on("2022-01-10"),
        a(Kind::Placement, "p").of("c").to(&["kabupaten-merauke"]).count("4"),
        a(Kind::Placement, "q").of("c").to(&["kabupaten-mappi"]).count("2").on("2022-08-01"),
    ]);
    assert_eq!(figure(&facts, "papua", PeopleHosted), "4 (1/1)");
    assert_eq!(figure(&facts, "papua-selatan", PeopleHosted), "2 (1/1)");
    assert_eq!(figure(&facts, "papua-selatan", Cohorts), "1 (1/1)");
    let placement = &facts.placements[0].activity;
    assert!(placement.dates_of_cohort && placement.year == Some(2022));
    assert!(!facts.placements[1].activity.dates_of_cohort);
}

#[test]
fn history_tells_who_moved() {
    let facts = visit("2022");
    for id in ["papua", "papua-selatan"] {
        let region = find(&facts, Kind::Region, id).expect("a region");
        let moved: Vec<&str> =
            facts.history(region).iter().map(|change| facts.regions[change.region as usize].head.id.as_str()).collect();
        assert_eq!(moved, ["kabupaten-mappi", "kabupaten-merauke"], "{id}");
        assert_eq!(facts.history(region)[0].date.map(|date| date.to_string()).as_deref(), Some("2022-07-25"));
    }
    let merauke = find(&facts, Kind::Region, "kabupaten-merauke").expect("a region");
    let parent = facts.regions[merauke.at()].parent.map(|at| facts.regions[at as usize].head.id.as_str());
    assert_eq!((facts.history(merauke).len(), parent), (1, Some("papua-selatan")));
}

#[test]
fn a_circle_of_parents_does_not_hang() {
    let facts = facts(&[
        a(Kind::Region, "x").above("y", "", ""),
        a(Kind::Region, "y").above("x", "", ""),
        a(Kind::Visit, "v").from(&["x"]).to(&["kota-malang"]),
    ]);
    assert_eq!(figure(&facts, "y", VisitsMade), "1 (1/1)");
}
