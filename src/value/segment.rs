//! The first part of an address: a word of the language (content model, section 5).

use super::{Kind, Lang};

/// Every segment, by its English plural, with its Indonesian word.
pub const SEGMENT_WORDS: [(&str, &str); 15] = [
    ("regions", "wilayah"),
    ("institutions", "instansi"),
    ("programs", "program"),
    ("topics", "topik"),
    ("sources", "sumber"),
    ("cohorts", "angkatan"),
    ("placements", "penempatan"),
    ("visits", "kunjungan"),
    ("trainings", "pelatihan"),
    ("outcomes", "hasil"),
    ("corrections", "ralat"),
    ("stories", "cerita"),
    ("years", "tahun"),
    ("data", "data"),
    ("search", "cari"),
];

/// Segments below a page, by their English word, with the Indonesian one: maps and flows below the regions, what a long
/// list holds, and its how-manieth page. Settings do not rename them.
pub const INNER_WORDS: [(&str, &str); 9] = [
    ("map", "peta"),
    ("flows", "arus"),
    ("page", "halaman"),
    ("statements", "pernyataan"),
    ("evaluations", "penilaian"),
    ("planned", "rencana"),
    ("rotations", "keliling"),
    ("changes", "perubahan"),
    ("referring", "rujukan"),
];

/// The segment of `word` in a language, unless the settings change it.
pub fn default_segment(lang: &Lang, word: &str) -> Option<&'static str> {
    let all = SEGMENT_WORDS.into_iter().chain(INNER_WORDS);
    let (english, indonesian) = all.into_iter().find(|(english, _)| *english == word)?;
    Some(if lang.as_str() == "id" { indonesian } else { english })
}

/// The segment's word of a kind; none where its records have no pages of their own there.
pub fn segment_word(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Statement | Kind::Evaluation | Kind::Page => None,
        _ => Some(kind.plural()),
    }
}
