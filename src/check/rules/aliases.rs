//! A002: an alias that is no address.

use crate::check::record::scope::shown;
use crate::diag::{Bilingual, Code, Diagnostic, Located};
use crate::value::{is_id, slugify};

/// The page of an alias: `/lama/`, `lama`, `/lama.html`.
pub fn alias_page(alias: &str) -> Option<String> {
    let path = alias.strip_prefix('/').unwrap_or(alias);
    let parts: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
    let good = |part: &&str| {
        !part.is_empty()
            && *part != "."
            && *part != ".."
            && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "\\?#:%<>\"*|".contains(c))
    };
    if path.len() > 300 || !parts.iter().all(good) {
        return None;
    }
    let file = path.ends_with(".html") || path.ends_with(".htm");
    let page = path.strip_suffix("index.html").unwrap_or(path);
    Some(if page.ends_with('/') || file { page.to_owned() } else { format!("{page}/") })
}

/// The id that a record with this alias had before: the last part of the address.
pub fn former_id(alias: &str) -> Option<&str> {
    let last = alias.trim_end_matches('/').rsplit('/').next()?;
    is_id(last).then_some(last)
}

/// Says what an alias looks like.
pub fn bad_alias(alias: &Located<String>, base: &str) -> Diagnostic {
    let word = shown(&alias.value);
    let own = alias.value.strip_prefix(base).filter(|rest| !base.is_empty() && alias_page(rest).is_some());
    let slug: Vec<String> = alias.value.split('/').map(slugify).filter(|part| is_id(part)).collect();
    let repair = own.map_or_else(|| slug.join("/"), |rest| rest.trim_matches('/').to_owned());
    Diagnostic::at(
        Code::A002,
        alias.span,
        Bilingual::new(
            format!("`{word}` bukan alamat di situs ini."),
            format!("`{word}` is not an address of this site."),
        ),
    )
    .of_field("aliases")
    .note(Bilingual::new(
        format!("Tulis bagian sesudah nama situs, misalnya `/{repair}/`."),
        format!("Write the part after the name of the site, for example `/{repair}/`."),
    ))
}

#[cfg(test)]
mod tests {
    use super::alias_page;

    #[test]
    fn aliases_are_paths() {
        for (alias, page) in [
            ("/lama/", Some("lama/")),
            ("lama", Some("lama/")),
            ("/a/b.html", Some("a/b.html")),
            ("/a/index.html", Some("a/")),
            ("https://x.id/a/", None),
            ("/../etc/", None),
            ("/a//b/", None),
            ("/", None),
            ("", None),
            ("/a b/", None),
            ("/a?x", None),
        ] {
            assert_eq!(alias_page(alias).as_deref(), page, "{alias}");
        }
    }
}
