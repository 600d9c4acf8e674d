//! Blocks inside narratives: a card of a record, a large figure, a table by year.
//!
//! The only HTML that is built in Rust: a narrative is one string, so its blocks are strings too.

use super::figure::{label_key, value_text};
use super::item::{Detail, item};
use crate::derive::{Figure, Subject};
use crate::plan::charts::by_year;
use crate::plan::charts::topics::topics;
use crate::plan::names;
use crate::plan::scope::Scope;
use crate::value::{Kind, RecordRef};

/// A card of a record.
pub fn record(scope: &Scope<'_>, record: RecordRef) -> String {
    let item = item(scope, record, Detail::Brief);
    let summary = scope.facts.head(record).summary.as_ref().map(|text| scope.prose(text));
    let mut lines = Vec::new();
    if !item.date.is_empty() {
        lines.push(item.date.clone());
    }
    lines.extend(Some(item.people).filter(|people| !people.is_empty()));
    lines.extend(item.facts.iter().cloned());
    let kind = scope.word(&format!("one_{}", record.kind.singular()));
    let mut out = format!("<aside class=\"card {}\">\n<p class=\"kicker\">{}</p>\n", item.kind, escape(&kind));
    let title = anchor(&item.link.text, item.link.href.as_deref(), item.link.lang.as_deref());
    out.push_str(&format!("<p class=\"card-title\">{title}</p>\n"));
    if !lines.is_empty() {
        out.push_str(&format!("<p class=\"meta\">{}</p>\n", escape(&lines.join(" · "))));
    }
    if let Some(summary) = summary {
        let lang = summary.lang.map_or_else(String::new, |lang| format!(" lang=\"{}\"", escape(&lang)));
        out.push_str(&format!("<p{lang}>{}</p>\n", escape(&summary.text)));
    }
    out + "</aside>\n"
}

/// A card of a subject that is no record: a year.
pub fn link(text: &str, href: Option<&str>, kicker: &str, sentence: &str) -> String {
    let (title, kicker, sentence) = (anchor(text, href, None), escape(kicker), escape(sentence));
    format!(
        "<aside class=\"card\">\n<p class=\"kicker\">{kicker}</p>\n<p class=\"card-title\">{title}</p>\n<p>{sentence}</p>\n</aside>\n"
    )
}

/// One figure, large, linked to where it stands.
pub fn figure(scope: &Scope<'_>, figure: &Figure, of: &str, href: Option<&str>) -> String {
    large(&value_text(scope, figure), &scope.word(&label_key(figure.name)), of, href)
}

/// One field of a record, large, under the word that its page has for it.
pub fn field(scope: &Scope<'_>, record: RecordRef, name: &str, value: &str, href: Option<&str>) -> String {
    let key = match (record.kind, name) {
        (_, "updated") => "updated".to_owned(),
        (Kind::Evaluation, "n") => "row_count".to_owned(),
        _ => format!("row_{name}"),
    };
    large(value, &scope.word(&key), &names::name(scope.facts, record, scope.lang).text, href)
}

fn large(value: &str, label: &str, of: &str, href: Option<&str>) -> String {
    let (value, label, of) = (anchor(value, href, None), escape(label), escape(of));
    format!(
        "<aside class=\"card figure-card\">\n<p class=\"big\">{value}</p>\n<p>{label}</p>\n<p class=\"meta\">{of}</p>\n</aside>\n"
    )
}

/// A table of a subject by year.
pub fn by_year(scope: &Scope<'_>, subject: &Subject, of: &str, href: Option<&str>) -> String {
    let caption = scope.words.fill("by_year_of", &[("name", of)]);
    let heads = ["year", "kind_cohorts", "kind_placements", "kind_visits", "kind_trainings"];
    let head: String = heads.iter().map(|key| format!("<th scope=\"col\">{}</th>", escape(&scope.word(key)))).collect();
    let mut out = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n<table>\n<caption>{}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n",
        escape(&scope.word("table_scrolls")),
        anchor(&caption, href, None)
    );
    let Some(view) = by_year::by_year(scope, subject, false, &|_| None) else {
        return format!("<p class=\"note\">{}</p>\n", escape(&scope.word("no_activity")));
    };
    for row in view.rows {
        let cells: String = [row.cohorts, row.placements, row.visits, row.trainings]
            .iter()
            .map(|cell| format!("<td>{}</td>", escape(cell)))
            .collect();
        out.push_str(&format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", escape(&row.label)));
    }
    out + "</tbody>\n</table>\n</div>\n"
}

/// A short list of a subject's partners or topics.
pub fn list(scope: &Scope<'_>, subject: &Subject, figure: &str, of: &str, href: Option<&str>) -> String {
    let rows: Vec<(super::link::LinkView, String)> = if figure == "topics" {
        let rows = topics(scope, subject, None).into_iter().flat_map(|view| view.rows.into_iter().chain(view.others));
        rows.take(10).map(|row| (row.link, row.count)).collect()
    } else {
        subject.partners.iter().take(10).map(|partner| (scope.link(partner.party), String::new())).collect()
    };
    let title = format!("{} · {of}", scope.word(&format!("figure_{figure}")));
    let mut out = format!("<aside class=\"card\">\n<p class=\"card-title\">{}</p>\n<ul>\n", anchor(&title, href, None));
    for (link, count) in rows {
        let mention = anchor(&link.text, link.href.as_deref(), link.lang.as_deref());
        out.push_str(&format!("<li>{mention} {}</li>\n", escape(&count)));
    }
    out + "</ul>\n</aside>\n"
}

fn anchor(text: &str, href: Option<&str>, lang: Option<&str>) -> String {
    let lang = lang.map_or_else(String::new, |lang| format!(" lang=\"{}\"", escape(lang)));
    match href {
        Some(href) => format!("<a href=\"{}\"{lang}>{}</a>", escape(href), escape(text)),
        None if lang.is_empty() => escape(text),
        None => format!("<span{lang}>{}</span>", escape(text)),
    }
}

/// Text inside HTML and its attributes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{anchor, escape};

    #[test]
    fn names_cannot_break_out() {
        assert_eq!(escape("<b> & \"c\" 'd'"), "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
        assert_eq!(anchor("a<b", Some("x\"y"), None), "<a href=\"x&quot;y\">a&lt;b</a>");
    }
}
