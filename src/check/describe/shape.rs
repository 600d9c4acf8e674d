//! What a field may hold, as the readers say it of themselves.

use crate::value::Kind;

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Anything; it is not looked at.
    Anything,
    /// A text.
    Text,
    /// A text, or one for each language.
    Localized,
    /// An id.
    Id,
    /// An id, or one for each language.
    LocalizedId,
    /// The id of a record of one of these kinds.
    Reference(&'static [Kind]),
    /// A party, or the words of the source with the region they roughly mean.
    Place,
    /// A partial, perhaps approximate date.
    Date,
    /// A duration.
    Duration,
    /// A moment with offset or zone.
    Instant,
    /// A count: exact, approximate, a range, at least.
    Count,
    /// Counts by group, by dimension.
    Breakdown,
    /// A whole number from 0.
    Whole,
    /// A decimal number.
    Decimal,
    /// A decimal number from 0.
    Size,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Word(Vec<&'static str>),
    /// A code, quoted.
    Code,
    /// A web address.
    Url,
    /// A web address that others begin with: neither `?` nor `#`.
    Base,
    /// An address of electronic mail.
    Email,
    /// A language.
    Language,
    /// Column and row of a tile.
    Tile,
    /// Fields with names.
    Table(Vec<Described>),
}

/// A field as its reader describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its name.
    pub name: &'static str,
    /// It must be there.
    pub required: bool,
    /// A list of such values.
    pub list: bool,
    /// One such value may stand without the brackets of a list.
    pub single: bool,
    /// What it, or each item of its list, may hold.
    pub shape: Shape,
}

/// Fields that are being described: the innermost table last.
#[derive(Debug)]
pub struct Description {
    tables: Vec<Vec<Described>>,
}

impl Description {
    /// Nothing described yet.
    pub fn of_record() -> Self {
        Self { tables: vec![Vec::new()] }
    }

    /// A field is asked for. Whoever asks twice describes it once.
    pub fn begin(&mut self, name: &'static str) {
        let Some(table) = self.tables.last_mut() else { return };
        let at = table.iter().position(|field| field.name == name);
        let field = match at {
            Some(at) => table.remove(at),
            None => Described { name, required: false, list: false, single: false, shape: Shape::Anything },
        };
        table.push(field);
    }

    /// The field that is being read.
    pub fn field(&mut self) -> Option<&mut Described> {
        self.tables.last_mut().and_then(|table| table.last_mut())
    }

    /// Its reader says what it may hold; the first word counts, because readers call each other.
    pub fn shape(&mut self, shape: Shape) {
        if let Some(field) = self.field().filter(|field| field.shape == Shape::Anything) {
            field.shape = shape;
        }
    }

    /// The fields of the value of a field follow.
    pub fn open(&mut self) {
        self.tables.push(Vec::new());
    }

    /// They are all described.
    pub fn close(&mut self) {
        if self.tables.len() > 1
            && let Some(table) = self.tables.pop()
        {
            self.shape(Shape::Table(table));
        }
    }

    /// The fields of the outermost table.
    pub fn into_fields(self) -> Vec<Described> {
        self.tables.into_iter().next().unwrap_or_default()
    }
}
