//! JSON Schemas (draft 2020-12) for editors, of what the readers read.

use super::shape::{Described, Shape};
use super::words::{is_common, words};
use super::{fields_of, fields_of_settings};
use crate::check::yaml::{Node, Style, Value as Yaml, parse};
use crate::diag::{FileId, Report};
use crate::value::{ID_LENGTH, Kind};
use serde_json::{Map, Value, json};

/// What a schema is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The files of a kind; the front matter of narratives.
    Kind(Kind),
    /// `site.yaml`.
    Settings,
}

impl Subject {
    /// All of them, in the order of the content model.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Settings].into_iter().chain(Kind::ALL.into_iter().map(Self::Kind))
    }

    /// Its word: `cohorts`, `site`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.plural(),
            Self::Settings => "site",
        }
    }

    /// The subject that a word names, in singular or plural.
    pub fn from_word(word: &str) -> Option<Self> {
        if word == "site" { Some(Self::Settings) } else { Kind::from_word(word).map(Self::Kind) }
    }

    /// The name by which its fields have their words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.singular(),
            Self::Settings => "site",
        }
    }

    /// Its fields: what people write first comes first, what every record may carry last.
    pub fn fields(self) -> Vec<Described> {
        let mut fields = match self {
            Self::Kind(kind) => fields_of(kind),
            Self::Settings => fields_of_settings(),
        };
        let rank = |field: &Described| match field.name {
            "id" => 0,
            "name" | "title" => 1,
            name if self != Self::Settings && is_common(name) => 4,
            _ if field.required => 2,
            _ => 3,
        };
        fields.sort_by_key(rank);
        fields
    }
}

/// The schema of a whole file: one record or a list of them; of a front matter; of the settings.
pub fn schema(subject: Subject) -> Value {
    let record = table(subject.key(), "", &subject.fields());
    let mut out = Map::new();
    out.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    out.insert("title".to_owned(), json!(format!("Terbit: {}", subject.word())));
    let is_list = matches!(subject, Subject::Kind(kind) if !matches!(kind, Kind::Story | Kind::Page));
    if is_list {
        out.insert("$defs".to_owned(), json!({ "record": record }));
        out.insert("if".to_owned(), json!({ "type": "array" }));
        out.insert("then".to_owned(), json!({ "items": { "$ref": "#/$defs/record" } }));
        out.insert("else".to_owned(), json!({ "$ref": "#/$defs/record" }));
    } else {
        out.extend(record);
    }
    Value::Object(out)
}

fn table(kind: &str, before: &str, fields: &[Described]) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.name.to_owned(), Value::Object(property(kind, before, field)));
    }
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut out = Map::new();
    out.insert("type".to_owned(), json!("object"));
    out.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        out.insert("required".to_owned(), json!(required));
    }
    out.insert("additionalProperties".to_owned(), json!(false));
    out
}

fn property(kind: &str, before: &str, field: &Described) -> Map<String, Value> {
    let path = format!("{before}{}", field.name);
    let one = match &field.shape {
        Shape::Table(fields) => table(kind, &format!("{path}."), fields),
        shape => leaf(shape),
    };
    let mut out = match (field.list, field.single) {
        (true, true) => object(json!({ "anyOf": [one, { "type": "array", "items": one }] })),
        (true, false) => object(json!({ "type": "array", "items": one })),
        _ => one,
    };
    if !field.required {
        // An empty field counts as absent.
        out = object(json!({ "anyOf": [out, { "type": "null" }] }));
    }
    if let Some(words) = words(kind, &path) {
        out.insert("description".to_owned(), json!(format!("{}\n\n{}", words.meaning.id, words.meaning.en)));
        out.insert("examples".to_owned(), json!([example(&words.example)]));
    }
    out
}

/// A text as YAML has it: unquoted digits are a number there.
const TEXT: [&str; 2] = ["string", "number"];

fn leaf(shape: &Shape) -> Map<String, Value> {
    let id = "^[a-z0-9]+(-[a-z0-9]+)*$";
    let by_language = |text: Value| {
        json!({ "type": "object", "minProperties": 1,
            "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }, "additionalProperties": text })
    };
    object(match shape {
        Shape::Anything => json!({}),
        Shape::Code => json!({ "type": "string", "minLength": 1 }),
        Shape::Text => json!({ "type": TEXT, "minLength": 1 }),
        Shape::Localized => json!({ "anyOf": [
            { "type": TEXT, "minLength": 1 },
            by_language(json!({ "type": ["string", "number", "null"] })),
        ] }),
        Shape::Id => json!({ "type": TEXT, "pattern": id, "maxLength": ID_LENGTH }),
        Shape::LocalizedId => json!({ "anyOf": [
            { "type": "string", "pattern": id },
            by_language(json!({ "type": "string", "pattern": id })),
        ] }),
        Shape::Reference(kinds) => reference(kinds),
        Shape::Place => json!({ "anyOf": [
            reference(&[Kind::Region, Kind::Institution]),
            { "type": "object", "required": ["label"], "additionalProperties": false, "properties": {
                "label": leaf(&Shape::Localized),
                "region": { "anyOf": [reference(&[Kind::Region]), { "type": "null" }] },
            } },
        ] }),
        Shape::Date => json!({ "type": ["string", "integer"], "minimum": 1000, "maximum": 9999,
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?$" }),
        Shape::Duration => json!({ "type": "string", "pattern": "^~?P[0-9YMWD]+(/P[0-9YMWD]+)?\\+?$" }),
        Shape::Instant => {
            json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}[:.][0-9]{2}.*[A-Z0-9]$" })
        }
        Shape::Count => json!({ "type": ["integer", "string"], "minimum": 0,
            "pattern": "^(~?[0-9]+|[0-9]+-[0-9]+|[0-9]+\\+)$" }),
        Shape::Breakdown => json!({ "type": "object", "additionalProperties": { "type": "object",
            "additionalProperties": { "anyOf": [leaf(&Shape::Count), { "type": "null" }] } } }),
        Shape::Whole => json!({ "type": "integer", "minimum": 0 }),
        Shape::Size => json!({ "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?$", "minimum": 0 }),
        Shape::Decimal => json!({ "type": ["number", "string"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Url => json!({ "type": "string", "pattern": "^https?://[^ ]+$" }),
        Shape::Base => json!({ "type": "string", "pattern": "^https?://[^ ?#]+$" }),
        Shape::Email => json!({ "type": "string", "pattern": "^[^@ ]+@[^@ ]+\\.[^@ ]+$" }),
        Shape::Language => json!({ "type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }),
        Shape::Tile => json!({ "type": "array", "items": { "type": "integer", "minimum": 0 },
            "minItems": 2, "maxItems": 2 }),
        Shape::Table(fields) => Value::Object(table("", "", fields)),
    })
}

/// An id, perhaps with its kind before it.
fn reference(kinds: &[Kind]) -> Value {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.singular()).collect();
    json!({ "type": TEXT, "pattern": format!("^ *(({}):)?[a-z0-9]+(-[a-z0-9]+)* *$", words.join("|")) })
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => Map::from_iter([("const".to_owned(), other)]),
    }
}

/// An example as a value, so that editors can put it in.
fn example(text: &str) -> Value {
    parse(FileId(0), text, 0, text.len(), &mut Report::new()).map_or(Value::Null, |node| value(&node))
}

fn value(node: &Node<'_>) -> Value {
    match &node.value {
        Yaml::Empty => Value::Null,
        Yaml::List(items) => items.iter().map(value).collect(),
        Yaml::Table(fields) => {
            Value::Object(fields.iter().map(|field| (field.name.to_string(), value(&field.value))).collect())
        }
        Yaml::Text(text) if text.style != Style::Plain => json!(text.text),
        Yaml::Text(text) => match &*text.text {
            "true" => json!(true),
            "false" => json!(false),
            word => word.parse::<u64>().map_or_else(
                |_| word.parse::<f64>().map_or_else(|_| json!(word), |number| json!(number)),
                |number| json!(number),
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Subject, schema};
    use crate::value::Kind;

    #[test]
    fn a_file_is_a_record_or_a_list_of_them() {
        let cohorts = schema(Subject::Kind(Kind::Cohort));
        let record = &cohorts["$defs"]["record"];
        assert_eq!(record["additionalProperties"], false);
        assert_eq!(record["required"], serde_json::json!(["id", "program", "origin", "host"]));
        assert_eq!(record["properties"]["origin"]["examples"][0][0], "papua");
        let description = record["properties"]["origin"]["description"].as_str().unwrap();
        assert!(description.contains("Dari mana") && description.contains("Where the people"), "{description}");
        assert_eq!(schema(Subject::Kind(Kind::Story))["type"], "object");
    }

    #[test]
    fn words_name_subjects_in_both_numbers() {
        for word in ["cohort", "cohorts"] {
            assert_eq!(Subject::from_word(word), Some(Subject::Kind(Kind::Cohort)));
        }
        assert_eq!(Subject::from_word("site"), Some(Subject::Settings));
        assert_eq!(Subject::from_word("angkatann"), None);
    }
}
