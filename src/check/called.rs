//! What people call records besides their ids: codes and names of regions, former ids.

use super::index::{Index, Origin, Slot};
use super::rules::former_id;
use super::yaml::{Node, Value};
use crate::value::{Kind, RecordRef, slugify};
use std::collections::BTreeMap;

/// Words that stand before the name of a region and say its kind.
const KINDS: [&str; 9] =
    ["provinsi", "kabupaten", "kab", "kota", "wilayah", "distrik", "kecamatan", "province", "regency"];

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
        for (at, slot) in public(index, Kind::Region) {
            called.region(at, slot);
        }
        for kind in Kind::ALL {
            for (at, slot) in public(index, kind) {
                for alias in texts_of(slot, "aliases") {
                    if let Some(id) = former_id(&alias).filter(|id| *id != slot.id) {
                        called.former.entry((kind, id.to_owned())).or_insert(at);
                    }
                }
            }
        }
        called
    }

    fn region(&mut self, at: usize, slot: &Slot<'_>) {
        for code in texts_of(slot, "codes") {
            self.codes.entry(code).or_insert(at);
        }
        let names = ["name", "also_called"].iter().flat_map(|field| texts_of(slot, field));
        for name in names {
            let whole = slugify(&name);
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

fn public<'i>(index: &'i Index<'_>, kind: Kind) -> impl Iterator<Item = (usize, &'i Slot<'i>)> {
    index.slots(kind).iter().enumerate().filter(|(_, slot)| !slot.hidden)
}

/// The texts of a field, whatever its shape; of codes only the code itself.
fn texts_of(slot: &Slot<'_>, name: &str) -> Vec<String> {
    let mut out = Vec::new();
    match &slot.origin {
        Origin::Record(record) => {
            if let Some(field) = record.field(name) {
                texts(&field.value, name, &mut out);
            }
        }
        Origin::Narrative(files) => {
            let fields = files.iter().filter_map(|raw| raw.front.fields()).flatten();
            for field in fields.filter(|field| field.name == name) {
                texts(&field.value, name, &mut out);
            }
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
