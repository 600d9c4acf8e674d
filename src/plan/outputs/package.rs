//! The whole data set in one language as a value: its tables, what their columns mean, who publishes it.
//!
//! `datapackage.json`, the CSVW description, the data dictionary and the README of the archive are written from it.

use super::data_set::{DataHead, TOUCHING};
use super::dictionary::{Dictionary, Meaning};
use super::fields::Shape;
use super::schema::{Variable, variables};
use super::words::{Words, words};
use super::{Outputs, Part};
use crate::plan::json_ld::license_url;
use crate::plan::{PlannedPage, names};
use crate::text::format::Formatter;
use crate::value::Kind;

/// The whole data set in one language.
#[derive(Debug)]
pub struct Package {
    /// The download page, the publisher, the licence.
    pub head: DataHead,
    /// A name for programs: letters, digits, hyphens.
    pub name: String,
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// The site of the publisher.
    pub publisher_url: Option<String>,
    /// The address of the publisher.
    pub publisher_email: Option<String>,
    /// The address of the licence.
    pub license_url: Option<String>,
    /// The newest date of the records, for people.
    pub date: String,
    /// How to cite it.
    pub cite: String,
    /// The tables, in the order of the content model.
    pub tables: Vec<PackageTable>,
    /// The columns of the one table of all activities and results, `data.csv`.
    pub activities: Vec<Described>,
    /// The words of files in its language.
    pub words: &'static Words,
}

/// A table of the package; its file is `<name>.csv`.
#[derive(Debug)]
pub struct PackageTable {
    /// What its rows are.
    pub kind: Kind,
    /// Its name: `cohorts`.
    pub name: &'static str,
    /// Its title for people.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// How many rows it has.
    pub rows: usize,
    /// Its columns, in order.
    pub columns: Vec<Described>,
}

/// A column and its meaning.
#[derive(Debug)]
pub struct Described {
    /// What stands in it.
    pub variable: Variable,
    /// What it means.
    pub meaning: Meaning,
}

impl Described {
    /// Whether it names the rows of its table.
    pub fn is_key(&self) -> bool {
        self.variable.shape == Shape::Key
    }

    /// The table that its ids are of, where there is one such table. A cell may hold several of them: see
    /// [`Variable::is_list`].
    pub fn target(&self) -> Option<Kind> {
        match (self.variable.shape, self.variable.column.part) {
            (Shape::Id(kind) | Shape::IdsOf(kind), Part::Value) => Some(kind),
            _ => None,
        }
    }
}

impl Package {
    /// Whether it has a table of these records.
    pub fn has(&self, kind: Kind) -> bool {
        self.tables.iter().any(|table| table.kind == kind)
    }
}

impl Outputs<'_> {
    /// The whole data set, in the language of its download page.
    pub fn package(&self, page: &PlannedPage) -> Package {
        let (facts, words) = (self.plan.facts(), words(&page.lang));
        let publisher = facts.site.publisher.as_ref();
        let head = self.head(page);
        let tables = self.plan.tables().into_iter().map(|(kind, rows)| table(kind, rows, page, words)).collect();
        let title = words.fill("package_title", &[("site", &head.site)]);
        Package {
            name: machine_name(&facts.site.base_url),
            description: words.fill("package_description", &[("site", &head.site)]),
            publisher_url: publisher.and_then(|publisher| publisher.url.clone()),
            publisher_email: publisher.and_then(|publisher| publisher.email.clone()),
            license_url: head.license.as_deref().map(license_url),
            date: self.date(page, words),
            cite: self.cite(page, &title, &head, words),
            tables,
            activities: described(&TOUCHING, page),
            title,
            words,
            head,
        }
    }

    /// The newest date of the records in words.
    pub(super) fn date(&self, page: &PlannedPage, words: &Words) -> String {
        let facts = self.plan.facts();
        let format = Formatter::new(names::words(facts, &page.lang));
        facts.as_of.map_or_else(|| words.get("cite_no_date").to_owned(), |date| format.date(date))
    }

    /// How the data of a page are cited.
    pub(super) fn cite(&self, page: &PlannedPage, title: &str, head: &DataHead, words: &Words) -> String {
        let publisher = head.publisher.as_deref().unwrap_or_default();
        let key = if publisher.is_empty() { "cite_text_bare" } else { "cite_text" };
        let date = self.date(page, words);
        words.fill(key, &[("publisher", publisher), ("page", title), ("date", &date), ("address", &head.url)])
    }
}

fn described(kinds: &[Kind], page: &PlannedPage) -> Vec<Described> {
    let dictionary = Dictionary::of(&page.lang);
    let described = |variable| Described { meaning: dictionary.meaning(&variable, kinds), variable };
    variables(kinds).into_iter().map(described).collect()
}

fn table(kind: Kind, rows: usize, page: &PlannedPage, words: &Words) -> PackageTable {
    let title = words.get(&format!("table_{}", kind.plural())).to_owned();
    PackageTable {
        kind,
        name: kind.plural(),
        description: words.fill("table_description", &[("table", &title)]),
        rows,
        columns: described(&[kind], page),
        title,
    }
}

/// A name made of the address of the site: `example-go-id-magang`.
fn machine_name(base_url: &str) -> String {
    let address = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let mut name = String::new();
    for letter in address.chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "data".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::machine_name;

    #[test]
    fn the_name_is_made_of_the_address() {
        assert_eq!(machine_name("https://example.go.id/magang/"), "example-go-id-magang");
        assert_eq!(machine_name("/"), "data");
        assert_eq!(machine_name("http://[::1]:8000/"), "1-8000");
    }
}
