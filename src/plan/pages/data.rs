//! The page of downloads.

use crate::derive::FigureName;
use crate::plan::parts::base::Frame;
use crate::plan::parts::figure::label_key;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::Kind;

view! {
    /// `data.html`: what can be downloaded, and under which licence.
    pub struct DataView {
        /// Tables of whole kinds.
        pub tables: Vec<DataFile>,
        /// The feed of the whole site; none where it is not made.
        pub feed: Option<LinkView>,
        /// The calendar of the whole site; none where it is not made.
        pub calendar: Option<LinkView>,
        /// The names of figures in data files with their names in words.
        pub figures: Vec<LinkView>,
    }
}

view! {
    /// A table of a kind of record.
    pub struct DataFile {
        /// What it holds.
        pub text: String,
        /// How many records, in words.
        pub count: String,
        /// The spreadsheet.
        pub csv: String,
        /// The same for programs.
        pub json: String,
    }
}

/// The page of downloads.
pub fn view(scope: &Scope<'_>) -> (Frame, DataView) {
    let home = scope.plan.pages().iter().find(|page| page.path == scope.routes.home(scope.lang));
    let beside_home = |name: &str| scope.href(&format!("{}{name}", scope.routes.home(scope.lang)));
    let feed = home.filter(|page| scope.plan.has_feed(page));
    let calendar = home.filter(|page| scope.plan.has_calendar(page));
    let matter = DataView {
        tables: Kind::ALL.into_iter().filter_map(|kind| table(scope, kind)).collect(),
        feed: feed.map(|_| LinkView::to(scope.word("file_feed"), beside_home("feed.xml"))),
        calendar: calendar.map(|_| LinkView::to(scope.word("file_calendar"), beside_home("calendar.ics"))),
        figures: FigureName::ALL
            .into_iter()
            .map(|name| LinkView {
                text: scope.word(&label_key(name)),
                iso: Some(name.word().to_owned()),
                ..LinkView::default()
            })
            .collect(),
    };
    let frame = Frame {
        heading: Text { text: scope.word("nav_data"), lang: None },
        description: scope.word("data_intro"),
        section: "data".to_owned(),
        ..Frame::default()
    };
    (frame, matter)
}

fn table(scope: &Scope<'_>, kind: Kind) -> Option<DataFile> {
    let word = kind.plural();
    if !scope.plan.has_output("data") || !scope.plan.has_index(word) || matches!(kind, Kind::Page) {
        return None;
    }
    let path = scope.routes.index(word, scope.lang)?;
    Some(DataFile {
        text: scope.word(&format!("kind_{word}")),
        count: scope.count(&format!("n_{word}"), scope.facts.count(kind)),
        csv: scope.href(&format!("{path}data.csv")),
        json: scope.href(&format!("{path}data.json")),
    })
}
