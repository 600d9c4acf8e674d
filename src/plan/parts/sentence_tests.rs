//! Random records: whatever they are, each claim of the sentence is checked against them by another way.

use super::{by_kind, by_role, compose, of_year};
use crate::derive::{Lists, Reach};
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::{Kind, RecordRef};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A record: its kind (cohort, placement, visit, training), whether the subject hosts and sends, its year.
type Record = (usize, bool, bool, Option<i32>);

const KINDS: [Kind; 4] = [Kind::Cohort, Kind::Placement, Kind::Visit, Kind::Training];

fn words(lang: &str) -> Messages {
    let yaml = match lang {
        "id" => include_str!("../../../themes/warta/messages/id.yaml"),
        _ => include_str!("../../../themes/warta/messages/en.yaml"),
    };
    Messages::parse(yaml).expect("the theme's words")
}

fn lists(records: &[Record], outcomes: u32) -> Lists {
    let mut lists = Lists::default();
    for ((kind, host, origin, _), index) in records.iter().zip(0u32..) {
        let reach = Reach { index, origin: *origin, host: *host };
        match kind {
            0 => lists.cohorts.push(reach),
            1 => lists.placements.push(reach),
            2 => lists.visits.push(reach),
            _ => lists.trainings.push(reach),
        }
    }
    lists.outcomes = (0..outcomes).collect();
    lists
}

/// The sentence in a language; `roles` as for a region.
fn sentence(records: &[Record], outcomes: u32, roles: bool, lang: &str) -> String {
    let lists = lists(records, outcomes);
    let year = |record: RecordRef| records[record.at()].3;
    let (key, amounts) = match roles {
        true => ("sentence_region", by_role(&lists, &year)),
        false => ("sentence_other", by_kind(&lists, &year)),
    };
    let words = words(lang);
    compose(&words, &Formatter::new(&words), key, "Kota X", &amounts)
}

/// The number before the first of `nouns` that follows `verb`; 0 where nothing is said.
fn said(text: &str, verb: &str, nouns: [&str; 2]) -> usize {
    let Some((_, after)) = text.split_once(verb) else { return 0 };
    // A clause ends where the next verb begins.
    let next = ["hosted ", "sent ", "made ", "taken part in "];
    let end = next.iter().filter_map(|other| after.find(other)).min().unwrap_or(after.len());
    let words: Vec<&str> = after[..end].split([' ', ',', '.', ';']).filter(|word| !word.is_empty()).collect();
    let is_noun = |at: usize| nouns.iter().any(|noun| words[at..].join(" ").starts_with(noun));
    let found = (1..words.len()).find(|at| is_noun(*at) && words[at - 1].parse::<usize>().is_ok());
    found.map_or(0, |at| words[at - 1].parse().expect("a number"))
}

fn number_after(text: &str, before: &str) -> Option<i32> {
    let (_, after) = text.split_once(before)?;
    after.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// Years are claimed only as the records allow.
fn check_years(text: &str, counted: &[&Record]) {
    let known: Vec<i32> = counted.iter().filter_map(|record| record.3).collect();
    let (first, last) = (known.iter().min().copied(), known.iter().max().copied());
    let all_known = known.len() == counted.len();
    let since = [", since ", " date from "].iter().find_map(|before| number_after(text, before));
    let within = number_after(text, ", in ");
    match (first == last, all_known) {
        _ if known.is_empty() => assert_eq!((since, within), (None, None), "{text}"),
        (true, true) => assert_eq!((since, within), (None, first), "{text}"),
        _ => assert_eq!((since, within), (first, None), "{text}"),
    }
    assert_eq!(text.contains("whose year is known"), !all_known && !known.is_empty(), "{text}");
    assert_eq!([" on,", " on.", " on;"].iter().any(|end| text.contains(end)), !all_known && first != last, "{text}");
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for year in counted.iter().filter(|record| record.0 != 1).filter_map(|record| record.3) {
        *years.entry(year).or_default() += 1;
    }
    if let Some(year) = number_after(text, "most in ") {
        let number = number_after(text, &format!("most in {year} (")).and_then(|number| usize::try_from(number).ok());
        assert_eq!(years.get(&year).copied(), number, "{text}");
        assert!(years.iter().all(|(other, less)| *other == year || Some(*less) < number), "{text}");
    }
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let year = prop_oneof![1 => Just(None), 4 => (2015i32..2020).prop_map(Some)];
    prop::collection::vec((0usize..4, any::<bool>(), any::<bool>(), year), 0..9)
}

fn numbers(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|word| !word.is_empty()).collect()
}

proptest! {
    #[test]
    fn the_sentence_of_a_region_is_never_false(records in records()) {
        let text = sentence(&records, 0, true, "en");
        let count = |kind: usize, has: fn(&Record) -> bool| {
            records.iter().filter(|record| record.0 == kind && has(record)).count()
        };
        let cohorts = ["internship cohort", "internship cohorts"];
        let visits = ["study visit", "study visits"];
        prop_assert_eq!(said(&text, "hosted ", cohorts), count(0, |record| record.1), "{}", text);
        prop_assert_eq!(said(&text, "sent ", cohorts), count(0, |record| record.2), "{}", text);
        prop_assert_eq!(said(&text, "hosted ", visits), count(2, |record| record.1), "{}", text);
        prop_assert_eq!(said(&text, "made ", visits), count(2, |record| record.2), "{}", text);
        prop_assert_eq!(said(&text, "taken part in ", ["training", "trainings"]), count(3, |_| true), "{}", text);
        let counted: Vec<&Record> = records
            .iter()
            .filter(|(kind, host, origin, _)| *kind == 3 || (*kind != 1 && (*host || *origin)))
            .collect();
        prop_assert_eq!(text.starts_with("No activity"), counted.is_empty(), "{}", text);
        check_years(&text, &counted);
        let twin = sentence(&records, 0, true, "id");
        prop_assert_eq!(numbers(&text), numbers(&twin));
    }

    #[test]
    fn the_sentence_of_a_topic_is_never_false(records in records(), outcomes in 0u32..3) {
        let text = sentence(&records, outcomes, false, "en");
        let nouns = [
            ["internship cohort", "internship cohorts"], ["placement", "placements"], ["study visit", "study visits"],
            ["training", "trainings"],
        ];
        for (kind, nouns) in nouns.into_iter().enumerate() {
            let number = records.iter().filter(|record| record.0 == kind).count();
            prop_assert_eq!(said(&text, "On record: ", nouns), number, "{} {:?}", text, KINDS[kind]);
        }
        prop_assert_eq!(text.contains("outcome"), outcomes > 0, "{}", text);
        check_years(&text, &records.iter().collect::<Vec<_>>());
        let twin = sentence(&records, outcomes, false, "id");
        prop_assert_eq!(numbers(&text), numbers(&twin));
    }
}

proptest! {
    #[test]
    fn the_sentence_of_a_year_counts_and_tells_no_year(records in records(), outcomes in 0u32..3) {
        // On the page of a year every record is of that year: to say so would say nothing.
        let undated: Vec<Record> = records.iter().map(|(kind, host, origin, _)| (*kind, *host, *origin, None)).collect();
        let text = sentence_of_year(&undated, outcomes, "en");
        let nouns = [
            ["internship cohort", "internship cohorts"], ["placement", "placements"], ["study visit", "study visits"],
            ["training", "trainings"],
        ];
        for (kind, nouns) in nouns.into_iter().enumerate() {
            let number = undated.iter().filter(|record| record.0 == kind).count();
            prop_assert_eq!(said(&text, "On record: ", nouns), number, "{}", text);
        }
        for claim in [", since ", ", in ", "most in", "whose year is known"] {
            prop_assert!(!text.contains(claim), "{}", text);
        }
        let twin = sentence_of_year(&undated, outcomes, "id");
        prop_assert_eq!(numbers(&text), numbers(&twin));
    }
}

fn sentence_of_year(records: &[Record], outcomes: u32, lang: &str) -> String {
    let words = words(lang);
    compose(&words, &Formatter::new(&words), "sentence_other", "2022", &of_year(&lists(records, outcomes)))
}

#[test]
fn it_reads_well() {
    let text = |records: &[Record]| sentence(records, 0, true, "id");
    assert_eq!(
        text(&[(0, true, false, Some(2022)), (2, true, false, Some(2018)), (2, true, false, Some(2018))]),
        "Kota X tercatat menerima 1 angkatan magang dan 2 kunjungan belajar, sejak 2018; terbanyak pada 2018 (2 angkatan, kunjungan, atau pelatihan)."
    );
    assert_eq!(text(&[(2, false, true, None)]), "Kota X tercatat melakukan 1 kunjungan belajar.");
    assert_eq!(text(&[(2, false, true, Some(2020))]), "Kota X tercatat melakukan 1 kunjungan belajar, pada 2020.");
    assert_eq!(text(&[]), "Belum ada kegiatan tercatat untuk Kota X dalam sumber yang kami baca.");
}
