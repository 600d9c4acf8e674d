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
/// **R** references, **S** sense, **N** narratives, **P** privacy, **A** addresses, **I** input
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
    /// Two pages on one address.
    A001,
    /// An alias that is no address.
    A002,
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
    /// A theme that does not exist.
    T001,
    /// A template with an error.
    T002,
    /// Interface words that are missing, unused or disagree between languages.
    T003,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 60] = [
        Self::Y001,
        Self::Y002,
        Self::Y003,
        Self::Y004,
        Self::Y005,
        Self::Y006,
        Self::F001,
        Self::F002,
        Self::F003,
        Self::F004,
        Self::F005,
        Self::V001,
        Self::V002,
        Self::V003,
        Self::V004,
        Self::V005,
        Self::V006,
        Self::V007,
        Self::V008,
        Self::V009,
        Self::R001,
        Self::R002,
        Self::R003,
        Self::R004,
        Self::R005,
        Self::R006,
        Self::R007,
        Self::R008,
        Self::S001,
        Self::S002,
        Self::S003,
        Self::S004,
        Self::S005,
        Self::S006,
        Self::P001,
        Self::P002,
        Self::P003,
        Self::P004,
        Self::P005,
        Self::P006,
        Self::P007,
        Self::N001,
        Self::N002,
        Self::N003,
        Self::N004,
        Self::N005,
        Self::N006,
        Self::N007,
        Self::A001,
        Self::A002,
        Self::I001,
        Self::I002,
        Self::I003,
        Self::I004,
        Self::I005,
        Self::I006,
        Self::I007,
        Self::T001,
        Self::T002,
        Self::T003,
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
        matches!(self, Self::P002 | Self::P003 | Self::P004 | Self::P005 | Self::P006 | Self::P007)
            || self.severity() != Severity::Error
    }

    /// How bad a finding with this code is.
    pub fn severity(self) -> Severity {
        match self {
            Self::R006 | Self::R008 | Self::S005 | Self::S006 | Self::N002 | Self::N005 | Self::I002 | Self::Y006 => {
                Severity::Warning
            }
            Self::R007 => Severity::Hint,
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
