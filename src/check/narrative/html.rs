//! Raw HTML in a narrative: what to write instead of it, or why a tag that may stand does not pass here. N002.

use crate::check::record::Scope;
use crate::check::record::scope::shown;
use crate::diag::{Bilingual, Code, Diagnostic, Span};
use crate::text::markdown::{RawHtml, Refusal};

/// What to write instead of a tag.
const INSTEAD: [(&str, &str, &str); 15] = [
    ("<!--", "Hapus, atau simpan di `internal`.", "Remove it, or keep it in `internal`."),
    ("<strong", "Tulis **tebal**.", "Write **bold**."),
    ("<b>", "Tulis **tebal**.", "Write **bold**."),
    ("<em", "Tulis *miring*.", "Write *italic*."),
    ("<i>", "Tulis *miring*.", "Write *italic*."),
    ("<a ", "Tulis [teks](alamat).", "Write [text](address)."),
    ("<img", "Tulis ![keterangan](../media/foto.jpg).", "Write ![what it shows](../media/photo.jpg)."),
    ("<table", "Tulis tabel Markdown dengan `|`.", "Write a Markdown table with `|`."),
    ("<ul", "Tulis daftar dengan `- `.", "Write a list with `- `."),
    ("<ol", "Tulis daftar dengan `1. `.", "Write a list with `1. `."),
    ("<h", "Tulis judul dengan `## `.", "Write a heading with `## `."),
    ("<blockquote", "Tulis kutipan dengan `> `.", "Write a quotation with `> `."),
    ("<s>", "Tulis ~~coret~~.", "Write ~~struck~~."),
    ("<code", "Tulis `kode` dengan tanda petik terbalik.", "Write `code` in backticks."),
    ("<p", "Pisahkan alinea dengan baris kosong.", "Separate paragraphs by an empty line."),
];

/// Reports raw HTML that will be shown as text. `html` is what stands at its place.
pub fn refused(one: &RawHtml, html: &str, span: Span, scope: &mut Scope<'_>) {
    let word = shown(html.lines().next().unwrap_or_default());
    let name = &one.name;
    let (indonesian, english, repair) = match one.refusal {
        Refusal::Unknown => (String::new(), String::new(), instead(html)),
        Refusal::NotClosed => (
            ": tidak ditutup".to_owned(),
            ": it is not closed".to_owned(),
            Bilingual::new(
                format!("Tulis `</{name}>` di belakangnya, di alinea dan di dalam tanda tebal atau miring yang sama."),
                format!("Write `</{name}>` behind it, in the same paragraph and inside the same bold or italic text."),
            ),
        ),
        Refusal::DetailsNotClosed => (
            ": tidak ditutup".to_owned(),
            ": it is not closed".to_owned(),
            Bilingual::new(
                format!("Tulis `</{name}>` di barisnya sendiri, sesudah baris kosong."),
                format!("Write `</{name}>` on a line of its own, after an empty line."),
            ),
        ),
        Refusal::NotOpened => (
            ": tidak dibuka".to_owned(),
            ": it is not opened".to_owned(),
            Bilingual::new(
                format!("Hapus, atau tulis `<{name}>` di depannya, di alinea yang sama."),
                format!("Remove it, or write `<{name}>` before it, in the same paragraph."),
            ),
        ),
        Refusal::AmongWords => (
            ": berada di tengah alinea".to_owned(),
            ": it stands within a paragraph".to_owned(),
            Bilingual::new(
                format!(
                    "Tulis `<{name}>` dan `</{name}>` masing-masing di awal barisnya sendiri, sesudah baris kosong."
                ),
                format!(
                    "Write `<{name}>` and `</{name}>` each at the start of a line of its own, after an empty line."
                ),
            ),
        ),
        Refusal::NoDetails => (
            ": tidak berada di dalam `<details>`".to_owned(),
            ": it stands in no `<details>`".to_owned(),
            Bilingual::new(
                "Tulis tepat di bawah `<details>`, dan tutup dengan `</details>` di barisnya sendiri.",
                "Write it right below `<details>`, and close that by `</details>` on a line of its own.",
            ),
        ),
    };
    let message = Bilingual::new(
        format!("HTML `{word}` akan tampil sebagai teks{indonesian}."),
        format!("The HTML `{word}` will be shown as text{english}."),
    );
    scope.push(Diagnostic::at(Code::N002, span, message).note(repair));
}

fn instead(html: &str) -> Bilingual {
    let lower = html.trim_start().to_lowercase();
    let known = INSTEAD.iter().find(|(tag, _, _)| lower.starts_with(tag));
    known.map_or_else(
        || {
            Bilingual::new(
                "Hapus tandanya; yang boleh hanya sub, sup, abbr, br, kbd, details, summary.",
                "Remove the tag; only sub, sup, abbr, br, kbd, details, summary pass.",
            )
        },
        |(_, indonesian, english)| Bilingual::new(*indonesian, *english),
    )
}
