//! Which ids there are, and where; the languages of the site and its day: for those who write new records.

use super::index::{Index, Origin, Slot};
use super::secrets::Secrets;
use super::settings;
use super::table::{RawRecord, gather};
use super::yaml::{Node, Value, parse};
use crate::diag::{Report, Span};
use crate::options::Options;
use crate::read::{SourceKind, Sources};
use crate::value::{Kind, Lang};

/// A record that has an id of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name or title, where it has one.
    pub name: Option<String>,
    /// The place of its id; of a narrative, its front matter.
    pub span: Span,
}

/// Every record that has an id of its own, kind by kind, by id.
pub fn ids(sources: &Sources, options: &Options) -> Vec<Known> {
    let mut report = Report::new();
    let gathered = gather(sources, &mut Secrets::default(), &mut report);
    let languages =
        gathered.settings.as_ref().map_or_else(Vec::new, |(_, node)| settings::languages(node, &mut report));
    let default = languages.first().map_or("", Lang::as_str).to_owned();
    let index = Index::new(&gathered.records, &gathered, &default, options, sources, &mut report);
    let mut known = Vec::new();
    for kind in Kind::ALL {
        let own = index.slots(kind).iter().filter(|slot| slot.own_id);
        known.extend(own.map(|slot| Known {
            kind,
            id: slot.id.to_string(),
            name: name(slot, &gathered.records),
            span: slot.span,
        }));
    }
    known
}

/// The languages of the site, as far as its settings can be read.
pub fn languages(sources: &Sources) -> Vec<String> {
    let languages = of_settings(sources, |node| settings::languages(node, &mut Report::new()));
    languages.unwrap_or_default().iter().map(|lang| lang.as_str().to_owned()).collect()
}

/// The day of the clock where the site is at home: in its time zone, if its settings name one.
pub fn today(sources: &Sources, options: &Options) -> String {
    let zone: Option<chrono_tz::Tz> = of_settings(sources, |node| {
        let field = node.fields()?.iter().find(|field| field.name == "time_zone")?;
        field.value.text()?.text.parse().ok()
    })
    .flatten();
    let day = zone.map_or(options.now.date_naive(), |zone| options.now.with_timezone(&zone).date_naive());
    day.format("%Y-%m-%d").to_string()
}

fn of_settings<T>(sources: &Sources, read: impl FnOnce(&Node<'_>) -> T) -> Option<T> {
    let (id, file) = sources.ids().find(|(_, file)| file.kind == SourceKind::Settings)?;
    parse(id, &file.text, 0, file.text.len(), &mut Report::new()).map(|node| read(&node))
}

fn name(slot: &Slot<'_>, records: &[RawRecord<'_>]) -> Option<String> {
    let fields = match &slot.origin {
        Origin::Record(at) => records.get(*at)?.fields.as_slice(),
        Origin::Narrative(files) => files.first()?.front.fields()?,
    };
    ["name", "title"].iter().find_map(|word| {
        let field = fields.iter().find(|field| field.name == *word)?;
        text(&field.value)
    })
}

/// The text itself; of texts by language, the first.
fn text(node: &Node<'_>) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.text.to_string()),
        Value::Table(fields) => text(&fields.first()?.value),
        Value::Empty | Value::List(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, ids, today};
    use crate::check::describe::options_of_nothing;
    use crate::options::Options;
    use crate::read::Sources;
    use crate::value::Kind;

    #[test]
    fn every_record_with_an_id_is_known_by_its_name() {
        let sources = Sources::for_tests(&[
            ("site.yaml", "languages: [id]\n"),
            ("topics.yaml", "- {id: b, name: {id: Tata ruang, en: Planning}}\n- {id: a}\n"),
            ("statements.yaml", "- {speaker: S}\n"),
            ("stories/s.md", "---\ntitle: Cerita\n---\n"),
        ]);
        let known = ids(&sources, &options_of_nothing());
        let told: Vec<(Kind, &str, Option<&str>)> =
            known.iter().map(|Known { kind, id, name, .. }| (*kind, id.as_str(), name.as_deref())).collect();
        assert_eq!(
            told,
            [(Kind::Topic, "a", None), (Kind::Topic, "b", Some("Tata ruang")), (Kind::Story, "s", Some("Cerita"))]
        );
    }

    #[test]
    fn the_day_is_the_sites() {
        let options = Options {
            now: chrono::DateTime::parse_from_rfc3339("2026-11-23T20:00:00Z").unwrap(),
            ..options_of_nothing()
        };
        let day = |settings: &str| today(&Sources::for_tests(&[("site.yaml", settings)]), &options);
        assert_eq!(day("time_zone: Asia/Jakarta\n"), "2026-11-24");
        assert_eq!(day("title: T\n"), "2026-11-23");
        assert_eq!(day("time_zone: [\n"), "2026-11-23");
    }
}
