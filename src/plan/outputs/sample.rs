//! A small invented site with one record of every kind, for tests.

use crate::derive::facts::{
    Activity, BreakdownFact, CohortFact, CorrectionFact, CorrectionKind, EvaluationFact, Facts, Form, Head,
    InstitutionFact, InstitutionKind, NarrativeFact, OutcomeFact, OutcomeKind, PlaceFact, PlacementFact, ProgramFact,
    RegionFact, RegionKind, SiteFact, SourceFact, SourceType, Stage, StatementFact, Status, Telling, TextFact,
    TopicFact, TrainingFact, TrainingKind, TrainingMode, VisitFact, VisitKind,
};
use crate::derive::{Figure, FigureName, FigureValue, Lists, Measure, Reach, Subject, YearRow};
use crate::diag::FileId;
use crate::plan::{Means, PageKind, SitePlan};
use crate::value::{Count, Kind, Lang, Localized, PartialDate, RecordRef};

/// A name that every format must escape.
pub(super) const NASTY: &str = "=<b>&\"x\"</script>";

/// The default language.
pub(super) fn lang() -> Lang {
    Lang::new("id")
}

fn date(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text).ok()
}

fn plain(text: &str) -> Localized {
    Localized::Plain(text.to_owned())
}

fn head(id: &str) -> Head {
    Head { id: id.to_owned(), title: Some(plain(&format!("{NASTY} {id}"))), ..Head::default() }
}

/// The first record of a kind.
pub(super) fn record(kind: Kind) -> RecordRef {
    RecordRef { kind, index: 0 }
}

fn site() -> SiteFact {
    let outputs = ["html", "data", "feed", "calendar", "sitemap", "search"].map(str::to_owned).into();
    SiteFact {
        title: plain("Situs"),
        description: None,
        base_url: "https://example.go.id/magang/".to_owned(),
        languages: vec![lang(), Lang::new("en")],
        time_zone: chrono_tz::Asia::Jakarta,
        publisher: None,
        license: Some("CC-BY-4.0".to_owned()),
        smallest_group: 5,
        navigation: Vec::new(),
        outputs,
        segments: Default::default(),
        map: crate::derive::facts::MapSettings::default(),
        edit_link: None,
        today: chrono::NaiveDate::MIN,
    }
}

fn subject() -> Subject {
    let reach = vec![Reach { index: 0, origin: false, host: true }];
    let figure = Figure {
        name: FigureName::PeopleHosted,
        value: FigureValue::Number(Measure::from_count(Count::parse("47+").ok())),
        basis: [record(Kind::Cohort)].into(),
        stated: 1,
        silent: 0,
    };
    let last = Figure { name: FigureName::LastActivity, value: FigureValue::Date(date("2022-12")), ..figure.clone() };
    let year = YearRow {
        year: Some(2022),
        cohorts_sent: 0,
        cohorts_hosted: 1,
        placements: 1,
        visits_made: 0,
        visits_received: 1,
        trainings: 1,
        activities: 4,
    };
    let lists = Lists {
        cohorts: reach.clone(),
        placements: reach.clone(),
        visits: reach.clone(),
        trainings: reach,
        outcomes: vec![0],
        evaluations: vec![0],
        statements: vec![0],
        stories: vec![0],
        corrections: vec![0],
        ..Lists::default()
    };
    Subject { figures: vec![figure, last], lists, by_year: vec![year], ..Subject::default() }
}

fn activity(start: &str, end: &str) -> Activity {
    let start = date(start);
    let place = PlaceFact { party: Some(record(Kind::Region)), label: Some(plain(NASTY)) };
    let bare = PlaceFact { party: None, label: Some(plain("Bandung")) };
    Activity {
        start,
        end: date(end),
        date: start,
        year: start.map(PartialDate::year),
        origin: vec![bare],
        host: vec![place],
        topics: vec![record(Kind::Topic)],
        ..Activity::default()
    }
}

fn add_reference(facts: &mut Facts) {
    facts.regions.push(RegionFact {
        head: head("papua"),
        name: plain(NASTY),
        kind: RegionKind::Province,
        parent: None,
        children: Vec::new(),
        code: Some("91".to_owned()),
        former_codes: vec![("82".to_owned(), None)],
        iso: None,
        population: Some(10),
        area_km2: Some(1.5),
        also_called: vec!["Irian".to_owned()],
        tile: None,
        institutions: Vec::new(),
        history: Vec::new(),
        subject: subject(),
    });
    facts.institutions.push(InstitutionFact {
        head: head("dinas"),
        name: plain("Dinas"),
        short: None,
        region: Some(0),
        kind: InstitutionKind::ProvinceGovernment,
        parent: None,
        children: Vec::new(),
        url: None,
        also_called: Vec::new(),
        rotations: Vec::new(),
        subject: Subject::default(),
    });
    facts.programs.push(ProgramFact {
        head: head("magang"),
        organizers: vec![record(Kind::Institution)],
        forms: vec![Form::Internship],
        legal_basis: Vec::new(),
        start: date("2022"),
        end: None,
        aims: None,
        subject: Subject::default(),
    });
    facts.topics.push(TopicFact {
        head: head("arsip"),
        name: plain("Arsip"),
        broader: None,
        narrower: Vec::new(),
        also_called: Vec::new(),
        subject: Subject::default(),
    });
    facts.sources.push(SourceFact {
        head: head("s1"),
        kind: SourceType::Press,
        publisher: NASTY.to_owned(),
        url: Some("https://example.org/".to_owned()),
        published: date("2022-11"),
        accessed: None,
        archived: None,
        language: None,
    });
}

fn add_activities(facts: &mut Facts) {
    facts.cohorts.push(CohortFact {
        head: head("papua-2022"),
        activity: activity("2022-11-14", "2022-12-16"),
        program: 0,
        number: Some("1".to_owned()),
        coordinators: Vec::new(),
        participants: Count::parse("22-23").ok(),
        applicants: None,
        selected: None,
        completed: None,
        person_months: Measure { tenths: true, ..Measure::from_count(Some(Count::exact(242))) },
        breakdown: vec![BreakdownFact {
            name: "gender".to_owned(),
            cells: vec![("female".to_owned(), Measure::HIDDEN)],
        }],
        phases: Vec::new(),
        placements: vec![0],
    });
    facts.placements.push(PlacementFact {
        head: head("p1"),
        activity: Activity { dates_of_cohort: true, ..activity("2022-11-14", "2022-12-16") },
        cohort: 0,
        unit: Some(plain(NASTY)),
        coordinators: Vec::new(),
        count: Some(Count::exact(5)),
        rotations: Vec::new(),
        reason: None,
    });
    facts.visits.push(VisitFact {
        head: head("papua-2022"),
        activity: Activity { status: Some(Status::Planned), statements: vec![0], ..activity("2022-02-28", "") },
        kind: VisitKind::StudiTiru,
        kind_label: None,
        venue: Some(plain(NASTY)),
        delegates: None,
        return_of: None,
    });
    facts.trainings.push(TrainingFact {
        head: head("t1"),
        activity: activity("2022-03", "2022-04-01"),
        kind: TrainingKind::FieldStudy,
        kind_label: None,
        organizers: Vec::new(),
        venue: None,
        participants: Count::parse("~40").ok(),
        hours: None,
        mode: Some(TrainingMode::InPerson),
    });
}

fn add_results(facts: &mut Facts) {
    let of = vec![record(Kind::Visit)];
    facts.outcomes.push(OutcomeFact {
        head: head("o1"),
        of: of.clone(),
        kind: Some(OutcomeKind::ActionPlan),
        applied_at: Vec::new(),
        stage: Stage::InProgress,
        date: date("2023"),
        evidence: Vec::new(),
        topics: Vec::new(),
    });
    facts.evaluations.push(EvaluationFact {
        head: head("e1"),
        of: of.clone(),
        indicator: plain("Puas"),
        method: None,
        n: Measure::HIDDEN,
        value: None,
        unit: None,
        scale: None,
        date: None,
    });
    facts.statements.push(StatementFact {
        head: head("q1"),
        speaker: NASTY.to_owned(),
        office: plain("Bupati"),
        institution: None,
        date: None,
        text: plain(NASTY),
        verbatim: Some(true),
        about: of.clone(),
    });
    facts.corrections.push(CorrectionFact {
        head: Head { updated: date("2024-02-03"), ..head("c1") },
        date: PartialDate::parse("2024-02").expect("a date"),
        kind: CorrectionKind::Update,
        records: of.clone(),
        gone: vec!["x".to_owned()],
        what: plain(NASTY),
        why: plain("Sebab"),
    });
    let text = |lang: &str| TextFact {
        lang: Lang::new(lang),
        file: FileId(0),
        title: format!("{NASTY} {lang}"),
        summary: None,
        telling: Telling { body: String::new(), links: Default::default() },
    };
    facts.stories.push(NarrativeFact {
        head: head("lima"),
        date: date("2022-12-20"),
        about: of,
        author: Some("Ani".to_owned()),
        cover: None,
        slug: "lima".to_owned(),
        texts: vec![text("id")],
    });
}

/// The facts.
pub(crate) fn sample_facts() -> Facts {
    let mut facts = Facts::bare(site());
    facts.as_of = date("2024-02");
    add_reference(&mut facts);
    add_activities(&mut facts);
    add_results(&mut facts);
    facts.pages.push(NarrativeFact { head: head("metode"), slug: "metode".to_owned(), ..facts.stories[0].clone() });
    facts.whole = subject();
    facts.years = vec![(2022, subject())];
    facts
}

/// Runs a test on the plan of the site, with every kind of page.
pub(crate) fn with_sample_plan(test: impl FnOnce(&SitePlan<'_>)) {
    with_plan_of(&sample_facts(), test);
}

/// Runs a test on the plan of facts, with every kind of page.
pub(crate) fn with_plan_of(facts: &Facts, test: impl FnOnce(&SitePlan<'_>)) {
    let kinds = PageKind::ALL.into_iter().collect();
    test(&crate::plan::plan(facts, &kinds, &crate::plan::Named::default(), Means { share_images: true, icons: true }));
}
