//! R007: a region beside its own institution in one list of places.

use crate::check::catalog::Place;
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::value::{Kind, RecordRef};

/// Looks at every list of places.
pub fn check(tables: &Tables, index: &Index<'_>, report: &mut Report) {
    for cohort in tables.cohorts.iter().flatten() {
        list("origin", &cohort.origin, tables, index, report);
        list("host", &cohort.host, tables, index, report);
        list("coordinators", &cohort.coordinators, tables, index, report);
    }
    for placement in tables.placements.iter().flatten() {
        list("origin", placement.origin.as_deref().unwrap_or_default(), tables, index, report);
        list("coordinators", &placement.coordinators, tables, index, report);
        list("rotations", &placement.rotations, tables, index, report);
    }
    for visit in tables.visits.iter().flatten() {
        list("origin", &visit.origin, tables, index, report);
        list("host", &visit.host, tables, index, report);
    }
    for training in tables.trainings.iter().flatten() {
        list("organizers", &training.organizers, tables, index, report);
        list("origin", &training.origin, tables, index, report);
        list("host", &training.host, tables, index, report);
    }
}

fn list(field: &'static str, places: &[Place], tables: &Tables, index: &Index<'_>, report: &mut Report) {
    let plain = |place: &Place| place.party.filter(|_| place.label.is_none());
    for place in places {
        let Some(region) = plain(place).filter(|party| party.kind == Kind::Region) else { continue };
        let own = places.iter().filter_map(plain).find(|other| region_of(*other, tables) == Some(region));
        let (Some(region), Some(own)) = (index.slot(region), own.and_then(|own| index.slot(own))) else { continue };
        let mut finding = Diagnostic::at(
            Code::R007,
            place.span,
            Bilingual::new(
                "Daerah ini berdampingan dengan instansinya sendiri.",
                "This region stands beside its own institution.",
            ),
        )
        .of_field(field);
        if !region.hidden && !own.hidden {
            let (region, own) = (&region.id, &own.id);
            finding = finding.note(Bilingual::new(
                format!("`{own}` sudah berarti `{region}`; hapus `{region}`."),
                format!("`{own}` already means `{region}`; remove `{region}`."),
            ));
        }
        report.push(finding);
    }
}

fn region_of(party: RecordRef, tables: &Tables) -> Option<RecordRef> {
    if party.kind != Kind::Institution {
        return None;
    }
    tables.institutions.get(party.at())?.as_ref()?.region.as_ref().map(|region| region.value)
}
