//! Which ids there are: records sorted by id, each with its place in the list of its kind.

use super::hidden::{is_hidden, spread};
use super::narrative::RawNarrative;
use super::table::{Gathered, RawRecord};
use super::yaml::{Node, Value};
use crate::diag::{Bilingual, Code, Diagnostic, Lines, Places, Report, Span};
use crate::options::Options;
use crate::value::{Kind, RecordRef, is_id};
use chrono::{DateTime, FixedOffset};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

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
    /// A record of a YAML file.
    Record(&'a RawRecord<'a>),
    /// A narrative's files, the default language first.
    Narrative(Vec<&'a RawNarrative<'a>>),
}

/// Ids met so far.
#[derive(Default)]
struct Seen {
    ids: BTreeMap<(Kind, String), Span>,
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
    places: Vec<HashMap<String, usize>>,
    incomplete: Vec<bool>,
    /// The clock: what is not to be published before a later moment is under embargo.
    pub now: DateTime<FixedOffset>,
    /// Records without a usable id: their fields are checked all the same.
    pub nameless: Vec<&'a RawRecord<'a>>,
}

impl<'a> Index<'a> {
    /// Gives every record its place. Ids that are no ids or come twice are reported.
    pub fn new(
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
        };
        for kind in &gathered.incomplete {
            index.incomplete[*kind as usize] = true;
        }
        let mut seen = Seen::default();
        let mut without = Vec::new();
        for record in &gathered.records {
            index.add_record(record, options, places, &mut seen, &mut without, report);
        }
        index.add_statements(without, options);
        for (id, files) in RawNarrative::grouped(&gathered.narratives, default, places, report) {
            index.add_narrative(id, files, options);
        }
        for slots in &mut index.slots {
            slots.sort_by(|a, b| a.id.cmp(&b.id));
        }
        index.places = index
            .slots
            .iter()
            .map(|slots| {
                slots
                    .iter()
                    .enumerate()
                    .filter(|(_, slot)| slot.own_id)
                    .map(|(at, slot)| (slot.id.to_string(), at))
                    .collect()
            })
            .collect();
        spread(&mut index);
        index
    }

    fn add_record(
        &mut self,
        record: &'a RawRecord<'a>,
        options: &Options,
        places: &dyn Places,
        seen: &mut Seen,
        without: &mut Vec<&'a RawRecord<'a>>,
        report: &mut Report,
    ) {
        let kind = record.kind;
        let absent = record.field("id").is_none_or(|field| field.value.value == Value::Empty);
        if kind == Kind::Statement && absent {
            without.push(record);
            return;
        }
        let id = record.text("id").filter(|id| is_id(id));
        let (Some(id), Some(field)) = (id, record.field("id")) else {
            self.incomplete[kind as usize] = true;
            self.nameless.push(record);
            return;
        };
        // Regions and institutions share one namespace.
        let space = if kind.is_party() { Kind::Region } else { kind };
        let span = field.value.span;
        if let Some(first) = seen.ids.get(&(space, id.to_owned())) {
            let other = seen.lines.place(*first, places);
            report.push(twice(id, span, &other));
            self.nameless.push(record);
            return;
        }
        seen.ids.insert((space, id.to_owned()), span);
        let hidden = is_hidden(&record.fields, options);
        self.slots[kind as usize].push(Slot {
            id: Cow::Borrowed(id),
            span,
            hidden,
            own_id: true,
            origin: Origin::Record(record),
        });
    }

    /// Statements may have no id: they get one that depends on what they say, not on where they stand.
    fn add_statements(&mut self, mut without: Vec<&'a RawRecord<'a>>, options: &Options) {
        without.sort_by_key(|record| {
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
        for record in without {
            let id = loop {
                number += 1;
                let id = format!("statement-{number:06}");
                if !taken.contains(&id) {
                    break id;
                }
            };
            slots.push(Slot {
                id: Cow::Owned(id),
                span: record.span,
                hidden: is_hidden(&record.fields, options),
                own_id: false,
                origin: Origin::Record(record),
            });
        }
    }

    fn add_narrative(&mut self, id: &'a str, files: Vec<&'a RawNarrative<'a>>, options: &Options) {
        let Some(first) = files.first() else { return };
        let hidden = first.front.fields().is_some_and(|fields| is_hidden(fields, options));
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
