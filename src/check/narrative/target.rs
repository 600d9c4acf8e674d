//! What an ordinary Markdown link or picture leads to.

use super::inside::site_address;
use super::links::{Bodies, Body, Texts};
use super::media::{media_path, no_media, no_picture, percent_decoded};
use super::outside::{bad_scheme, external, leads_nowhere, scheme};
use crate::check::catalog::Link;
use crate::check::record::Scope;
use crate::check::record::fields::did_you_mean;
use crate::check::record::scope::shown;
use crate::check::rules::addresses::Addresses;
use crate::diag::{Bilingual, Code, Diagnostic, Span, suggest};
use crate::text::markdown::{Reference, Scan};

/// What stands around a link.
pub struct Surroundings<'p> {
    /// The addresses of the site.
    pub addresses: &'p Addresses,
    /// All narratives, with their headings.
    pub bodies: &'p Bodies<'p>,
    /// Where the texts of each narrative are among them.
    pub texts: &'p Texts<'p>,
    /// The path of the file.
    pub path: &'p str,
    /// The text's own headings and links.
    pub scan: &'p Scan,
}

/// What `one` leads to; a finding if nothing.
pub fn lead(one: &Reference, span: Span, around: &Surroundings<'_>, scope: &mut Scope<'_>) -> Option<Link> {
    let address = one.address.trim();
    let own = around.addresses.within(address);
    let address = own.as_deref().unwrap_or(address);
    if let Some(scheme) = scheme(address) {
        return external(one, &scheme, span, scope);
    }
    if address.starts_with("//") || address.starts_with('\\') {
        bad_scheme(address, span, scope);
        return None;
    }
    if let Some(id) = address.strip_prefix('#').filter(|_| !one.image) {
        return heading(id, span, around, scope);
    }
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (address, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    if let Some(media) = media_path(path, scope.context).filter(|_| one.image || path.contains("media/")) {
        if let Some(finding) = no_picture(&media, span, scope.context).filter(|_| one.image) {
            scope.push(finding);
            return None;
        }
        return Some(Link::Media(media));
    }
    if one.image || path.trim_start_matches("../").trim_start_matches(['.', '/']).starts_with("media/") {
        let finding = no_media(path, span, scope.context);
        scope.push(finding);
        return None;
    }
    if path.ends_with(".md") {
        return narrative(path, fragment, span, around, scope);
    }
    if path.starts_with('/') {
        return site_address(one, address, span, around, scope);
    }
    nowhere(address, Vec::new(), span, scope);
    None
}

fn heading(id: &str, span: Span, around: &Surroundings<'_>, scope: &mut Scope<'_>) -> Option<Link> {
    let id = percent_decoded(id);
    let ids = around.scan.headings.iter().map(|heading| heading.id.as_str());
    if ids.clone().any(|known| known == id) {
        return Some(Link::Heading(id));
    }
    no_heading(&id, suggest(&id, ids), span, scope);
    None
}

pub(super) fn no_heading(id: &str, close: Vec<&str>, span: Span, scope: &mut Scope<'_>) {
    let word = shown(id);
    let close: Vec<String> = close.into_iter().map(|id| format!("#{id}")).collect();
    let finding =
        Diagnostic::at(
            Code::N001,
            span,
            Bilingual::new(
                format!("Tidak ada judul `#{word}` di teks itu."),
                format!("There is no heading `#{word}` in that text."),
            ),
        )
        .note_if(did_you_mean(&close.iter().map(String::as_str).collect::<Vec<_>>()))
        .note_if(close.is_empty().then(|| {
            Bilingual::new("Tambahkan `{#nama}` di akhir judulnya.", "Add `{#name}` at the end of the heading.")
        }));
    scope.push(finding);
}

fn narrative(
    path: &str,
    fragment: Option<&str>,
    span: Span,
    around: &Surroundings<'_>,
    scope: &mut Scope<'_>,
) -> Option<Link> {
    let full = joined(around.path, &percent_decoded(path));
    let Some(Body { target, headings, .. }) = around.bodies.get(full.as_str()) else {
        if !scope.context.index.is_incomplete(&[crate::value::Kind::Story, crate::value::Kind::Page]) {
            let close = if scope.hidden { Vec::new() } else { close_files(&full, around, scope) };
            nowhere(path, close, span, scope);
        }
        return None;
    };
    if scope.context.index.is_hidden(*target) && !scope.hidden {
        let finding = Diagnostic::at(
            Code::R006,
            span,
            Bilingual::new(
                "Teks ini merujuk ke catatan yang tidak terbit.",
                "This text refers to a record that is not published.",
            ),
        )
        .masked();
        scope.push(finding);
    } else if let Some(id) = fragment {
        let id = percent_decoded(id);
        if !headings.contains(&id) {
            no_heading(&id, suggest(&id, headings.iter().map(String::as_str)), span, scope);
            return None;
        }
        return Some(Link::Narrative { target: *target, heading: Some(id) });
    }
    Some(Link::Narrative { target: *target, heading: None })
}

fn close_files(full: &str, around: &Surroundings<'_>, scope: &Scope<'_>) -> Vec<String> {
    let name = full.rsplit('/').next().unwrap_or(full);
    let known: Vec<(&str, &str)> = around
        .bodies
        .iter()
        .filter(|(_, body)| !scope.context.index.is_hidden(body.target))
        .map(|(path, _)| (path.rsplit('/').next().unwrap_or(path), *path))
        .collect();
    suggest(name, known.iter().map(|(name, _)| *name))
        .into_iter()
        .filter_map(|name| known.iter().find(|(known, _)| *known == name))
        .map(|(_, path)| relative(around.path, path))
        .collect()
}

/// `target` as seen from the folder of `from`.
fn relative(from: &str, target: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = target.split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders].iter().zip(&to).take_while(|(a, b)| a == b).count();
    format!("{}{}", "../".repeat(folders - shared), to[shared..].join("/"))
}

/// `path` from the folder of the file `from`.
/// The path that a relative address means, seen from the file `from`.
pub(in crate::check) fn joined(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') { vec!["content"] } else { from.split('/').collect() };
    if !path.starts_with('/') {
        parts.pop();
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

pub(super) fn nowhere(address: &str, close: Vec<String>, span: Span, scope: &mut Scope<'_>) {
    let finding = leads_nowhere(address, span)
        .note_if(did_you_mean(&close.iter().map(String::as_str).collect::<Vec<_>>()))
        .note_if(close.is_empty().then(|| {
            Bilingual::new(
                "Tulis [[id]] untuk catatan, /alamat/ untuk halaman situs, ../berkas.md untuk naskah lain.",
                "Write [[id]] for a record, /address/ for a page of the site, ../file.md for another text.",
            )
        }));
    scope.push(finding);
}

#[cfg(test)]
mod tests {
    use super::{joined, relative};

    #[test]
    fn paths_are_joined_and_related() {
        assert_eq!(joined("content/stories/2022/a.md", "../b.md"), "content/stories/b.md");
        assert_eq!(joined("content/stories/a.md", "../../../../etc/b.md"), "etc/b.md");
        assert_eq!(relative("content/stories/2022/a.md", "content/pages/b.md"), "../../pages/b.md");
        assert_eq!(relative("content/pages/a.md", "content/pages/b.md"), "b.md");
    }
}
