//! `feed.xml`: Atom (RFC 4287).

use super::xml::Xml;
use crate::plan::outputs::{Feed, FeedEntry};
use std::io::{self, Write};

/// Writes a feed.
///
/// # Errors
/// What the stream says.
pub fn write(feed: &Feed, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.lang.as_str())])?;
    xml.text("title", &[], &feed.title)?;
    if let Some(subtitle) = &feed.subtitle {
        xml.text("subtitle", &[], subtitle)?;
    }
    xml.text("id", &[], &feed.self_url)?;
    xml.text("updated", &[], &feed.updated)?;
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.self_url)])?;
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &feed.page_url)])?;
    xml.open("author", &[])?;
    xml.text("name", &[], &feed.author)?;
    if let Some(url) = &feed.author_url {
        xml.text("uri", &[], url)?;
    }
    xml.close("author")?;
    if let Some(rights) = &feed.rights {
        xml.text("rights", &[], rights)?;
    }
    xml.text("generator", &[], "Terbit")?;
    for entry in &feed.entries {
        write_entry(&mut xml, feed, entry)?;
    }
    xml.close("feed")?;
    xml.finish()
}

fn write_entry<W: Write>(xml: &mut Xml<W>, feed: &Feed, entry: &FeedEntry) -> io::Result<()> {
    let own = [("xml:lang", entry.lang.as_str())];
    let lang: &[(&str, &str)] = if entry.lang == feed.lang { &[] } else { &own };
    xml.open("entry", lang)?;
    xml.text("title", &[], &entry.title)?;
    xml.text("id", &[], &entry.id)?;
    xml.text("published", &[], &entry.published)?;
    xml.text("updated", &[], &entry.updated)?;
    if let Some(author) = &entry.author {
        xml.open("author", &[])?;
        xml.text("name", &[], author)?;
        xml.close("author")?;
    }
    // Without content an entry needs an alternate link (RFC 4287, section 4.1.2).
    let url = entry.url.as_deref().unwrap_or(&feed.page_url);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", url)])?;
    xml.empty("category", &[("term", entry.category)])?;
    xml.text("summary", &[], entry.summary.as_deref().unwrap_or_default())?;
    xml.close("entry")
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::plan::outputs::{Feed, FeedEntry};
    use crate::value::Lang;
    use quick_xml::events::Event;

    const NASTY: &str = "a <b> & \"c\" 'd'\nline 🌴 ]]> =cmd(), x; y\u{1}";

    fn feed() -> Feed {
        let lang = Lang::new("id");
        let entry = FeedEntry {
            id: "https://example.go.id/cerita/x/".to_owned(),
            title: NASTY.to_owned(),
            lang: Lang::new("en"),
            url: Some("https://example.go.id/cerita/x/?a=1&b=2".to_owned()),
            published: "2024-01-01T00:00:00+07:00".to_owned(),
            updated: "2024-01-02T00:00:00+07:00".to_owned(),
            author: None,
            summary: Some(NASTY.to_owned()),
            category: "story",
        };
        Feed {
            title: NASTY.to_owned(),
            subtitle: None,
            lang,
            self_url: "https://example.go.id/feed.xml".to_owned(),
            page_url: "https://example.go.id/".to_owned(),
            updated: "2024-01-02T00:00:00+07:00".to_owned(),
            author: NASTY.to_owned(),
            author_url: None,
            rights: None,
            entries: vec![entry],
        }
    }

    /// The texts of elements called `name`, with entities read.
    fn texts(xml: &str, name: &str) -> Vec<String> {
        let mut reader = quick_xml::Reader::from_str(xml);
        let (mut found, mut inside) = (Vec::new(), None::<String>);
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(start) if start.name().as_ref() == name.as_bytes() => inside = Some(String::new()),
                Event::End(end) if end.name().as_ref() == name.as_bytes() => found.extend(inside.take()),
                Event::Text(text) => {
                    if let Some(inside) = &mut inside {
                        inside.push_str(&text.decode().expect("UTF-8"));
                    }
                }
                Event::GeneralRef(entity) => {
                    if let Some(inside) = &mut inside {
                        let written = format!("&{};", entity.decode().expect("UTF-8"));
                        inside.push_str(&quick_xml::escape::unescape(&written).expect("an entity"));
                    }
                }
                Event::Eof => return found,
                _ => {}
            }
        }
    }

    #[test]
    fn texts_come_back_as_they_were() {
        let mut out = Vec::new();
        write(&feed(), &mut out).expect("written");
        let xml = String::from_utf8(out).expect("UTF-8");
        let clean = NASTY.replace('\u{1}', "");
        assert_eq!(texts(&xml, "title"), [clean.as_str(), clean.as_str()]);
        assert_eq!(texts(&xml, "name"), [clean.as_str()]);
        assert_eq!(texts(&xml, "summary"), [clean.as_str()]);
        assert!(xml.contains("<entry xml:lang=\"en\">"), "{xml}");
        assert!(xml.contains("href=\"https://example.go.id/cerita/x/?a=1&amp;b=2\""), "{xml}");
    }

    #[test]
    fn the_same_feed_is_the_same_bytes() {
        let (mut one, mut other) = (Vec::new(), Vec::new());
        write(&feed(), &mut one).expect("written");
        write(&feed(), &mut other).expect("written");
        assert_eq!(one, other);
    }
}
