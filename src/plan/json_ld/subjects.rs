//! One node a kind of record.

use super::{Maker, Node, sure};
use crate::derive::facts::{Activity, InstitutionKind, PlaceFact, Status};
use crate::plan::names;
use crate::value::{Kind, RecordRef};
use serde_json::Value;

impl Maker<'_> {
    /// What a record is, in the words of schema.org.
    pub(super) fn record(&self, record: RecordRef, url: String) -> Value {
        let facts = self.facts();
        let (head, at) = (facts.head(record), record.at());
        let node = match record.kind {
            Kind::Region => self.region(at),
            Kind::Institution => self.institution(at),
            Kind::Program => self.program(at),
            Kind::Topic => Node::new("DefinedTerm"),
            Kind::Source => self.source(at),
            Kind::Cohort => {
                let fact = &facts.cohorts[at];
                let program = RecordRef { kind: Kind::Program, index: fact.program };
                self.event("EducationEvent", &fact.activity).with("superEvent", self.brief("EventSeries", program))
            }
            Kind::Placement => {
                let fact = &facts.placements[at];
                let cohort = RecordRef { kind: Kind::Cohort, index: fact.cohort };
                self.event("Event", &fact.activity).with("superEvent", self.brief("EducationEvent", cohort))
            }
            Kind::Visit => self.event("Event", &facts.visits[at].activity),
            Kind::Training => {
                let fact = &facts.trainings[at];
                self.event("EducationEvent", &fact.activity).with("organizer", self.places(&fact.organizers, true))
            }
            Kind::Outcome => self.outcome(at),
            Kind::Correction => {
                let fact = &facts.corrections[at];
                Node::new("CorrectionComment")
                    .with("datePublished", sure(fact.date))
                    .with("text", self.local(Some(&fact.what)))
            }
            Kind::Story => self.story(at),
            Kind::Page => Node::new("WebPage").with("inLanguage", self.lang.as_str()),
            Kind::Evaluation | Kind::Statement => Node::new("CreativeWork"),
        };
        let name_key = if record.kind == Kind::Story { "headline" } else { "name" };
        node.with(name_key, names::name(facts, record, self.lang).text)
            .with("url", url)
            .with("description", self.local(head.summary.as_ref()))
            .with("dateModified", head.updated.and_then(sure))
            .done()
    }

    /// Words of an office-holder.
    pub(super) fn quotation(&self, statement: RecordRef) -> Option<Value> {
        let fact = self.facts().statements.get(statement.at())?;
        let speaker = Node::new("Person")
            .with("name", fact.speaker.as_str())
            .with("jobTitle", self.local(Some(&fact.office)))
            .done();
        let is_quotation = fact.verbatim == Some(true);
        let node = Node::new(if is_quotation { "Quotation" } else { "CreativeWork" })
            .with("text", self.local(Some(&fact.text)))
            .with(if is_quotation { "creator" } else { "about" }, speaker)
            .with("dateCreated", fact.date.and_then(sure))
            .with("citation", self.citations(statement));
        Some(node.done())
    }

    fn region(&self, at: usize) -> Node {
        let fact = &self.facts().regions[at];
        let parent = fact.parent.map(|index| RecordRef { kind: Kind::Region, index });
        let identifiers: Vec<Value> =
            [fact.code.as_deref(), fact.iso.as_deref()].into_iter().flatten().map(Value::from).collect();
        Node::new("AdministrativeArea")
            .with("identifier", identifiers)
            .with("alternateName", fact.also_called.clone())
            .with("containedInPlace", parent.map(|parent| self.brief("AdministrativeArea", parent)))
    }

    fn institution(&self, at: usize) -> Node {
        let fact = &self.facts().institutions[at];
        let kind = match fact.kind {
            InstitutionKind::University => "CollegeOrUniversity",
            InstitutionKind::Association | InstitutionKind::Other | InstitutionKind::Foreign => "Organization",
            InstitutionKind::Media => "NewsMediaOrganization",
            _ => "GovernmentOrganization",
        };
        let region = fact.region.map(|index| RecordRef { kind: Kind::Region, index });
        let parent = fact.parent.map(|index| RecordRef { kind: Kind::Institution, index });
        Node::new(kind)
            .with("sameAs", fact.url.clone())
            .with("alternateName", fact.also_called.clone())
            .with("location", region.map(|region| self.brief("AdministrativeArea", region)))
            .with("parentOrganization", parent.map(|parent| self.brief("Organization", parent)))
    }

    fn program(&self, at: usize) -> Node {
        let fact = &self.facts().programs[at];
        let organizers: Vec<Value> = fact.organizers.iter().map(|party| self.party(*party)).collect();
        Node::new("EducationalOccupationalProgram")
            .with("provider", organizers)
            .with("startDate", fact.start.and_then(sure))
            .with("endDate", fact.end.and_then(sure))
    }

    fn source(&self, at: usize) -> Node {
        let fact = &self.facts().sources[at];
        let publisher = Node::new("Organization").with("name", fact.publisher.as_str()).done();
        Node::new("CreativeWork")
            .with("publisher", publisher)
            .with("sameAs", fact.url.clone())
            .with("datePublished", fact.published.and_then(sure))
            .with("inLanguage", fact.language.as_ref().map(|lang| lang.as_str()))
    }

    fn outcome(&self, at: usize) -> Node {
        let fact = &self.facts().outcomes[at];
        let of: Vec<Value> = fact.of.iter().map(|record| self.brief("Event", *record)).collect();
        Node::new("CreativeWork")
            .with("creativeWorkStatus", crate::plan::outputs::word(fact.stage))
            .with("about", of)
            .with("dateCreated", fact.date.and_then(sure))
    }

    fn story(&self, at: usize) -> Node {
        let fact = &self.facts().stories[at];
        let text = fact.texts.iter().find(|text| text.lang == *self.lang).or(fact.texts.first());
        let about: Vec<Value> = fact.about.iter().map(|record| self.brief("Thing", *record)).collect();
        let author = fact.author.as_deref().map(|name| Node::new("Person").with("name", name).done());
        Node::new("NewsArticle")
            .with("abstract", text.and_then(|text| text.summary.clone()))
            .with("inLanguage", text.map(|text| text.lang.as_str()))
            .with("datePublished", fact.date.and_then(sure))
            .with("author", author.or_else(|| self.publisher()))
            .with("publisher", self.publisher())
            .with("about", about)
    }

    fn event(&self, kind: &str, activity: &Activity) -> Node {
        let own = !activity.dates_of_cohort;
        let status = match activity.status {
            Some(Status::Cancelled) => Some("https://schema.org/EventCancelled"),
            Some(_) => Some("https://schema.org/EventScheduled"),
            None => None,
        };
        let topics: Vec<Value> = activity.topics.iter().map(|topic| self.brief("DefinedTerm", *topic)).collect();
        Node::new(kind)
            .with("startDate", activity.start.filter(|_| own).and_then(sure))
            .with("endDate", activity.end.filter(|_| own).and_then(sure))
            .with("eventStatus", status)
            .with("location", self.places(&activity.host, false))
            .with("attendee", self.places(&activity.origin, true))
            .with("about", topics)
    }

    /// Places as where something is, or as organizations that do something.
    fn places(&self, places: &[PlaceFact], actors: bool) -> Vec<Value> {
        let one = |place: &PlaceFact| match (place.party, actors) {
            (Some(party), true) => self.party(party),
            (Some(party), false) => self.brief("Place", party),
            (None, _) => {
                let kind = if actors { "Organization" } else { "Place" };
                Node::new(kind).with("name", names::place(self.facts(), place, self.lang).text).done()
            }
        };
        places.iter().map(one).collect()
    }

    fn party(&self, party: RecordRef) -> Value {
        self.brief(if party.kind == Kind::Region { "AdministrativeArea" } else { "Organization" }, party)
    }

    fn citations(&self, record: RecordRef) -> Vec<Value> {
        self.facts().head(record).sources.iter().map(|source| self.brief("CreativeWork", *source)).collect()
    }
}
