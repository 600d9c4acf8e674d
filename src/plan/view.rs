//! How the shapes that templates see are declared, so that `docs/views.md` is made of the types.
//!
//! A macro and not a table beside each type: the words stand once, as the doc comment of the field,
//! and the reference cannot lag behind.

use tera::Map;

/// A field as the reference shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its Rust type.
    pub kind: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// A shape that templates see.
pub trait Shape {
    /// Its name.
    const NAME: &'static str;
    /// What it is.
    const STORY: &'static str;
    /// Its fields in order.
    const FIELDS: &'static [Field];
}

/// A shape whose fields stand side by side with those of others, as the fields of a page do.
///
/// serde does the same with `flatten`, but by way of copied names and a second map; a page has sixty fields.
pub trait Fields: Sized {
    /// Puts the fields into `map`, over what has the same name.
    fn put(self, map: &mut Map);
}

/// Declares a struct whose fields, with their doc comments, are also its reference. `#[serde(flatten)]` puts the fields
/// of a shape among those of this one.
macro_rules! view {
    ($(#[doc = $story:literal])+ pub struct $name:ident {
        $($(#[doc = $doc:literal])+ $(#[serde($serde:ident)])? pub $field:ident: $kind:ty,)*
    }) => {
        $(#[doc = $story])+
        #[derive(Clone, Debug, Default, serde::Serialize)]
        pub struct $name {
            $($(#[doc = $doc])+ $(#[serde($serde)])? pub $field: $kind,)*
        }
        impl crate::plan::view::Shape for $name {
            const NAME: &'static str = stringify!($name);
            const STORY: &'static str = concat!($($story),+);
            const FIELDS: &'static [crate::plan::view::Field] = &[$(crate::plan::view::Field {
                name: stringify!($field),
                kind: stringify!($kind),
                meaning: concat!($($doc),+),
            },)*];
        }
        impl crate::plan::view::Fields for $name {
            fn put(self, map: &mut tera::Map) {
                $(crate::plan::view::view!(@put map, self.$field, $field $(, $serde)?);)*
            }
        }
    };
    (@put $map:ident, $value:expr, $field:ident, flatten) => {
        crate::plan::view::Fields::put($value, $map)
    };
    (@put $map:ident, $value:expr, $field:ident) => {
        $map.insert(stringify!($field).into(), tera::Value::from_serializable(&$value))
    };
}

pub(in crate::plan) use view;
