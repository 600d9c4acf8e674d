//! What the records of a subject are about.

use super::bar::{BarPiece, parts};
use super::claim::Item;
use super::foot::{ChartFoot, foot};
use super::says::sentence;
use crate::derive::Subject;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// The topics of a subject.
    pub struct TopicsView {
        /// Which is most frequent, as a true sentence.
        pub sentence: String,
        /// The most frequent, with bars, most first.
        pub rows: Vec<TopicRow>,
        /// The others, at most forty.
        pub others: Vec<TopicRow>,
        /// How many more there are, in words, and the way to all topics.
        pub more: Option<LinkView>,
        /// Sources, date, table.
        pub foot: ChartFoot,
    }
}

view! {
    /// A topic of a subject's records.
    pub struct TopicRow {
        /// The topic.
        pub link: LinkView,
        /// How many records are about it, in digits.
        pub count: String,
        /// Its bar.
        pub bar: Vec<BarPiece>,
    }
}

/// Bars beyond these say little.
const MOST_BARS: usize = 8;
/// More topics than this are only in the index of topics.
const MOST_ROWS: usize = 48;

/// The topics of a subject but `own`, most frequent first; none where no record names one.
pub fn topics(scope: &Scope<'_>, subject: &Subject, own: Option<RecordRef>) -> Option<TopicsView> {
    let lists = &subject.lists.topics;
    let all: Vec<(u32, u32)> = lists.iter().copied().filter(|(index, _)| own != Some(topic(*index))).collect();
    let most = u64::from(all.iter().map(|(_, count)| *count).max()?);
    let items: Vec<Item> = all
        .iter()
        .map(|(index, count)| {
            let name = scope.link(topic(*index)).text;
            Item::exact(name, scope.count("n_records", *count as usize), u64::from(*count))
        })
        .collect();
    let rows = |from: usize, to: usize| -> Vec<TopicRow> {
        let row = |(index, count): &(u32, u32)| TopicRow {
            link: scope.link(topic(*index)),
            count: scope.format.number(u64::from(*count)),
            bar: parts(&[("soft", u64::from(*count))], most),
        };
        all.iter().skip(from).take(to - from).map(row).collect()
    };
    Some(TopicsView {
        sentence: sentence(scope.words, &scope.format, "topics", &items),
        rows: rows(0, MOST_BARS),
        others: rows(MOST_BARS, MOST_ROWS),
        more: more(scope, all.len()),
        foot: foot(scope, &subject.lists.sources),
    })
}

/// The way to the topics beyond the last row.
fn more(scope: &Scope<'_>, number: usize) -> Option<LinkView> {
    let rest = number.checked_sub(MOST_ROWS).filter(|rest| *rest > 0)?;
    let index = scope.routes.index("topics", scope.lang).filter(|_| scope.plan.has_index("topics"));
    let text = scope.count("group_rest", rest);
    Some(LinkView { text, href: index.map(|path| scope.href(&path)), ..LinkView::default() })
}

fn topic(index: u32) -> RecordRef {
    RecordRef { kind: Kind::Topic, index }
}
