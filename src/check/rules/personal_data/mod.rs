//! Personal data that must not be published: found in any text, never repeated.
//!
//! In: any text, a record's value, a comment, a line of prose, a file name. Out: what kind of
//! personal data stands where. The scan stops only at digits and `@`; words that matter (`NIP`,
//! `rekening`, `TTL`) are looked for behind a number that could be one, so that a text without
//! numbers costs one pass over its bytes.
//!
//! 1. `chain` reads a number with the blanks, dots and dashes that people put between its groups;
//! 2. `identity`, `staff`, `phone`, `address`, `birth`, `tax`, `account`, `email` each know one kind;
//! 3. `context` looks around a number: the word before it, the web address or hash that it is part of.
//!
//! Every look forward or back is bounded, so time grows with the length of the text alone.
//! The kinds and their false friends follow Indonesia's numbering rules: dates inside a number
//! decide, not how many digits it has.

mod account;
mod address;
mod birth;
mod chain;
mod context;
mod email;
mod identity;
mod kind;
mod phone;
mod staff;
mod tax;

#[cfg(test)]
mod tests;

use crate::diag::{Bilingual, Code, Diagnostic, FileId, Places, Report, Span};
use chain::Chain;
use kind::Kind;
use std::collections::BTreeSet;
use std::ops::Range;

/// Personal data in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `P002` to `P007`.
    pub code: Code,
    /// What kind of personal data it is, never the value: "nomor telepon seluler".
    pub what: Bilingual,
    /// The bytes of the text that hold it; begins and ends between characters.
    pub range: Range<usize>,
}

/// Finds all personal data in `text`, in order, without overlaps.
pub fn find(text: &str) -> Vec<Finding> {
    let bytes = text.as_bytes();
    let mut findings: Vec<Finding> = Vec::new();
    let mut at = 0;
    let mut taken = 0;
    while let Some(step) = bytes[at..].iter().position(|byte| byte.is_ascii_digit() || *byte == b'@') {
        let start = at + step;
        let (hit, next) =
            if bytes[start] == b'@' { (email::find(bytes, start), start + 1) } else { number(bytes, start) };
        at = next;
        let Some(hit) = hit else { continue };
        let range = hit.range.start.max(taken)..hit.range.end;
        if range.is_empty() {
            continue;
        }
        taken = range.end;
        at = at.max(taken);
        findings.push(Finding { code: hit.kind.code(), what: hit.kind.what(), range });
    }
    findings
}

/// Reports the personal data in `text`, which begins at byte `offset` of `file`.
///
/// The findings are masked: printers show neither the line nor the value.
pub fn check_text(file: FileId, offset: usize, text: &str, report: &mut Report) {
    for finding in find(text) {
        let span = Span::new(file, offset + finding.range.start, offset + finding.range.end);
        let found = Diagnostic::at(finding.code, span, message(&finding.what, false));
        report.push(found.masked().note(repair(finding.code, false)));
    }
}

/// Reports the personal data in the name or path of a file. The path in the finding is masked too.
pub fn check_name(path: &str, report: &mut Report) {
    for finding in find(path) {
        let found = Diagnostic::about(finding.code, mask(path), message(&finding.what, true));
        report.push(found.masked().note(repair(finding.code, true)));
    }
}

/// Reports the personal data in the words that a document carries about itself. The path in the finding is masked too.
pub fn check_words(path: &str, words: &str, report: &mut Report) {
    for finding in find(words) {
        let found = Diagnostic::about(finding.code, mask(path), message(&finding.what, false));
        report.push(found.masked().note(repair(finding.code, false)));
    }
}

/// Takes paths that hold personal data out of every other finding: the file is named with `•••`, without its lines.
pub fn hide_paths(places: &dyn Places, files: impl Iterator<Item = FileId>, report: &mut Report) {
    let personal: BTreeSet<FileId> = files.filter(|file| !find(places.path(*file)).is_empty()).collect();
    let is_named = |text: &str| personal.iter().any(|file| text.contains(places.path(*file)));
    report.rewrite(|mut finding| {
        if let Some(path) = &finding.path {
            finding.path = Some(mask(path));
        }
        if let Some(span) = finding.span.filter(|span| personal.contains(&span.file)) {
            finding.notes.clear();
            finding = finding.masked().note(Bilingual::new(
                "Ganti dulu nama berkas ini, lalu periksa lagi.",
                "Rename this file first, then check again.",
            ));
            finding.path = Some(mask(places.path(span.file)));
            finding.span = None;
        }
        for text in [&mut finding.message].into_iter().chain(&mut finding.notes) {
            if is_named(&text.en) {
                *text = Bilingual::new(mask(&text.id), mask(&text.en));
            }
        }
        finding
    });
}

/// `text` with everything personal in it replaced by `•••`: for paths and texts that a message or
/// a log must name.
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for finding in find(text) {
        masked.push_str(&text[at..finding.range.start]);
        masked.push_str("•••");
        at = finding.range.end;
    }
    masked.push_str(&text[at..]);
    masked
}

/// What a detector found. Its range begins and ends at ASCII characters.
struct Hit {
    kind: Kind,
    range: Range<usize>,
}

/// The personal data whose first digit, or whose date or house number, is at `start`, and where the
/// scan goes on.
fn number(bytes: &[u8], start: usize) -> (Option<Hit>, usize) {
    let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let short = if end - start <= 4 {
        address::find(bytes, start..end).or_else(|| birth::find(bytes, start..end))
    } else {
        None
    };
    if short.is_some() || !Chain::may_begin(bytes, start..end) {
        return (short, end);
    }
    (long_number(bytes, &Chain::read(bytes, start..end)), end)
}

/// Numbers of nine digits or more. The order matters where one number could be several: the most
/// telling rule comes first, a word that names the number comes before its mere shape.
fn long_number(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let hit = staff::find(bytes, chain)
        .or_else(|| identity::find(bytes, chain))
        .or_else(|| tax::find(bytes, chain))
        .or_else(|| account::find_after_word(bytes, chain))
        .or_else(|| phone::find(bytes, chain))
        .or_else(|| account::find_with_holder(bytes, chain))?;
    let hash = context::in_hash(bytes, &hit.range);
    (!hash).then_some(hit)
}

fn message(what: &Bilingual, in_name: bool) -> Bilingual {
    let (id, en) = if in_name {
        ("Nama berkas ini memuat data pribadi", "This file's name holds personal data")
    } else {
        ("Di sini tertulis data pribadi", "Personal data stands here")
    };
    Bilingual::new(format!("{id}: {}.", what.id), format!("{en}: {}.", what.en))
}

/// What to do, without any word of the source.
fn repair(code: Code, in_name: bool) -> Bilingual {
    let word = code.word();
    let (id, en) =
        if in_name { ("Ganti namanya", "Rename it") } else { ("Hapus dari berkas ini", "Remove it from this file") };
    Bilingual::new(
        format!("{id}. Kalau ini bukan data pribadi, tulis `allow` untuk {word} dengan alasannya."),
        format!("{en}. If it is no personal data, write an `allow` for {word} with the reason."),
    )
}
