//! Rule 1: people once per cohort; rule 4: what a figure rests on.

use super::say::{facts, figure, find, short};
use super::spec::{Spec, a};
use crate::derive::FigureName::{
    Cohorts, DelegatesReceived, DelegatesSent, Partners, PeopleHosted, PeopleSent, PersonMonths, PlacementHeads,
    Placements,
};
use crate::value::Kind;

fn pilot() -> Vec<Spec> {
    vec![
        a(Kind::Cohort, "pilot")
            .from(&["papua"])
            .to(&["kota-malang", "kabupaten-banyuwangi"])
            .count("42")
            .on("2022-11-07"),
        a(Kind::Placement, "p1").of("pilot").to(&["bappeda-kota-malang"]).count("5"),
        a(Kind::Placement, "p2").of("pilot").to(&["kabupaten-banyuwangi"]),
        a(Kind::Placement, "p3").of("pilot").to(&["label:Bandung"]),
        a(Kind::Placement, "p4").of("pilot").to(&["lan"]),
    ]
}

#[test]
fn the_pilot_counts_its_people_once() {
    let facts = facts(&pilot());
    assert_eq!(figure(&facts, "", PeopleSent), "42 (1/1)");
    assert_eq!(figure(&facts, "", PeopleHosted), "42 (1/1)");
    assert_eq!(figure(&facts, "papua", PeopleSent), "42 (1/1)");
    assert_eq!(figure(&facts, "indonesia", PeopleSent), "42 (1/1)");
    assert_eq!(figure(&facts, "kota-malang", PeopleHosted), "5 (1/1)");
    assert_eq!(figure(&facts, "bappeda-kota-malang", PeopleHosted), "5 (1/1)");
    assert_eq!(figure(&facts, "pemerintah-kota-malang", PeopleHosted), "5 (1/1)");
    assert_eq!(figure(&facts, "kabupaten-banyuwangi", PeopleHosted), "unknown (0/1)");
    assert_eq!(figure(&facts, "jawa-timur", PeopleHosted), "5+ (1/2)");
    assert_eq!(figure(&facts, "indonesia", PeopleHosted), "5+ (1/2)");
    assert_eq!(figure(&facts, "jawa-timur", Cohorts), "1 (1/1)");
    assert_eq!(figure(&facts, "jawa-timur", Placements), "2 (2/2)");
    assert_eq!(figure(&facts, "", PlacementHeads), "5+ (1/4)");
    assert_eq!(figure(&facts, "2022", PeopleSent), "42 (1/1)");
    assert_eq!(figure(&facts, "magang", PeopleHosted), "42 (1/1)");
}

#[test]
fn zero_is_not_unknown() {
    let facts = facts(&pilot());
    assert_eq!(figure(&facts, "kota-malang", PeopleSent), "0 (0/0)");
    assert_eq!(figure(&facts, "kota-surabaya", PeopleHosted), "0 (0/0)");
    assert_eq!(figure(&facts, "kota-surabaya", PersonMonths), "0.0 (0/0)");
    assert_eq!(figure(&facts, "papua", PersonMonths), "unknown (0/1)");
    assert_eq!(figure(&facts, "magang", DelegatesSent), "not-applicable (0/0)");
    assert_eq!(figure(&facts, "", Partners), "not-applicable (0/0)");
}

#[test]
fn a_host_without_placement_opens_the_sum() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["papua"]).to(&["kota-malang", "kota-surabaya", "kota-bandung"]).count("20"),
        a(Kind::Placement, "p").of("c").to(&["kota-malang"]).count("5"),
    ]);
    assert_eq!(figure(&facts, "kota-surabaya", PeopleHosted), "unknown (0/1)");
    assert_eq!(figure(&facts, "jawa-timur", PeopleHosted), "5+ (1/2)");
    assert_eq!(figure(&facts, "indonesia", PeopleHosted), "20 (1/1)");
}

#[test]
fn never_more_than_the_participants() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]).count("8"),
        a(Kind::Placement, "p").of("c").to(&["kota-malang"]).count("6"),
        a(Kind::Placement, "q").of("c").to(&["kota-malang"]).count("5"),
    ]);
    assert_eq!(figure(&facts, "kota-malang", PeopleHosted), "8 (2/2)");
    assert_eq!(figure(&facts, "kota-malang", PlacementHeads), "11 (2/2)");
}

#[test]
fn what_is_cut_to_the_participants_is_no_more_certain_than_they_are() {
    let hosted = |participants: &str, heads: &str| {
        let facts = facts(&[
            a(Kind::Cohort, "c").from(&["papua"]).to(&["kota-malang", "kota-bandung"]).count(participants),
            a(Kind::Placement, "p").of("c").to(&["kota-malang"]).count(heads),
            a(Kind::Placement, "q").of("c").to(&["kota-bandung"]).count("5"),
        ]);
        figure(&facts, "kota-malang", PeopleHosted)
    };
    for (participants, heads, people) in [
        ("~40", "50", "~40"),
        ("22-42", "50", "22-42"),
        ("~40", "30", "30"),
        ("40", "38-45", "38-40"),
        ("22-42", "30", "30"),
        ("84+", "100", "100"),
    ] {
        assert_eq!(hosted(participants, heads), format!("{people} (1/1)"), "{participants} {heads}");
    }
}

#[test]
fn several_origins_are_known_at_a_common_ancestor() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["kota-jayapura", "papua-barat"]).to(&["kota-malang"]).count("10").on("2023"),
        a(Kind::Placement, "p").of("c").from(&["papua-barat"]).to(&["kota-malang"]).count("4"),
        a(Kind::Visit, "v").from(&["kota-malang", "kota-bandung"]).to(&["papua"]).count("22-23").on("2023"),
    ]);
    assert_eq!(figure(&facts, "kota-jayapura", PeopleSent), "unknown (0/1)");
    assert_eq!(figure(&facts, "papua-barat", PeopleSent), "4 (1/1)");
    assert_eq!(figure(&facts, "wilayah-papua", PeopleSent), "10 (1/1)");
    assert_eq!(figure(&facts, "kota-malang", DelegatesSent), "unknown (0/1)");
    assert_eq!(figure(&facts, "wilayah-jawa", DelegatesSent), "22-23 (1/1)");
    assert_eq!(figure(&facts, "papua", DelegatesReceived), "22-23 (1/1)");
}

#[test]
fn an_empty_origin_or_a_label_lies_nowhere() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&[]).to(&["kota-malang"]).count("10"),
        a(Kind::Cohort, "d").from(&["papua", "label:Kalimantan"]).to(&["kota-malang"]).count("7"),
    ]);
    assert_eq!(figure(&facts, "indonesia", PeopleSent), "unknown (0/1)");
    assert_eq!(figure(&facts, "indonesia", Cohorts), "2 (2/2)");
    assert_eq!(figure(&facts, "", PeopleSent), "17 (2/2)");
}

#[test]
fn ranges_approximate_and_open_counts_add_up() {
    let cohort = |id: &str, count: &str| a(Kind::Cohort, id).from(&["papua"]).to(&["kota-malang"]).count(count);
    assert_eq!(figure(&facts(&[cohort("a", "22-23"), cohort("b", "5")]), "papua", PeopleSent), "27-28 (2/2)");
    assert_eq!(figure(&facts(&[cohort("a", "~40"), cohort("b", "5")]), "papua", PeopleSent), "~45 (2/2)");
    assert_eq!(figure(&facts(&[cohort("a", "84+"), cohort("b", "5")]), "papua", PeopleSent), "89+ (2/2)");
    assert_eq!(figure(&facts(&[cohort("a", ""), cohort("b", "5")]), "papua", PeopleSent), "5+ (1/2)");
    assert_eq!(figure(&facts(&[cohort("a", "")]), "papua", PeopleSent), "unknown (0/1)");
}

#[test]
fn two_regencies_of_a_province_count_once() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["papua"]).to(&["kota-malang", "kota-surabaya"]).count("10").on("2024"),
        a(Kind::Visit, "v").from(&["papua"]).to(&["kota-malang", "kota-surabaya"]).count("6").on("2024"),
    ]);
    assert_eq!(figure(&facts, "jawa-timur", Cohorts), "1 (1/1)");
    assert_eq!(figure(&facts, "jawa-timur", PeopleHosted), "10 (1/1)");
    assert_eq!(figure(&facts, "jawa-timur", DelegatesReceived), "6 (1/1)");
    let province = find(&facts, Kind::Region, "jawa-timur").and_then(|record| facts.subject(record)).expect("it");
    assert_eq!((province.lists.cohorts.len(), province.lists.visits.len()), (1, 1));
    assert_eq!(province.by_year.len(), 1);
    assert_eq!((province.by_year[0].cohorts_hosted, province.by_year[0].activities), (1, 2));
}

#[test]
fn a_placement_may_name_an_origin_more_closely() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]).count("10").on("2021"),
        a(Kind::Placement, "p").of("c").from(&["kota-jayapura"]).to(&["lan"]).count("3"),
    ]);
    assert_eq!(figure(&facts, "kota-jayapura", PeopleSent), "3 (1/1)");
    assert_eq!(figure(&facts, "papua", PeopleSent), "10 (1/1)");
}

#[test]
fn topics_count_the_placements_that_carry_them() {
    let facts = facts(&[
        a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]).count("10").on("2021"),
        a(Kind::Placement, "p").of("c").to(&["lan"]).count("3").topics(&["layanan"]),
        a(Kind::Cohort, "d").from(&["papua"]).to(&["lan"]).count("7").on("2021").topics(&["inovasi"]),
    ]);
    assert_eq!(figure(&facts, "layanan", PeopleSent), "3 (1/1)");
    assert_eq!(figure(&facts, "inovasi", PeopleSent), "10 (2/2)");
    assert_eq!(figure(&facts, "inovasi", PeopleHosted), "10 (2/2)");
    assert_eq!(figure(&facts, "inovasi", Cohorts), "1 (1/1)");
}

#[test]
fn a_figure_names_its_records() {
    let facts = facts(&pilot());
    let malang = find(&facts, Kind::Region, "jawa-timur").and_then(|record| facts.subject(record)).expect("it");
    let basis = &malang.figure(PeopleHosted).expect("a figure").basis;
    let ids: Vec<&str> = basis.iter().map(|record| facts.head(*record).id.as_str()).collect();
    assert_eq!(ids, ["p1", "p2"]);
}

#[test]
fn partners_are_the_other_ends() {
    let facts = facts(&pilot());
    let papua = find(&facts, Kind::Region, "papua").and_then(|record| facts.subject(record)).expect("it");
    let partners: Vec<(String, usize, String)> = papua
        .partners
        .iter()
        .map(|other| (facts.head(other.party).id.clone(), other.sent.len(), short(&other.people_sent)))
        .collect();
    let expected = [
        ("kabupaten-banyuwangi", 2, "unknown"),
        ("bappeda-kota-malang", 2, "5"),
        ("kota-malang", 1, "5"),
        ("lan", 2, "unknown"),
    ];
    let mut expected: Vec<(String, usize, String)> =
        expected.into_iter().map(|(id, sent, people)| (id.to_owned(), sent, people.to_owned())).collect();
    expected.sort_by_key(|(id, sent, _)| (std::cmp::Reverse(*sent), id.clone()));
    assert_eq!(partners, expected);
    assert_eq!(figure(&facts, "papua", Partners), "2 (2/2)");
    assert_eq!(figure(&facts, "kota-malang", Partners), "1 (1/1)");
    assert_eq!(figure(&facts, "indonesia", Partners), "0 (0/0)");
}
