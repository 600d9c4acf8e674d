//! Links to what many pages name, made once a language and shared by all of them.
//!
//! A region, an institution, a topic, a cohort is named on hundreds of pages, and nearly all of them lie equally deep below
//! the root: there the link is the same value everywhere.

use super::parts::link::LinkView;
use super::view::value;
use super::{Routes, names};
use crate::derive::Facts;
use crate::route;
use crate::value::{Kind, Lang, RecordRef};
use rayon::prelude::*;
use tera::Value;

/// Kinds whose records are named again and again. Of others each is named on a few pages.
const KINDS: [Kind; 6] = [Kind::Region, Kind::Institution, Kind::Program, Kind::Topic, Kind::Source, Kind::Cohort];

/// The way to the root from the pages of records, where the links hold: `wilayah/papua/`, in other languages `en/regions/papua/`.
const DEPTH: [&str; 2] = ["../../", "../../../"];

/// The links of every language.
#[derive(Debug, Default)]
pub(in crate::plan) struct Mentions {
    languages: Vec<(Lang, OfLanguage)>,
}

#[derive(Debug)]
struct OfLanguage {
    root: &'static str,
    /// By kind, in the order of [`KINDS`].
    kinds: Vec<Vec<Value>>,
}

impl Mentions {
    /// Makes the links of every language.
    pub fn new(facts: &Facts, routes: &Routes<'_>) -> Self {
        let of_language = |lang: &Lang| {
            let root = DEPTH[usize::from(lang != facts.site.default_lang())];
            let link = |record: RecordRef| value(&link(facts, routes, record, lang, root));
            let of_kind = |kind: &Kind| {
                (0..facts.count(*kind)).into_par_iter().map(|at| link(RecordRef::new(*kind, at))).collect()
            };
            (lang.clone(), OfLanguage { root, kinds: KINDS.iter().map(of_kind).collect() })
        };
        Self { languages: facts.site.languages.iter().map(of_language).collect() }
    }

    /// The link to a record on a page that leads to the root by `root`; none where it must be made.
    pub fn get(&self, record: RecordRef, lang: &Lang, root: &str) -> Option<&Value> {
        let (_, known) = self.languages.iter().find(|(other, _)| other == lang)?;
        let kind = KINDS.iter().position(|kind| *kind == record.kind)?;
        known.kinds.get(kind).filter(|_| known.root == root)?.get(record.at())
    }
}

/// A record under its name.
fn link(facts: &Facts, routes: &Routes<'_>, record: RecordRef, lang: &Lang, root: &str) -> LinkView {
    let name = names::name(facts, record, lang);
    LinkView {
        text: name.text,
        href: routes.path(record, lang).map(|path| format!("{root}{}", route::encode(&path))),
        lang: (name.lang != *lang).then(|| name.lang.to_string()),
        iso: None,
    }
}
