//! Catalogs built in memory.

use super::ids::{Ids, at, span};
use super::spec::Spec;
use crate::check::catalog::{
    Breakdown, Budget, Catalog, Cohort, Common, Correction, CorrectionKind, Evaluation, Institution, InstitutionKind,
    Link, Narrative, NarrativeText, Outcome, Placement, Program, Region, RegionKind, RegionParent, Site, Source,
    SourceType, Statement, Topic, Training, TrainingKind, Visit, VisitKind, When,
};
use crate::diag::{FileId, Located};
use crate::value::{Count, Duration, Kind, Lang, Localized, PartialDate, RecordRef};
use std::collections::{BTreeMap, BTreeSet};

fn text(text: &str) -> Localized {
    Localized::Plain(text.to_owned())
}

fn date(text: &str) -> Option<PartialDate> {
    (!text.is_empty()).then(|| PartialDate::parse(text).expect("a date"))
}

fn count(text: &str) -> Option<Count> {
    (!text.is_empty()).then(|| Count::parse(text).expect("a count"))
}

/// A catalog of `specs`, sorted by id whatever their order.
pub(super) fn catalog(specs: &[Spec]) -> Catalog {
    let mut specs = specs.to_vec();
    specs.sort_by(|left, right| left.id.cmp(&right.id));
    let mut ids = Ids(BTreeMap::new());
    for spec in &specs {
        ids.0.entry(spec.kind).or_default().push(spec.id.clone());
    }
    let mut catalog = Catalog::for_tests(site());
    for spec in &specs {
        add(&mut catalog, &ids, spec);
    }
    catalog
}

fn site() -> Site {
    Site {
        title: text("Situs"),
        description: None,
        base_url: "https://example.org/".to_owned(),
        languages: vec![Lang::new("id"), Lang::new("en")],
        time_zone: chrono_tz::Asia::Jakarta,
        theme: at("warta".to_owned()),
        publisher: None,
        license: None,
        smallest_group: 5,
        navigation: Vec::new(),
        outputs: BTreeSet::new(),
        segments: BTreeMap::new(),
        budget: Budget::default(),
        map: crate::derive::facts::MapSettings::default(),
        edit_link: None,
        allow: Vec::new(),
    }
}

fn common(ids: &Ids, spec: &Spec) -> Common {
    Common {
        id: at(spec.id.clone()),
        span: span(),
        title: Some(text(&spec.id)),
        summary: None,
        sources: ids.list(Kind::Source, &spec.sources),
        tags: Vec::new(),
        draft: spec.hidden,
        publish_at: None,
        updated: None,
        aliases: Vec::new(),
        note: None,
        people: Vec::new(),
        allow: Vec::new(),
        hidden: spec.hidden,
    }
}

fn when(spec: &Spec) -> When {
    When {
        start: date(&spec.start).map(at),
        end: date(&spec.end).map(at),
        duration: (!spec.duration.is_empty()).then(|| Duration::parse(&spec.duration).expect("a duration")),
        reported: date(&spec.reported).map(at),
        status: spec.status,
    }
}

fn add(catalog: &mut Catalog, ids: &Ids, spec: &Spec) {
    match spec.kind {
        Kind::Region | Kind::Institution | Kind::Program | Kind::Topic | Kind::Source => {
            add_reference(catalog, ids, spec)
        }
        Kind::Cohort | Kind::Placement | Kind::Visit | Kind::Training => add_activity(catalog, ids, spec),
        _ => add_result(catalog, ids, spec),
    }
}

fn add_reference(catalog: &mut Catalog, ids: &Ids, spec: &Spec) {
    let common = common(ids, spec);
    match spec.kind {
        Kind::Region => {
            let parent = |(id, from, to): &(String, String, String)| RegionParent {
                region: at(ids.find(Kind::Region, id)),
                from: date(from),
                to: date(to),
                basis: None,
            };
            catalog.regions.push(Region {
                common,
                name: text(&spec.id),
                kind: RegionKind::Other,
                parents: spec.parents.iter().map(parent).collect(),
                codes: Vec::new(),
                iso: None,
                population: None,
                area_km2: None,
                also_called: Vec::new(),
                tile: None,
            });
        }
        Kind::Institution => catalog.institutions.push(Institution {
            common,
            name: text(&spec.id),
            short: None,
            region: (!spec.region.is_empty()).then(|| at(ids.find(Kind::Region, &spec.region))),
            kind: InstitutionKind::Agency,
            parent: spec.parents.first().map(|(id, ..)| at(ids.find(Kind::Institution, id))),
            url: None,
            also_called: Vec::new(),
        }),
        Kind::Program => catalog.programs.push(Program {
            common,
            organizers: Vec::new(),
            forms: Vec::new(),
            legal_basis: Vec::new(),
            start: None,
            end: None,
            aims: None,
        }),
        Kind::Topic => catalog.topics.push(Topic {
            common,
            name: text(&spec.id),
            broader: spec.parents.first().map(|(id, ..)| at(ids.find(Kind::Topic, id))),
            also_called: Vec::new(),
        }),
        _ => catalog.sources.push(Source {
            common,
            kind: SourceType::Press,
            publisher: "Surat kabar".to_owned(),
            url: None,
            published: date(&spec.start),
            accessed: None,
            archived: None,
            language: None,
        }),
    }
}

fn add_activity(catalog: &mut Catalog, ids: &Ids, spec: &Spec) {
    let (common, when) = (common(ids, spec), when(spec));
    let origin = spec.origin.as_ref().map(|origin| ids.places(origin));
    let (host, topics, number) = (ids.places(&spec.host), ids.list(Kind::Topic, &spec.topics), count(&spec.count));
    match spec.kind {
        Kind::Cohort => {
            let cell = |(name, number): &(&str, &str)| ((*name).to_owned(), count(number).expect("a count"));
            let cells: Vec<(String, Count)> = spec.cells.iter().map(cell).collect();
            catalog.cohorts.push(Cohort {
                common,
                program: at(ids.find(Kind::Program, "magang")),
                number: None,
                origin: origin.unwrap_or_default(),
                host,
                coordinators: Vec::new(),
                when,
                participants: number.map(|count| Located::new(count, span())),
                applicants: None,
                selected: None,
                completed: None,
                breakdown: if cells.is_empty() {
                    Vec::new()
                } else {
                    vec![Breakdown { name: "gender".to_owned(), cells }]
                },
                phases: Vec::new(),
                topics,
            });
        }
        Kind::Placement => catalog.placements.push(Placement {
            common,
            cohort: at(ids.find(Kind::Cohort, &spec.cohort)),
            origin,
            host: host.into_iter().next().expect("a host"),
            unit: None,
            coordinators: Vec::new(),
            count: number,
            when,
            topics,
            rotations: ids.places(&spec.rotations),
            reason: None,
        }),
        Kind::Visit => catalog.visits.push(Visit {
            common,
            kind: VisitKind::StudiTiru,
            kind_label: None,
            origin: origin.unwrap_or_default(),
            host,
            venue: None,
            when,
            delegates: number,
            topics,
            return_of: None,
        }),
        _ => catalog.trainings.push(Training {
            common,
            kind: TrainingKind::Bimtek,
            kind_label: None,
            organizers: ids.places(&spec.organizers),
            origin: origin.unwrap_or_default(),
            host,
            venue: None,
            when,
            participants: number,
            hours: None,
            mode: None,
            topics,
        }),
    }
}

fn add_result(catalog: &mut Catalog, ids: &Ids, spec: &Spec) {
    let (common, about, date) = (common(ids, spec), ids.about(spec), date(&spec.start));
    match spec.kind {
        Kind::Outcome => catalog.outcomes.push(Outcome {
            common,
            of: about,
            kind: None,
            applied_at: ids.places(&spec.host),
            stage: at(spec.stage),
            date: date.map(at),
            evidence: Vec::new(),
            topics: ids.list(Kind::Topic, &spec.topics),
        }),
        Kind::Evaluation => catalog.evaluations.push(Evaluation {
            common,
            of: about,
            indicator: text("Kepuasan"),
            method: None,
            n: at(spec.n),
            value: "4.2".to_owned(),
            unit: None,
            scale: None,
            date: date.map(at),
        }),
        Kind::Statement => catalog.statements.push(Statement {
            common,
            has_own_id: true,
            speaker: "Wali Kota".to_owned(),
            office: text("Wali Kota"),
            institution: (!spec.region.is_empty()).then(|| at(ids.find(Kind::Institution, &spec.region))),
            date: date.map(at),
            text: text("Selamat datang"),
            verbatim: Some(true),
            about,
        }),
        Kind::Correction => catalog.corrections.push(Correction {
            common,
            date: at(date.expect("a date")),
            kind: CorrectionKind::Correction,
            records: about,
            gone: Vec::new(),
            what: text("Angka"),
            why: text("Salah"),
        }),
        _ => {
            let link = |target: &Located<RecordRef>| Link::Record { target: target.value, figure: None };
            let links = spec.about.iter().map(|(_, id)| id.clone()).zip(about.iter().map(link)).collect();
            let body = NarrativeText {
                lang: Lang::new("id"),
                file: FileId(0),
                title: spec.id.clone(),
                summary: None,
                body: String::new(),
                links,
            };
            let story = Narrative {
                common,
                date: date.map(at),
                about,
                author: None,
                cover: None,
                slug: None,
                texts: vec![body],
            };
            if spec.kind == Kind::Story { catalog.stories.push(story) } else { catalog.pages.push(story) }
        }
    }
}
