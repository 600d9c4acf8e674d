//! The sentence before a chart.

use super::claim::{Claim, Item, claim};
use crate::text::Messages;
use crate::text::format::Formatter;

/// More names than this are counted, not listed.
const MOST_NAMES: usize = 3;

/// What a chart shows, as one sentence that is true.
///
/// The words are `says_<chart>_<claim>` where the theme has them, else `says_<claim>`; `{n}` is the number of
/// items that are not nothing.
pub fn sentence(words: &Messages, format: &Formatter<'_>, chart: &str, items: &[Item]) -> String {
    let number = |n: usize| format.number(n as u64);
    let fill = |claim: &str, values: &[(&str, &str)]| {
        let own = format!("says_{chart}_{claim}");
        let key = if words.find(&own).is_some() { own } else { format!("says_{claim}") };
        words.fill(&key, values)
    };
    let n = number(items.iter().filter(|item| item.high != Some(0)).count());
    let named = |key: &str, at: usize| fill(key, &[("n", &n), ("name", &items[at].name), ("value", &items[at].text)]);
    match claim(items) {
        Claim::Nothing => fill("nothing", &[]),
        Claim::Unknown(unknown) => fill("unknown", &[("unknown", &number(unknown))]),
        Claim::Only(at) => named("only", at),
        Claim::Most(at) => named("most", at),
        Claim::MostKnown(at) => named("most_known", at),
        Claim::Tie(first) => {
            let value = &items[first[0]].text;
            let all = items.iter().filter(|item| item.high != Some(0)).count() == first.len();
            let tied = number(first.len());
            if first.len() > MOST_NAMES && all {
                return fill("even", &[("n", &n), ("value", value)]);
            }
            if first.len() > MOST_NAMES {
                return fill("tie_many", &[("n", &n), ("tied", &tied), ("value", value)]);
            }
            let names: Vec<String> = first.iter().map(|at| items[*at].name.clone()).collect();
            fill("tie", &[("n", &n), ("names", &format.list(&names)), ("value", value)])
        }
        Claim::Undecided(known, unknown) => {
            let key = if unknown == 0 { "undecided" } else { "undecided_unknown" };
            fill(key, &[("known", &number(known)), ("unknown", &number(unknown))])
        }
    }
}
