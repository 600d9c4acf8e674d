//! S007: a region cited under a province to which it did not belong on that date.

use crate::check::catalog::{Link, Place, Region, RegionKind, When};
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Places, Report, Span};
use crate::text::markdown::scan;
use crate::value::{Kind, PartialDate, RecordRef};

/// Looks at the words of sources beside regions: `{label: "Merauke, Papua Selatan", region: kabupaten-merauke}`.
pub fn check(tables: &Tables, report: &mut Report) {
    let provinces = provinces(tables);
    let mut look = |places: &[Place], when: &When| {
        for place in places {
            labelled(place, when, &provinces, tables, report);
        }
    };
    for cohort in tables.cohorts.iter().flatten() {
        look(&cohort.origin, &cohort.when);
        look(&cohort.host, &cohort.when);
    }
    for placement in tables.placements.iter().flatten() {
        look(placement.origin.as_deref().unwrap_or_default(), &placement.when);
        look(std::slice::from_ref(&placement.host), &placement.when);
    }
    for visit in tables.visits.iter().flatten() {
        look(&visit.origin, &visit.when);
        look(&visit.host, &visit.when);
    }
    for training in tables.trainings.iter().flatten() {
        look(&training.origin, &training.when);
        look(&training.host, &training.when);
    }
}

/// Looks at stories: `[[kabupaten-merauke]], [[papua-selatan]]` in one that is dated 2013.
pub fn check_prose(tables: &Tables, places: &dyn Places, report: &mut Report) {
    for story in tables.stories.iter().flatten() {
        let Some(date) = &story.date else { continue };
        for text in &story.texts {
            let region = |key: &str| match text.links.get(key) {
                Some(Link::Record { target, figure: None }) if target.kind == Kind::Region => Some(*target),
                _ => None,
            };
            if !text.links.keys().filter_map(|key| region(key)).any(|target| has_moved(target, tables)) {
                continue;
            }
            let offset = places.text(text.file).len().saturating_sub(text.body.len());
            for pair in scan(&text.body).bindings.windows(2) {
                let [first, second] = pair else { continue };
                let between = text.body.get(first.range.end..second.range.start).unwrap_or_default();
                if !is_apposition(between) {
                    continue;
                }
                if let (Some(own), Some(province)) = (region(&first.key), region(&second.key)) {
                    let range = &second.key_range;
                    let span = Span::new(text.file, offset + range.start, offset + range.end);
                    if let Some(finding) = misplaced(own, province, date.value, span, tables) {
                        report.push(finding);
                    }
                }
            }
        }
    }
}

/// A region that had several parents in its time.
fn has_moved(target: RecordRef, tables: &Tables) -> bool {
    tables.regions.get(target.at()).and_then(Option::as_ref).is_some_and(|region| region.parents.len() > 1)
}

/// What stands between a region and the province that it is said to lie in.
fn is_apposition(between: &str) -> bool {
    let words = between.trim().trim_start_matches([',', '(']).trim().to_lowercase();
    matches!(words.as_str(), "" | "provinsi" | "di" | "di provinsi" | "province of" | "in" | "in the province of")
        && between.len() <= 30
        && !between.contains("\n\n")
}

/// Names of provinces in small letters, the longest first: "papua selatan" is no "papua".
fn provinces(tables: &Tables) -> Vec<(String, RecordRef)> {
    let mut names: Vec<(String, RecordRef)> = Vec::new();
    for (at, region) in tables.regions.iter().enumerate() {
        let Some(region) = region.as_ref().filter(|region| region.kind == RegionKind::Province) else { continue };
        for name in region.name.texts() {
            names.push((name.to_lowercase(), RecordRef::new(Kind::Region, at)));
        }
    }
    names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    names.dedup();
    names
}

fn labelled(place: &Place, when: &When, provinces: &[(String, RecordRef)], tables: &Tables, report: &mut Report) {
    let (Some(label), Some(region)) = (&place.label, place.party.filter(|party| party.kind == Kind::Region)) else {
        return;
    };
    let Some(date) = [&when.start, &when.end, &when.reported].into_iter().flatten().next() else { return };
    for text in label.texts() {
        for province in named(&text.to_lowercase(), provinces) {
            if let Some(finding) = misplaced(region, province, date.value, place.span, tables) {
                report.push(finding);
                return;
            }
        }
    }
}

/// The provinces that a text names.
fn named(text: &str, provinces: &[(String, RecordRef)]) -> Vec<RecordRef> {
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    for (name, province) in provinces {
        while let Some(at) = whole_word(&rest, name) {
            rest.replace_range(at..at + name.len(), &" ".repeat(name.len()));
            found.push(*province);
        }
    }
    found
}

fn whole_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The finding, if `region` belonged to `province` at some time, but on no reading of `date`.
pub fn misplaced(
    region: RecordRef,
    province: RecordRef,
    date: PartialDate,
    span: Span,
    tables: &Tables,
) -> Option<Diagnostic> {
    let record = tables.regions.get(region.at())?.as_ref()?;
    let province_name = name(tables.regions.get(province.at())?.as_ref()?);
    let periods: Vec<_> = record.parents.iter().filter(|parent| parent.region.value == province).collect();
    let is_outside = |from: Option<PartialDate>, to: Option<PartialDate>| {
        from.is_some_and(|from| date.certainly_before(from))
            || to.is_some_and(|to| !date.is_approximate() && to.first() <= date.first())
    };
    if periods.is_empty() || !periods.iter().all(|period| is_outside(period.from, period.to)) {
        return None;
    }
    let then = record.parents.iter().find(|parent| !is_outside(parent.from, parent.to))?;
    let then_name = name(tables.regions.get(then.region.value.at())?.as_ref()?);
    let own = name(record);
    Some(
        Diagnostic::at(
            Code::S007,
            span,
            Bilingual::new(
                format!("Pada {date} {own} belum atau tidak lagi termasuk {province_name}."),
                format!("On {date} {own} did not belong to {province_name}."),
            ),
        )
        .note(Bilingual::new(
            format!("Waktu itu termasuk {then_name}: tulis itu, atau periksa tanggalnya."),
            format!("At that time it belonged to {then_name}: write that, or check the date."),
        )),
    )
}

fn name(region: &Region) -> String {
    region.name.texts().next().unwrap_or_default().to_owned()
}
