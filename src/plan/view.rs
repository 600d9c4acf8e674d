//! How the shapes that templates see are declared, so that `docs/views.md` is made of the types; and how they become the
//! values that templates read.
//!
//! A macro and not a table beside each type: the words stand once, as the doc comment of the field,
//! and the reference cannot lag behind.

use super::named::{EVERYTHING, Names};
use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};
use std::convert::Infallible;
use tera::{Context, Value};

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
pub trait Fields {
    /// How many fields templates name.
    fn number(&self, names: &Names) -> usize;

    /// Writes the fields that templates name, each as `(name, value)`.
    ///
    /// # Errors
    /// Those of the writer.
    fn each<W: Write>(&self, names: &Names, write: &mut W) -> Result<(), W::Error>;
}

/// Where fields go.
pub trait Write {
    /// What can go wrong.
    type Error;

    /// Takes a field.
    ///
    /// # Errors
    /// Those of the place where it goes.
    fn field<T: Seen>(&mut self, name: &'static str, value: &T, names: &Names) -> Result<(), Self::Error>;
}

/// What becomes a value that templates read, with those of its fields that they name: a page of lists has thousands of
/// fields, and of most no template speaks. What is a value already is shared and not copied.
pub trait Seen {
    /// Gives the value to serde, which is how maps come to Tera without being made twice.
    ///
    /// # Errors
    /// Those of the serializer.
    fn seen<S: Serializer>(&self, names: &Names, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Something with the names that templates use of it.
struct Named<'n, T>(&'n T, &'n Names);

impl<T: Seen> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.seen(self.1, serializer)
    }
}

macro_rules! plain {
    ($($kind:ty),+) => {$(
        impl Seen for $kind {
            fn seen<S: Serializer>(&self, _: &Names, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }
    )+};
}

plain!(String, &'static str, bool, u8, u32, usize, Value);

impl<T: Seen> Seen for Option<T> {
    fn seen<S: Serializer>(&self, names: &Names, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.seen(names, serializer),
            None => serializer.serialize_none(),
        }
    }
}

impl<T: Seen> Seen for Vec<T> {
    fn seen<S: Serializer>(&self, names: &Names, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        self.iter().try_for_each(|value| list.serialize_element(&Named(value, names)))?;
        list.end()
    }
}

/// The value of a shape.
pub(in crate::plan) fn seen<F: Fields, S: Serializer>(
    shape: &F,
    names: &Names,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut fields = AsMap(serializer.serialize_struct("", shape.number(names))?);
    shape.each(names, &mut fields)?;
    fields.0.end()
}

/// A shape as a value with all of its fields, for every template.
pub(in crate::plan) fn value<T: Seen>(shape: &T) -> Value {
    Value::from_serializable(&Named(shape, &EVERYTHING))
}

/// The fields of a map inside a page.
struct AsMap<M>(M);

impl<M: SerializeStruct> Write for AsMap<M> {
    type Error = M::Error;

    fn field<T: Seen>(&mut self, name: &'static str, value: &T, names: &Names) -> Result<(), M::Error> {
        self.0.serialize_field(name, &Named(value, names))
    }
}

/// The fields of a page.
impl Write for Context {
    type Error = Infallible;

    fn field<T: Seen>(&mut self, name: &'static str, value: &T, names: &Names) -> Result<(), Infallible> {
        self.insert(name, &Named(value, names));
        Ok(())
    }
}

/// Puts the fields of a shape among those of a page, over what has the same name.
pub(in crate::plan) fn put<F: Fields>(shape: &F, names: &Names, page: &mut Context) {
    let Ok(()) = shape.each(names, page);
}

/// Declares a struct whose fields, with their doc comments, are also its reference. `#[serde(flatten)]` puts the fields
/// of a shape among those of this one.
macro_rules! view {
    ($(#[doc = $story:literal])+ pub struct $name:ident {
        $($(#[doc = $doc:literal])+ $(#[serde($serde:ident)])? pub $field:ident: $kind:ty,)*
    }) => {
        $(#[doc = $story])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: $kind,)*
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
            fn number(&self, names: &crate::plan::named::Names) -> usize {
                0 $(+ crate::plan::view::view!(@number names, self.$field, $field $(, $serde)?))*
            }

            fn each<W: crate::plan::view::Write>(
                &self,
                names: &crate::plan::named::Names,
                write: &mut W,
            ) -> Result<(), W::Error> {
                $(crate::plan::view::view!(@each write, names, self.$field, $field $(, $serde)?);)*
                Ok(())
            }
        }
        impl crate::plan::view::Seen for $name {
            fn seen<S: serde::Serializer>(
                &self,
                names: &crate::plan::named::Names,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                crate::plan::view::seen(self, names, serializer)
            }
        }
    };
    (@number $names:ident, $value:expr, $field:ident, flatten) => {
        crate::plan::view::Fields::number(&$value, $names)
    };
    (@number $names:ident, $value:expr, $field:ident) => {
        usize::from($names.has(stringify!($field)))
    };
    (@each $write:ident, $names:ident, $value:expr, $field:ident, flatten) => {
        crate::plan::view::Fields::each(&$value, $names, $write)?
    };
    (@each $write:ident, $names:ident, $value:expr, $field:ident) => {
        if $names.has(stringify!($field)) {
            $write.field(stringify!($field), &$value, $names)?;
        }
    };
}

pub(in crate::plan) use view;
