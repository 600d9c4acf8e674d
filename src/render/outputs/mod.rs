//! One file a format: each writes a closed value of the plan as bytes, and asks nothing more.

pub(in crate::render) mod alias;
pub(in crate::render) mod archive;
pub(in crate::render) mod calendar;
pub(in crate::render) mod catalogue;
pub(in crate::render) mod csvw;
pub(in crate::render) mod data_csv;
pub(in crate::render) mod data_json;
pub(in crate::render) mod data_package;
pub(in crate::render) mod dictionary;
pub(in crate::render) mod feed;
pub(in crate::render) mod headers;
pub(in crate::render) mod html;
#[cfg(feature = "pictures")]
pub(in crate::render) mod picture;
pub(in crate::render) mod robots;
pub(in crate::render) mod search;
pub(in crate::render) mod sitemap;
pub(in crate::render) mod web_manifest;
pub(in crate::render) mod workbook;
mod xml;

/// A date as the content model writes it (EDTF level 0 and "about"), for descriptions of tables.
const DATE_PATTERN: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?";
