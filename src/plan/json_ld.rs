//! JSON-LD: what a page says to machines, in the words of schema.org.
//!
//! Nothing here is more than the record says: partial dates stay partial, approximate dates and
//! unknown counts are left out.

mod data_set;
mod subjects;

use super::outputs::absolute;
use super::pages::list::list_title;
use super::{Owner, PageKind, PlannedPage, SitePlan, names};
use crate::derive::facts::Facts;
use crate::value::{Kind, Lang, Localized, PartialDate, RecordRef};
use serde_json::{Map, Value, json};

/// The JSON-LD of a page, safe inside `<script type="application/ld+json">`.
pub(in crate::plan) fn script(plan: &SitePlan<'_>, page: &PlannedPage) -> String {
    let maker = Maker { plan, lang: &page.lang };
    let mut graph = maker.page(page);
    graph.extend(maker.breadcrumbs(page));
    // Moved, not quoted: `json!` would copy the whole graph.
    let mut document = Map::new();
    document.insert("@context".to_owned(), json!("https://schema.org"));
    document.insert("@graph".to_owned(), Value::Array(graph));
    inside_script(&Value::Object(document))
}

/// JSON that can neither end a script element nor begin a comment in it, and holds no line break that is none in JSON.
fn inside_script(value: &Value) -> String {
    let mut out = String::new();
    for letter in value.to_string().chars() {
        match letter {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            letter => out.push(letter),
        }
    }
    out
}

/// Makes nodes in the language of a page.
struct Maker<'a> {
    plan: &'a SitePlan<'a>,
    lang: &'a Lang,
}

/// A node under way; empty values are left out.
#[derive(Default)]
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str) -> Self {
        Self::default().with("@type", kind)
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

impl Maker<'_> {
    fn facts(&self) -> &Facts {
        self.plan.facts()
    }

    fn url(&self, path: &str) -> String {
        absolute(&self.facts().site.base_url, path)
    }

    fn local(&self, text: Option<&Localized>) -> Option<String> {
        text.map(|text| names::localized(self.facts(), text, self.lang).text)
    }

    fn site_title(&self) -> Option<String> {
        self.local(Some(&self.facts().site.title))
    }

    /// A record in short: its type, name and address.
    fn brief(&self, kind: &str, record: RecordRef) -> Value {
        let url = self.plan.routes().path(record, self.lang).map(|path| self.url(&path));
        Node::new(kind).with("name", names::name(self.facts(), record, self.lang).text).with("url", url).done()
    }

    fn publisher(&self) -> Option<Value> {
        let publisher = self.facts().site.publisher.as_ref()?;
        let name = self.local(Some(&publisher.name));
        Some(Node::new("Organization").with("name", name).with("url", publisher.url.clone()).done())
    }

    fn page(&self, page: &PlannedPage) -> Vec<Value> {
        match page.kind {
            PageKind::Home => self.home(page),
            PageKind::Record(kind) => {
                let record = RecordRef { kind, index: page.subject };
                let mut nodes = vec![self.record(record, self.url(&page.path))];
                nodes.extend(self.statements(page, record));
                if kind == Kind::Region && self.plan.has_workbook(page) {
                    nodes.push(self.data_of_region(page));
                }
                nodes
            }
            PageKind::RegionYear => {
                let region = RecordRef { kind: Kind::Region, index: page.subject };
                vec![self.collection(page).with("about", self.brief("AdministrativeArea", region)).done()]
            }
            PageKind::Data => vec![self.data_set(page)],
            PageKind::Index | PageKind::List | PageKind::Year | PageKind::Map | PageKind::Flows | PageKind::Search => {
                vec![self.collection(page).done()]
            }
            PageKind::NotFound => Vec::new(),
        }
    }

    fn home(&self, page: &PlannedPage) -> Vec<Value> {
        let site = &self.facts().site;
        let languages: Vec<&str> = site.languages.iter().map(Lang::as_str).collect();
        let web = Node::new("WebSite")
            .with("@id", format!("{}#website", site.base_url))
            .with("url", self.url(&page.path))
            .with("name", self.site_title())
            .with("description", self.local(site.description.as_ref()))
            .with("inLanguage", languages)
            .with("publisher", self.publisher());
        vec![web.done(), self.data_set(page)]
    }

    fn collection(&self, page: &PlannedPage) -> Node {
        Node::new("CollectionPage")
            .with("url", self.url(&page.path))
            .with("inLanguage", page.lang.as_str())
            .with("isPartOf", json!({ "@id": format!("{}#website", self.facts().site.base_url) }))
    }

    /// Statements that stand on the page of a record; those of long lists stand on pages of their own.
    fn statements(&self, page: &PlannedPage, record: RecordRef) -> Vec<Value> {
        let routes = self.plan.routes();
        let of = |index: &u32| {
            let statement = RecordRef { kind: Kind::Statement, index: *index };
            if routes.host_record(statement) != Some(record) {
                return None;
            }
            let path = routes.path(statement, self.lang)?;
            path.split('#').next().is_some_and(|path| path == page.path).then(|| self.quotation(statement)).flatten()
        };
        let lists = self.facts().subject(record).map(|subject| &subject.lists.statements);
        let own = self.facts().activity(record).map(|activity| &activity.statements);
        lists.or(own).into_iter().flatten().filter_map(of).collect()
    }

    fn breadcrumbs(&self, page: &PlannedPage) -> Option<Value> {
        let routes = self.plan.routes();
        let home = routes.home(self.lang);
        if page.path == home || page.kind == PageKind::NotFound {
            return None;
        }
        let front = routes.front(self.lang).map(|front| (self.site_title().unwrap_or_default(), front));
        let mut trail: Vec<(String, String)> = front.into_iter().collect();
        let words = names::words(self.facts(), self.lang);
        let record = match page.kind {
            PageKind::Record(kind) => Some(RecordRef { kind, index: page.subject }),
            PageKind::RegionYear => Some(RecordRef { kind: Kind::Region, index: page.subject }),
            _ => page.list.and_then(|list| match list.owner {
                Owner::Record(record) => Some(record),
                Owner::Year(_) => None,
            }),
        };
        if let Some(record) = record {
            if let Some(index) = routes.index(record.kind.plural(), self.lang) {
                trail.push((words.get(&format!("nav_{}", record.kind.plural())).to_owned(), index));
            }
            let name = names::name(self.facts(), record, self.lang).text;
            trail.extend(routes.path(record, self.lang).map(|path| (name, path)));
        }
        if let Some(list) = page.list {
            if let Owner::Year(year) = list.owner {
                trail.extend(routes.year(year, self.lang).map(|path| (year.to_string(), path)));
            }
            trail.push((list_title(words, list.which), page.path.clone()));
        } else if let Some(year) = page.year {
            trail.push((year.to_string(), page.path.clone()));
        } else if record.is_none() {
            let segment = page.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            let word = match page.kind {
                PageKind::Index => words.get(&format!("nav_{}", self.plan.index_word(page))).to_owned(),
                PageKind::Data => words.get("nav_data").to_owned(),
                _ => segment.to_owned(),
            };
            trail.push((word, page.path.clone()));
        }
        let items: Vec<Value> = trail
            .into_iter()
            .enumerate()
            .map(|(at, (name, path))| {
                json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": self.url(&path) })
            })
            .collect();
        Some(Node::new("BreadcrumbList").with("itemListElement", items).done())
    }
}

/// A date as ISO 8601, as precise as it is; none where it is only approximate.
fn sure(date: PartialDate) -> Option<String> {
    (!date.is_approximate()).then(|| date.to_string())
}

/// The address of a licence that Creative Commons or SPDX has a page for; an address stays as it is.
pub(in crate::plan) fn license_url(name: &str) -> String {
    if name.contains("://") {
        return name.to_owned();
    }
    match name.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-')) {
        Some((terms, version)) if terms.starts_with("BY") => {
            format!("https://creativecommons.org/licenses/{}/{version}/", terms.to_ascii_lowercase())
        }
        _ if name == "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
        _ => format!("https://spdx.org/licenses/{name}.html"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, inside_script, license_url};
    use serde_json::{Value, json};

    #[test]
    fn nothing_ends_the_script() {
        let value = json!({ "name": "</script><!-- & \"x\" 'y'\n\u{2028}🌴 =cmd()" });
        let text = inside_script(&value);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\n']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let node = Node::new("Event").with("startDate", None::<String>).with("about", Vec::<Value>::new());
        assert_eq!(node.done(), json!({ "@type": "Event" }));
    }

    #[test]
    fn licences_have_addresses() {
        assert_eq!(license_url("CC-BY-4.0"), "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(license_url("CC-BY-SA-4.0"), "https://creativecommons.org/licenses/by-sa/4.0/");
        assert_eq!(license_url("CC0-1.0"), "https://creativecommons.org/publicdomain/zero/1.0/");
        assert_eq!(license_url("ODbL-1.0"), "https://spdx.org/licenses/ODbL-1.0.html");
    }
}
