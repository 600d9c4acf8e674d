//! The prose of stories and standing pages: where its bindings lead, and what they say.

use super::figure::{has_figures, measure_text, value_text};
use super::picture::{medium_href, shown};
use super::row::count_text;
use super::{card, sentence};
use crate::derive::FigureName;
use crate::derive::facts::{Link, TextFact};
use crate::plan::charts::by_year::shows_years;
use crate::plan::charts::embed::{Charted, EmbedView, ProsePart, embed, marked, parted};
use crate::plan::names;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::text::markdown::{Rendered, Resolver, Shown, Target, render, scan};
use crate::value::{Count, Kind, PartialDate, RecordRef};
use std::cell::{Cell, RefCell};

/// The HTML of a narrative's text on this page, and the same in parts, with its charts.
///
/// The first picture is in sight when the page opens, unless `below` something that is seen first.
pub fn narrative(scope: &Scope<'_>, text: &TextFact, below: bool) -> (Rendered, Vec<ProsePart>) {
    // The page's title is its level 1: the highest heading of the text, whatever the author gave it, becomes level 2.
    let highest = scan(&text.telling.body).headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let bindings = Bindings { scope, text, seen: Cell::new(below), charts: RefCell::default() };
    let rendered = render(&text.telling.body, if highest > 1 { 1 } else { 2 }, &bindings);
    let (html, parts) = parted(&rendered.html, bindings.charts.into_inner());
    (Rendered { html, ..rendered }, parts)
}

struct Bindings<'s, 'p> {
    scope: &'s Scope<'p>,
    text: &'s TextFact,
    /// A picture was shown already.
    seen: Cell<bool>,
    /// The charts so far.
    charts: RefCell<Vec<EmbedView>>,
}

impl Resolver for Bindings<'_, '_> {
    fn binding(&self, key: &str, block: bool) -> Option<Target> {
        // A record that is not published is named by no word of ours: even its id would tell of it.
        let Some(link) = self.text.telling.links.get(key) else {
            return Some(Target::Text(self.scope.word("not_published")));
        };
        match link {
            Link::Record { target, figure: None } if block => Some(Target::Block(card::record(self.scope, *target))),
            Link::Record { target, figure: None } => Some(self.record(*target)),
            Link::Record { target, figure: Some(figure) } => self.figure(*target, figure, block),
            Link::Year { year, figure } => self.year(*year, figure.as_deref(), block),
            Link::Narrative { target, .. } => Some(self.record(*target)),
            _ => None,
        }
    }

    fn address(&self, address: &str) -> Option<String> {
        let scope = self.scope;
        match self.text.telling.links.get(address)? {
            Link::Record { target, .. } => scope.record_href(*target),
            Link::Year { year, .. } => scope.routes.year(*year, scope.lang).map(|path| scope.href(&path)),
            Link::Narrative { target, heading } => {
                let path = scope.routes.path(*target, scope.lang)?;
                let anchor = heading.as_ref().map_or_else(String::new, |id| format!("#{}", crate::route::encode(id)));
                Some(with_tail(scope, &path, &format!("{}{anchor}", query(address))))
            }
            Link::Media(path) => medium_href(scope, path).map(|href| href + tail(address)),
            Link::Address(path) => Some(with_tail(scope, path, tail(address))),
            Link::Heading(id) => Some(format!("#{}", crate::route::encode(id))),
            Link::External(address) => Some(address.clone()),
        }
    }

    fn picture(&self, address: &str) -> Option<Shown> {
        match self.text.telling.links.get(address)? {
            Link::Media(path) => shown(self.scope, path, self.seen.replace(true)),
            _ => None,
        }
    }

    fn word(&self, key: &str) -> String {
        self.scope.word(key)
    }
}

impl Bindings<'_, '_> {
    fn record(&self, record: RecordRef) -> Target {
        let link = self.scope.link(record);
        match link.href {
            Some(href) => Target::Link { href, text: link.text, lang: link.lang },
            None => Target::Text(link.text),
        }
    }

    fn figure(&self, record: RecordRef, figure: &str, block: bool) -> Option<Target> {
        let scope = self.scope;
        let path = scope.routes.path(record, scope.lang);
        match scope.facts.subject(record) {
            Some(subject) if figure == "by_year" || FigureName::from_word(figure).is_some() => {
                let name = names::name(scope.facts, record, scope.lang).text;
                self.of_subject(&Charted { subject, name: &name, own: Some(record), path }, figure, block)
            }
            _ => {
                let (text, has_anchor) = field(scope, record, figure)?;
                let path = path.map(|path| {
                    let anchored = has_anchor && !path.contains('#');
                    if anchored { format!("{path}#{figure}") } else { path }
                });
                let href = path.map(|path| scope.href(&path));
                Some(match href {
                    href if block => Target::Block(card::field(scope, record, figure, &text, href.as_deref())),
                    Some(href) => Target::Link { href, text, lang: None },
                    None => Target::Text(text),
                })
            }
        }
    }

    fn year(&self, year: i32, figure: Option<&str>, block: bool) -> Option<Target> {
        let scope = self.scope;
        let path = scope.routes.year(year, scope.lang);
        let text = year.to_string();
        let Some(subject) = scope.facts.year(year) else { return Some(Target::Text(text)) };
        match (figure, path) {
            (Some(figure), path) => self.of_subject(&Charted { subject, name: &text, own: None, path }, figure, block),
            (None, path) if block => {
                let sentence = sentence::other(scope, &text, subject);
                let href = path.map(|path| scope.href(&path));
                Some(Target::Block(card::link(&text, href.as_deref(), &scope.word("year"), &sentence)))
            }
            (None, Some(path)) => Some(Target::Link { href: scope.href(&path), text, lang: None }),
            (None, None) => Some(Target::Text(text)),
        }
    }

    fn of_subject(&self, of: &Charted<'_>, figure: &str, block: bool) -> Option<Target> {
        let (scope, subject) = (self.scope, of.subject);
        let has_anchor = if figure == "by_year" { shows_years(subject, of.own) } else { has_figures(subject) };
        let href = of
            .path
            .as_ref()
            .map(|path| scope.href(&if has_anchor { format!("{path}#{figure}") } else { path.clone() }));
        if figure == "by_year" {
            return Some(match (block, href) {
                (true, href) => {
                    let table = card::by_year(scope, subject, of.name, href.as_deref());
                    Target::Block(self.chart(of, figure, href, table))
                }
                (false, Some(href)) => Target::Link { href, text: scope.word("by_year"), lang: None },
                (false, None) => Target::Text(scope.word("by_year")),
            });
        }
        let found = subject.figure(FigureName::from_word(figure)?)?;
        if block && matches!(figure, "partners" | "topics") {
            let list = card::list(scope, subject, figure, of.name, href.as_deref());
            return Some(Target::Block(self.chart(of, figure, href, list)));
        }
        if block {
            let figure_card = card::figure(scope, found, of.name, href.as_deref());
            return Some(Target::Block(self.chart(of, figure, href, figure_card)));
        }
        let text = value_text(scope, found);
        Some(match href {
            Some(href) => Target::Link { href, text, lang: None },
            None => Target::Text(text),
        })
    }

    /// A chart, if there is something to draw, standing where its table does.
    fn chart(&self, of: &Charted<'_>, figure: &str, href: Option<String>, table: String) -> String {
        // A theme that takes its narratives whole sees tables.
        if !self.scope.shows("parts") {
            return table;
        }
        let number = self.charts.borrow().len();
        let Some(chart) = embed(self.scope, of, figure, number + 1) else { return table };
        self.charts.borrow_mut().push(EmbedView { title: LinkView { href, ..chart.title }, ..chart });
        marked(number, &table)
    }
}

/// What stands behind the path of an address, from `?` or `#` on.
fn tail(address: &str) -> &str {
    let address = address.trim();
    address.find(['?', '#']).map_or("", |at| &address[at..])
}

/// What is asked of the page at an address: `?q=magang`.
fn query(address: &str) -> &str {
    tail(address).split('#').next().unwrap_or_default()
}

/// The address of a page as this page writes it, with a tail that stays as it was written.
fn with_tail(scope: &Scope<'_>, path: &str, tail: &str) -> String {
    let is_here = path == scope.page.path && tail.starts_with('#');
    if is_here { tail.to_owned() } else { scope.href(path) + tail }
}

/// A field of a record in words, and whether its page has an anchor of that name.
fn field(scope: &Scope<'_>, record: RecordRef, name: &str) -> Option<(String, bool)> {
    if let (Kind::Evaluation, "n") = (record.kind, name) {
        return Some((measure_text(scope, scope.facts.evaluations[record.at()].n), false));
    }
    if let Some(count) = count_field(scope, record, name) {
        return Some(match count {
            Some(count) => (count_text(scope, count), true),
            None => (scope.word("format_unknown"), false),
        });
    }
    let date = date_field(scope, record, name)?;
    // The dates of its cohort are no rows of a placement's own page.
    let has_anchor = !scope.facts.activity(record).is_some_and(|activity| activity.dates_of_cohort);
    Some(date.map_or_else(|| (scope.word("format_unknown"), false), |date| (scope.format.date(date), has_anchor)))
}

fn count_field(scope: &Scope<'_>, record: RecordRef, name: &str) -> Option<Option<Count>> {
    let (facts, at) = (scope.facts, record.at());
    Some(match (record.kind, name) {
        (Kind::Cohort, "participants") => facts.cohorts[at].participants,
        (Kind::Cohort, "applicants") => facts.cohorts[at].applicants,
        (Kind::Cohort, "selected") => facts.cohorts[at].selected,
        (Kind::Cohort, "completed") => facts.cohorts[at].completed,
        (Kind::Placement, "count") => facts.placements[at].count,
        (Kind::Visit, "delegates") => facts.visits[at].delegates,
        (Kind::Training, "participants") => facts.trainings[at].participants,
        (Kind::Training, "hours") => facts.trainings[at].hours,
        (Kind::Region, "population") => facts.regions[at].population.map(Count::exact),
        _ => return None,
    })
}

fn date_field(scope: &Scope<'_>, record: RecordRef, name: &str) -> Option<Option<PartialDate>> {
    let (facts, at) = (scope.facts, record.at());
    let activity = facts.activity(record);
    Some(match (record.kind, name) {
        (_, "updated") => facts.head(record).updated,
        (Kind::Program, "start") => facts.programs[at].start,
        (Kind::Program, "end") => facts.programs[at].end,
        (Kind::Source, "published") => facts.sources[at].published,
        (Kind::Source, "accessed") => facts.sources[at].accessed,
        (Kind::Outcome, "date") => facts.outcomes[at].date,
        (Kind::Correction, "date") => Some(facts.corrections[at].date),
        (Kind::Story, "date") => facts.stories[at].date,
        (Kind::Statement, "date") => facts.statements[at].date,
        (Kind::Evaluation, "date") => facts.evaluations[at].date,
        (_, "start") => activity?.start,
        (_, "end") => activity?.end,
        (_, "reported") => activity?.reported,
        _ => return None,
    })
}
