//! The front page.

use crate::derive::facts::{RegionKind, Status};
use crate::plan::charts::map::{MapView, map};
use crate::plan::charts::matrix::{MatrixView, matrix};
use crate::plan::charts::measure::MapMeasure;
use crate::plan::charts::stages::{StagesView, stages};
use crate::plan::charts::topics::{TopicsView, topics};
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::child::{ChildRow, child};
use crate::plan::parts::figure::{FigureView, figures};
use crate::plan::parts::item::{Detail, RecordItem, item};
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};
use std::collections::BTreeSet;

view! {
    /// `home.html`: the front page.
    pub struct HomeView {
        /// Figures of the whole.
        pub lead: Vec<FigureView>,
        /// Every figure of the whole.
        pub figures: Vec<FigureView>,
        /// The map; none where no region has a tile.
        pub map: Option<MapView>,
        /// Flows between the regions of the map; none where there are none.
        pub matrix: Option<MatrixView>,
        /// The index of regions.
        pub regions: Option<LinkView>,
        /// Groups of regions, as ways into that index.
        pub region_groups: Vec<LinkView>,
        /// Every province with its figures, by official code.
        pub provinces: Vec<ChildRow>,
        /// The newest stories.
        pub stories: Vec<RecordItem>,
        /// The index of stories.
        pub all_stories: Option<LinkView>,
        /// Outcomes by stage.
        pub stages: Option<StagesView>,
        /// The index of outcomes.
        pub outcomes: Option<LinkView>,
        /// What is planned.
        pub planned: Vec<RecordItem>,
        /// The newest activities.
        pub recent: Vec<RecordItem>,
        /// The index of visits.
        pub all_visits: Option<LinkView>,
        /// The most frequent topics.
        pub topics: Option<TopicsView>,
        /// The newest corrections.
        pub corrections: Vec<RecordItem>,
    }
}

/// The front page.
pub fn view(scope: &Scope<'_>) -> (Frame, HomeView) {
    let whole = &scope.facts.whole;
    let all = figures(scope, whole, &BTreeSet::new());
    let index = |word: &str, key: &str| {
        let path = scope.routes.index(word, scope.lang).filter(|_| scope.plan.has_index(word))?;
        Some(LinkView::to(scope.word(key), scope.href(&path)))
    };
    let items = |kind, indexes: &[u32], number: usize| -> Vec<RecordItem> {
        indexes.iter().take(number).map(|index| item(scope, RecordRef { kind, index: *index }, Detail::Full)).collect()
    };
    let matter = HomeView {
        lead: lead(scope, &all),
        map: map(scope, MapMeasure::Hosted, scope.plan.atlas().leads_with_outlines(scope.facts)),
        matrix: matrix(scope),
        regions: index("regions", "find_region"),
        region_groups: region_groups(scope),
        provinces: provinces(scope),
        figures: all,
        stories: items(Kind::Story, &whole.lists.stories, 4),
        all_stories: index("stories", "all_stories"),
        stages: stages(scope, whole),
        outcomes: index("outcomes", "all_outcomes"),
        planned: planned(scope),
        recent: recent(scope),
        all_visits: index("visits", "all_visits"),
        topics: topics(scope, whole, None),
        corrections: items(Kind::Correction, &whole.lists.corrections, 3),
    };
    let title = names::localized(scope.facts, &scope.facts.site.title, scope.lang);
    let frame = Frame { heading: Text { lang: scope.lang_mark(&title.lang), text: title.text }, ..Frame::default() };
    (frame, matter)
}

/// The figures of the whole that lead the page.
pub fn lead(scope: &Scope<'_>, all: &[FigureView]) -> Vec<FigureView> {
    let words = ["cohorts", "people_sent", "placements", "visits_made", "trainings"];
    words.iter().filter_map(|word| lead_figure(scope, all, word)).collect()
}

/// A figure of the whole, linked to the index of what it rests on.
fn lead_figure(scope: &Scope<'_>, all: &[FigureView], word: &str) -> Option<FigureView> {
    let mut figure = all.iter().find(|figure| figure.name == word)?.clone();
    let index = match word {
        "placements" => "placements",
        "visits_made" => "visits",
        "trainings" => "trainings",
        _ => "cohorts",
    };
    let path = scope.routes.index(index, scope.lang).filter(|_| scope.plan.has_index(index));
    figure.records_href = path.map(|path| scope.href(&path));
    if word == "visits_made" {
        figure.label = scope.word("figure_visits");
        figure.text = scope.format.number(scope.facts.whole.lists.visits.len() as u64);
        figure.zero = scope.facts.whole.lists.visits.is_empty();
    }
    Some(figure)
}

/// The regions directly below the outermost ones that have provinces: island groups.
fn region_groups(scope: &Scope<'_>) -> Vec<LinkView> {
    let groups = scope.facts.regions.iter().enumerate();
    groups
        .filter(|(_, fact)| fact.kind == RegionKind::IslandGroup)
        .map(|(at, _)| scope.link(RecordRef::new(Kind::Region, at)))
        .collect()
}

fn provinces(scope: &Scope<'_>) -> Vec<ChildRow> {
    let regions = (0u32..).zip(&scope.facts.regions);
    let mut all: Vec<ChildRow> =
        regions.filter(|(_, fact)| fact.kind == RegionKind::Province).map(|(at, _)| child(scope, at)).collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all
}

/// What is planned, latest first; what was cancelled is on the pages of its regions.
fn planned(scope: &Scope<'_>) -> Vec<RecordItem> {
    let activity = |record: &RecordRef| scope.facts.activity(*record);
    let is_planned = |record: &&RecordRef| activity(record).is_some_and(|one| one.status == Some(Status::Planned));
    let mut all: Vec<RecordRef> = scope.facts.whole.lists.apart.iter().filter(is_planned).copied().collect();
    all.sort_by_key(|record| {
        let date = activity(record).and_then(|one| one.date).map(|date| date.sort_key());
        (std::cmp::Reverse(date), *record)
    });
    all.into_iter().take(4).map(|record| item(scope, record, Detail::Brief)).collect()
}

/// The newest dated activities of all kinds but placements, which stand with their cohorts.
fn recent(scope: &Scope<'_>) -> Vec<RecordItem> {
    let lists = &scope.facts.whole.lists;
    let mut all: Vec<RecordRef> = Vec::new();
    for (kind, reaches) in
        [(Kind::Cohort, &lists.cohorts), (Kind::Visit, &lists.visits), (Kind::Training, &lists.trainings)]
    {
        all.extend(reaches.iter().take(8).map(|reach| RecordRef { kind, index: reach.index }));
    }
    let date = |record: &RecordRef| {
        let activity = scope.facts.activity(*record)?;
        activity.year?;
        activity.date.map(|date| date.sort_key())
    };
    all.sort_by_key(|record| (std::cmp::Reverse(date(record)), *record));
    all.into_iter().take(6).map(|record| item(scope, record, Detail::Brief)).collect()
}
