//! What holds for any site: a region has at least what lies in it; the order of records means nothing.

use super::fixture::catalog;
use super::ids::span;
use super::say::options;
use super::spec::{Spec, a, ground};
use crate::check::{Recount, Recounted};
use crate::derive::{Facts, FigureName, FigureValue, derive, derive_with_ledger};
use crate::diag::Located;
use crate::value::{Count, Kind};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{select, subsequence};

const PLACES: [&str; 10] = [
    "papua",
    "papua-barat",
    "kabupaten-merauke",
    "kabupaten-mappi",
    "kota-jayapura",
    "kota-malang",
    "kota-surabaya",
    "bappeda-kota-malang",
    "lan",
    "label:Bandung",
];

fn places() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(PLACES.to_vec(), 0..4)
}

fn dates() -> impl Strategy<Value = &'static str> {
    select(vec!["", "2021", "2022", "2022-07", "2022-07-24", "2022-07-25", "2023-01-02", "2027-05-01"])
}

fn counts() -> impl Strategy<Value = &'static str> {
    select(vec!["", "0", "3", "~40", "22-23", "84+"])
}

fn activity() -> impl Strategy<Value = (u8, Vec<&'static str>, Vec<&'static str>, &'static str, &'static str)> {
    (0..4u8, places(), places(), dates(), counts())
}

fn specs() -> impl Strategy<Value = Vec<Spec>> {
    proptest::collection::vec(activity(), 0..24).prop_map(|list| {
        let mut specs = vec![a(Kind::Cohort, "c").from(&["papua"]).to(&["lan"]).count("30").on("2022")];
        for (at, (kind, origin, host, date, count)) in list.into_iter().enumerate() {
            let kind = Kind::ACTIVITIES[usize::from(kind)];
            let spec = a(kind, &format!("r{at}")).from(&origin).count(count).on(date).topics(&["layanan"]);
            let one = host.first().copied().unwrap_or("kota-malang");
            specs.push(if kind == Kind::Placement { spec.of("c").to(&[one]) } else { spec.to(&host) });
        }
        specs
    })
}

fn build(specs: &[Spec]) -> Facts {
    derive(catalog(specs), &options("2026-11-23T12:00:00+07:00"))
}

/// The numbers of a record as a file says them now; `=` is the number that it had.
fn recounted(spec: &Spec, other: &str) -> Recounted {
    let number = if other == "=" { spec.count.as_str() } else { other };
    let count = (!number.is_empty()).then(|| Located::new(Count::parse(number).expect("a count"), span()));
    let silent = match spec.kind {
        Kind::Cohort => 3,
        Kind::Training => 1,
        _ => 0,
    };
    let counts = std::iter::once(count).chain(std::iter::repeat_n(None, silent)).collect();
    Recounted { kind: spec.kind, id: spec.id.clone(), span: span(), counts }
}

fn low(facts: &Facts, region: usize, name: FigureName) -> u64 {
    match facts.regions[region].subject.figure(name).map(|figure| figure.value) {
        Some(FigureValue::Number(measure)) => measure.low.unwrap_or(0),
        _ => 0,
    }
}

proptest! {
    #[test]
    fn a_parent_has_at_least_what_its_child_has(specs in specs()) {
        let mut all = ground();
        all.extend(specs);
        let facts = build(&all);
        for (child, region) in facts.regions.iter().enumerate() {
            // Where a parent changed, what the child has is shared out between the two.
            let Some(parent) = region.parent.filter(|_| !region.head.id.starts_with("kabupaten-m")) else { continue };
            for name in [
                FigureName::Cohorts, FigureName::Placements, FigureName::VisitsMade, FigureName::VisitsReceived,
                FigureName::Trainings, FigureName::Planned, FigureName::PlacementHeads,
            ] {
                prop_assert!(low(&facts, parent as usize, name) >= low(&facts, child, name), "{name:?} {}", region.head.id);
            }
        }
    }

    #[test]
    fn the_order_of_records_means_nothing(
        (specs, seed) in specs().prop_flat_map(|specs| (Just(specs), any::<u64>())),
    ) {
        let mut all = ground();
        all.extend(specs);
        let mut shuffled = all.clone();
        let length = shuffled.len();
        for at in 0..length {
            let other = usize::try_from(seed.rotate_left(u32::try_from(at % 64).unwrap()) % length as u64).unwrap();
            shuffled.swap(at, other);
        }
        prop_assert_eq!(format!("{:?}", build(&all)), format!("{:?}", build(&shuffled)));
    }

    #[test]
    fn numbers_counted_again_are_those_counted_at_first(
        (specs, others) in specs().prop_flat_map(|specs| {
            let length = specs.len();
            (Just(specs), proptest::collection::vec(select(vec!["=", "", "0", "3", "~40", "22-23", "84+"]), length))
        }),
    ) {
        let mut all = ground();
        all.extend(specs.iter().cloned());
        let now = options("2026-11-23T12:00:00+07:00");
        let (mut facts, mut ledger) = derive_with_ledger(catalog(&all), &now);
        prop_assert_eq!(format!("{facts:?}"), format!("{:?}", build(&all)));
        let recount = Recount { records: specs.iter().zip(&others).map(|(spec, other)| recounted(spec, other)).collect() };
        ledger.recount(&mut facts, &[recount]);
        let mut anew = ground();
        anew.extend(specs.into_iter().zip(others).map(|(spec, other)| if other == "=" { spec } else { spec.count(other) }));
        prop_assert_eq!(format!("{facts:?}"), format!("{:?}", build(&anew)));
    }

    #[test]
    fn every_basis_is_sorted_and_covered(specs in specs()) {
        let mut all = ground();
        all.extend(specs);
        let facts = build(&all);
        let subjects = facts.regions.iter().map(|fact| &fact.subject).chain([&facts.whole]);
        for figure in subjects.flat_map(|subject| &subject.figures) {
            prop_assert!(figure.basis.windows(2).all(|pair| pair[0] < pair[1]));
            if let FigureValue::Number(measure) = figure.value {
                prop_assert!(measure.low.zip(measure.high).is_none_or(|(low, high)| low <= high));
                prop_assert_eq!(measure.low.is_none(), measure.high.is_none() && matches!(measure.state,
                    crate::value::State::Unknown | crate::value::State::NotApplicable | crate::value::State::Hidden));
            }
        }
    }
}
