//! What the preview says, in both languages.

use crate::diag::{Bilingual, Counts};

/// The name of the bar.
pub(in crate::preview) fn preview() -> Bilingual {
    Bilingual::new("Pratinjau", "Preview")
}

/// On the page of a draft.
pub(in crate::preview) fn draft() -> Bilingual {
    Bilingual::new("Draf atau masih ditahan: tidak diterbitkan", "A draft or under embargo: not published")
}

/// Before the link to the file.
pub(in crate::preview) fn made_of() -> Bilingual {
    Bilingual::new("Sunting", "Edit")
}

/// Before the addresses that are like the one that is not there.
pub(in crate::preview) fn nearest() -> Bilingual {
    Bilingual::new("Alamat ini tidak ada. Mungkin maksudnya:", "This address does not exist. Did you mean:")
}

/// Where nothing is like it.
pub(in crate::preview) fn nothing_near() -> Bilingual {
    Bilingual::new("Alamat ini tidak ada.", "This address does not exist.")
}

/// The button that takes the overlay away.
pub(in crate::preview) fn hide() -> Bilingual {
    Bilingual::new("Sembunyikan", "Hide")
}

/// Below the title of the overlay.
pub(in crate::preview) fn lead(counts: Counts, stands: bool) -> Bilingual {
    match (counts.errors > 0, stands) {
        (true, true) => Bilingual::new(
            "Halaman di belakang ini adalah yang terakhir tanpa galat. Perbaiki berkasnya; halaman mengikuti sendiri.",
            "The page behind this is the last one without errors. Mend the file; the page follows by itself.",
        ),
        (true, false) => Bilingual::new(
            "Situs belum dapat ditampilkan. Perbaiki berkasnya; halaman mengikuti sendiri.",
            "The site cannot be shown yet. Mend the file; the page follows by itself.",
        ),
        (false, _) => Bilingual::new("Situs tetap dapat diterbitkan.", "The site can be published all the same."),
    }
}

/// The title of the page that stands in for a site that cannot be shown.
pub(in crate::preview) fn no_site() -> Bilingual {
    Bilingual::new("Situs belum dapat ditampilkan", "The site cannot be shown yet")
}

/// The title of the page that stands in for one that its template cannot make.
pub(in crate::preview) fn no_page() -> Bilingual {
    Bilingual::new("Halaman ini tidak dapat dibuat", "This page cannot be made")
}

/// Answers to requests that are none of ours, in plain text.
pub(in crate::preview) fn refused(status: u16) -> &'static str {
    match status {
        400 => "Alamat ini tidak dapat dibaca. / This address cannot be read.\n",
        405 => "Hanya untuk dibaca. / Only for reading.\n",
        421 => {
            "Buka dengan http://127.0.0.1 atau http://localhost. / Open it as http://127.0.0.1 or http://localhost.\n"
        }
        _ => "Tidak ada. / Not here.\n",
    }
}
