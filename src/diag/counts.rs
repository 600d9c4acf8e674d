//! How much was found.

use super::{Bilingual, Report, Severity};

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints; told where there are any.
    pub hints: usize,
}

impl Counts {
    /// Those of a report.
    pub fn of(report: &Report) -> Self {
        Self {
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            hints: report.count(Severity::Hint),
        }
    }

    /// `3 galat, 1 peringatan`.
    pub fn words(self) -> Bilingual {
        let Self { errors, warnings, hints } = self;
        let counted =
            |count: usize, noun: &str| if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") };
        let mut id = format!("{errors} galat, {warnings} peringatan");
        let mut en = format!("{}, {}", counted(errors, "error"), counted(warnings, "warning"));
        if hints > 0 {
            id.push_str(&format!(", {hints} saran"));
            en.push_str(&format!(", {}", counted(hints, "hint")));
        }
        Bilingual::new(id, en)
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_are_worded_in_both_languages() {
        let counts = |hints| Counts { errors: 3, warnings: 1, hints };
        assert_eq!(counts(0).words().id, "3 galat, 1 peringatan");
        assert_eq!(counts(0).words().en, "3 errors, 1 warning");
        assert_eq!(counts(2).words().id, "3 galat, 1 peringatan, 2 saran");
    }
}
