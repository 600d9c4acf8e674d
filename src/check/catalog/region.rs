//! Regions: names, codes and parents in time.

use super::Common;
use super::common::Titled;
use crate::check::describe::Shape;
use crate::check::record::{Fields, Scope, code, date, localized, located, reference, size, text, whole, word};
use crate::check::yaml::{Node, Value};
use crate::diag::{Bilingual, Code, Diagnostic};
use crate::diag::{Located, Span};
use crate::value::Kind;
use crate::value::{Localized, PartialDate, RecordRef};

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegionKind {
    /// A country.
    Country,
    /// An island group.
    IslandGroup,
    /// A province.
    Province,
    /// A regency.
    Regency,
    /// A city.
    City,
    /// A district.
    District,
    /// Anything else.
    Other,
}

/// A region.
#[derive(Clone, Debug)]
pub struct Region {
    /// Common fields.
    pub common: Common,
    /// The official name.
    pub name: Localized,
    /// What it is.
    pub kind: RegionKind,
    /// Where it lies, in time; the order of the record. One entry without dates is for ever.
    pub parents: Vec<RegionParent>,
    /// Official codes, in time.
    pub codes: Vec<RegionCode>,
    /// ISO 3166-2.
    pub iso: Option<String>,
    /// Inhabitants.
    pub population: Option<u64>,
    /// Square kilometres.
    pub area_km2: Option<f64>,
    /// Other spellings.
    pub also_called: Vec<String>,
    /// Column and row on the tile map.
    pub tile: Option<(u32, u32)>,
}

/// A parent, from a day (inclusive) to a day (exclusive).
#[derive(Clone, Debug)]
pub struct RegionParent {
    /// The region above.
    pub region: Located<RecordRef>,
    /// First day.
    pub from: Option<PartialDate>,
    /// First day no longer.
    pub to: Option<PartialDate>,
    /// The law.
    pub basis: Option<String>,
}

/// A code, from a day (inclusive) to a day (exclusive).
#[derive(Clone, Debug)]
pub struct RegionCode {
    /// The code, always a text.
    pub code: String,
    /// First day.
    pub from: Option<PartialDate>,
    /// First day no longer.
    pub to: Option<PartialDate>,
    /// The law.
    pub basis: Option<String>,
    /// Where it is written.
    pub span: Span,
}

const KINDS: [(&str, RegionKind); 7] = [
    ("country", RegionKind::Country),
    ("island-group", RegionKind::IslandGroup),
    ("province", RegionKind::Province),
    ("regency", RegionKind::Regency),
    ("city", RegionKind::City),
    ("district", RegionKind::District),
    ("other", RegionKind::Other),
];

impl Region {
    /// Reads a region.
    pub(in crate::check) fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let common = Common::read(fields, Titled::Named);
        let name = fields.required("name", localized);
        let kind = fields.required("kind", word(&KINDS));
        let parents = parents(fields);
        let region = Self {
            common,
            parents,
            codes: fields.list("codes", region_code).unwrap_or_default(),
            iso: fields.optional("iso", text),
            population: fields.optional("population", whole),
            area_km2: fields.optional("area_km2", size),
            also_called: fields.list("also_called", text).unwrap_or_default(),
            tile: fields.optional("tile", tile),
            name: name?,
            kind: kind?,
        };
        Some(region)
    }
}

fn parents(fields: &mut Fields<'_, '_>) -> Vec<RegionParent> {
    let always = fields.optional("parent", located_parent);
    let timed = fields.list("parents", region_parent);
    if let (true, Some(node)) = (fields.has("parent"), fields.node("parents")) {
        let finding = Diagnostic::at(
            Code::F005,
            node.span,
            Bilingual::new(
                "Isian `parent` dan `parents` tidak boleh bersama.",
                "The fields `parent` and `parents` exclude each other.",
            ),
        )
        .note(Bilingual::new("Pindahkan `parent` ke dalam `parents`.", "Move `parent` into `parents`."));
        fields.scope.push(finding);
    }
    always.into_iter().chain(timed.unwrap_or_default()).collect()
}

fn located_parent<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<RegionParent> {
    let region = reference(&[Kind::Region])(node, scope)?;
    Some(RegionParent { region, from: None, to: None, basis: None })
}

fn region_parent<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<RegionParent> {
    let mut fields = Fields::nested(scope, node, "{id: papua, to: 2022-07-25}")?;
    let region = fields.required("id", reference(&[Kind::Region]));
    let (from, to) = (fields.optional("from", date), fields.optional("to", date));
    let basis = fields.optional("basis", text);
    fields.finish();
    Some(RegionParent { region: region?, from, to, basis })
}

fn region_code<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<RegionCode> {
    if node.text().is_some() {
        // A bare code first: whoever forgets the quotes and the braces hears of both.
        code(node, scope)?;
    }
    let mut fields = Fields::nested(scope, node, "{code: \"35.73\"}")?;
    let value = fields.required("code", located(code));
    let (from, to) = (fields.optional("from", date), fields.optional("to", date));
    let basis = fields.optional("basis", text);
    fields.finish();
    let value = value?;
    Some(RegionCode { code: value.value, from, to, basis, span: value.span })
}

fn tile<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<(u32, u32)> {
    if scope.describes(|| Shape::Tile) {
        return None;
    }
    if let Value::List(items) = &node.value
        && let [x, y] = items.as_slice()
    {
        let (x, y) = (whole(x, scope)?, whole(y, scope)?);
        return u32::try_from(x).ok().zip(u32::try_from(y).ok());
    }
    let repair = Bilingual::new("Tulis misalnya [16, 2].", "Write for example [16, 2].");
    scope.wrong_shape(node, &Bilingual::new("dua bilangan", "two numbers"), Some(repair));
    None
}
