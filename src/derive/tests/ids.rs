//! Ids resolved to places, as `check` does it.

use super::spec::Spec;
use crate::check::catalog::Place;
use crate::diag::{FileId, Located, Span};
use crate::value::{Kind, Localized, RecordRef};
use std::collections::BTreeMap;

/// Ids of each kind, sorted: what `check` makes indices of.
pub(super) struct Ids(pub(super) BTreeMap<Kind, Vec<String>>);

impl Ids {
    pub(super) fn find(&self, kind: Kind, id: &str) -> RecordRef {
        let list = self.0.get(&kind).expect("records of the kind");
        RecordRef::new(kind, list.binary_search(&id.to_owned()).unwrap_or_else(|_| panic!("{kind} {id}")))
    }
    pub(super) fn party(&self, id: &str) -> RecordRef {
        let is_region = self.0[&Kind::Region].binary_search(&id.to_owned()).is_ok();
        self.find(if is_region { Kind::Region } else { Kind::Institution }, id)
    }
    pub(super) fn place(&self, word: &str) -> Place {
        let (party, label) = match word.strip_prefix("label:") {
            Some(label) => (None, Some(Localized::Plain(label.to_owned()))),
            None => (Some(self.party(word)), None),
        };
        Place { party, label, party_span: None, span: span() }
    }
    pub(super) fn places(&self, words: &[String]) -> Vec<Place> {
        words.iter().map(|word| self.place(word)).collect()
    }
    pub(super) fn list(&self, kind: Kind, ids: &[String]) -> Vec<Located<RecordRef>> {
        ids.iter().map(|id| at(self.find(kind, id))).collect()
    }
    pub(super) fn about(&self, spec: &Spec) -> Vec<Located<RecordRef>> {
        spec.about.iter().map(|(kind, id)| at(self.find(*kind, id))).collect()
    }
}

/// No place in particular.
pub(super) fn span() -> Span {
    Span::new(FileId(0), 0, 0)
}

/// A value at no place in particular.
pub(super) fn at<T>(value: T) -> Located<T> {
    Located::new(value, span())
}
