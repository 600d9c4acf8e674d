//! Status, years, planned and cancelled activities, person-months.

use super::say::{facts, facts_at, figure, find};
use super::spec::{Spec, a};
use crate::check::catalog::{Stage, Status};
use crate::derive::FigureName::{
    Cohorts, FirstActivity, LastActivity, Outcomes, PeopleHosted, PersonMonths, Placements, Planned, Trainings,
    VisitsReceived,
};
use crate::value::{Kind, RecordRef};

fn with_status(spec: Spec, status: Status) -> Spec {
    Spec { status: Some(status), ..spec }
}

#[test]
fn planned_and_cancelled_stand_apart() {
    let visit = |id: &str| a(Kind::Visit, id).from(&["papua"]).to(&["kota-malang"]).on("2020-03-01");
    let facts = facts(&[
        visit("done"),
        with_status(visit("gone"), Status::Cancelled),
        with_status(visit("hoped"), Status::Planned),
        visit("soon").on("2027-01-10").until("2027-01-12"),
        with_status(a(Kind::Cohort, "c").from(&["papua"]).to(&["kota-malang"]).count("9"), Status::Planned),
        a(Kind::Placement, "p").of("c").to(&["kota-malang"]).count("4"),
    ]);
    assert_eq!(figure(&facts, "kota-malang", VisitsReceived), "1 (1/1)");
    assert_eq!(figure(&facts, "kota-malang", Planned), "4 (4/4)");
    assert_eq!(figure(&facts, "kota-malang", Cohorts), "0 (0/0)");
    assert_eq!(figure(&facts, "kota-malang", PeopleHosted), "0 (0/0)");
    assert_eq!(figure(&facts, "kota-malang", Placements), "0 (0/0)");
    assert_eq!(figure(&facts, "kota-malang", LastActivity), "2020-03-01 (1/1)");
    let malang = find(&facts, Kind::Region, "kota-malang").and_then(|record| facts.subject(record)).expect("it");
    let apart: Vec<&str> = malang.lists.apart.iter().map(|record| facts.head(*record).id.as_str()).collect();
    assert_eq!(apart, ["soon", "gone", "hoped", "c", "p"]);
    assert_eq!(malang.by_year.len(), 1);
    assert_eq!(facts.placements[0].activity.status, Some(Status::Planned));
}

#[test]
fn the_clock_moves_a_dated_plan_into_the_figures() {
    let visit = [a(Kind::Visit, "v").from(&["papua"]).to(&["kota-malang"]).on("2027-01-10").until("2027-01-12")];
    let before = facts_at(&visit, "2027-01-09T16:00:00Z");
    let on_the_day = facts_at(&visit, "2027-01-09T17:00:00Z");
    assert_eq!(figure(&before, "kota-malang", VisitsReceived), "0 (0/0)");
    assert_eq!(figure(&on_the_day, "kota-malang", VisitsReceived), "1 (1/1)");
    assert_eq!(before.as_of, None);
    assert_eq!(on_the_day.as_of.map(|date| date.to_string()).as_deref(), Some("2027-01-10"));
}

#[test]
fn reported_is_no_year() {
    let facts = facts(&[
        Spec { reported: "2019-05-02".into(), ..a(Kind::Visit, "a").from(&["papua"]).to(&["kota-malang"]) },
        a(Kind::Visit, "b").from(&["papua"]).to(&["kota-malang"]).on("2018"),
        a(Kind::Visit, "c").from(&["papua"]).to(&["kota-malang"]),
        a(Kind::Visit, "d").from(&["papua"]).to(&["kota-malang"]).on("2018-04"),
    ]);
    let malang = find(&facts, Kind::Region, "kota-malang").and_then(|record| facts.subject(record)).expect("it");
    let years: Vec<(Option<i32>, u32)> = malang.by_year.iter().map(|row| (row.year, row.visits_received)).collect();
    assert_eq!(years, [(Some(2018), 2), (None, 2)]);
    assert_eq!(figure(&facts, "kota-malang", FirstActivity), "2018 (2/4)");
    assert_eq!(figure(&facts, "kota-malang", LastActivity), "2018-04 (2/4)");
    let order: Vec<u32> = malang.lists.visits.iter().map(|reach| reach.index).collect();
    assert_eq!(order, [0, 3, 1, 2]);
    assert_eq!(facts.years.iter().map(|(year, _)| *year).collect::<Vec<i32>>(), [2018]);
}

#[test]
fn person_months_follow_dates_then_duration() {
    let cohort = |id: &str| a(Kind::Cohort, id).from(&["papua"]).to(&["kota-malang"]);
    let months = |spec: Spec| figure(&facts(&[spec]), "papua", PersonMonths);
    // 61 days x 10 / 30.4375 = 20.04
    assert_eq!(months(cohort("c").count("10").on("2022-10-01").until("2022-11-30")), "20.0 (1/1)");
    let lasting = |count: &str, duration: &str| Spec { duration: duration.into(), ..cohort("c").count(count) };
    assert_eq!(months(lasting("42", "P1M")), "42.0 (1/1)");
    assert_eq!(months(lasting("~40", "P45D")), "~59.1 (1/1)");
    assert_eq!(months(lasting("18", "P2M/P3M")), "36.0-54.0 (1/1)");
    assert_eq!(months(lasting("2+", "P3M")), "6.0+ (1/1)");
    assert_eq!(months(lasting("", "P3M")), "unknown (0/1)");
    assert_eq!(months(cohort("c").count("42")), "unknown (0/1)");
    // April and May: from 2 days (30 April to 1 May) to 61 days.
    assert_eq!(months(cohort("c").count("1").on("2022-04").until("2022-05")), "0.1-2.0 (1/1)");
    let both = facts(&[lasting("10", "P1M"), cohort("d").count("3")]);
    assert_eq!(figure(&both, "papua", PersonMonths), "10.0+ (1/2)");
}

#[test]
fn outcomes_come_by_activity_or_by_place_once() {
    let outcome = Spec { stage: Stage::Reported, ..a(Kind::Outcome, "o") };
    let facts = facts(&[
        a(Kind::Visit, "v").from(&["papua"]).to(&["kota-malang"]).on("2020"),
        outcome.about(&[(Kind::Visit, "v")]).to(&["papua", "kota-surabaya"]),
    ]);
    for id in ["papua", "kota-malang", "kota-surabaya", "jawa-timur", "indonesia", ""] {
        assert_eq!(figure(&facts, id, Outcomes(Stage::Reported)), "1 (1/1)", "{id}");
    }
    assert_eq!(figure(&facts, "kota-bandung", Outcomes(Stage::Reported)), "0 (0/0)");
}

#[test]
fn organizers_reach_trainings_and_rotations_reach_nothing() {
    let facts = facts(&[
        Spec {
            organizers: vec!["lan".into(), "kota-malang".into()],
            ..a(Kind::Training, "t").from(&["papua"]).to(&["kota-malang"]).on("2020")
        },
        a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]).on("2020"),
        Spec {
            rotations: vec!["bappeda-kota-malang".into(), "kota-surabaya".into()],
            ..a(Kind::Placement, "p").of("c").to(&["lan"])
        },
    ]);
    assert_eq!(figure(&facts, "lan", Trainings), "1 (1/1)");
    assert_eq!(figure(&facts, "kota-malang", Trainings), "1 (1/1)");
    assert_eq!(figure(&facts, "kota-surabaya", Placements), "0 (0/0)");
    let bappeda = find(&facts, Kind::Institution, "bappeda-kota-malang").expect("it");
    assert_eq!(facts.institutions[bappeda.at()].rotations, [RecordRef::new(Kind::Placement, 0)]);
    assert_eq!(facts.subject(bappeda).map(|subject| subject.lists.activities()), Some(0));
}
