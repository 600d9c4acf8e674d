//! Figures: the number in words, what it rests on, where its records stand.

use crate::derive::{Figure, FigureName, FigureValue, Measure, Subject};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, State};
use std::collections::BTreeSet;

view! {
    /// A figure with everything a reader may ask of it.
    pub struct FigureView {
        /// Its name in data files and narratives: `people_hosted`.
        pub name: String,
        /// Its name in words.
        pub label: String,
        /// Its value in words or digits; `0` where it is zero.
        pub text: String,
        /// The number alone, for large type; the text where there is none.
        pub big: String,
        /// What stands before or after the number in words: "at least"; may be empty.
        pub qualifier: String,
        /// `exact`, `approximate`, `range`, `at-least`, `unknown`, `hidden`, `not-applicable`, `date`.
        pub state: String,
        /// Whether it is exactly nothing, so that a large figure says "none yet" instead.
        pub zero: bool,
        /// Whether it is a number and not words.
        pub numeric: bool,
        /// What colour it has: `host`, `origin`, `visit`, `training`, `outcome` or empty.
        pub tone: String,
        /// How many records state the number; empty where each does.
        pub coverage: String,
        /// The section that lists the records it rests on.
        pub records_href: Option<String>,
    }
}

/// Every figure of a subject. `sections` are the anchors that the page has.
pub fn figures(scope: &Scope<'_>, subject: &Subject, sections: &BTreeSet<String>) -> Vec<FigureView> {
    subject.figures.iter().map(|figure| view_of(scope, figure, sections)).collect()
}

/// The three figures that say most about a subject: what happened here, and what came of it.
///
/// With `roles` the subject sends and hosts; without, sent and hosted are the same people.
pub fn lead(scope: &Scope<'_>, all: &[FigureView], subject: &Subject, roles: bool) -> Vec<FigureView> {
    let found = |word: &str| all.iter().find(|figure| figure.name == word);
    let alive = |figure: &&FigureView| !figure.zero && figure.state != "not-applicable";
    let order: &[&str] = if roles {
        &["people_hosted", "people_sent", "visits_received", "visits_made", "trainings", "cohorts", "placements"]
    } else {
        &["people_sent", "visits_made", "trainings", "cohorts", "placements"]
    };
    let mut lead: Vec<FigureView> = order
        .iter()
        .filter_map(|word| found(word).filter(alive))
        .filter(|figure| !(figure.state == "unknown" && rests_on(subject, &figure.name) == 0))
        .take(2)
        .cloned()
        .collect();
    if lead.is_empty() {
        return lead;
    }
    if let Some(verified) = found("outcomes_verified").filter(|_| has_outcomes(subject)) {
        let stages: Vec<String> = [("outcomes_expected", "stage_expected"), ("outcomes_reported", "stage_reported")]
            .iter()
            .filter_map(|(word, stage)| Some((found(word)?, scope.word(stage))))
            .map(|(figure, stage)| scope.words.fill("figure_part", &[("n", &figure.text), ("label", &stage)]))
            .collect();
        let mut verified = verified.clone();
        verified.coverage = scope.format.list(&stages);
        lead.push(verified);
    } else if let Some(third) = order
        .iter()
        .filter_map(|word| found(word).filter(alive))
        .find(|figure| !lead.iter().any(|l| l.name == figure.name))
    {
        lead.push(third.clone());
    }
    lead
}

/// Whether a page shows the figures of a subject: one that no record touches has none to show.
pub fn has_figures(subject: &Subject) -> bool {
    let lists = &subject.lists;
    lists.activities() > 0 || !lists.apart.is_empty() || !lists.outcomes.is_empty() || !lists.stories.is_empty()
}

/// The value of a figure in words.
pub fn value_text(scope: &Scope<'_>, figure: &Figure) -> String {
    match figure.value {
        FigureValue::Number(measure) => measure_text(scope, measure),
        FigureValue::Date(Some(date)) => scope.format.date(date),
        FigureValue::Date(None) => scope.word("format_unknown"),
    }
}

/// A measure in words.
pub fn measure_text(scope: &Scope<'_>, measure: Measure) -> String {
    scope.format.interval(measure.state, measure.low, measure.high, measure.tenths)
}

/// The message key of a figure's name.
pub fn label_key(name: FigureName) -> String {
    format!("figure_{}", name.word().replace('-', "_"))
}

fn view_of(scope: &Scope<'_>, figure: &Figure, sections: &BTreeSet<String>) -> FigureView {
    let (state, zero, numeric) = match figure.value {
        FigureValue::Number(measure) => {
            (measure.state.word(), measure.state == State::Exact && measure.is_zero(), measure.low.is_some())
        }
        FigureValue::Date(Some(_)) => ("date", false, false),
        FigureValue::Date(None) => ("unknown", false, false),
    };
    let (big, qualifier) = in_large_type(scope, figure);
    FigureView {
        name: figure.name.word().to_owned(),
        big,
        qualifier,
        label: scope.word(&label_key(figure.name)),
        text: value_text(scope, figure),
        state: state.to_owned(),
        zero,
        numeric,
        tone: tone(figure.name).to_owned(),
        coverage: coverage(scope, figure),
        records_href: records_href(figure, sections),
    }
}

/// The number and the words around it, apart: in large type the words would drown the number.
fn in_large_type(scope: &Scope<'_>, figure: &Figure) -> (String, String) {
    let text = value_text(scope, figure);
    let FigureValue::Number(measure) = figure.value else { return (text, String::new()) };
    let key = match measure.state {
        State::AtLeast => "format_at_least",
        State::Approximate => "format_about",
        _ => return (text, String::new()),
    };
    let number = scope.format.interval(State::Exact, measure.low, measure.low, measure.tenths);
    let qualifier = scope.words.get(key).replace("{value}", "").trim().to_owned();
    (number, qualifier)
}

fn tone(name: FigureName) -> &'static str {
    match name {
        FigureName::PeopleHosted | FigureName::Placements | FigureName::PlacementHeads => "host",
        FigureName::PeopleSent | FigureName::Cohorts | FigureName::PersonMonths => "origin",
        FigureName::VisitsMade
        | FigureName::VisitsReceived
        | FigureName::DelegatesSent
        | FigureName::DelegatesReceived => "visit",
        FigureName::Trainings => "training",
        FigureName::Outcomes(_) => "outcome",
        _ => "",
    }
}

/// "8 of 36 placements state a number": said where the number depends on what records state.
fn coverage(scope: &Scope<'_>, figure: &Figure) -> String {
    let counts_statements = matches!(
        figure.name,
        FigureName::PeopleSent
            | FigureName::PeopleHosted
            | FigureName::PlacementHeads
            | FigureName::PersonMonths
            | FigureName::DelegatesSent
            | FigureName::DelegatesReceived
    );
    let all = u64::from(figure.stated) + u64::from(figure.silent);
    if !counts_statements || all == 0 {
        return String::new();
    }
    let noun = match figure.basis.first().map(|record| record.kind) {
        Some(kind) if figure.basis.iter().all(|record| record.kind == kind) => kind.plural(),
        _ => "records",
    };
    let key = match (figure.name, figure.stated) {
        (FigureName::PersonMonths, _) => "coverage_months",
        (_, 1) => "coverage_one",
        _ => "coverage",
    };
    let of = scope.words.count(&format!("n_{noun}"), Some(all), &scope.format.number(all));
    scope.words.fill(key, &[("stated", &scope.format.number(u64::from(figure.stated))), ("of", &of)])
}

fn records_href(figure: &Figure, sections: &BTreeSet<String>) -> Option<String> {
    let first = figure.basis.first()?;
    let wanted = match figure.name {
        FigureName::Partners => "list-partners".to_owned(),
        FigureName::Topics => "list-topics".to_owned(),
        FigureName::Planned => "list-planned".to_owned(),
        FigureName::Outcomes(_) => "list-outcomes".to_owned(),
        _ => format!("list-{}", first.kind.plural()),
    };
    [wanted, "by_year".to_owned(), format!("list-{}", Kind::Visit.plural())]
        .into_iter()
        .find(|anchor| sections.contains(anchor))
        .map(|anchor| format!("#{anchor}"))
}

fn rests_on(subject: &Subject, word: &str) -> usize {
    FigureName::from_word(word).and_then(|name| subject.figure(name)).map_or(0, |figure| figure.basis.len())
}

fn has_outcomes(subject: &Subject) -> bool {
    !subject.lists.outcomes.is_empty()
}
