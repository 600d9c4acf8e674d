//! The fields that every record may carry.

use crate::diag::{Located, Span};
use crate::value::{Localized, PartialDate, RecordRef};
use chrono::{DateTime, FixedOffset};

/// Fields of every record. `internal` is not among them: it is never kept.
#[derive(Clone, Debug)]
pub struct Common {
    /// The id, unique within its kind; a statement without one gets one that is not published.
    pub id: Located<String>,
    /// The whole record.
    pub span: Span,
    /// The title as written; a generated one is made by the theme's words.
    pub title: Option<Localized>,
    /// One or two sentences.
    pub summary: Option<Localized>,
    /// Where this was read; references to sources.
    pub sources: Vec<Located<RecordRef>>,
    /// Free words.
    pub tags: Vec<String>,
    /// Written, not meant for the public yet.
    pub draft: bool,
    /// Not before this moment.
    pub publish_at: Option<DateTime<FixedOffset>>,
    /// Last change of substance.
    pub updated: Option<PartialDate>,
    /// Old addresses.
    pub aliases: Vec<Located<String>>,
    /// A remark, shown.
    pub note: Option<Localized>,
    /// Named participants, with their consent.
    pub people: Vec<Person>,
    /// Silenced findings.
    pub allow: Vec<Allow>,
    /// Draft, under embargo, or resting on a record that is: it exists nowhere in the output.
    pub hidden: bool,
}

/// A named participant. Names are checked for consent and not published by the default theme.
#[derive(Clone, Debug)]
pub struct Person {
    /// The full name.
    pub name: Located<String>,
    /// When consent was given.
    pub consent_date: PartialDate,
    /// To what.
    pub consent_scope: String,
    /// Until when it holds.
    pub consent_until: Option<PartialDate>,
}

/// A silenced finding and its reason.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The code.
    pub code: Located<String>,
    /// Why it is right here.
    pub why: String,
}
