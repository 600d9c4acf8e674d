//! The data dictionary: what every column means, in words, in the form that Satu Data Indonesia asks for
//! (Perpres 39/2019: konsep, definisi, klasifikasi, ukuran, satuan).
//!
//! The words stand in `dictionary/<lang>.yaml` beside this file and not in a theme: they describe files whose columns no
//! theme can change. A site in another language gets the English ones.

use super::Part;
use super::fields::Shape;
use super::schema::{Variable, having};
use super::words::Words;
use crate::value::{Kind, Lang};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a column means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// What it is called: a heading for people.
    pub concept: String,
    /// What it is, and what it is not.
    pub definition: String,
    /// The words that can stand in it, each with its name.
    pub classification: Vec<(String, String)>,
    /// What kind of value: a number of things, a date, a code.
    pub measure: String,
    /// The unit of a number; may be empty.
    pub unit: String,
}

impl Meaning {
    /// The classification in one line: `province = provinsi; city = kota`.
    pub fn classes(&self) -> String {
        let one = |(word, name): &(String, String)| format!("{word} = {name}");
        self.classification.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    concept: String,
    definition: String,
    #[serde(default)]
    classes: BTreeMap<String, String>,
    #[serde(default)]
    unit: String,
}

/// A dictionary in one language.
#[derive(Debug)]
pub struct Dictionary {
    entries: BTreeMap<String, Entry>,
    words: &'static Words,
}

static INDONESIAN: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::parse(include_str!("dictionary/id.yaml"), super::words::indonesian()));
static ENGLISH: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::parse(include_str!("dictionary/en.yaml"), super::words::english()));

impl Dictionary {
    /// The dictionary for a language.
    pub fn of(lang: &Lang) -> &'static Self {
        if super::words::is_indonesian(lang) { &INDONESIAN } else { &ENGLISH }
    }

    /// The file is part of the program: a test reads it, so that it cannot fail here.
    fn parse(yaml: &str, words: &'static Words) -> Self {
        Self { entries: serde_saphyr::from_str(yaml).unwrap_or_default(), words }
    }

    /// What a column of a table of `kinds` means.
    pub fn meaning(&self, variable: &Variable, kinds: &[Kind]) -> Meaning {
        let name = variable.column.name;
        let entry = self.entry(variable, kinds);
        let classification = match variable.shape {
            _ if variable.column.part != Part::Value => Vec::new(),
            Shape::Word(words) | Shape::Words(words) => named(words, &entry.classes),
            _ => self.merged(name, kinds),
        };
        let whole = Meaning {
            concept: entry.concept.clone(),
            definition: entry.definition.clone(),
            classification,
            measure: self.words.get(measure_key(variable)).to_owned(),
            unit: entry.unit.clone(),
        };
        if variable.shape.is_measure() { self.part(whole, variable.column.part) } else { whole }
    }

    fn entry(&self, variable: &Variable, kinds: &[Kind]) -> &Entry {
        static NONE: LazyLock<Entry> = LazyLock::new(Entry::default);
        let name = variable.column.name;
        let own = having(name, kinds);
        let key = match own.as_slice() {
            _ if variable.is_figure => format!("figure.{name}"),
            [kind] => format!("{}.{name}", kind.singular()),
            _ => String::new(),
        };
        self.entries.get(&key).or_else(|| self.entries.get(name)).unwrap_or(&NONE)
    }

    /// The classes of all kinds in a table where each kind has its own.
    fn merged(&self, name: &str, kinds: &[Kind]) -> Vec<(String, String)> {
        let mut classes: Vec<(String, String)> = Vec::new();
        for kind in having(name, kinds) {
            let Some(entry) = self.entries.get(&format!("{}.{name}", kind.singular())) else { continue };
            for (word, text) in &entry.classes {
                if !classes.iter().any(|(other, _)| other == word) {
                    classes.push((word.clone(), text.clone()));
                }
            }
        }
        classes
    }

    /// The meaning of one of the four columns of a count.
    fn part(&self, whole: Meaning, part: Part) -> Meaning {
        let key = match part {
            Part::Value => "part.value",
            Part::Min => "part.min",
            Part::Max => "part.max",
            Part::State => "part.state",
        };
        let Some(entry) = self.entries.get(key) else { return whole };
        let fill = |text: &str| text.replace("{definition}", &whole.definition).replace("{concept}", &whole.concept);
        let is_state = part == Part::State;
        Meaning {
            concept: fill(&entry.concept),
            definition: fill(&entry.definition),
            classification: if is_state { named(super::fields::STATES, &entry.classes) } else { Vec::new() },
            measure: if is_state { self.words.get("measure_word").to_owned() } else { whole.measure.clone() },
            unit: if is_state { String::new() } else { whole.unit.clone() },
        }
    }
}

fn named(words: &[&str], classes: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let one = |word: &&str| ((*word).to_owned(), classes.get(*word).cloned().unwrap_or_default());
    words.iter().map(one).collect()
}

fn measure_key(variable: &Variable) -> &'static str {
    match variable.shape {
        Shape::Key | Shape::Id(_) | Shape::IdsOf(_) | Shape::Ids => "measure_id",
        Shape::Text | Shape::Texts => "measure_text",
        Shape::Code | Shape::Language => "measure_code",
        Shape::Word(_) | Shape::Words(_) => "measure_word",
        Shape::Date => "measure_date",
        Shape::Duration => "measure_duration",
        Shape::Url => "measure_url",
        Shape::Flag => "measure_flag",
        Shape::Decimal => "measure_size",
        Shape::Integer if variable.column.name == "year" => "measure_date",
        Shape::Integer | Shape::Count => "measure_count",
        Shape::Tenths => "measure_size",
    }
}

#[cfg(test)]
mod tests {
    use super::Dictionary;
    use crate::plan::outputs::schema::variables;
    use crate::value::{Kind, Lang};
    use std::collections::BTreeSet;

    const DATA: [Kind; 14] = [
        Kind::Region,
        Kind::Institution,
        Kind::Program,
        Kind::Topic,
        Kind::Source,
        Kind::Cohort,
        Kind::Placement,
        Kind::Visit,
        Kind::Training,
        Kind::Outcome,
        Kind::Evaluation,
        Kind::Statement,
        Kind::Correction,
        Kind::Story,
    ];

    #[test]
    fn every_column_has_its_words_in_both_languages() {
        for lang in ["id", "en"].map(Lang::new) {
            let dictionary = Dictionary::of(&lang);
            let tables = DATA.iter().map(std::slice::from_ref).chain([&DATA[5..], &DATA[..]]);
            for kinds in tables {
                for variable in variables(kinds) {
                    let meaning = dictionary.meaning(&variable, kinds);
                    let column = variable.column;
                    assert!(!meaning.concept.is_empty() && meaning.definition.len() > 9, "{lang}: {kinds:?} {column}");
                    assert!(meaning.definition.ends_with(['.', ')']), "{lang}: {column}: {}", meaning.definition);
                    assert!(!meaning.measure.starts_with("measure_"), "{lang}: {column}");
                    for (word, name) in &meaning.classification {
                        assert!(!name.is_empty(), "{lang}: {column}: `{word}` has no name");
                    }
                    assert!(!meaning.concept.contains('{') && !meaning.definition.contains('{'), "{column}");
                }
            }
        }
    }

    #[test]
    fn headings_are_distinct_in_every_table() {
        for lang in ["id", "en"].map(Lang::new) {
            for kinds in DATA.iter().map(std::slice::from_ref).chain([&DATA[5..]]) {
                let all = variables(kinds);
                let concepts: Vec<String> =
                    all.iter().map(|one| Dictionary::of(&lang).meaning(one, kinds).concept).collect();
                let distinct: BTreeSet<&String> = concepts.iter().collect();
                assert_eq!(concepts.len(), distinct.len(), "{lang}: {kinds:?}: {concepts:?}");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_entries_and_none_is_for_nothing() {
        let keys = |lang| Dictionary::of(&Lang::new(lang)).entries.keys().cloned().collect::<BTreeSet<String>>();
        assert_eq!(keys("id"), keys("en"));
        let classes = |lang| -> BTreeSet<(String, String)> {
            let entries = &Dictionary::of(&Lang::new(lang)).entries;
            let of = |(key, entry): (&String, &super::Entry)| {
                entry.classes.keys().map(|word| (key.clone(), word.clone())).collect::<Vec<_>>()
            };
            entries.iter().flat_map(of).collect()
        };
        assert_eq!(classes("id"), classes("en"));
        let mut known: BTreeSet<String> = ["value", "min", "max", "state"].map(|part| format!("part.{part}")).into();
        for kind in DATA {
            for variable in variables(&[kind]) {
                let name = variable.column.name;
                let key = if variable.is_figure { format!("figure.{name}") } else { name.to_owned() };
                known.extend([key, format!("{}.{name}", kind.singular())]);
            }
        }
        let idle: Vec<String> = keys("id").difference(&known).cloned().collect();
        assert!(idle.is_empty(), "words of no column: {idle:?}");
    }

    #[test]
    fn words_of_records_are_the_words_of_the_dictionary() {
        // A word that is added to the records and not to the dictionary would stand in a cell that no list explains.
        for lang in ["id", "en"].map(Lang::new) {
            for kind in DATA {
                for variable in variables(&[kind]) {
                    let meaning = Dictionary::of(&lang).meaning(&variable, &[kind]);
                    let entry = Dictionary::of(&lang).entry(&variable, &[kind]);
                    if !variable.choices().is_empty() && !variable.shape.is_measure() {
                        assert_eq!(meaning.classification.len(), entry.classes.len(), "{kind} {}", variable.column);
                    }
                }
            }
        }
    }
}
