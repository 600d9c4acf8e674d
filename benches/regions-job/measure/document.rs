//! The tables in `docs/performance.md`: each between a pair of markers, so that a run replaces just its own.
//! The words around them are written by people and stay.

use crate::Fallible;
use std::fs;
use std::path::Path;

/// Puts a measured text between the markers of its part.
pub fn replace(document: &Path, part: &str, text: &str) -> Fallible<()> {
    let whole = fs::read_to_string(document)?;
    let replaced = between(&whole, part, text).ok_or_else(|| {
        format!("{} has no place for {part}: <!-- measured: {part} --> and <!-- end: {part} -->", document.display())
    })?;
    Ok(fs::write(document, replaced)?)
}

fn between(whole: &str, part: &str, text: &str) -> Option<String> {
    let (first, last) = (format!("<!-- measured: {part} -->"), format!("<!-- end: {part} -->"));
    let start = whole.find(&first)? + first.len();
    let end = start + whole[start..].find(&last)?;
    Some(format!("{}\n\n{}\n\n{}", &whole[..start], text.trim(), &whole[end..]))
}
