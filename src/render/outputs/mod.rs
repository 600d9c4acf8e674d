//! One file a format: each writes a closed value of the plan as bytes, and asks nothing more.

pub(in crate::render) mod alias;
pub(in crate::render) mod calendar;
pub(in crate::render) mod data_csv;
pub(in crate::render) mod data_json;
pub(in crate::render) mod feed;
pub(in crate::render) mod headers;
pub(in crate::render) mod html;
pub(in crate::render) mod robots;
pub(in crate::render) mod sitemap;
pub(in crate::render) mod web_manifest;
mod xml;
