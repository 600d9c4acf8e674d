//! "Did you mean": close names, at most three, none when nothing is close.

use rapidfuzz::distance::osa::{Args, BatchComparator};
use std::borrow::Cow;

/// The candidates closest to `word`, best first, at most three, none much farther than the best.
///
/// Close means: few edits for the length, the same letters in another order of words, or one
/// name inside the other.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = word.to_lowercase();
    let (letters, edits) = (letters(&wanted), BatchComparator::new(wanted.chars()));
    let mut close: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| distance(&wanted, letters, &edits, &lower(candidate)).map(|edits| (edits, candidate)))
        .collect();
    close.sort_unstable();
    close.dedup();
    // What is much farther than the closest would only distract from it.
    let best = close.first().map_or(0, |(edits, _)| *edits);
    close.retain(|(edits, _)| *edits <= best + 1);
    close.truncate(3);
    close.into_iter().map(|(_, candidate)| candidate).collect()
}

/// A word in small letters; most candidates are ids and are so already.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Which bytes occur, one bit for several: an edit changes at most two bits. Thousands of ids are told
/// apart by it before the distance of one is reckoned.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte % 64))
}

fn distance(wanted: &str, wanted_letters: u64, edits: &BatchComparator<char>, candidate: &str) -> Option<usize> {
    let length = wanted.chars().count();
    let allowed = match length {
        0 => return None,
        1..=3 => 1,
        4..=7 => 2,
        _ => length / 4,
    };
    let differing = (wanted_letters ^ letters(candidate)).count_ones() as usize;
    // Letters beyond ASCII take several bytes.
    let is_near = differing <= 2 * allowed || !wanted.is_ascii() || !candidate.is_ascii();
    if is_near && length.abs_diff(candidate.chars().count()) <= allowed {
        let edits = edits.distance_with_args(candidate.chars(), &Args::default().score_cutoff(allowed));
        if edits.is_some() {
            return edits;
        }
    }
    let inside = length >= 4 && (candidate.contains(wanted) || (candidate.len() >= 4 && wanted.contains(candidate)));
    inside.then_some(allowed + 1 + length.abs_diff(candidate.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn suggestions_are_close_or_absent() {
        let ids = ["kota-malang", "kabupaten-malang", "kota-batu", "papua-2024-a"];
        assert_eq!(suggest("kota-malng", ids), ["kota-malang"]);
        assert_eq!(suggest("papua-2024-a1", ids)[0], "papua-2024-a");
        assert_eq!(suggest("kota-malangg", ["kota-malang", "kota-magelang", "kota-padang"]), ["kota-malang"]);
        assert!(suggest("surabaya", ids).is_empty());
        assert!(suggest("", ids).is_empty());
    }
}
