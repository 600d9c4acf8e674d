//! `datapackage.json`: Data Package 2 (datapackage.org), with foreign keys between the tables.

use crate::plan::outputs::{Described, Machine, Package, PackageTable, Shape};
use serde_json::{Map, Value, json};
use std::io;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Writes the description of the whole data set.
///
/// # Errors
/// What the stream says.
pub fn write(package: &Package, mut out: impl io::Write) -> io::Result<()> {
    let mut value = Map::new();
    value.insert("$schema".to_owned(), json!(PROFILE));
    value.insert("name".to_owned(), json!(package.name));
    value.insert("title".to_owned(), json!(package.title));
    value.insert("description".to_owned(), json!(package.description));
    value.insert("homepage".to_owned(), json!(package.head.url));
    if let Some(as_of) = &package.head.as_of {
        value.insert("version".to_owned(), json!(as_of));
    }
    value.extend(licenses(package));
    value.extend(contributors(package));
    let resources: Vec<Value> = package.tables.iter().map(|table| resource(package, table)).collect();
    value.insert("resources".to_owned(), json!(resources));
    serde_json::to_writer_pretty(&mut out, &value)?;
    out.write_all(b"\n")
}

fn licenses(package: &Package) -> Option<(String, Value)> {
    let (name, path) = (package.head.license.as_ref()?, package.license_url.as_ref()?);
    // `name` is for identifiers of the Open Definition; an address is none.
    let license = if name.contains("://") { json!({ "path": path }) } else { json!({ "name": name, "path": path }) };
    Some(("licenses".to_owned(), json!([license])))
}

fn contributors(package: &Package) -> Option<(String, Value)> {
    let mut publisher = Map::new();
    publisher.insert("title".to_owned(), json!(package.head.publisher.as_ref()?));
    for (key, text) in [("path", &package.publisher_url), ("email", &package.publisher_email)] {
        publisher.extend(text.as_ref().map(|text| (key.to_owned(), json!(text))));
    }
    publisher.insert("roles".to_owned(), json!(["publisher"]));
    Some(("contributors".to_owned(), json!([publisher])))
}

fn resource(package: &Package, table: &PackageTable) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(field).collect();
    let keys: Vec<Value> = table.columns.iter().filter_map(|column| foreign_key(package, table, column)).collect();
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), json!(fields));
    schema.insert("primaryKey".to_owned(), json!(["id"]));
    if !keys.is_empty() {
        schema.insert("foreignKeys".to_owned(), json!(keys));
    }
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(column: &Described) -> Value {
    let kind = match column.variable.machine() {
        Machine::Text => "string",
        Machine::Integer => "integer",
        Machine::Decimal => "number",
        Machine::Flag => "boolean",
    };
    let mut value = Map::new();
    value.insert("name".to_owned(), json!(column.variable.column.to_string()));
    value.insert("type".to_owned(), json!(kind));
    value.insert("title".to_owned(), json!(column.meaning.concept));
    value.insert("description".to_owned(), json!(column.meaning.definition));
    if !column.meaning.unit.is_empty() {
        value.insert("unit".to_owned(), json!(column.meaning.unit));
    }
    let constraints = constraints(column);
    if !constraints.is_empty() {
        value.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(value)
}

fn constraints(column: &Described) -> Map<String, Value> {
    let mut constraints = Map::new();
    if column.is_key() {
        constraints.insert("required".to_owned(), json!(true));
        constraints.insert("unique".to_owned(), json!(true));
    }
    let choices = column.variable.choices();
    if !choices.is_empty() && !column.variable.is_list() {
        constraints.insert("enum".to_owned(), json!(choices));
    }
    if column.variable.shape == Shape::Date {
        constraints.insert("pattern".to_owned(), json!(super::DATE_PATTERN));
    }
    constraints
}

/// A cell with several ids is no key: the standard compares whole cells.
fn foreign_key(package: &Package, table: &PackageTable, column: &Described) -> Option<Value> {
    let is_one = !column.variable.is_list();
    let target = column.target().filter(|target| is_one && package.has(*target))?;
    // An empty name of a table means the table itself.
    let resource = if target == table.kind { "" } else { target.plural() };
    let mut reference = Map::new();
    if !resource.is_empty() {
        reference.insert("resource".to_owned(), json!(resource));
    }
    reference.insert("fields".to_owned(), json!(["id"]));
    Some(json!({ "fields": [column.variable.column.to_string()], "reference": reference }))
}
