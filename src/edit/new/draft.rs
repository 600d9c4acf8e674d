//! A record that is to be written, as far as it is known.

use super::yaml_text::value;
use crate::check::describe::{Described, Shape, Subject, is_common, words};
use crate::diag::Bilingual;
use crate::value::Kind;

/// What a record will say.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its kind.
    pub kind: Kind,
    /// Its id; statements need none, narratives have the name of their file.
    pub id: Option<String>,
    /// What was given: the field, or the path to one (`title.en`), and its text, in the order of the giving.
    pub values: Vec<(String, String)>,
}

/// The fields that every record may carry and that people look for first.
const OFFERED: [&str; 3] = ["sources", "note", "draft"];

impl Draft {
    /// Nothing known but the kind.
    pub fn new(kind: Kind) -> Self {
        Self { kind, id: None, values: Vec::new() }
    }

    /// Its fields: name or title, what is required, the rest. The id is told apart.
    pub fn fields(&self) -> Vec<Described> {
        let mut fields = Subject::Kind(self.kind).fields();
        fields.retain(|field| field.name != "id");
        fields
    }

    /// Whether it needs an id that is written into it.
    pub fn has_id(&self) -> bool {
        Subject::Kind(self.kind).fields().iter().any(|field| field.name == "id" && field.required)
    }

    /// The required fields that nothing is known of.
    pub fn missing(&self) -> Vec<Described> {
        let given = |field: &Described| self.values.iter().any(|(path, _)| head(path) == field.name);
        self.fields().into_iter().filter(|field| field.required && !given(field)).collect()
    }

    /// The first text that was given for a field, without the brackets of a list.
    pub fn text(&self, field: &str) -> Option<&str> {
        let (_, text) = self.values.iter().find(|(path, _)| head(path) == field)?;
        let first = text.trim().trim_start_matches('[').split([',', ']']).next().unwrap_or_default();
        Some(first.trim().trim_matches(['"', '\'']))
    }

    /// The whole text that was given for a name or title; of several languages, the first.
    pub fn words(&self, field: &str) -> Option<&str> {
        let (_, text) = self.values.iter().find(|(path, _)| head(path) == field)?;
        let text = text.trim();
        let first = text.strip_prefix('{').map(|rest| rest.split([',', '}']).next().unwrap_or_default());
        let first = first.map_or(text, |first| first.split_once(':').map_or(first, |(_, text)| text));
        Some(first.trim().trim_matches(['"', '\'']))
    }

    /// The year that it belongs to, as far as its own dates say.
    pub fn year(&self) -> Option<&str> {
        let year = |field: &&str| {
            let text = self.text(field)?;
            text.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
        };
        ["start", "end", "date", "reported", "published"].iter().find_map(year)
    }

    /// An item of a list, or front matter: what is known, then what may be filled in, as comments in `lang`.
    /// Examples are in the `languages` of the site.
    pub fn written(&self, lang: &str, languages: &[String]) -> String {
        let mut lines = self.known_lines();
        lines.extend(self.offered_lines(lang, languages));
        if self.is_prose() {
            return format!("---\n{}\n---\n\n", lines.join("\n"));
        }
        format!("- {}\n", lines.join("\n  "))
    }

    /// An item of a list: what is known and nothing else.
    pub fn bare(&self) -> String {
        format!("- {}\n", self.known_lines().join("\n  "))
    }

    fn is_prose(&self) -> bool {
        matches!(self.kind, Kind::Story | Kind::Page)
    }

    /// What is known, a line each; fields that no record has come last, and the check tells of them.
    fn known_lines(&self) -> Vec<String> {
        let fields = self.fields();
        let id = self.id.as_ref().filter(|_| !self.is_prose()).map(|id| format!("id: {id}"));
        let mut lines: Vec<String> = id.into_iter().collect();
        let mut names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        for (path, _) in &self.values {
            if !names.contains(&head(path)) {
                names.push(head(path));
            }
        }
        for name in names {
            let given: Vec<(&str, &str)> = self
                .values
                .iter()
                .filter(|(path, _)| head(path) == name)
                .map(|(path, text)| (path.split_once('.').map_or("", |(_, rest)| rest), text.as_str()))
                .collect();
            if !given.is_empty() {
                let value = value(fields.iter().find(|field| field.name == name), &given);
                lines.push(format!("{name}: {value}").trim_end().to_owned());
            }
        }
        lines
    }

    /// What may be filled in, a comment each.
    fn offered_lines(&self, lang: &str, languages: &[String]) -> Vec<String> {
        let is_given = |field: &Described| self.values.iter().any(|(path, _)| head(path) == field.name);
        let is_offered = |field: &Described| {
            !is_common(field.name) || OFFERED.contains(&field.name) || self.is_prose() && field.name == "summary"
        };
        let fields = self.fields();
        let left = fields.iter().filter(|field| !is_given(field) && is_offered(field));
        left.filter_map(|field| self.comment(field, lang, languages)).collect()
    }

    /// `# start: 2022-11-07  # The first day …`: without its first sign it is the field.
    fn comment(&self, field: &Described, lang: &str, languages: &[String]) -> Option<String> {
        let words = words(self.kind.singular(), field.name)?;
        let example = match field.shape {
            Shape::Localized => in_languages(&words.example, languages),
            _ => words.example.clone(),
        };
        Some(format!("# {}: {example}  # {}", field.name, words.meaning.get(lang)))
    }

    /// What a field means and an example, for a question or a complaint.
    pub fn meaning(&self, field: &str) -> (Bilingual, &'static str) {
        words(self.kind.singular(), field)
            .map_or((Bilingual::new("", ""), ""), |words| (words.meaning.clone(), words.example.as_str()))
    }
}

/// An example in Indonesian and English, `{id: …, en: …}`, in the languages that a site has.
fn in_languages(example: &str, languages: &[String]) -> String {
    let both = ["id", "en"].iter().all(|tag| languages.iter().any(|lang| lang == tag));
    let inner = example.strip_prefix("{id: ").and_then(|rest| rest.strip_suffix('}')).filter(|_| !both);
    let Some((indonesian, english)) = inner.and_then(|inner| inner.split_once(", en: ")) else {
        return example.to_owned();
    };
    if languages.iter().any(|lang| lang == "id") { indonesian.to_owned() } else { english.to_owned() }
}

/// `title` of `title.en`.
pub fn head(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::Draft;
    use crate::value::Kind;

    fn both() -> Vec<String> {
        ["id", "en"].map(str::to_owned).to_vec()
    }

    fn cohort() -> Draft {
        let values = [("host", "kota-malang"), ("origin", "papua"), ("program", "magang"), ("start", "2026-03")];
        let values = values.map(|(field, text)| (field.to_owned(), text.to_owned())).to_vec();
        Draft { kind: Kind::Cohort, id: Some("papua-2026".to_owned()), values }
    }

    #[test]
    fn a_record_says_what_is_known_and_offers_the_rest() {
        let text = cohort().written("id", &both());
        let head =
            "- id: papua-2026\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2026-03\n  # ";
        assert!(text.starts_with(head), "{text}");
        assert!(text.contains("\n  # participants: 42  # Jumlah peserta."), "{text}");
        assert!(text.contains("\n  # draft: true  # ") && !text.contains("internal"), "{text}");
        assert!(cohort().written("en", &both()).contains("# How many people took part."));
        assert!(cohort().written("en", &both()).contains("\n  # title: {id: Magang ASN Papua, en: "));
        assert!(cohort().written("en", &["en".to_owned()]).contains("\n  # title: Papua internship  # "));
    }

    #[test]
    fn what_is_missing_is_known() {
        let mut draft = cohort();
        assert!(draft.missing().is_empty() && draft.has_id());
        draft.values.retain(|(field, _)| field != "host");
        assert_eq!(draft.missing().iter().map(|field| field.name).collect::<Vec<_>>(), ["host"]);
        assert_eq!((draft.year(), draft.text("origin")), (Some("2026"), Some("papua")));
        assert!(!Draft::new(Kind::Statement).has_id() && !Draft::new(Kind::Story).has_id());
    }

    #[test]
    fn every_offered_field_is_right_without_its_sign() {
        for kind in Kind::RECORDS {
            let text = Draft::new(kind).written("id", &both()).replace("\n  # ", "\n  ").replacen("- # ", "- ", 1);
            let read: Result<serde_json::Value, _> = serde_saphyr::from_str(&text);
            assert!(read.is_ok(), "{kind}: {text}\n{read:?}");
        }
    }
}
