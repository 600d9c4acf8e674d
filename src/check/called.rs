//! What people call records besides their ids: codes and names of regions, former ids.

use super::index::Index;
use super::narrative::RawNarrative;
use super::rules::former_id;
use super::table::RawRecord;
use super::yaml::{Field, Node, Value};
use crate::value::{Kind, RecordRef, slugify};
use std::collections::BTreeMap;

/// Words that stand before the name of a region and say its kind.
const KINDS: [&str; 9] =
    ["provinsi", "kabupaten", "kab", "kota", "wilayah", "distrik", "kecamatan", "province", "regency"];

/// What a record says of other words for itself, taken down before its tree goes. Most records say nothing.
#[derive(Debug)]
pub struct Words {
    kind: Kind,
    id: String,
    codes: Vec<String>,
    names: Vec<String>,
    aliases: Vec<String>,
}

impl Words {
    /// Those of a record of a YAML file.
    pub fn of(record: &RawRecord<'_>, id: &str) -> Option<Self> {
        let is_region = record.kind == Kind::Region;
        let texts = |names: &[&str]| texts_of(&record.fields, names);
        (is_region || record.field("aliases").is_some()).then(|| Self {
            kind: record.kind,
            id: id.to_owned(),
            codes: if is_region { texts(&["codes"]) } else { Vec::new() },
            names: if is_region { texts(&["name", "also_called"]) } else { Vec::new() },
            aliases: texts(&["aliases"]),
        })
    }

    /// Those of a narrative.
    pub fn of_narrative(kind: Kind, id: &str, files: &[&RawNarrative<'_>]) -> Option<Self> {
        let fields = files.iter().filter_map(|raw| raw.front.fields());
        let aliases: Vec<String> = fields.flat_map(|fields| texts_of(fields, &["aliases"])).collect();
        (!aliases.is_empty()).then(|| Self { kind, id: id.to_owned(), codes: Vec::new(), names: Vec::new(), aliases })
    }
}

/// Other words for records that are published.
#[derive(Debug, Default)]
pub struct Called {
    codes: BTreeMap<String, usize>,
    /// Names in the shape of ids, whole and without the word for the kind.
    names: BTreeMap<String, Vec<usize>>,
    former: BTreeMap<(Kind, String), usize>,
}

impl Called {
    /// Looks through all records.
    pub fn new(index: &Index<'_>) -> Self {
        let mut called = Self::default();
        let mut public: Vec<(Kind, usize, &Words)> = index
            .words
            .iter()
            .filter_map(|words| Some((words.kind, index.place_of(words.kind, &words.id)?, words)))
            .filter(|(kind, at, _)| !index.is_hidden(RecordRef::new(*kind, *at)))
            .collect();
        public.sort_by_key(|(kind, at, _)| (*kind, *at));
        for (kind, at, words) in public {
            called.region(at, words);
            for alias in &words.aliases {
                if let Some(id) = former_id(alias).filter(|id| *id != words.id) {
                    called.former.entry((kind, id.to_owned())).or_insert(at);
                }
            }
        }
        called
    }

    fn region(&mut self, at: usize, words: &Words) {
        for code in &words.codes {
            self.codes.entry(code.clone()).or_insert(at);
        }
        for name in &words.names {
            let whole = slugify(name);
            let bare = whole.split_once('-').filter(|(kind, _)| KINDS.contains(kind)).map(|(_, bare)| bare.to_owned());
            for word in [Some(whole), bare].into_iter().flatten().filter(|word| !word.is_empty()) {
                let list = self.names.entry(word).or_default();
                if !list.contains(&at) {
                    list.push(at);
                }
            }
        }
    }

    /// The region with this code.
    pub fn by_code(&self, word: &str) -> Option<RecordRef> {
        let code = word.trim_matches(['"', '\'']);
        self.codes.get(code).map(|at| RecordRef::new(Kind::Region, *at))
    }

    /// The regions that go by this name, in any case, with or without the word for their kind.
    pub fn by_name(&self, word: &str) -> Vec<RecordRef> {
        let found = self.names.get(&slugify(word)).map_or(&[][..], Vec::as_slice);
        found.iter().map(|at| RecordRef::new(Kind::Region, *at)).collect()
    }

    /// The record that had this id before.
    pub fn by_former_id(&self, kinds: &[Kind], id: &str) -> Option<RecordRef> {
        kinds.iter().find_map(|kind| self.former.get(&(*kind, id.to_owned())).map(|at| RecordRef::new(*kind, *at)))
    }
}

/// The texts of fields, whatever their shape; of codes only the code itself.
fn texts_of(fields: &[Field<'_>], names: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    for name in names {
        for field in fields.iter().filter(|field| field.name == *name) {
            texts(&field.value, name, &mut out);
        }
    }
    out
}

fn texts(node: &Node<'_>, name: &str, out: &mut Vec<String>) {
    match &node.value {
        Value::Text(text) => out.push(text.text.to_string()),
        Value::List(items) => items.iter().for_each(|item| texts(item, name, out)),
        Value::Table(fields) => {
            for field in fields.iter().filter(|field| name != "codes" || field.name == "code") {
                texts(&field.value, name, out);
            }
        }
        Value::Empty => {}
    }
}
