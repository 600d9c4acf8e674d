//! Which outputs are chosen. Pages are always made: what stands beside them names their addresses, and a site without
//! pages would be files that nothing leads to. Who leaves them out is told so.

use super::choice;
use crate::check::describe::Shape;
use crate::check::record::Fields;
use crate::check::yaml::Value;
use crate::diag::{Bilingual, Code, Diagnostic};
use std::collections::BTreeSet;

/// The outputs that there are.
const OUTPUTS: [&str; 8] = [PAGES, "data", "feed", "calendar", "sitemap", "search", "catalogue", "share"];

/// The one that is always made.
const PAGES: &str = "html";

/// The chosen outputs; all of them where the settings name none.
pub(super) fn outputs(fields: &mut Fields<'_, '_>) -> BTreeSet<String> {
    let chosen = fields.list("outputs", |node, scope| {
        if scope.describes(|| Shape::Word(OUTPUTS.to_vec())) {
            return None;
        }
        let word = scope.text_of(node)?.text.to_string();
        if OUTPUTS.contains(&word.as_str()) {
            return Some(word);
        }
        choice(&word, node.span, OUTPUTS.to_vec(), scope);
        None
    });
    let Some(words) = chosen else { return OUTPUTS.map(str::to_owned).into() };
    if !words.iter().any(|word| word == PAGES) {
        without_pages(fields, &words);
    }
    words.into_iter().chain([PAGES.to_owned()]).collect()
}

/// F006, where every word could be read: a slip may have been meant for `html`.
fn without_pages(fields: &mut Fields<'_, '_>, words: &[String]) {
    let Some(node) = fields.node("outputs") else { return };
    if !matches!(&node.value, Value::List(items) if items.len() == words.len()) {
        return;
    }
    let list: Vec<&str> = [PAGES].into_iter().chain(words.iter().map(String::as_str)).collect();
    let list = list.join(", ");
    let message = Bilingual::new(
        "`html` tidak ada di `outputs`, tetapi halaman tetap dibuat.",
        "`html` is not among `outputs`, but pages are made all the same.",
    );
    let repair = Bilingual::new(format!("Tulis `outputs: [{list}]`."), format!("Write `outputs: [{list}]`."));
    fields.scope.push(Diagnostic::at(Code::F006, node.span, message).note(repair));
}
