//! The reader of places.

use super::{Fields, Scope, localized, reference};
use crate::check::catalog::Place;
use crate::check::describe::Shape;
use crate::check::kinds::PARTY;
use crate::check::yaml::{Node, Value};
use crate::value::Kind;

/// A party, or the words of the source with the region they roughly mean.
pub fn place<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Place> {
    if scope.describes(|| Shape::Place) {
        return None;
    }
    if let Value::Table(_) = node.value {
        let mut fields = Fields::nested(scope, node, "{label: \"Bandung\"}")?;
        let label = fields.required("label", localized);
        let region = fields.optional("region", reference(&[Kind::Region]));
        fields.finish();
        let (party, party_span) = region.map(|region| (region.value, region.span)).unzip();
        return Some(Place { party, label: Some(label?), party_span, span: node.span });
    }
    let party = reference(PARTY)(node, scope)?;
    Some(Place { party: Some(party.value), label: None, party_span: Some(party.span), span: node.span })
}
