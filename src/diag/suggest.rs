//! "Did you mean": close names, at most three, none when nothing is close.

/// The candidates closest to `word`, best first, at most three.
///
/// Close means: few edits for the length, the same letters in another order of words, or one
/// name inside the other.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = word.to_lowercase();
    let mut close: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| distance(&wanted, &candidate.to_lowercase()).map(|edits| (edits, candidate)))
        .collect();
    close.sort_unstable();
    close.dedup();
    close.truncate(3);
    close.into_iter().map(|(_, candidate)| candidate).collect()
}

fn distance(wanted: &str, candidate: &str) -> Option<usize> {
    let length = wanted.chars().count();
    let allowed = match length {
        0 => return None,
        1..=3 => 1,
        4..=7 => 2,
        _ => length / 4,
    };
    if length.abs_diff(candidate.chars().count()) <= allowed {
        let edits = strsim::osa_distance(wanted, candidate);
        if edits <= allowed {
            return Some(edits);
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
        assert!(suggest("surabaya", ids).is_empty());
        assert!(suggest("", ids).is_empty());
    }
}
