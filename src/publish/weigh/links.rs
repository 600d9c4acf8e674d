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
    /// What the page at `path` loads.
    pub(super) fn of(path: &str, page: &[u8]) -> Self {
        let mut links = Self::default();
        // Templates make text.
        let text = std::str::from_utf8(page).unwrap_or_default();
        for start in ["<link ", "<script ", "<img "] {
            for at in memmem::find_iter(text.as_bytes(), start) {
                let tag = text[at..].split('>').next().unwrap_or_default();
                links.take(path, start, tag);
            }
        }
        links
    }

    fn take(&mut self, path: &str, start: &str, tag: &str) {
        let (list, attribute) = match start {
            "<link " if tag.contains("\"stylesheet\"") => (&mut self.styles, "href"),
            "<link " if tag.contains("\"preload\"") => (&mut self.others, "href"),
            "<script " => (&mut self.scripts, "src"),
            "<img " if !tag.contains("\"lazy\"") => (&mut self.others, "src"),
            _ => return,
        };
        list.extend(value(tag, attribute).and_then(|href| locate(path, href)));
    }
}

/// The value of an attribute of a tag.
pub(super) fn value<'t>(tag: &'t str, attribute: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split('"').next()
}

/// The path that a relative address of a page leads to; none for another server.
fn locate(page: &str, href: &str) -> Option<String> {
    if href.contains("://") || href.starts_with('/') {
        return None;
    }
    let mut folders: Vec<&str> = page.split('/').collect();
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
        let links = Links::of("w/index.html", page.as_bytes());
        assert_eq!(links.others, ["a b.woff2", "w/x.jpg"]);
        assert!(links.styles.is_empty() && links.scripts.is_empty());
        assert_eq!(locate("index.html", "https://lain.example/a.css"), None);
    }
}
