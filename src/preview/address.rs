//! From the address that a browser asks for to a file of the site.

use crate::route;
use percent_encoding::percent_decode_str;

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::preview) enum Address {
    /// A path below the site's root, decoded: `wilayah/kota-malang/`.
    Inside(String),
    /// It lies outside the site; there it would be inside.
    Elsewhere(String),
    /// No address at all.
    Broken,
}

/// Understands the target of a request (`/magang/wilayah/?q=1`) for a site at `base` (`/magang/`).
pub(in crate::preview) fn understand(target: &str, base: &str) -> Address {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return Address::Broken };
    if !path.starts_with('/') {
        return Address::Broken;
    }
    match path.strip_prefix(base) {
        Some(rest) => Address::Inside(rest.to_owned()),
        None if path == base.trim_end_matches('/') => Address::Elsewhere(base.to_owned()),
        None => Address::Elsewhere(route::encode(&format!("{base}{}", path.trim_start_matches('/')))),
    }
}

/// The file at an address, and whether a slash is missing at its end: what a file server would do.
pub(in crate::preview) fn file<'a>(path: &str, exists: impl Fn(&str) -> bool + 'a) -> Option<(String, bool)> {
    let file = route::file_of(path);
    if exists(&file) {
        return Some((file, false));
    }
    let folder = format!("{path}/index.html");
    (!path.ends_with('/') && exists(&folder)).then_some((folder, true))
}

#[cfg(test)]
mod tests {
    use super::{Address, file, understand};

    fn inside(path: &str) -> Address {
        Address::Inside(path.to_owned())
    }

    #[test]
    fn addresses_lie_below_the_base_path() {
        assert_eq!(understand("/magang/wilayah/papua/?x=1", "/magang/"), inside("wilayah/papua/"));
        assert_eq!(understand("/media/foto%20satu.jpg", "/"), inside("media/foto satu.jpg"));
        let there = |path: &str| Address::Elsewhere(path.to_owned());
        assert_eq!(understand("/", "/magang/"), there("/magang/"));
        assert_eq!(understand("/magang", "/magang/"), there("/magang/"));
        assert_eq!(understand("/wilayah/", "/magang/"), there("/magang/wilayah/"));
        assert_eq!(understand("//jahat.example/", "/magang/"), there("/magang/jahat.example/"));
        assert_eq!(understand("/%ff", "/"), Address::Broken);
        assert_eq!(understand("http://x/", "/"), Address::Broken);
        assert_eq!(understand("*", "/"), Address::Broken);
    }

    #[test]
    fn a_folder_is_its_index_and_a_missing_slash_is_told() {
        let exists = |path: &str| ["index.html", "a/index.html", "b.css"].contains(&path);
        assert_eq!(file("", exists), Some(("index.html".to_owned(), false)));
        assert_eq!(file("a/", exists), Some(("a/index.html".to_owned(), false)));
        assert_eq!(file("a", exists), Some(("a/index.html".to_owned(), true)));
        assert_eq!(file("b.css", exists), Some(("b.css".to_owned(), false)));
        for none in ["c", "../b.css", "a/../b.css", "/b.css", "a//", "b.css/"] {
            assert_eq!(file(none, exists), None, "{none}");
        }
    }
}
