//! S009: a host that is also the origin.

use crate::check::catalog::Place;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};

/// Looks at cohorts, placements and visits. People may well be trained where they live.
pub fn check(tables: &Tables, report: &mut Report) {
    for cohort in tables.cohorts.iter().flatten() {
        compare(&cohort.origin, &cohort.host, report);
    }
    for placement in tables.placements.iter().flatten() {
        compare(placement.origin.as_deref().unwrap_or_default(), std::slice::from_ref(&placement.host), report);
    }
    for visit in tables.visits.iter().flatten() {
        compare(&visit.origin, &visit.host, report);
    }
}

fn compare(origin: &[Place], host: &[Place], report: &mut Report) {
    for place in host {
        let same = |other: &&Place| other.party == place.party && other.label == place.label;
        if place.party.is_some() && origin.iter().any(|other| same(&other)) {
            report.push(
                Diagnostic::at(
                    Code::S009,
                    place.span,
                    Bilingual::new("Tujuan ini sama dengan asalnya.", "This host is also the origin."),
                )
                .of_field("host")
                .note(Bilingual::new(
                    "Periksa `origin` dan `host`: salah satunya mungkin tertukar.",
                    "Check `origin` and `host`: one of them may be the wrong one.",
                )),
            );
        }
    }
}
