//! The page of a program.

use super::activity::{RecordHead, frame, head};
use crate::derive::facts::{Form, LegalBasis, ProgramFact};
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::group::GroupView;
use crate::plan::parts::link::LinkView;
use crate::plan::parts::referrer::further;
use crate::plan::parts::row::{Row, Rows};
use crate::plan::parts::sentence;
use crate::plan::parts::subject::{SubjectOptions, SubjectView, subject_view};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::RecordRef;

view! {
    /// `program.html`: what cohorts belong to.
    pub struct ProgramView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// One true sentence about its records.
        pub sentence: String,
        /// Its facts.
        pub rows: Vec<Row>,
        /// What is derived about it.
        #[serde(flatten)]
        pub subject: SubjectView,
        /// Further records that refer to it.
        pub further: Vec<GroupView>,
    }
}

/// The page of a program.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, ProgramView) {
    let fact = &scope.facts.programs[record.at()];
    let name = names::name(scope.facts, record, scope.lang).text;
    let sentence = sentence::other(scope, &name, &fact.subject);
    let head = head(scope, record);
    let frame = frame(scope, record, &head, &sentence);
    let options = SubjectOptions {
        name: &name,
        roles: false,
        own: Some(record),
        keep: &|_| true,
        part: false,
        year_href: &|_| None,
    };
    let matter = ProgramView {
        rows: rows(scope, fact),
        subject: subject_view(scope, &fact.subject, &options),
        further: further(scope, record, &fact.subject),
        sentence,
        head,
    };
    (frame, matter)
}

fn rows(scope: &Scope<'_>, fact: &ProgramFact) -> Vec<Row> {
    let form = |form: &Form| {
        LinkView::plain(scope.word(match form {
            Form::Internship => "form_internship",
            Form::Exchange => "form_exchange",
            Form::Training => "form_training",
            Form::Visit => "form_visit",
        }))
    };
    Rows::new(scope)
        .values_or_unknown("organizers", scope.links(&fact.organizers))
        .values("forms", fact.forms.iter().map(form).collect())
        .values_or_unknown("legal_basis", fact.legal_basis.iter().map(|basis| legal(scope, basis)).collect())
        .date("start", fact.start)
        .date("end", fact.end)
        .prose("aims", fact.aims.as_ref())
        .done()
}

fn legal(scope: &Scope<'_>, basis: &LegalBasis) -> LinkView {
    let title = scope.prose(&basis.title);
    let mut parts = vec![title.text];
    parts.extend(basis.number.clone());
    parts.extend(basis.year.map(|year| year.to_string()));
    LinkView { text: parts.join(", "), href: basis.url.clone(), lang: title.lang, iso: None }
}
