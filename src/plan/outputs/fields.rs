//! The one table of the fields of data files: what each is called, which kinds of record have it, and what its values are.
//!
//! CSV headings, types in workbooks, `datapackage.json`, CSVW, the data dictionary and the data page are all made of it.
//! What a field means in words stands in `dictionary/`. A row is written in this order, so that a table is filled in one pass.

use crate::value::Kind;

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The id of the record itself.
    Key,
    /// Text in the language of the table.
    Text,
    /// Text that looks like a number and is none: a code of a region.
    Code,
    /// The id of a record of one kind.
    Id(Kind),
    /// Ids of records of one kind.
    IdsOf(Kind),
    /// Ids of records of any kind, where two kinds share one with the kind in front.
    Ids,
    /// Several texts.
    Texts,
    /// One of a list of words.
    Word(&'static [&'static str]),
    /// Several of a list of words.
    Words(&'static [&'static str]),
    /// A date as precise as it is known, `~` at its end for "about" (EDTF).
    Date,
    /// An ISO 8601 duration, perhaps approximate or open.
    Duration,
    /// An address.
    Url,
    /// A BCP 47 language.
    Language,
    /// A whole number.
    Integer,
    /// Any other number.
    Decimal,
    /// Yes or no.
    Flag,
    /// A count in four columns: value, lower and upper end, state.
    Count,
    /// The same in tenths.
    Tenths,
}

impl Shape {
    /// Whether a field of this shape takes four columns.
    pub fn is_measure(self) -> bool {
        matches!(self, Self::Count | Self::Tenths)
    }
}

/// A field: its name, the letters of the kinds that have it (see [`letter`]; `*` is every kind), and its shape.
pub(super) type Field = (&'static str, &'static str, Shape);

const ROLES: &[&str] = &["origin", "host", "both"];
const REGIONS: &[&str] = &["country", "island-group", "province", "regency", "city", "district", "other"];
const INSTITUTIONS: &[&str] = &[
    "central",
    "province-government",
    "regency-government",
    "city-government",
    "district-government",
    "agency",
    "unit",
    "council",
    "university",
    "association",
    "media",
    "foreign",
    "other",
];
const VISITS: &[&str] = &["studi-tiru", "studi-banding", "kunjungan-kerja", "benchmarking", "other"];
const TRAININGS: &[&str] = &["diklat", "bimtek", "workshop", "seminar", "webinar", "field-study", "other"];
const OUTCOMES: &[&str] = &["action-plan", "report", "change-project", "adoption", "policy", "agreement"];
const SOURCES: &[&str] = &["press", "release", "report", "regulation", "decree", "dataset", "interview", "web"];
const CORRECTIONS: &[&str] = &["correction", "update", "withdrawal"];
const FORMS: &[&str] = &["internship", "exchange", "training", "visit"];
const STATUSES: &[&str] = &["planned", "ongoing", "completed", "cancelled"];
const MODES: &[&str] = &["in-person", "online", "mixed"];
const STAGES: &[&str] = &["expected", "planned", "in-progress", "reported", "verified", "dropped"];
const KINDS: &[&str] = &[
    "region",
    "institution",
    "program",
    "topic",
    "source",
    "cohort",
    "placement",
    "visit",
    "training",
    "outcome",
    "evaluation",
    "statement",
    "correction",
    "story",
    "page",
];

/// The words of a state (content model, section 4, rule 5).
pub(super) const STATES: &[&str] =
    &["exact", "approximate", "range", "at-least", "unknown", "hidden", "not-applicable"];

/// Fields in the order of tables. A name that stands here more than once is one column.
pub(super) const FIELDS: &[Field] = &[
    ("kind", "*", Shape::Word(KINDS)),
    ("id", "*", Shape::Key),
    ("title", "*", Shape::Text),
    ("url", "*", Shape::Url),
    ("role", "cpvt", Shape::Word(ROLES)),
    ("type", "R", Shape::Word(REGIONS)),
    ("type", "I", Shape::Word(INSTITUTIONS)),
    ("type", "v", Shape::Word(VISITS)),
    ("type", "t", Shape::Word(TRAININGS)),
    ("type", "o", Shape::Word(OUTCOMES)),
    ("type", "S", Shape::Word(SOURCES)),
    ("type", "x", Shape::Word(CORRECTIONS)),
    ("type_label", "vt", Shape::Text),
    ("short", "I", Shape::Text),
    ("parent", "R", Shape::Id(Kind::Region)),
    ("parent", "I", Shape::Id(Kind::Institution)),
    ("region", "I", Shape::Id(Kind::Region)),
    ("broader", "T", Shape::Id(Kind::Topic)),
    ("code", "R", Shape::Code),
    ("former_codes", "R", Shape::Texts),
    ("iso", "R", Shape::Code),
    ("population", "R", Shape::Integer),
    ("area_km2", "R", Shape::Decimal),
    ("also_called", "RIT", Shape::Texts),
    ("homepage", "IS", Shape::Url),
    ("publisher", "S", Shape::Text),
    ("published", "S", Shape::Date),
    ("accessed", "S", Shape::Date),
    ("archived", "S", Shape::Url),
    ("language", "S", Shape::Language),
    ("forms", "P", Shape::Words(FORMS)),
    ("legal_basis", "P", Shape::Texts),
    ("aims", "P", Shape::Text),
    ("date", "oeqxs", Shape::Date),
    ("start", "cpvtP", Shape::Date),
    ("end", "cpvtP", Shape::Date),
    ("duration", "cpvt", Shape::Duration),
    ("reported", "cpvt", Shape::Date),
    ("status", "cpvt", Shape::Word(STATUSES)),
    ("year", "cpvt", Shape::Integer),
    ("within_cohort_dates", "p", Shape::Flag),
    ("program", "cp", Shape::Id(Kind::Program)),
    ("number", "c", Shape::Code),
    ("cohort", "p", Shape::Id(Kind::Cohort)),
    ("origin_ids", "cpvt", Shape::Ids),
    ("origin_names", "cpvt", Shape::Texts),
    ("host_ids", "cpvt", Shape::Ids),
    ("host_names", "cpvt", Shape::Texts),
    ("unit", "pe", Shape::Text),
    ("coordinators", "cp", Shape::Texts),
    ("organizers", "tP", Shape::Texts),
    ("rotations", "p", Shape::Texts),
    ("venue", "vt", Shape::Text),
    ("mode", "t", Shape::Word(MODES)),
    ("return_of", "v", Shape::Id(Kind::Visit)),
    ("participants", "ct", Shape::Count),
    ("applicants", "c", Shape::Count),
    ("selected", "c", Shape::Count),
    ("completed", "c", Shape::Count),
    ("person_months", "c", Shape::Tenths),
    ("breakdown", "c", Shape::Texts),
    ("count", "p", Shape::Count),
    ("reason", "p", Shape::Text),
    ("delegates", "v", Shape::Count),
    ("hours", "t", Shape::Count),
    ("of", "oe", Shape::Ids),
    ("stage", "o", Shape::Word(STAGES)),
    ("applied_at_ids", "o", Shape::Ids),
    ("applied_at_names", "o", Shape::Texts),
    ("evidence", "o", Shape::IdsOf(Kind::Source)),
    ("indicator", "e", Shape::Text),
    ("method", "e", Shape::Text),
    ("n", "e", Shape::Count),
    ("value", "e", Shape::Code),
    ("scale", "e", Shape::Text),
    ("speaker", "q", Shape::Text),
    ("office", "q", Shape::Text),
    ("institution", "q", Shape::Id(Kind::Institution)),
    ("text", "q", Shape::Text),
    ("verbatim", "q", Shape::Flag),
    ("about", "qs", Shape::Ids),
    ("records", "x", Shape::Ids),
    ("gone", "x", Shape::Texts),
    ("what", "x", Shape::Text),
    ("why", "x", Shape::Text),
    ("author", "s", Shape::Text),
    ("topics", "cpvto", Shape::IdsOf(Kind::Topic)),
    ("sources", "*", Shape::IdsOf(Kind::Source)),
    ("summary", "*", Shape::Text),
    ("note", "*", Shape::Text),
    ("tags", "*", Shape::Texts),
    ("updated", "*", Shape::Date),
];

/// Whether records of a kind have a field with these letters.
pub(super) fn belongs(letters: &str, kind: Kind) -> bool {
    letters == "*" || letters.contains(letter(kind))
}

fn letter(kind: Kind) -> char {
    match kind {
        Kind::Region => 'R',
        Kind::Institution => 'I',
        Kind::Program => 'P',
        Kind::Topic => 'T',
        Kind::Source => 'S',
        Kind::Cohort => 'c',
        Kind::Placement => 'p',
        Kind::Visit => 'v',
        Kind::Training => 't',
        Kind::Outcome => 'o',
        Kind::Evaluation => 'e',
        Kind::Statement => 'q',
        Kind::Correction => 'x',
        Kind::Story | Kind::Page => 's',
    }
}
