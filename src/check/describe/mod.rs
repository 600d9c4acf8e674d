//! What records may hold, told by the readers that check them.
//!
//! A kind's reader runs over nothing; each reader of a value says what it would read. So the schemas
//! for editors and the reference for people cannot differ from what is checked.
//!
//! 1. `shape` is what a field may hold, and the table that grows while readers speak;
//! 2. `words` has the sentence and the example of every field, in both languages;
//! 3. `schema` makes JSON Schemas of both; `reference` makes `docs/records.md`.

mod reference;
mod schema;
mod shape;
mod words;

pub use reference::reference;
pub use schema::{Subject, schema};
pub use shape::{Described, Description, Shape};
pub use words::{Words, is_common, words};

use super::catalog::{
    Cohort, Correction, Evaluation, Institution, Outcome, Placement, Program, Region, Site, Source, Statement, Topic,
    Training, Visit,
};
use super::index::Index;
use super::narrative;
use super::record::{Context, Fields, Scope};
use super::table::Gathered;
use super::yaml::{Node, Value};
use crate::diag::{FileId, Places, Report, Span};
use crate::options::Options;
use crate::value::Kind;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What readers are given while they describe.
pub(in crate::check) static NOTHING: Node<'static> =
    Node { value: Value::Empty, span: Span { file: FileId(0), start: 0, end: 0 } };

/// The fields of a kind's records; those of its front matter for narratives.
pub fn fields_of(kind: Kind) -> Vec<Described> {
    describe(kind, |fields| match kind {
        Kind::Region => drop(Region::read(fields)),
        Kind::Institution => drop(Institution::read(fields)),
        Kind::Program => drop(Program::read(fields)),
        Kind::Topic => drop(Topic::read(fields)),
        Kind::Source => drop(Source::read(fields)),
        Kind::Cohort => drop(Cohort::read(fields)),
        Kind::Placement => drop(Placement::read(fields)),
        Kind::Visit => drop(Visit::read(fields)),
        Kind::Training => drop(Training::read(fields)),
        Kind::Outcome => drop(Outcome::read(fields)),
        Kind::Evaluation => drop(Evaluation::read(fields)),
        Kind::Statement => drop(Statement::read(fields)),
        Kind::Correction => drop(Correction::read(fields)),
        Kind::Story | Kind::Page => drop(narrative::read_fields(fields, kind == Kind::Story)),
    })
}

/// The fields of `site.yaml`.
pub fn fields_of_settings() -> Vec<Described> {
    describe(Kind::Page, |fields| drop(Site::read(fields, &options_of_nothing())))
}

fn describe(kind: Kind, read: impl FnOnce(&mut Fields<'_, '_>)) -> Vec<Described> {
    let gathered = Gathered::default();
    let index = Index::new(&[], &gathered, "", &options_of_nothing(), &Nowhere, &mut Report::new());
    let context = Context::new(Vec::new(), &index, BTreeMap::new(), &Nowhere, 0);
    let mut scope = Scope::new(&context, false);
    scope.description = Some(Description::of_record());
    // These have ids that nobody needs to write.
    scope.generated_id = matches!(kind, Kind::Statement | Kind::Story | Kind::Page).then(String::new);
    let mut fields = Fields::new(&mut scope, &[], NOTHING.span, "");
    read(&mut fields);
    fields.finish();
    scope.description.map(Description::into_fields).unwrap_or_default()
}

/// Options of a run over nothing.
pub(in crate::check) fn options_of_nothing() -> Options {
    Options {
        root: PathBuf::new(),
        output: PathBuf::new(),
        base_url: None,
        drafts: false,
        now: chrono::DateTime::UNIX_EPOCH.fixed_offset(),
        strict: false,
    }
}

/// Nothing has no place.
struct Nowhere;

impl Places for Nowhere {
    fn path(&self, _: FileId) -> &str {
        ""
    }

    fn text(&self, _: FileId) -> &str {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::{Described, Shape, fields_of, fields_of_settings};
    use crate::value::Kind;

    fn named<'a>(fields: &'a [Described], name: &str) -> &'a Described {
        fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("no field {name}"))
    }

    #[test]
    fn the_readers_say_what_they_read() {
        let cohort = fields_of(Kind::Cohort);
        let origin = named(&cohort, "origin");
        assert!(origin.required && origin.list && origin.shape == Shape::Place);
        assert_eq!(named(&cohort, "start").shape, Shape::Date);
        assert_eq!(named(&cohort, "breakdown").shape, Shape::Breakdown);
        assert!(!named(&cohort, "participants").required);
        let of = fields_of(Kind::Evaluation);
        assert!(named(&of, "of").single && named(&of, "of").required);
        let people = named(&cohort, "people");
        let Shape::Table(person) = &people.shape else { panic!("people are tables: {people:?}") };
        assert!(people.list && named(person, "consent").required);
        assert!(matches!(&named(person, "consent").shape, Shape::Table(fields) if fields.len() == 3));
    }

    #[test]
    fn every_required_field_of_the_content_model_is_required() {
        let required = |fields: Vec<Described>| -> Vec<&str> {
            let mut names: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(required(fields_of(Kind::Cohort)), ["host", "id", "origin", "program"]);
        assert_eq!(required(fields_of(Kind::Statement)), ["office", "speaker", "text"]);
        assert_eq!(required(fields_of(Kind::Story)), ["date", "title"]);
        assert_eq!(required(fields_of(Kind::Page)), ["title"]);
        assert_eq!(required(fields_of(Kind::Source)), ["id", "publisher", "title", "type"]);
        assert_eq!(required(fields_of_settings()), ["base_url", "languages", "title"]);
    }

    #[test]
    fn nothing_is_left_undescribed() {
        fn look(path: &str, fields: &[Described]) {
            for field in fields {
                let path = format!("{path}.{}", field.name);
                match &field.shape {
                    Shape::Anything => assert!(path.ends_with(".internal"), "{path} says nothing of itself"),
                    Shape::Table(fields) => look(&path, fields),
                    _ => {}
                }
            }
        }
        for kind in Kind::ALL {
            look(kind.singular(), &fields_of(kind));
        }
        look("site", &fields_of_settings());
    }
}
