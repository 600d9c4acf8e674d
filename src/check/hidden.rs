//! Which records are not published: drafts, what is under embargo, and what rests only on such records.

use super::index::{Found, Index, Origin, Slot, split_prefix};
use super::kinds::{ANY, EVALUATED};
use super::table::RawRecord;
use super::yaml::{Field, Node, Value};
use crate::options::Options;
use crate::value::{Kind, RecordRef, parse_instant};

/// A draft, or under embargo. What cannot be read counts as hidden, so that nothing slips out of a typing error.
pub fn is_hidden(fields: &[Field<'_>], options: &Options) -> bool {
    if options.drafts {
        return false;
    }
    fields.iter().any(|field| match (&*field.name, &field.value.value) {
        ("draft" | "publish_at", Value::Empty) => false,
        ("draft", Value::Text(text)) => text.text != "false",
        ("publish_at", Value::Text(text)) => parse_instant(&text.text).map_or(true, |at| at > options.now),
        ("draft" | "publish_at", _) => true,
        _ => false,
    })
}

/// What rests only on records that are not published is not published either.
pub fn spread(index: &mut Index<'_>, records: &[RawRecord<'_>]) {
    if Kind::ALL.iter().all(|kind| index.slots(*kind).iter().all(|slot| !slot.hidden)) {
        return;
    }
    for (kind, field, targets) in [
        (Kind::Cohort, "program", &[Kind::Program] as &[Kind]),
        (Kind::Placement, "cohort", &[Kind::Cohort]),
        (Kind::Outcome, "of", &Kind::ACTIVITIES),
        (Kind::Evaluation, "of", EVALUATED),
        (Kind::Statement, "about", ANY),
    ] {
        let slots = index.slots(kind).iter().enumerate();
        let resting: Vec<RecordRef> = slots
            .filter(|(_, slot)| !slot.hidden && rests_on_hidden(index, records, slot, field, targets))
            .map(|(at, _)| RecordRef::new(kind, at))
            .collect();
        for target in resting {
            index.hide(target);
        }
    }
}

fn rests_on_hidden(index: &Index<'_>, records: &[RawRecord<'_>], slot: &Slot<'_>, field: &str, kinds: &[Kind]) -> bool {
    let Origin::Record(at) = slot.origin else { return false };
    let Some(record) = records.get(at) else { return false };
    let mut words = Vec::new();
    if let Some(field) = record.field(field) {
        texts(&field.value, &mut words);
    }
    !words.is_empty()
        && words.iter().all(|word| {
            let (kinds, id) = split_prefix(word, kinds);
            matches!(index.find(&kinds, id), Found::One(target) if index.is_hidden(target))
        })
}

fn texts<'n>(node: &'n Node<'_>, out: &mut Vec<&'n str>) {
    match &node.value {
        Value::Text(text) => out.push(&text.text),
        Value::List(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Empty | Value::Table(_) => {}
    }
}
