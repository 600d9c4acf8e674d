//! The HTML of a page: its template over its View, and nothing after that.

use crate::plan::View;
use crate::render::theme::{self, Theme};

/// Renders a page with `template`. Everything that the template sees is a key of the view.
///
/// # Errors
/// The template, its line, and what went wrong there.
pub fn write(theme: &Theme, template: &str, view: View, out: &mut Vec<u8>) -> Result<(), String> {
    let mut context = tera::Context::new();
    if let Some(map) = view.into_map() {
        #[expect(clippy::iter_over_hash_type, reason = "a context is a map too: order cannot reach the page")]
        for (key, value) in map {
            context.insert_value(key.to_string(), value);
        }
    }
    let file = format!("{template}.html");
    theme.tera().render_to(&file, &context, out).map_err(|error| theme::problem(&error, &file).sentence())
}
