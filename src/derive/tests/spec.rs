//! Records in short, and the ground that tests build on.

use crate::check::catalog::{Stage, Status};
use crate::value::Kind;

/// A record in short: only what the tests need.
#[derive(Clone, Debug)]
pub(super) struct Spec {
    pub(super) kind: Kind,
    pub(super) id: String,
    /// Of a region: the ones above with their days; of an institution: its parent; of a topic: the broader one.
    pub(super) parents: Vec<(String, String, String)>,
    pub(super) region: String,
    pub(super) cohort: String,
    pub(super) origin: Option<Vec<String>>,
    pub(super) host: Vec<String>,
    pub(super) organizers: Vec<String>,
    pub(super) rotations: Vec<String>,
    pub(super) topics: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) about: Vec<(Kind, String)>,
    pub(super) count: String,
    pub(super) start: String,
    pub(super) end: String,
    pub(super) reported: String,
    pub(super) duration: String,
    pub(super) status: Option<Status>,
    pub(super) stage: Stage,
    pub(super) cells: Vec<(&'static str, &'static str)>,
    pub(super) n: u64,
    pub(super) hidden: bool,
}

/// A record of `kind`.
pub(super) fn a(kind: Kind, id: &str) -> Spec {
    Spec {
        kind,
        id: id.to_owned(),
        parents: Vec::new(),
        region: String::new(),
        cohort: String::new(),
        origin: None,
        host: Vec::new(),
        organizers: Vec::new(),
        rotations: Vec::new(),
        topics: Vec::new(),
        sources: Vec::new(),
        about: Vec::new(),
        count: String::new(),
        start: String::new(),
        end: String::new(),
        reported: String::new(),
        duration: String::new(),
        status: None,
        stage: Stage::Expected,
        cells: Vec::new(),
        n: 0,
        hidden: false,
    }
}

fn owned(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

impl Spec {
    pub(super) fn from(self, origin: &[&str]) -> Self {
        Self { origin: Some(owned(origin)), ..self }
    }
    pub(super) fn to(self, host: &[&str]) -> Self {
        Self { host: owned(host), ..self }
    }
    pub(super) fn of(self, cohort: &str) -> Self {
        Self { cohort: cohort.to_owned(), ..self }
    }
    pub(super) fn count(self, count: &str) -> Self {
        Self { count: count.to_owned(), ..self }
    }
    pub(super) fn on(self, start: &str) -> Self {
        Self { start: start.to_owned(), ..self }
    }
    pub(super) fn until(self, end: &str) -> Self {
        Self { end: end.to_owned(), ..self }
    }
    pub(super) fn about(self, about: &[(Kind, &str)]) -> Self {
        Self { about: about.iter().map(|(kind, id)| (*kind, (*id).to_owned())).collect(), ..self }
    }
    pub(super) fn topics(self, topics: &[&str]) -> Self {
        Self { topics: owned(topics), ..self }
    }
    pub(super) fn above(self, parent: &str, from: &str, to: &str) -> Self {
        let mut parents = self.parents;
        parents.push((parent.to_owned(), from.to_owned(), to.to_owned()));
        Self { parents, ..self }
    }
}

/// Regions, institutions, a program, topics and a source that tests build on.
pub(super) fn ground() -> Vec<Spec> {
    let region = |id: &str, parent: &str| a(Kind::Region, id).above(parent, "", "");
    let split =
        |id: &str, after: &str| a(Kind::Region, id).above("papua", "", "2022-07-25").above(after, "2022-07-25", "");
    let institution = |id: &str, region: &str| Spec { region: region.to_owned(), ..a(Kind::Institution, id) };
    vec![
        a(Kind::Region, "indonesia"),
        region("wilayah-papua", "indonesia"),
        region("wilayah-jawa", "indonesia"),
        region("papua", "wilayah-papua"),
        region("papua-barat", "wilayah-papua"),
        region("papua-selatan", "wilayah-papua"),
        region("jawa-timur", "wilayah-jawa"),
        region("kota-malang", "jawa-timur"),
        region("kota-surabaya", "jawa-timur"),
        region("kabupaten-banyuwangi", "jawa-timur"),
        region("kota-bandung", "wilayah-jawa"),
        region("kota-jayapura", "papua"),
        split("kabupaten-merauke", "papua-selatan"),
        split("kabupaten-mappi", "papua-selatan"),
        institution("pemerintah-kota-malang", "kota-malang"),
        institution("bappeda-kota-malang", "kota-malang").above("pemerintah-kota-malang", "", ""),
        institution("lan", ""),
        a(Kind::Program, "magang"),
        a(Kind::Topic, "inovasi"),
        a(Kind::Topic, "layanan").above("inovasi", "", ""),
        a(Kind::Source, "s1"),
    ]
}
