//! Lists, referrers, data words: what stands beside the figures.

use super::say::{facts, find};
use super::spec::{Spec, a};
use crate::derive::FigureName;
use crate::value::{Kind, RecordRef};

#[test]
fn every_subject_has_every_figure() {
    let facts = facts(&[a(Kind::Visit, "v").from(&["papua"]).to(&["lan"]).on("2020")]);
    for subject in [&facts.whole, &facts.regions[0].subject, &facts.years[0].1, &facts.programs[0].subject] {
        let names: Vec<FigureName> = subject.figures.iter().map(|figure| figure.name).collect();
        assert_eq!(names, FigureName::ALL);
    }
}

#[test]
fn lists_gather_what_is_about_the_activities() {
    let facts = facts(&[
        Spec {
            sources: vec!["s1".into()],
            ..a(Kind::Visit, "v").from(&["papua"]).to(&["kota-malang"]).on("2020").topics(&["layanan"])
        },
        a(Kind::Story, "about-visit").on("2021").about(&[(Kind::Visit, "v")]),
        a(Kind::Story, "about-malang").on("2022").about(&[(Kind::Region, "kota-malang")]),
        Spec { region: "bappeda-kota-malang".into(), ..a(Kind::Statement, "said") },
        a(Kind::Correction, "fixed").on("2023").about(&[(Kind::Visit, "v")]),
    ]);
    let ids = |id: &str, kind: Kind| -> Vec<String> {
        let subject = find(&facts, Kind::Region, id).and_then(|record| facts.subject(record)).expect("a region");
        let list = match kind {
            Kind::Story => &subject.lists.stories,
            Kind::Statement => &subject.lists.statements,
            Kind::Source => &subject.lists.sources,
            _ => &subject.lists.corrections,
        };
        list.iter().map(|at| facts.head(RecordRef { kind, index: *at }).id.clone()).collect()
    };
    assert_eq!(ids("jawa-timur", Kind::Story), ["about-malang", "about-visit"]);
    assert_eq!(ids("papua", Kind::Story), ["about-visit"]);
    assert_eq!(ids("kota-malang", Kind::Statement), ["said"]);
    assert_eq!(ids("papua", Kind::Statement), Vec::<String>::new());
    assert_eq!(ids("papua", Kind::Correction), ["fixed"]);
    assert_eq!(ids("papua", Kind::Source), ["s1"]);
    let topics = &facts.whole.lists.topics;
    assert_eq!(topics.len(), 1);
    assert_eq!(facts.as_of.map(|date| date.to_string()).as_deref(), Some("2023"));
}
