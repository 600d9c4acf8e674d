//! The words after the bar of a binding: bold, italic and struck as anywhere else; everything else is text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Stands before a label while it is parsed, so that `# 1` or `- a` begins no block.
const GUARD: &str = ". ";

/// A label as it is written between bar and brackets, perhaps over several lines of a quotation, in one line.
pub(super) fn read(written: &str) -> Option<String> {
    let mut lines = written.lines();
    let first = lines.next().unwrap_or_default().trim();
    let mut label = first.replace("\\|", "|");
    for line in lines {
        label.push(' ');
        label.push_str(&line.trim_matches([' ', '\t', '>', '\r']).replace("\\|", "|"));
    }
    (!label.is_empty()).then_some(label)
}

/// A label as the parser sees it: texts, and the beginnings and ends of bold, italic and struck words.
pub(super) fn events(label: &str) -> Vec<Event<'static>> {
    if !label.contains(['*', '_', '~', '<', '&', '\\']) {
        return vec![Event::Text(label.to_owned().into())];
    }
    let guarded = format!("{GUARD}{label}");
    let mut guard = GUARD.len();
    let mut events = Vec::new();
    for event in Parser::new_ext(&guarded, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
                let skipped = guard.min(text.len());
                guard -= skipped;
                let text = text.get(skipped..).unwrap_or_default();
                if !text.is_empty() {
                    events.push(Event::Text(text.to_owned().into()));
                }
            }
            Event::SoftBreak | Event::HardBreak => events.push(Event::Text(" ".into())),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => events.push(event.into_static()),
            _ => {}
        }
    }
    events
}

/// The bare words of a label.
pub(super) fn words(label: &str) -> String {
    let texts = events(label).into_iter().filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn marks_are_no_words() {
        for (label, expected) in [
            ("kota itu", "kota itu"),
            ("**tebal** *dan* _miring_ ~~coret~~", "tebal dan miring coret"),
            ("5 * 3, a_b_c, \\*x\\*", "5 * 3, a_b_c, *x*"),
            ("# 1 *a*", "# 1 a"),
            ("- a *b*", "- a b"),
            ("**", "**"),
            ("<air> <https://a.id> &amp; &", "<air> https://a.id & &"),
        ] {
            assert_eq!(words(label), expected, "{label}");
        }
    }
}
