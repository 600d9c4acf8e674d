//! The sentence of a map: which region is first, and of how many there is nothing on record.

use super::claim::Item;
use super::measure::MapMeasure;
use super::says::sentence;
use crate::derive::Measure;
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::State;

/// What a map of `places`, by name, shows.
pub(super) fn says(
    words: &Messages,
    format: &Formatter<'_>,
    measure: MapMeasure,
    places: &[(String, Measure)],
) -> String {
    let items: Vec<Item> = places
        .iter()
        .filter(|(_, of)| !is_nothing(*of))
        .map(|(name, of)| Item::measured(name.clone(), value(words, format, measure, *of), *of))
        .collect();
    let mut text = sentence(words, format, &format!("map_{}", measure.word()), &items);
    let quiet = places.iter().filter(|(_, of)| is_nothing(*of)).count();
    if quiet > 0 && quiet < places.len() {
        let quiet = quiet as u64;
        text.push(' ');
        text.push_str(&words.count("says_map_quiet", Some(quiet), &format.number(quiet)));
    }
    text
}

/// A value with its unit: "at least 5 people".
pub(super) fn value(words: &Messages, format: &Formatter<'_>, measure: MapMeasure, value: Measure) -> String {
    let number = format.interval(value.state, value.low, value.high, value.tenths);
    match value.low {
        None => number,
        Some(low) => words.count(measure.unit(), Some(low).filter(|_| value.is_exact()), &number),
    }
}

/// Whether there is nothing on record.
pub(super) fn is_nothing(measure: Measure) -> bool {
    measure.state == State::NotApplicable || (measure.is_exact() && measure.is_zero())
}
