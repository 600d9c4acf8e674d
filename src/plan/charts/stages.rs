//! Outcomes by stage: what is expected is not yet there.

use super::bar::{BarPiece, bar, longest};
use super::claim::Item;
use super::foot::{ChartFoot, foot, sources_of};
use super::says::sentence;
use crate::derive::facts::Stage;
use crate::derive::{FigureName, FigureValue, Measure, Subject};
use crate::plan::parts::figure::measure_text;
use crate::plan::parts::item::stage_key;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::text::Messages;
use crate::text::format::Formatter;
use crate::value::{Kind, RecordRef};

view! {
    /// Outcomes by stage.
    pub struct StagesView {
        /// At which stage most are, and whether any is verified, as true sentences.
        pub sentence: String,
        /// Every stage, from expected to dropped.
        pub rows: Vec<StageRow>,
        /// Sources, date, table.
        pub foot: ChartFoot,
    }
}

view! {
    /// Outcomes of one stage.
    pub struct StageRow {
        /// The stage: `expected`, `planned`, …
        pub stage: String,
        /// Its name in words.
        pub text: String,
        /// How many.
        pub count: String,
        /// Its bar.
        pub bar: Vec<BarPiece>,
    }
}

/// Every stage, in the order of its way.
pub(super) const STAGES: [Stage; 6] =
    [Stage::Expected, Stage::Planned, Stage::InProgress, Stage::Reported, Stage::Verified, Stage::Dropped];

/// The outcomes of a subject by stage; none where it has none.
pub fn stages(scope: &Scope<'_>, subject: &Subject) -> Option<StagesView> {
    let all: Vec<(Stage, Measure)> =
        STAGES.into_iter().filter_map(|stage| Some((stage, of(subject, stage)?))).collect();
    if all.iter().all(|(_, measure)| measure.is_zero()) {
        return None;
    }
    let most = longest(all.iter().map(|(_, measure)| measure));
    let rows = all.iter().map(|(stage, measure)| StageRow {
        stage: stage_key(*stage).trim_start_matches("stage_").to_owned(),
        text: scope.word(stage_key(*stage)),
        count: measure_text(scope, *measure),
        bar: bar(*measure, "outcome", most),
    });
    let outcomes = subject.lists.outcomes.iter().map(|index| RecordRef { kind: Kind::Outcome, index: *index });
    Some(StagesView {
        sentence: says(scope.words, &scope.format, &all),
        rows: rows.collect(),
        foot: foot(scope, &sources_of(scope, outcomes)),
    })
}

fn of(subject: &Subject, stage: Stage) -> Option<Measure> {
    match subject.figure(FigureName::Outcomes(stage))?.value {
        FigureValue::Number(measure) => Some(measure),
        FigureValue::Date(_) => None,
    }
}

/// At which stage most outcomes are, and whether any is verified.
pub(super) fn says(words: &Messages, format: &Formatter<'_>, all: &[(Stage, Measure)]) -> String {
    let item = |(stage, measure): &(Stage, Measure)| {
        let one = measure.low.filter(|_| measure.is_exact());
        let number = format.interval(measure.state, measure.low, measure.high, false);
        Item::measured(words.get(stage_key(*stage)), words.count("n_outcomes", one, &number), *measure)
    };
    let items: Vec<Item> = all.iter().map(item).collect();
    let mut text = sentence(words, format, "stages", &items);
    if all.iter().any(|(stage, measure)| *stage == Stage::Verified && measure.is_exact() && measure.is_zero()) {
        text.push(' ');
        text.push_str(words.get("says_none_verified"));
    }
    text
}
