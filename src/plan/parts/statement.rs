//! Statements of office-holders and evaluations: anchors on the page of what they are about.

use super::figure::measure_text;
use super::link::{LinkView, SourceMark, Text};
use crate::plan::Owner;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef, State};

view! {
    /// Words of an office-holder, or their gist.
    pub struct StatementView {
        /// The anchor, on the page that the statement belongs to; none elsewhere.
        pub anchor: Option<String>,
        /// Where the statement stands, if not here.
        pub href: Option<String>,
        /// Who speaks.
        pub speaker: String,
        /// In which office.
        pub office: Text,
        /// Of which institution.
        pub institution: Option<LinkView>,
        /// When.
        pub date: Option<LinkView>,
        /// The words, or their gist.
        pub text: Text,
        /// Whether these are the very words.
        pub verbatim: bool,
        /// Whether it is known that these are not; else nobody says.
        pub gist: bool,
        /// What it is about, this page left out.
        pub about: Vec<LinkView>,
        /// Its sources.
        pub marks: Vec<SourceMark>,
    }
}

view! {
    /// A measured aggregate; hidden where it is about too few people.
    pub struct EvaluationView {
        /// The anchor, on the page that the evaluation belongs to; none elsewhere.
        pub anchor: Option<String>,
        /// What was measured.
        pub indicator: Text,
        /// The value with its unit, or the word for hidden.
        pub value: String,
        /// Whether the value is withheld.
        pub hidden: bool,
        /// Its scale.
        pub scale: Option<Text>,
        /// Over how many people.
        pub people: String,
        /// How.
        pub method: Option<Text>,
        /// When.
        pub date: Option<LinkView>,
        /// What it is about, this page left out.
        pub about: Vec<LinkView>,
        /// Its sources.
        pub marks: Vec<SourceMark>,
    }
}

/// The statement at `index`.
pub fn statement(scope: &Scope<'_>, index: u32) -> StatementView {
    let record = RecordRef { kind: Kind::Statement, index };
    let fact = &scope.facts.statements[record.at()];
    let here = stands_here(scope, record);
    StatementView {
        anchor: here.then(|| scope.routes.anchor(record)),
        href: if here { None } else { scope.record_href(record) },
        speaker: fact.speaker.clone(),
        office: scope.named(&fact.office),
        institution: fact.institution.map(|index| scope.link(RecordRef { kind: Kind::Institution, index })),
        date: fact.date.map(|date| scope.date(date)),
        text: scope.prose(&fact.text),
        verbatim: fact.verbatim == Some(true),
        gist: fact.verbatim == Some(false),
        about: others(scope, &fact.about),
        marks: scope.marks(&fact.head.sources),
    }
}

/// The evaluation at `index`.
pub fn evaluation(scope: &Scope<'_>, index: u32) -> EvaluationView {
    let record = RecordRef { kind: Kind::Evaluation, index };
    let fact = &scope.facts.evaluations[record.at()];
    let unit = fact.unit.as_ref().map(|unit| scope.prose(unit).text);
    let hidden = fact.value.is_none();
    let value = match (&fact.value, unit) {
        (None, _) => scope.word("format_hidden"),
        (Some(value), None) => value.clone(),
        (Some(value), Some(unit)) if unit == "%" => format!("{value}%"),
        (Some(value), Some(unit)) => format!("{value} {unit}"),
    };
    let exact = fact.n.low.filter(|_| fact.n.state == State::Exact);
    EvaluationView {
        anchor: stands_here(scope, record).then(|| scope.routes.anchor(record)),
        indicator: scope.prose(&fact.indicator),
        value,
        hidden,
        scale: fact.scale.as_ref().map(|text| scope.prose(text)),
        people: match fact.n.low {
            Some(_) => scope.words.count("people_measured", exact, &measure_text(scope, fact.n)),
            None => measure_text(scope, fact.n),
        },
        method: fact.method.as_ref().map(|text| scope.prose(text)),
        date: fact.date.map(|date| scope.date(date)),
        about: others(scope, &fact.of),
        marks: scope.marks(&fact.head.sources),
    }
}

/// Whether this page is the one that holds the record's anchor.
pub fn stands_here(scope: &Scope<'_>, record: RecordRef) -> bool {
    scope
        .routes
        .path(record, scope.lang)
        .and_then(|path| path.split_once('#').map(|(page, _)| page == scope.page.path))
        .unwrap_or(false)
}

fn others(scope: &Scope<'_>, records: &[RecordRef]) -> Vec<LinkView> {
    let here = scope.owner();
    let is_here = |record: &RecordRef| here == Some(Owner::Record(*record));
    records.iter().filter(|record| !is_here(record)).map(|record| scope.link(*record)).collect()
}
