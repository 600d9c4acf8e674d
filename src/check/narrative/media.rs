//! Files of `media/`, as texts name them.

use crate::check::record::Context;
use crate::check::record::fields::did_you_mean;
use crate::diag::{Bilingual, Code, Diagnostic, Span, suggest};
use crate::value::PictureProblem;

/// The path below `media/` that an address means, if there is such a file: `foto.jpg`,
/// `media/foto.jpg`, `/media/foto.jpg`, `../../media/foto.jpg`.
pub fn media_path(address: &str, context: &Context<'_>) -> Option<String> {
    let mut rest = address;
    while let Some(shorter) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("./")) {
        rest = shorter;
    }
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let decoded = percent_decoded(rest.strip_prefix("media/").unwrap_or(rest));
    context.media.contains_key(decoded.as_str()).then_some(decoded)
}

/// `%20` is a blank. What is no valid escape stays as it is.
pub fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.extend(u8::try_from(high * 16 + low));
                at += 3;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Why the file at `path` below `media/` cannot be shown as a picture; none if it can.
pub fn no_picture(path: &str, span: Span, context: &Context<'_>) -> Option<Diagnostic> {
    let problem = match context.media.get(path)? {
        Some(Ok(_)) => return None,
        Some(Err(problem)) => *problem,
        None => PictureProblem::Format,
    };
    let shown = crate::check::record::scope::shown(path);
    let (message, repair) = match problem {
        PictureProblem::Broken => (
            Bilingual::new(
                format!("Berkas `{shown}` tidak terbaca sebagai gambar."),
                format!("The file `{shown}` cannot be read as a picture."),
            ),
            Bilingual::new(
                "Buka gambarnya di komputer Anda, lalu simpan ulang.",
                "Open it on your computer, and save it again.",
            ),
        ),
        PictureProblem::Format => (
            Bilingual::new(
                format!("Format berkas `{shown}` tidak dapat ditampilkan di halaman."),
                format!("The format of the file `{shown}` cannot be shown in a page."),
            ),
            Bilingual::new("Simpan sebagai JPEG, PNG, WebP, atau SVG.", "Save it as JPEG, PNG, WebP or SVG."),
        ),
        PictureProblem::Active => (
            Bilingual::new(
                format!("Berkas `{shown}` lebih dari sekadar gambar."),
                format!("The file `{shown}` is more than a picture."),
            ),
            Bilingual::new(
                "Simpan ulang sebagai SVG sederhana: tanpa skrip, animasi, tautan, dan berkas dari luar; atau sebagai PNG.",
                "Save it again as plain SVG, without scripts, animation, links and files from elsewhere; or as PNG.",
            ),
        ),
        PictureProblem::Huge => (
            Bilingual::new(format!("Gambar `{shown}` terlalu besar."), format!("The picture `{shown}` is too large.")),
            Bilingual::new("Perkecil sampai di bawah 60 juta piksel.", "Make it smaller than 60 million pixels."),
        ),
        PictureProblem::NotBuilt => (
            Bilingual::new(
                format!("Gambar `{shown}` tidak dapat diperkecil: terbit ini dibangun tanpa fitur `pictures`."),
                format!(
                    "The picture `{shown}` cannot be made smaller: this terbit was built without the feature `pictures`."
                ),
            ),
            Bilingual::new(
                "Pakai terbit yang dibangun seperti biasa, atau simpan gambarnya sebagai SVG.",
                "Use a terbit that was built as usual, or save the picture as SVG.",
            ),
        ),
    };
    Some(Diagnostic::at(Code::N017, span, message).note(repair))
}

/// A picture or document that is not there.
pub fn no_media(address: &str, span: Span, context: &Context<'_>) -> Diagnostic {
    let name = address.rsplit("media/").next().unwrap_or(address).trim_start_matches(['.', '/']);
    let close = suggest(name, context.media.keys().copied());
    let shown = crate::check::record::scope::shown(address);
    Diagnostic::at(
        Code::N007,
        span,
        Bilingual::new(
            format!("Berkas `{shown}` tidak ada di content/media."),
            format!("The file `{shown}` is not in content/media."),
        ),
    )
    .note_if(did_you_mean(&close))
    .note_if(
        close
            .is_empty()
            .then(|| Bilingual::new("Simpan berkasnya di content/media/.", "Put the file into content/media/.")),
    )
}
