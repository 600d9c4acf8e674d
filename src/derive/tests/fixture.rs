//! A small invented site, built in memory, and figures as short texts.

use crate::check::catalog::{
    Breakdown, Catalog, Cohort, Common, Correction, CorrectionKind, Evaluation, Institution, InstitutionKind, Link,
    Narrative, NarrativeText, Outcome, Place, Placement, Program, Region, RegionKind, RegionParent, Site, Source,
    SourceType, Stage, Statement, Status, Topic, Training, TrainingKind, Visit, VisitKind, When,
};
use crate::derive::{Facts, FigureName, FigureValue, Measure, derive};
use crate::diag::{FileId, Located, Span};
use crate::options::Options;
use crate::value::{Count, Duration, Kind, Lang, Localized, PartialDate, RecordRef, State};
use std::collections::{BTreeMap, BTreeSet};

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

/// The facts of `specs` upon the common ground, with the clock at noon of 23 November 2026.
pub(super) fn facts(specs: &[Spec]) -> Facts {
    facts_at(specs, "2026-11-23T12:00:00+07:00")
}

/// The same at another moment.
pub(super) fn facts_at(specs: &[Spec], now: &str) -> Facts {
    let mut all = ground();
    all.extend_from_slice(specs);
    derive(catalog(&all), &options(now))
}

/// Options with a clock.
pub(super) fn options(now: &str) -> Options {
    Options {
        root: ".".into(),
        output: "output".into(),
        base_url: None,
        drafts: false,
        now: chrono::DateTime::parse_from_rfc3339(now).expect("an instant"),
        strict: false,
    }
}

/// Ids of each kind, sorted: what `check` makes indices of.
struct Ids(BTreeMap<Kind, Vec<String>>);

impl Ids {
    fn find(&self, kind: Kind, id: &str) -> RecordRef {
        let list = self.0.get(&kind).expect("records of the kind");
        RecordRef::new(kind, list.binary_search(&id.to_owned()).unwrap_or_else(|_| panic!("{kind} {id}")))
    }
    fn party(&self, id: &str) -> RecordRef {
        let is_region = self.0[&Kind::Region].binary_search(&id.to_owned()).is_ok();
        self.find(if is_region { Kind::Region } else { Kind::Institution }, id)
    }
    fn place(&self, word: &str) -> Place {
        let (party, label) = match word.strip_prefix("label:") {
            Some(label) => (None, Some(Localized::Plain(label.to_owned()))),
            None => (Some(self.party(word)), None),
        };
        Place { party, label, span: span() }
    }
    fn places(&self, words: &[String]) -> Vec<Place> {
        words.iter().map(|word| self.place(word)).collect()
    }
    fn list(&self, kind: Kind, ids: &[String]) -> Vec<Located<RecordRef>> {
        ids.iter().map(|id| at(self.find(kind, id))).collect()
    }
    fn about(&self, spec: &Spec) -> Vec<Located<RecordRef>> {
        spec.about.iter().map(|(kind, id)| at(self.find(*kind, id))).collect()
    }
}

fn span() -> Span {
    Span::new(FileId(0), 0, 0)
}

fn at<T>(value: T) -> Located<T> {
    Located::new(value, span())
}

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
        page_kb: None,
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
                participants: number,
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
            verbatim: true,
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

/// A measure as the content model writes it.
pub(super) fn short(measure: &Measure) -> String {
    let number =
        |number: u64| if measure.tenths { format!("{}.{}", number / 10, number % 10) } else { number.to_string() };
    let low = measure.low.map(number).unwrap_or_default();
    let high = measure.high.map(number).unwrap_or_default();
    match measure.state {
        State::Exact => low,
        State::Approximate => format!("~{low}"),
        State::Range => format!("{low}-{high}"),
        State::AtLeast => format!("{low}+"),
        other => other.word().to_owned(),
    }
}

/// Finds a record of the facts by its id.
pub(super) fn find(facts: &Facts, kind: Kind, id: &str) -> Option<RecordRef> {
    (0..facts.count(kind)).map(|at| RecordRef::new(kind, at)).find(|record| facts.head(*record).id == id)
}

/// A figure of a party, topic or program, or, with an empty id, of the whole: `5+ (1/3)` is at least five,
/// which one of three records states.
pub(super) fn figure(facts: &Facts, id: &str, name: FigureName) -> String {
    let kinds = [Kind::Region, Kind::Institution, Kind::Topic, Kind::Program];
    let subject = match kinds.into_iter().find_map(|kind| find(facts, kind, id)) {
        Some(record) => facts.subject(record).expect("a subject"),
        None if id.is_empty() => &facts.whole,
        None => facts.year(id.parse().expect("a year")).expect("the year"),
    };
    let figure = subject.figure(name).expect("the figure");
    let value = match figure.value {
        FigureValue::Number(measure) => short(&measure),
        FigureValue::Date(date) => date.map_or_else(|| "none".to_owned(), |date| date.to_string()),
    };
    format!("{value} ({}/{})", figure.stated, figure.stated + figure.silent)
}
