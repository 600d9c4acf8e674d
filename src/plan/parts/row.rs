//! The facts of a record as label and value.

use super::link::{LinkView, Mention, Text, Words};
use crate::derive::facts::PlaceFact;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Count, Duration, Localized, PartialDate, RecordRef, State};

view! {
    /// A label with its values.
    pub struct Row {
        /// The question that this row and those after it answer (`what`, `who`, `where`, `when`), in words; empty where
        /// the question is that of the row before.
        pub question: String,
        /// The anchor, for fields that narratives may name; may be empty.
        pub anchor: String,
        /// The label.
        pub label: Words,
        /// The values.
        pub values: Vec<Mention>,
        /// Whether nothing is known: the value says so in words.
        pub unknown: bool,
    }
}

/// Rows in the making. A row without values is left out, unless its absence is worth saying.
pub struct Rows<'s, 'p> {
    scope: &'s Scope<'p>,
    rows: Vec<Row>,
    question: String,
}

impl<'s, 'p> Rows<'s, 'p> {
    /// No rows yet.
    pub fn new(scope: &'s Scope<'p>) -> Self {
        Self { scope, rows: Vec::new(), question: String::new() }
    }

    /// The rows.
    pub fn done(self) -> Vec<Row> {
        self.rows
    }

    /// The question that the next rows answer.
    #[must_use]
    pub fn ask(mut self, key: &str) -> Self {
        if self.scope.shows("question") {
            self.question = self.scope.word(&format!("ask_{key}"));
        }
        self
    }

    /// Values as they are; left out if there are none.
    #[must_use]
    pub fn values<M: Into<Mention>>(mut self, key: &str, values: Vec<M>) -> Self {
        if !values.is_empty() {
            self.rows.push(Row {
                question: std::mem::take(&mut self.question),
                anchor: String::new(),
                label: self.scope.plan.row_label(self.scope.lang, key),
                values: values.into_iter().map(Into::into).collect(),
                unknown: false,
            });
        }
        self
    }

    /// Values of which it is worth saying that no source states them.
    #[must_use]
    pub fn values_or_unknown<M: Into<Mention>>(mut self, key: &str, values: Vec<M>) -> Self {
        let unknown = values.is_empty();
        let mut values: Vec<Mention> = values.into_iter().map(Into::into).collect();
        if unknown {
            values.push(LinkView::plain(self.scope.word("format_unknown")).into());
        }
        self = self.values(key, values);
        if let Some(last) = self.rows.last_mut() {
            last.unknown = unknown;
        }
        self
    }

    /// Places of which it is worth saying that no source names them.
    #[must_use]
    pub fn places(self, key: &str, places: &[PlaceFact]) -> Self {
        let values = self.scope.places(places);
        self.values_or_unknown(key, values)
    }

    /// Places; left out if there are none.
    #[must_use]
    pub fn known_places(self, key: &str, places: &[PlaceFact]) -> Self {
        let values = self.scope.places(places);
        self.values(key, values)
    }

    /// Records; left out if there are none.
    #[must_use]
    pub fn records(self, key: &str, records: &[RecordRef]) -> Self {
        let values = self.scope.links(records);
        self.values(key, values)
    }

    /// Words; left out if there are none.
    #[must_use]
    pub fn text(self, key: &str, text: Option<String>) -> Self {
        self.values(key, text.map(LinkView::plain).into_iter().collect::<Vec<LinkView>>())
    }

    /// A name; left out if there is none.
    #[must_use]
    pub fn named(self, key: &str, text: Option<&Localized>) -> Self {
        let values = text.map(|text| {
            let Text { text, lang } = self.scope.named(text);
            LinkView { text, lang, ..LinkView::default() }
        });
        self.values(key, values.into_iter().collect::<Vec<LinkView>>())
    }

    /// Prose; left out if there is none.
    #[must_use]
    pub fn prose(self, key: &str, text: Option<&Localized>) -> Self {
        let values = text.map(|text| {
            let Text { text, lang } = self.scope.prose(text);
            LinkView { text, lang, ..LinkView::default() }
        });
        self.values(key, values.into_iter().collect::<Vec<LinkView>>())
    }

    /// A count that carries its anchor; left out if no source states it.
    #[must_use]
    pub fn count(mut self, key: &str, count: Option<Count>) -> Self {
        if let Some(count) = count {
            let text = count_text(self.scope, count);
            self = self.text(key, Some(text));
            self.anchor(key);
        }
        self
    }

    /// A count of which it is worth saying that no source states it.
    #[must_use]
    pub fn count_or_unknown(mut self, key: &str, count: Option<Count>) -> Self {
        match count {
            Some(_) => self.count(key, count),
            None => {
                self = self.values_or_unknown(key, Vec::<LinkView>::new());
                self.anchor(key);
                self
            }
        }
    }

    /// A date that carries its anchor; left out if there is none.
    #[must_use]
    pub fn date(mut self, key: &str, date: Option<PartialDate>) -> Self {
        if let Some(date) = date {
            let value = self.scope.date(date);
            self = self.values(key, vec![value]);
            self.anchor(key);
        }
        self
    }

    /// How long, in the words of the source.
    #[must_use]
    pub fn duration(self, duration: Option<Duration>) -> Self {
        let text = duration.map(|duration| self.scope.format.duration(duration));
        self.text("duration", text)
    }

    fn anchor(&mut self, key: &str) {
        if let Some(last) = self.rows.last_mut().filter(|_| self.scope.shows("anchor")) {
            last.anchor = key.to_owned();
        }
    }
}

/// A count in words.
pub fn count_text(scope: &Scope<'_>, count: Count) -> String {
    let state = if count.low == 0 && count.high == Some(0) { State::Exact } else { count.state() };
    scope.format.interval(state, Some(count.low), count.high, false)
}
