//! Any YAML value, through serde.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use std::fmt;

/// Any YAML value, as serde hands it over. Texts of plain words are taken from the source later.
pub enum Any {
    /// Nothing.
    Empty,
    /// A text, decoded; empty for numbers, whose words are taken from the source.
    Text(String),
    /// A list.
    List(Vec<Spanned<Any>>),
    /// Names and values.
    Table(Vec<(Spanned<Any>, Spanned<Any>)>),
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyVisitor)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Any;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Any, E> {
        Ok(Any::Text(String::new()))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Any, E> {
        Ok(Any::Text(String::new()))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Any, E> {
        Ok(Any::Text(String::new()))
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Any, E> {
        Ok(Any::Text(String::new()))
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Any, E> {
        Ok(Any::Text(String::new()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Any, E> {
        Ok(Any::Text(String::new()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Any, E> {
        Ok(Any::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Any, E> {
        Ok(Any::Text(text))
    }

    fn visit_unit<E: Error>(self) -> Result<Any, E> {
        Ok(Any::Empty)
    }

    fn visit_none<E: Error>(self) -> Result<Any, E> {
        Ok(Any::Empty)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Any, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Any, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Any::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Any, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Any::Table(entries))
    }
}
