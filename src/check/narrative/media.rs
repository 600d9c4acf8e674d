//! Files of `media/`, as texts name them.

use crate::check::record::Context;
use crate::check::record::fields::did_you_mean;
use crate::diag::{Bilingual, Code, Diagnostic, Span, suggest};

/// The path below `media/` that an address means, if there is such a file: `foto.jpg`,
/// `media/foto.jpg`, `/media/foto.jpg`, `../../media/foto.jpg`.
pub fn media_path(address: &str, context: &Context<'_>) -> Option<String> {
    let mut rest = address;
    while let Some(shorter) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("./")) {
        rest = shorter;
    }
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let decoded = percent_decoded(rest.strip_prefix("media/").unwrap_or(rest));
    context.media.contains(decoded.as_str()).then_some(decoded)
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

/// A picture or document that is not there.
pub fn no_media(address: &str, span: Span, context: &Context<'_>) -> Diagnostic {
    let name = address.rsplit("media/").next().unwrap_or(address).trim_start_matches(['.', '/']);
    let close = suggest(name, context.media.iter().copied());
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
