//! I010: outlines that are no map. I011: outlines that belong to no region.
//!
//! A feature belongs to the region that its `id`, or one of its properties `id`, `code` and `iso`, names. What it is
//! called is not asked: names are spelled in many ways.

use super::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::read::OutlineFile;
use geojson::{Feature, GeoJson, GeometryValue, Position, feature::Id};
use std::collections::BTreeMap;

/// The outline of a region: rings of longitude and latitude, holes among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// The id of the region.
    pub region: String,
    /// Rings, each closed.
    pub rings: Vec<Vec<[f64; 2]>>,
}

/// Reads the outlines of the regions, by id; features of one region are put together.
pub(in crate::check) fn outlines(file: Option<&OutlineFile>, tables: &Tables, report: &mut Report) -> Vec<Outline> {
    let Some(file) = file else { return Vec::new() };
    let features = match file.text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection.features,
        Ok(_) => {
            report.push(no_map(file, None));
            return Vec::new();
        }
        Err(error) => {
            report.push(no_map(file, Some(error.to_string())));
            return Vec::new();
        }
    };
    let names = names(tables);
    let mut found: BTreeMap<&str, Vec<Vec<[f64; 2]>>> = BTreeMap::new();
    let mut strangers = Vec::new();
    for feature in &features {
        let rings = rings(feature);
        if rings.iter().flatten().any(|[x, y]| !(-180.0..=180.0).contains(x) || !(-90.0..=90.0).contains(y)) {
            report.push(not_degrees(file));
            return Vec::new();
        }
        match words(feature).iter().find_map(|word| names.get(word.as_str())) {
            Some(region) => found.entry(region).or_default().extend(rings),
            None => strangers.push(words(feature).into_iter().next().unwrap_or_else(|| "–".to_owned())),
        }
    }
    if !strangers.is_empty() {
        report.push(no_region(file, &strangers));
    }
    found.into_iter().map(|(region, rings)| Outline { region: region.to_owned(), rings }).collect()
}

/// What names a region: its id, its codes of today, its ISO code.
fn names(tables: &Tables) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for region in tables.regions.iter().flatten() {
        let id = &region.common.id.value;
        let codes = region.codes.iter().filter(|code| code.to.is_none()).map(|code| code.code.clone());
        for name in codes.chain(region.iso.clone()).chain([id.clone()]) {
            names.insert(name, id.clone());
        }
    }
    names
}

/// What a feature says that it is.
fn words(feature: &Feature) -> Vec<String> {
    let own = feature.id.as_ref().map(|id| match id {
        Id::String(text) => text.clone(),
        Id::Number(number) => number.to_string(),
    });
    let property = |name: &str| match feature.property(name)? {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    own.into_iter().chain(["id", "code", "iso"].into_iter().filter_map(property)).collect()
}

/// The rings of a feature; points and lines have none.
fn rings(feature: &Feature) -> Vec<Vec<[f64; 2]>> {
    let ring = |ring: &Vec<Position>| -> Vec<[f64; 2]> {
        ring.iter().filter_map(|at| Some([*at.as_slice().first()?, *at.as_slice().get(1)?])).collect()
    };
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => coordinates.iter().map(ring).collect(),
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates.iter().flatten().map(ring).collect(),
        _ => Vec::new(),
    }
}

fn no_map(file: &OutlineFile, reason: Option<String>) -> Diagnostic {
    let (id, en) = ("Berkas ini bukan kumpulan garis batas.", "This file is no collection of outlines.");
    Diagnostic::about(Code::I010, file.path.clone(), Bilingual::new(id, en))
        .note(Bilingual::new(
            "Yang dibaca: GeoJSON (RFC 7946) dengan `\"type\": \"FeatureCollection\"`, satu `Feature` satu wilayah.",
            "Read is GeoJSON (RFC 7946) with `\"type\": \"FeatureCollection\"`, one `Feature` a region.",
        ))
        .note_if(reason.map(|reason| {
            Bilingual::new(format!("Kata pembaca GeoJSON: {reason}"), format!("The reader of GeoJSON says: {reason}"))
        }))
}

fn not_degrees(file: &OutlineFile) -> Diagnostic {
    Diagnostic::about(
        Code::I010,
        file.path.clone(),
        Bilingual::new(
            "Koordinat berkas ini bukan derajat bujur dan lintang.",
            "The coordinates of this file are no degrees of longitude and latitude.",
        ),
    )
    .note(Bilingual::new("Simpan sekali lagi dalam WGS 84 (EPSG:4326).", "Save it once more in WGS 84 (EPSG:4326)."))
}

fn no_region(file: &OutlineFile, strangers: &[String]) -> Diagnostic {
    let some = strangers.iter().take(5).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let number = strangers.len();
    Diagnostic::about(
        Code::I011,
        file.path.clone(),
        Bilingual::new(
            format!("{number} garis batas tidak cocok dengan wilayah mana pun: {some}."),
            match number {
                1 => format!("An outline belongs to no region: {some}."),
                _ => format!("{number} outlines belong to no region: {some}."),
            },
        ),
    )
    .note(Bilingual::new(
        "Samakan `id`, `code`, atau `iso` setiap garis batas dengan wilayahnya di `regions`.",
        "Let `id`, `code` or `iso` of each outline be that of its region in `regions`.",
    ))
}
