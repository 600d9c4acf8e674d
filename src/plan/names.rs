//! What a record is called: its name or title, else one made from kind, origin, host and date.

use crate::derive::Facts;
use crate::derive::facts::{Activity, Head, OutcomeKind, PlaceFact, Stage, TrainingKind, VisitKind};
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::{Kind, Lang, Localized, PartialDate, RecordRef};
use std::sync::LazyLock;

/// A name and the language it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The words.
    pub text: String,
    /// Their language; where it is not the page's, the page marks it.
    pub lang: Lang,
}

/// What a record is called in `lang`, with a visible fallback to another language.
pub fn name(facts: &Facts, record: RecordRef, lang: &Lang) -> Name {
    let at = record.at();
    match record.kind {
        Kind::Region => localized(facts, &facts.regions[at].name, lang),
        Kind::Institution => localized(facts, &facts.institutions[at].name, lang),
        Kind::Topic => localized(facts, &facts.topics[at].name, lang),
        Kind::Evaluation => localized(facts, &facts.evaluations[at].indicator, lang),
        Kind::Source => source(facts, at, lang),
        _ => titled(facts, facts.head(record), lang)
            .unwrap_or_else(|| Name { text: made(facts, record, lang, true), lang: lang.clone() }),
    }
}

/// What a record is called in a list that has its date beside it: a made name without the date.
pub fn undated_name(facts: &Facts, record: RecordRef, lang: &Lang) -> Name {
    let has_made_name = matches!(
        record.kind,
        Kind::Cohort
            | Kind::Placement
            | Kind::Visit
            | Kind::Training
            | Kind::Outcome
            | Kind::Statement
            | Kind::Correction
    );
    match titled(facts, facts.head(record), lang) {
        None if has_made_name => Name { text: made(facts, record, lang, false), lang: lang.clone() },
        _ => name(facts, record, lang),
    }
}

/// The short name of an institution where it has one, else the name.
pub fn short_name(facts: &Facts, record: RecordRef, lang: &Lang) -> Name {
    if record.kind == Kind::Institution
        && let Some(short) = &facts.institutions[record.at()].short
    {
        return localized(facts, short, lang);
    }
    name(facts, record, lang)
}

/// A text of a record in `lang`, else in the default language, else as it is.
pub fn localized(facts: &Facts, text: &Localized, lang: &Lang) -> Name {
    let (found, text) = text.get(lang, facts.site.default_lang());
    Name { text: text.to_owned(), lang: found.clone() }
}

/// The interface words of a language; an empty table where the theme has none.
pub fn words<'f>(facts: &'f Facts, lang: &Lang) -> &'f Messages {
    static NONE: LazyLock<Messages> = LazyLock::new(Messages::default);
    facts.messages.iter().find(|(other, _)| other == lang).map_or(&NONE, |(_, words)| words)
}

/// What a place is called: the words of the source, else the name of the party.
pub fn place(facts: &Facts, place: &PlaceFact, lang: &Lang) -> Name {
    match (&place.label, place.party) {
        (Some(label), _) => localized(facts, label, lang),
        (None, Some(party)) => name(facts, party, lang),
        (None, None) => Name { text: words(facts, lang).get("not_stated").to_owned(), lang: lang.clone() },
    }
}

/// Places in one phrase: all of up to three, else two and the number of the others.
pub fn places(facts: &Facts, all: &[PlaceFact], lang: &Lang) -> String {
    let format = Formatter::new(words(facts, lang));
    let shown = if all.len() > 3 { 2 } else { all.len() };
    let mut texts: Vec<String> = all.iter().take(shown).map(|item| place(facts, item, lang).text).collect();
    if all.len() > shown {
        let rest = (all.len() - shown) as u64;
        texts.push(words(facts, lang).count("others", Some(rest), &format.number(rest)));
    }
    format.list(&texts)
}

/// The words for what a visit is: the source's, else the kind's.
pub fn visit_kind(facts: &Facts, kind: VisitKind, label: Option<&Localized>, lang: &Lang) -> String {
    let key = match kind {
        VisitKind::StudiTiru => "visit_kind_studi_tiru",
        VisitKind::StudiBanding => "visit_kind_studi_banding",
        VisitKind::KunjunganKerja => "visit_kind_kunjungan_kerja",
        VisitKind::Benchmarking => "visit_kind_benchmarking",
        VisitKind::Other => "visit_kind_other",
    };
    labelled(facts, key, label, lang)
}

/// The words for what a training is: the source's, else the kind's.
pub fn training_kind(facts: &Facts, kind: TrainingKind, label: Option<&Localized>, lang: &Lang) -> String {
    let key = match kind {
        TrainingKind::Diklat => "training_kind_diklat",
        TrainingKind::Bimtek => "training_kind_bimtek",
        TrainingKind::Workshop => "training_kind_workshop",
        TrainingKind::Seminar => "training_kind_seminar",
        TrainingKind::Webinar => "training_kind_webinar",
        TrainingKind::FieldStudy => "training_kind_field_study",
        TrainingKind::Other => "training_kind_other",
    };
    labelled(facts, key, label, lang)
}

/// The message key of what an outcome is.
pub fn outcome_kind_key(kind: Option<OutcomeKind>) -> &'static str {
    match kind {
        Some(OutcomeKind::ActionPlan) => "outcome_kind_action_plan",
        Some(OutcomeKind::Report) => "outcome_kind_report",
        Some(OutcomeKind::ChangeProject) => "outcome_kind_change_project",
        Some(OutcomeKind::Adoption) => "outcome_kind_adoption",
        Some(OutcomeKind::Policy) => "outcome_kind_policy",
        Some(OutcomeKind::Agreement) => "outcome_kind_agreement",
        None => "outcome_kind_none",
    }
}

fn labelled(facts: &Facts, key: &str, label: Option<&Localized>, lang: &Lang) -> String {
    let text = match label {
        Some(label) => localized(facts, label, lang).text,
        None => words(facts, lang).get(key).to_owned(),
    };
    capitalized(&text)
}

/// The text with its first letter in upper case.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The title of a source is in the language of the source, unless the record says otherwise.
fn source(facts: &Facts, at: usize, lang: &Lang) -> Name {
    let fact = &facts.sources[at];
    match (&fact.head.title, &fact.language) {
        (Some(Localized::Plain(text)), Some(own)) => Name { text: text.clone(), lang: own.clone() },
        (Some(title), _) => localized(facts, title, lang),
        (None, _) => Name { text: fact.head.id.clone(), lang: lang.clone() },
    }
}

fn titled(facts: &Facts, head: &Head, lang: &Lang) -> Option<Name> {
    head.title.as_ref().map(|title| localized(facts, title, lang)).filter(|name| !name.text.is_empty())
}

fn made(facts: &Facts, record: RecordRef, lang: &Lang, with_date: bool) -> String {
    let at = record.at();
    let (text, date) = match record.kind {
        Kind::Cohort => (cohort(facts, at, lang), None),
        Kind::Placement => {
            let activity = &facts.placements[at].activity;
            (journey(facts, activity, "name_placement", "", lang), day_of(activity))
        }
        Kind::Visit => {
            let fact = &facts.visits[at];
            let kind = visit_kind(facts, fact.kind, fact.kind_label.as_ref(), lang);
            (journey(facts, &fact.activity, "name_visit", &kind, lang), day_of(&fact.activity))
        }
        Kind::Training => (training(facts, at, lang), day_of(&facts.trainings[at].activity)),
        Kind::Outcome => (outcome(facts, at, lang), None),
        Kind::Statement => {
            let fact = &facts.statements[at];
            (words(facts, lang).fill("name_statement", &[("speaker", &fact.speaker)]), fact.date)
        }
        Kind::Correction => {
            let fact = &facts.corrections[at];
            (words(facts, lang).get("name_correction").to_owned(), Some(fact.date))
        }
        _ => (facts.head(record).id.clone(), None),
    };
    match date.filter(|_| with_date) {
        None => text,
        Some(date) => {
            let messages = words(facts, lang);
            let date = Formatter::new(messages).date(date);
            messages.fill("name_dated", &[("name", &text), ("date", &date)])
        }
    }
}

fn day_of(activity: &Activity) -> Option<PartialDate> {
    if activity.dates_of_cohort { None } else { activity.start.or(activity.end) }
}

fn cohort(facts: &Facts, at: usize, lang: &Lang) -> String {
    let fact = &facts.cohorts[at];
    let program = name(facts, RecordRef { kind: Kind::Program, index: fact.program }, lang).text;
    let origin = places(facts, &fact.activity.origin, lang);
    let messages = words(facts, lang);
    let text = match &fact.number {
        Some(number) => messages.fill("name_cohort_numbered", &[("number", number), ("program", &program)]),
        None if origin.is_empty() => messages.fill("name_cohort", &[("program", &program)]),
        None => messages.fill("name_cohort_from", &[("program", &program), ("origin", &origin)]),
    };
    match fact.activity.year {
        Some(year) => format!("{text} {year}"),
        None => text,
    }
}

fn training(facts: &Facts, at: usize, lang: &Lang) -> String {
    let fact = &facts.trainings[at];
    let kind = training_kind(facts, fact.kind, fact.kind_label.as_ref(), lang);
    let by = places(facts, if fact.organizers.is_empty() { &fact.activity.host } else { &fact.organizers }, lang);
    let topics: Vec<String> =
        fact.activity.topics.iter().take(2).map(|topic| name(facts, *topic, lang).text.to_lowercase()).collect();
    let topics = Formatter::new(words(facts, lang)).list(&topics);
    let key = match (topics.is_empty(), by.is_empty()) {
        (true, true) => "name_training",
        (false, true) => "name_training_about",
        (true, false) => "name_training_by",
        (false, false) => "name_training_about_by",
    };
    words(facts, lang).fill(key, &[("kind", &kind), ("by", &by), ("topics", &topics)])
}

fn outcome(facts: &Facts, at: usize, lang: &Lang) -> String {
    let fact = &facts.outcomes[at];
    let kind = capitalized(words(facts, lang).get(outcome_kind_key(fact.kind)));
    let of = fact.of.first().map_or_else(String::new, |record| undated_name(facts, *record, lang).text);
    // An expectation is worded as one wherever it shows (content model, section 3).
    let key = match (fact.stage, of.is_empty()) {
        (Stage::Expected, false) => "name_outcome_expected",
        (Stage::Expected, true) => "name_outcome_expected_bare",
        (_, false) => "name_outcome",
        (_, true) => "name_outcome_bare",
    };
    words(facts, lang).fill(key, &[("kind", &kind), ("of", &of)])
}

/// "{kind} {origin} to {host}" with the parts that are known.
fn journey(facts: &Facts, activity: &Activity, key: &str, kind: &str, lang: &Lang) -> String {
    let origin = places(facts, &activity.origin, lang);
    let host = places(facts, &activity.host, lang);
    let key = match (origin.is_empty(), host.is_empty()) {
        (false, false) => key.to_owned(),
        (true, false) => format!("{key}_to"),
        (false, true) => format!("{key}_from"),
        (true, true) => format!("{key}_bare"),
    };
    words(facts, lang).fill(&key, &[("kind", kind), ("origin", &origin), ("host", &host)])
}
