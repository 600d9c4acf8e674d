//! The records of a `content/` folder, read without any of the program's own code.
//!
//! Plain structs with just the fields that the recomputation needs; everything else is ignored.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A place: a party, or a label that may name a region.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Place {
    /// A region or an institution.
    Party(String),
    /// The words of the source.
    Label {
        /// A region, where the words resolve.
        region: Option<String>,
    },
}

/// A field that holds one place or a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Places {
    /// A list.
    Many(Vec<Place>),
    /// A single place.
    One(Place),
}

impl Places {
    /// The places of an optional field.
    pub fn list(field: Option<&Self>) -> Vec<Place> {
        match field {
            None => Vec::new(),
            Some(Self::One(place)) => vec![place.clone()],
            Some(Self::Many(places)) => places.clone(),
        }
    }
}

/// Any activity: a cohort, placement, visit or training.
#[derive(Clone, Debug, Deserialize)]
pub struct Activity {
    pub id: String,
    pub cohort: Option<String>,
    pub origin: Option<Places>,
    pub host: Option<Places>,
    pub organizers: Option<Places>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub reported: Option<String>,
    pub status: Option<String>,
    #[serde(alias = "count", alias = "delegates")]
    pub participants: Option<String>,
}

/// A parent for a time.
#[derive(Clone, Debug, Deserialize)]
pub struct Parent {
    pub id: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A code for a time.
#[derive(Clone, Debug, Deserialize)]
pub struct Code {
    pub code: String,
    pub to: Option<String>,
}

/// A region.
#[derive(Clone, Debug, Deserialize)]
pub struct Region {
    pub id: String,
    pub kind: String,
    pub parent: Option<String>,
    #[serde(default)]
    pub parents: Vec<Parent>,
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// An institution.
#[derive(Clone, Debug, Deserialize)]
pub struct Institution {
    pub id: String,
    pub region: Option<String>,
}

/// A record of which only the number counts.
#[derive(Clone, Debug, Deserialize)]
pub struct Any {
    #[serde(default)]
    #[allow(dead_code, reason = "a struct without fields would accept anything")]
    pub id: Option<String>,
}

/// Everything that the recomputation needs.
pub struct Content {
    pub regions: BTreeMap<String, Region>,
    pub institutions: BTreeMap<String, Institution>,
    pub cohorts: Vec<Activity>,
    pub placements: Vec<Activity>,
    pub visits: Vec<Activity>,
    pub trainings: Vec<Activity>,
}

impl Content {
    /// Reads a `content/` folder.
    pub fn read(content: &Path) -> Self {
        let by_id = |regions: Vec<Region>| regions.into_iter().map(|region| (region.id.clone(), region)).collect();
        Self {
            regions: by_id(records(content, "regions")),
            institutions: records::<Institution>(content, "institutions")
                .into_iter()
                .map(|it| (it.id.clone(), it))
                .collect(),
            cohorts: records(content, "cohorts"),
            placements: records(content, "placements"),
            visits: records(content, "visits"),
            trainings: records(content, "trainings"),
        }
    }
}

/// All records of a kind: `<kind>.yaml` and `<kind>/**/*.yaml`, sorted by path.
pub fn records<T: serde::de::DeserializeOwned>(content: &Path, kind: &str) -> Vec<T> {
    let mut paths: Vec<_> = walkdir::WalkDir::new(content)
        .into_iter()
        .map(|entry| entry.expect("readable").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml"))
        .filter(|path| {
            let inside = path.strip_prefix(content).expect("below").with_extension("");
            inside.components().next().is_some_and(|first| first.as_os_str() == kind)
        })
        .collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("readable");
        let options = || {
            serde_saphyr::options! {
                budget: serde_saphyr::budget! { max_nodes: 5_000_000, max_events: 20_000_000 },
            }
        };
        match serde_saphyr::from_str_with_options::<Vec<T>>(&text, options()) {
            Ok(records) => all.extend(records),
            Err(error) => match serde_saphyr::from_str_with_options::<T>(&text, options()) {
                Ok(record) => all.push(record),
                Err(_) => panic!("{}: {error}", path.display()),
            },
        }
    }
    all
}
