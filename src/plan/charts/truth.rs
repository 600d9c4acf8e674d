//! A generated sentence is never false: sentences over random figures are read back and tried against every number
//! that the figures can stand for, with the words of the theme that the program carries.

use super::claim::Item;
use super::map_sentence;
use super::measure::MapMeasure;
use super::says::sentence;
use super::stages::{self, STAGES};
use crate::derive::Measure;
use crate::derive::facts::Stage;
use crate::plan::parts::item::stage_key;
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::{Count, State};
use proptest::prelude::*;
use std::collections::BTreeMap;

const WORDS: [&str; 2] =
    [include_str!("../../../themes/warta/messages/id.yaml"), include_str!("../../../themes/warta/messages/en.yaml")];

/// Every chart that has a sentence, and one that has no words of its own.
const CHARTS: [&str; 15] = [
    "year",
    "topics",
    "stages",
    "matrix",
    "flow_hosted",
    "flow_sent",
    "people_hosted",
    "people_sent",
    "map_hosted",
    "map_sent",
    "map_people_hosted",
    "map_people_sent",
    "map_visits",
    "map_outcomes",
    "other",
];

const CLAIMS: [&str; 11] = [
    "nothing",
    "unknown",
    "only",
    "most",
    "most_known",
    "even",
    "tie",
    "tie_many",
    "undecided",
    "undecided_unknown",
    "other",
];

/// A figure as records state it; none is "not stated".
type Stated = Option<Count>;

fn stated() -> impl Strategy<Value = Stated> {
    let small = 0_u64..7;
    prop_oneof![
        5 => small.clone().prop_map(|number| Some(Count::exact(number))),
        1 => (small.clone(), 0_u64..4)
            .prop_map(|(low, more)| Some(Count { low, high: Some(low + more), approximate: false })),
        1 => small.clone().prop_map(|low| Some(Count { low, high: None, approximate: false })),
        1 => (1_u64..7).prop_map(|low| Some(Count { low, high: Some(low), approximate: true })),
        1 => Just(None),
    ]
}

/// The smallest and the largest number that a figure can stand for.
fn reach(stated: &Stated) -> (u64, u64) {
    match stated {
        None => (0, 1_000),
        Some(count) if count.approximate => (0, 1_000),
        Some(count) => (count.low, count.high.unwrap_or(1_000)),
    }
}

fn item(words: &Messages, format: &Formatter<'_>, at: usize, stated: &Stated) -> Item {
    let measure = Measure::from_count(*stated);
    let number = format.interval(measure.state, measure.low, measure.high, false);
    let text = words.count("n_activities", measure.low.filter(|_| measure.is_exact()), &number);
    Item::measured(format!("Wilayah{at}"), text, measure)
}

/// Reads a sentence back: the values of the placeholders of `template`, if the sentence is made of it.
fn read(template: &str, text: &str) -> Option<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let (mut template, mut text) = (template, text);
    while let Some((before, after)) = template.split_once('{') {
        let (name, rest) = after.split_once('}')?;
        text = text.strip_prefix(before)?;
        let next = rest.split('{').next().unwrap_or_default();
        let end = if next.is_empty() { text.len() } else { text.find(next)? };
        found.insert(name.to_owned(), text[..end].to_owned());
        text = &text[end..];
        template = rest;
    }
    (text == template).then_some(found)
}

/// Whether a claim that was read back holds for every number that the figures can stand for.
fn holds(claim: &str, said: &BTreeMap<String, String>, all: &[Stated], items: &[Item], format: &Formatter<'_>) -> bool {
    let of = |key: &str| said.get(key).map_or("", String::as_str);
    let named = || (0..items.len()).find(|at| items[*at].name == of("name") && items[*at].text == of("value"));
    let ends: Vec<(u64, u64)> = all.iter().map(reach).collect();
    let nothing = |at: usize| ends[at] == (0, 0);
    let some: Vec<usize> = (0..all.len()).filter(|at| !nothing(*at)).collect();
    let (known, unknown): (Vec<usize>, Vec<usize>) = some.iter().partition(|at| all[**at].is_some());
    let counts = |key: &str, number: usize| said.get(key).is_none_or(|said| *said == format.number(number as u64));
    let beats = |one: usize, others: &[usize]| others.iter().all(|at| *at == one || ends[*at].1 < ends[one].0);
    // Those that may share the first place, if it is exactly `value`.
    let exact: Vec<usize> = some.iter().copied().filter(|at| ends[*at].0 == ends[*at].1).collect();
    let top = some.iter().map(|at| ends[*at].1).max().unwrap_or(0);
    let first: Vec<usize> = exact.iter().copied().filter(|at| ends[*at].0 == top).collect();
    let tied = first.len() > 1
        && some.iter().all(|at| first.contains(at) || ends[*at].1 < top)
        && first.iter().all(|at| items[*at].text == of("value"));
    counts("n", some.len())
        && match claim {
            "nothing" => some.is_empty(),
            "unknown" => known.is_empty() && !unknown.is_empty() && counts("unknown", unknown.len()),
            "only" => named().is_some_and(|at| some == [at]),
            "most" => named().is_some_and(|at| some.len() > 1 && beats(at, &some)),
            "most_known" => named()
                .is_some_and(|at| known.len() > 1 && !unknown.is_empty() && all[at].is_some() && beats(at, &known)),
            "even" => tied && first.len() == some.len(),
            "tie" => {
                let names: Vec<String> = first.iter().map(|at| items[*at].name.clone()).collect();
                tied && of("names") == format.list(&names)
            }
            "tie_many" => tied && counts("tied", first.len()),
            // "Cannot be told" is a claim too: no one is sure to be first.
            "undecided" | "undecided_unknown" => {
                counts("known", known.len())
                    && counts("unknown", unknown.len())
                    && unknown.is_empty() == (claim == "undecided")
                    && !some.iter().any(|at| some.len() > 1 && beats(*at, &some))
                    && all
                        .iter()
                        .flatten()
                        .any(|count| count.low != count.high.unwrap_or(u64::MAX) || count.approximate)
                        | !unknown.is_empty()
            }
            _ => false,
        }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn a_generated_sentence_is_never_false(all in prop::collection::vec(stated(), 0..7)) {
        every_reading_holds(&all);
    }
}

/// Whatever claim a sentence can be read as has to be true, not only the one that it was made for.
fn every_reading_holds(all: &[Stated]) {
    for yaml in WORDS {
        let words = Messages::parse(yaml).expect("the words of the theme");
        let format = Formatter::new(&words);
        let items: Vec<Item> = all.iter().enumerate().map(|(at, stated)| item(&words, &format, at, stated)).collect();
        for chart in CHARTS {
            let text = sentence(&words, &format, chart, &items);
            assert!(!text.contains(['{', '}']), "{text}");
            let readings: Vec<(&str, BTreeMap<String, String>)> = CLAIMS
                .iter()
                .filter_map(|claim| {
                    let own = format!("says_{chart}_{claim}");
                    let template = words.find(&own).or_else(|| words.find(&format!("says_{claim}")))?;
                    // What stands where a value should is one, or the sentence was made of other words.
                    let is_value = |said: &String| items.iter().any(|item| item.text == *said);
                    read(template, &text)
                        .filter(|said| said.get("value").is_none_or(is_value))
                        .map(|said| (*claim, said))
                })
                .collect();
            assert!(!readings.is_empty(), "{chart}: cannot be read back: {text}");
            for (claim, said) in &readings {
                assert!(holds(claim, said, all, &items, &format), "{chart}, {claim}: {text} of {all:?}");
            }
        }
    }
}

/// "Four years were equally busy" reads as if there were no other year.
#[test]
fn many_that_share_the_first_place_are_not_said_to_be_all() {
    let all: Vec<Stated> = [1, 2, 2, 2, 2].into_iter().map(|number| Some(Count::exact(number))).collect();
    every_reading_holds(&all);
}

/// What stands for a figure where a map or the stages show it; "hidden" and "not applicable" among it.
fn measures() -> impl Strategy<Value = Vec<Measure>> {
    let one = prop_oneof![
        8 => stated().prop_map(Measure::from_count),
        1 => Just(Measure::HIDDEN),
        1 => Just(Measure::NOT_APPLICABLE),
    ];
    prop::collection::vec(one, 0..7)
}

proptest! {
    /// "In 3 other regions there is none on record" is said of those of which that is sure, and only beside a claim.
    #[test]
    fn a_map_says_of_how_many_there_is_nothing(all in measures(), at in 0u32..MapMeasure::COUNT) {
        let measure = MapMeasure::at(at);
        for yaml in WORDS {
            let words = Messages::parse(yaml).expect("the words of the theme");
            let format = Formatter::new(&words);
            let places: Vec<(String, Measure)> =
                all.iter().enumerate().map(|(at, measure)| (format!("Wilayah{at}"), *measure)).collect();
            let text = map_sentence::says(&words, &format, measure, &places);
            let nothing = |of: &&Measure| {
                of.state == State::NotApplicable || (of.state == State::Exact && of.low == Some(0) && of.high == Some(0))
            };
            let (quiet, told) = (all.iter().filter(nothing).count(), all.iter().filter(|of| !nothing(of)).count());
            let key = if quiet == 1 { "says_map_quiet_one" } else { "says_map_quiet" };
            let tail = words.fill(key, &[("n", &format.number(quiet as u64))]);
            prop_assert_eq!(text.ends_with(&format!(" {tail}")), quiet > 0 && told > 0, "{} of {:?}", text, all);
            // What stands before it is the sentence of the others alone.
            let others: Vec<(String, Measure)> = places.iter().filter(|(_, of)| !nothing(&of)).cloned().collect();
            let before = text.strip_suffix(&tail).map_or(text.as_str(), str::trim_end);
            prop_assert_eq!(before, map_sentence::says(&words, &format, measure, &others));
        }
    }

    /// "None is verified yet" is said where that is sure.
    #[test]
    fn stages_say_that_none_is_verified_only_where_none_is(all in prop::collection::vec(stated(), 6)) {
        for yaml in WORDS {
            let words = Messages::parse(yaml).expect("the words of the theme");
            let format = Formatter::new(&words);
            let stages: Vec<(Stage, Measure)> =
                STAGES.into_iter().zip(all.iter().map(|stated| Measure::from_count(*stated))).collect();
            let text = stages::says(&words, &format, &stages);
            let at = STAGES.iter().position(|stage| *stage == Stage::Verified).expect("a stage");
            let sure = all[at].is_some_and(|count| count.low == 0 && count.high == Some(0) && !count.approximate);
            prop_assert_eq!(text.contains(words.get("says_none_verified")), sure, "{} of {:?}", text, all);
            // No stage is said to lead that another may equal.
            for (at, stage) in STAGES.iter().enumerate() {
                let name = words.get(stage_key(*stage));
                let lead = words.fill("says_stages_most", &[("name", name), ("value", "")]);
                let lead = lead.trim_end_matches(['.', ' ']);
                let beaten = |other: usize| other == at || reach(&all[other]).1 < reach(&all[at]).0;
                prop_assert!(!text.starts_with(lead) || (0..6).all(beaten), "{} of {:?}", text, all);
            }
        }
    }
}

/// A sentence that is added to the theme is tried here, or named here with the test that tries it.
#[test]
fn every_sentence_of_the_theme_is_tried() {
    const ELSEWHERE: [&str; 3] = ["says_none_verified", "says_map_quiet", "says_map_quiet_one"];
    for yaml in WORDS {
        let words = Messages::parse(yaml).expect("the words of the theme");
        for (key, _) in words.iter().filter(|(key, _)| key.starts_with("says_")) {
            let is_tried = CLAIMS.iter().any(|claim| {
                key == format!("says_{claim}") || CHARTS.iter().any(|chart| key == format!("says_{chart}_{claim}"))
            });
            assert!(is_tried || ELSEWHERE.contains(&key), "{key}");
        }
    }
}

#[test]
fn a_false_sentence_is_found_out() {
    let words = Messages::parse(WORDS[1]).expect("the words of the theme");
    let format = Formatter::new(&words);
    let all = [Some(Count::exact(3)), Some(Count::exact(3)), None];
    let items: Vec<Item> = all.iter().enumerate().map(|(at, stated)| item(&words, &format, at, stated)).collect();
    let template = words.find("says_most").expect("a word");
    let said =
        read(template, &words.fill("says_most", &[("name", "Wilayah0"), ("value", "3 activities")])).expect("reads");
    assert!(!holds("most", &said, &all, &items, &format));
    assert!(!holds("most", &said, &all[..2], &items[..2], &format));
    assert!(!holds("only", &said, &all[..2], &items[..2], &format));
}
