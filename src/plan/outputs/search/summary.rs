//! What a result of the search shows: the name, and a line that says more.

use super::order::date;
use crate::plan::names;
use crate::plan::outputs::absolute;
use crate::plan::pages::{institution, region};
use crate::plan::parts::item::{stage_key, when};
use crate::plan::scope::Scope;
use crate::value::{Kind, Localized, RecordRef};

/// A line of context is not longer than so many letters, plus the rest of the last word.
const LINE: usize = 130;

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The name.
    pub title: String,
    /// The address, relative to the root of the site.
    pub href: String,
    /// The line below.
    pub context: String,
    /// The language of the name, where it is not the page's.
    pub lang: Option<String>,
}

/// What the result of a record shows in the language of the scope.
pub(super) fn summary(scope: &Scope<'_>, record: RecordRef) -> Summary {
    let name = match record.kind {
        // The date stands in the line below.
        Kind::Cohort | Kind::Placement | Kind::Visit | Kind::Training => {
            names::undated_name(scope.facts, record, scope.lang)
        }
        _ => names::name(scope.facts, record, scope.lang),
    };
    let path = scope.routes.path(record, scope.lang).unwrap_or_default();
    let parts: Vec<String> = context(scope, record).into_iter().filter(|part| !part.is_empty()).collect();
    Summary {
        lang: scope.lang_mark(&name.lang),
        title: name.text,
        href: absolute("", &path),
        context: parts.join(" · "),
    }
}

fn context(scope: &Scope<'_>, record: RecordRef) -> Vec<String> {
    let facts = scope.facts;
    let at = record.at();
    let name = |kind, index: Option<u32>| {
        index.map_or_else(String::new, |index| names::name(facts, RecordRef { kind, index }, scope.lang).text)
    };
    let activities = || {
        let number = facts.subject(record).map_or(0, |subject| subject.lists.activities());
        if number == 0 { String::new() } else { scope.count("n_activities", number) }
    };
    match record.kind {
        Kind::Region => {
            let fact = &facts.regions[at];
            let code = fact.code.as_ref();
            let code = code.map_or_else(String::new, |code| scope.words.fill("code_label", &[("code", code)]));
            vec![scope.word(region::kind_key(fact.kind)), name(Kind::Region, fact.parent), code, activities()]
        }
        Kind::Institution => {
            let fact = &facts.institutions[at];
            vec![scope.word(institution::kind_key(fact.kind)), name(Kind::Region, fact.region), activities()]
        }
        Kind::Topic => {
            vec![name(Kind::Topic, facts.topics[at].broader), activities()]
        }
        Kind::Program => {
            let organizers = facts.programs[at].organizers.iter();
            let organizers: Vec<String> =
                organizers.map(|record| names::short_name(facts, *record, scope.lang).text).collect();
            vec![scope.format.list(&organizers), activities()]
        }
        Kind::Statement => {
            let fact = &facts.statements[at];
            let office = names::localized(facts, &fact.office, scope.lang).text;
            vec![office, day(scope, record), line(scope, Some(&fact.text))]
        }
        Kind::Outcome => vec![scope.word(stage_key(facts.outcomes[at].stage)), day(scope, record)],
        Kind::Correction => vec![line(scope, Some(&facts.corrections[at].what))],
        Kind::Source => vec![facts.sources[at].publisher.clone(), day(scope, record)],
        Kind::Story => vec![day(scope, record), line(scope, facts.head(record).summary.as_ref())],
        Kind::Page => vec![line(scope, facts.head(record).summary.as_ref())],
        Kind::Cohort | Kind::Placement | Kind::Visit | Kind::Training => {
            let topics: &[RecordRef] = facts.activity(record).map_or(&[], |activity| &activity.topics);
            let topics: Vec<String> =
                topics.iter().take(3).map(|topic| names::name(facts, *topic, scope.lang).text).collect();
            vec![when(scope, record).0, scope.format.list(&topics)]
        }
        Kind::Evaluation => Vec::new(),
    }
}

/// The date in words; nothing where none is known.
fn day(scope: &Scope<'_>, record: RecordRef) -> String {
    date(scope.facts, record).map_or_else(String::new, |date| scope.format.date(date))
}

/// The beginning of a text, cut between words.
fn line(scope: &Scope<'_>, text: Option<&Localized>) -> String {
    let Some(text) = text else { return String::new() };
    let text = names::localized(scope.facts, text, scope.lang).text;
    let Some((cut, _)) = text.char_indices().nth(LINE) else { return text };
    match text[cut..].find(char::is_whitespace) {
        Some(rest) => format!("{}…", text[..cut + rest].trim_end_matches([',', '.', ';', ':'])),
        None => text,
    }
}
