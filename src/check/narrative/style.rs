//! How a narrative is written: descriptions of pictures, words of links, headings.
//!
//! N010 to N014. None of it breaks the site; each shuts somebody out.

use crate::check::record::Scope;
use crate::diag::{Code, Span};
use crate::text::markdown::{Heading, Reference, Scan};
use std::collections::BTreeMap;
use std::ops::Range;

/// Words that say nothing of where a link leads, in small letters.
const EMPTY_WORDS: [&str; 24] = [
    "di sini",
    "disini",
    "klik di sini",
    "klik disini",
    "sini",
    "klik",
    "baca selengkapnya",
    "selengkapnya",
    "baca lebih lanjut",
    "lebih lanjut",
    "lihat",
    "tautan",
    "tautan ini",
    "link",
    "link ini",
    "here",
    "click here",
    "click",
    "read more",
    "more",
    "this",
    "this link",
    "see here",
    "link here",
];

/// Endings of picture files.
const PICTURES: [&str; 8] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".heic"];

/// Looks at the pictures, links and headings of a text.
pub fn check(scan: &Scan, span: &dyn Fn(&Range<usize>) -> Span, scope: &mut Scope<'_>) {
    for one in &scan.references {
        if one.image {
            picture(&one.text, span(&one.range), scope);
        } else {
            link(one, span(&one.range), scope);
        }
    }
    headings(&scan.headings, span, scope);
}

/// N010, N011: what a picture shows, for those who cannot see it.
pub fn picture(alt: &str, span: Span, scope: &mut Scope<'_>) {
    let alt = alt.trim();
    if alt.is_empty() {
        scope.bad(
            Code::N010,
            span,
            ("Gambar ini tidak punya keterangan.".to_owned(), "This picture has no description.".to_owned()),
            (
                "Tulis apa yang terlihat: ![Peserta di depan balai kota](…).",
                "Write what is to be seen: ![Participants in front of the city hall](…).",
            ),
        );
    } else if is_file_name(alt) {
        scope.bad(
            Code::N011,
            span,
            (
                "Keterangan gambar ini hanya nama berkas.".to_owned(),
                "The description of this picture is only a file name.".to_owned(),
            ),
            (
                "Tulis apa yang terlihat, misalnya: Peserta di depan balai kota.",
                "Write what is to be seen, for example: Participants in front of the city hall.",
            ),
        );
    }
}

/// `foto-1.jpg`, `IMG_2034`, `DSC00123`.
pub fn is_file_name(alt: &str) -> bool {
    let lower = alt.to_lowercase();
    let has_ending = PICTURES.iter().any(|ending| lower.ends_with(ending));
    let camera = ["img", "dsc", "dscn", "pxl", "whatsapp image"].iter().any(|word| {
        lower.strip_prefix(word).is_some_and(|rest| {
            let rest = rest.trim_start_matches(['_', '-', ' ']);
            !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || "_- .at".contains(c))
        })
    });
    has_ending || camera
}

fn link(one: &Reference, span: Span, scope: &mut Scope<'_>) {
    let text = one.text.trim().trim_end_matches(['.', '…', '»', '>', ':', '!']).trim().to_lowercase();
    if EMPTY_WORDS.contains(&text.as_str()) {
        scope.bad(
            Code::N012,
            span,
            (
                format!("Teks tautan `{text}` tidak mengatakan ke mana tautannya menuju."),
                format!("The link text `{text}` does not say where the link leads."),
            ),
            (
                "Jadikan nama tujuannya sebagai teks tautan, misalnya [laporan tahun 2022](…).",
                "Make the name of what it leads to the link text, for example [report of 2022](…).",
            ),
        );
    }
}

/// N013: a level that was skipped. N014: the same heading twice.
fn headings(headings: &[Heading], span: &dyn Fn(&Range<usize>) -> Span, scope: &mut Scope<'_>) {
    // The title of the page is the heading above all; a text begins with `##`, and `#` is taken for it.
    let mut above = 1;
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    for heading in headings {
        let level = heading.level.max(2);
        let marks = "#".repeat(usize::from(above) + 1);
        if level > above + 1 {
            let found = "#".repeat(usize::from(heading.level));
            scope.bad(
                Code::N013,
                span(&heading.range),
                (
                    format!(
                        "Judul ini melompati satu tingkat: `{found}` sesudah `{}`.",
                        "#".repeat(usize::from(above))
                    ),
                    format!("This heading skips a level: `{found}` after `{}`.", "#".repeat(usize::from(above))),
                ),
                (&format!("Tulis `{marks}`."), &format!("Write `{marks}`.")),
            );
        }
        above = level;
        let text = heading.text.to_lowercase();
        if !text.is_empty() && seen.insert(text, ()).is_some() {
            scope.bad(
                Code::N014,
                span(&heading.range),
                (
                    "Judul yang sama sudah ada di teks ini.".to_owned(),
                    "The same heading stands in this text already.".to_owned(),
                ),
                (
                    "Beri judul yang membedakan, supaya daftar isi dan tautannya jelas.",
                    "Write a heading that tells them apart, so that the table of contents and links are clear.",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn names_of_files_are_told_from_descriptions() {
        for name in ["foto-1.jpg", "IMG_2034", "DSC00123", "WhatsApp Image 2022-11-07 at 10.22.33", "Balai Kota.PNG"] {
            assert!(is_file_name(name), "{name}");
        }
        for text in ["Peserta di depan balai kota", "Imgrasi", "Foto dari 2022", "IMG"] {
            assert!(!is_file_name(text), "{text}");
        }
    }
}
