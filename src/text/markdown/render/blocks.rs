//! Headings, quotations, alerts, code, cells of tables, task boxes.

use super::writer::{Writer, shifted};
use crate::text::markdown::escape::{push_attribute, push_text};
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind};

impl Writer<'_> {
    /// Opens a heading with its id.
    pub(super) fn start_heading(&mut self, index: usize) {
        let Ok(at) = self.headings.binary_search_by_key(&index, |(node, _)| *node) else { return };
        let heading = &self.headings[at].1;
        self.html.push_str(&format!("<h{} id=\"", shifted(heading.level, self.top_level)));
        push_attribute(&mut self.html, &heading.id);
        self.html.push_str("\">");
        self.heading = Some((at, String::new()));
    }

    /// Closes a heading; its text is what was written.
    pub(super) fn end_heading(&mut self) {
        let Some((at, text)) = self.heading.take() else { return };
        let heading = &mut self.headings[at].1;
        heading.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.html.push_str(&format!("</h{}>\n", shifted(heading.level, self.top_level)));
    }

    /// Opens a quotation or an alert, which has a title.
    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        self.alerts.push(kind.is_some());
        let Some(kind) = kind else { return self.tag("<blockquote>\n") };
        let name = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        self.html.push_str(&format!("<div class=\"alert {name}\">\n<p class=\"alert-title\">"));
        push_text(&mut self.html, &self.resolver.word(&format!("alert_{name}")));
        self.html.push_str("</p>\n");
    }

    /// Opens a code block.
    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if language.is_empty() {
            return self.tag("<pre><code>");
        }
        self.html.push_str("<pre><code class=\"language-");
        push_attribute(&mut self.html, language);
        self.html.push_str("\">");
    }

    /// Opens a cell of a table; alignment is a class.
    pub(super) fn start_cell(&mut self) {
        self.html.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::Center) => " class=\"center\">",
            _ => ">",
        });
    }

    /// Writes a task box, which nobody can tick.
    pub(super) fn task(&mut self, done: bool) {
        let (checked, word) = if done { (" checked", "task_done") } else { ("", "task_open") };
        self.html.push_str(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\""));
        push_attribute(&mut self.html, &self.resolver.word(word));
        self.html.push_str("\"> ");
    }
}
