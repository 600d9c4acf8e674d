//! `calendar.ics`: RFC 5545, whole days.

use crate::plan::outputs::{Calendar, Event, EventStatus};
use icalendar::{Component, Property};
use std::io::{self, Write};

/// Writes a calendar.
///
/// Every property that the crate would fill with the clock or a random number is given.
///
/// # Errors
/// What the stream says.
pub fn write(calendar: &Calendar, mut out: impl Write) -> io::Result<()> {
    let mut ics = icalendar::Calendar::empty();
    ics.append_property(Property::new("VERSION", "2.0"));
    ics.append_property(Property::new("PRODID", format!("-//Terbit//Terbit//{}", calendar.lang).to_uppercase()));
    ics.append_property(Property::new("CALSCALE", "GREGORIAN"));
    ics.append_property(Property::new("METHOD", "PUBLISH"));
    ics.append_property(text("NAME", &calendar.name));
    ics.append_property(text("X-WR-CALNAME", &calendar.name));
    for event in &calendar.events {
        ics.push(component(event));
    }
    out.write_all(ics.to_string().as_bytes())
}

fn component(event: &Event) -> icalendar::Event {
    let day = |day: chrono::NaiveDate| day.format("%Y%m%d").to_string();
    let mut out = icalendar::Event::new();
    out.append_property(text("UID", &event.uid));
    out.append_property(Property::new("DTSTAMP", format!("{}T000000Z", day(event.stamp))));
    out.append_property(Property::new("DTSTART", day(event.start)).add_parameter("VALUE", "DATE").done());
    out.append_property(Property::new("DTEND", day(event.end)).add_parameter("VALUE", "DATE").done());
    let language = event.lang.as_str();
    out.append_property(text("SUMMARY", &event.summary).add_parameter("LANGUAGE", language).done());
    if let Some(description) = &event.description {
        out.append_property(text("DESCRIPTION", description));
    }
    if let Some(location) = &event.location {
        out.append_property(text("LOCATION", location));
    }
    for category in &event.categories {
        // A list in the crate's eyes, so its commas must be escaped here.
        out.append_multi_property(Property::new("CATEGORIES", escaped(&clean(category))));
    }
    if let Some(url) = &event.url {
        out.append_property(Property::new("URL", clean(url)));
    }
    if let Some(status) = event.status {
        out.append_property(Property::new("STATUS", status_word(status)));
    }
    // Nobody is busy because of somebody else's visit.
    out.append_property(Property::new("TRANSP", "TRANSPARENT"));
    out
}

fn status_word(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Tentative => "TENTATIVE",
        EventStatus::Confirmed => "CONFIRMED",
        EventStatus::Cancelled => "CANCELLED",
    }
}

/// A text property; the crate escapes and folds it. `NAME` is newer than its list of text properties.
fn text(key: &str, value: &str) -> Property {
    let value = clean(value);
    Property::new(key, if key == "NAME" { escaped(&value) } else { value })
}

/// One kind of line break, and none of the control characters that a text may not hold (RFC 5545, section 3.3.11).
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::plan::outputs::{Calendar, Event, EventStatus};
    use crate::value::Lang;
    use chrono::NaiveDate;

    const NASTY: &str = "Kota <Malang> & \"co\", a; b\\c\r\nbaris dua 🌴=cmd()";

    fn calendar() -> Calendar {
        let day = |day| NaiveDate::from_ymd_opt(2024, 2, day).expect("a day");
        let event = Event {
            uid: "visit-papua-2024@example.go.id".to_owned(),
            stamp: day(1),
            start: day(28),
            end: NaiveDate::from_ymd_opt(2024, 3, 1).expect("a day"),
            summary: format!("{NASTY} {}", "🌴é panjang ".repeat(30)),
            lang: Lang::new("id"),
            description: Some(NASTY.to_owned()),
            location: Some(NASTY.to_owned()),
            categories: vec![NASTY.to_owned(), "b".to_owned()],
            url: Some("https://example.go.id/kunjungan/a,b;c/".to_owned()),
            status: Some(EventStatus::Cancelled),
        };
        Calendar { name: NASTY.to_owned(), lang: Lang::new("id"), events: vec![event] }
    }

    fn written() -> String {
        let mut out = Vec::new();
        write(&calendar(), &mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    /// The unfolded content lines.
    fn lines(ics: &str) -> Vec<String> {
        ics.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn unescaped(text: &str) -> String {
        let mut out = String::new();
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n') => out.push('\n'),
                    Some(other) => out.push(other),
                    None => out.push('\\'),
                },
                letter => out.push(letter),
            }
        }
        out
    }

    #[test]
    fn lines_are_folded_by_octets_and_end_with_crlf() {
        let ics = written();
        assert!(ics.ends_with("END:VCALENDAR\r\n"));
        assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
        for line in ics.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
    }

    #[test]
    fn texts_come_back_as_they_were() {
        let ics = written();
        let clean = NASTY.replace("\r\n", "\n");
        for key in ["DESCRIPTION:", "LOCATION:", "NAME:", "X-WR-CALNAME:", "CATEGORIES:"] {
            let line = lines(&ics).into_iter().find(|line| line.starts_with(key)).expect(key);
            assert_eq!(unescaped(&line[key.len()..]), clean, "{key}");
        }
        let all = lines(&ics);
        let summary = all.iter().find(|line| line.starts_with("SUMMARY;LANGUAGE=id:")).expect("a summary");
        assert_eq!(
            unescaped(&summary["SUMMARY;LANGUAGE=id:".len()..]),
            calendar().events[0].summary.replace("\r\n", "\n")
        );
        assert!(all.contains(&"URL:https://example.go.id/kunjungan/a,b;c/".to_owned()));
    }

    #[test]
    fn days_are_whole_and_nothing_asks_the_clock() {
        let ics = written();
        let all = lines(&ics);
        for line in [
            "DTSTART;VALUE=DATE:20240228",
            "DTEND;VALUE=DATE:20240301",
            "DTSTAMP:20240201T000000Z",
            "UID:visit-papua-2024@example.go.id",
            "STATUS:CANCELLED",
        ] {
            assert!(all.contains(&line.to_owned()), "{line} in {all:#?}");
        }
        assert_eq!(all.iter().filter(|line| line.starts_with("UID") || line.starts_with("DTSTAMP")).count(), 2);
        assert_eq!(ics, written());
    }
}
