//! What a page loads by itself, found in its bytes.

use memchr::memmem;
use percent_encoding::percent_decode_str;

/// What a page loads by itself, as paths of the site.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub(super) styles: Vec<String>,
    pub(super) scripts: Vec<String>,
    /// Fonts that are loaded early, and pictures that do not wait to be seen.
    pub(super) others: Vec<String>,
}

impl Links {
    /// What the page at `path` loads, of a site whose addresses begin with `base`: `/magang/`.
    pub(super) fn of((base, path): (&str, &str), page: &[u8]) -> Self {
        let mut links = Self::default();
        // Templates make text.
        let text = std::str::from_utf8(page).unwrap_or_default();
        for start in ["<link ", "<script ", "<img "] {
            for at in memmem::find_iter(text.as_bytes(), start) {
                let tag = text[at..].split('>').next().unwrap_or_default();
                links.take((base, path), start, tag);
            }
        }
        links
    }

    fn take(&mut self, place: (&str, &str), start: &str, tag: &str) {
        let (list, attribute) = match start {
            "<link " if tag.contains("\"stylesheet\"") => (&mut self.styles, "href"),
            "<link " if tag.contains("\"preload\"") => (&mut self.others, "href"),
            "<script " => (&mut self.scripts, "src"),
            "<img " if !tag.contains("\"lazy\"") => (&mut self.others, "src"),
            _ => return,
        };
        list.extend(value(tag, attribute).and_then(|href| locate(place, href)));
    }
}

/// The value of an attribute of a tag.
pub(super) fn value<'t>(tag: &'t str, attribute: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split('"').next()
}

/// The path that an address in a page leads to; none where that is not of this site. A page that stands for every missing
/// address names files from the root of the server.
fn locate((base, page): (&str, &str), href: &str) -> Option<String> {
    if href.contains("://") || href.starts_with("//") {
        return None;
    }
    let (mut folders, href): (Vec<&str>, &str) = match href.strip_prefix(base) {
        Some(below) => (Vec::new(), below),
        None if href.starts_with('/') => return None,
        None => (page.split('/').collect(), href),
    };
    folders.pop();
    for step in href.split(['?', '#']).next()?.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    Some(percent_decode_str(&folders.join("/")).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{Links, locate};

    #[test]
    fn a_page_loads_what_it_names_and_no_picture_that_waits() {
        let page = "<link rel=\"preload\" href=\"../a%20b.woff2\" as=\"font\"><link rel=\"canonical\" href=\"https://x/\">\
                    <img src=\"x.jpg\" alt=\"\"><img loading=\"lazy\" src=\"y.jpg\"><script type=\"application/ld+json\">{}</script>";
        let links = Links::of(("/", "w/index.html"), page.as_bytes());
        assert_eq!(links.others, ["a b.woff2", "w/x.jpg"]);
        assert!(links.styles.is_empty() && links.scripts.is_empty());
        assert_eq!(locate(("/", "index.html"), "https://lain.example/a.css"), None);
    }

    #[test]
    fn an_address_from_the_root_of_the_server_is_of_this_site_below_its_base() {
        let found = |base, href| locate((base, "en/404.html"), href);
        assert_eq!(found("/m/", "/m/assets/a.css?v=1").as_deref(), Some("assets/a.css"));
        assert_eq!(found("/", "/assets/a.css").as_deref(), Some("assets/a.css"));
        assert_eq!(found("/m/", "/lain/assets/a.css"), None);
        assert_eq!(found("/", "//lain.example/a.css"), None);
    }
}
