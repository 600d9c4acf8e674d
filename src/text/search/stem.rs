//! Words without their affixes, by rules that are words of the theme.
//!
//! A rule set is rounds separated by `;`, a round is rules separated by blanks; in each round the first
//! rule that fits is applied, once. A rule is `affix`, perhaps followed by
//! `+` (only where a vowel stands next to it), `@a,b` (only in words that begin, for prefixes: end, with one of
//! these) and `>text` (what takes its place). So `men+>t` makes *tempatkan* of *menempatkan*, and `kan@me,di`
//! takes the ending off *ditempatkan* but not off *pendidikan*.

use crate::text::Messages;
use std::collections::BTreeMap;

/// A word of fewer letters is its own stem, and no rule leaves fewer.
const SHORTEST: usize = 4;

/// Brings the words of one language to their stems.
#[derive(Clone, Debug, Default)]
pub struct Stemmer {
    suffixes: Vec<Vec<Rule>>,
    prefixes: Vec<Vec<Rule>>,
    /// Words that no rule brings together, each with the first of its family.
    families: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rule {
    affix: String,
    before_vowel: bool,
    only_with: Vec<String>,
    becomes: String,
}

impl Stemmer {
    /// Reads the rules among the words of a theme; without them every word is its own stem.
    pub fn new(words: &Messages) -> Self {
        let rules = |key: &str| words.find(key).map(rounds).unwrap_or_default();
        let mut families = BTreeMap::new();
        for line in words.find("search_families").unwrap_or_default().lines() {
            let mut members = line.split_whitespace();
            if let Some(first) = members.next() {
                families.insert(first.to_owned(), first.to_owned());
                families.extend(members.map(|member| (member.to_owned(), first.to_owned())));
            }
        }
        Self { suffixes: rules("search_suffixes"), prefixes: rules("search_prefixes"), families }
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> String {
        self.families.get(word).cloned().unwrap_or_else(|| self.by_rules(word))
    }

    /// The stem by rules alone, as the script of the page finds it.
    pub fn by_rules(&self, word: &str) -> String {
        let mut stem = word.to_owned();
        if word.chars().count() <= SHORTEST || word.chars().any(|letter| letter.is_numeric()) {
            return stem;
        }
        for round in &self.suffixes {
            if let Some(shorter) = round.iter().find_map(|rule| rule.without_suffix(&stem, word)) {
                stem = shorter;
            }
        }
        for round in &self.prefixes {
            if let Some(shorter) = round.iter().find_map(|rule| rule.without_prefix(&stem, word)) {
                stem = shorter;
            }
        }
        stem
    }

    /// Every word of the families.
    pub fn family_words(&self) -> impl Iterator<Item = &str> {
        self.families.keys().map(String::as_str)
    }
}

impl Rule {
    fn read(text: &str) -> Self {
        let (text, becomes) = text.split_once('>').unwrap_or((text, ""));
        let (text, only_with) = text.split_once('@').unwrap_or((text, ""));
        let only_with = only_with.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let affix = text.strip_suffix('+');
        Self {
            affix: affix.unwrap_or(text).to_owned(),
            before_vowel: affix.is_some(),
            only_with,
            becomes: becomes.to_owned(),
        }
    }

    fn without_suffix(&self, stem: &str, word: &str) -> Option<String> {
        let rest = stem.strip_suffix(self.affix.as_str())?;
        let allowed = self.only_with.is_empty() || self.only_with.iter().any(|start| word.starts_with(start.as_str()));
        let fits = allowed && (!self.before_vowel || rest.ends_with(is_vowel));
        let shorter = format!("{rest}{}", self.becomes);
        (fits && shorter.chars().count() >= SHORTEST).then_some(shorter)
    }

    fn without_prefix(&self, stem: &str, word: &str) -> Option<String> {
        let rest = stem.strip_prefix(self.affix.as_str())?;
        let allowed = self.only_with.is_empty() || self.only_with.iter().any(|end| word.ends_with(end.as_str()));
        let fits = allowed && (!self.before_vowel || rest.starts_with(is_vowel));
        let shorter = format!("{}{rest}", self.becomes);
        (fits && shorter.chars().count() >= SHORTEST).then_some(shorter)
    }
}

fn rounds(text: &str) -> Vec<Vec<Rule>> {
    text.split(';').map(|round| round.split_whitespace().map(Rule::read).collect()).collect()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::{Rule, Stemmer};
    use crate::text::Messages;

    #[test]
    fn a_rule_says_when_it_fits() {
        let rule = Rule::read("men+@kan,i>t");
        assert_eq!((rule.affix.as_str(), rule.before_vowel, rule.becomes.as_str()), ("men", true, "t"));
        assert_eq!(rule.without_prefix("menempat", "menempatkan").as_deref(), Some("tempat"));
        assert_eq!(rule.without_prefix("menempat", "menempat"), None);
        assert_eq!(rule.without_prefix("mendidik", "mendidikkan"), None);
        assert_eq!(Stemmer::new(&Messages::default()).stem("penempatan"), "penempatan");
    }
}
