//! What `check --fix` and `rename` say, in both languages.

use crate::diag::Bilingual;
use crate::edit::{PatchProblem, RenameProblem};
use crate::value::Kind;

/// How many files were changed.
pub(in crate::cli) fn mended(files: usize) -> Bilingual {
    Bilingual::new(format!("{files} berkas diubah"), format!("{} changed", files_in_english(files)))
}

/// How many files would be changed.
pub(in crate::cli) fn would_mend(files: usize) -> Bilingual {
    Bilingual::new(
        format!("{files} berkas akan diubah; tidak ada yang ditulis"),
        format!("{} would change; nothing was written", files_in_english(files)),
    )
}

/// Why the content was not changed.
pub(in crate::cli) fn not_edited(problem: &PatchProblem) -> Bilingual {
    match problem {
        PatchProblem::Changed(path) => Bilingual::new(
            format!("{path} berubah sejak dibaca, atau berada di luar content/; coba lagi"),
            format!("{path} changed since it was read, or lies outside content/; try again"),
        ),
        PatchProblem::Exists(path) => {
            Bilingual::new(format!("berkas {path} sudah ada"), format!("there is a file {path} already"))
        }
        PatchProblem::Io(path, error) => {
            Bilingual::new(format!("{path} tidak dapat diubah: {error}"), format!("{path} cannot be changed: {error}"))
        }
    }
}

/// Why a record was not renamed.
pub(in crate::cli) fn not_renamed(problem: &RenameProblem, kind: Kind, old: &str, new: &str) -> Bilingual {
    let kind = kind.singular();
    match problem {
        RenameProblem::NoId => Bilingual::new(
            format!("`{new}` bukan id: huruf kecil a–z, angka, dan tanda hubung tunggal"),
            format!("`{new}` is not an id: small letters a–z, digits and single hyphens"),
        ),
        RenameProblem::Taken => {
            Bilingual::new(format!("id `{new}` sudah dipakai"), format!("the id `{new}` is taken already"))
        }
        RenameProblem::Unknown(close) if close.is_empty() => Bilingual::new(
            format!("tidak ada {kind} dengan id `{old}`"),
            format!("there is no {kind} with the id `{old}`"),
        ),
        RenameProblem::Unknown(close) => Bilingual::new(
            format!("tidak ada {kind} dengan id `{old}`; mungkin maksudnya `{}`?", close.join("`, `")),
            format!("there is no {kind} with the id `{old}`; did you mean `{}`?", close.join("`, `")),
        ),
        RenameProblem::Patch(problem) => not_edited(problem),
    }
}

fn files_in_english(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}
