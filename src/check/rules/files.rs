//! P008: files that tell where they were made. I008: a byte-order mark. I009: line ends of Windows. Both are read all the same, and `--fix` takes them away.

use super::personal_data;
use crate::diag::{Bilingual, Code, Diagnostic, FileId, Fix, Report, Span};
use crate::read::Sources;

/// Looks at every file with text. Line ends are told once for the whole site: an editor changes them everywhere.
pub fn check(sources: &Sources, report: &mut Report) {
    let mut windows: Vec<FileId> = Vec::new();
    for (id, file) in sources.ids() {
        if file.marked {
            report.push(marked(id));
        }
        if file.text.contains("\r\n") {
            windows.push(id);
        }
    }
    if let Some(first) = windows.first() {
        let path = sources.files.get(first.0 as usize).map_or("", |file| file.path.as_str()).to_owned();
        report.push(line_ends(path, windows));
    }
}

/// P008: a file that is published as it is and tells where it was made; and personal data in what a document tells of itself.
pub fn metadata(sources: &Sources, report: &mut Report) {
    for file in &sources.raw {
        let folder = if file.address.starts_with("media/") { "content" } else { "content/static" };
        let path = format!("{folder}/{}", file.address);
        if file.metadata.has_place {
            report.push(tells_place(&personal_data::mask(&path)));
        }
        personal_data::check_words(&path, &file.metadata.words, report);
    }
}

fn tells_place(address: &str) -> Diagnostic {
    Diagnostic::about(
        Code::P008,
        address,
        Bilingual::new(
            "Berkas ini menyimpan koordinat tempat gambar diambil (GPS).",
            "This file holds the coordinates where a picture was taken (GPS).",
        ),
    )
    .note(Bilingual::new(
        "Hapus koordinatnya dan simpan ulang. Kalau tempat itu memang boleh diketahui, tulis `allow` untuk P008 dengan alasannya.",
        "Remove the coordinates and save it again. If the place may be known, write an `allow` for P008 with the reason.",
    ))
}

fn marked(file: FileId) -> Diagnostic {
    Diagnostic::at(
        Code::I008,
        Span::new(file, 0, 0),
        Bilingual::new(
            "Berkas ini diawali tanda yang tidak terlihat (BOM).",
            "This file begins with a mark that cannot be seen (BOM).",
        ),
    )
    .note(Bilingual::new(
        "Simpan sebagai \"UTF-8\" tanpa BOM, atau jalankan `terbit check --fix`.",
        "Save it as \"UTF-8\" without BOM, or run `terbit check --fix`.",
    ))
    .fixed_by(Fix::clean(vec![file]))
}

fn line_ends(path: String, files: Vec<FileId>) -> Diagnostic {
    let number = files.len();
    let message = if number == 1 {
        Bilingual::new(
            "Baris di berkas ini berakhir seperti di Windows (CRLF).",
            "Lines of this file end as in Windows (CRLF).",
        )
    } else {
        Bilingual::new(
            format!("Baris di berkas ini dan {} lainnya berakhir seperti di Windows (CRLF).", number - 1),
            format!("Lines of this file and {} more end as in Windows (CRLF).", number - 1),
        )
    };
    Diagnostic::about(Code::I009, path, message)
        .note(Bilingual::new(
            "Atur penyunting teks ke LF, atau jalankan `terbit check --fix`.",
            "Set your editor to LF, or run `terbit check --fix`.",
        ))
        .fixed_by(Fix::clean(files))
}
