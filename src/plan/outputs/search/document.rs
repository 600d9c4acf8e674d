//! What of a record is found: its names, what stands around it, its prose.

use crate::derive::facts::{Activity, Link, NarrativeFact, PlaceFact};
use crate::plan::directory::sort_words;
use crate::plan::names;
use crate::plan::pages::{institution, region};
use crate::plan::parts::item::stage_key;
use crate::plan::scope::Scope;
use crate::text::markdown::plain;
use crate::value::{Kind, Localized, PartialDate, RecordRef};

/// How a text belongs to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It is its name.
    Name,
    /// It is another name: a code, a short name, other spellings, the name in another language.
    Alias,
    /// It says where it belongs: places, topics, kind, year.
    Around,
    /// It is prose.
    Prose,
}

/// The texts of a record.
pub(super) struct Document<'s, 'p> {
    scope: &'s Scope<'p>,
    /// In the order of the fields.
    pub(super) texts: Vec<(Part, String)>,
}

impl<'s, 'p> Document<'s, 'p> {
    /// Gathers what of `record` is found in the language of the scope.
    pub(super) fn new(scope: &'s Scope<'p>, record: RecordRef) -> Self {
        let mut document = Self { scope, texts: Vec::new() };
        let head = scope.facts.head(record);
        document.own(record);
        document.prose(head.summary.as_ref());
        document.prose(head.note.as_ref());
        for tag in &head.tags {
            document.push(Part::Around, tag.clone());
        }
        document
    }

    fn own(&mut self, record: RecordRef) {
        let facts = self.scope.facts;
        let at = record.at();
        self.push(Part::Name, names::name(facts, record, self.scope.lang).text);
        match record.kind {
            Kind::Region => self.region(at),
            Kind::Institution => self.institution(at),
            Kind::Program => {
                let fact = &facts.programs[at];
                self.records(&fact.organizers);
                self.prose(fact.aims.as_ref());
            }
            Kind::Topic => {
                let fact = &facts.topics[at];
                self.translations(&fact.name);
                self.aliases(&fact.also_called);
                self.record(fact.broader.map(|index| RecordRef { kind: Kind::Topic, index }));
            }
            Kind::Source => {
                let fact = &facts.sources[at];
                self.push(Part::Around, fact.publisher.clone());
                self.date(fact.published);
            }
            Kind::Outcome => {
                let fact = &facts.outcomes[at];
                self.push(Part::Around, self.scope.word(stage_key(fact.stage)));
                self.places(&fact.applied_at);
                self.records(&fact.topics);
                self.date(fact.date);
            }
            Kind::Statement => self.statement(at),
            Kind::Correction => {
                let fact = &facts.corrections[at];
                self.date(Some(fact.date));
                self.prose(Some(&fact.what));
                self.prose(Some(&fact.why));
            }
            Kind::Story => self.narrative(&facts.stories[at]),
            Kind::Page => self.narrative(&facts.pages[at]),
            Kind::Cohort | Kind::Placement | Kind::Visit | Kind::Training => self.active(record),
            Kind::Evaluation => {}
        }
        if !matches!(record.kind, Kind::Region | Kind::Institution) {
            self.push(Part::Around, self.scope.word(&format!("one_{}", record.kind.singular())));
        }
    }

    fn region(&mut self, at: usize) {
        let facts = self.scope.facts;
        let fact = &facts.regions[at];
        self.translations(&fact.name);
        self.aliases(&fact.also_called);
        for code in fact.code.iter().chain(fact.former_codes.iter().map(|(code, _)| code)) {
            self.push(Part::Alias, code.clone());
        }
        // "Lubuk Linggau" is also written in one word.
        let bare = sort_words(facts, RecordRef::new(Kind::Region, at), self.scope.lang);
        if bare.len() > 1 {
            self.push(Part::Alias, bare.concat());
        }
        self.push(Part::Around, self.scope.word(region::kind_key(fact.kind)));
        let mut above = fact.parent;
        // Parents form no circle (a rule of `check`); the bound keeps a mistake there from ending the run.
        for _ in 0..8 {
            let Some(index) = above else { break };
            self.record(Some(RecordRef { kind: Kind::Region, index }));
            above = facts.regions[index as usize].parent;
        }
    }

    fn institution(&mut self, at: usize) {
        let fact = &self.scope.facts.institutions[at];
        self.translations(&fact.name);
        if let Some(short) = &fact.short {
            self.aliases(&short.texts().map(str::to_owned).collect::<Vec<String>>());
        }
        self.aliases(&fact.also_called);
        self.push(Part::Around, self.scope.word(institution::kind_key(fact.kind)));
        self.record(fact.region.map(|index| RecordRef { kind: Kind::Region, index }));
        self.record(fact.parent.map(|index| RecordRef { kind: Kind::Institution, index }));
    }

    fn statement(&mut self, at: usize) {
        let facts = self.scope.facts;
        let fact = &facts.statements[at];
        self.push(Part::Alias, fact.speaker.clone());
        self.push(Part::Around, names::localized(facts, &fact.office, self.scope.lang).text);
        self.record(fact.institution.map(|index| RecordRef { kind: Kind::Institution, index }));
        self.date(fact.date);
        self.prose(Some(&fact.text));
    }

    fn narrative(&mut self, fact: &NarrativeFact) {
        let scope = self.scope;
        self.date(fact.date);
        self.records(&fact.about);
        self.push(Part::Around, fact.author.clone().unwrap_or_default());
        let own = fact.texts.iter().find(|text| text.lang == *scope.lang).or(fact.texts.first());
        let Some(text) = own else { return };
        let body = plain(&text.telling.body, &|binding| match text.telling.links.get(&binding.key) {
            Some(Link::Record { target, figure: None } | Link::Narrative { target, .. }) => {
                names::name(scope.facts, *target, scope.lang).text
            }
            _ => String::new(),
        });
        self.push(Part::Prose, text.summary.clone().unwrap_or_default());
        self.push(Part::Prose, body);
    }

    fn active(&mut self, record: RecordRef) {
        let facts = self.scope.facts;
        let at = record.at();
        let Some(activity) = facts.activity(record) else { return };
        self.activity(activity);
        match record.kind {
            Kind::Cohort => {
                let fact = &facts.cohorts[at];
                self.places(&fact.coordinators);
                self.record(Some(RecordRef { kind: Kind::Program, index: fact.program }));
            }
            Kind::Placement => {
                let fact = &facts.placements[at];
                self.places(&fact.coordinators);
                self.places(&fact.rotations);
                self.record(Some(RecordRef { kind: Kind::Cohort, index: fact.cohort }));
                self.prose(fact.unit.as_ref());
                self.prose(fact.reason.as_ref());
            }
            Kind::Visit => {
                let fact = &facts.visits[at];
                let kind = names::visit_kind(facts, fact.kind, fact.kind_label.as_ref(), self.scope.lang);
                self.push(Part::Around, kind);
                self.prose(fact.venue.as_ref());
            }
            _ => {
                let fact = &facts.trainings[at];
                let kind = names::training_kind(facts, fact.kind, fact.kind_label.as_ref(), self.scope.lang);
                self.push(Part::Around, kind);
                self.places(&fact.organizers);
                self.prose(fact.venue.as_ref());
            }
        }
    }

    fn activity(&mut self, activity: &Activity) {
        self.places(&activity.origin);
        self.places(&activity.host);
        self.records(&activity.topics);
        match activity.year {
            Some(year) => self.push(Part::Around, year.to_string()),
            None => self.date(activity.reported),
        }
    }

    /// Places in the words of the source, and under the names of what they resolve to.
    fn places(&mut self, places: &[PlaceFact]) {
        for place in places {
            if let Some(label) = &place.label {
                self.push(Part::Around, names::localized(self.scope.facts, label, self.scope.lang).text);
            }
            self.record(place.party);
        }
    }

    fn records(&mut self, records: &[RecordRef]) {
        for record in records {
            self.record(Some(*record));
        }
    }

    fn record(&mut self, record: Option<RecordRef>) {
        if let Some(record) = record {
            self.push(Part::Around, names::name(self.scope.facts, record, self.scope.lang).text);
        }
    }

    fn date(&mut self, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.push(Part::Around, date.year().to_string());
        }
    }

    /// A name in the languages that the page is not in: people mix them.
    fn translations(&mut self, name: &Localized) {
        let shown = names::localized(self.scope.facts, name, self.scope.lang).text;
        for text in name.texts().filter(|text| *text != shown) {
            self.push(Part::Alias, text.to_owned());
        }
    }

    fn aliases(&mut self, texts: &[String]) {
        for text in texts {
            self.push(Part::Alias, text.clone());
        }
    }

    fn prose(&mut self, text: Option<&Localized>) {
        if let Some(text) = text {
            self.push(Part::Prose, names::localized(self.scope.facts, text, self.scope.lang).text);
        }
    }

    fn push(&mut self, part: Part, text: String) {
        if !text.is_empty() {
            self.texts.push((part, text));
        }
    }
}

/// How much a word in a text of so many words counts: the lower, the more.
pub(super) fn level(part: Part, words: usize) -> usize {
    let of_name = match words {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    };
    match part {
        Part::Name => of_name,
        Part::Alias => (of_name + usize::from(words > 1)).min(2),
        Part::Around => 3,
        Part::Prose => 4,
    }
}
