//! What a record is called: its name or title, else one made from kind, origin, host and date.

use crate::derive::Facts;
use crate::derive::facts::{Activity, Head, OutcomeKind, PlaceFact, TrainingKind, VisitKind};
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
        _ => titled(facts, facts.head(record), lang)
            .unwrap_or_else(|| Name { text: made(facts, record, lang), lang: lang.clone() }),
    }
}

/// The short name of an institution where it has one, else the name.
pub fn short_name(facts: &Facts, record: RecordRef, lang: &Lang) -> Name {
    if record.kind == Kind::Institution {
        if let Some(short) = &facts.institutions[record.at()].short {
            return localized(facts, short, lang);
        }
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

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn titled(facts: &Facts, head: &Head, lang: &Lang) -> Option<Name> {
    head.title.as_ref().map(|title| localized(facts, title, lang)).filter(|name| !name.text.is_empty())
}

fn made(facts: &Facts, record: RecordRef, lang: &Lang) -> String {
    let at = record.at();
    match record.kind {
        Kind::Cohort => cohort(facts, at, lang),
        Kind::Placement => {
            let activity = &facts.placements[at].activity;
            journey(facts, activity, "name_placement", "", lang)
        }
        Kind::Visit => {
            let fact = &facts.visits[at];
            let kind = visit_kind(facts, fact.kind, fact.kind_label.as_ref(), lang);
            journey(facts, &fact.activity, "name_visit", &kind, lang)
        }
        Kind::Training => training(facts, at, lang),
        Kind::Outcome => outcome(facts, at, lang),
        Kind::Statement => {
            let fact = &facts.statements[at];
            dated(facts, "name_statement", &[("speaker", &fact.speaker)], fact.date, lang)
        }
        Kind::Correction => dated(facts, "name_correction", &[], Some(facts.corrections[at].date), lang),
        _ => facts.head(record).id.clone(),
    }
}

fn cohort(facts: &Facts, at: usize, lang: &Lang) -> String {
    let fact = &facts.cohorts[at];
    let program = name(facts, RecordRef { kind: Kind::Program, index: fact.program }, lang).text;
    let origin = places(facts, &fact.activity.origin, lang);
    let text = match &fact.number {
        Some(number) => words(facts, lang).fill("name_cohort_numbered", &[("number", number), ("program", &program)]),
        None if origin.is_empty() => words(facts, lang).fill("name_cohort", &[("program", &program)]),
        None => words(facts, lang).fill("name_cohort_from", &[("program", &program), ("origin", &origin)]),
    };
    fact.activity.year.map_or(text.clone(), |year| format!("{text} {year}"))
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
    dated(
        facts,
        key,
        &[("kind", &kind), ("by", &by), ("topics", &topics)],
        fact.activity.start.or(fact.activity.end),
        lang,
    )
}

fn outcome(facts: &Facts, at: usize, lang: &Lang) -> String {
    let fact = &facts.outcomes[at];
    let kind = capitalized(words(facts, lang).get(outcome_kind_key(fact.kind)));
    let of = fact.of.first().map(|record| name(facts, *record, lang).text);
    match of {
        Some(of) => words(facts, lang).fill("name_outcome", &[("kind", &kind), ("of", &of)]),
        None => kind,
    }
}

/// "{kind} {origin} to {host}, {date}" with the parts that are known.
fn journey(facts: &Facts, activity: &Activity, key: &str, kind: &str, lang: &Lang) -> String {
    let origin = places(facts, &activity.origin, lang);
    let host = places(facts, &activity.host, lang);
    let key = match (origin.is_empty(), host.is_empty()) {
        (false, false) => key.to_owned(),
        (true, false) => format!("{key}_to"),
        (false, true) => format!("{key}_from"),
        (true, true) => format!("{key}_bare"),
    };
    let date = if activity.dates_of_cohort { None } else { activity.start.or(activity.end) };
    dated(facts, &key, &[("kind", kind), ("origin", &origin), ("host", &host)], date, lang)
}

fn dated(facts: &Facts, key: &str, values: &[(&str, &str)], date: Option<PartialDate>, lang: &Lang) -> String {
    let messages = words(facts, lang);
    let text = messages.fill(key, values);
    match date {
        None => text,
        Some(date) => messages.fill("name_dated", &[("name", &text), ("date", &Formatter::new(messages).date(date))]),
    }
}
