//! `csv-metadata.json`: what CSV on the Web (W3C, Metadata Vocabulary for Tabular Data) looks for beside the tables.

use crate::plan::outputs::{Described, Machine, Package, PackageTable, Shape};
use serde_json::{Map, Value, json};
use std::io;

/// Writes the description of all tables.
///
/// # Errors
/// What the stream says.
pub fn write(package: &Package, mut out: impl io::Write) -> io::Result<()> {
    let mut value = Map::new();
    let lang = package.head.lang.as_str();
    value.insert("@context".to_owned(), json!(["http://www.w3.org/ns/csvw", { "@language": lang }]));
    value.insert("dc:title".to_owned(), json!(package.title));
    value.insert("dc:description".to_owned(), json!(package.description));
    value.insert("dc:source".to_owned(), json!({ "@id": package.head.url }));
    let license = package.license_url.as_ref().map(|url| json!({ "@id": url }));
    value.extend(license.map(|license| ("dc:license".to_owned(), license)));
    let publisher = package.head.publisher.as_ref().map(|name| json!(name));
    value.extend(publisher.map(|publisher| ("dc:publisher".to_owned(), publisher)));
    value.extend(package.head.as_of.as_ref().map(|date| ("dc:modified".to_owned(), json!(date))));
    let tables: Vec<Value> = package.tables.iter().map(|table| describe(package, table)).collect();
    value.insert("tables".to_owned(), json!(tables));
    serde_json::to_writer_pretty(&mut out, &value)?;
    out.write_all(b"\n")
}

fn describe(package: &Package, table: &PackageTable) -> Value {
    let columns: Vec<Value> = table.columns.iter().map(column).collect();
    let keys: Vec<Value> = table.columns.iter().filter_map(|one| foreign_key(package, one)).collect();
    let mut schema = Map::new();
    schema.insert("columns".to_owned(), json!(columns));
    schema.insert("primaryKey".to_owned(), json!("id"));
    if !keys.is_empty() {
        schema.insert("foreignKeys".to_owned(), json!(keys));
    }
    json!({
        "url": format!("{}.csv", table.name),
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    })
}

fn column(column: &Described) -> Value {
    let title = column.variable.column.to_string();
    let mut value = Map::new();
    // A name is a variable of URI templates (RFC 6570), which has no hyphen.
    value.insert("name".to_owned(), json!(title.replace('-', "_")));
    value.insert("titles".to_owned(), json!(title));
    value.insert("dc:title".to_owned(), json!(column.meaning.concept));
    value.insert("dc:description".to_owned(), json!(column.meaning.definition));
    value.insert("datatype".to_owned(), datatype(column));
    if column.variable.is_list() {
        value.insert("separator".to_owned(), json!("; "));
    }
    if column.is_key() {
        value.insert("required".to_owned(), json!(true));
    }
    Value::Object(value)
}

fn datatype(column: &Described) -> Value {
    let choices = column.variable.choices();
    match column.variable.machine() {
        Machine::Integer => json!("integer"),
        Machine::Decimal => json!("decimal"),
        Machine::Flag => json!("boolean"),
        Machine::Text if !choices.is_empty() => json!({ "base": "string", "format": choices.join("|") }),
        Machine::Text if column.variable.shape == Shape::Date => {
            json!({ "base": "string", "format": super::DATE_PATTERN })
        }
        Machine::Text => json!("string"),
    }
}

/// Where a cell holds several ids, each of them is one of the other table.
fn foreign_key(package: &Package, column: &Described) -> Option<Value> {
    let target = column.target().filter(|target| package.has(*target))?;
    let reference = json!({ "resource": format!("{}.csv", target.plural()), "columnReference": "id" });
    Some(json!({ "columnReference": column.variable.column.to_string(), "reference": reference }))
}
