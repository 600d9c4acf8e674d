//! `sitemap.xml`: the sitemap protocol with `hreflang` links; above 50,000 addresses an index of parts.

use super::xml::Xml;
use crate::plan::outputs::SitemapEntry;
use std::io::{self, Write};

/// How many addresses one file may hold (sitemaps.org, protocol 0.9).
pub const LARGEST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Writes the addresses of one file.
///
/// # Errors
/// What the stream says.
pub fn write(entries: impl Iterator<Item = SitemapEntry>, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")])?;
    for entry in entries {
        xml.open("url", &[])?;
        xml.text("loc", &[], &entry.url)?;
        if let Some(changed) = &entry.changed {
            xml.text("lastmod", &[], changed)?;
        }
        for (lang, url) in &entry.alternates {
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", lang), ("href", url)])?;
        }
        xml.close("url")?;
    }
    xml.close("urlset")?;
    xml.finish()
}

/// Writes the index of parts.
///
/// # Errors
/// What the stream says.
pub fn write_index(parts: impl Iterator<Item = String>, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)])?;
    for part in parts {
        xml.open("sitemap", &[])?;
        xml.text("loc", &[], &part)?;
        xml.close("sitemap")?;
    }
    xml.close("sitemapindex")?;
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::{write, write_index};
    use crate::plan::outputs::SitemapEntry;
    use quick_xml::events::Event;

    #[test]
    fn addresses_and_languages_come_back() {
        let entry = SitemapEntry {
            url: "https://example.go.id/wilayah/a'b&c/".to_owned(),
            alternates: vec![("id".to_owned(), "https://example.go.id/?x=\"1\"&y".to_owned())],
            changed: Some("2024-05".to_owned()),
        };
        let mut out = Vec::new();
        write(std::iter::once(entry), &mut out).expect("written");
        let xml = String::from_utf8(out).expect("UTF-8");
        let mut reader = quick_xml::Reader::from_str(&xml);
        let mut hrefs = Vec::new();
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Empty(link) => {
                    let href = link.try_get_attribute("href").expect("attributes").expect("href");
                    let raw = String::from_utf8(href.value.to_vec()).expect("UTF-8");
                    hrefs.push(quick_xml::escape::unescape(&raw).expect("entities").into_owned());
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(hrefs, ["https://example.go.id/?x=\"1\"&y"]);
        assert!(xml.contains("<lastmod>2024-05</lastmod>"), "{xml}");
        assert!(xml.contains("a&apos;b&amp;c"), "{xml}");
    }

    #[test]
    fn parts_are_listed() {
        let mut out = Vec::new();
        write_index(["https://x/sitemap-1.xml".to_owned()].into_iter(), &mut out).expect("written");
        let xml = String::from_utf8(out).expect("UTF-8");
        assert!(xml.contains("<loc>https://x/sitemap-1.xml</loc>"), "{xml}");
    }
}
