//! The fields that every record may carry.

use crate::check::describe::Shape;
use crate::check::record::{Fields, Scope, date, flag, id, instant, localized, located, reference, text};
use crate::check::rules::consent_repair;
use crate::check::yaml::Node;
use crate::diag::{Bilingual, Code, Diagnostic};
use crate::diag::{Located, Span};
use crate::value::Kind;
use crate::value::{Localized, PartialDate, RecordRef};
use chrono::{DateTime, FixedOffset};

/// Fields of every record. `internal` is not among them: it is never kept.
#[derive(Clone, Debug)]
pub struct Common {
    /// The id, unique within its kind; a statement without one gets one that is not published.
    pub id: Located<String>,
    /// The whole record.
    pub span: Span,
    /// The title as written; a generated one is made by the theme's words.
    pub title: Option<Localized>,
    /// One or two sentences.
    pub summary: Option<Localized>,
    /// Where this was read; references to sources.
    pub sources: Vec<Located<RecordRef>>,
    /// Free words.
    pub tags: Vec<String>,
    /// Written, not meant for the public yet: a draft, or under embargo on the day of the clock.
    pub draft: bool,
    /// Not before this moment.
    pub publish_at: Option<DateTime<FixedOffset>>,
    /// Last change of substance.
    pub updated: Option<PartialDate>,
    /// Old addresses.
    pub aliases: Vec<Located<String>>,
    /// A remark, shown.
    pub note: Option<Localized>,
    /// Named participants, with their consent.
    pub people: Vec<Person>,
    /// Silenced findings.
    pub allow: Vec<Allow>,
    /// Draft, under embargo, or resting on a record that is: it exists nowhere in the output.
    pub hidden: bool,
}

/// A named participant. Names are checked for consent and not published by the default theme.
#[derive(Clone, Debug)]
pub struct Person {
    /// The full name.
    pub name: Located<String>,
    /// When consent was given.
    pub consent_date: PartialDate,
    /// To what.
    pub consent_scope: String,
    /// Until when it holds.
    pub consent_until: Option<PartialDate>,
}

/// A silenced finding and its reason.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The code.
    pub code: Located<String>,
    /// Why it is right here.
    pub why: String,
}

/// How a kind is titled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Titled {
    /// It has a name; a title is unknown to it.
    Named,
    /// It may have a title.
    Optional,
    /// It must have a title.
    Required,
    /// It is a narrative: title and summary are read file by file.
    Narrative,
}

impl Common {
    /// Reads the fields that every record may carry.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>, titled: Titled) -> Self {
        let span = fields.span();
        let id = match fields.scope.generated_id.clone() {
            Some(generated) => {
                // A narrative is called by its file; an `id` of its own would be a second name.
                if titled != Titled::Narrative {
                    fields.read_elsewhere("id", Shape::Id);
                }
                Some(Located::new(generated, span))
            }
            None => fields.required("id", located(id)),
        };
        let title = match titled {
            Titled::Named | Titled::Narrative => None,
            Titled::Optional => fields.optional("title", localized),
            Titled::Required => fields.required("title", localized),
        };
        fields.skip("internal");
        let mut common = Self {
            // A record without a usable id is read for its findings only, never kept.
            id: id.unwrap_or_else(|| Located::new(String::new(), span)),
            span,
            title,
            summary: if titled == Titled::Narrative { None } else { fields.optional("summary", localized) },
            sources: fields.list("sources", reference(&[Kind::Source])).unwrap_or_default(),
            tags: fields.list("tags", text).unwrap_or_default(),
            draft: fields.optional("draft", flag).unwrap_or(false),
            publish_at: fields.optional("publish_at", instant),
            updated: fields.optional("updated", date),
            aliases: fields.list("aliases", located(text)).unwrap_or_default(),
            note: fields.optional("note", localized),
            people: fields.list("people", person).unwrap_or_default(),
            allow: fields.list("allow", allow).unwrap_or_default(),
            hidden: fields.scope.hidden,
        };
        let now = fields.scope.context.index.now;
        common.draft |= common.publish_at.is_some_and(|at| at > now);
        common
    }
}

fn person<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Person> {
    let mut fields = Fields::nested(scope, node, "{name: …, consent: {date: 2022-11-07, scope: …}}")?;
    let name = fields.required("name", located(text));
    let is_given = fields.expected("consent").is_some();
    let consent = fields.optional("consent", consent);
    fields.finish();
    scope.field = "people";
    if !is_given {
        scope.push(
            Diagnostic::at(
                Code::P001,
                node.span,
                Bilingual::new("Seseorang disebut namanya tanpa persetujuan.", "A person is named without consent."),
            )
            .masked()
            .note(consent_repair()),
        );
        return None;
    }
    let (consent_date, consent_scope, consent_until) = consent?;
    Some(Person { name: name?, consent_date, consent_scope, consent_until })
}

/// When it was given, to what, until when.
fn consent<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<(PartialDate, String, Option<PartialDate>)> {
    let mut fields = Fields::nested(scope, node, "{date: 2022-11-07, scope: …}")?;
    let given = fields.required("date", date);
    let to = fields.required("scope", text);
    let until = fields.optional("until", date);
    fields.finish();
    Some((given?, to?, until))
}

fn allow<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Allow> {
    let mut fields = Fields::nested(scope, node, "{code: R007, why: …}")?;
    let code = fields.required("code", located(text));
    let why = fields.required("why", text);
    fields.finish();
    Some(Allow { code: code?, why: why? })
}
