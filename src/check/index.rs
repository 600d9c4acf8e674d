//! Which ids there are: records sorted by id, each with its place in the list of its kind.

use super::called::Words;
use super::hidden::{is_hidden, spread};
use super::narrative::RawNarrative;
use super::table::{Gathered, RawRecord};
use super::yaml::{Node, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Lines, Places, Report, Span};
use crate::options::Options;
use crate::value::{Kind, RecordRef, is_id};
use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;

/// A record that has an id.
#[derive(Debug)]
pub struct Slot<'a> {
    /// The id.
    pub id: Cow<'a, str>,
    /// The place of the id, or of the record.
    pub span: Span,
    /// It is not published.
    pub hidden: bool,
    /// Written in the record itself.
    pub own_id: bool,
    /// Where it comes from.
    pub origin: Origin<'a>,
}

/// What a slot was made of.
#[derive(Clone, Debug)]
pub enum Origin<'a> {
    /// A record of a YAML file, by its place among all that were gathered.
    Record(usize),
    /// A narrative's files, the default language first.
    Narrative(Vec<&'a RawNarrative<'a>>),
}

/// Ids met so far, by the kinds that share them.
struct Seen<'s> {
    ids: Vec<HashMap<Cow<'s, str>, Span, ahash::RandomState>>,
    lines: Lines,
}

/// What an id leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// One record.
    One(RecordRef),
    /// Several kinds have it.
    Several(Vec<Kind>),
    /// Only kinds that were not asked for have it.
    Wrong(Vec<Kind>),
    /// Nobody has it.
    Nothing,
}

/// Ids of every kind.
#[derive(Debug)]
pub struct Index<'a> {
    slots: Vec<Vec<Slot<'a>>>,
    places: Vec<HashMap<Cow<'a, str>, usize, ahash::RandomState>>,
    incomplete: Vec<bool>,
    /// The clock: what is not to be published before a later moment is under embargo.
    pub now: DateTime<FixedOffset>,
    /// Records without a usable id: their fields are checked all the same.
    pub nameless: Vec<usize>,
    /// By what other words people may call records.
    pub words: Vec<Words>,
}

impl<'a> Index<'a> {
    /// Gives every record its place. Ids that are no ids or come twice are reported.
    pub fn new(
        records: &[RawRecord<'a>],
        gathered: &'a Gathered<'a>,
        default: &str,
        options: &Options,
        places: &dyn Places,
        report: &mut Report,
    ) -> Self {
        let mut index = Self {
            slots: Kind::ALL.iter().map(|_| Vec::new()).collect(),
            places: Vec::new(),
            incomplete: vec![false; Kind::ALL.len()],
            now: options.now,
            nameless: Vec::new(),
            words: Vec::new(),
        };
        let mut numbers = vec![0; Kind::ALL.len()];
        records.iter().for_each(|record| numbers[record.kind as usize] += 1);
        for kind in &gathered.incomplete {
            index.incomplete[*kind as usize] = true;
        }
        let room = |number| HashMap::with_capacity_and_hasher(number, ahash::RandomState::new());
        let mut seen = Seen { ids: numbers.into_iter().map(room).collect(), lines: Lines::default() };
        let mut without = Vec::new();
        for (at, record) in records.iter().enumerate() {
            index.add_record((at, record), options, places, &mut seen, &mut without, report);
        }
        index.add_statements(without, options);
        for (id, files) in RawNarrative::grouped(&gathered.narratives, default, places, report) {
            index.add_narrative(id, files, options);
        }
        for slots in &mut index.slots {
            slots.par_sort_by(|a, b| a.id.cmp(&b.id));
        }
        index.places = index
            .slots
            .par_iter()
            .map(|slots| {
                slots
                    .iter()
                    .enumerate()
                    .filter(|(_, slot)| slot.own_id)
                    .map(|(at, slot)| (slot.id.clone(), at))
                    .collect()
            })
            .collect();
        spread(&mut index, records);
        index
    }

    fn add_record<'r>(
        &mut self,
        (at, record): (usize, &'r RawRecord<'a>),
        options: &Options,
        places: &dyn Places,
        seen: &mut Seen<'a>,
        without: &mut Vec<(usize, &'r RawRecord<'a>)>,
        report: &mut Report,
    ) {
        let kind = record.kind;
        let absent = record.field("id").is_none_or(|field| field.value.value == Value::Empty);
        if kind == Kind::Statement && absent {
            without.push((at, record));
            return;
        }
        let id = record.field("id").and_then(|field| Some((field, field.value.text()?)));
        let Some((field, id)) = id.filter(|(_, id)| is_id(&id.text)) else {
            self.incomplete[kind as usize] = true;
            self.nameless.push(at);
            return;
        };
        let id = &id.text;
        // Regions and institutions share one namespace.
        let space = if kind.is_party() { Kind::Region } else { kind };
        let span = field.value.span;
        if let Some(first) = seen.ids[space as usize].get(id) {
            let other = seen.lines.place(*first, places);
            report.push(twice(id, span, &other));
            self.nameless.push(at);
            return;
        }
        seen.ids[space as usize].insert(id.clone(), span);
        self.words.extend(Words::of(record, id));
        let hidden = record.is_hidden(options);
        self.slots[kind as usize].push(Slot { id: id.clone(), span, hidden, own_id: true, origin: Origin::Record(at) });
    }

    /// Statements may have no id: they get one that depends on what they say, not on where they stand.
    fn add_statements(&mut self, mut without: Vec<(usize, &RawRecord<'a>)>, options: &Options) {
        without.sort_by_key(|(_, record)| {
            let place = (record.span.file, record.span.start);
            ["date", "speaker", "text"]
                .map(|name| first_text(record.field(name).map(|field| &field.value)))
                .into_iter()
                .chain([format!("{place:?}")])
                .collect::<Vec<_>>()
        });
        let slots = &mut self.slots[Kind::Statement as usize];
        let taken: std::collections::BTreeSet<String> = slots.iter().map(|slot| slot.id.to_string()).collect();
        let mut number = 0;
        for (at, record) in without {
            let id = loop {
                number += 1;
                let id = format!("statement-{number:06}");
                if !taken.contains(&id) {
                    break id;
                }
            };
            self.words.extend(Words::of(record, &id));
            slots.push(Slot {
                id: Cow::Owned(id),
                span: record.span,
                hidden: record.is_hidden(options),
                own_id: false,
                origin: Origin::Record(at),
            });
        }
    }

    fn add_narrative(&mut self, id: &'a str, files: Vec<&'a RawNarrative<'a>>, options: &Options) {
        let Some(first) = files.first() else { return };
        let hidden = first.front.fields().is_some_and(|fields| is_hidden(fields, options));
        self.words.extend(Words::of_narrative(first.kind, id, &files));
        self.slots[first.kind as usize].push(Slot {
            id: Cow::Borrowed(id),
            span: first.front.span,
            hidden,
            own_id: true,
            origin: Origin::Narrative(files),
        });
    }

    /// The records of a kind, by id.
    pub fn slots(&self, kind: Kind) -> &[Slot<'a>] {
        &self.slots[kind as usize]
    }

    /// Hides a record that rests on hidden ones.
    pub fn hide(&mut self, target: RecordRef) {
        if let Some(slot) = self.slots[target.kind as usize].get_mut(target.at()) {
            slot.hidden = true;
        }
    }

    /// The place of the record with this id, written or given.
    pub fn place_of(&self, kind: Kind, id: &str) -> Option<usize> {
        self.slots(kind).binary_search_by(|slot| (*slot.id).cmp(id)).ok()
    }

    /// The record that a reference leads to.
    pub fn slot(&self, target: RecordRef) -> Option<&Slot<'a>> {
        self.slots(target.kind).get(target.at())
    }

    /// Whether a record is not published.
    pub fn is_hidden(&self, target: RecordRef) -> bool {
        self.slot(target).is_some_and(|slot| slot.hidden)
    }

    /// Whether a record of one of these kinds may exist that could not be read.
    pub fn is_incomplete(&self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.incomplete[*kind as usize])
    }

    /// Looks an id up among `kinds`.
    pub fn find(&self, kinds: &[Kind], id: &str) -> Found {
        let having = |kind: &Kind| self.places[*kind as usize].get(id).map(|at| RecordRef::new(*kind, *at));
        let found: Vec<RecordRef> = kinds.iter().filter_map(having).collect();
        match found.as_slice() {
            [one] => Found::One(*one),
            [] => {
                let wrong: Vec<Kind> = Kind::ALL
                    .iter()
                    .filter_map(having)
                    .filter(|target| !self.is_hidden(*target))
                    .map(|target| target.kind)
                    .collect();
                if wrong.is_empty() { Found::Nothing } else { Found::Wrong(wrong) }
            }
            several => Found::Several(several.iter().map(|target| target.kind).collect()),
        }
    }

    /// Where a record of one of these kinds writes its id.
    pub fn span_of(&self, kinds: &[Kind], id: &str) -> Option<Span> {
        kinds.iter().find_map(|kind| {
            let at = self.places[*kind as usize].get(id)?;
            self.slots[*kind as usize].get(*at).map(|slot| slot.span)
        })
    }

    /// Ids of these kinds that may be named in a suggestion.
    pub fn public_ids(&self, kinds: &[Kind]) -> impl Iterator<Item = &str> {
        kinds
            .iter()
            .flat_map(|kind| &self.slots[*kind as usize])
            .filter(|slot| !slot.hidden && slot.own_id)
            .map(|slot| &*slot.id)
    }
}

/// `cohort:papua-2022` names its kind; a plain id may be any of `kinds`.
pub fn split_prefix<'w>(word: &'w str, kinds: &[Kind]) -> (Vec<Kind>, &'w str) {
    match word.split_once(':') {
        Some((prefix, id)) => {
            (Kind::ALL.into_iter().filter(|kind| kind.singular() == prefix && kinds.contains(kind)).collect(), id)
        }
        None => (kinds.to_vec(), word),
    }
}

fn first_text(node: Option<&Node<'_>>) -> String {
    match node.map(|node| &node.value) {
        Some(Value::Text(text)) => text.text.to_string(),
        Some(Value::Table(fields)) => first_text(fields.first().map(|field| &field.value)),
        Some(Value::List(items)) => first_text(items.first()),
        Some(Value::Empty) | None => String::new(),
    }
}

/// The same id twice; the first stands at `other`.
pub fn twice(id: &str, span: Span, other: &str) -> Diagnostic {
    Diagnostic::at(
        Code::R002,
        span,
        Bilingual::new(format!("Id `{id}` dipakai dua kali."), format!("The id `{id}` is used twice.")),
    )
    .of_field("id")
    .note(Bilingual::new(
        format!("Yang pertama ada di {other}; beri salah satunya id lain."),
        format!("The first one is at {other}; give one of them another id."),
    ))
}
