//! `catalog.jsonld`: DCAT 3 (W3C), in the profile that public bodies use (DCAT-AP): titles, descriptions, publisher,
//! licence, period, place, and every file with its media type, language and size.
//!
//! The context stands in the file itself: nobody has to fetch one.

use crate::plan::outputs::{Catalogue, CatalogueFile, CatalogueSet, Spoken};
use crate::value::{Lang, PartialDate};
use serde_json::{Map, Value, json};
use std::io;

/// Writes the catalogue.
///
/// # Errors
/// What the stream says.
pub fn write(catalogue: &Catalogue, mut out: impl io::Write) -> io::Result<()> {
    let mut graph = vec![head(catalogue)];
    graph.extend(publisher(catalogue));
    for set in &catalogue.sets {
        graph.push(data_set(catalogue, set));
        graph.extend(set.files.iter().map(|file| distribution(catalogue, file)));
    }
    serde_json::to_writer_pretty(&mut out, &json!({ "@context": context(), "@graph": graph }))?;
    out.write_all(b"\n")
}

fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// A node under way; what is empty is left out.
#[derive(Default)]
struct Node(Map<String, Value>);

impl Node {
    fn new(id: impl Into<String>, kind: &str) -> Self {
        Self::default().with("@id", Some(json!(id.into()))).with("@type", Some(json!(kind)))
    }

    fn bare(kind: &str) -> Self {
        Self::default().with("@type", Some(json!(kind)))
    }

    fn with(mut self, key: &str, value: Option<Value>) -> Self {
        let value = value.filter(|value| value.as_array().is_none_or(|items| !items.is_empty()));
        self.0.extend(value.map(|value| (key.to_owned(), value)));
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn head(catalogue: &Catalogue) -> Value {
    let sets: Vec<Value> = catalogue.sets.iter().map(|set| link(&set_id(catalogue, set.name))).collect();
    let languages: Vec<Value> = catalogue.title.iter().map(|(lang, _)| language(lang)).collect();
    Node::new(format!("{}#catalog", catalogue.url), "dcat:Catalog")
        .with("dcterms:title", Some(spoken(&catalogue.title)))
        .with("dcterms:description", Some(spoken(&catalogue.description)))
        .with("dcterms:publisher", publisher_link(catalogue))
        .with("dcterms:license", license(catalogue))
        .with("dcterms:language", Some(json!(languages)))
        .with("dcterms:modified", catalogue.modified.and_then(date))
        .with("foaf:homepage", Some(page(&catalogue.home)))
        .with("dcat:dataset", Some(json!(sets)))
        .done()
}

fn publisher(catalogue: &Catalogue) -> Option<Value> {
    let id = publisher_link(catalogue)?["@id"].as_str()?.to_owned();
    let email = catalogue.publisher_email.as_deref().map(|email| link(&format!("mailto:{email}")));
    let node = Node::new(id, "foaf:Agent")
        .with("foaf:name", Some(spoken(&catalogue.publisher)))
        .with("foaf:homepage", catalogue.publisher_url.as_deref().map(page))
        .with("foaf:mbox", email);
    Some(node.done())
}

fn publisher_link(catalogue: &Catalogue) -> Option<Value> {
    (!catalogue.publisher.is_empty()).then(|| link(&format!("{}#publisher", catalogue.url)))
}

fn data_set(catalogue: &Catalogue, set: &CatalogueSet) -> Value {
    let pages: Vec<Value> = set.pages.iter().map(|url| page(url)).collect();
    let files: Vec<Value> = set.files.iter().map(|file| link(&file_id(file))).collect();
    let languages: Vec<Value> = set.title.iter().map(|(lang, _)| language(lang)).collect();
    let place = |name: &Spoken| Node::bare("dcterms:Location").with("skos:prefLabel", Some(spoken(name))).done();
    let places: Vec<Value> = catalogue.places.iter().map(place).collect();
    Node::new(set_id(catalogue, set.name), "dcat:Dataset")
        .with("dcterms:title", Some(spoken(&set.title)))
        .with("dcterms:description", Some(spoken(&set.description)))
        .with("dcterms:identifier", Some(json!(set_id(catalogue, set.name))))
        .with("dcterms:publisher", publisher_link(catalogue))
        .with("dcat:contactPoint", contact(catalogue))
        .with("dcterms:license", license(catalogue))
        .with("dcterms:language", Some(json!(languages)))
        .with("dcterms:modified", catalogue.modified.and_then(date))
        .with("dcterms:temporal", period(catalogue))
        .with("dcterms:spatial", Some(json!(places)))
        .with("dcat:landingPage", Some(json!(pages)))
        .with("dcat:distribution", Some(json!(files)))
        .done()
}

fn contact(catalogue: &Catalogue) -> Option<Value> {
    let email = catalogue.publisher_email.as_ref()?;
    let node = Node::default()
        .with("@type", Some(json!(["vcard:Kind", "vcard:Organization"])))
        .with("vcard:fn", Some(spoken(&catalogue.publisher)))
        .with("vcard:hasEmail", Some(link(&format!("mailto:{email}"))));
    Some(node.done())
}

fn period(catalogue: &Catalogue) -> Option<Value> {
    let (start, end) = (catalogue.period.0.and_then(date), catalogue.period.1.and_then(date));
    if start.is_none() && end.is_none() {
        return None;
    }
    Some(Node::bare("dcterms:PeriodOfTime").with("dcat:startDate", start).with("dcat:endDate", end).done())
}

fn distribution(catalogue: &Catalogue, file: &CatalogueFile) -> Value {
    let media_type =
        |name: &str| typed(&format!("https://www.iana.org/assignments/media-types/{name}"), "dcterms:MediaType");
    let languages: Vec<Value> = match &file.lang {
        Some(lang) => vec![language(lang)],
        None => catalogue.title.iter().map(|(lang, _)| language(lang)).collect(),
    };
    let bytes = file.bytes.map(|bytes| json!({ "@value": bytes.to_string(), "@type": "xsd:nonNegativeInteger" }));
    Node::new(file_id(file), "dcat:Distribution")
        .with("dcterms:title", Some(json!(file.title)))
        .with("dcat:accessURL", Some(link(&file.url)))
        .with("dcat:downloadURL", Some(link(&file.url)))
        .with("dcat:mediaType", Some(media_type(file.media_type)))
        .with("dcat:packageFormat", file.packed_as.map(media_type))
        .with("dcat:byteSize", bytes)
        .with("dcterms:conformsTo", file.follows.map(|url| typed(url, "dcterms:Standard")))
        .with("dcterms:language", Some(json!(languages)))
        .with("dcterms:license", license(catalogue))
        .with("dcterms:modified", catalogue.modified.and_then(date))
        .done()
}

fn set_id(catalogue: &Catalogue, name: &str) -> String {
    format!("{}#{name}", catalogue.url)
}

fn file_id(file: &CatalogueFile) -> String {
    format!("{}#file", file.url)
}

fn link(url: &str) -> Value {
    json!({ "@id": url })
}

/// A link that says what stands at its end: the profile asks for it, and nobody has to fetch it to know.
fn typed(url: &str, kind: &str) -> Value {
    json!({ "@id": url, "@type": kind })
}

fn license(catalogue: &Catalogue) -> Option<Value> {
    catalogue.license.as_deref().map(|url| typed(url, "dcterms:LicenseDocument"))
}

fn page(url: &str) -> Value {
    typed(url, "foaf:Document")
}

fn spoken(texts: &Spoken) -> Value {
    let one = |(lang, text): &(Lang, String)| json!({ "@language": lang.as_str(), "@value": text });
    json!(texts.iter().map(one).collect::<Vec<_>>())
}

/// The address of a language at the Library of Congress, which DCAT recommends.
fn language(lang: &Lang) -> Value {
    let tag = lang.as_str().split('-').next().unwrap_or_default();
    let list = if tag.len() == 2 { "iso639-1" } else { "iso639-2" };
    typed(&format!("http://id.loc.gov/vocabulary/{list}/{tag}"), "dcterms:LinguisticSystem")
}

/// A date with the type that says how precise it is; none where it is only approximate.
fn date(date: PartialDate) -> Option<Value> {
    let kind = match (date.day(), date.month()) {
        _ if date.is_approximate() => return None,
        (Some(_), _) => "xsd:date",
        (None, Some(_)) => "xsd:gYearMonth",
        (None, None) => "xsd:gYear",
    };
    Some(json!({ "@value": date.to_string(), "@type": kind }))
}
