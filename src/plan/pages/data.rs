//! The page of downloads.

use crate::derive::FigureName;
use crate::plan::outputs::{Dictionary, Machine, Meaning, Part, Sizes, Variable, XLSX, variables, words};
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::Kind;

view! {
    /// `data.html`: what can be downloaded, what it means, and under which licence.
    pub struct DataView {
        /// Everything in one file, in several formats.
        pub whole: Vec<DataFile>,
        /// Tables of whole kinds.
        pub tables: Vec<DataTable>,
        /// Descriptions for programs.
        pub machine: Vec<DataFile>,
        /// The feed of the whole site; none where it is not made.
        pub feed: Option<LinkView>,
        /// The calendar of the whole site; none where it is not made.
        pub calendar: Option<LinkView>,
        /// The page that tells how figures are counted; none where the site has no page `metode`.
        pub method: Option<LinkView>,
        /// The columns of tables, in their order.
        pub fields: Vec<DataField>,
        /// Derived figures: columns of regions, institutions, programs, topics.
        pub figures: Vec<DataField>,
    }
}

view! {
    /// A file of the whole data set.
    pub struct DataFile {
        /// Its name: `data.xlsx`.
        pub name: String,
        /// What it is.
        pub title: String,
        /// What it is good for.
        pub note: String,
        /// Its address, relative to this page.
        pub href: String,
        /// Its media type.
        pub media_type: String,
        /// How large it is, in words; may be empty.
        pub size: String,
    }
}

view! {
    /// A table of a kind of record.
    pub struct DataTable {
        /// What it holds.
        pub text: String,
        /// How many records, in words.
        pub count: String,
        /// The table.
        pub csv: DataFile,
        /// The same for programs, beside the index of the kind; none where there is no index.
        pub json: Option<DataFile>,
    }
}

view! {
    /// A column of the data dictionary.
    pub struct DataField {
        /// Its name in data; of a count the first of its four columns.
        pub name: String,
        /// What it is called.
        pub concept: String,
        /// What it means.
        pub definition: String,
        /// What kind of value it is.
        pub measure: String,
        /// The unit of a number; may be empty.
        pub unit: String,
        /// Whether it takes four columns.
        pub is_count: bool,
        /// The words that can stand in it, with their meaning.
        pub classes: Vec<DataClass>,
        /// The tables that have it, in words; empty for figures.
        pub tables: String,
    }
}

view! {
    /// A word that can stand in a column.
    pub struct DataClass {
        /// The word.
        pub word: String,
        /// What it means.
        pub text: String,
    }
}

/// The page of downloads.
pub fn view(scope: &Scope<'_>, sizes: &Sizes) -> (Frame, DataView) {
    let home = scope.plan.pages().iter().find(|page| page.path == scope.routes.home(scope.lang));
    let beside_home = |name: &str| scope.href(&format!("{}{name}", scope.routes.home(scope.lang)));
    let feed = home.filter(|page| scope.plan.has_feed(page));
    let calendar = home.filter(|page| scope.plan.has_calendar(page));
    let files = Files { scope, sizes };
    let method = scope.facts.pages.iter().position(|page| page.head.id == "metode");
    let matter = DataView {
        whole: files.whole(),
        tables: Kind::ALL.into_iter().filter_map(|kind| files.table(kind)).collect(),
        machine: files.machine(),
        feed: feed.map(|_| LinkView::to(scope.word("file_feed"), beside_home("feed.xml"))),
        calendar: calendar.map(|_| LinkView::to(scope.word("file_calendar"), beside_home("calendar.ics"))),
        method: method
            .map(|at| scope.link(crate::value::RecordRef::new(Kind::Page, at)))
            .filter(|link| link.href.is_some()),
        fields: fields(scope),
        figures: figures(scope),
    };
    let frame = Frame {
        heading: Text { text: scope.word("nav_data"), lang: None },
        description: scope.word("data_intro"),
        section: "data".to_owned(),
        ..Frame::default()
    };
    (frame, matter)
}

struct Files<'a> {
    scope: &'a Scope<'a>,
    sizes: &'a Sizes,
}

impl Files<'_> {
    fn whole(&self) -> Vec<DataFile> {
        if !self.scope.plan.has_data(self.scope.page) {
            return Vec::new();
        }
        let mut files = vec![self.beside("data.xlsx", "data_xlsx", XLSX)];
        let archive = self.scope.plan.archive();
        files.extend(archive.map(|path| self.file(&path, "data_zip", "application/zip")));
        files.push(self.beside("data.csv", "data_csv", "text/csv"));
        files.push(self.beside("data.json", "data_json", "application/json"));
        files
    }

    fn machine(&self) -> Vec<DataFile> {
        let mut files = Vec::new();
        if self.scope.plan.has_data(self.scope.page) {
            files.push(self.beside("kamus-data.csv", "data_dictionary", "text/csv"));
            files.push(self.beside("datapackage.json", "data_package", "application/json"));
            files.push(self.beside("csv-metadata.json", "data_csvw", "application/csvm+json"));
        }
        let catalogue = self.scope.plan.catalogue();
        files.extend(catalogue.map(|path| self.file(path, "data_catalogue", "application/ld+json")));
        files
    }

    fn table(&self, kind: Kind) -> Option<DataTable> {
        let (scope, word) = (self.scope, kind.plural());
        let count = scope.facts.count(kind);
        if !scope.plan.has_data(scope.page) || matches!(kind, Kind::Page) || count == 0 {
            return None;
        }
        let index = scope.routes.index(word, scope.lang).filter(|_| scope.plan.has_index(word));
        let count_word = format!("n_{word}");
        Some(DataTable {
            text: words(scope.lang).get(&format!("table_{word}")).to_owned(),
            count: match scope.words.find(&count_word) {
                Some(_) => scope.count(&count_word, count),
                None => scope.format.number(count as u64),
            },
            csv: self.beside(&format!("{word}.csv"), "data_csv", "text/csv"),
            json: index.map(|path| self.file(&format!("{path}data.json"), "data_json", "application/json")),
        })
    }

    fn beside(&self, name: &str, key: &str, media_type: &str) -> DataFile {
        self.file(&format!("{}{name}", self.scope.page.path), key, media_type)
    }

    fn file(&self, path: &str, key: &str, media_type: &str) -> DataFile {
        let scope = self.scope;
        DataFile {
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            title: scope.word(&format!("{key}_title")),
            note: scope.word(&format!("{key}_note")),
            href: scope.href(path),
            media_type: media_type.to_owned(),
            size: self.sizes.get(path).map_or_else(String::new, |bytes| scope.format.file_size(*bytes)),
        }
    }
}

/// The fields of records: each name once, with all tables that have it, unless it means something else there.
fn fields(scope: &Scope<'_>) -> Vec<DataField> {
    let mut fields: Vec<(DataField, Vec<String>)> = Vec::new();
    for (kind, _) in scope.plan.tables() {
        let table = words(scope.lang).get(&format!("table_{}", kind.plural())).to_owned();
        for variable in variables(&[kind]) {
            if variable.is_figure || variable.column.part != Part::Value {
                continue;
            }
            let field = field(scope, &variable, &[kind]);
            match fields.iter_mut().find(|(other, _)| other.name == field.name && other.definition == field.definition)
            {
                Some((_, tables)) => tables.push(table.clone()),
                None => fields.push((field, vec![table.clone()])),
            }
        }
    }
    let all = scope.plan.tables().len();
    let named = |(field, tables): (DataField, Vec<String>)| {
        let tables = if tables.len() == all { scope.word("data_all_tables") } else { tables.join(", ") };
        DataField { tables, ..field }
    };
    fields.into_iter().map(named).collect()
}

fn figures(scope: &Scope<'_>) -> Vec<DataField> {
    let all = variables(&[Kind::Region]);
    let value = |name: FigureName| {
        let is = |one: &&Variable| one.is_figure && one.column.name == name.word() && one.column.part == Part::Value;
        all.iter().find(is).map(|variable| field(scope, variable, &[Kind::Region]))
    };
    FigureName::ALL.into_iter().filter_map(value).collect()
}

fn field(scope: &Scope<'_>, variable: &Variable, kinds: &[Kind]) -> DataField {
    let Meaning { concept, definition, classification, measure, unit } =
        Dictionary::of(scope.lang).meaning(variable, kinds);
    let class = |(word, text)| DataClass { word, text };
    DataField {
        name: variable.column.to_string(),
        concept,
        definition,
        measure,
        unit,
        is_count: variable.shape.is_measure() && variable.machine() != Machine::Text,
        classes: classification.into_iter().map(class).collect(),
        tables: String::new(),
    }
}
