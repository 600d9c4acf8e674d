//! Figures as short texts.

use super::fixture::catalog;
use super::spec::{Spec, ground};
use crate::derive::{Facts, FigureName, FigureValue, Measure, derive};
use crate::options::Options;
use crate::value::{Kind, RecordRef, State};

/// The facts of `specs` upon the common ground, with the clock at noon of 23 November 2026.
pub(super) fn facts(specs: &[Spec]) -> Facts {
    facts_at(specs, "2026-11-23T12:00:00+07:00")
}

/// The same at another moment.
pub(super) fn facts_at(specs: &[Spec], now: &str) -> Facts {
    let mut all = ground();
    all.extend_from_slice(specs);
    derive(catalog(&all), &options(now))
}

/// Options with a clock.
pub(super) fn options(now: &str) -> Options {
    Options {
        root: ".".into(),
        output: "output".into(),
        base_url: None,
        drafts: false,
        now: chrono::DateTime::parse_from_rfc3339(now).expect("an instant"),
        strict: false,
    }
}

/// A measure as the content model writes it.
pub(super) fn short(measure: &Measure) -> String {
    let number =
        |number: u64| if measure.tenths { format!("{}.{}", number / 10, number % 10) } else { number.to_string() };
    let low = measure.low.map(number).unwrap_or_default();
    let high = measure.high.map(number).unwrap_or_default();
    match measure.state {
        State::Exact => low,
        State::Approximate => format!("~{low}"),
        State::Range => format!("{low}-{high}"),
        State::AtLeast => format!("{low}+"),
        other => other.word().to_owned(),
    }
}

/// Finds a record of the facts by its id.
pub(super) fn find(facts: &Facts, kind: Kind, id: &str) -> Option<RecordRef> {
    (0..facts.count(kind)).map(|at| RecordRef::new(kind, at)).find(|record| facts.head(*record).id == id)
}

/// A figure of a party, topic or program, or, with an empty id, of the whole: `5+ (1/3)` is at least five,
/// which one of three records states.
pub(super) fn figure(facts: &Facts, id: &str, name: FigureName) -> String {
    let kinds = [Kind::Region, Kind::Institution, Kind::Topic, Kind::Program];
    let subject = match kinds.into_iter().find_map(|kind| find(facts, kind, id)) {
        Some(record) => facts.subject(record).expect("a subject"),
        None if id.is_empty() => &facts.whole,
        None => facts.year(id.parse().expect("a year")).expect("the year"),
    };
    let figure = subject.figure(name).expect("the figure");
    let value = match figure.value {
        FigureValue::Number(measure) => short(&measure),
        FigureValue::Date(date) => date.map_or_else(|| "none".to_owned(), |date| date.to_string()),
    };
    format!("{value} ({}/{})", figure.stated, figure.stated + figure.silent)
}
