//! Every code, one line each. A code never changes its meaning.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; `--strict` makes it an error.
    Warning,
    /// Something to consider.
    Hint,
}

/// What a finding is about. The letter names the ground: **Y** YAML, **F** fields, **V** values,
/// **R** references, **S** sense, **N** narratives, **P** privacy, **A** addresses, **B** budgets of weight, **I** input
/// files, **T** themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// YAML that does not parse.
    Y001,
    /// The same field twice.
    Y002,
    /// Anchors, aliases, merge keys or tags.
    Y003,
    /// Too deep, too large.
    Y004,
    /// Several documents in one file.
    Y005,
    /// A file without a record.
    Y006,
    /// A text with a colon that is not quoted.
    Y007,
    /// A tab where blanks belong.
    Y008,
    /// A text that goes on behind ` #`.
    Y009,
    /// An unknown field.
    F001,
    /// A required field is missing.
    F002,
    /// A list where a text is expected, a text where a list is expected, and so on.
    F003,
    /// A value outside the list of allowed words.
    F004,
    /// A field that excludes another.
    F005,
    /// An output that cannot be left out.
    F006,
    /// Not an id.
    V001,
    /// Not a date, or no such day.
    V002,
    /// Not a duration.
    V003,
    /// Not a count or number.
    V004,
    /// A code that is not quoted.
    V005,
    /// Not an instant with offset or zone.
    V006,
    /// Not a web address.
    V007,
    /// A language that the site does not have.
    V008,
    /// An empty text.
    V009,
    /// A text without its translation.
    V010,
    /// A word that YAML reads as something else: `NO`, `12:30`, `1_000`.
    V011,
    /// A reference to something that does not exist.
    R001,
    /// An id used twice.
    R002,
    /// An id that several kinds have: say which.
    R003,
    /// A reference to a record of the wrong kind.
    R004,
    /// Parents or broader topics that form a circle.
    R005,
    /// A public record refers to one that is not published.
    R006,
    /// A region beside its own institution.
    R007,
    /// References that were not checked, because records did not parse.
    R008,
    /// A region by its code or its name where its id belongs.
    R009,
    /// A source that nobody cites.
    R010,
    /// A record that nobody reaches.
    R011,
    /// Two records that look the same.
    R012,
    /// The bare name of several regions: city or regency?
    R013,
    /// A reference by a former id.
    R014,
    /// The end lies before the start.
    S001,
    /// A placement outside its cohort.
    S002,
    /// Periods of parents or codes that overlap or run backwards.
    S003,
    /// `verified` without evidence, `reported` without a source.
    S004,
    /// More completed than selected, more selected than applied.
    S005,
    /// An `allow` that silences nothing, or cannot.
    S006,
    /// A region under a province to which it did not belong on that date.
    S007,
    /// Placements with more people than their cohort.
    S008,
    /// A host that is also the origin.
    S009,
    /// A statement dated after its source.
    S010,
    /// Reported as done after its source's date.
    S011,
    /// A participant named without valid consent.
    P001,
    /// An identity number: NIK, KK.
    P002,
    /// A staff number: NIP, NI PPPK, old NIP.
    P003,
    /// A mobile phone number.
    P004,
    /// A home address, or a place and date of birth.
    P005,
    /// A tax or bank account number.
    P006,
    /// A private e-mail address.
    P007,
    /// A file that tells where it was made.
    P008,
    /// A link to a page, file or heading that does not exist.
    N001,
    /// Raw HTML in a narrative.
    N002,
    /// A figure that does not exist.
    N003,
    /// Front matter that is missing or not closed.
    N004,
    /// A translation without its original.
    N005,
    /// A link with a scheme that is not allowed.
    N006,
    /// A picture or document that is not in `media/`.
    N007,
    /// A narrative without its translation.
    N008,
    /// A story that is about nothing.
    N009,
    /// An image without a description.
    N010,
    /// A description that is a file name.
    N011,
    /// A link that says only "here".
    N012,
    /// A heading level that was skipped.
    N013,
    /// The same heading twice.
    N014,
    /// A weekday that does not fit its date.
    N015,
    /// A link to a former address.
    N016,
    /// A picture that cannot be shown.
    N017,
    /// A text in place of a value.
    N018,
    /// Two pages on one address.
    A001,
    /// An alias that is no address.
    A002,
    /// A page that is heavier than the site allows.
    B001,
    /// An unknown kind of folder or file.
    I001,
    /// A file that does not belong in `content/`.
    I002,
    /// A file that cannot be read.
    I003,
    /// A file that is not UTF-8.
    I004,
    /// A symbolic link that leaves `content/`.
    I005,
    /// No site: `content/site.yaml` is missing.
    I006,
    /// A file name that cannot become an address.
    I007,
    /// A mark at the start of a file that Windows programs leave.
    I008,
    /// Line ends of Windows.
    I009,
    /// Outlines of regions that are no map.
    I010,
    /// Outlines that belong to no region.
    I011,
    /// A theme that does not exist.
    T001,
    /// A template with an error.
    T002,
    /// Interface words that are missing, unused or disagree between languages.
    T003,
    /// A `theme.yaml` that cannot be read, or a color in it that is none.
    T004,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 95] = [
        Self::Y001,
        Self::Y002,
        Self::Y003,
        Self::Y004,
        Self::Y005,
        Self::Y006,
        Self::Y007,
        Self::Y008,
        Self::Y009,
        Self::F001,
        Self::F002,
        Self::F003,
        Self::F004,
        Self::F005,
        Self::F006,
        Self::V001,
        Self::V002,
        Self::V003,
        Self::V004,
        Self::V005,
        Self::V006,
        Self::V007,
        Self::V008,
        Self::V009,
        Self::V010,
        Self::V011,
        Self::R001,
        Self::R002,
        Self::R003,
        Self::R004,
        Self::R005,
        Self::R006,
        Self::R007,
        Self::R008,
        Self::R009,
        Self::R010,
        Self::R011,
        Self::R012,
        Self::R013,
        Self::R014,
        Self::S001,
        Self::S002,
        Self::S003,
        Self::S004,
        Self::S005,
        Self::S006,
        Self::S007,
        Self::S008,
        Self::S009,
        Self::S010,
        Self::S011,
        Self::P001,
        Self::P002,
        Self::P003,
        Self::P004,
        Self::P005,
        Self::P006,
        Self::P007,
        Self::P008,
        Self::N001,
        Self::N002,
        Self::N003,
        Self::N004,
        Self::N005,
        Self::N006,
        Self::N007,
        Self::N008,
        Self::N009,
        Self::N010,
        Self::N011,
        Self::N012,
        Self::N013,
        Self::N014,
        Self::N015,
        Self::N016,
        Self::N017,
        Self::N018,
        Self::A001,
        Self::A002,
        Self::B001,
        Self::I001,
        Self::I002,
        Self::I003,
        Self::I004,
        Self::I005,
        Self::I006,
        Self::I007,
        Self::I008,
        Self::I009,
        Self::I010,
        Self::I011,
        Self::T001,
        Self::T002,
        Self::T003,
        Self::T004,
    ];

    /// The code that a word names: `R001`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.word() == word)
    }

    /// The code as it is printed and silenced: `R001`.
    pub fn word(self) -> String {
        format!("{self:?}")
    }

    /// Whether `allow` silences it although it is an error: a number may only look like personal data.
    pub fn can_be_allowed(self) -> bool {
        matches!(self, Self::P002 | Self::P003 | Self::P004 | Self::P005 | Self::P006 | Self::P007 | Self::P008)
            || self.severity() != Severity::Error
    }

    /// How bad a finding with this code is.
    pub fn severity(self) -> Severity {
        match self {
            Self::F006
            | Self::R006
            | Self::R008
            | Self::R010
            | Self::R012
            | Self::S005
            | Self::S006
            | Self::S007
            | Self::S008
            | Self::S009
            | Self::S010
            | Self::S011
            | Self::N002
            | Self::N005
            | Self::N009
            | Self::N010
            | Self::N011
            | Self::N012
            | Self::N013
            | Self::N014
            | Self::N015
            | Self::N016
            | Self::N018
            | Self::B001
            | Self::I002
            | Self::I011
            | Self::Y006
            | Self::Y009
            | Self::V011 => Severity::Warning,
            Self::R007 | Self::R011 | Self::V010 | Self::N008 | Self::I008 | Self::I009 => Severity::Hint,
            _ => Severity::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_is_found_by_its_word() {
        let source = include_str!("code.rs");
        let is_code = |word: &str| word.len() == 4 && word[1..].bytes().all(|byte| byte.is_ascii_digit());
        let declared = source
            .lines()
            .filter(|line| line.strip_prefix("    ").and_then(|line| line.strip_suffix(',')).is_some_and(is_code));
        assert_eq!(declared.count(), Code::ALL.len());
        for code in Code::ALL {
            assert_eq!(Code::from_word(&code.word()), Some(code));
        }
        assert_eq!(Code::from_word("Q999"), None);
    }
}
