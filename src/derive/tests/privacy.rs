//! Rules 6 and 7: what exists nowhere, and what is hidden.

use super::fixture::catalog;
use super::say::{facts, figure, find, options, short};
use super::spec::{Spec, a};
use crate::derive::FigureName::{Cohorts, PeopleSent, Placements};
use crate::derive::{Facts, derive};
use crate::value::Kind;

fn cells(count: &str, cells: &[(&'static str, &'static str)]) -> Vec<String> {
    let cohort = a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]).count(count);
    let facts = facts(&[Spec { cells: cells.to_vec(), ..cohort }]);
    facts.cohorts[0].breakdown[0].cells.iter().map(|(_, measure)| short(measure)).collect()
}

#[test]
fn a_breakdown_with_a_small_cell_is_hidden_whole() {
    assert_eq!(cells("42", &[("female", "20"), ("male", "22")]), ["20", "22"]);
    assert_eq!(cells("42", &[("female", "4"), ("male", "38")]), ["hidden", "hidden"]);
    assert_eq!(cells("42", &[("female", "0"), ("male", "42")]), ["hidden", "hidden"]);
    assert_eq!(cells("42", &[("female", "3-8"), ("male", "34-39")]), ["hidden", "hidden"]);
    // The two who are in no cell could be worked out.
    assert_eq!(cells("42", &[("female", "40")]), ["hidden"]);
    assert_eq!(cells("", &[("female", "40")]), ["40"]);
    assert_eq!(cells("42", &[("female", "20")]), ["20"]);
}

fn evaluations(list: &[(&str, Kind, &str, u64)]) -> Vec<(String, bool)> {
    let mut specs = vec![
        a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]),
        a(Kind::Placement, "p").of("c").to(&["kota-malang"]),
        a(Kind::Placement, "q").of("c").to(&["kota-surabaya"]),
    ];
    specs.extend(list.iter().map(|(id, kind, of, n)| Spec { n: *n, ..a(Kind::Evaluation, id).about(&[(*kind, of)]) }));
    facts(&specs).evaluations.iter().map(|fact| (short(&fact.n), fact.value.is_some())).collect()
}

#[test]
fn an_evaluation_over_few_people_is_hidden_with_the_total_that_betrays_it() {
    let shown = |n: &str| (n.to_owned(), true);
    let hidden = || ("hidden".to_owned(), false);
    let of_p = |n| ("e1", Kind::Placement, "p", n);
    let of_q = ("e2", Kind::Placement, "q", 20);
    assert_eq!(evaluations(&[of_p(5), of_q, ("e3", Kind::Cohort, "c", 25)]), [shown("5"), shown("20"), shown("25")]);
    assert_eq!(evaluations(&[of_p(3), of_q, ("e3", Kind::Cohort, "c", 23)]), [hidden(), shown("20"), hidden()]);
    assert_eq!(evaluations(&[of_p(3), of_q, ("e3", Kind::Program, "magang", 23)]), [hidden(), shown("20"), hidden()]);
}

#[test]
fn what_lies_above_a_hidden_evaluation_is_hidden_with_it() {
    let shown = |n: &str| (n.to_owned(), true);
    let hidden = || ("hidden".to_owned(), false);
    let (whole, one) = (("e1", Kind::Region, "jawa-timur", 50), ("e2", Kind::Region, "kota-malang", 47));
    let small = ("e3", Kind::Region, "kota-surabaya", 3);
    assert_eq!(evaluations(&[whole, one, small]), [hidden(), shown("47"), hidden()]);
    let of_agency = ("e3", Kind::Institution, "bappeda-kota-malang", 3);
    assert_eq!(evaluations(&[whole, one, of_agency]), [hidden(), hidden(), hidden()]);
}

#[test]
fn a_group_of_which_others_leave_a_few_is_hidden() {
    let shown = |n: &str| (n.to_owned(), true);
    let hidden = || ("hidden".to_owned(), false);
    let (of_p, of_q) = (("e1", Kind::Placement, "p", 18), ("e2", Kind::Placement, "q", 20));
    let of_c = |n| ("e3", Kind::Cohort, "c", n);
    // Those who were elsewhere could be worked out.
    assert_eq!(evaluations(&[of_p, of_q, of_c(42)]), [shown("18"), shown("20"), hidden()]);
    assert_eq!(evaluations(&[of_p, of_c(20)]), [shown("18"), hidden()]);
    assert_eq!(evaluations(&[of_p, of_q, of_c(43)]), [shown("18"), shown("20"), shown("43")]);
    // The same people at another time are no part of themselves.
    assert_eq!(evaluations(&[of_c(20), ("e4", Kind::Cohort, "c", 18)]), [shown("20"), shown("18")]);
}

fn hide(spec: Spec) -> Spec {
    Spec { hidden: true, ..spec }
}

fn with_drafts() -> Facts {
    let source = || vec!["s1".to_owned()];
    facts(&[
        a(Kind::Cohort, "b").from(&["papua"]).to(&["lan"]).count("7").on("2020"),
        hide(Spec {
            sources: source(),
            ..a(Kind::Cohort, "a-draft").from(&["papua"]).to(&["lan"]).count("9").on("2031")
        }),
        a(Kind::Placement, "of-draft").of("a-draft").to(&["kota-malang"]).count("3"),
        a(Kind::Placement, "p").of("b").to(&["kota-malang"]).count("3"),
        a(Kind::Outcome, "o-draft").about(&[(Kind::Cohort, "a-draft")]),
        a(Kind::Statement, "st").about(&[(Kind::Cohort, "a-draft"), (Kind::Cohort, "b")]),
        a(Kind::Statement, "st-draft").about(&[(Kind::Cohort, "a-draft")]),
        a(Kind::Story, "story").on("2021").about(&[(Kind::Cohort, "a-draft"), (Kind::Cohort, "b")]),
        hide(a(Kind::Region, "a-hidden").above("papua", "", "")),
        a(Kind::Region, "under").above("a-hidden", "", ""),
        a(Kind::Cohort, "z").from(&["papua", "a-hidden"]).to(&["under"]).count("5").on("2020"),
    ])
}

#[test]
fn drafts_exist_nowhere() {
    let facts = with_drafts();
    for (kind, id) in [
        (Kind::Cohort, "a-draft"),
        (Kind::Placement, "of-draft"),
        (Kind::Outcome, "o-draft"),
        (Kind::Statement, "st-draft"),
        (Kind::Region, "a-hidden"),
    ] {
        assert_eq!(find(&facts, kind, id), None, "{id}");
    }
    assert!(!format!("{facts:?}").contains("draft\""), "no id of a draft is left anywhere");
    assert_eq!(figure(&facts, "kota-malang", Placements), "1 (1/1)");
    assert_eq!(figure(&facts, "", Cohorts), "2 (2/2)");
    assert_eq!(facts.years.iter().map(|(year, _)| *year).collect::<Vec<i32>>(), [2020, 2021]);
    let source = find(&facts, Kind::Source, "s1").expect("the source");
    assert!(facts.referrers(source).is_empty());
    assert_eq!(facts.statements[0].about.len(), 1);
    assert_eq!(facts.stories[0].texts[0].telling.links.len(), 1);
}

#[test]
fn references_lead_to_the_same_records_as_before() {
    let facts = with_drafts();
    let cohort = find(&facts, Kind::Cohort, "b").expect("a cohort");
    let names: Vec<&str> = facts.referrers(cohort).iter().map(|record| facts.head(*record).id.as_str()).collect();
    assert_eq!(names, ["p", "st", "story"]);
    assert_eq!(facts.placements[0].cohort, cohort.index);
    assert_eq!(facts.cohorts[cohort.at()].placements, [0]);
    assert_eq!(facts.cohorts[cohort.at()].activity.host.len(), 2);
}

#[test]
fn hiding_an_origin_makes_no_figure_certain() {
    let facts = with_drafts();
    // Of the cohorts b (7) and z (5, of which some come from the hidden region) only the first is known.
    assert_eq!(figure(&facts, "papua-barat", PeopleSent), "0 (0/0)");
    assert_eq!(figure(&facts, "papua", PeopleSent), "7+ (1/2)");
    let cohort = find(&facts, Kind::Cohort, "z").expect("a cohort");
    assert_eq!(facts.cohorts[cohort.at()].activity.origin.len(), 1);
    let under = find(&facts, Kind::Region, "under").expect("a region");
    let parent = facts.regions[under.at()].parent.map(|at| facts.regions[at as usize].head.id.as_str());
    assert_eq!(parent, Some("papua"), "a hidden region does not cut off what lies below it");
}

#[test]
fn numbered_statements_leave_no_gap() {
    let mut catalog = catalog(&[
        a(Kind::Statement, "statement-000001"),
        hide(a(Kind::Statement, "statement-000002")),
        a(Kind::Statement, "statement-000003"),
        a(Kind::Statement, "words"),
    ]);
    for statement in &mut catalog.statements[..3] {
        statement.has_own_id = false;
    }
    let facts = derive(catalog, &options("2026-11-23T12:00:00+07:00"));
    let ids: Vec<&str> = facts.statements.iter().map(|fact| fact.head.id.as_str()).collect();
    assert_eq!(ids, ["statement-000001", "statement-000002", "words"]);
}
