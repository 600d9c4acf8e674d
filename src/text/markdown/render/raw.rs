//! Raw HTML as the filter judged it.

use super::writer::Writer;
use crate::text::markdown::document::Raw;
use crate::text::markdown::escape::push_raw_text;
use crate::text::markdown::markup::Markup;

impl Writer<'_> {
    /// Writes raw HTML: the tags that pass, the rest as text.
    pub(super) fn raw(&mut self, raw: &Raw<'_>) {
        match &raw.markup {
            Some(markup) if raw.passes && markup.name == "br" => self.line_end("<br>"),
            Some(markup) if raw.passes => self.tag(&passing(markup)),
            None if self.pictures.is_empty() => {
                self.read_text(&raw.text);
                push_raw_text(&mut self.html, &raw.text);
            }
            _ => self.text(&raw.text),
        }
    }
}

/// A tag that passes, made anew.
fn passing(markup: &Markup) -> String {
    if markup.closing {
        return format!("</{}>", markup.name);
    }
    let mut tag = format!("<{}", markup.name);
    if let Some((name, value)) = &markup.attribute {
        tag.push_str(&format!(" {name}"));
        if !value.is_empty() {
            let mut escaped = String::new();
            push_raw_text(&mut escaped, value);
            tag.push_str(&format!("=\"{}\"", escaped.replace('"', "&quot;").replace('\'', "&#39;")));
        }
    }
    tag.push('>');
    tag
}
